"""The shapes a value of the termbase format can have: a scalar, a choice, a list, a mapping by key, a record.

Shapes are data. The reader, the JSON Schema and the reference page are made from them, so that the three cannot differ.
Scalars are strings as typed: YAML's own reading of `no`, `012`, `1:30` or a date never takes place.
"""

from __future__ import annotations

import enum
from typing import NamedTuple, TypeAlias

# An XML NCName without the supplementary planes: ids become xml:id in TBX, where a colon or a leading digit is not allowed.
_NAME_START = (
    "A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF"
    "\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF"
)
NCNAME = f"^[{_NAME_START}][{_NAME_START}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F\\u2040]*$"


class ScalarKind(NamedTuple):
    """What a scalar may be: a pattern (in both Python's and ECMA 262's syntax), and words for the reference page."""

    pattern: str
    words: str
    numeric: bool = False  # an editor's YAML reads the plain value as a number or truth value


SCALARS: dict[str, ScalarKind] = {
    "text": ScalarKind("\\S", "text", numeric=True),
    "id": ScalarKind(NCNAME, "id"),
    "date": ScalarKind("^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", "date: YYYY, YYYY-MM or YYYY-MM-DD", numeric=True),
    "number": ScalarKind("^[1-9][0-9]{0,5}$", "whole number from 1", numeric=True),
    "region": ScalarKind("^([A-Z]{2}|[0-9]{3})$", "region code", numeric=True),
    "language": ScalarKind("^[a-z]{2,8}(-[A-Z][a-z]{3})?(-[0-9A-Za-z]{5,8})*$", "language tag"),
    "url": ScalarKind("^[A-Za-z][A-Za-z0-9+.\\-]*://\\S+$", "address"),
    "flag": ScalarKind("^(true|false|yes|no)$", "true or false", numeric=True),
}


class Scalar(NamedTuple):
    """One string; `kind` is a key of `SCALARS`."""

    kind: str


class Choice(NamedTuple):
    """One of a few words; read as a member of `enum` where there is one."""

    values: tuple[str, ...]
    enum: type[enum.Enum] | None = None


class Many(NamedTuple):
    """A list; with `single`, one value may stand alone without being written as a list."""

    of: Shape
    single: bool = False
    least: int = 0


class Keyed(NamedTuple):
    """A mapping whose keys are not fields: language tags, or with `keys` = "name" any names."""

    of: Shape
    keys: str = "language"


class Entry(NamedTuple):
    """A record of the table in `schema`, by name."""

    record: str


Shape: TypeAlias = Scalar | Choice | Many | Keyed | Entry


class Field(NamedTuple):
    """One field of a record: its name, shape, a line of description, and an example as it stands after the colon."""

    name: str
    shape: Shape
    text: str
    example: str
    required: bool = False
    into: str = ""  # attribute of the model, where it has another name (`from` is a keyword of Python)


class Record(NamedTuple):
    """A mapping with known fields.

    With `bare`, a string alone stands for a record with only that field. With `instead` (a field, a record), a mapping that has
    the field is read as the other record. With `like` (the title of a record), the fields are those of the other, and only some
    of them are there.
    """

    name: str
    title: str
    text: str
    fields: tuple[Field, ...]
    bare: str = ""
    any_of: tuple[str, ...] = ()  # at least one of these must be there
    instead: tuple[str, str] = ("", "")
    like: str = ""


def choices(enum_class: type[enum.Enum]) -> Choice:
    """Return the choice among the values of `enum_class`."""
    return Choice(tuple(member.value for member in enum_class), enum_class)


TEXT, ID, DATE, NUMBER, REGION, LANGUAGE, URL, FLAG = (Scalar(kind) for kind in SCALARS)
TEXTS, IDS = Many(TEXT, single=True), Many(ID, single=True)
BY_LANGUAGE = Keyed(TEXT)
