"""Ordinary English words: what a wrong form must not consist of unless a guard says where it is wrong.

The list (words.txt) has the base forms of the smaller sizes of SCOWL; regular inflections are taken off before looking up.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_ENDINGS = (("ies", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ied", ("y",)), ("ed", ("", "e")), ("ing", ("", "e")), ("ly", ("",)))


def is_ordinary(text: str) -> bool:
    """Whether `text` is one or two ordinary English words in lower case, and so stands in right texts too.

    Longer phrases pass: three words in a row that only mean something wrong (intelligence protection agreement) are a
    technical compound, and a finding on it is rarely foolish. So do words with capitals, which are names.
    """
    words = text.replace("-", " ").split()
    return 0 < len(words) <= 2 and all(word.isascii() and word.isalpha() and word.islower() and _known(word) for word in words)


def _known(word: str) -> bool:
    return not _words().isdisjoint((word, *_bases(word)))


def _bases(word: str) -> Iterator[str]:
    for ending, replacements in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield from (word.removesuffix(ending) + one for one in replacements)


@cache
def _words() -> frozenset[str]:
    lines = files("glossary.termbase").joinpath("words.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
