"""Positions for people: lines and columns from half-open code points.

Lines end at `\\r\\n`, `\\r` and `\\n` only; `str.splitlines` also splits at U+0085 and U+2028, editors do not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A place for people: line and column, both from 1, the column in code points."""

    line: int
    column: int


class Lines:
    """The lines of one decoded text, for turning offsets into positions."""

    __slots__ = ("_ends", "_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        if "\r" in text:
            ends = [match.span() for match in _LINE_END.finditer(text)]
            self._starts = [0, *(end for _, end in ends)]
            self._ends = [*(start for start, _ in ends), len(text)]
        else:
            self._ends = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=-1))[1:]
            self._starts = [0, *(end + 1 for end in self._ends[:-1])]

    def position(self, offset: int) -> Position:
        """Return the position of the code point at `offset`; the end of the text is allowed."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line + 1, offset - self._starts[line] + 1)

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line end."""
        return self._text[self._starts[number - 1] : self._ends[number - 1]]

    def bounds(self, number: int) -> tuple[int, int]:
        """Return the offsets of line `number` (from 1), without its line end."""
        return self._starts[number - 1], self._ends[number - 1]

    def __len__(self) -> int:
        return len(self._starts)
