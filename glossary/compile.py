"""From termbase to matcher, and the cache that makes the second start fast.

folders ─ stat ─▶ cache hit? ─ yes ─▶ Matcher, no YAML read
                            └ no ──▶ read, layer ─▶ expand ─▶ automaton ─▶ cache ─▶ Matcher
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from glossary import cache
from glossary.errors import GlossaryError
from glossary.matching.automaton import load as load_automaton
from glossary.matching.matcher import Matcher
from glossary.matching.surfaces import Surface, expand
from glossary.matching.table import Entry, Table
from glossary.matching.verdict import Neighbours, is_short_han
from glossary.model import Concept, Term, Termbase
from glossary.text.fold import folded


class Loaded(Struct, frozen=True):
    """A matcher, what the termbase warned of when it was read, and whether it came from the cache."""

    matcher: Matcher
    warnings: tuple[GlossaryError, ...] = ()
    cached: bool = False


def load_matcher(folders: Sequence[Path | str], *, given: bool = False, use_cache: bool = True) -> Loaded:
    """Return the matcher of the termbases in `folders`, later over earlier; `given` ones need no manifest.

    Raises TermbaseError. A cache that cannot be written is a warning, never an error.
    """
    paths = [Path(folder) for folder in folders]
    stored = cache.read(paths, given=given) if use_cache else None
    if stored is not None:
        matcher = _restore(stored)
        if matcher is not None:
            return Loaded(matcher, (), True)
    from glossary.termbase.reader import load

    loaded = load(paths, given=given)
    matcher = compile_termbase(loaded.termbase)
    warnings: tuple[GlossaryError, ...] = loaded.warnings
    # What warns is read anew each time, so that the warning is seen each time.
    if use_cache and not loaded.warnings:
        warnings += cache.write(paths, cache.Stored(matcher.termbase, matcher.table, matcher.automaton.serialize()), given=given)
    return Loaded(matcher, warnings, False)


def compile_termbase(termbase: Termbase) -> Matcher:
    """Return the matcher of `termbase`: every surface of every term, folded, in one automaton."""
    table = build_table(termbase)
    return Matcher(termbase, table, load_automaton(_patterns(table)))


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


def _patterns(table: Table) -> list[bytes]:
    return [key.encode("utf-8", "surrogatepass") for key in table.keys]


def _restore(stored: cache.Stored) -> Matcher | None:
    """Return the matcher a cache holds, or None where its automaton is of no use."""
    try:
        automaton = load_automaton(_patterns(stored.table) if not stored.automaton else (), stored.automaton)
    except ValueError:
        return None
    return Matcher(stored.termbase, stored.table, automaton)
