"""For every match and finding the text at its span is `matched`, whatever the file is made of."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.compile import compile_termbase
from glossary.documents.model import Document
from glossary.documents.registry import read_document
from glossary.lint import LintOptions, lint_document
from glossary.matching.matcher import Matcher
from glossary.model import Concept, Kind, Reason, Status, Term, Termbase
from glossary.text.span import Lines


def wrong(text: str, right: str, language: str, id: str) -> Concept:
    terms = (
        Term(text=right, language=language, status=Status.PREFERRED),
        Term(text=text, language=language, status=Status.DEPRECATED, reason=Reason.MISRENDERING),
    )
    return Concept(id=id, kind=Kind.AGREEMENT, terms=terms)


MATCHER: Matcher = compile_termbase(
    Termbase(
        title="test",
        concepts=(
            wrong("protection agreement", "security agreement", "en", "isa-en"),
            wrong("保全協定", "保護協定", "ja", "isa-ja"),
            wrong("ニュージランド", "ニュージーランド", "ja", "nz-ja"),
            wrong("葛城", "葛城山", "ja", "katsuragi"),
        ),
    )
)

TEXTS = [
    ("plain", "a protection agreement was signed", ["protection agreement"]),
    ("CRLF", "first\r\nThe protection\r\nagreement was signed\r\n", ["protection\r\nagreement"]),
    ("CR", "first\rThe protection\ragreement was signed\r", ["protection\ragreement"]),
    ("no-break space", "a protection\u00a0agreement", ["protection\u00a0agreement"]),
    ("line separator", "one\u2028The protection agreement", ["protection agreement"]),
    ("line separator inside", "The protection\u2028agreement", ["protection\u2028agreement"]),
    ("astral", "𠮷野家は保全協定を結ぶ。", ["保全協定"]),
    ("astral in English", "😀 the protection agreement 😀", ["protection agreement"]),
    ("combining", "Cafe\u0301 and the protection agreement", ["protection agreement"]),
    ("combining at the edge", "the protection agreement\u0301", []),
    ("decomposed kana", "ニュージラント\u3099の保全協定です。", ["ニュージラント\u3099", "保全協定"]),
    ("half-width kana", "ﾆｭｰｼﾞﾗﾝﾄﾞと保全協定を結ぶ。", ["ﾆｭｰｼﾞﾗﾝﾄﾞ", "保全協定"]),
    ("variation selector", "葛\U000e0100城さんは保全\ufe00協定を読む。", ["葛\U000e0100城", "保全\ufe00協定"]),
    ("variation selector at the end", "これは保全協定\ufe00です。", ["保全協定\ufe00"]),
    ("zero-width space", "これは保全\u200b協定です。", ["保全\u200b協定"]),
    ("full width", "ｐｒｏｔｅｃｔｉｏｎ　ａｇｒｅｅｍｅｎｔ", ["ｐｒｏｔｅｃｔｉｏｎ　ａｇｒｅｅｍｅｎｔ"]),
]
MARKDOWN = [
    ("emphasis inside", "a protec**tion agree**ment", ["protec**tion agree**ment"]),
    ("emphasis around", "a *protection agreement* here", ["protection agreement"]),
    ("soft break", "a protection\nagreement", ["protection\nagreement"]),
    ("quotation", "> a protection\n> agreement", ["protection\n> agreement"]),
    ("code", "a `protection agreement` in code", []),
    ("entity", "a protection&nbsp;agreement", ["protection&nbsp;agreement"]),
    ("link", "[protection agreement](https://example.org/protection-agreement)", ["protection agreement"]),
]


def check(document: Document, expected: list[str] | None = None) -> None:
    text = document.parts[0].text
    matches = MATCHER.explain(document)
    findings = lint_document(document, MATCHER, LintOptions()).findings
    lines = Lines(text)
    for found in (*matches, *findings):
        assert text[found.start : found.end] == found.matched
    for finding in findings:
        assert lines.position(finding.start) == (finding.line, finding.column)
        assert lines.position(finding.end) == (finding.end_line, finding.end_column)
    if expected is not None:
        assert [finding.matched for finding in findings] == expected


@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize(("why", "text", "expected"), TEXTS, ids=[case[0] for case in TEXTS])
def test_spans_of_plain_text(why: str, text: str, expected: list[str], bom: bytes) -> None:
    check(read_document("draft.txt", bom + text.encode()), expected)


@pytest.mark.parametrize("bom", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize(("why", "text", "expected"), MARKDOWN, ids=[case[0] for case in MARKDOWN])
def test_spans_of_markdown(why: str, text: str, expected: list[str], bom: bytes) -> None:
    check(read_document("draft.md", bom + text.encode()), expected)


@pytest.mark.parametrize(("why", "text", "expected"), TEXTS, ids=[case[0] for case in TEXTS])
def test_spans_of_utf_16(why: str, text: str, expected: list[str]) -> None:
    check(read_document("draft.txt", codecs.BOM_UTF16_LE + text.encode("utf-16-le")), expected)


PIECES = st.one_of(
    st.sampled_from(["protection agreement", "保全協定", "protec", "tion", "保全", "協定", "が", "は", "。", ". ", "𠮷"]),
    st.sampled_from(["*", "**", "_", "> ", "`", "[", "](x)", "&amp;", "- ", "# ", "|", "“", "”", "「", "」"]),
    st.sampled_from(["\n", "\r\n", "\n\n", " ", "\u00a0", "\u2028", "\u200b", "\ufe00", "\u0301", "\u3099", "ﾞ"]),
)


@given(st.lists(PIECES, max_size=20).map("".join), st.sampled_from(["draft.txt", "draft.md"]))
def test_spans_of_anything(text: str, name: str) -> None:
    check(read_document(name, text.encode()))
