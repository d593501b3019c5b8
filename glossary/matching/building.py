"""From termbase to table: every surface of every term, expanded and folded. Only a termbase that is compiled needs this."""

from __future__ import annotations

from collections import defaultdict

from glossary.matching.surfaces import Surface, expand
from glossary.matching.table import Entry, Table
from glossary.matching.verdict import Neighbours, is_short_han
from glossary.model import Concept, Term, Termbase
from glossary.text.fold import folded


def build_table(termbase: Termbase) -> Table:
    """Return the surfaces of `termbase`, each with the terms it stands for.

    A surface made by expansion gives way where the same concept lists that very form, in whatever status.
    """
    entries: dict[str, list[Entry]] = defaultdict(list)
    for number, concept in enumerate(termbase.concepts):
        surfaces = [expand(term, concept.kind) for term in concept.terms]
        listed = {
            (term.language, surface.key)
            for term, forms in zip(concept.terms, surfaces, strict=True)
            for surface in forms
            if surface.literal
        }
        for index, (term, forms) in enumerate(zip(concept.terms, surfaces, strict=True)):
            for surface in forms:
                if surface.literal or (term.language, surface.key) not in listed:
                    entries[surface.key].append(_entry(concept, number, term, index, surface))
    return Table(tuple(entries), tuple(map(tuple, entries.values())))


def _entry(concept: Concept, number: int, term: Term, index: int, surface: Surface) -> Entry:
    return Entry(
        concept=number,
        term=index,
        exact=surface.exact,
        inflection=surface.inflection,
        literal=surface.literal,
        short=is_short_han(surface.key, term.boundary),
        latin=surface.key[:1].isascii(),
        neighbours=_neighbours(term, surface.key),
    )


def _neighbours(term: Term, key: str) -> Neighbours | None:
    if not (term.not_in or term.not_after or term.not_before):
        return None
    inside: list[tuple[str, str, str]] = []
    for whole in term.not_in:
        text = folded(whole)
        at = text.find(key)
        while at >= 0:
            inside.append((text[:at], text[at + len(key) :], whole))
            at = text.find(key, at + 1)
    return Neighbours(tuple(inside), tuple(map(folded, term.not_after)), tuple(map(folded, term.not_before)))
