"""Plain text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents.builder import OBJECT
from glossary.documents.model import SegmentKind
from glossary.documents.plain import PLAIN, segments

H, P, Q, I = SegmentKind.HEADING, SegmentKind.PARAGRAPH, SegmentKind.QUOTE, SegmentKind.ITEM  # noqa: E741

CASES = [
    ("", []),
    (" \n\t\n　\n", []),
    ("One.\n\nTwo.\r\n\r\nThree.\r\rFour.", [(P, "One."), (P, "Two."), (P, "Three."), (P, "Four.")]),
    ("intelligence\nprotection agreement.", [(P, "intelligence\nprotection agreement.")]),
    ("intelligence \r\n   protection agreement.", [(P, "intelligence\r\nprotection agreement.")]),
    ("会談は日\n新両国の協定。", [(P, "会談は日\n新両国の協定。")]),
    (
        "In 1999 the South Pacific\nForum met in the capital, with all of its many members.",
        [
            (P, "In 1999 the South Pacific\nForum met in the capital, with all of its many members."),
        ],
    ),
    ("A headline\n\nThe text.", [(H, "A headline"), (P, "The text.")]),
    ("首脳会談\n\n会談が行われた。", [(H, "首脳会談"), (P, "会談が行われた。")]),
    ("JAPAN, NZ\nThe countries met on Thursday.", [(H, "JAPAN, NZ"), (P, "The countries met on Thursday.")]),
    ("Dear Mr Smith,\n\nThe text.", [(P, "Dear Mr Smith,"), (P, "The text.")]),
    ("x" * 101, [(P, "x" * 101)]),
    ("　第一段。\n　第二段は\n続く", [(P, "第一段。"), (P, "第二段は\n続く")]),
    ("第一段。\n「第二段。」\n第三段", [(P, "第一段。"), (P, "「第二段。」"), (H, "第三段")]),
    ("- one\n- two\n  goes on\n1. three\n・四\n①五", [(I, "one"), (I, "two\ngoes on"), (I, "three"), (I, "四"), (I, "五")]),
    (
        "A line that ends here.\nA line that is a great deal longer than the one before.",
        [
            (P, "A line that ends here."),
            (P, "A line that is a great deal longer than the one before."),
        ],
    ),
    ("He is in the U.S.\nNavy today.", [(P, "He is in the U.S.\nNavy today.")]),
    ("> quoted\n>> again\nanswer.", [(Q, "quoted\nagain"), (P, "answer.")]),
    ("> one\n>\n> two", [(Q, "one"), (Q, "two")]),
    ("See https://nissin.com/x?y=1.", [(P, f"See {OBJECT}.")]),
    ("詳しくはhttps://example.jp/日新をご覧ください。", [(P, f"詳しくは{OBJECT}をご覧ください。")]),
    ("Ask a.b@nissin.co.jp or @nissin or www.nissin.com/a (nissin.com).", [(P, f"Ask {OBJECT} or {OBJECT} or {OBJECT} ({OBJECT}).")]),
    ("(http://en.wikipedia.org/wiki/Nissin_(company))", []),
    ("a\u2028b\x85c\x0bd", [(H, "a\u2028b\x85c\x0bd")]),
    ("***\n\n---\n\n...", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda value: repr(value)[:40])
def test_paragraphs_are_where_a_reader_sees_them(text: str, expected: list[tuple[SegmentKind, str]]) -> None:
    assert [(segment.kind, segment.text.text) for segment in segments(text)] == expected


@given(st.text(alphabet="aB.。> \n\r\t　-1・日@:/w") | st.text())
def test_the_text_of_a_segment_is_the_source_at_its_place(text: str) -> None:
    last = 0
    for segment in segments(text):
        for offset in range(len(segment.text)):
            low, high = segment.text.hull(offset, offset + 1)
            char = segment.text.text[offset]
            assert last <= low < high
            assert char == (text[low:high] if high == low + 1 else OBJECT)
            last = high


def test_nothing_is_escaped() -> None:
    assert PLAIN.escape("*a* [b]") == "*a* [b]"


MACHINE_TEXT = [
    "#intelligence-protection-agreement",
    "#security-agreement",
    "page#Security-Agreement",
    "{#intelligence-protection-agreement}",
    "{: #nissin .x}",
    "{target=nissin}",
    "docs/intelligence-protection-agreement/x",
    "intelligence-protection-agreement/x",
    "docs/nissin-talks/2024",
    "./drafts/nissin",
    "/etc/nissin/x",
    "C:\\nissin\\x",
    "drafts\\nissin",
    "drafts/nissin.md",
    "intelligence-protection-agreement-2024.pdf",
    "tag:intelligence-protection-agreement",
    "tag:nissin",
    'tag:"protection agreement"',
    'title="protection agreement"',
    "lang=nissin",
    "?key=a-b&x=1",
    "a?nissin=1",
    "x_intelligence-protection-agreement",
    "[[Nissin]]",
    "[[Nissin|the talks [[x]] there]]",
    "{{nissin}}",
    "{{cite\n| title=nissin {{x}}\n}}",
    "{% nissin %}",
]


@pytest.mark.parametrize("text", MACHINE_TEXT)
def test_machine_text_is_no_prose(text: str) -> None:
    assert [segment.text.text for segment in segments(f"See ({text}), nissin.")] == [f"See ({OBJECT}), nissin."]
    assert [segment.text.text for segment in segments(f"詳細は{text}を参照。")] == [f"詳細は{OBJECT}を参照。"]


PROSE = [
    "and/or",
    "Japan/New Zealand",
    "Senkaku/Diaoyu Islands",
    "he/she/they",
    "2/3",
    "24/7",
    "TCP/IP",
    "U.S./Japan",
    "Japan–US/Japan–NZ",
    "intelligence-sharing/information-security talks",
    "rules-based-order",
    "rules-based-order, state-of-the-art: both",
    "_rules-based-order_",
    "==rules-based-order==",
    "#AUKUS",
    "#日新",
    "#1",
    "C# and Q&A and AT&T",
    "x + y = z",
    "Nissin=日新",
    "note: rules-based-order",
    "10:30",
    "2024/05/01",
    "[sic] and [one]",
    "$5 and $6",
    "A$10 = US$7",
    "协定/条约",
]


@pytest.mark.parametrize("text", PROSE)
def test_words_joined_by_a_sign_are_prose(text: str) -> None:
    assert [segment.text.text for segment in segments(f"See {text}, nissin.")] == [f"See {text}, nissin."]


@given(st.text(alphabet="ab-/\\#=&_:{}[]%.? \n\r日$\"'`"))
def test_prose_around_machine_text_keeps_its_place(text: str) -> None:
    whole = f"before {text} after"
    for segment in segments(whole):
        for offset, char in enumerate(segment.text.text):
            low, high = segment.text.hull(offset, offset + 1)
            assert char in (OBJECT, whole[low:high])


SIGNS = ["a/", "/a-b-c", "#a-b", "a=b&", "a_", "a\\", "a:", "x.md ", ".md", "{{", "{{a} ", "[[a", "{#a", "1-1/", 'a="', "a-b-c/ ", "&a"]
UNITS = ["word word. ", "word word word\n", "日本の。", "http://a.b/c ", "a@b ", "> a\n", "- a\n", "a.com/", "a://", "（"]


@pytest.mark.parametrize("unit", [*UNITS, *SIGNS])
def test_one_long_paragraph_takes_time_in_proportion_to_its_length(unit: str) -> None:
    def cpu(text: str) -> float:
        best = float("inf")
        for _ in range(3):  # the collector may run in any of them
            start = time.process_time()
            segments(text)
            best = min(best, time.process_time() - start)
        return best

    assert cpu(unit * 50_000) < 40 * max(cpu(unit * 5_000), 0.005)
