"""From termbase to matcher, and the cache that makes the second start fast.

folders ─ stat ─▶ cache hit? ─ yes ─▶ Matcher, no YAML read
                            └ no ──▶ read, layer ─▶ expand ─▶ automaton ─▶ cache ─▶ Matcher
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from glossary import cache
from glossary.errors import GlossaryError
from glossary.matching.automaton import load as load_automaton
from glossary.matching.derived import of_stored
from glossary.matching.matcher import Matcher
from glossary.matching.table import Table
from glossary.model import Termbase


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
    from glossary.termbase.reader import load, nothing_kept

    loaded = load(paths, given=given, kept=cache.kept(paths, given=given) if use_cache else nothing_kept)
    matcher = compile_termbase(loaded.termbase)
    warnings: tuple[GlossaryError, ...] = loaded.warnings
    # What warns is read anew each time, so that the warning is seen each time.
    if use_cache and not loaded.warnings:
        warnings += cache.write(paths, replace(stored_form(matcher), files=loaded.files), given=given)
    return Loaded(matcher, warnings, False)


def compile_termbase(termbase: Termbase) -> Matcher:
    """Return the matcher of `termbase`: every surface of every term, folded, in one automaton."""
    # A warm start needs none of this.
    from glossary.matching.building import build_table
    from glossary.matching.chains import shorthands

    table = build_table(termbase)
    return Matcher(termbase, table, load_automaton(_patterns(table)), shorthands(termbase))


def stored_form(matcher: Matcher) -> cache.Stored:
    """Return what the cache keeps of `matcher`."""
    derived = matcher.derived.stored()
    return cache.Stored(matcher.termbase, matcher.table, matcher.automaton.serialize(), matcher.shorthands, *derived)


def _patterns(table: Table) -> list[bytes]:
    return [key.encode("utf-8", "surrogatepass") for key in table.keys]


def _restore(stored: cache.Stored) -> Matcher | None:
    """Return the matcher a cache holds, or None where its automaton is of no use."""
    try:
        automaton = load_automaton(_patterns(stored.table) if not stored.automaton else (), stored.automaton)
    except ValueError:
        return None
    return Matcher(stored.termbase, stored.table, automaton, stored.shorthands, of_stored(stored.misreadings, stored.slips, stored.names))
