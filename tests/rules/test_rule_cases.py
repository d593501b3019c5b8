"""The cases of each rule: YAML files in the folder of its name, a termbase and texts with the findings expected in them.

A case gives `text`, and may give `path`, `language`, `region`, `date`, `profile` and `severities`. Of a finding, only the fields
that are written down are compared; `fixed` and `suggested` are the text after `glossary fix` without and with `--suggested`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from rule_drafts import CASES, draft, matcher_of

from glossary.findings import Finding
from glossary.fix import fix_document
from glossary.lint import LintOptions, lint_document
from glossary.messages import render
from glossary.rules import RULES, rule


def _cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*/*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for number, case in enumerate(content["cases"]):
            yield pytest.param(path.parent.name, content["termbase"], case, id=f"{path.parent.name}/{path.stem}/{case.get('name', number)}")


def _shown(finding: Finding, wanted: dict[str, Any]) -> dict[str, Any]:
    known = {
        "matched": finding.matched,
        "line": finding.line,
        "column": finding.column,
        "severity": finding.severity.value,
        "verdict": finding.verdict.value,
        "concept": finding.concept,
        "term": finding.term,
        "message_id": finding.message_id,
        "message": render(finding.message_id, finding.arguments),
        "arguments": {key: finding.arguments.get(key) for key in wanted.get("arguments", ())},
        "suggestions": [suggestion.text for suggestion in finding.suggestions],
        "safe": any(fix.safe for fix in finding.fixes),
        "fixes": len(finding.fixes),
        "related": [[related.line, related.column] for related in finding.related],
    }
    return {key: known[key] for key in wanted}


@pytest.mark.parametrize(("rule_id", "termbase", "case"), list(_cases()))
def test_rule_reports_what_its_case_expects(rule_id: str, termbase: str, case: dict[str, Any]) -> None:
    document = draft(
        case["text"],
        path=case.get("path", "draft.txt"),
        language=case.get("language", "en"),
        region=case.get("region", ""),
        date=str(case.get("date", "")),
    )
    matcher = matcher_of(termbase)
    options = LintOptions(profile=case.get("profile", ""), severities=case.get("severities", {}))
    report = lint_document(document, matcher, options, [rule(rule_id)])
    wanted = case.get("findings", [])
    assert [_shown(finding, want) for finding, want in zip(report.findings, wanted, strict=False)] == wanted
    assert [finding.matched for finding in report.findings[len(wanted) :]] == []
    assert report.suppressed == case.get("suppressed", 0)
    for finding in report.findings:
        assert document.part(finding.part).text[finding.start : finding.end] == finding.matched
    if "fixed" in case:
        assert fix_document(document, matcher, options).data.decode() == case["fixed"]
    if "suggested" in case:
        assert fix_document(document, matcher, options, suggested=True).data.decode() == case["suggested"]


def test_every_rule_has_cases_and_every_folder_of_cases_a_rule() -> None:
    assert {path.name for path in CASES.iterdir() if path.is_dir() and not path.name.startswith((".", "__"))} == {each.id for each in RULES}
    for each in RULES:
        assert list((CASES / each.id).glob("*.yaml")), each.id


def test_every_rule_stands_in_the_module_of_its_name() -> None:
    package = Path(__file__).parents[2] / "glossary" / "rules"
    for each in RULES:
        assert (package / f"{each.id.replace('-', '_')}.py").is_file()
