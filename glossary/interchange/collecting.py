"""All rows of all files as drafts, one a concept: rows of one entry joined, rows twice in the file left out, refused rows noted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice

from msgspec import Struct

from glossary.interchange import module
from glossary.interchange.drafts import Draft, Reader, Refusal
from glossary.interchange.mapping import SAMPLE, Mapping, map_columns
from glossary.interchange.options import Options
from glossary.interchange.sheet import Extent, Note, Row, Sheet


class ReadSheet(Struct, kw_only=True):
    """What was found in one sheet. `lost` counts the cells of each column, by index, that is not carried."""

    sheet: Sheet
    mapping: Mapping
    rows: int = 0
    refused_rows: int = 0
    lost: dict[int, int] = {}
    drafts: list[Draft] = []
    notes: tuple[Note, ...] = ()
    refused: tuple[Note, ...] = ()

    @property
    def extent(self) -> Extent | None:
        """What the sheet was exported to hold, where it says so."""
        return self.sheet.extent


def read_sheet(sheet: Sheet, suffix: str, options: Options) -> ReadSheet:
    """Return all that is in a sheet. Raises UsageError where its columns cannot be told, DocumentError for damage."""
    rows = iter(sheet.rows)
    head = list(islice(rows, SAMPLE))
    mapping = map_columns(sheet, head, options.maps)
    reader = Reader(sheet, mapping, options, module(suffix).unescaped)
    found = ReadSheet(sheet=sheet, mapping=mapping, drafts=[], lost={})
    _Collector(found, reader).take(row for row in chain(head, rows) if row.number >= mapping.first)
    # The one column that an export hides is ours.
    given = (note for note in sheet.notes if not (mapping.own and note.code == "import.hidden-columns"))
    found.notes = (*given, *_above(sheet, mapping, head), *_colours(sheet, mapping), *reader.tally.notes(sheet.title))
    return found


class _Collector:
    """Puts rows together."""

    def __init__(self, found: ReadSheet, reader: Reader) -> None:
        self._found = found
        self._reader = reader
        self._by_id: dict[str, Draft] = {}
        self._seen: dict[tuple[str, ...], str] = {}
        self._carried = frozenset(index for index, _ in found.mapping.held)

    def take(self, rows: Iterable[Row]) -> None:
        refused: list[Note] = []
        for row in rows:
            if not any(map(str.strip, row.cells)):
                continue
            self._found.rows += 1
            for index, cell in enumerate(row.cells):
                if index not in self._carried and cell.strip():
                    self._found.lost[index] = self._found.lost.get(index, 0) + 1
            try:
                if (draft := self._reader.draft(row)) is not None:
                    self._join(draft, row)
            except Refusal as refusal:
                self._found.refused_rows += 1
                refused += refusal.notes
        self._found.refused = tuple(refused)

    def _join(self, draft: Draft, row: Row) -> None:
        drafts, mapping = self._found.drafts, self._found.mapping
        if draft.joins and drafts:
            unite(drafts[-1], draft)
            return
        if draft.id:
            if draft.id in self._by_id:
                if not mapping.by_term:
                    self._reader.tally.add("import.same-id", draft.place, draft.id)
                unite(self._by_id[draft.id], draft)
                return
            self._by_id[draft.id] = draft
        elif not mapping.own:
            # Without an id nothing but the row itself says that it was meant twice.
            key = tuple(cell.strip() for index, cell in enumerate(row.cells) if index in self._carried)
            if key in self._seen:
                self._reader.tally.add("import.same-row", draft.place, self._seen[key])
                return
            self._seen[key] = draft.place.rpartition("!")[2].rpartition(":")[2]
        drafts.append(draft)


def unite(first: Draft, more: Draft) -> None:
    """Add to a draft what another row says of the same entry; raises Refusal where the two contradict each other."""
    for name, value in more.fields.items():
        there = first.fields.get(name)
        if isinstance(there, dict) and isinstance(value, dict):
            both = {**value, **there}
            clash = any(there[key] != value[key] for key in there.keys() & value.keys())
        else:
            both, clash = value, there is not None and there != value
        if clash:
            raise Refusal([Note("import.contradiction", more.place, {"id": first.id, "field": name, "first": first.place})])
        first.fields = {**first.fields, name: both}
    first.told = tuple(dict.fromkeys((*first.told, *more.told)))
    # Merged cells and rows of one id repeat names; an export has twins only where two regions share a name.
    known = {(term.language, term.fields["text"], *term.fields.get("region", ())) for term in first.terms}
    for term in more.terms:
        if term.told or (term.language, term.fields["text"], *term.fields.get("region", ())) not in known:
            first.terms.append(term)


def _above(sheet: Sheet, mapping: Mapping, head: Iterable[Row]) -> Iterator[Note]:
    """Yield a remark on what stands above the header."""
    rows = [row.number for row in head if row.number < mapping.header_row and any(map(str.strip, row.cells))]
    if rows:
        yield Note("import.above", sheet.title, {"count": len(rows), "row": mapping.header_row})


def _colours(sheet: Sheet, mapping: Mapping) -> Iterator[Note]:
    found = [(row, column) for row, column in sheet.coloured if row >= mapping.first]
    if found:
        cell = sheet.at(*found[0]).rpartition("!")[2]
        yield Note("import.colours", sheet.title, {"count": len(found), "cells": cell})
