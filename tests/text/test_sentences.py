"""Where sentences end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.text.sentences import sentence_spans

# One sentence an item; joined they are the text.
CASES = [
    ["The talks ended. ", "Mr. Kishida left."],
    ["Dr. J. A. Smith of the U.S. Navy met Gen. Lee. ", "He left."],
    ["They met in the U.S. ", "The talks went on."],
    ["It was signed at 5 p.m. ", "He left at 6 p.m. Tokyo time."],
    ["See No. 3 of the list. ", "He said no. ", "They left."],
    ["Growth was 3.5 per cent. ", "Prices fell 0.2."],
    ["He paused... and went on. ", "She waited... ", "Then she left."],
    ["“We agree.” ", "He signed it."],
    ["“Do we agree?” he asked. ", "Yes!"],
    ["It opened on Oct. 5 in Oct. ", "Then it closed."],
    ["Nissin Foods Co. Ltd. Tokyo opened a plant (see Fig. 2). ", "It closed."],
    ["The agreement, e.g. GSOMIA, holds."],
    ["首脳会談が開かれた。", "両国は合意した。"],
    ["首相は「合意した。」と述べた。", "会談は続く。"],
    ["「なぜ？」と聞いた。", "「はい。」", "「いいえ。」"],
    ["本当か？", "違う！！", "次へ。"],
    ["他说：“我来了。”", "她走了。"],
    ["增长3.5%。", "物价下跌……继续下跌。"],
    ["一つ目の文。\n", "二つ目の\n文。"],
    ["A line\nthat goes on.\n\n", "Another one"],
    ["No stop at all\r\n\r\n", "second"],
    ["Visit Wellington! ", "日本は遠い。", "It is far."],
    ["Was it e.g. the “Quad.” ", "Yes."],
]


@pytest.mark.parametrize("sentences", CASES, ids=lambda sentences: sentences[0][:30])
def test_sentences_end_where_a_reader_says(sentences: list[str]) -> None:
    text = "".join(sentences)
    assert [text[start:end] for start, end in sentence_spans(text, "")] == sentences


@given(st.text(alphabet="aB .!?。！？」”\n\r'1…") | st.text())
def test_sentences_cover_the_text_without_overlap(text: str) -> None:
    spans = sentence_spans(text, "en")
    assert "".join(text[start:end] for start, end in spans) == text
    assert all(start < end for start, end in spans)


def test_one_long_paragraph_takes_time_in_proportion_to_its_length() -> None:
    def cpu(text: str) -> float:
        best = float("inf")
        for _ in range(3):  # the collector may run in any of them
            start = time.process_time()
            sentence_spans(text, "en")
            best = min(best, time.process_time() - start)
        return best

    for unit in ("The U.S. Navy said no. ", ". . . ", "\n", "a" * 50, "。」", "((("):
        assert cpu(unit * 40_000) < 40 * max(cpu(unit * 4_000), 0.002)
