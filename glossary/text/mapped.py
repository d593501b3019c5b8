"""Text that remembers where it came from.

A `MappedText` is a string with sparse breakpoints into a source. Each piece of it is either linear (as many code
points as in the source, one to one) or replaced (`&amp;` read as `&`, ﾊﾞ folded to バ): a span that touches a replaced piece
answers with the whole of that piece's source, so that no entity and no grapheme is cut.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Piece(NamedTuple):
    """`length` code points of the text that stand for the source's code points [`start`, `end`)."""

    length: int
    start: int
    end: int


class MappedText:
    """A string and the source ranges it came from; offsets on both sides are half-open code points."""

    __slots__ = ("_offsets", "_pieces", "text")

    def __init__(self, text: str, pieces: Iterable[Piece]) -> None:
        """Take `text` and the pieces it is made of, in order; their lengths add up to `len(text)`."""
        self.text = text
        self._pieces = [piece for piece in pieces if piece.length]
        self._offsets = []
        offset = 0
        for piece in self._pieces:
            self._offsets.append(offset)
            offset += piece.length
        if offset != len(text):
            raise ValueError(f"pieces cover {offset} code points of {len(text)}")

    @classmethod
    def identity(cls, text: str, start: int = 0) -> MappedText:
        """Return `text` as it stands in the source from `start` on."""
        made = cls.__new__(cls)
        length = len(text)
        made.text = text
        made._pieces = [Piece(length, start, start + length)] if length else []
        made._offsets = [0] if length else []
        return made

    def slice(self, start: int, end: int) -> MappedText:
        """Return text[start:end] with its own map; a replaced piece is taken whole by the slice that it begins in."""
        pieces: list[Piece] = []
        for piece, offset in zip(self._pieces, self._offsets, strict=True):
            low, high = max(start, offset), min(end, offset + piece.length)
            if low >= high:
                continue
            if piece.length == piece.end - piece.start:
                pieces.append(Piece(high - low, piece.start + low - offset, piece.start + high - offset))
            else:
                pieces.append(Piece(high - low, piece.start, piece.end))
        return MappedText(self.text[start:end], pieces)

    def hull(self, start: int, end: int) -> tuple[int, int]:
        """Return the smallest source range that holds all of text[start:end]; `start` < `end`."""
        if len(self._pieces) == 1:
            length, low, high = self._pieces[0]
            return (low + start, low + end) if length == high - low else (low, high)
        return self._source(start, first=True), self._source(end - 1, first=False)

    def runs(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """Return the source ranges of text[start:end], in order, neighbours joined; gaps are markup."""
        runs: list[tuple[int, int]] = []
        index = bisect_right(self._offsets, start) - 1
        while index < len(self._pieces) and self._offsets[index] < end:
            piece, offset = self._pieces[index], self._offsets[index]
            if piece.length == piece.end - piece.start:
                low = piece.start + max(0, start - offset)
                high = piece.start + min(piece.length, end - offset)
            else:
                low, high = piece.start, piece.end
            if runs and runs[-1][1] == low:
                runs[-1] = (runs[-1][0], high)
            else:
                runs.append((low, high))
            index += 1
        return tuple(runs)

    def _source(self, offset: int, *, first: bool) -> int:
        index = bisect_right(self._offsets, offset) - 1
        piece = self._pieces[index]
        if piece.length != piece.end - piece.start:
            return piece.start if first else piece.end
        return piece.start + offset - self._offsets[index] + (0 if first else 1)

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return f"MappedText({self.text!r}, {self._pieces!r})"
