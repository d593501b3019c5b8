"""Whether a word takes "a" or "an": by its first sound, guessed from its letters.

The exceptions are closed groups of English spelling: a silent h (hour), u and eu read as "you" (union, euro), one and once,
and abbreviations read letter by letter (an MoU, a UN force).
"""

from __future__ import annotations

import re

from glossary.text.patterns import deferred

_AN_LETTERS = frozenset("AEFHILMNORSX")
_SILENT_H = ("hour", "honest", "honor", "honour", "heir")
_YOU = deferred(r"(?:uni(?!n|m)|unin?it|us[aeiu]|ut[aeiou]|ur[aeiu]|uk[aeiour]|ug[aeiou]|u\b|eu|ewe|ubi|uto)", re.IGNORECASE)
_ONE = deferred(r"(?:one|once)\b", re.IGNORECASE)
_SPEAKABLE = deferred(r"[^AEIOU][AEIOU]|[AEIOU][^AEIOU]{0,2}[AEIOU]|AUK", re.IGNORECASE)
_TOKEN = deferred(r"[^\W_]+")
_AN_NUMBERS = deferred(r"8|1[18](?!\d)|1[18](?=\d{3}(?!\d))")
_ARTICLE = deferred(r"(?<![^\W_])(an?)(\s+)\Z", re.IGNORECASE)


def takes_an(text: str) -> bool:
    """Whether the first word of `text` begins with a vowel sound."""
    match = _TOKEN.search(text)
    if match is None:
        return False
    word = match.group()
    if word[0].isdigit():
        return _AN_NUMBERS.match(word) is not None
    if _spelt_out(word):
        return word[0].upper() in _AN_LETTERS
    if _YOU.match(word) or _ONE.match(word):
        return False
    return word[0].lower() in "aeiouéàü" or word.lower().startswith(_SILENT_H)


def _spelt_out(word: str) -> bool:
    """Whether an abbreviation is read letter by letter: MOU and EU are, NATO and QUAD, with a syllable to begin with, are not."""
    capitals = sum(char.isupper() for char in word)
    if len(word) == 1:
        return True
    if capitals < 2 or capitals < len(word) - 1:
        return False
    return len(word) < 4 or not _SPEAKABLE.match(word)


def article_before(text: str, low: int) -> tuple[int, int, str] | None:
    """Return the range of an indefinite article directly before text[low:], and the article; None where there is none."""
    match = _ARTICLE.search(text, max(0, low - 8), low)
    return (match.start(1), match.end(1), match.group(1)) if match else None


def matching_article(article: str, text: str) -> str:
    """Return the article that goes before `text`, with the capital of `article`."""
    wanted = "an" if takes_an(text) else "a"
    return wanted.capitalize() if article[0].isupper() else wanted
