"""Hanyu Pinyin (GB/T 16159, ISO 7098): with marks, with numbers, plain; and whether it can be the reading of a text.

Answers come word by word as given: qíngbào bǎohù → qing2bao4 bao3hu4 → qingbao baohu. Syllables within a word that begin with a,
e or o have an apostrophe before them (Xī'ān), so that a word divides in one way only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_MARKS = {tone: mark for mark, tone in _TONES.items()}
_NEUTRAL = 5
_NUMBER = re.compile("[1-5]")


class Syllable(str):
    """One syllable without tone mark, ü as ü; `tone` is 1 to 4, 5 for the neutral tone."""

    tone: int

    def __new__(cls, text: str, tone: int) -> Syllable:
        made = super().__new__(cls, text)
        made.tone = tone
        return made


def syllables(pinyin: str) -> tuple[Syllable, ...]:
    """Return the syllables of `pinyin` (marks or numbers), in lower case; () where it is none.

    >>> [f"{one}{one.tone}" for one in syllables("Xī'ān")]
    ['xi1', 'an1']
    """
    found: list[Syllable] = []
    for word in re.split(r"[\s·\-]+", unicodedata.normalize("NFC", pinyin).strip()):
        for run in re.split("['’]", word):
            divided = _divide(run.casefold())
            if not divided:
                return ()
            found += divided
    return tuple(found)


def numbered(pinyin: str) -> str:
    """Return `pinyin` with tone numbers after the syllables, 5 for neutral ones: lǜ sè → lü4 se4; "" where it is none."""
    return _each(pinyin, lambda one: f"{one}{one.tone}")


def marked(pinyin: str) -> str:
    """Return `pinyin` with tone marks: lü4 se4, lv4 se4 → lǜ sè; "" where it is none."""
    return _each(pinyin, lambda one: _mark(one, one.tone))


def plain(pinyin: str) -> str:
    """Return `pinyin` without tones, ü kept: Xī'ān → xi'an; "" where it is none."""
    return _each(pinyin, str)


STYLES = {"marks": marked, "numbers": numbered, "plain": plain}


def _each(pinyin: str, write: Callable[[Syllable], str]) -> str:
    words = []
    for word in unicodedata.normalize("NFC", pinyin).split():
        parts = re.split("(['’·\\-])", word)
        runs = [_divide(part.casefold()) if index % 2 == 0 else () for index, part in enumerate(parts)]
        if not all(run for index, run in enumerate(runs) if index % 2 == 0):
            return ""
        words.append("".join("".join(map(write, runs[index])) if index % 2 == 0 else part for index, part in enumerate(parts)))
    return " ".join(words)


@cache
def _divide(run: str) -> tuple[Syllable, ...]:
    """Return the syllables of a run of letters, longest first, with a way back; () where there is none."""
    if not run:
        return ()
    for size in range(min(len(run), 7), 0, -1):
        first = _syllable(run[:size])
        if first is None:
            continue
        if size == len(run):
            return (first,)
        # No syllable inside a word begins with a vowel: that takes an apostrophe.
        rest = () if _bare(run[size])[0] in "aeo" else _divide(run[size:])
        if rest:
            return (first, *rest)
    return ()


@cache
def _syllable(text: str) -> Syllable | None:
    """Return `text` as one syllable, its tone from a mark or a number, or None."""
    letters, tone = _bare(text)
    number = _NUMBER.search(letters)
    if number:
        if number.end() != len(letters) or tone:
            return None
        letters, tone = letters[:-1], int(number[0])
    letters = letters.replace("v", "ü").replace("u:", "ü")
    return Syllable(letters, tone or _NEUTRAL) if letters in _known() else None


def _bare(text: str) -> tuple[str, int]:
    """Return `text` without tone marks, and the tone of the last mark, 0 for none."""
    tone, kept = 0, []
    for char in unicodedata.normalize("NFD", text):
        if char in _TONES:
            tone = _TONES[char]
        else:
            kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept)), tone


def _mark(syllable: str, tone: int) -> str:
    """Put the mark where it belongs: on a or e, on the o of ou, else on the last vowel."""
    if tone == _NEUTRAL:
        return syllable
    at = next((syllable.index(one) for one in ("a", "e", "ou") if one in syllable), -1)
    if at < 0:
        at = max((index for index, char in enumerate(syllable) if char in "iouü"), default=len(syllable) - 1)
    return unicodedata.normalize("NFC", syllable[: at + 1] + _MARKS[tone] + syllable[at + 1 :])


@cache
def _known() -> frozenset[str]:
    """Return the syllables that can be: every initial with every final it takes, and the interjections."""
    rows = {
        "b p m f": "a ai an ang ao ei en eng i ian iao ie in ing iu o ou u",
        "d t n l": "a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu ong ou u uan ui un uo ü üe",
        "g k h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
        "j q x": "i ia ian iang iao ie in ing iong iu u uan ue un",
        "zh ch sh r": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
        "z c s": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
        "y": "a an ang ao e i in ing o ong ou u uan ue un",
        "w": "a ai an ang ei en eng o u",
    }
    made = {initial + final for initials, finals in rows.items() for initial in initials.split() for final in finals.split()}
    return frozenset(made | {"a", "ai", "an", "ang", "ao", "e", "ê", "ei", "en", "eng", "er", "o", "ou", "m", "n", "ng", "hm", "hng", "r"})
