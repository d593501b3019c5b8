"""The JSON Schema of the format, for editors: draft 2020-12, made from the table in `schema`.

Editors read YAML 1.2, where `2000` is a number and `true` a truth value, though the termbase takes everything as typed; so
plain numbers and truth values are allowed where the text they stand for would be. What a schema cannot say (days of a month,
ids that exist, duplicate keys) the reader says.
"""

from __future__ import annotations

from typing import Any

from glossary.termbase.schema import RECORDS
from glossary.termbase.shapes import SCALARS, Choice, Entry, Field, Keyed, Many, Record, Scalar, Shape

Json = dict[str, Any]

# A plain value that YAML 1.2 reads as something else than the string that stands there.
_TYPED: dict[str, list[Json]] = {
    "text": [{"type": ["number", "boolean"]}],
    "date": [{"type": "integer", "minimum": 1000, "maximum": 9999}],
    "number": [{"type": "integer", "minimum": 1, "maximum": 999999}],
    "region": [{"type": "integer", "minimum": 100, "maximum": 999}],
    "flag": [{"type": "boolean"}],
}


def json_schema() -> Json:
    """Return the schema of one file of a termbase: the manifest (it has `format`), the queue (`proposals`) or a subject file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Termbase file",
        "description": "One file of a termbase: termbase.yaml, proposals.yaml, or the entries of one subject.",
        "type": "object",
        "if": {"required": ["format"]},
        "then": {"$ref": "#/$defs/manifest"},
        "else": {
            "if": {"anyOf": [{"required": ["proposals"]}, {"required": ["closed"]}]},
            "then": {"$ref": "#/$defs/queue"},
            "else": {"$ref": "#/$defs/file"},
        },
        "$defs": {name: _record(record) for name, record in RECORDS.items()} | {"languageTag": _pattern("language")},
    }


def _record(record: Record) -> Json:
    mapping: Json = {
        "title": record.title,
        "description": record.text,
        "type": "object",
        "properties": {field.name: _field(record, field) for field in record.fields},
        "additionalProperties": False,
    }
    required = [field.name for field in record.fields if field.required]
    if required:
        mapping["required"] = required
    if record.any_of:
        mapping["anyOf"] = [{"required": [name]} for name in record.any_of]
    trigger, other = record.instead
    if other:
        return {"if": {"type": "object", "required": [trigger]}, "then": {"$ref": f"#/$defs/{other}"}, "else": mapping}
    if record.bare:
        bare = next(field.shape for field in record.fields if field.name == record.bare)
        return {"anyOf": [_shape(bare), mapping]}
    return mapping


def _field(record: Record, field: Field) -> Json:
    if not record.like:
        return {"description": field.text, **_shape(field.shape)}
    # What the other record says of the field, wherever its mapping stands (see `_record`).
    other = next(each for each in RECORDS.values() if each.title == record.like)
    mapping = "/else" if other.instead[1] else "/anyOf/1" if other.bare else ""
    return {"$ref": f"#/$defs/{other.name}{mapping}/properties/{field.name}"}


def _shape(shape: Shape) -> Json:
    match shape:
        case Scalar():
            return _scalar(shape.kind)
        case Choice():
            # `no` is a truth value to YAML 1.1, which some editors still read.
            return {"enum": [*shape.values, *([False] if shape.values == ("no",) else [])]}
        case Many():
            array = {"type": "array", "items": _shape(shape.of), **({"minItems": shape.least} if shape.least else {})}
            return {"anyOf": [_shape(shape.of), array]} if shape.single else array
        case Keyed():
            names = {"propertyNames": {"$ref": "#/$defs/languageTag"}} if shape.keys == "language" else {}
            return {"type": "object", **names, "additionalProperties": _shape(shape.of)}
        case Entry():
            return {"$ref": f"#/$defs/{shape.record}"}


def _scalar(kind: str) -> Json:
    return {"anyOf": [_pattern(kind), *_TYPED[kind]]} if kind in _TYPED else _pattern(kind)


def _pattern(kind: str) -> Json:
    return {"type": "string", "pattern": SCALARS[kind].pattern}
