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


UNITS = ["word word. ", "word word word\n", "日本の。", "http://a.b/c ", "a@b ", "> a\n", "- a\n", "a.com/", "a://", "（"]


@pytest.mark.parametrize("unit", UNITS)
def test_one_long_paragraph_takes_time_in_proportion_to_its_length(unit: str) -> None:
    def cpu(text: str) -> float:
        start = time.process_time()
        segments(text)
        return time.process_time() - start

    assert cpu(unit * 50_000) < 40 * max(cpu(unit * 5_000), 0.005)
