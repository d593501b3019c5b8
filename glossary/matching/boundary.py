"""Where a name may begin and end, decided by the scripts on both sides of an edge, never by `\\b`.

`\\b` takes Han characters for letters: Quad would not be found in 在Quad会议上, and 日新 in no Japanese sentence.
Han next to Han says nothing here; `verdict` decides about that.
"""

from __future__ import annotations

import re
import unicodedata

from glossary.text.patterns import deferred
from glossary.text.script import script

_APOSTROPHE = "'"
_LAST_SIMPLE = "\u02ff"  # nothing before it combines
# Addresses are not prose: https://…, www.…, name@host. Only ASCII, for Japanese text follows them without a space.
_ADDRESS = deferred(r"(?:(?:https?|ftp)://|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)

_SUFFIX = "com|org|net|edu|gov|int|jp|cn|tw|hk|nz|au|uk|us|sg|eu|html?|pdf|docx?|xlsx?|pptx?|txt|md|jpe?g|png"
_DOMAIN = deferred(rf"(?:\.[a-z0-9-]+)*\.(?:{_SUFFIX})(?![a-z0-9])")


def is_bounded(text: str, start: int, end: int) -> bool:
    """Whether folded `text`[start:end] stands as a word of its own, judged by its neighbours.

    No letter, digit or `_` of the same script may touch an alphabetic edge, no katakana a katakana edge (インド in インドネシア), no
    combining mark the end. A hyphen may touch: Japan–US, Nissin-led.
    """
    before, after = text[start - 1 : start], text[end : end + 1]
    if _joins(text[start], before) or _joins(text[end - 1], after):
        return False
    if after > _LAST_SIMPLE and unicodedata.category(after) in ("Mn", "Me"):
        return False
    if before == _APOSTROPHE and start > 1 and script(text[start]) == "word" and script(text[start - 2]) == "word":
        return False  # O'Brien
    return not _in_domain(text, start, end)


def _joins(edge: str, neighbour: str) -> bool:
    if not neighbour or neighbour == " ":
        return False
    kind = script(edge)
    return kind in ("word", "katakana", "hangul") and script(neighbour) == kind


def _in_domain(text: str, start: int, end: int) -> bool:
    """Whether the hit is part of an account, host or file name: @nissin, nissin.com, nissin.pdf."""
    if text[start - 1 : start] != "@" and text[end : end + 1] != ".":
        return False
    return script(text[start]) == "word" and (text[start - 1 : start] == "@" or _DOMAIN.match(text, end) is not None)


def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of web and mail addresses in `text`."""
    if "://" not in text and "www." not in text and "@" not in text:
        return ()
    return tuple(match.span() for match in _ADDRESS.finditer(text))
