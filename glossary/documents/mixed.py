"""Paragraphs in two scripts: whole sentences of each become segments of their own.

A release that gives each sentence in Japanese and then in English would be read in one language otherwise, and half of it not at all.
A foreign name or title in a sentence does not count: only sentences do, and only where both sides have some length.
"""

from __future__ import annotations

from msgspec.structs import replace

from glossary.documents.model import Segment
from glossary.text.patterns import deferred
from glossary.text.sentences import sentence_spans

# Eight words of an alphabet in a row, and ten characters of Chinese or Japanese: less is a name or a title.
_WORDS = 8
_BETWEEN_WORDS = " ,;:"
_LATIN = deferred(rf"[A-Za-z][A-Za-z'’-]*(?:[{_BETWEEN_WORDS}]+[A-Za-z0-9][A-Za-z0-9'’.-]*){{{_WORDS - 1}}}")
_CJK = deferred("[\u3041-\u30ff\u3400-\u9fff々、]{10}")
_LETTER = deferred("[A-Za-z]")
_CHARACTER = deferred("[\u3041-\u30ff\u3400-\u9fff]")


def may_divide(text: str) -> bool:
    """Whether a paragraph has enough of two scripts to be looked at more closely."""
    if text.isascii() or sum(map(text.count, _BETWEEN_WORDS)) < _WORDS - 1:
        return False
    return _LATIN.search(text) is not None and _CJK.search(text) is not None


def divided(segment: Segment) -> tuple[Segment, ...]:
    """Return `segment` as it is, or in stretches of neighbouring sentences that are in one script; together they are its text."""
    text = segment.text.text
    if not may_divide(text):
        return (segment,)
    stretches: list[tuple[int, int, bool]] = []
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        # A character says about as much as two letters.
        latin = len(_LETTER.findall(sentence)) > 2 * len(_CHARACTER.findall(sentence))
        if stretches and stretches[-1][2] == latin:
            stretches[-1] = (stretches[-1][0], end, latin)
        else:
            stretches.append((start, end, latin))
    if not all(_weighs(text[start:end], latin) for start, end, latin in stretches) or len(stretches) == 1:
        return (segment,)
    return tuple(_part(segment, start, end) for start, end, _ in stretches)


def _weighs(stretch: str, latin: bool) -> bool:
    return (_LATIN if latin else _CJK).search(stretch) is not None


def _part(segment: Segment, start: int, end: int) -> Segment:
    text = segment.text.slice(start, end)
    low, high = text.hull(0, len(text))
    inlines = tuple(inline for inline in segment.inlines if inline.start < high and low < inline.end)
    return replace(segment, text=text, inlines=inlines)
