"""Kana to Latin letters."""

from __future__ import annotations

import pytest

from glossary.readings.han import kana_reading
from glossary.readings.kana import hepburn, hiragana, is_kana, kunrei, loose


@pytest.mark.parametrize(
    ("kana", "expected_hepburn", "expected_kunrei"),
    [
        ("にっしん", "nisshin", "nissin"),
        ("しゃちょう", "shachou", "syatyou"),
        ("じょうほう", "jouhou", "zyouhou"),
        ("まっちゃ", "matcha", "mattya"),
        ("ニュージーランド", "nyuujiirando", "nyuuziirando"),
        ("ティーム", "tiimu", "tiimu"),
        ("ウィーン", "wiin", "wiin"),
        ("ヴァイオリン", "vaiorin", "vaiorin"),
        ("ｼﾞｬﾊﾟﾝ", "japan", "zyapan"),
        ("つづく", "tsuzuku", "tuzuku"),
        ("ー", "", ""),
        ("っ", "", ""),
    ],
)
def test_kana_is_romanised(kana: str, expected_hepburn: str, expected_kunrei: str) -> None:
    assert (hepburn(kana), kunrei(kana)) == (expected_hepburn, expected_kunrei)


@pytest.mark.parametrize("spelling", ["Ōhira", "Oohira", "Ohira", "Ôhira", "O-hira", "ohira"])
def test_spellings_of_a_long_vowel_have_one_key(spelling: str) -> None:
    assert loose(spelling) == loose(hepburn("おおひら"))


def test_older_hepburn_has_the_same_key() -> None:
    assert loose("Shimbun") == loose("shinbun")


def test_only_kana_is_its_own_reading() -> None:
    assert is_kana("ニュージーランド")
    assert is_kana("きしだ ふみお")
    assert not is_kana("日・ニュージーランド")
    assert not is_kana(" ")


def test_katakana_and_middle_dots_do_not_count() -> None:
    assert hiragana("ボロボロ・ドゥ") == "ぼろぼろどぅ"


@pytest.mark.parametrize(
    ("text", "reading"), [("情報保護協定", "じょうほうほごきょうてい"), ("髙橋", ""), ("吉田𠮷", ""), ("クアッド", "くあっど")]
)
def test_a_reading_is_whole_or_absent(text: str, reading: str) -> None:
    assert kana_reading(text) == reading
