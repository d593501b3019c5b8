"""Which row of a sheet is the header: titles may stand above it, and groups of columns may have a header above theirs."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from glossary.interchange.headers import Guess, Target, guess, named
from glossary.interchange.sheet import Merge, Row

_TOP = 25  # rows among which the header must be


def bare(header: str) -> str:
    """Return a header for comparing."""
    return " ".join(unicodedata.normalize("NFKC", header).casefold().split())


def is_letter(header: str) -> bool:
    """Whether `header` may be the letter of a column."""
    return len(header) <= 2 and header.isascii() and header.isalpha()


def find_header(rows: Sequence[Row], merges: Sequence[Merge], targets: dict[str, Target]) -> tuple[int, int]:
    """Return the positions of the header and, where groups of columns have a header above theirs, of the second line; -1 for none."""
    best, most = -1, 0
    for at, row in enumerate(rows[:_TOP]):
        known = sum(_is_known(cell, targets) for cell in row.cells)
        filled = sum(bool(cell.strip()) for cell in row.cells)
        # A single known word in a row of others is a sentence or a term; alone it is the header of the only column.
        if known > most and (known > 1 or filled == 1 or 2 * known >= filled):
            best, most = at, known
    if best < 0:
        return -1, -1
    above, below = best - 1, best + 1
    if _groups(rows, merges, best) and below < len(rows) and any(_is_known(cell, targets) for cell in rows[below].cells):
        return best, below
    if above >= 0 and _groups(rows, merges, above) and any(guess(cell).language for cell in rows[above].cells):
        return above, best
    return best, -1


def _groups(rows: Sequence[Row], merges: Sequence[Merge], at: int) -> list[Merge]:
    """Return the merged cells of a row that are headers of several columns."""
    return [merge for merge in merges if merge.top == rows[at].number and merge.right > merge.left]


def _is_known(cell: str, targets: dict[str, Target]) -> bool:
    text = cell.strip()
    if not text or len(text) > 60:
        return False
    # A letter names a column, also where some cell holds just that letter.
    said = bare(text) in targets and not is_letter(text)
    return said or named(text) is not None or guess(text) != Guess()


def heads(rows: Sequence[Row], merges: Sequence[Merge], at: int, second: int) -> list[str]:
    """Return the headers of the columns, those of two lines joined."""
    if at < 0:
        return []
    found = [" ".join(cell.split()) for cell in rows[at].cells]
    if second < 0:
        return found
    for merge in _groups(rows, merges, at):
        found += [""] * (merge.right + 1 - len(found))
        for column in range(merge.left, merge.right + 1):
            found[column] = found[merge.left]
    below = [" ".join(cell.split()) for cell in rows[second].cells]
    below += [""] * (len(found) - len(below))
    found += [""] * (len(below) - len(found))
    return [one if one == two else f"{one} {two}".strip() for one, two in zip(found, below, strict=True)]
