"""Termbases to and from the files that other programs write; one format a module, all in `FORMATS`.

sheet, notation, fields   a table of texts; what a cell can hold; which column is which field
csv, xlsx, xlsx_marks     tables as files; `xlsx_marks` finds what openpyxl does not say of a big sheet
kinds                     what a file really is
words, headers, heading   what people call their columns; which row is the header
mapping                   what each column means
cells, drafts, collecting rows as entries that are not checked against a termbase yet
ids, joining              drafts beside the termbase: what is new, changed, the same, or missing
layouts, exporting        a termbase as rows: one a term, or one a concept
importing, summary        the whole job, and its report

Each module of a format has `read(data, path, options)`, which returns the sheets, and `write(table)`, which returns bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import ModuleType

# Modules by the ending of the file, imported when asked for.
FORMATS: Mapping[str, str] = {
    ".csv": "glossary.interchange.csv",
    ".tsv": "glossary.interchange.tsv",
    ".xlsx": "glossary.interchange.xlsx",
}


def module(suffix: str) -> ModuleType:
    """Return the module for files ending in `suffix`; raises KeyError."""
    return import_module(FORMATS[suffix])
