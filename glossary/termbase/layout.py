"""How entries look: fields in the order of the table, a line each, short values in brackets, comments where they stood.

Only the table in `schema` says what a value is; so the same functions write a file, a concept or a single field.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from glossary.model import Status
from glossary.termbase.quoting import literal, scalar
from glossary.termbase.schema import RECORDS
from glossary.termbase.shapes import TEXT, Choice, Keyed, Many, Record, Scalar, Shape
from glossary.termbase.shapes import Entry as RecordShape
from glossary.termbase.tree import Branch, Entry, Leaf, Tree, has_comments

WIDTH = 140  # columns; wide characters take two
_STEP = 2

# Records that stand in braces when they fit; all others have a line a field.
_SHORT = frozenset(("term-part", "near", "unless", "only_when", "seen", "shorthand", "period", "quoted", "name", "post", "source", "act"))
# Fields that have a line a value, however short.
_LONG = frozenset((
    *(("concept", name) for name in ("definition", "note", "terms", "names", "confusable")),
    *(("examples", name) for name in ("match", "not")),
    ("file", "shorthands"),
))  # fmt: skip
# Terms in full have a status; picks of an overlay entry must not.
_FULL_TERMS = frozenset((("concept", "terms"), ("overlay", "add")))


_CONCEPTS = Many(RecordShape("concept"))


class Slot(NamedTuple):
    """What stands at a place: its shape, the record and field it belongs to, and whether terms there have a status."""

    shape: Shape
    record: str = ""
    field: str = ""
    full: bool = False

    @property
    def holds_concepts(self) -> bool:
        """Whether a list of concepts stands here."""
        return self.shape == _CONCEPTS

    def field_slot(self, record: Record, name: str) -> Slot:
        shape = next((field.shape for field in record.fields if field.name == name), TEXT)
        # Fields of a proposed entry look as they do in the entry.
        owner = record.name.removesuffix("-part")
        return Slot(shape, owner, name, (owner, name) in _FULL_TERMS)

    def below(self, shape: Shape) -> Slot:
        return self._replace(shape=shape)


def slot_of(record: str) -> Slot:
    """Return the slot of a record by itself: `manifest`, `file`, `concept`, `term`."""
    return Slot(RecordShape(record), full=record == "term")


def file_text(record: str, tree: Branch) -> str:
    """Return the text of a whole file, lines ending with line feeds; a comment at its head stays there."""
    head = tree.entries[0].before if tree.entries else ()
    entries = tuple(entry._replace(before=()) if entry is tree.entries[0] else entry for entry in tree.entries)
    return "\n".join([*head, *block(slot_of(record), tree._replace(entries=entries), 0)]) + "\n"


def block(slot: Slot, tree: Branch, column: int) -> list[str]:
    """Return the lines of `tree`, a line an entry or more; they are to stand at `column`, without their own indentation."""
    lines: list[str] = []
    slot = resolved(slot, [entry.key for entry in tree.entries])
    for number, entry in enumerate(_canonical(slot, tree)):
        if number and _apart(slot, entry):
            lines.append("")
        foot = () if entry is tree.entries[-1] else entry.foot
        lines += [*entry.before, *entry_lines(slot, entry, column, keyed=tree.keyed), *foot]
    # What stands at the foot of all stays there, whichever field is the last one now.
    return [*lines, *(tree.entries[-1].foot if tree.entries else ())]


def entry_lines(slot: Slot, entry: Entry, column: int, *, keyed: bool) -> list[str]:
    """Return the lines of one entry of what stands at `slot`, without the comments above and at the foot."""
    inner = child_slot(slot, entry.key)
    entry = _with_status(inner, entry)
    return _field_lines(inner, entry, column) if keyed else _item_lines(inner, entry, column)


def child_slot(slot: Slot, key: str) -> Slot:
    """Return the slot of an entry of what stands at `slot`."""
    match slot.shape:
        case RecordShape():
            return slot.field_slot(RECORDS[slot.shape.record], key)
        case Many() | Keyed():
            return slot.below(slot.shape.of)
    return slot.below(TEXT)


def resolved(slot: Slot, keys: Iterable[str]) -> Slot:
    """Return the slot of what stands there with these fields: an entry with `extends` is an overlay entry."""
    if not isinstance(slot.shape, RecordShape):
        return slot
    trigger, other = RECORDS[slot.shape.record].instead
    return slot.below(RecordShape(other)) if trigger and trigger in keys else slot


def inline(slot: Slot, tree: Tree, room: int) -> str:
    """Return `tree` on one line, or "" where it does not belong there or is wider than `room`."""
    if isinstance(tree, Leaf):
        return "" if literal(tree.text) else scalar(tree.text)
    if tree.entries and (not _may_be_inline(slot, tree) or has_comments(tree)):
        return ""
    text = _flow(slot, tree)
    return text if not tree.entries or width(text) <= room else ""


def width(text: str) -> int:
    """Return the columns that `text` takes on a terminal or in an editor."""
    return len(text) if text.isascii() else sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def fields_in_order(slot: Slot, keys: Sequence[str]) -> list[str]:
    """Return the keys of what stands at `slot` in the order of the table; languages stay in the order they have."""
    if not isinstance(slot.shape, RecordShape):
        return list(keys)
    order = {field.name: number for number, field in enumerate(RECORDS[slot.shape.record].fields)}
    return sorted(keys, key=lambda key: order.get(key, len(order)))


def _canonical(slot: Slot, tree: Branch) -> Sequence[Entry]:
    if not tree.keyed:
        return tree.entries
    entries = {entry.key: entry for entry in tree.entries}
    return [entries[key] for key in fields_in_order(slot, tuple(entries))]


def _with_status(slot: Slot, entry: Entry) -> Entry:
    """Write out what a term without status has: it is admitted."""
    if not slot.full or slot.shape != RecordShape("term"):
        return entry
    status = Entry("status", Leaf(Status.ADMITTED.value))
    if isinstance(entry.value, Leaf):
        return entry._replace(value=Branch((Entry("text", entry.value, beside=entry.beside), status), keyed=True), beside="")
    if any(each.key == "status" for each in entry.value.entries):
        return entry
    return entry._replace(value=entry.value._replace(entries=(status, *entry.value.entries)))


def _apart(slot: Slot, entry: Entry) -> bool:
    """Whether an empty line stands before an entry that is not the first."""
    return slot.holds_concepts or (slot.shape == RecordShape("file") and entry.key == "shorthands")


def _field_lines(slot: Slot, entry: Entry, column: int) -> list[str]:
    value, head = entry.value, f"{scalar(entry.key)}:"
    text = inline(slot, value, WIDTH - column - width(head) - 1)
    beside = f"  {entry.beside}" if entry.beside else ""
    if text:
        return [f"{head} {text}{beside}"]
    if isinstance(value, Leaf):
        return [f"{head} |-{beside}", *_indented(literal(value.text))]
    if wrapped := _wrapped(slot, value, column, len(head) + 1):
        first, *rest = wrapped
        lines = [f"{head} {first}", *rest]
        return [*lines[:-1], lines[-1] + beside]
    return [f"{head}{beside}", *_indented(block(slot, value, column + _STEP))]


def _item_lines(slot: Slot, entry: Entry, column: int) -> list[str]:
    value = entry.value
    text = inline(slot, value, WIDTH - column - _STEP)
    beside = f"  {entry.beside}" if entry.beside else ""
    if text:
        return [f"- {text}{beside}"]
    if isinstance(value, Leaf):
        return [f"- |-{beside}", *_indented(literal(value.text))]
    lines = block(slot, value, column + _STEP)
    # A comment above the first field stands above the dash.
    first = next(number for number, line in enumerate(lines) if line and not line.startswith("#"))
    opening = _canonical(resolved(slot, [each.key for each in value.entries]), value)[0]
    room = isinstance(opening.value, Leaf) and not opening.beside
    above = [*([] if room or not entry.beside else [entry.beside]), *lines[:first]]
    return [*above, f"- {lines[first]}{beside if room else ''}", *_indented(lines[first + 1 :])]


def _wrapped(slot: Slot, tree: Branch, column: int, head: int) -> list[str]:
    """Return the lines of a list of words in brackets that is too long for one; [] for anything else."""
    if not (isinstance(slot.shape, Many) and isinstance(slot.shape.of, Scalar | Choice)):
        return []
    if (slot.record, slot.field) in _LONG or tree.keyed or has_comments(tree):
        return []
    lines, line, room = [], "[", WIDTH - column - head
    for number, entry in enumerate(tree.entries):
        word = _flow(slot, entry.value) + ("]" if number == len(tree.entries) - 1 else ",")
        if line != "[" and width(line) + 1 + width(word) > room:
            lines.append(line)
            line, room = " " * _STEP + word, WIDTH - column
        else:
            line = f"[{word}" if line == "[" else f"{line} {word}"
    return [*lines, line]


def _may_be_inline(slot: Slot, tree: Tree) -> bool:
    if isinstance(tree, Leaf):
        return True
    if (slot.record, slot.field) in _LONG and slot.shape == _field_shape(slot):
        return False
    match slot.shape:
        case RecordShape(record=record):
            allowed = record in _SHORT
        case Many(of=of):
            # Entries have a line each; texts that stand for some do not need it.
            bare = slot.record == "overlay" and not slot.full and all(isinstance(entry.value, Leaf) for entry in tree.entries)
            allowed = bare or not isinstance(of, RecordShape)
        case _:
            allowed = True
    return allowed and all(_may_be_inline(child_slot(slot, entry.key), entry.value) for entry in tree.entries)


def _field_shape(slot: Slot) -> Shape:
    return next(field.shape for field in RECORDS[slot.record].fields if field.name == slot.field)


def _flow(slot: Slot, tree: Tree) -> str:
    if isinstance(tree, Leaf):
        return scalar(tree.text, flow=True)
    parts = [_flow(child_slot(slot, entry.key), entry.value) for entry in _canonical(slot, tree)]
    if not tree.keyed:
        return f"[{', '.join(parts)}]"
    keys = [scalar(entry.key, flow=True) for entry in _canonical(slot, tree)]
    return "{" + ", ".join(f"{key}: {part}" for key, part in zip(keys, parts, strict=True)) + "}"


def _indented(lines: Sequence[str]) -> Iterator[str]:
    return (f"{' ' * _STEP}{line}" if line else line for line in lines)
