"""YAML nodes to values, checked against the table in `schema`.

Readers are compiled once a record: a closure a shape, no look-up of types while reading. Every problem goes into the context
and reading goes on without the value, so that one run shows all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from glossary.termbase.positions import MappingNode, Node, ScalarNode, SequenceNode
from glossary.termbase.problems import Context, complain, complain_unknown
from glossary.termbase.scalars import Reader, choice_reader, is_language, scalar_reader
from glossary.termbase.schema import RECORDS
from glossary.termbase.shapes import Choice, Entry, Keyed, Many, Record, Scalar, Shape


def field_node(node: Node, name: str) -> Node | None:
    """Return the value of the key `name` in the mapping `node`, or None."""
    return next((child for key, child in node.value if key.value == name), None)


def read_record(name: str, node: Node, context: Context) -> dict[str, Any] | None:
    """Return the fields of record `name`, or None where `node` is no mapping.

    Keys are the attributes of the model; lists are tuples, nested records are dictionaries again. `place` is added, and
    `node` for problems that show only later. Fields with a problem are missing.
    """
    result: dict[str, Any] | None = _reader(Entry(name))(node, context, name)
    return result


@cache
def _reader(shape: Shape) -> Reader:
    match shape:
        case Scalar():
            return scalar_reader(shape)
        case Choice():
            return choice_reader(shape)
        case Many():
            return _list_reader(shape)
        case Keyed():
            return _keyed_reader(shape)
        case Entry():
            return _record_reader(RECORDS[shape.record])


def _list_reader(shape: Many) -> Reader:
    read_one, single, least = _reader(shape.of), shape.single, shape.least
    wanted = "termbase.want-texts" if single else "termbase.want-list"

    def read(node: Node, context: Context, field: str) -> Any:
        if type(node) is SequenceNode:
            values = [read_one(item, context, field) for item in node.value]
            if len(values) < least:
                return complain(node, context, "termbase.empty", field=field)
            return tuple([value for value in values if value is not None])
        if not single:
            return complain(node, context, wanted, field=field)
        value = read_one(node, context, field)
        return () if value is None else (value,)

    return read


def _keyed_reader(shape: Keyed) -> Reader:
    read_one, by_language = _reader(shape.of), shape.keys == "language"

    def read(node: Node, context: Context, field: str) -> Any:
        if type(node) is not MappingNode:
            return complain(node, context, "termbase.want-languages" if by_language else "termbase.want-named", field=field)
        values: dict[str, Any] = {}
        seen: dict[str, Node] = {}
        for key, child in node.value:
            name = _key(key, context, seen)
            if name is None or _is_cut_off(key, child, context) or (by_language and not is_language(name, key, context)):
                continue
            value = read_one(child, context, name)
            if value is not None:
                values[name] = value
        return values

    return read


def _key(key: Node, context: Context, seen: dict[str, Node]) -> str | None:
    """Return the text of a mapping's key, or None after complaining that it is none or stands there twice."""
    if type(key) is not ScalarNode:
        complain(key, context, "yaml.key")
        return None
    name: str = key.value
    if name in seen:
        complain(key, context, "termbase.duplicate-key", found=name, first=seen[name].start_mark.line + 1)
        return None
    seen[name] = key
    return name


def _is_cut_off(key: Node, child: Node, context: Context) -> bool:
    """Whether `key` has no colon, and so is the rest of a text with a comma: {en: Never, in no text}. Complains if so."""
    if child.start_mark.index != child.end_mark.index or child.start_mark.index > key.end_mark.index:
        return False
    complain(key, context, "termbase.comma", found=key.value)
    return True


def _record_reader(record: Record) -> Reader:
    slots = {field.name: (field.into or field.name, _reader(field.shape)) for field in record.fields}
    required = [field.name for field in record.fields if field.required]
    bare = slots.get(record.bare)
    known = ", ".join(slots)
    trigger, other = record.instead
    read_other = _reader(Entry(other)) if other else None

    def read(node: Node, context: Context, field: str) -> Any:
        if type(node) is not MappingNode:
            if bare is None or type(node) is not ScalarNode:
                return complain(node, context, "termbase.want-fields", field=field, known=known)
            value = bare[1](node, context, field)
            return None if value is None else {"node": node, bare[0]: value}
        if read_other is not None and field_node(node, trigger) is not None:
            return read_other(node, context, field)
        values: dict[str, Any] = {"node": node}
        seen: dict[str, Node] = {}
        for key, child in node.value:
            name = _key(key, context, seen)
            if name is None:
                continue
            slot = slots.get(name)
            if slot is None:
                if not _is_cut_off(key, child, context):
                    complain_unknown(key, context, "termbase.unknown-field", name, slots)
                continue
            value = slot[1](child, context, name)
            if value is not None:
                values[slot[0]] = value
        _complete(record, required, node, seen, context)
        return values

    return read


def _complete(record: Record, required: Iterable[str], node: Node, seen: dict[str, Node], context: Context) -> None:
    for name in required:
        if name not in seen:
            complain(node, context, "termbase.required", field=name)
    if record.any_of and seen.keys().isdisjoint(record.any_of):
        complain(node, context, "termbase.any-of", known=", ".join(record.any_of))
