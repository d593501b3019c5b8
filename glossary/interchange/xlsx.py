"""Workbooks of Excel and its likes (ECMA-376), read row by row, written so that a text is never a formula.

Texts are taken as texts: openpyxl joins the runs of rich text and leaves out the furigana that Japanese Excel keeps beside a
cell. Numbers are written as they are seen where the cell has a format of zeros (012), dates as ISO 8601.
"""

from __future__ import annotations

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from xml.etree.ElementTree import ParseError

from glossary.errors import DocumentError, UsageError
from glossary.interchange.sheet import DATE, ERROR, FORMULA, NO_RESULT, NUMBER, Extent, Note, ReadOptions, Row, Sheet, Table, letter
from glossary.interchange.xlsx_marks import Marks, marks
from glossary.termbase.positions import FORBIDDEN

OWN_SHEET = "glossary"  # hidden: what an export holds
_OWN_TITLE = "glossary export"
_LONGEST = 32_767  # characters of a cell, as Excel counts them (UTF-16)
_MOST_ROWS = 1_048_576
_ZEROS = re.compile(r"0{2,15}\Z")
# Excel reads _x0041_ as A (ECMA-376 part 1, 22.9.2.19), and writes its control characters so.
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_SHOWN = 3
_FIXED_DATE = "1980-01-01T00:00:00Z"


def read(data: bytes, path: str, options: ReadOptions) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook that are asked for, else the first that is visible and has something in it.

    Raises DocumentError for a damaged file, UsageError for a sheet that is not there.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's own, on print areas and the like
            return _sheets(data, path, options)
    except (zipfile.BadZipFile, ParseError, KeyError, ValueError, TypeError, IndexError, AttributeError, EOFError, OSError, SyntaxError):
        # What openpyxl raises for a damaged workbook, depending on where the damage is.
        raise DocumentError("import.damaged", path=path) from None


def _sheets(data: bytes, path: str, options: ReadOptions) -> tuple[Sheet, ...]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    extent = _extent(sheets.pop(OWN_SHEET)) if _is_own(sheets.get(OWN_SHEET)) else None
    for name in options.sheets:
        if name not in sheets:
            raise UsageError("import.no-sheet", path=path, sheet=name, known=", ".join(sheets))
    visible = [name for name, sheet in sheets.items() if sheet.sheet_state == "visible"] or list(sheets)
    filled = [name for name in visible if any(any(row.cells) for row in _rows(sheets[name], Marks(), 50))]
    wanted = list(options.sheets) or filled[:1] or visible[:1]
    others = [name for name in sheets if name not in wanted and (name in filled or name not in visible)]
    found = []
    for number, name in enumerate(wanted):
        seen = marks(data, name)
        notes = _notes(path, name, seen)
        if number == 0 and others and not options.sheets:
            notes = (Note("import.other-sheets", path, {"sheet": name, "others": ", ".join(others)}), *notes)
        rows = _guarded(_rows(sheets[name], seen), path)
        found.append(Sheet(path=path, name=name, rows=rows, merges=seen.merges, coloured=seen.coloured, notes=notes, extent=extent))
    return tuple(found)


def _is_own(sheet: Any) -> bool:
    return sheet is not None and next((row[0].value for row in sheet.iter_rows(max_row=1, max_col=1)), None) == _OWN_TITLE


def _extent(sheet: Any) -> Extent:
    values = {
        str(row[0].value): tuple(str(row[1].value or "").split("\n")) for row in sheet.iter_rows(min_row=2, max_col=2) if len(row) > 1
    }
    return Extent(**{name: tuple(filter(None, values.get(name, ()))) for name in Extent.__struct_fields__})


def _guarded(rows: Iterator[Row], path: str) -> Iterator[Row]:
    """Yield `rows`; damage inside a sheet shows only while it is read."""
    try:
        yield from rows
    except (zipfile.BadZipFile, ParseError, KeyError, ValueError, TypeError, IndexError, EOFError, SyntaxError, OSError):
        raise DocumentError("import.damaged", path=path) from None


def _rows(sheet: Any, seen: Marks, most: int | None = None) -> Iterator[Row]:
    # Programs write a wrong size of the sheet, or none.
    sheet.reset_dimensions()
    above: dict[int, tuple[int, str]] = {}  # column → last row of the merged cell, its text
    tops = {(merge.top, merge.left): merge for merge in seen.merges if merge.bottom > merge.top}
    formulas: dict[int, dict[int, str]] = {}
    for (row, column), stored in seen.formulas.items():
        formulas.setdefault(row, {})[column] = FORMULA if stored else NO_RESULT
    merged = {row for merge in tops.values() for row in range(merge.top, min(merge.bottom, _MOST_ROWS) + 1)}
    for number, cells in enumerate(sheet.iter_rows(max_row=most), start=1):
        odd: dict[int, str] = {}
        texts = [_text(cell, odd, column) for column, cell in enumerate(cells)]
        odd |= formulas.get(number, {})
        joined: frozenset[int] = frozenset()
        if number in merged:
            joined = _fill_down(number, texts, tops, above)
        yield Row(number, tuple(texts), odd, joined)


def _fill_down(number: int, texts: list[str], tops: dict[tuple[int, int], Any], above: dict[int, tuple[int, str]]) -> frozenset[int]:
    """Give each row of a merged cell the text of the cell; return the columns where it began further up."""
    joined = set()
    for column, (last, text) in list(above.items()):
        if number > last:
            del above[column]
            continue
        texts += [""] * (column + 1 - len(texts))
        if not texts[column]:
            texts[column] = text
        joined.add(column)
    for column, text in enumerate(texts):
        merge = tops.get((number, column))
        if merge is not None:
            above[column] = (merge.bottom, text)
    return frozenset(joined)


def _text(cell: Any, odd: dict[int, str], column: int) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        if cell.data_type == "e":
            odd[column] = ERROR
        return _ESCAPE.sub(lambda match: chr(int(match.group(1), 16)), value) if "_x" in value else value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        odd[column] = NUMBER
        return _number(value, cell.number_format or "")
    odd[column] = DATE
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _number(value: int | float, format: str) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    text = str(value)
    return text.zfill(len(format)) if _ZEROS.match(format) and isinstance(value, int) else text


def _notes(path: str, sheet: str, seen: Marks) -> tuple[Note, ...]:
    """Return remarks on what is read all the same, and on what no field can hold."""
    notes: list[Note] = []
    cells = {
        "import.comments": seen.comments,
        "import.struck": seen.struck,
    }
    for code, found in cells.items():
        if found:
            shown = ", ".join(f"{letter(column)}{row}" for row, column in found[:_SHOWN])
            notes.append(Note(code, f"{path}:{sheet}", {"count": len(found), "cells": shown + (", …" if len(found) > _SHOWN else "")}))
    if seen.hidden_rows:
        notes.append(Note("import.hidden-rows", f"{path}:{sheet}", {"count": len(seen.hidden_rows), "rows": _listed(seen.hidden_rows)}))
    if seen.hidden_columns:
        columns = ", ".join(letter(column) for column in seen.hidden_columns[:_SHOWN])
        notes.append(Note("import.hidden-columns", f"{path}:{sheet}", {"columns": columns}))
    return tuple(notes)


def _listed(rows: Iterable[int]) -> str:
    first = list(map(str, islice(rows, _SHOWN + 1)))
    return ", ".join(first[:_SHOWN]) + (", …" if len(first) > _SHOWN else "")


def write(table: Table, *, encoding: str = "") -> bytes:
    """Return a table as a workbook, the same bytes for the same table; `encoding` has no meaning here.

    Cells are texts (`@`, with Excel's quotePrefix where one would be taken for a formula). A hidden sheet says what the export holds.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Terms" if table.layout == "term" else "Concepts")
    sheet.freeze_panes = "B2"
    for number, column in enumerate(table.columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.hidden = column.width, column.hidden
        if column.choices and table.rows:
            rule = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True, showErrorMessage=False)
            rule.add(f"{get_column_letter(number)}2:{get_column_letter(number)}{len(table.rows) + 1}")
            sheet.data_validations.append(rule)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    wrap, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)

    def cell(text: str, *, head: bool = False) -> Any:
        if not text:
            return None
        made = WriteOnlyCell(sheet, value=_ESCAPE.sub(r"_x005F_x\1_", text))
        made.data_type, made.number_format, made.alignment = "s", "@", wrap
        made.quotePrefix = text[0] in "=+-@'"
        if head:
            made.font = bold
        return made

    sheet.append([cell(column.name, head=True) for column in table.columns])
    for row in table.rows:
        sheet.append([cell(text) for text in row])
    own = book.create_sheet(OWN_SHEET)
    own.sheet_state = "hidden"
    extent = {name: "\n".join(getattr(table.extent, name)) for name in Extent.__struct_fields__}
    for pair in ((_OWN_TITLE, ""), ("version", "1"), ("layout", table.layout), *extent.items()):
        own.append(list(pair))
    stream = io.BytesIO()
    book.save(stream)
    return _without_times(stream.getvalue())


def problem(text: str) -> str:
    """Return the message id of what a cell cannot hold of `text`, "" where it can hold all of it."""
    if len(text.encode("utf-16-le")) // 2 > _LONGEST:
        return "export.too-long"
    return "export.line-end" if "\r" in text or FORBIDDEN.search(text) else ""


def unescaped(text: str) -> str:
    """Return a cell of our own layouts as it was given: workbooks need no apostrophe against formulas."""
    return text


def _without_times(data: bytes) -> bytes:
    """Return a workbook without the moment of writing, so that the same terms give the same file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*(<)", rb"\g<1>" + _FIXED_DATE.encode() + rb"\g<2>", content)
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return stream.getvalue()
