"""Lint on the drafts in seeds/: what a good editor would mark, no more and no less."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from glossary.compile import load_matcher
from glossary.documents.model import Document
from glossary.documents.registry import read_document
from glossary.findings import Finding
from glossary.fix import fix_document
from glossary.languages import ENGLISH
from glossary.lint import FileReport, lint_document
from glossary.matching.matcher import Matcher
from glossary.rules import RULES
from glossary.rules.protocol import Rule

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
EXPECTED: dict[str, Any] = yaml.safe_load((SEEDS / "expected.yaml").read_text(encoding="utf-8"))
DRAFTS: dict[str, dict[str, Any]] = EXPECTED["drafts"]

each_draft = pytest.mark.parametrize("name", DRAFTS)


class Marked(NamedTuple):
    """A finding as the editor sees it; `right` is what the first fix writes, "" where a person must decide."""

    line: int
    rule: str
    severity: str
    matched: str
    right: str = ""


@functools.cache
def matcher() -> Matcher:
    return load_matcher([ROOT / "terms"], use_cache=False).matcher


@functools.cache
def draft(name: str) -> Document:
    return read_document(name, (SEEDS / "drafts" / name).read_bytes())


def rules() -> list[Rule]:
    return [rule for rule in RULES if rule.id in EXPECTED["rules"]]


@functools.cache
def report(name: str) -> FileReport:
    return lint_document(draft(name), matcher(), rules=rules())


def text_of(name: str) -> str:
    return draft(name).part("").text


def marked(finding: Finding) -> Marked:
    right = finding.fixes[0].arguments["text"] if finding.fixes else ""
    return Marked(finding.line, finding.rule, finding.severity.value, finding.matched, right)


def test_expectations_name_every_draft_and_only_rules_that_exist() -> None:
    assert sorted(DRAFTS) == sorted(path.name for path in (SEEDS / "drafts").iterdir())
    assert set(EXPECTED["rules"]) <= {rule.id for rule in RULES}


@each_draft
def test_lint_marks_what_a_good_editor_marks_no_more_and_no_less(name: str) -> None:
    expected = [Marked(**entry) for entry in DRAFTS[name]["findings"]]
    assert sorted(map(marked, report(name).findings)) == sorted(expected)


@each_draft
def test_names_that_only_look_wrong_are_left_alone(name: str) -> None:
    text = text_of(name)
    for entry in DRAFTS[name]["silent"]:
        stretch = entry["text"]
        assert text.count(stretch) == 1, f"{stretch!r} should stand in {name} once"
        low = text.index(stretch)
        touching = [marked(found) for found in report(name).findings if found.start < low + len(stretch) and low < found.end]
        assert not touching, f"{stretch!r} is right ({entry['why']})"


@each_draft
def test_findings_say_exactly_where_they_stand(name: str) -> None:
    text = text_of(name)
    for finding in report(name).findings:
        assert text[finding.start : finding.end] == finding.matched
        assert finding.line == text.count("\n", 0, finding.start) + 1


@each_draft
def test_after_the_suggested_fixes_only_what_a_person_must_decide_is_left(name: str) -> None:
    fixed = fix_document(draft(name), matcher(), suggested=True, rules=rules()).data
    left = lint_document(read_document(name, fixed), matcher(), rules=rules()).findings
    assert [found.matched for found in left] == [entry["matched"] for entry in DRAFTS[name]["findings"] if "right" not in entry]


@each_draft
def test_what_the_writer_marked_as_it_stands_is_counted_as_waived(name: str) -> None:
    assert report(name).suppressed == DRAFTS[name]["waived"]


@each_draft
def test_drafts_are_read_in_the_language_they_are_written_in(name: str) -> None:
    assert report(name).language == DRAFTS[name]["language"]


@each_draft
def test_drafts_hold_enough_text_troubles_and_right_names_to_be_worth_reading(name: str) -> None:
    expected, text = DRAFTS[name], text_of(name)
    if expected["language"] == ENGLISH:
        assert len(text.split()) >= 300
    else:
        assert len(re.findall(r"[\u3041-\u30ff\u3400-\u9fff]", text)) >= 700
    assert 6 <= len(expected["findings"]) <= 12
    assert len(expected["silent"]) >= 6


@each_draft
def test_drafts_say_that_they_were_written_for_the_project_and_are_free(name: str) -> None:
    head = text_of(name)[:500]
    assert "CC0-1.0" in head
    assert re.search("[Ww]ritten for (?:the|this) project|本事業で書き下ろした|本项目撰写|本專案撰寫", head)
