"""How much a termbase has: counts of entries and terms, and what is still missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from glossary.model import Concept, Kind, Status, Term, Termbase


class Stats(Struct, frozen=True, kw_only=True):
    """Counts of a termbase; names and shields apart: a shield only protects other names and needs no translation.

    Counts by name are in the order of the format or, for subjects, that of the files; what does not occur is left out.
    """

    title: str
    version: str
    concepts: int
    shields: int
    terms: int  # written in the entries
    derived: int  # from names of persons and members of bilaterals
    by_language: dict[str, dict[str, int]]  # language → status → terms
    by_kind: dict[str, int]
    by_subject: dict[str, int]
    by_stage: dict[str, int]  # the last step of the history; "" where none is recorded
    proposed_terms: int  # `stage: proposed`
    languages: tuple[str, ...]
    named: dict[str, int]  # language → entries, shields apart, with a right name in it
    complete: int  # entries, shields apart, with a right name in every language
    sourced: int  # entries, shields apart, with a source


def count(termbase: Termbase) -> Stats:
    """Return the counts of `termbase`, its layers taken together."""
    languages = termbase.languages or tuple(dict.fromkeys(term.language for concept in termbase.concepts for term in concept.terms))
    entries = [concept for concept in termbase.concepts if concept.kind is not Kind.SHIELD]
    terms = [term for concept in termbase.concepts for term in concept.terms]
    written = [term for term in terms if not term.derived]
    named = {language: sum(_has_name(concept, language) for concept in entries) for language in languages}
    return Stats(
        title=termbase.title,
        version=termbase.version,
        concepts=len(termbase.concepts),
        shields=len(termbase.concepts) - len(entries),
        terms=len(written),
        derived=len(terms) - len(written),
        by_language=_by_language(written, languages),
        by_kind=_ordered(Counter(concept.kind.value for concept in termbase.concepts), [kind.value for kind in Kind]),
        by_subject=dict(Counter(concept.subject for concept in termbase.concepts)),
        by_stage=_ordered(Counter(concept.stage for concept in entries), ["decided", "reviewed", "proposed", "withdrawn", ""]),
        proposed_terms=sum(term.stage == "proposed" for term in written),
        languages=languages,
        named=named,
        complete=sum(all(_has_name(concept, language) for language in languages) for concept in entries),
        sourced=sum(bool(concept.sources) for concept in entries),
    )


def _by_language(terms: Iterable[Term], languages: Iterable[str]) -> dict[str, dict[str, int]]:
    counts = Counter((term.language, term.status) for term in terms)
    all_of_them = dict.fromkeys((*languages, *(language for language, _ in counts)))
    return {language: {status.value: counts[language, status] for status in Status} for language in all_of_them}


def _ordered(counts: Counter[str], order: Iterable[str]) -> dict[str, int]:
    return {name: counts[name] for name in order if counts[name]}


def _has_name(concept: Concept, language: str) -> bool:
    return any(term.status in (Status.PREFERRED, Status.ADMITTED) for term in concept.terms_in(language))
