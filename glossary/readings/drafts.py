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


@cache
def han_readings(char: str) -> frozenset[str]:
    """Return the readings of one Han character as syllables with tone number (hang2, xing2), empty where none is known."""
    known: Any = _dictionary()
    found = [syllable for one in known.get(ord(char), "").split(",") for syllable in syllables(one)]
    return frozenset(f"{syllable}{syllable.tone}" for syllable in found)


@cache
def _dictionary() -> Any:
    from pypinyin.pinyin_dict import pinyin_dict

    return pinyin_dict
