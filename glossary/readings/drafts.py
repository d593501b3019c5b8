"""Readings that dictionaries propose, for people to decide on: pykakasi and SudachiPy for kana, pypinyin for pinyin.

A quarter of pykakasi's proposals for names and treaties is wrong, and an eighth of Sudachi's; where both agree they are right far
oftener. They never enter a termbase by themselves.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from glossary.readings.han import kana_reading
from glossary.readings.kana import hiragana, is_kana
from glossary.readings.pinyin import Syllable, syllables
from glossary.text.script import is_han
from glossary.text.segmenters import japanese_words, simplified


def kana_drafts(text: str) -> tuple[str, ...]:
    """Return the hiragana that pykakasi and Sudachi propose for `text`, best first, without repetition and empty ones.

    A proposal that leaves a character out (pykakasi drops 髙, 﨑 and simplified characters) is none.
    """
    words = japanese_words(text)
    sudachi = hiragana("".join(word.reading for word in words if any(char.isalnum() for char in text[word.start : word.end])))
    return tuple(dict.fromkeys(draft for draft in (sudachi, kana_reading(text)) if draft and is_kana(draft)))


def pinyin_draft(text: str) -> tuple[Syllable, ...]:
    """Return the syllables that pypinyin proposes for the Han characters of `text`, by phrase; () where one has none.

    Traditional characters are folded first: 重慶 is chóngqìng only to a dictionary that has 重庆.
    """
    folded = simplified(text)
    text = folded if len(folded) == len(text) else text
    from pypinyin import Style, pinyin

    proposed = pinyin(text, style=Style.TONE, errors="ignore")
    found = tuple(syllable for (one, *_rest) in proposed for syllable in syllables(one))
    return found if len(found) == sum(map(is_han, text)) else ()


# Readings of Taiwan's 國語一字多音審訂表 (Ministry of Education, 1999) that the mainland's dictionaries lack.
_TAIWAN = dict(
    entry.split(":")
    for entry in (
        "突:tu2 期:qi2 質:zhi2 究:jiu4 危:wei2 微:wei2 企:qi4 識:shi4 績:ji1 跡:ji1 擊:ji2 惜:xi2 息:xi2 夕:xi4 昔:xi2 液:yi4 "
        "癌:ai2 括:gua1 攜:xi1 綜:zong4 儲:chu2 署:shu4 菌:jun4 播:bo4 法:fa4 帆:fan2 諷:feng4 蹈:dao4"
    ).split()
)


@cache
def han_readings(char: str, taiwan: bool = False) -> frozenset[str]:
    """Return the readings of one Han character as syllables with tone number (hang2, xing2), empty where none is known."""
    known: Any = _dictionary()
    found = [syllable for one in known.get(ord(char), "").split(",") for syllable in syllables(one)]
    more = {_TAIWAN[char]} if taiwan and char in _TAIWAN else set()
    return frozenset(f"{syllable}{syllable.tone}" for syllable in found) | more


@cache
def _dictionary() -> Any:
    from pypinyin.pinyin_dict import pinyin_dict

    return pinyin_dict
