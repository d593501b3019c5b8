"""Rows of states: a pair inside a longer row is not that pair.

In 美日紐關係 neither 美日 nor 日紐 is what the text is about, and Japan and New Zealand are not the whole of Australia, Japan and New
Zealand. A term for the whole row, where the termbase has one, wins as the longer one; without it the pair is for review.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping

from glossary.findings import Verdict
from glossary.matching.opinion import ACCEPTED, Opinion
from glossary.matching.tokens import words_around
from glossary.model import Kind, Termbase
from glossary.text.fold import folded
from glossary.text.patterns import deferred
from glossary.text.script import all_han

_LISTED_BEFORE = deferred(r"(?:,| and|, and) (?:the )?\Z")
_LISTED_AFTER = deferred(r",? and (?:the )?")
_HYPHEN_BEFORE = deferred(r"-\Z")
_HYPHEN_AFTER = deferred("-")

# 中日韩三国, 日米豪三カ国: the number of states belongs to the row.
_COUNTED = deferred("[两兩二三四五六七][国國方]$")
# 日中新時代 is a new age, 日美新三国 would be states.
_OFTEN_NO_STATE = frozenset("新")
_COUNT_AHEAD = deferred("[两兩二三四五六七](?:[カヵケヶか個]?[国國]|方)")

Shorthands = Mapping[str, frozenset[str]]


def shorthands(termbase: Termbase) -> Shorthands:
    """Return the one-character shorthands of states by language: the table's, and those of which the two-character pairs consist."""
    found: dict[str, set[str]] = defaultdict(set)
    for shorthand in termbase.shorthands:
        if len(shorthand.text) == 1:
            found[shorthand.language].add(folded(shorthand.text))
    for concept in termbase.concepts:
        if concept.kind is Kind.BILATERAL:
            for term in concept.terms:
                if len(term.text) == 2 and all_han(term.text):
                    found[term.language].update(folded(term.text))
    return {language: frozenset(characters) for language, characters in found.items()}


def judge_row(text: str, start: int, end: int, language: str, known: frozenset[str]) -> Opinion:
    """Doubt the Han pair [start, end) of folded `text` where another state's shorthand is glued to it.

    A character is glued as a shorthand where the word it belongs to has nothing else: 韓 in 日中|韓|首脳, but not in 日中|韓国.
    """
    for at in (start - 1, end):
        if not 0 <= at < len(text) or text[at] not in known or (text[at] in _OFTEN_NO_STATE and not _COUNT_AHEAD.match(text, at + 1)):
            continue
        word = next((word for word in words_around(text, start, end, language) if word.start <= at < word.end), None)
        if word is None:
            continue
        outside = text[word.start : min(word.end, start)] if at < start else text[max(word.start, end) : word.end]
        outside = _COUNTED.sub("", outside) or outside
        if all(char in known for char in outside):
            return Opinion(Verdict.REVIEW, "verdict.row", {"row": outside})
    return ACCEPTED


def judge_list(text: str, start: int, end: int, starts: Container[int], ends: Container[int]) -> Opinion:
    """Doubt an English pair at [start, end) in a longer list or row of states, whose names begin at `starts` and end at `ends`.

    Australia, Japan and New Zealand · Japan and the Philippines and the United States · US–Japan–Philippines
    """
    hyphened = "-" in text[start:end]
    before = (_HYPHEN_BEFORE if hyphened else _LISTED_BEFORE).search(text, max(0, start - 10), start)
    after = (_HYPHEN_AFTER if hyphened else _LISTED_AFTER).match(text, end)
    if (before is not None and before.start() in ends) or (after is not None and after.end() in starts):
        return Opinion(Verdict.REVIEW, "verdict.list")
    return ACCEPTED
