"""Exporting: the table is made, read back, and what would not come back is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from glossary.interchange import module
from glossary.interchange.collecting import read_sheet
from glossary.interchange.joining import join, known
from glossary.interchange.layouts import LAYOUTS, Laid, concepts_in
from glossary.interchange.options import Options
from glossary.interchange.sheet import Extent, Note, Row, Sheet, letter
from glossary.model import Concept, Termbase


class Exported(Struct, frozen=True, kw_only=True):
    """The bytes of a file, how many concepts and rows it has, and what it could not carry."""

    data: bytes
    concepts: int
    rows: int
    notes: tuple[Note, ...] = ()


def export(termbase: Termbase, suffix: str, path: str, *, rows: str = "term", extent: Extent = Extent(), encoding: str = "") -> Exported:  # noqa: B008
    """Return `termbase` as a file with the ending `suffix`, a key of `FORMATS`; `rows` is a key of `LAYOUTS`.

    Raises DocumentError where the encoding lacks a character.
    """
    format = module(suffix)
    concepts = concepts_in(termbase, extent)
    laid = LAYOUTS[rows](concepts, extent)
    notes = [*_cells(laid, format.problem, path), *_left_out(laid, path), *_without_row(laid, path)]
    if rows == "term":
        notes += _not_back(laid, concepts, path)
    if termbase.shorthands:
        notes.append(Note("export.shorthands", path, {"count": len(termbase.shorthands)}))
    data = format.write(laid.table, encoding=encoding)
    return Exported(data=data, concepts=len(concepts), rows=len(laid.table.rows), notes=tuple(notes))


def _cells(laid: Laid, problem: Callable[[str], str], path: str) -> Iterator[Note]:
    """Yield a remark for each cell that the format cannot hold as it is."""
    for number, row in enumerate(laid.table.rows, start=2):
        for column, text in enumerate(row):
            if text and (code := problem(text)):
                yield Note(code, path, {"cell": f"{letter(column)}{number}", "id": row[0], "field": laid.table.columns[column].name})


def _left_out(laid: Laid, path: str) -> Iterator[Note]:
    if laid.left_out:
        names = ", ".join(f"{name} ({count})" for name, count in sorted(laid.left_out.items(), key=lambda one: (-one[1], one[0])))
        yield Note("export.left-out", path, {"fields": names})


def _without_row(laid: Laid, path: str) -> Iterator[Note]:
    """Yield a remark on rows that hold no name: Excel shows them, and nobody knows why."""
    if laid.table.layout == "concept":
        texts = [number for number, column in enumerate(laid.table.columns) if "." in column.name]
        empty = [row[0] for row in laid.table.rows if not any(row[number] for number in texts)]
        if empty:
            yield Note("export.no-names", path, {"count": len(empty), "ids": ", ".join(empty[:3])})


def _not_back(laid: Laid, concepts: Sequence[Concept], path: str) -> Iterator[Note]:
    """Read the table back and yield a remark for each entry that would not be the same."""
    head = Row(1, tuple(column.name for column in laid.table.columns))
    rows = (head, *(Row(number, row) for number, row in enumerate(laid.table.rows, start=2)))
    found = read_sheet(Sheet(path=path, rows=rows), ".xlsx", Options())
    termbase = known(concepts)
    termbase.plain = laid.plain
    joined = join(found.drafts, termbase, subject="", own=True, extent=Extent())
    lost = [one.change.concept for one in (*joined.added, *joined.changed, *joined.missing)]
    for id in dict.fromkeys(lost):
        yield Note("export.differs", path, {"id": id})
    yield from (Note("export.differs", note.place, {"id": note.place}) for note in (*found.refused, *joined.refused))
