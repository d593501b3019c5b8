"""Tables with tabs between the cells, as Excel's "Unicode text" and most terminology tools write them; else as CSV."""

from __future__ import annotations

from glossary.interchange import csv
from glossary.interchange.csv import problem, read, unescaped
from glossary.interchange.sheet import Table

__all__ = ["problem", "read", "unescaped", "write"]


def write(table: Table, *, encoding: str = "") -> bytes:
    """Return a table with tabs between the cells. Raises DocumentError."""
    return csv.write(table, encoding=encoding, delimiter="\t")
