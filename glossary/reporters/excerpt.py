"""A line of the draft with a mark under what was found, aligned in a terminal whatever the script.

Widths are terminal columns as `wcwidth` counts them: two for Han and kana, none for combining marks and variation selectors.
The draft is data and not trusted: control characters are shown, never sent to the terminal.
"""

from __future__ import annotations

from typing import NamedTuple

from glossary.reporters.display import visible

_TAB = 8
_ELLIPSIS = "…"
_MOST_CODE_POINTS = 8  # a column, combining marks counted: more stand over one letter in no writing system


class Excerpt(NamedTuple):
    """`line` as it is printed; `before`, `marked` and `after` are its three parts; `underline` is aligned with them."""

    before: str
    marked: str
    after: str
    underline: str

    @property
    def line(self) -> str:
        """The whole line as printed."""
        return self.before + self.marked + self.after


class _Cell(NamedTuple):
    shown: str
    width: int
    start: int  # code points of the line
    end: int


def excerpt(line: str, start: int, end: int, *, width: int, mark: str = "^") -> Excerpt:
    """Return the part of `line` around its code points [start, end) that fits `width` columns, cut ends shown as ….

    `end` may lie beyond the line, where a finding goes on in the next one. An empty span is marked with one column.
    """
    end = max(end, start + 1)
    # Columns near the finding are all that is shown: a paragraph of a megabyte is measured no more than a line.
    near = _MOST_CODE_POINTS * width
    cut = max(0, start - near)
    rest = len(line) > end + near
    cells = _cells(line[cut : end + near])
    start, end = start - cut, end - cut
    inside = [number for number, cell in enumerate(cells) if cell.start < end and cell.end > start]
    first, last = (inside[0], inside[-1] + 1) if inside else (len(cells), len(cells))
    low, high = _window(cells, first, last, width)
    lead = _ELLIPSIS if low or cut else ""
    before = lead + "".join(cell.shown for cell in cells[low:first])
    marked = "".join(cell.shown for cell in cells[first : min(last, high)])
    after = "".join(cell.shown for cell in cells[min(last, high) : high]) + (_ELLIPSIS if high < len(cells) or rest else "")
    # From the cells, not from the strings: a combining mark alone would be counted with what stands before it.
    indent = len(lead) + sum(cell.width for cell in cells[low:first])
    length = sum(cell.width for cell in cells[first : min(last, high)])
    return Excerpt(before, marked, after, " " * indent + mark * max(1, length))


def _cells(line: str) -> list[_Cell]:
    from wcwidth import iter_graphemes, wcswidth  # its tables take a tenth of a start

    cells: list[_Cell] = []
    column = offset = 0
    for grapheme in iter_graphemes(line):
        shown = " " * (_TAB - column % _TAB) if grapheme == "\t" else visible(grapheme)
        width = max(0, wcswidth(shown))
        cells.append(_Cell(shown, width, offset, offset + len(grapheme)))
        column += width
        offset += len(grapheme)
    return cells


def _window(cells: list[_Cell], first: int, last: int, width: int) -> tuple[int, int]:
    """Return the cells to show: the marked ones, then as much as fits on both sides, both ends of … counted."""
    if sum(cell.width for cell in cells) <= width:
        return 0, len(cells)
    room = max(1, width - 2 * len(_ELLIPSIS))
    low = high = first
    while high < last and room >= cells[high].width:
        room -= cells[high].width
        high += 1
    if high < last:
        return low, max(high, low + 1)
    half = room // 2
    while low > 0 and half >= cells[low - 1].width:
        low -= 1
        half -= cells[low].width
        room -= cells[low].width
    while high < len(cells) and room >= cells[high].width:
        room -= cells[high].width
        high += 1
    while low > 0 and room >= cells[low - 1].width:
        low -= 1
        room -= cells[low].width
    return low, high
