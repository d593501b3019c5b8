"""What people write for a field on the command line: `status=admitted`, `note.en=Seen twice.`, `region=[TW, HK]`."""

from __future__ import annotations

import copy
import difflib
from collections.abc import Iterable, Sequence

from glossary.errors import UsageError
from glossary.termbase.entry_text import read_value
from glossary.termbase.plain import Plain, PlainFields
from glossary.termbase.shapes import Keyed, Many, Record


def assigned(record: Record, assignments: Iterable[str], present: PlainFields) -> PlainFields:
    """Return the fields that `assignments` give another value, whole; `present` are those that are there.

    A value is taken as typed; one that begins with a bracket or brace is YAML. A dot leads to one part of a field by language.
    Raises UsageError for what cannot be a field of `record`; what its value may be, the reader says.
    """
    fields: PlainFields = {}
    for assignment in assignments:
        name, sign, value = assignment.partition("=")
        if not sign or not name.strip():
            raise UsageError("edit.not-assignment", value=assignment)
        field, dot, part = name.strip().partition(".")
        check_field(record, field)
        shape = next(each.shape for each in record.fields if each.name == field)
        meant = _value(field, value)
        if dot:
            if not isinstance(shape, Keyed):
                raise UsageError("edit.no-parts", field=field)
            whole = fields.get(field, copy.deepcopy(present.get(field, {})))
            fields[field] = {**whole, part: meant}
        else:
            fields[field] = [meant] if isinstance(shape, Many) and isinstance(meant, str) else meant
    return fields


def check_field(record: Record, name: str) -> str:
    """Return `name`, a field of `record`. Raises UsageError for anything else, with the nearest one."""
    known = [field.name for field in record.fields]
    if name in known:
        return name
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        raise UsageError("edit.no-field-near", field=name, near=near[0])
    raise UsageError("edit.no-field", field=name, known=", ".join(known))


def by_language(values: Sequence[str]) -> list[tuple[str, str]]:
    """Return `en=Quad` as (language, text). Raises UsageError."""
    found = []
    for value in values:
        language, sign, text = value.partition("=")
        if not sign or not text.strip():
            raise UsageError("edit.not-by-language", value=value)
        found.append((language.strip(), text.strip()))
    return found


def _value(field: str, text: str) -> Plain:
    if not text.startswith(("[", "{")):
        return text
    value = read_value(text)
    if value is None:
        raise UsageError("edit.bad-value", field=field, value=text)
    return value
