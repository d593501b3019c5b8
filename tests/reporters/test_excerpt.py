"""The mark stands under what was found, whatever the script and however long the line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from glossary.reporters.display import display_width, visible, wrapped
from glossary.reporters.excerpt import excerpt


@pytest.mark.parametrize(
    ("line", "found", "underline"),
    [
        ("The Nissin summit", "Nissin", "    ^^^^^^"),
        ("21日新西兰总理", "新西兰", "    ^^^^^^"),
        ("ﾆｯｼﾝ食品", "食品", "    ^^^^"),
        ("Ａ日Ｂ", "Ｂ", "    ^^"),
        ("葛\U000e0100城市のNissin", "Nissin", "        ^^^^^^"),
        ("cafe\u0301 Nissin", "Nissin", "     ^^^^^^"),
        ("か\u3099く Nissin", "Nissin", "     ^^^^^^"),
        ("a\tNissin", "Nissin", "        ^^^^^^"),
        ("日\tNissin", "Nissin", "        ^^^^^^"),
        ("👨\u200d👩\u200d👧 Nissin", "Nissin", "   ^^^^^^"),
        ("𠮷野家 日新", "日新", "       ^^^^"),
        ("\u200bNissin", "Nissin", "^^^^^^"),
    ],
)
def test_the_mark_is_aligned(line: str, found: str, underline: str) -> None:
    start = line.index(found)
    assert excerpt(line, start, start + len(found), width=80).underline == underline


def test_a_mark_over_half_a_grapheme_covers_the_whole() -> None:
    assert excerpt("cafe\u0301", 3, 4, width=80).marked == "e\u0301"


def test_an_empty_span_is_still_seen() -> None:
    assert excerpt("ab", 2, 2, width=80).underline == "  ^"
    assert excerpt("", 0, 0, width=80).underline == "^"


def test_a_find_that_goes_on_in_the_next_line_is_marked_to_the_end_of_this_one() -> None:
    assert excerpt("New", 0, 11, width=80).underline == "^^^"


@pytest.mark.parametrize(
    ("line", "start", "end", "expected"),
    [
        ("x" * 50 + "Nissin" + "y" * 50, 50, 56, "…" + "x" * 6 + "Nissin" + "y" * 6 + "…"),
        ("Nissin" + "y" * 50, 0, 6, "Nissin" + "y" * 12 + "…"),
        ("x" * 50 + "Nissin", 50, 56, "…" + "x" * 12 + "Nissin"),
        ("日" * 50, 20, 22, "…" + "日" * 9 + "…"),
    ],
)
def test_a_long_line_is_cut_around_the_find(line: str, start: int, end: int, expected: str) -> None:
    assert excerpt(line, start, end, width=20).line == expected


def test_a_find_longer_than_the_line_is_cut_at_its_end() -> None:
    shown = excerpt("a" * 10 + "b" * 100 + "c" * 10, 10, 110, width=20)
    assert shown.line == "…" + "b" * 18 + "…"
    assert shown.underline == " " + "^" * 18


def test_control_characters_are_shown_and_never_sent() -> None:
    shown = excerpt("\x1b[31mNissin\x07\u202e", 5, 11, width=80)
    assert shown.line == "␛[31mNissin␇\ufffd"
    assert shown.underline == "     ^^^^^^"
    assert visible("a\x9bb\x7f") == "a\ufffdb␡"
    assert visible("日新 – é") == "日新 – é"


TEXT = st.text(st.sampled_from("abc 日新ﾆ–\t\u0301\u3099\U000e0100\u200d👩𠮷\x1b"), max_size=60)


@given(TEXT, st.data(), st.integers(20, 60))
def test_what_is_printed_is_never_wider_than_asked_and_the_mark_lies_within(line: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    shown = excerpt(line, start, end, width=width)
    assert display_width(shown.line) <= width
    assert wcswidth(shown.underline) <= max(width, display_width(shown.line) + 1)
    assert "\t" not in shown.line
    assert "\x1b" not in shown.line


def test_a_paragraph_is_wrapped_by_columns_and_no_line_begins_with_punctuation() -> None:
    text = "名前が英語、日本語、中国語でどう呼ばれるかを、正しい形、許容される形、誤った形とその理由。"
    lines = wrapped(text + "glossary lookup を使う。", 24)
    assert all(display_width(line) <= 24 for line in lines)
    assert not [line for line in lines if line[0] in "、。っ"]
    assert "".join(lines).replace(" ", "").startswith("名前が英語、日本語、中国語でどう呼ばれる")
    assert wrapped("", 24) == []


def test_only_what_is_near_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    import wcwidth

    measured: list[str] = []
    real = wcwidth.wcswidth
    monkeypatch.setattr(wcwidth, "wcswidth", lambda text: measured.append(text) or real(text))
    line = "日新 " * 100_000
    found = excerpt(line, 150_000, 150_002, width=80)
    assert found.marked == "日新"
    assert len(measured) < 2_000
    assert found.line.startswith("…")
    assert found.line.endswith("…")
