"""Readings set over the characters they belong to: furigana by word, pinyin by character.

A piece is only split where there is one way to do so; else the whole reading stands over the whole run. A reading over the wrong
character is worse than a coarse one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from glossary.readings.kana import hiragana

_HAN = "\u3005\u3006\u3007\u30f6\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUNS = re.compile(f"[{_HAN}][\ufe00-\ufe0f\U000e0100-\U000e01ef{_HAN}]*|[^{_HAN}]+")
_CHARACTERS = re.compile(f"[{_HAN}][\ufe00-\ufe0f\U000e0100-\U000e01ef]*|[^{_HAN}]+")
_IS_HAN = re.compile(f"[{_HAN}]")
# Hanyu Pinyin Fang'an: initials and finals, ü as v; the longest first.
_INITIAL = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
_FINALS = "iang iong uang ueng ang eng ing ong ian iao uai uan van ai ei ao ou an en in un vn ia ie iu ua uo ui ue ve er a o e i u v"
_BARE = "ang eng ai an ao ei en er ou a e o"  # finals that stand without an initial
_SYLLABLE = re.compile(f"(?:{_INITIAL}(?:{_FINALS.replace(' ', '|')})|{_BARE.replace(' ', '|')})\\Z")
_LONGEST = 6  # letters of zhuang, chuang, shuang
_TONES = "\u0300\u0301\u0304\u030c"


class Piece(NamedTuple):
    """A stretch of a term and the reading to set over it, "" for none."""

    base: str
    reading: str


def furigana(text: str, reading: str, names: Sequence[tuple[str, str]] = ()) -> tuple[Piece, ...]:
    """Return `text` with its kana reading over the Han in it, kana aligned with kana.

    `names` are the parts of a person's name with their readings, where they are known one by one. Where kana and reading do not
    agree, the reading stands over the whole.
    """
    if not reading or not _IS_HAN.search(text):
        return (Piece(text, ""),)
    if names and "".join(base for base, _ in names) == re.sub(r"[\s・]", "", text):
        return tuple(Piece(base, kana) for base, kana in names)
    runs = _RUNS.findall(text)
    if len(runs) == 1:
        return (Piece(text, reading),)
    # Shortest and longest agree only where there is one way: in 人の子の話 the kana of a run may itself hold a の.
    shortest, longest = (_aligned(runs, reading, some) for some in ("(.+?)", "(.+)"))
    if shortest is None or shortest != longest:
        return (Piece(text, reading),)
    readings = iter(shortest)
    return tuple(Piece(run, next(readings) if _IS_HAN.match(run) else "") for run in runs)


def pinyin(text: str, reading: str) -> tuple[Piece, ...]:
    """Return `text` with pinyin over each character of Han, or over the whole where syllables and characters do not agree."""
    characters = _CHARACTERS.findall(text)
    count = sum(1 for run in characters if _IS_HAN.match(run))
    if not reading or not count:
        return (Piece(text, ""),)
    syllables = _syllables(reading, count)
    if syllables is None:
        return (Piece(text, reading),)
    each = iter(syllables)
    return tuple(Piece(run, next(each) if _IS_HAN.match(run) else "") for run in characters)


def _aligned(runs: Sequence[str], reading: str, some: str) -> tuple[str, ...] | None:
    pattern = "".join(some if _IS_HAN.match(run) else re.escape(hiragana(run)) for run in runs)
    match = re.fullmatch(pattern, hiragana(reading))
    return match.groups() if match else None


def _syllables(reading: str, count: int) -> tuple[str, ...] | None:
    """Return the only way to read `reading` as `count` syllables, None where there are several or none."""
    words = [word for word in re.split(r"[\s'’·-]+", reading) if word]
    ways: list[tuple[str, ...]] = [()]
    for word in words:
        ways = [(*way, *more) for way in ways for more in _splits(unicodedata.normalize("NFC", word)) if len(way) + len(more) <= count]
        if len(ways) > 64:
            return None
    fitting = [way for way in ways if len(way) == count]
    return fitting[0] if len(fitting) == 1 else None


@cache
def _splits(word: str) -> tuple[tuple[str, ...], ...]:
    """Return every way to read `word` as syllables; one syllable has one tone mark at most."""
    if not word:
        return ((),)
    found = []
    for length in range(1, min(_LONGEST, len(word)) + 1):
        head = word[:length]
        if _is_syllable(head):
            found += [(head, *rest) for rest in _splits(word[length:])]
    return tuple(found)


def _is_syllable(text: str) -> bool:
    decomposed = unicodedata.normalize("NFD", text.lower())
    if sum(char in _TONES for char in decomposed) > 1:
        return False
    plain = "".join(char for char in decomposed.replace("u\u0308", "v") if not unicodedata.combining(char))
    return _SYLLABLE.match(plain) is not None
