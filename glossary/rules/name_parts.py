"""Family and given name in English texts: which comes first, by whose custom, and where an order says nothing about style.

Chinese and Korean names keep the family name first in English; Japanese ones stand in either order. Official texts of Japan have had
the family name first since 2020 (agreement of the ministries of 25 October 2019, after the Cabinet's of 6 September); persons of the
time before 1868 have always had (Chicago Manual of Style 8.17).
"""

from __future__ import annotations

import re

from glossary.languages import ENGLISH, HAN_LANGUAGES, JAPANESE
from glossary.matching.match import Match
from glossary.model import Concept, TermType
from glossary.readings.romaji import hepburn
from glossary.rules.surroundings import Surroundings
from glossary.text.fold import folded
from glossary.text.patterns import deferred
from glossary.text.script import all_han

FAMILY_FIRST, GIVEN_FIRST = "family-first", "given-first"
CHINESE = "zh"  # and Korean: what counts here is that the order is not free
OFFICIAL_SINCE = (2019, 9, 6)
_MODERN_SINCE = "1868"

_BYLINE = deferred(
    r"(?:\A|[\n|])\W*(?:(?:written|text|story|photos?|photographs?|reporting|reported|translated|edited|interview(?:ed)?|words|compiled|author)\b"
    r"[\w ,:&/-]{0,20})?(?:\b(?:by|from)\b|:|/)\s*(?:[\w.’'-]+[ ,&]*(?:and )?){0,6}\Z",
    re.IGNORECASE,
)
_REFERENCE = deferred(r"\b(?:ISBN|doi|et al|[Ee]ds?\.|[Vv]ol\.|pp?\. ?\d|Journal of|University Press|https?:)")
_YEAR_AFTER = deferred(r"(?:,? (?:and|&) [\w.’' -]{1,40})?[,.]? ?[(\[]?(?:1[89]|20)\d\d[a-z]?[)\].,:]")
_PAGES_AFTER = deferred(r"[,:.…\s]+\d{1,4}(?:[-–]\d{1,4})?(?:[,;] ?\d{1,4}(?:[-–]\d{1,4})?)*\s*(?:\n|;|\Z)")
_NAME_AFTER = deferred(r"[^\W\d_]")


def order_of(match: Match, concept: Concept) -> str:
    """Return the order in which a match has both names of a person, "" where it has one only or capitals mark the family name.

    The person has family and given name in English.
    """
    name = concept.names[ENGLISH]
    if match.term.language != ENGLISH or match.term.type is not TermType.FULL:
        return ""
    text = folded(" ".join(match.matched.split()), case=False)
    if name.family.upper() in text.split() and not text.isupper():
        return ""  # KISHIDA Fumio
    orders = {folded(f"{name.family} {name.given}"): FAMILY_FIRST, folded(f"{name.given} {name.family}"): GIVEN_FIRST}
    return orders.get(folded(text), "")


def turned(concept: Concept, order: str) -> str:
    """Return the full English name of a person with the names in `order`."""
    name = concept.names[ENGLISH]
    return f"{name.family} {name.given}" if order == FAMILY_FIRST else f"{name.given} {name.family}"


def custom_of(concept: Concept) -> str:
    """Return whose custom a person's name follows: "ja", CHINESE, or "" where it is neither or not known.

    A Japanese name is one whose family name is the Hepburn of its reading; a Chinese or Korean one is written in Han characters,
    and its curated full name in English has the family name first.
    """
    name, japanese = concept.names.get(ENGLISH), concept.names.get(JAPANESE)
    if name is None or not (name.family and name.given):
        return ""
    if japanese and japanese.reading and all_han(japanese.family):
        reading = japanese.reading.split()
        if len(reading) == 2 and _letters(hepburn(reading[0])) == _letters(name.family):
            return JAPANESE
    han = any(all_han(one.family) and all_han(one.given) for language, one in concept.names.items() if language in HAN_LANGUAGES)
    return CHINESE if han and name.full.startswith(name.family) else ""


def is_historical(concept: Concept) -> bool:
    """Whether a person held office before modern times only."""
    return any(post.period.until and post.period.until < _MODERN_SINCE for post in concept.posts)


def says_nothing(match: Match, around: Surroundings) -> bool:
    """Whether the order here is somebody else's or a list's: quotations, bylines, references, indexes, names that stand alone."""
    text = around.text(match)
    if around.quoted(match) or around.as_word(match):
        return True
    before, after = text[: match.low], text[match.high :]
    if not _NAME_AFTER.search(before) and not _NAME_AFTER.search(after):
        return True
    if _BYLINE.search(before[-80:]) or _PAGES_AFTER.match(after) or _YEAR_AFTER.match(after):
        return True
    low, high = around.sentence(match)
    return _REFERENCE.search(text, low, high) is not None


def _letters(latin: str) -> str:
    """Return the letters of a romanised name without marks of length: Kōno, Kouno and Kono are one."""
    plain = latin.lower().translate({ord(long): short for long, short in zip("āēīōūâêîôû", "aeiouaeiou", strict=True)})
    for written, instead in (("uu", "u"), ("ou", "o"), ("oo", "o"), ("'", ""), ("mb", "nb"), ("mp", "np"), ("mm", "nm")):
        plain = plain.replace(written, instead)
    return re.sub("oh(?![aeiou])", "o", plain)
