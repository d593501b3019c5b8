"""Entries as plain values, shaped like the YAML they are written in: texts, lists, dictionaries by field name.

The inverse of `build`: what an entry leaves open is left out, derived names are, and what it has is in the order of the table in
`schema`. `status` of a term and `kind` of a concept are always there, `type` of a term where it is not `full`.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeAlias

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields as struct_fields

from glossary.model import Concept, Post, Term, TermType
from glossary.termbase.schema import CONCEPT, RECORDS, TERM
from glossary.termbase.shapes import Entry, Field, Keyed, Many, Record, Shape

# What a YAML file without tags can hold: str | list[Plain] | dict[str, Plain].
Plain: TypeAlias = Any
PlainFields: TypeAlias = dict[str, Plain]

_ALWAYS = {("term", "status"), ("concept", "kind")}


def concept_fields(concept: Concept) -> PlainFields:
    """Return all fields of `concept`, its own terms below `terms` by language; derived ones are left out.

    `subject` is among them, also where the entry has it from its file.
    """
    fields = _record_fields(CONCEPT, concept)
    terms = by_language((term for term in concept.terms if not term.derived), term_fields)
    confusable = by_language(concept.confusable, lambda one: _record_fields(RECORDS["confusable"], one))
    for name, value in (("terms", terms), ("confusable", confusable)):
        if value:
            fields[name] = value
    return {field.name: fields[field.name] for field in CONCEPT.fields if field.name in fields}


def term_fields(term: Term) -> PlainFields:
    """Return the fields of `term`; its language is the key that it stands below."""
    return _record_fields(TERM, term)


def by_language(values: Iterable[Any], fields_of: Callable[[Any], PlainFields]) -> PlainFields:
    """Return `values`, which have a `language`, as lists below their languages."""
    found: PlainFields = {}
    for value in values:
        found.setdefault(value.language, []).append(fields_of(value))
    return found


def type_of(term: PlainFields) -> str:
    """Return the type of a term as written: `full` where nothing is."""
    return str(term.get("type", TermType.FULL.value))


def _record_fields(record: Record, value: Struct) -> PlainFields:
    """Return what of `value` differs from the defaults of its class, as the fields of `record`."""
    defaults = _defaults(type(value))
    found: PlainFields = {}
    for field in record.fields:
        name = field.into or field.name
        held = _held(value, name)
        # Tuples of values, keyed by their language, are the business of the caller.
        if held is None or _is_listed_by_language(field, held):
            continue
        if (record.name, field.name) in _ALWAYS or (held != defaults.get(name, "") and held not in ((), {}, "", False)):
            found[field.name] = _plain(field.shape, held)
    return found


@cache
def _defaults(kind: type[Struct]) -> dict[str, Any]:
    return {field.name: field.default for field in struct_fields(kind) if field.default is not NODEFAULT}


def _held(value: Struct, name: str) -> Any:
    # The dates of a post stand directly in its entry.
    return getattr(value.period if isinstance(value, Post) and name in ("since", "until") else value, name)


def _is_listed_by_language(field: Field, held: Any) -> bool:
    return isinstance(field.shape, Keyed) and isinstance(held, tuple)


def _plain(shape: Shape, value: Any) -> Plain:
    match shape:
        case Many():
            return [_plain(shape.of, one) for one in value]
        case Keyed():
            return {key: _plain(shape.of, one) for key, one in value.items()}
        case Entry():
            return _record_fields(RECORDS[shape.record], value)
    if isinstance(value, enum.Enum):
        return str(value.value)
    return str(value).lower() if isinstance(value, bool) else str(value)
