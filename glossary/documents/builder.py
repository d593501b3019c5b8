"""Puts the text of a segment together from stretches of the source."""

from __future__ import annotations

import re
import sys
from typing import NamedTuple

from glossary.documents.model import Inline, Segment, SegmentKind
from glossary.documents.opaque import opaque_spans
from glossary.text.mapped import MappedText, Piece

# Stands for what is no prose but takes a place in the sentence: code, an address, a picture (Unicode: OBJECT REPLACEMENT CHARACTER).
OBJECT = "\ufffc"


_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def has_words(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Whether there is a letter or a digit in text[start:end]."""
    return _LETTER_OR_DIGIT.search(text, start, end) is not None


class Source:
    """A decoded text and a cursor over its stretches that are no prose; builders take from it from front to back."""

    __slots__ = ("_next", "_spans", "text")

    def __init__(self, text: str, *, formulas: bool = False) -> None:
        self.text = text
        self._spans = [*opaque_spans(text, formulas=formulas), (len(text) + 1, len(text) + 2)]
        self._next = 0

    def opaque_from(self, start: int) -> tuple[int, int]:
        """Return the first stretch that ends after `start`."""
        while self._spans[self._next][1] <= start:
            self._next += 1
        return self._spans[self._next]

    def is_prose(self, start: int, end: int) -> bool:
        """Whether nothing in [start, end) is left out."""
        spans, number = self._spans, self._next
        while spans[number][1] <= start:
            number += 1
        self._next = number
        return spans[number][0] >= end


class Place(NamedTuple):
    """A place kept in a builder: numbers of its text and of its piece."""

    text: int
    piece: int


class Builder:
    """A segment in the making: stretches are added in the order of the source; all offsets are its code points."""

    __slots__ = ("_pieces", "_source", "_texts", "inlines", "taken")

    def __init__(self, source: Source) -> None:
        self._source = source
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self.inlines: list[Inline] = []
        self.taken = 0  # the source is used up to here

    @property
    def empty(self) -> bool:
        """Whether nothing has been added yet."""
        return not self._pieces

    def add(self, start: int, end: int) -> None:
        """Add source[start:end] as it stands, but for addresses."""
        if start < self.taken:
            start = self.taken
        while start < end:
            low, high = self._source.opaque_from(start)
            if low > start:
                self._linear(start, min(low, end))
                start = min(low, end)
            elif high - start > 1:
                self.replace(OBJECT, start, high)
                start = high
            else:
                start += 1

    def replace(self, text: str, start: int, end: int) -> None:
        """Add `text` for source[start:end]."""
        if start < self.taken:
            return
        self._texts.append(text)
        self._pieces.append(Piece(len(text), start, end))
        self.taken = end

    def place(self, start: int, end: int) -> Place | None:
        """Keep a place for source[start:end], empty until it is filled; None where that is used already."""
        if start < self.taken:
            return None
        self.replace("", start, end)
        return Place(len(self._texts) - 1, len(self._pieces) - 1)

    def fill(self, place: Place, text: str) -> None:
        """Put `text` in a place that was kept."""
        self._texts[place.text] = text
        self._pieces[place.piece] = self._pieces[place.piece]._replace(length=len(text))

    def build(self, kind: SegmentKind, forbidden: str | None = None) -> Segment | None:
        """Return the segment, None where it has no words."""
        text = "".join(self._texts)
        if not has_words(text):
            return None
        return Segment(text=MappedText(text, self._pieces), kind=kind, inlines=tuple(self.inlines), forbidden=forbidden)

    def _linear(self, start: int, end: int) -> None:
        self._texts.append(self._source.text[start:end])
        last = self._pieces[-1] if self._pieces else None
        if last is not None and last.end == start and last.length == last.end - last.start:
            self._pieces[-1] = Piece(last.length + end - start, last.start, end)
        else:
            self._pieces.append(Piece(end - start, start, end))
        self.taken = end
