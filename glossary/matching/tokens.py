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
from functools import lru_cache

from msgspec import Struct

from glossary.findings import Verdict
from glossary.languages import JAPANESE
from glossary.matching.lexicon import crossing, is_divided, is_word, words_saved
from glossary.matching.opinion import ACCEPTED, Opinion
from glossary.matching.senses import in_the_course
from glossary.text.segmenters import Word, chinese_words, is_chinese_word, japanese_words

_REACH = 24  # code points on each side; clauses are shorter, but for tables without punctuation
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
    clause = segmented(text[low:high], language)
    opinion = _judge(clause, start - low, end - low, language)
    if opinion.verdict is Verdict.ACCEPT and language != JAPANESE:
        lengths = {word.start: word.end - word.start for word in clause.words}
        before = next((word.end - word.start for word in clause.words if word.end == start - low), 0)
        return in_the_course(clause.text, start - low, end - low, (before, lengths.get(end - low, 0)))
    return opinion


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
    inside = _touching(clause, start, end)
    if language != JAPANESE and any(not _is_known(clause, word) for word in inside):
        # Words that the segmenter makes up cross true names: 日|澳防长. Cut again with those of its lexicon only.
        clause = Clause(clause.text, chinese_words(clause.text, known=True))
        inside = _touching(clause, start, end)
    first, last = inside[0], inside[-1]
    shown = "|".join(clause.text[word.start : word.end] for word in inside)
    if len(inside) > 1:
        if first.start != start or last.end != end:
            return _crossed(clause, start, end, inside, shown, language)
        return _split(clause, start, end, inside, shown, language)
    text = clause.text
    if (first.start, first.end) != (start, end):
        nested = is_divided(text[first.start : start], text[start:end], text[end : first.end], language)
        return ACCEPTED if nested else Opinion(Verdict.REVIEW, "verdict.nested", {"words": shown})
    left, right = crossing(text, start, end, language)
    if left and right:
        return Opinion(Verdict.REVIEW, "verdict.contested-words", {"words": f"{left}, {right}"})
    if first.name == "名" and any(word.end == start and word.name == "姓" for word in clause.words):
        return Opinion(Verdict.REJECT, "verdict.given-name")  # 桂米朝 the storyteller
    return ACCEPTED


def _touching(clause: Clause, start: int, end: int) -> list[Word]:
    return [word for word in clause.words if word.start < end and start < word.end]


def _is_known(clause: Clause, word: Word) -> bool:
    return word.end - word.start == 1 or is_chinese_word(clause.text[word.start : word.end])


def _crossed(clause: Clause, start: int, end: int, inside: list[Word], shown: str, language: str) -> Opinion:
    """Reject a hit that words cross, but doubt it only where the other reading is as good: 签署日|菲 may be 签署|日菲."""
    before, after = clause.text[inside[0].start : start], clause.text[end : inside[-1].end]
    loose = bool(before) != bool(after) and len(before or after) > 1 and is_word(before or after, language)
    loose = loose or (language != JAPANESE and words_saved(clause.text, start, end, language) > 0)
    return Opinion(Verdict.REVIEW if loose else Verdict.REJECT, "verdict.crossed", {"words": shown})


def _split(clause: Clause, start: int, end: int, inside: list[Word], shown: str, language: str) -> Opinion:
    """Decide about a hit of several whole words: a name that the segmenter does not know, or chance.

    A word with a suffix (外務|省, 日本|側) is a name in Japanese; a row of single characters may be anything there.
    """
    left, right = crossing(clause.text, start, end, language)
    saved = words_saved(clause.text, start, end, language) if language != JAPANESE else 0
    if (left and right) or saved < 0:
        return Opinion(Verdict.REJECT, "verdict.crossed", {"words": f"{left}, {right}" if left and right else shown})
    whole = any(word.end - word.start > 1 for word in inside)
    sure = saved > 0 or (not left and not right and (whole or language != JAPANESE))
    return ACCEPTED if sure else Opinion(Verdict.REVIEW, "verdict.split", {"words": shown})
