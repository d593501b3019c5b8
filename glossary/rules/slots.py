"""Where a name of two states stands: as a noun (talks between Japan and New Zealand) or before one (Japan–New Zealand talks).

English only. A hyphenated or dashed pair cannot be a subject, and "Japan and New Zealand summit" reads as two things: the
form depends on the words around (Chicago Manual of Style 6.80, New Hart's Rules 4.11.1).
"""

from __future__ import annotations

import enum

from glossary.rules.words import ACTS, CLOSED, DETERMINERS, HEADS, MODIFIERS, POSSESSIONS
from glossary.text.patterns import deferred

_MODIFIER_ENDINGS = ("al", "ic", "ive", "ary", "level", "style", "based", "wide")
_WORD = deferred(r" ([^\W\d_](?:[\w’'-]*\w)?[’']?)")
_LAST_WORD = deferred(r"(?<![^\W_])([^\W\d_]+)\s\Z")
_POSSESSIVE = deferred(r"[’'](?:s\b|(?=\s|\Z))")
_JOINED = deferred(r"[-‐‑–][^\W\d_]")
_LONGEST_DETERMINER = 12  # code points, with the space after it and the one before
_FAR = 6  # words looked at for the noun: Japan–New Zealand bilateral defence and security cooperation


class Slot(enum.Enum):
    """How a pair of states is used."""

    NOUN = "noun"
    ATTRIBUTIVE = "attributive"


def slot(text: str, low: int, high: int) -> Slot:
    """Return the slot of text[low:high]; a noun where nothing speaks for the other."""
    if _POSSESSIVE.match(text, high):
        return Slot.NOUN
    if _JOINED.match(text, high):
        return Slot.ATTRIBUTIVE
    words = _following(text, high)
    for index, word in enumerate(words):
        if is_head(word):
            return Slot.ATTRIBUTIVE
        if word == "and" and index == 0:
            return Slot.NOUN
        if word not in MODIFIERS and not word.endswith(_MODIFIER_ENDINGS):
            break
    return Slot.ATTRIBUTIVE if words and _determined(text, low) and not _starts_clause(words[0]) else Slot.NOUN


def acts_as_states(text: str, low: int, high: int) -> bool:
    """Whether text[low:high] is used as states are: Nissin talks, Nissin reiterated, Nissin’s decision; not Nissin noodles."""
    if slot(text, low, high) is Slot.ATTRIBUTIVE:
        return True
    possessive = _POSSESSIVE.match(text, high)
    words = _following(text, possessive.end() if possessive else high)
    if possessive:
        return any(is_head(word) or word in POSSESSIONS for word in words[:3])
    return bool(words) and words[0] in ACTS


def before_name(text: str, high: int) -> bool:
    """Whether a capitalised word follows: the Ukraine Recovery Conference."""
    match = _WORD.match(text, high)
    return match is not None and match.group(1)[0].isupper()


def _following(text: str, high: int) -> list[str]:
    words: list[str] = []
    match = _WORD.match(text, high)
    while match and len(words) < _FAR:
        words.append(match.group(1).lower())
        match = _WORD.match(text, match.end())
    return words


def is_head(word: str) -> bool:
    """Whether the lower-case `word`, a plural or possessive too, is the noun of dealings between states: talks, treaties, summit’s."""
    stem = word.removesuffix("’s").removesuffix("'s").rstrip("’'")
    return stem in HEADS or stem.removesuffix("s") in HEADS or (stem.endswith("ies") and stem[:-3] + "y" in HEADS)


def _determined(text: str, low: int) -> bool:
    match = _LAST_WORD.search(text, max(0, low - _LONGEST_DETERMINER), low)
    return match is not None and match.group(1).lower() in DETERMINERS


def _starts_clause(word: str) -> bool:
    # Third-person and past forms, adverbs: the Nissin agrees, the Nissin agreed. A plural noun in -s was looked up among the heads.
    return word in CLOSED or word.endswith(("ed", "ly")) or (word.endswith("s") and not word.endswith("ss"))
