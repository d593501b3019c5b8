"""Spellings of one English word that are all right: British and American, with and without hyphen or diacritics, romanisations.

Two words with the same key are varieties of one another, never a slip; neither is a word beside another that grew out of it
(Korea and Korean, defence and defensive). Sources: New Hart's Rules 21.1, Oxford Guide to Style, list of -ise/-ize and -our words.
"""

from __future__ import annotations

import re
import unicodedata

from glossary.termbase.words import is_ordinary

_VARIETIES = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"our(?=$|s$|ed|ing|able|ite|ful)", "or"),
        (r"(?<=[^aeiou])re$", "er"),
        (r"(?<=[^aeiou])res$", "ers"),
        (r"([iy])s(?=e$|es$|ed$|ing$|ation|ational|er$|ers$)", r"\1z"),
        (r"(?<=[en])c(?=e$|es$|eless)", "s"),
        (r"ogue(?=s?$)", "og"),
        (r"amme(?=s?$)", "am"),
        (r"ll(?=ed|ing|er|or)", "l"),
        (r"(?<=[^aeiou])ll(?=ment|ful)", "l"),
        (r"ae|oe", "e"),
    )
)
# Long vowels of romanised names, and Korean and Chinese ones by several systems: Tōkyō, Tokyo, Toukyou.
_ROMANISED = (("ou", "o"), ("oo", "o"), ("uu", "u"), ("eo", "o"), ("ee", "i"))
_NOT_ROMANISED = re.compile("[vxq]|th|ct|st|[bcdfgkpst][lr]|ll|tt")  # no syllable of those languages has these
_ENDINGS = frozenset(
    " s es n an ian ans ians ese ish al ally ic ical ed er ers or ors y ly d ing ings e es ive ment ments ness less ful able ity ial "
    "ist ists ism ise ize ised ized".split(" ")
)
_SHORTEST_STEM = 3
_LONG = 8  # letters from which two of them may be wrong


def spelling_key(word: str) -> str:
    """Return what the varieties of a lower-case `word` have in common, those of romanisation too unless it is an English word."""
    plain = "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
    plain = "".join(char for char in plain if char.isalnum())
    for pattern, instead in _VARIETIES:
        plain = pattern.sub(instead, plain)
    if not _NOT_ROMANISED.search(word) and not is_ordinary(word):
        for written, instead in _ROMANISED:
            plain = plain.replace(written, instead)
    return plain


def akin(one: str, other: str) -> bool:
    """Whether one lower-case word grew out of the other by an ending: Korea, Korean; strategy, strategic."""
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    rests = {one[shared:], other[shared:]}
    return shared >= _SHORTEST_STEM and rests <= _ENDINGS and rests != {"s", "es"}


def numbers_of(word: str) -> tuple[str, ...]:
    """Return what may be the singular or the plural of a lower-case `word`: islands of island, island of islands."""
    if word.endswith("ies"):
        return (word[:-3] + "y",)
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return (word[:-1], *((word[:-2],) if word.endswith("es") else ()))
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return (word[:-1] + "ies",)
    return (word + "s", word + "es") if word.endswith(("s", "x", "ch", "sh")) else (word + "s",)


def misspells(form: str, right: str) -> bool:
    """Whether a lower-case `form` is `right` misspelt, one letter or in long words two, and not another spelling or form of it."""
    most = 2 if min(len(form), len(right)) >= _LONG else 1
    if abs(len(form) - len(right)) > most:
        return False
    from rapidfuzz.distance import OSA  # takes its time to import; most texts have nothing to compare

    if OSA.distance(form, right, score_cutoff=most) > most:
        return False
    return spelling_key(form) != spelling_key(right) and not akin(form, right)
