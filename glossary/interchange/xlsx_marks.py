"""What openpyxl does not say of a sheet that it reads row by row: merged cells, formulas, what is hidden, colours, comments.

One pass over the XML of the sheet (ECMA-376 part 1, 18.3) that keeps only these. Nothing here is a term; it is needed to say what
was read how, and what was not taken over.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree

from glossary.interchange.sheet import Merge

_CELL = re.compile(r"\$?([A-Z]+)\$?([0-9]+)\Z")
_BLOCK = 1 << 20  # bytes
_COMMENTS = "/comments"
_NO_COLOURS = ("FFFFFFFF", "00000000", "00FFFFFF")


class Marks(NamedTuple):
    """What is known of one sheet besides its texts; rows from 1, columns from 0."""

    merges: tuple[Merge, ...] = ()
    formulas: dict[tuple[int, int], bool] = {}  # True where the result is stored as well
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    coloured: tuple[tuple[int, int], ...] = ()
    struck: tuple[tuple[int, int], ...] = ()
    comments: tuple[tuple[int, int], ...] = ()


def marks(data: bytes, sheet: str) -> Marks:
    """Return the marks of the sheet with that name in the workbook `data`. Raises what zipfile and ElementTree raise for damage."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        path = _path_of(file, sheet)
        if not path:
            return Marks()
        coloured, struck = _styles(file)
        comments = tuple(_comments(file, path))
        if not _has_marks(file, path, coloured | struck):
            return Marks(comments=comments)
        scan = _Scan(coloured, struck)
        with file.open(path) as stream:
            scan.read(ElementTree.iterparse(stream, events=("start", "end")))
    return Marks(
        merges=tuple(scan.merges),
        formulas=scan.formulas,
        hidden_rows=tuple(scan.hidden_rows),
        hidden_columns=tuple(scan.hidden_columns),
        coloured=scan.cells(coloured),
        struck=scan.cells(struck),
        comments=comments,
    )


def _has_marks(file: zipfile.ZipFile, path: str, styles: set[str]) -> bool:
    """Whether the XML of a sheet has anything to mark: a look at its bytes, many times faster than parsing."""
    looked = "|".join(f'\\bs="{number}"' for number in sorted(styles))
    pattern = re.compile(rf'<(?:\w+:)?f[\s/>]|mergeCell\b|hidden="(?:1|true)"{"|" + looked if looked else ""}'.encode())
    with file.open(path) as stream:
        tail = b""
        while block := stream.read(_BLOCK):
            if pattern.search(tail + block):
                return True
            tail = block[-64:]
    return False


class _Scan:
    """Collects the marks of a sheet from the events of a parser."""

    def __init__(self, coloured: set[str], struck: set[str]) -> None:
        self._styles: dict[str, list[tuple[int, int]]] = {number: [] for number in coloured | struck}
        self._row, self._column = 0, -1
        self.formulas: dict[tuple[int, int], bool] = {}
        self.merges: list[Merge] = []
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[int] = []

    def read(self, events: Iterator[tuple[str, ElementTree.Element]]) -> None:
        rows: ElementTree.Element | None = None
        for event, element in events:
            name = _local(element.tag)
            if event == "start":
                if name == "sheetData":
                    rows = element
                elif name == "row":
                    self._begin_row(element)
            elif name == "c":
                self._cell(element)
            elif name == "row" and rows is not None:
                rows.clear()
            elif name == "col" and _is_true(element.get("hidden")):
                # Hidden to the very last column is how Excel hides what nobody uses.
                self.hidden_columns += range(int(element.get("min", "1")) - 1, min(int(element.get("max", "1")), 1000))
            elif name == "mergeCell":
                first, _, last = element.get("ref", "").partition(":")
                (top, left), (bottom, right) = cell_at(first), cell_at(last or first)
                self.merges.append(Merge(top, left, bottom, right))

    def cells(self, styles: set[str]) -> tuple[tuple[int, int], ...]:
        """Return the cells that have one of `styles`, in order."""
        return tuple(sorted(cell for number in styles for cell in self._styles[number]))

    def _begin_row(self, element: ElementTree.Element) -> None:
        self._row, self._column = int(element.get("r") or self._row + 1), -1
        if _is_true(element.get("hidden")):
            self.hidden_rows.append(self._row)

    def _cell(self, element: ElementTree.Element) -> None:
        self._column = cell_at(element.get("r", ""))[1] if element.get("r") else self._column + 1
        children = {_local(child.tag): child for child in element}
        if "f" in children:
            stored = children.get("v")
            self.formulas[self._row, self._column] = stored is not None and bool(stored.text)
        # A coloured cell without anything in it is decoration.
        if children.keys() & {"v", "is"} and (listed := self._styles.get(element.get("s", ""))) is not None:
            listed.append((self._row, self._column))


def cell_at(reference: str) -> tuple[int, int]:
    """Return row (from 1) and column (from 0) of `C7`; (0, 0) for what is no cell."""
    match = _CELL.match(reference.upper())
    if match is None:
        return 0, 0
    column = 0
    for char in match.group(1):
        column = column * 26 + ord(char) - ord("A") + 1
    return int(match.group(2)), column - 1


def _path_of(file: zipfile.ZipFile, sheet: str) -> str:
    """Return the name of the XML file of a sheet, "" where it cannot be told."""
    book = ElementTree.fromstring(file.read("xl/workbook.xml"))
    wanted = next((one for one in book.iter() if _local(one.tag) == "sheet" and one.get("name") == sheet), None)
    if wanted is None:
        return ""
    id = next((value for key, value in wanted.attrib.items() if _local(key) == "id"), "")
    path = dict(_relations(file, "xl/workbook.xml", id=id)).get(id, "")
    return path if path in file.namelist() else ""


def _relations(file: zipfile.ZipFile, path: str, *, id: str = "", kind: str = "") -> Iterator[tuple[str, str]]:
    """Yield (id, path) of the parts that a part refers to."""
    folder, name = posixpath.split(path)
    try:
        root = ElementTree.fromstring(file.read(f"{folder}/_rels/{name}.rels"))
    except KeyError:
        return
    for one in root:
        if (id and one.get("Id") == id) or (kind and one.get("Type", "").endswith(kind)):
            target = one.get("Target", "")
            yield one.get("Id", ""), target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")


def _comments(file: zipfile.ZipFile, path: str) -> Iterator[tuple[int, int]]:
    for _, target in _relations(file, path, kind=_COMMENTS):
        if target in file.namelist():
            root = ElementTree.fromstring(file.read(target))
            yield from (cell_at(one.get("ref", "")) for one in root.iter() if _local(one.tag) == "comment")


def _styles(file: zipfile.ZipFile) -> tuple[set[str], set[str]]:
    """Return the numbers of the cell styles that have a colour of their own, and of those that strike the text out."""
    if "xl/styles.xml" not in file.namelist():
        return set(), set()
    parts = {_local(part.tag): list(part) for part in ElementTree.fromstring(file.read("xl/styles.xml"))}
    fills = {str(number) for number, fill in enumerate(parts.get("fills", ())) if _is_coloured(fill)}
    fonts = list(enumerate(parts.get("fonts", ())))
    inks = {str(number) for number, font in fonts if any(_is_ink(one) for one in font)}
    lines = {str(number) for number, font in fonts if any(_local(one.tag) == "strike" and _is_true(one.get("val", "1")) for one in font)}
    styles = list(enumerate(parts.get("cellXfs", ())))
    coloured = {str(number) for number, style in styles if style.get("fillId", "0") in fills or style.get("fontId", "0") in inks}
    return coloured, {str(number) for number, style in styles if style.get("fontId", "0") in lines}


def _is_coloured(fill: ElementTree.Element) -> bool:
    pattern = next((one for one in fill if _local(one.tag) == "patternFill"), None)
    if pattern is None or pattern.get("patternType", "none") in ("none", "gray125"):
        return False
    front = next((one for one in pattern if _local(one.tag) == "fgColor"), None)
    return front is not None and front.get("rgb", "") not in _NO_COLOURS and (front.get("theme"), front.get("tint")) != ("0", None)


def _is_ink(part: ElementTree.Element) -> bool:
    """Whether part of a font is a colour that somebody chose: not black, not the one of the theme."""
    return _local(part.tag) == "color" and part.get("rgb", "FF000000") not in ("FF000000", *_NO_COLOURS)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def _is_true(value: str | None) -> bool:
    return value in ("1", "true", "on")
