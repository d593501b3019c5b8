"""Readings stand over the characters they belong to, or over the whole: never over the wrong ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.printing.ruby import furigana, pinyin


@pytest.mark.parametrize(
    ("text", "reading", "expected"),
    [
        ("情報保護協定", "じょうほう ほご きょうてい", "情報保護協定(じょうほう ほご きょうてい)"),
        ("日・ニュージーランド", "にち・ニュージーランド", "日(にち)・ニュージーランド"),
        ("取り扱い要領", "とりあつかい ようりょう", "取(と)り扱(あつか)い要領(ようりょう)"),
        ("取り扱い説明書", "とりあつかい せつめいしょ", "取り扱い説明書(とりあつかい せつめいしょ)"),
        ("ソロモン諸島", "ソロモンしょとう", "ソロモン諸島(しょとう)"),
        ("人の子の話", "ひとのこのはなし", "人(ひと)の子(こ)の話(はなし)"),
        ("日本の夏の話", "にほんのなつののはなし", "日本の夏の話(にほんのなつののはなし)"),
        ("野の花", "ののはな", "野(の)の花(はな)"),
        ("食べ物", "のみもの", "食べ物(のみもの)"),
        ("ニュージーランド", "", "ニュージーランド"),
        ("外交", "", "外交"),
    ],
)
def test_furigana(text: str, reading: str, expected: str) -> None:
    assert shown(furigana(text, reading)) == expected


def test_a_name_is_read_by_its_parts() -> None:
    assert shown(furigana("原敬一郎", "はら けいいちろう", (("原", "はら"), ("敬一郎", "けいいちろう")))) == "原(はら)敬一郎(けいいちろう)"


@pytest.mark.parametrize(
    ("text", "reading", "expected"),
    [
        ("情报", "qíngbào", "情(qíng)报(bào)"),
        ("人工岛", "réngōng dǎo", "人(rén)工(gōng)岛(dǎo)"),
        ("西安", "Xī’ān", "西(Xī)安(ān)"),
        ("新西兰", "Xīnxīlán", "新(Xīn)西(xī)兰(lán)"),
        ("女儿", "nǚ'ér", "女(nǚ)儿(ér)"),
        ("方案", "fāngàn", "方案(fāngàn)"),
        ("在Quad会议", "zài Quad huìyì", "在Quad会议(zài Quad huìyì)"),
        ("日·新", "rì xīn", "日(rì)·新(xīn)"),
        ("日新", "", "日新"),
    ],
)
def test_pinyin(text: str, reading: str, expected: str) -> None:
    assert shown(pinyin(text, reading)) == expected


@given(st.text("日新のー・aソlǚn'"), st.text("にちしん のaxīnrì'"))
def test_no_character_is_lost(text: str, reading: str) -> None:
    assert "".join(piece.base for piece in furigana(text, reading)) == text
    assert "".join(piece.base for piece in pinyin(text, reading)) == text


def shown(pieces: tuple[tuple[str, str], ...]) -> str:
    return "".join(f"{base}({reading})" if reading else base for base, reading in pieces)
