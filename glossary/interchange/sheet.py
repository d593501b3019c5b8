"""Sheets as they come in and tables as they go out: texts in rows and columns, and what is to be said about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from msgspec import Struct

NUMBER, DATE, FORMULA, NO_RESULT, ERROR = "number", "date", "formula", "no-result", "error"


class Row(NamedTuple):
    """A row as the spreadsheet program numbers it (from 1); `odd` says of a column (from 0) what its cell is, if not text.

    `joined`: a cell of the row is one with the cell above (merged), so that the row goes on with what began there.
    """

    number: int
    cells: tuple[str, ...]
    odd: dict[int, str] = {}
    joined: frozenset[int] = frozenset()


class Note(Struct, frozen=True):
    """A remark or refusal: a message id with arguments; `place` is the file, or a cell of it."""

    code: str
    place: str
    arguments: dict[str, Any] = {}

    @property
    def values(self) -> dict[str, Any]:
        """The arguments that the template takes."""
        return {"path": self.place, **self.arguments}


class Extent(Struct, frozen=True, kw_only=True):
    """What an export was asked to hold; () for everything. Rows outside of it are not missing."""

    languages: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()


class Merge(NamedTuple):
    """Cells that are one: first and last row (from 1) and column (from 0), inclusive."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(Struct, kw_only=True):
    """One sheet of a file; its rows can be read once."""

    path: str
    name: str = ""
    rows: Iterable[Row]
    encoding: str = ""
    delimiter: str = ""
    merges: tuple[Merge, ...] = ()
    coloured: tuple[tuple[int, int], ...] = ()  # row and column of cells with a colour of their own
    notes: tuple[Note, ...] = ()
    extent: Extent | None = None

    def at(self, row: int, column: int | None = None) -> str:
        """Return the place of a cell or row as spreadsheet programs write it."""
        return place(self.path, self.name, row, column)

    @property
    def title(self) -> str:
        """The path, with the name of the sheet where there is one."""
        return f"{self.path}:{self.name}" if self.name else self.path


def place(path: str, sheet: str, row: int, column: int | None = None) -> str:
    """Return `list.xlsx:Terms!C7` for a cell of a workbook, `list.csv:C7` for one of a text file, `list.csv:7` for a row."""
    cell = f"{letter(column)}{row}" if column is not None else str(row)
    return f"{path}:{sheet}!{cell}" if sheet else f"{path}:{cell}"


def letter(column: int) -> str:
    """Return the name of a column, counted from 0: A, B, …, Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


class Column(NamedTuple):
    """A column of a table that goes out: its name, its width in characters, the only values it takes, if any."""

    name: str
    width: int = 16
    choices: tuple[str, ...] = ()
    hidden: bool = False


class Table(Struct, frozen=True, kw_only=True):
    """What is written: columns and rows of texts."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]
    layout: str  # "term" or "concept"
    extent: Extent = Extent()


class ReadOptions(Struct, frozen=True, kw_only=True):
    """How files are read: the encoding of text files, "" to guess; the names of sheets, () for the first."""

    encoding: str = ""
    sheets: tuple[str, ...] = ()
