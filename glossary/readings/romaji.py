"""Readings in kana to the Latin spellings that official bodies and typists use, and Latin spellings back to kana.

hepburn   modified Hepburn (ALA-LC, 1954): tōkyō, shin'ichi, sanbo
passport  the Hepburn of the Passport Act regulations of Japan: no long marks, m before b, m, p: tokyo, shinichi, sambo
kunrei    Kunrei-shiki (Cabinet notice of 1954, ISO 3602): tôkyô, sin'iti
wapuro    as typed: toukyou, shin'ichi

Long vowels are long within a morpheme only: 大内 おお|うち is ōuchi, 思う おも|う omou. A reading divides words by spaces and, where
it matters, morphemes by `|`; neither can be told from kana alone. Answers are in lower case, words kept apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from glossary.readings import kana
from glossary.text.patterns import deferred

_PART = deferred(r"[^\s|・゠=]+")
_JOINED = deferred("[|・゠=]")
# A vowel or y after ん would read as な or にゃ; kana.hepburn writes ん as n, so that it is marked before.
_SYLLABIC_N = deferred(r"[んン](?=\|?[あいうえおやゆよアイウエオヤユヨ])")
_LONG_MARK = "ー"


def hepburn(reading: str) -> str:
    """Return modified Hepburn: ゆう が → yū ga, しん|いち → shin'ichi. Characters that are no kana stay."""
    return _each(reading, lambda part: _long(part, kana.hepburn, "āēīōū"))


def kunrei(reading: str) -> str:
    """Return Kunrei-shiki with circumflexes: しょうじ → syôzi."""
    return _each(reading, lambda part: _long(part, kana.kunrei, "âêîôû"))


def wapuro(reading: str) -> str:
    """Return the spelling that is typed for the kana, long marks as doubled vowels: とうきょう → toukyou, ビール → biiru."""
    return _each(reading, kana.hepburn)


def passport(reading: str) -> str:
    """Return passport Hepburn: おおの → ono, なんば → namba, はっちょう → hatcho.

    お at the end of a word stays beside another o (みそのお → misonoo), as the regulation says.
    """
    words = [_JOINED.split(word) for word in reading.split()]
    return " ".join("".join(map(_passport, parts[:-1])) + _passport(parts[-1], final=True) for parts in words)


STYLES: dict[str, Callable[[str], str]] = {"hepburn": hepburn, "passport": passport, "kunrei": kunrei, "wapuro": wapuro}


def to_kana(latin: str, *, style: str = "hepburn") -> str:
    """Return the hiragana that `latin` spells, words kept apart, or "" where it spells none.

    `style` is "kunrei" or anything of the Hepburn family, wāpuro included: ti is ち in the one, てぃ in the other. A long o
    is おう, by far its commonest spelling; so the answer is one reading of several where marks stand.
    """
    table = _SPELLINGS["kunrei" if style == "kunrei" else "hepburn"]
    words = [_word_to_kana(word, table) for word in latin.casefold().split()]
    return " ".join(words) if words and all(words) else ""


def _each(reading: str, romanise: Callable[[str], str]) -> str:
    """Apply `romanise` to every stretch without divisions; `|` and dots join what they divide, spaces stay."""
    return _JOINED.sub("", _PART.sub(lambda part: romanise(part[0]), _SYLLABIC_N.sub("ん'", reading)))


def _long(part: str, romanise: Callable[[str], str], marked: str) -> str:
    """Write long vowels with marks: those of ー all, of two kana all but ei and ii."""
    a, e, _i, o, u = tuple(marked)
    pieces = []
    for piece in part.split(_LONG_MARK):
        latin = romanise(piece)
        for pattern, long in (("o[ou]", o), ("uu", u), ("aa", a), ("ee", e)):
            latin = re.sub(pattern, long, latin)
        pieces.append(latin)
    marks = dict(zip("aeiou", marked, strict=True))
    return "".join(piece[:-1] + marks.get(piece[-1:], piece[-1:]) for piece in pieces[:-1]) + pieces[-1]


def _passport(part: str, *, final: bool = False) -> str:
    latin = kana.hepburn(part.replace(_LONG_MARK, ""))
    kept = final and latin.endswith("oo") and kana.hiragana(part).endswith("お")
    body, end = (latin[:-2], "oo") if kept else (latin, "")
    for pattern, short in (("o[ou]", "o"), ("uu", "u")):
        body = re.sub(pattern, short, body)
    return re.sub("n(?=[bmp])", "m", body) + end


def _word_to_kana(word: str, table: dict[str, str]) -> str:
    for marked, long in (("āâ", "aa"), ("ēê", "ee"), ("īî", "ii"), ("ōô", "ou"), ("ūû", "uu")):
        word = re.sub(f"[{marked}]", long, word)
    word = re.sub("m(?=[bmp])", "n", word.replace("-", ""))
    pieces: list[str] = []
    at = 0
    while at < len(word):
        size = next((size for size in (4, 3, 2, 1) if word[at : at + size] in table), 0)
        if size:
            pieces.append(table[word[at : at + size]])
            at += size
        elif word[at] == "n":
            pieces.append("ん")
            at += 2 if word[at + 1 : at + 2] == "'" else 1
        elif word[at : at + 2] == "tc" or (at + 1 < len(word) and word[at] == word[at + 1] and word[at].isalpha()):
            pieces.append("っ")
            at += 1
        else:
            return ""
    return "".join(pieces)


_SOUNDS = (
    "あいうえおかきくけこがぎぐげござじずぜぞさしすせそたちつてとだでどなにぬねのはひふへほばびぶべぼぱぴぷぺぽまみむめもやゆよらりるれろわ"
)
_GLIDES = [one + small for one in "きぎしじちにひびぴみり" for small in "ゃゅょ"]
_FOREIGN = "ふぁ ふぃ ふぇ ふぉ てぃ でぃ とぅ どぅ うぃ うぇ うぉ しぇ じぇ ちぇ ゔぁ ゔぃ ゔ ゔぇ ゔぉ でゅ つぁ".split()


def _spellings(romanise: Callable[[str], str]) -> dict[str, str]:
    """Return kana by spelling; where two have one (ち and てぃ in Kunrei, じ and ぢ), the commoner one."""
    found: dict[str, str] = {}
    for one in (*_SOUNDS, *_GLIDES, *_FOREIGN):
        found.setdefault(romanise(one), one)
    return found


_SPELLINGS = {"hepburn": _spellings(kana.hepburn), "kunrei": _spellings(kana.kunrei)}
