"""Kana to Latin letters: modified Hepburn, Kunrei-shiki (ISO 3602), and keys that ignore their differences.

A table and not pykakasi: its start costs 0.6 s of CPU, more than a whole look-up, and a curated reading is kana already.
Long vowels come out as they are written in kana (とうきょう → toukyou), as one types them; `loose` makes Tōkyō, Tokyo and
toukyou the same.
"""

from __future__ import annotations

import re
import unicodedata

from glossary.text.patterns import deferred

_VOWELS = "aiueo"
_ROWS = {
    "": "あいうえお", "k": "かきくけこ", "g": "がぎぐげご", "s": "さしすせそ", "z": "ざじずぜぞ", "t": "たちつてと", "d": "だぢづでど",
    "n": "なにぬねの", "h": "はひふへほ", "b": "ばびぶべぼ", "p": "ぱぴぷぺぽ", "m": "まみむめも", "y": "や ゆ よ", "r": "らりるれろ",
    "w": "わ    ",
}  # fmt: skip
_KUNREI = {kana: row + vowel for row, kanas in _ROWS.items() for vowel, kana in zip(_VOWELS, kanas, strict=True) if kana != " "}
_KUNREI |= {"ぢ": "zi", "づ": "zu", "を": "o", "ゐ": "i", "ゑ": "e", "ん": "n", "ゔ": "vu"}
_HEPBURN = _KUNREI | {"し": "shi", "じ": "ji", "ち": "chi", "ぢ": "ji", "つ": "tsu", "ふ": "fu"}
_SMALL_VOWELS = dict(zip("ぁぃぅぇぉ", _VOWELS, strict=True))
_GLIDES = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
_SIBILANTS = ("sh", "ch", "j")  # in Hepburn they swallow the y of a glide: しゃ sha, but きゃ kya
_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヷ"))}
_KANA = deferred(r"[ぁ-ゖァ-ヺーゝゞヽヾ・゠=|\s-]+\Z")
_MARKS = deferred(r"[\s・゠=|-]")  # what a reading may have between kana; | divides morphemes: おも|う, こ|うし
_LONG = deferred(r"(?<=o)[uo]+|(?<=u)u+|(?<=a)a+|(?<=e)e+|(?<=i)i+")


def is_kana(text: str) -> bool:
    """Whether `text` is written in kana alone, and so is its own reading."""
    return bool(text.strip()) and bool(_KANA.match(unicodedata.normalize("NFKC", text)))


def hiragana(text: str) -> str:
    """Return `text` with katakana as hiragana, half-width kana widened, and without spaces, middle dots and `|`."""
    wide = unicodedata.normalize("NFKC", text).translate(_TO_HIRAGANA)
    return _MARKS.sub("", wide)


def hepburn(kana: str) -> str:
    """Return modified Hepburn in lower case, long vowels as in kana, ん always n: にっしん → nisshin. Other characters stay."""
    return _romanise(kana, _HEPBURN)


def kunrei(kana: str) -> str:
    """Return Kunrei-shiki in lower case, long vowels as in kana: にっしん → nissin. Other characters stay."""
    return _romanise(kana, _KUNREI)


def loose(latin: str) -> str:
    """Return a key that Hepburn, wāpuro, macrons, circumflexes, hyphens and apostrophes do not change: Ōhira, Oohira, Ohira → ohira."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", latin.casefold()) if not unicodedata.combining(char))
    letters = re.sub(r"[^a-z0-9]", "", bare)
    # m before b, p and m is the older Hepburn: Shimbun, Tempura.
    return _LONG.sub("", re.sub(r"m(?=[bpm])", "n", letters))


def _romanise(kana: str, table: dict[str, str]) -> str:
    syllables: list[str] = []
    doubled = False
    for char in unicodedata.normalize("NFKC", kana).translate(_TO_HIRAGANA):
        last = syllables[-1] if syllables else ""
        if char == "っ":
            doubled = True
        elif last and last[-1] in _VOWELS and (char in _GLIDES or char in _SMALL_VOWELS):
            syllables[-1] = _joined(last, char)
        elif char == "ー":
            syllables.append(last[-1:] if last[-1:] in _VOWELS else "")
        else:
            sound = table.get(char) or _SMALL_VOWELS.get(char, char)
            # っち is tchi in Hepburn, else the consonant doubles.
            syllables.append((("t" if sound.startswith("ch") else sound[0]) if doubled and char in table else "") + sound)
            doubled = False
    return "".join(syllables)


def _joined(last: str, small: str) -> str:
    if small in _GLIDES:
        return last[:-1] + ("" if last[:-1].endswith(_SIBILANTS) else "y") + _GLIDES[small]
    # ウィ wi, トゥ tu, ファ fa, ティ ti: the small vowel takes the place of the other.
    return ("w" if last == "u" else last[:-1]) + _SMALL_VOWELS[small]
