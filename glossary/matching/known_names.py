"""Japanese surnames, given names, places, companies and ships: what a derived reading may name besides the term it was derived from.

Nissin is 日新 misread and a maker of noodles; Oki, Hoshi and Kaiho are families. The list (known_names.txt) says where it comes
from; it is read when a termbase is compiled and never afterwards.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.resources import files

# Kunrei-shiki and Nihon-shiki beside Hepburn.
_HEPBURN = (
    ("sy", "sh"), ("ty", "ch"), ("zy", "j"), ("jy", "j"), ("dy", "j"), ("si", "shi"), ("ti", "chi"), ("tu", "tsu"),
    ("zi", "ji"), ("di", "ji"), ("du", "zu"), ("cch", "tch"),
)  # fmt: skip
_FU = re.compile("(?<![cs])hu")
_NO_LETTERS = re.compile("[^a-z]+")
_LONG = re.compile(r"(?<=o)[uo]+|(?<=u)u+|(?<=a)a+|(?<=e)e+|(?<=i)i+|(?<=o)h(?=[^aiueoy]|\Z)")
_BEFORE_LABIAL = re.compile("m(?=[bpm])")


def letters(text: str) -> str:
    """Return the letters of `text` without marks, case, spaces, hyphens and apostrophes: Kaijō Jieitai → kaijojieitai."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    return _NO_LETTERS.sub("", text.lower())


def sound_key(latin: str) -> str:
    """Return one key for all romanisations of a Japanese reading: Nissin, Nisshin → nisshin; Ōno, Oono, Ohno → ono."""
    text = letters(latin)
    for kunrei, hepburn in _HEPBURN:
        text = text.replace(kunrei, hepburn)
    return _LONG.sub("", _BEFORE_LABIAL.sub("n", _FU.sub("fu", text)))


def known_as(latin: str) -> str:
    """Return what goes by the name `latin`, in any romanisation: letters of known_names.txt, "" where nothing is known to."""
    return _names().get(sound_key(latin), "")


@cache
def _names() -> dict[str, str]:
    lines = files("glossary.matching").joinpath("known_names.txt").read_text("utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines if not line.startswith("#"))
    return {key: flags for key, _, flags in pairs}
