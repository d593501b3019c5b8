"""Words as two independent segmenters see them: SudachiPy (small dictionary, split mode A) for Japanese, rjieba for Chinese.

Both answer in code points of the text given. Traditional Chinese is folded to Simplified first, character for character
(measured: rjieba's recall is 84 % instead of 73 %). Loaded at the first call: Sudachi's dictionary maps 40 MB into memory.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any, NamedTuple

from glossary.version import installed_version

_REMEMBERED = 1 << 15  # words that were looked up: few thousand different ones stand around the names in a text
_PERSON = "人名"


class Word(NamedTuple):
    """A stretch of text, half-open code points, with its reading in katakana where the segmenter has one.

    `name` is 姓 for a family name, 名 for a given name, "" for all else and in Chinese.
    """

    start: int
    end: int
    reading: str = ""
    name: str = ""


def japanese_words(text: str) -> tuple[Word, ...]:
    """Return the short units of Japanese `text`, all of it covered."""
    found = []
    for one in _sudachi().tokenize(text):
        _, _, kind, part, *_ = one.part_of_speech()
        found.append(Word(one.begin(), one.end(), one.reading_form(), part if kind == _PERSON else ""))
    return tuple(found)


def chinese_words(text: str, *, known: bool = False) -> tuple[Word, ...]:
    """Return the words of Chinese `text` in either script, all of it covered; with `known`, none that is not in the lexicon."""
    folded = simplified(text)
    words, at = [], 0
    for word in _rjieba().cut(folded if len(folded) == len(text) else text, not known):
        words.append(Word(at, at + len(word)))
        at += len(word)
    return tuple(words)


@lru_cache(maxsize=_REMEMBERED)
def is_japanese_word(text: str) -> bool:
    """Whether Sudachi's lexicon has `text` as a word."""
    return any(one.surface() == text for one in _sudachi_lexicon().lookup(text))


@lru_cache(maxsize=_REMEMBERED)
def is_chinese_word(text: str) -> bool:
    """Whether rjieba's lexicon has `text`, in either script, as a word."""
    known: bool = _rjieba().has_word(simplified(text))
    return known


def is_chinese_idiom(text: str) -> bool:
    """Whether rjieba's lexicon has `text` as an idiom or set phrase (its tags i and l)."""
    if len(text) < 4:
        return False
    tagged = _rjieba().tag(simplified(text), False)
    return len(tagged) == 1 and tagged[0][1] in ("i", "l")


def simplified(text: str) -> str:
    """Return `text` with Traditional characters as Simplified ones; a fold for comparing, never to be written."""
    folded: str = _simplifier().convert(text)
    return folded


@cache
def versions() -> dict[str, str]:
    """Return the versions of segmenters and dictionaries: verdicts depend on them."""
    return {name: installed_version(name, name.replace("-", "_")) for name in ("sudachipy", "sudachidict-small", "rjieba", "opencc")}


@cache
def _sudachi() -> Any:
    from sudachipy import SplitMode

    return _sudachi_lexicon().tokenizer(mode=SplitMode.A)


@cache
def _sudachi_lexicon() -> Any:
    from sudachipy import Dictionary

    return Dictionary(dict="small")


@cache
def _rjieba() -> Any:
    import rjieba

    return rjieba


@cache
def _simplifier() -> Any:
    from opencc import OpenCC

    return OpenCC("t2s")
