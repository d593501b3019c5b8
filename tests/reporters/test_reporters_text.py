"""What people read: one block a finding, one line a match, one sentence at the end."""

from __future__ import annotations

import re

import pytest

from glossary import locale
from glossary.findings import Finding, Severity, Suggestion, Verdict
from glossary.lint import FileReport
from glossary.matching.match import Match
from glossary.messages import MESSAGES
from glossary.model import Concept, Status, Term, Termbase, TermType
from glossary.reporters import text
from glossary.reporters.display import Display
from glossary.reporters.report import Report, ScanFile, ScanReport, finding_message, headwords

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


PAIR = (Suggestion("green paper"), Suggestion("green book"))


@pytest.mark.parametrize(
    ("language", "preferred", "suggestions", "expected"),
    [
        ("en", "green paper / green book", PAIR, "“x” is misspelt; write “green paper” / “green book”"),
        ("en", "green paper", PAIR[:1], "“x” is misspelt; write “green paper”"),
        ("en", "a / b", (Suggestion("a / b"),), "“x” is misspelt; write “a / b”"),
        ("en", "something else", PAIR, "“x” is misspelt; write “something else”"),
        ("ja", "green paper / green book", PAIR, "「green paper」 / 「green book」"),
        ("zh_Hans", "green paper / green book", PAIR, "“green paper” / “green book”"),
        ("zh_Hant", "green paper / green book", PAIR, "「green paper」 / 「green book」"),
    ],
)
def test_each_of_several_suggestions_has_its_own_quotation_marks(
    language: str, preferred: str, suggestions: tuple[Suggestion, ...], expected: str
) -> None:
    given = finding(message_id="deprecated-term.misspelling", arguments={"matched": "x", "preferred": preferred}, suggestions=suggestions)
    locale.activate(language)
    try:
        shown = lint(given)[0]
    finally:
        locale.activate("en")
    assert expected in shown


@pytest.mark.parametrize("id", [id for id, text in MESSAGES.items() if "%(preferred)s" in text])
@pytest.mark.parametrize("language", ["en", "ja", "zh_Hans", "zh_Hant"])
def test_every_message_has_marks_around_what_to_write(id: str, language: str) -> None:
    arguments = dict.fromkeys(re.findall(r"%\((\w+)\)", MESSAGES[id]), "-") | {"preferred": "green paper / green book"}
    locale.activate(language)
    try:
        shown = finding_message(finding(message_id=id, arguments=arguments, suggestions=PAIR))
    finally:
        locale.activate("en")
    assert re.search(r"[“「]green paper[”」] / [“「]green book[”」]", shown)


@pytest.mark.parametrize(
    ("within", "names", "expected"),
    [
        ("document", {"new-zealand": "New Zealand", "japan": "Japan"}, "not near New Zealand, Japan (whole text)"),
        ("paragraph", {"japan": "Japan"}, "not near new-zealand, Japan (same paragraph)"),
        ("sentence", {}, "not near new-zealand, japan (same sentence)"),
    ],
)
def test_a_reason_has_headwords_and_scopes_in_words(within: str, names: dict[str, str], expected: str) -> None:
    given = finding(verdict=Verdict.REVIEW, reason="verdict.near", reason_arguments={"concepts": "new-zealand, japan", "within": within})
    report = Report(files=(FileReport(path="a.md", findings=(given,)),), texts={"a.md": {"": SOURCE}}, names={"a.md": names})
    assert f"    Please check: {expected}" in list(text.render_lint(report))


def test_a_concept_is_named_in_english_by_its_preferred_name_and_by_none_that_takes_sides() -> None:
    def term(text: str, status: Status = Status.PREFERRED, language: str = "en", type: TermType = TermType.FULL) -> Term:
        return Term(text=text, language=language, status=status, type=type)

    termbase = Termbase(
        title="Sample",
        concepts=(
            Concept(
                id="a", terms=(term("甲", language="ja"), term("Wrong", Status.DEPRECATED), term("Old", Status.ADMITTED), term("Right"))
            ),
            Concept(id="b", terms=(term("甲", language="ja"),)),
            Concept(id="c", contested=True, terms=(term("Theirs"), term("Ours"), term("Ours/Theirs", type=TermType.DUAL))),
            Concept(id="d", contested=True, terms=(term("Theirs"), term("Ours"))),
            Concept(id="e", terms=(term("Wrong", Status.DEPRECATED),)),
        ),
    )
    assert headwords(termbase) == {"a": "Right", "b": "甲", "c": "Ours/Theirs", "d": "Ours", "e": "e"}


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
