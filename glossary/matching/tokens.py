"""Whether a short Han hit is a word where it stands: two independent votes of segmentation, cut to the clause around the hit.

The first vote is a segmenter's (SudachiPy for Japanese, rjieba for Chinese, `text.segmenters`). How its words lie decides:

    毎日|新聞     a word crosses an edge of 日新               reject
    日中|関係     both edges of 日中 are edges of words        accept, unless words of a lexicon cross both: 高中, 国文 at 高|中国|文
    豪|日|交流    they are, but the hit falls into several     review; accept in Chinese where no word of the lexicon crosses an edge
    中日关系      the hit lies in a longer word                accept where the rest is a word too (中日|关系), else review

The second is that of the segmenter's own lexicon, looked up and not weighed: a word that crosses an edge of the hit speaks
against it. Measured on 175 sentences, see docs/matching.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from glossary.findings import Verdict
from glossary.languages import JAPANESE
from glossary.matching.opinion import ACCEPTED, Opinion
from glossary.text.script import is_han
from glossary.text.segmenters import Word, chinese_words, is_chinese_word, is_japanese_word, japanese_words

_REACH = 24  # code points on each side; clauses are shorter, but for tables without punctuation
_LONGEST = 4  # code points of the lexicon's words that are looked up
# Words end here whatever follows.
_STOP = re.compile(r"[^\w]|_")
# Before the hit, and no part of a date with it: G7日新会談.
_ACRONYM = re.compile("[a-z][a-z0-9]*$")


class Clause(Struct, frozen=True):
    """The text around a hit, and how a segmenter divides it; code points of `text`."""

    text: str
    words: tuple[Word, ...]


def judge_tokens(text: str, start: int, end: int, language: str) -> Opinion:
    """Return the opinion of both votes on the Han hit [start, end) of folded `text` in `language`."""
    low, high = _clause(text, start, end)
    if (low, high) == (start, end):
        return ACCEPTED  # it stands alone between punctuation
    return _judge(segmented(text[low:high], language), start - low, end - low, language)


def words_around(text: str, start: int, end: int, language: str) -> tuple[Word, ...]:
    """Return the words of the clause around [start, end), in code points of `text`."""
    low, high = _clause(text, start, end)
    return tuple(Word(word.start + low, word.end + low) for word in segmented(text[low:high], language).words)


@lru_cache(maxsize=512)
def segmented(text: str, language: str) -> Clause:
    """Return the words of `text`; the hits of one clause ask for it in turn."""
    return Clause(text, japanese_words(text) if language == JAPANESE else chinese_words(text))


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    low = start
    if not _ACRONYM.search(text, max(0, start - 8), start):
        while low > 0 and start - low < _REACH and not _STOP.match(text[low - 1]):
            low -= 1
    stop = _STOP.search(text, end, end + _REACH)
    return low, stop.start() if stop else min(len(text), end + _REACH)


def _judge(clause: Clause, start: int, end: int, language: str) -> Opinion:
    inside = [word for word in clause.words if word.start < end and start < word.end]
    first, last = inside[0], inside[-1]
    aligned = first.start == start and last.end == end
    shown = "|".join(clause.text[word.start : word.end] for word in inside)
    if len(inside) > 1 and not aligned:
        doubtful = _is_loose(clause.text[first.start : start], clause.text[end : last.end], language)
        return Opinion(Verdict.REVIEW if doubtful else Verdict.REJECT, "verdict.crossed", {"words": shown})
    left, right = _crossing(clause.text, start, end, language)
    if len(inside) > 1:
        return _split(left, right, shown, language)
    if aligned:
        if left and right:
            return Opinion(Verdict.REVIEW, "verdict.contested-words", {"words": f"{left}, {right}"})
        return ACCEPTED
    return _nested(clause.text[first.start : start], clause.text[end : first.end], shown, language)


def _is_loose(before: str, after: str, language: str) -> bool:
    """Whether what crosses the one edge is a word without the hit's part as well: 签署日|菲 may be 签署|日菲."""
    return bool(before) != bool(after) and len(before or after) > 1 and _is_word(before or after, language)


def _split(left: str, right: str, shown: str, language: str) -> Opinion:
    """Decide about a hit of several whole words: a name that the segmenter does not know, or chance."""
    if left and right:
        return Opinion(Verdict.REJECT, "verdict.crossed", {"words": f"{left}, {right}"})
    if left or right or language == JAPANESE:
        return Opinion(Verdict.REVIEW, "verdict.split", {"words": shown})
    return ACCEPTED


def _nested(before: str, after: str, shown: str, language: str) -> Opinion:
    """Decide about a hit within a longer word by what is left of that word: 关系 of 中日关系 is a word, 洲 of 中美洲 is not."""
    if all(not rest or (len(rest) > 1 and _is_word(rest, language)) for rest in (before, after)):
        return ACCEPTED
    return Opinion(Verdict.REVIEW, "verdict.nested", {"words": shown})


def _crossing(text: str, start: int, end: int, language: str) -> tuple[str, str]:
    """Return a word of the lexicon that begins before the hit and ends in it, and one that begins in it and ends after it; or ""."""
    left = (
        text[low:high] for low in range(max(0, start - _LONGEST + 1), start) for high in range(start + 1, end) if high - low <= _LONGEST
    )
    right = (text[low:high] for low in range(start + 1, end) for high in range(end + 1, min(len(text), low + _LONGEST) + 1))
    return _first_word(left, language), _first_word(right, language)


def _first_word(candidates: Iterable[str], language: str) -> str:
    return next((one for one in candidates if all(map(is_han, one)) and _is_word(one, language)), "")


def _is_word(text: str, language: str) -> bool:
    return is_japanese_word(text) if language == JAPANESE else is_chinese_word(text)
