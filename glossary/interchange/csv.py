"""CSV (RFC 4180), as spreadsheet programs write it: any encoding, semicolons and tabs as well as commas.

Excel opens a CSV file as UTF-8 only with a byte order mark, so that one is written. It also takes a cell that begins with = + - @ for a
formula (OWASP, "CSV injection"): such cells get an apostrophe, which is taken away again from a file in one of our own layouts.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from glossary.documents.decoding import decode
from glossary.documents.encodings import UTF_8_BOM, codec_of
from glossary.errors import DocumentError, UsageError
from glossary.interchange.sheet import ReadOptions, Row, Sheet, Table

DELIMITER = ","
_DELIMITERS = ",;\t"
_SAMPLE = 50  # records
_LONGEST = 10_000_000  # code points of a cell; longer is a quotation mark that was never closed
_DECLARED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")


def read(data: bytes, path: str, options: ReadOptions, delimiter: str = "") -> tuple[Sheet, ...]:
    """Return the one sheet of a text file; `delimiter` "" lets the text tell.

    Raises DocumentError for what cannot be decoded, UsageError where a sheet is asked for by name.
    """
    if options.sheets:
        raise UsageError("import.text-has-no-sheets", path=path)
    decoded = decode(data, path, options.encoding)
    text = decoded.text
    declared = _DECLARED.match(text)
    first = 1
    if declared:
        delimiter, text, first = declared.group(1), text[declared.end() :], 2
    delimiter = delimiter or _sniffed(text)
    return (Sheet(path=path, rows=_rows(text, delimiter, path, first), encoding=decoded.encoding, delimiter=delimiter),)


def write(table: Table, *, encoding: str = "", delimiter: str = DELIMITER) -> bytes:
    """Return a table as a text file, UTF-8 with byte order mark unless another encoding is named. Raises DocumentError."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_escaped(cell) for cell in row] for row in table.rows)
    text, name = stream.getvalue(), encoding or UTF_8_BOM
    if encoding.lower().replace("_", "-") in ("utf-8", "utf8"):
        return text.encode("utf-8")
    try:
        return text.encode("utf-8-sig" if name == UTF_8_BOM else codec_of(name))
    except UnicodeEncodeError as error:
        raise DocumentError("export.unencodable", path="CSV", characters=text[error.start : error.end][:10], encoding=name) from None


def problem(text: str) -> str:
    """Return the message id of what a CSV cell cannot hold of `text`, "" where it can hold all of it."""
    return "export.line-end" if "\r" in text else ""


def unescaped(text: str) -> str:
    """Return a cell of our own layouts without the apostrophe that keeps it from being a formula."""
    return text[1:] if _ESCAPED.match(text) else text


def _escaped(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _rows(text: str, delimiter: str, path: str, first: int) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = first
    try:
        for number, cells in enumerate(reader, start=first):
            # Excel writes a line break inside a cell as a line feed, other programs as the line end of the file.
            yield Row(number, tuple([cell.replace("\r\n", "\n") for cell in cells] if "\r" in "".join(cells) else cells))
    except csv.Error:
        raise DocumentError("import.bad-quote", path=path, row=number + 1, line=reader.line_num) from None


def _sniffed(text: str) -> str:
    """Return the delimiter that cuts the most records into the same number of cells, more than one."""
    best, most = DELIMITER, 0
    for delimiter in _DELIMITERS:
        widths: list[int] = []
        try:
            for cells in csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=delimiter):
                widths.append(len(cells))
                if len(widths) == _SAMPLE:
                    break
        except csv.Error:
            continue
        points = max((widths.count(width) * min(width, 20) for width in set(widths) if width > 1), default=0)
        if points > most:
            best, most = delimiter, points
    return best
