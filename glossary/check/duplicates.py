"""Names that are one when folded: two terms of an entry, or two entries for one concept.

Homographs are no mistake (日新 is Japan–New Zealand and Japan–Singapore), but somebody has to have seen that they are: one of the
entries names the other, or tells itself apart by a qualifier.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from glossary.check.problems import Problem, problem
from glossary.model import Concept, Kind, Status, Term, Termbase
from glossary.termbase.slots import together
from glossary.text.fold import folded

_RIGHT = (Status.PREFERRED, Status.ADMITTED)


def check_duplicates(termbase: Termbase) -> Iterator[Problem]:
    """Yield terms that differ from another of their entry in width, hyphens, spaces or capitals only, and entries that share a name."""
    by_name: dict[tuple[str, str], list[tuple[Concept, Term]]] = defaultdict(list)
    for concept in termbase.concepts:
        yield from _check_terms(concept)
        if concept.kind is not Kind.SHIELD:
            for term in concept.terms:
                if term.status in _RIGHT:
                    by_name[term.language, folded(term.text, case=term.case != "exact")].append((concept, term))
    for named in by_name.values():
        for index, (concept, term) in enumerate(named):
            for earlier, other in named[:index]:
                if concept.id != earlier.id and together(term, other) and not _told_apart(concept, term, earlier, other):
                    yield problem("check.same-name", term.place, warning=True, text=term.text, other=earlier.id, other_place=other.place)


def _check_terms(concept: Concept) -> Iterator[Problem]:
    first: dict[tuple[str, str], Term] = {}
    for term in concept.terms:
        if term.derived or term.status not in _RIGHT or term.case == "exact":
            continue
        twin = first.setdefault((term.language, folded(term.text)), term)
        if twin.text != term.text and twin.type is term.type and together(twin, term):
            yield problem("check.folded-twin", term.place, text=term.text, other=twin.text, other_place=twin.place)


def _told_apart(concept: Concept, term: Term, other: Concept, other_term: Term) -> bool:
    if term.qualifier or other_term.qualifier or Kind.PERSON in (concept.kind, other.kind):
        return True
    return other.id in _named(concept) or concept.id in _named(other)


def _named(concept: Concept) -> set[str]:
    """Return the ids that an entry says something of."""
    return {*concept.broader, *concept.narrower, *concept.related, *concept.members, *(entry.to for entry in concept.confusable)}
