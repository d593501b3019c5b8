"""Lint: one report a file, a run over several, the order and number of findings."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterable, Mapping, Sequence

import pytest
from rule_drafts import draft, matcher_of

from glossary.documents.model import Document
from glossary.errors import DocumentError, GlossaryError
from glossary.findings import Finding, Severity
from glossary.lint import PRECEDENCE, Counts, LintOptions, conclude_run, lint_document, lint_run
from glossary.matching.match import Match
from glossary.rules import RULES, rule
from glossary.rules.protocol import RuleOptions, Summary

TERMBASE = """
concepts:
  - id: sharing
    terms:
      en:
        - {text: information sharing agreement, status: preferred}
        - {text: information exchange agreement, status: admitted}
        - {text: intelligence protection agreement, status: deprecated, reason: misrendering}
        - {text: secrets pact, status: superseded}
"""
MATCHER = matcher_of(TERMBASE)
TOGETHER = LintOptions(together=True)


class Words:
    """A rule from outside: it reports each match as its id says."""

    severity = Severity.INFO
    document_level = False

    def __init__(self, id: str, *, longer: int = 0) -> None:
        self.id = id
        self.longer = longer

    def check(self, document: Document, matches: Sequence[Match], options: RuleOptions) -> tuple[list[Finding], Summary | None]:
        return [self._finding(document, match) for match in matches], None

    def _finding(self, document: Document, match: Match) -> Finding:
        end = match.end + self.longer
        return Finding(
            rule=self.id,
            severity=self.severity,
            message_id="",
            arguments={},
            part="",
            start=match.start,
            end=end,
            matched=document.parts[0].text[match.start : end],
        )

    def conclude(self, summaries: Iterable[Summary], options: RuleOptions) -> Mapping[str, list[Finding]]:
        return {}


def test_report_names_path_language_and_encoding() -> None:
    report = lint_document(draft("Nothing here.", path="a.txt"), MATCHER)
    assert (report.path, report.language, report.encoding, report.findings) == ("a.txt", "en", "utf-8", ())


def test_findings_come_in_order_of_place_with_positions() -> None:
    text = "A secrets pact.\r\nAn information exchange agreement, an intelligence protection agreement,\rthe information sharing agreement."
    report = lint_document(draft(text), MATCHER)
    places = [(finding.rule, finding.line, finding.column, finding.end_line, finding.end_column) for finding in report.findings]
    assert places == [
        ("superseded-term", 1, 3, 1, 15),
        ("mixed-terms", 2, 4, 2, 34),
        ("deprecated-term", 2, 39, 2, 72),
    ]


def test_one_span_has_one_finding_by_precedence() -> None:
    text = "An intelligence protection agreement, a secrets pact, an information sharing agreement."
    rules = [Words("near-miss", longer=3), Words("misread-name"), Words("spelling-mix"), *RULES]
    found = [finding.rule for finding in lint_document(draft(text), MATCHER, rules=rules).findings]
    assert found == ["deprecated-term", "spelling-mix", "spelling-mix", "superseded-term", "misread-name", "spelling-mix"]


def test_precedence_names_rules_in_the_order_of_the_design() -> None:
    assert PRECEDENCE[:2] == ("deprecated-term", "superseded-term")


def test_rule_from_outside_can_be_switched_off() -> None:
    report = lint_document(draft("A secrets pact."), MATCHER, LintOptions(severities={"mine": "off"}), [Words("mine")])
    assert report.findings == ()


def test_sic_is_counted_as_suppressed() -> None:
    report = lint_document(draft("A secrets pact [sic] and an intelligence protection agreement [sic]."), MATCHER)
    assert (report.suppressed, report.findings) == (2, ())


def test_findings_in_one_long_paragraph_have_their_columns() -> None:
    text = "An intelligence protection agreement is this. " * 2000
    report = lint_document(draft(text), MATCHER)
    assert len(report.findings) == 2000
    assert {text[finding.start : finding.end] for finding in report.findings} == {"intelligence protection agreement"}
    assert report.findings[-1].column == 46 * 1999 + 4


def test_bad_file_does_not_stop_the_others() -> None:
    bad = DocumentError("file.missing", path="b.txt")
    run = lint_run([draft("A secrets pact.", path="c.txt"), bad, draft("Fine.", path="a.txt")], MATCHER)
    assert [file.path for file in run.files] == ["a.txt", "c.txt"]
    assert run.errors == (bad,)
    assert run.summary == Counts(files=2, errors=0, warnings=1, infos=0)


def test_error_while_a_document_is_matched_is_reported_for_it() -> None:
    class Failing:
        termbase = MATCHER.termbase
        derived = MATCHER.derived

        def find(self, document: Document) -> tuple[Match, ...]:
            if document.path == "bad.txt":
                raise GlossaryError("file.missing", path=document.path)
            return MATCHER.find(document)

    run = lint_run([draft("x", path="bad.txt"), draft("A secrets pact.", path="good.txt")], Failing())
    assert [error.path for error in run.errors] == ["bad.txt"]
    assert [len(file.findings) for file in run.files] == [1]


def test_names_mixed_between_files_are_reported_together_only() -> None:
    one = draft("An information exchange agreement.", path="1.txt")
    two = draft("An information sharing agreement. The information sharing agreement.", path="2.txt")
    assert lint_run([one, two], MATCHER).summary.warnings == 0
    run = lint_run([one, two], MATCHER, TOGETHER)
    (finding,) = run.files[0].findings
    assert run.files[1].findings == ()
    assert (finding.rule, finding.line, finding.column, finding.matched) == ("mixed-terms", 1, 4, "information exchange agreement")
    assert finding.arguments["first"] == "information exchange agreement"
    assert [(related.path, related.line, related.column) for related in finding.related] == [("2.txt", 1, 4)]
    assert run.summary.warnings == 1


def test_each_file_with_another_name_is_reported_once() -> None:
    other = "An information exchange agreement. The information exchange agreement."
    drafts = [draft(other, path="1.txt"), draft("The information sharing agreement. " * 9, path="2.txt"), draft(other, path="3.txt")]
    run = lint_run(drafts, MATCHER, TOGETHER)
    assert [len(file.findings) for file in run.files] == [1, 0, 1]
    assert [file.findings[0].start for file in (run.files[0], run.files[2])] == [3, 3]


def test_run_does_not_depend_on_the_order_in_which_workers_finish() -> None:
    names = ["information exchange agreement", "information sharing agreement"]
    drafts = [draft(f"The {names[number % 2]}.", path=f"{number:02}.txt") for number in range(9)]
    reports = [pickle.loads(pickle.dumps(lint_document(each, MATCHER, TOGETHER))) for each in drafts]
    expected = lint_run(drafts, MATCHER, TOGETHER)
    for seed in range(5):
        shuffled = random.Random(seed).sample(reports, len(reports))
        assert conclude_run(shuffled, MATCHER.termbase, TOGETHER) == expected


def test_rules_are_found_by_id() -> None:
    for each in RULES:
        assert rule(each.id) is each
    with pytest.raises(KeyError):
        rule("no-such-rule")
