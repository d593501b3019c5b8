"""The compiled termbase: which surface belongs to which terms. Plain values, so that they can be cached."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from glossary.matching.verdict import Neighbours


class Entry(Struct, frozen=True, gc=False, array_like=True):
    """One surface of one term: the numbers of its concept and of the term in it, and what decides about a hit."""

    concept: int
    term: int
    exact: str = ""  # the surface with its capitals where they count
    inflection: str = ""
    literal: bool = True
    short: bool = False  # decided by votes
    latin: bool = False
    neighbours: Neighbours | None = None


class Table(Struct, frozen=True):
    """`keys` are the folded surfaces, unique; `entries[n]` the terms that `keys[n]` stands for, in term order."""

    keys: Sequence[str]
    entries: Sequence[tuple[Entry, ...]]
