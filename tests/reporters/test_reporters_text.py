"""What people read: one block a finding, one line a match, one sentence at the end."""

from __future__ import annotations

from glossary.findings import Finding, Severity, Suggestion, Verdict
from glossary.lint import FileReport
from glossary.matching.match import Match
from glossary.model import Status, Term
from glossary.reporters import text
from glossary.reporters.display import Display
from glossary.reporters.report import Report, ScanFile, ScanReport

SOURCE = "Intro.\n日本 The Nissin summit"


def finding(**changes: object) -> Finding:
    fields: dict[str, object] = {
        "rule": "deprecated-term",
        "severity": Severity.ERROR,
        "message_id": "file.missing",
        "arguments": {"path": "“Nissin”"},
        "part": "",
        "start": 14,
        "end": 20,
        "matched": "Nissin",
        "line": 2,
        "column": 8,
        "end_line": 2,
        "end_column": 14,
    }
    return Finding(**{**fields, **changes})  # type: ignore[arg-type]


def lint(*findings: Finding, suppressed: int = 0, display: Display | None = None) -> list[str]:
    report = Report(files=(FileReport(path="a.md", findings=findings, suppressed=suppressed),), texts={"a.md": {"": SOURCE, "p": "x"}})
    return list(text.render_lint(report, display or Display()))


def test_a_finding_is_a_block_with_its_line_and_a_mark() -> None:
    assert lint(finding()) == [
        "a.md:2:8: error: “Nissin”: no such file; check the name [deprecated-term]",
        "    日本 The Nissin summit",
        "             ^^^^^^",
        "1 file read: 1 error, 0 warnings, 0 notes.",
    ]


def test_suggestions_the_message_does_not_name_are_listed() -> None:
    lines = lint(finding(suggestions=(Suggestion("Japan and New Zealand"), Suggestion("Japan–New Zealand"))))
    assert "    Suggested: Japan and New Zealand; Japan–New Zealand" in lines
    assert not [line for line in lint(finding(suggestions=(Suggestion("Nissin"),))) if "Suggested" in line]


def test_a_doubtful_finding_says_what_to_check() -> None:
    lines = lint(finding(verdict=Verdict.REVIEW, reason="verdict.language"))
    assert "    Please check: the language of the text is not certain" in lines
    assert "    Please check whether this is meant." in lint(finding(verdict=Verdict.REVIEW))


def test_the_end_says_what_was_read_and_silenced() -> None:
    assert lint() == ["1 file read: nothing to report."]
    assert lint(suppressed=2)[-1] == "2 findings are silenced in the texts."


def test_colour_changes_nothing_but_the_style() -> None:
    styled = lint(finding(), display=Display(style=lambda shown, role: f"<{role}>{shown}</>"))
    assert styled[0] == "<path>a.md:2:8</>: <error>error</>: “Nissin”: no such file; check the name <dim>[deprecated-term]</>"
    assert styled[2] == "             <error>^^^^^^</>"


def test_a_part_is_named_in_the_place() -> None:
    assert lint(finding(part="p", start=0, end=1, line=1, column=1))[0].startswith("a.md:p:1:1: ")


def test_a_match_is_a_line() -> None:
    term = Term(text="Nissin", language="en", status=Status.DEPRECATED)
    match = Match(part="", start=14, end=20, matched="Nissin", segment=0, low=0, high=6, concept="japan-new-zealand", term=term)
    doubtful = Match(
        part="", start=7, end=9, matched="日本", segment=0, low=0, high=2, concept="japan", term=term,
        verdict=Verdict.REVIEW, reason="verdict.language",
    )  # fmt: skip
    report = ScanReport(files=(ScanFile(path="a.md", matches=(match, doubtful)),), texts={"a.md": {"": SOURCE}})
    assert list(text.render_scan(report)) == [
        "a.md:2:8: Nissin  japan-new-zealand  en  wrong",
        "a.md:2:1: 日本  japan  en  wrong  (please check: the language of the text is not certain)",
    ]
