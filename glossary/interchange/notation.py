"""What a cell can hold besides one text: lists and small records, written so that people can read and change them.

list      Foods; Electric; "one; two"                                items between semicolons or on lines
records   title: Joint statement; date: 2024-06-19                   a record a line, fields between semicolons

An item is in quotation marks, those inside it doubled as in CSV, where it has a semicolon, a line break, or a space at an edge,
or begins with a quotation mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_QUOTED = r'"((?:[^"]|"")*)"[^\S\n]*(?=[;；\n]|\Z)'
_ITEM = re.compile(rf"[^\S\n]*(?:{_QUOTED}|([^;；\n]*))([;；\n]|\Z)")
_FIELD = re.compile(rf"[^\S\n]*([A-Za-z_][\w.\-]*)[^\S\n]*[:：][^\S\n]*(?:{_QUOTED}|([^;；\n]*))([;；\n]|\Z)")
_SIGNS = re.compile("[;；\n\r]")


def join(items: Iterable[str]) -> str:
    """Return a list as the text of a cell."""
    return "; ".join(map(quoted, items))


def split(text: str) -> list[str]:
    """Return the items of a list, empty ones left out unless they are in quotation marks."""
    items, at = [], 0
    while at < len(text):
        match = _ITEM.match(text, at)
        assert match is not None  # the pattern takes anything
        if match.group(1) is not None:
            items.append(match.group(1).replace('""', '"'))
        elif item := match.group(2).strip():
            items.append(item)
        at = max(match.end(), at + 1)
    return items


def join_records(records: Iterable[Mapping[str, str]]) -> str:
    """Return records of texts as the text of a cell, a line each."""
    return "\n".join("; ".join(f"{name}: {quoted(value)}" for name, value in record.items()) for record in records)


def split_records(text: str) -> list[dict[str, str]]:
    """Return the records of a cell; raises ValueError with the text that is no field."""
    records: list[dict[str, str]] = [{}]
    at = 0
    while at < len(text):
        match = _FIELD.match(text, at)
        if match is None:
            if text[at:].strip(" \t;；\n"):
                raise ValueError(text[at:].strip().split("\n")[0])
            break
        name, inside, bare, end = match.groups()
        value = inside.replace('""', '"') if inside is not None else bare.strip()
        if value:
            records[-1][name] = value
        if end == "\n":
            records.append({})
        at = max(match.end(), at + 1)
    return [record for record in records if record]


def quoted(item: str) -> str:
    """Return an item of a list as it stands in the cell."""
    if not item or item != item.strip() or item[0] == '"' or _SIGNS.search(item):
        return '"' + item.replace('"', '""') + '"'
    return item


def guarded(text: str) -> str:
    """Return a text that has the cell for itself; spaces at its edges would be lost without quotation marks."""
    if text != text.strip() or (text[:1] == '"' and text[-1:] == '"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def unguarded(text: str) -> str:
    """Return what `guarded` was given."""
    bare = text.strip()
    if len(bare) >= 2 and bare[0] == bare[-1] == '"' and '"' not in bare[1:-1].replace('""', ""):
        return bare[1:-1].replace('""', '"')
    return bare
