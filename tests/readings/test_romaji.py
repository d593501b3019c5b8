"""Readings in the spellings of official bodies and typists, and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.readings.kana import hiragana
from glossary.readings.romaji import STYLES, to_kana

CASES = [
    # reading, Hepburn, passport, Kunrei, wāpuro
    ("とうきょう", "tōkyō", "tokyo", "tôkyô", "toukyou"),
    ("しん|いち", "shin'ichi", "shinichi", "sin'iti", "shin'ichi"),
    ("おお|うち", "ōuchi", "ouchi", "ôuti", "oouchi"),
    ("おも|う", "omou", "omou", "omou", "omou"),
    ("こ|うし", "koushi", "koushi", "kousi", "koushi"),
    ("まつ|うら", "matsuura", "matsuura", "matuura", "matsuura"),
    ("みそのお", "misonō", "misonoo", "misonô", "misonoo"),
    ("たかとお", "takatō", "takatoo", "takatô", "takatoo"),
    ("おおの", "ōno", "ono", "ôno", "oono"),
    ("なんば", "nanba", "namba", "nanba", "nanba"),
    ("はっちょう", "hatchō", "hatcho", "hattyô", "hatchou"),
    ("ニュージーランド", "nyūjīrando", "nyujirando", "nyûzîrando", "nyuujiirando"),
    ("コンピューター", "konpyūtā", "kompyuta", "konpyûtâ", "konpyuutaa"),
    ("おにいさん", "oniisan", "oniisan", "oniisan", "oniisan"),
    ("じょうほう ほご きょうてい", "jōhō hogo kyōtei", "joho hogo kyotei", "zyôhô hogo kyôtei", "jouhou hogo kyoutei"),
    ("ファイブ・アイズ", "faibuaizu", "faibuaizu", "haibuaizu", "faibuaizu"),
]


@pytest.mark.parametrize(("reading", "hepburn", "passport", "kunrei", "wapuro"), CASES)
def test_a_reading_is_romanised_in_each_style(reading: str, hepburn: str, passport: str, kunrei: str, wapuro: str) -> None:
    assert {name: style(reading) for name, style in STYLES.items()} == {
        "hepburn": hepburn,
        "passport": passport,
        "kunrei": kunrei,
        "wapuro": wapuro,
    }


@pytest.mark.parametrize(
    ("latin", "style", "kana"),
    [
        ("Nisshin", "hepburn", "にっしん"),
        ("Nissin", "kunrei", "にっしん"),
        ("Shin'ichi", "hepburn", "しんいち"),
        ("Kishida Fumio", "hepburn", "きしだ ふみお"),
        ("matcha", "hepburn", "まっちゃ"),
        ("shimbun", "hepburn", "しんぶん"),
        ("Tōkyō", "hepburn", "とうきょう"),
        ("ti", "kunrei", "ち"),
        ("ti", "hepburn", "てぃ"),
        ("nanyang", "hepburn", ""),
        ("Xi Jinping", "hepburn", ""),
        ("", "hepburn", ""),
    ],
)
def test_latin_spells_kana_or_nothing(latin: str, style: str, kana: str) -> None:
    assert to_kana(latin, style=style) == kana


# What has one spelling only; づ ぢ を and small kana by themselves share theirs with others.
PLAIN = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわがざだば"
KANA = st.text(st.sampled_from(PLAIN), min_size=1, max_size=8)


@given(KANA)
def test_what_is_typed_for_kana_gives_them_back(kana: str) -> None:
    assert to_kana(STYLES["wapuro"](kana)) == hiragana(kana)
