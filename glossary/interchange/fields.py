"""Columns and the fields of the format: `seen.where`, `note:en`, `sources` of a record as `termbase.schema` has it.

A record inside an entry has a column a field (`seen.date`); what is given by language has one a language (`note:en`); lists of
records have one cell, in the notation of `notation`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from glossary.interchange import notation
from glossary.languages import canonical
from glossary.termbase.plain import Plain, PlainFields
from glossary.termbase.positions import FORBIDDEN
from glossary.termbase.schema import RECORDS
from glossary.termbase.shapes import SCALARS, TEXT, Choice, Entry, Keyed, Many, Scalar, Shape

# A word of a list → the value of the format, or None: how (field, word) is understood.
Meaning = Callable[[str, str], str | None]


class Leaf(NamedTuple):
    """A column that holds part of an entry: its name, the way to the value in the plain fields, the shape of the value."""

    name: str
    path: tuple[str, ...]
    shape: Shape


class CellProblem(Exception):
    """What a cell holds is no value of its field; `code` is a message id."""

    def __init__(self, code: str, **arguments: str) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = arguments


def leaf(record: str, name: str) -> Leaf | None:
    """Return the column `name` of a record (`term` or `concept`), None where there is no such field."""
    found = _leaves(record).get(name)
    if found is not None and not isinstance(found.shape, Keyed):
        return found
    base, colon, language = name.partition(":")
    keyed = _leaves(record).get(base)
    if not colon or keyed is None or not isinstance(keyed.shape, Keyed) or not _is_language(language):
        return None
    return Leaf(name, (*keyed.path, language), keyed.shape.of)


def filled(record: str, fields: PlainFields) -> Iterator[tuple[Leaf, Plain]]:
    """Yield the columns that `fields` need, each with its value, in the order of the format."""
    for found in _leaves(record).values():
        value = get(fields, found.path)
        if value is None:
            continue
        if isinstance(found.shape, Keyed):
            for key, one in value.items():
                yield Leaf(f"{found.name}:{key}", (*found.path, key), found.shape.of), one
        else:
            yield found, value


def names(record: str) -> tuple[str, ...]:
    """Return the names of all columns of a record; those that come by language end in `:LANGUAGE`."""
    return tuple(f"{found.name}:LANGUAGE" if isinstance(found.shape, Keyed) else found.name for found in _leaves(record).values())


@cache
def _leaves(record: str) -> dict[str, Leaf]:
    leaves: list[Leaf] = []
    for field in RECORDS[record].fields:
        if record == "concept" and field.name == "terms":
            continue
        if isinstance(field.shape, Entry):
            inner = RECORDS[field.shape.record].fields
            leaves += (Leaf(f"{field.name}.{one.name}", (field.name, one.name), one.shape) for one in inner)
        else:
            leaves.append(Leaf(field.name, (field.name,), field.shape))
    return {one.name: one for one in leaves}


def get(fields: PlainFields, path: tuple[str, ...]) -> Plain:
    """Return the value at `path`, None where there is none."""
    value: Plain = fields
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def put(fields: PlainFields, path: tuple[str, ...], value: Plain) -> None:
    """Set the value at `path`; None takes it away, and what would be empty then."""
    first, *rest = path
    if rest:
        inner = dict(fields.get(first) or {})
        put(inner, tuple(rest), value)
        value = inner or None
    if value is None:
        fields.pop(first, None)
    else:
        fields[first] = value


def write(shape: Shape, value: Plain) -> str:
    """Return `value` as the text of a cell."""
    match shape:
        case Many(of=Entry(record=record)):
            return notation.join_records(_flat(record, one) for one in value)
        case Many():
            return notation.join(value)
        case Entry(record=record):
            return notation.join_records([_flat(record, value)])
    return notation.guarded(value)


def read(shape: Shape, text: str, field: str, meaning: Meaning) -> Plain:
    """Return the value that a cell holds; raises CellProblem. `field` is the name of its column in messages."""
    match shape:
        case Many(of=Entry(record=record)):
            return [_nested(record, one, field, meaning) for one in _records(text, field, record)]
        case Many(of=of):
            return [_single(of, item, field, meaning) for item in notation.split(text)]
        case Entry(record=record):
            records = _records(text, field, record)
            if len(records) != 1:
                raise CellProblem("import.cell-one-record", field=field)
            return _nested(record, records[0], field, meaning)
    return _single(shape, notation.unguarded(text), field, meaning)


def _single(shape: Shape, text: str, field: str, meaning: Meaning) -> str:
    if isinstance(shape, Choice):
        value = text if text in shape.values else meaning(field, text)
        if value not in shape.values:
            raise CellProblem("import.cell-choice", field=field, found=text, known=", ".join(shape.values))
        return str(value)
    assert isinstance(shape, Scalar)
    if shape.kind == "flag":
        text = text.lower()
    if FORBIDDEN.search(text):
        raise CellProblem("import.cell-invisible", field=field)
    if not re.search(SCALARS[shape.kind].pattern, text) or (shape.kind == "date" and not _is_date(text)):
        raise CellProblem(f"import.cell-{shape.kind}", field=field, found=text)
    return text


def _flat(record: str, value: PlainFields) -> dict[str, str]:
    """Return a record of texts; what it has by language gets names such as `note.en`."""
    found: dict[str, str] = {}
    for field in RECORDS[record].fields:
        if field.name not in value:
            continue
        if isinstance(field.shape, Keyed):
            found |= {f"{field.name}.{key}": text for key, text in value[field.name].items()}
        else:
            found[field.name] = value[field.name]
    return found


def _records(text: str, field: str, record: str) -> list[dict[str, str]]:
    try:
        return notation.split_records(text)
    except ValueError as error:
        example = "; ".join(f"{one.name}: …" for one in RECORDS[record].fields[:2])
        raise CellProblem("import.cell-record", field=field, found=str(error), example=example) from None


def _nested(record: str, values: dict[str, str], field: str, meaning: Meaning) -> PlainFields:
    known = {one.name: one.shape for one in RECORDS[record].fields}
    result: PlainFields = {}
    for name, text in values.items():
        base, dot, key = name.partition(".")
        shape = known.get(base)
        if shape is None or isinstance(shape, Keyed) is not bool(dot) or (dot and not _is_language(key)):
            raise CellProblem("import.cell-field", field=field, found=name, known=", ".join(known))
        put(
            result, (base, key) if dot else (base,), _single(TEXT if isinstance(shape, Keyed) else shape, text, f"{field}, {name}", meaning)
        )
    return result


def _is_language(tag: str) -> bool:
    try:
        return canonical(tag) == (tag, "")
    except ValueError:
        return False


def _is_date(text: str) -> bool:
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True
