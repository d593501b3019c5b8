"""Pinyin: marks, numbers, plain; syllables."""

from __future__ import annotations

import pytest

from glossary.readings.pinyin import marked, numbered, plain, syllables

CASES = [
    ("qíngbào bǎohù xiédìng", "qing2bao4 bao3hu4 xie2ding4", "qingbao baohu xieding"),
    ("xī'ān", "xi1'an1", "xi'an"),
    ("fǎnguó", "fan3guo2", "fanguo"),
    ("nǚ'ér", "nü3'er2", "nü'er"),
    ("jīnián", "ji1nian2", "jinian"),
    ("wǒmen", "wo3men5", "women"),
    ("fēilǜbīn", "fei1lü4bin1", "feilübin"),
    ("liú", "liu2", "liu"),
    ("guì", "gui4", "gui"),
    ("ōuméng", "ou1meng2", "oumeng"),
]


@pytest.mark.parametrize(("marks", "numbers", "bare"), CASES)
def test_the_three_ways_of_writing_say_the_same(marks: str, numbers: str, bare: str) -> None:
    assert (numbered(marks), marked(numbers), plain(marks)) == (numbers, marks, bare)


@pytest.mark.parametrize(
    ("pinyin", "expected"),
    [
        ("Tái·wān", ["tai2", "wan1"]),
        ("xiān", ["xian1"]),
        ("lv4se4", ["lü4", "se4"]),
        ("Měi-Rì", ["mei3", "ri4"]),
        ("lüèduó", ["lüe4", "duo2"]),
        ("Shǎnxī", ["shan3", "xi1"]),
        ("fāngàn", ["fan1", "gan4"]),
        ("huār", ["hua1", "r5"]),
    ],
)
def test_pinyin_divides_into_syllables(pinyin: str, expected: list[str]) -> None:
    assert [f"{one}{one.tone}" for one in syllables(pinyin)] == expected


@pytest.mark.parametrize("text", ["", "Washington", "xyz", "G7", "kyō", "zhong1guo6"])
def test_what_is_no_pinyin_has_no_syllables(text: str) -> None:
    assert syllables(text) == ()
    assert (numbered(text), marked(text), plain(text)) == ("", "", "")
