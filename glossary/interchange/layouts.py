"""A termbase as a table: one row a term with every field, or one row a concept for people to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from glossary.interchange import fields, notation
from glossary.interchange.fields import Leaf
from glossary.interchange.headers import LANGUAGE, TERM, WAS
from glossary.interchange.joining import was
from glossary.interchange.sheet import Column, Extent, Table
from glossary.languages import LANGUAGES
from glossary.model import Concept, Status, Termbase
from glossary.termbase.pairing import numbered
from glossary.termbase.plain import PlainFields, concept_fields
from glossary.termbase.schema import RECORDS
from glossary.termbase.shapes import Choice

# What stands in a table even where no entry has it yet, for reviewers to fill.
_TERM_COLUMNS = ("text", "status", "type", "reading", "pinyin", "region", "reason", "note:en")
_CONCEPT_COLUMNS = ("kind", "subject", "definition:en", "note:en")
_WIDTHS = {"id": 24, "text": 32, "reading": 24, "pinyin": 24, "language": 10, "status": 12, "type": 10, "region": 8, "kind": 12}
_WIDE = 40


class Laid(Struct, frozen=True):
    """A table, the fields of its entries by id, and what its layout leaves out: names of fields with how often they were there."""

    table: Table
    plain: dict[str, PlainFields]
    left_out: dict[str, int] = {}


def concepts_in(termbase: Termbase, extent: Extent) -> tuple[Concept, ...]:
    """Return the entries that `extent` asks for, each with the terms that it asks for."""
    from msgspec.structs import replace

    found = []
    for concept in termbase.concepts:
        if extent.subjects and concept.subject not in extent.subjects:
            continue
        terms = tuple(
            term
            for term in concept.terms
            if (not extent.languages or term.language in extent.languages) and (not extent.statuses or term.status.value in extent.statuses)
        )
        if terms or not (extent.languages or extent.statuses):
            found.append(replace(concept, terms=terms))
    return tuple(found)


def by_term(concepts: Sequence[Concept], extent: Extent = Extent()) -> Laid:  # noqa: B008
    """Return a row a term. Fields of the concept stand in its first row; an entry without terms of its own has one row."""
    plain = {concept.id: concept_fields(concept) for concept in concepts}
    term_leaves = _leaves(TERM, _TERM_COLUMNS, (term for entry in plain.values() for _, _, term in _terms(entry)))
    concept_leaves = _leaves("concept", _CONCEPT_COLUMNS, plain.values())
    columns = [
        Column("id", _WIDTHS["id"]),
        Column(f"{TERM}.{LANGUAGE}", _WIDTHS["language"]),
        *(_column(leaf, f"{TERM}.") for leaf in term_leaves),
        *(_column(leaf) for leaf in concept_leaves),
        Column(f"{TERM}.{WAS}", hidden=True),
    ]
    rows = []
    for id, entry in plain.items():
        head = [_cell(leaf, entry) for leaf in concept_leaves]
        terms = list(_terms(entry)) or [("", "", {})]
        for number, (language, former, term) in enumerate(terms):
            own = [_cell(leaf, term) for leaf in term_leaves]
            rows.append((id, language, *own, *(head if not number else [""] * len(head)), notation.guarded(former)))
    return Laid(Table(columns=tuple(columns), rows=rows, layout="term", extent=extent), plain)


def by_concept(concepts: Sequence[Concept], extent: Extent = Extent()) -> Laid:  # noqa: B008
    """Return a row a concept: names by language and status; composed names of persons and bilaterals where they are preferred."""
    plain = {concept.id: concept_fields(concept) for concept in concepts}
    names = {concept.id: _names(concept) for concept in concepts}
    used = {slot for found in names.values() for slot in found}
    languages = sorted({language for language, _ in used}, key=_language_order)
    always = (Status.PREFERRED.value, Status.ADMITTED.value)
    slots = [(one, s.value) for one in languages for s in Status if (one, s.value) in used or s.value in always]
    leaves = [
        leaf for leaf in _leaves("concept", _CONCEPT_COLUMNS, plain.values()) if leaf.path[0] in ("kind", "subject", "definition", "note")
    ]
    before = [leaf for leaf in leaves if leaf.path[0] != "note"]
    after = [leaf for leaf in leaves if leaf.path[0] == "note"]
    columns = [
        Column("id", _WIDTHS["id"]),
        *map(_column, before),
        *(Column(f"{language}.{status}", _WIDTHS["text"]) for language, status in slots),
        *map(_column, after),
    ]
    rows = [
        (
            id,
            *(_cell(leaf, entry) for leaf in before),
            *(notation.join(names[id].get(slot, ())) for slot in slots),
            *(_cell(leaf, entry) for leaf in after),
        )
        for id, entry in plain.items()
    ]
    left_out = Counter(name for entry in plain.values() for name in _uncarried(entry))
    return Laid(Table(columns=tuple(columns), rows=rows, layout="concept", extent=extent), plain, dict(left_out))


def _names(concept: Concept) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for term in concept.terms:
        if not term.derived or term.status is Status.PREFERRED:
            texts = found.setdefault((term.language, term.status.value), [])
            if term.text not in texts:
                texts.append(term.text)
    return found


def _uncarried(entry: PlainFields) -> Iterator[str]:
    yield from (name for name in entry if name not in ("id", "kind", "subject", "definition", "note", "terms"))
    for _, _, term in _terms(entry):
        yield from (f"{TERM}.{name}" for name in term if name not in ("text", "status"))


def _terms(entry: PlainFields) -> Iterator[tuple[str, str, PlainFields]]:
    """Yield language, name in the column `was`, and fields of each term."""
    for language, listed in entry.get("terms", {}).items():
        for key, term in numbered(listed).items():
            yield language, was(key), term


def _leaves(record: str, always: Iterable[str], entries: Iterable[PlainFields]) -> list[Leaf]:
    """Return the columns that `entries` need besides those that always stand there, in the order of the format."""
    found: dict[str, Leaf] = {}
    for name in always:
        leaf = fields.leaf(record, name)
        assert leaf is not None
        found[name] = leaf
    for entry in entries:
        for leaf, _ in fields.filled(record, entry):
            found.setdefault(leaf.name, leaf)
    order = {field.name: number for number, field in enumerate(RECORDS[record].fields)}
    found.pop("id", None)
    return sorted(found.values(), key=lambda leaf: (order[leaf.path[0]], *_language_order(leaf.name.partition(":")[2])))


def _language_order(language: str) -> tuple[int, str]:
    return (LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES), language)


def _column(leaf: Leaf, prefix: str = "") -> Column:
    choices = leaf.shape.values if isinstance(leaf.shape, Choice) else ()
    width = _WIDTHS.get(leaf.name, _WIDE if leaf.path[0] in ("definition", "note", "sources", "context") else 16)
    return Column(prefix + leaf.name, width, choices)


def _cell(leaf: Leaf, entry: PlainFields) -> str:
    value = fields.get(entry, leaf.path)
    return "" if value is None else fields.write(leaf.shape, value)


LAYOUTS = {"term": by_term, "concept": by_concept}
