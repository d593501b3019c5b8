"""What stands between quotation marks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.text.quotations import has_sic, quotation_spans, quoted_as_word

CASES = [
    ("He said “the Nissin talks” yesterday", ["the Nissin talks"]),
    ("He said “a ‘b’ c” and “d”", ["a ‘b’ c", "b", "d"]),
    ("the ministers’ meeting wasn’t long", []),
    ("‘The ministers’ meeting’ was long", ["The ministers’ meeting"]),
    ("‘It wasn’t long’, he said", ["It wasn’t long"]),
    ('say "Nissin" and "Rixin"', ["Nissin", "Rixin"]),
    ('a 5" gun and a 6" gun', []),
    ("首相は「日新『共同』声明」と述べた", ["日新『共同』声明", "共同"]),
    ("他写的《新西兰》和〈日本〉", []),
    ("“First paragraph of a long quotation.", ["First paragraph of a long quotation."]),
    ("「続く段落", ["続く段落"]),
    ('an unclosed "word', []),
    ("an unclosed ‘word", []),
    ("a stray ” mark", []),
    ("“A” then “B", ["A", "B"]),
    ("“”", []),
    ("the ’90s were “good”", ["good"]),
    ('日本の"新"政策', ["新"]),
]


@pytest.mark.parametrize(("text", "quoted"), CASES)
def test_quotations_are_what_stands_between_the_marks(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotation_spans(text)] == quoted


@pytest.mark.parametrize(
    ("text", "word", "alone"),
    [
        ("called “Nissin” by", "Nissin", True),
        ("called “Nissin,” by", "Nissin", True),
        ("called 'Nissin' by", "Nissin", True),
        ("「日新」という", "日新", True),
        ("“the Nissin talks”", "Nissin", False),
        ("“Nissin talks”", "Nissin", False),
        ("“Nissin」", "Nissin", False),
        ("《日新》", "日新", False),
        ("Nissin", "Nissin", False),
    ],
)
def test_a_word_quoted_by_itself_is_spoken_about(text: str, word: str, alone: bool) -> None:
    start = text.index(word)
    assert quoted_as_word(text, start, start + len(word)) is alone


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (" [sic] talks", True),
        ("(sic)", True),
        ("” [Sic]", True),
        ("［ママ］", True),
        ("（ママ）", True),
        ("（原文如此）", True),
        (" talks [sic]", False),
        ("", False),
    ],
)
def test_sic_counts_directly_after_the_word_only(after: str, found: bool) -> None:
    assert has_sic("Nissin" + after, len("Nissin")) is found


@given(st.text(alphabet="aé s“”‘’\"「」『』'\n5") | st.text())
def test_quotations_lie_inside_the_text_in_order(text: str) -> None:
    spans = quotation_spans(text)
    assert list(spans) == sorted(spans)
    assert all(0 < start < end <= len(text) for start, end in spans)


def test_one_long_paragraph_takes_time_in_proportion_to_its_length() -> None:
    def cpu(text: str) -> float:
        start = time.process_time()
        quotation_spans(text)
        return time.process_time() - start

    for unit in ("“a” ", "‘as’ b ", "“", "‘", "「『", '"a" '):
        assert cpu(unit * 40_000) < 40 * max(cpu(unit * 4_000), 0.002)
