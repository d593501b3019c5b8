"""What the searches for near misses have in common: what they find, and where their indexes are kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar
from weakref import WeakKeyDictionary

from glossary.matching.derived import Derived

T = TypeVar("T")

_INDEXES: WeakKeyDictionary[Derived, dict[str, Any]] = WeakKeyDictionary()


class Near(NamedTuple):
    """A stretch of a segment's text that looks like a name and is none: half-open code points, the name, how they differ.

    `how` ends the id of the message; `sure` says that the slip is unmistakable: what stands there is no word.
    """

    low: int
    high: int
    name: str
    concept: int  # its number, and the term's in it
    term: int
    how: str
    at: tuple[int, int]  # where they differ
    written: str = ""
    right: str = ""
    sure: bool = False


def kept(derived: Derived, key: str, make: Callable[[], T]) -> T:
    """Return the index `key` of the names in `derived`, made when the first document asks for it."""
    indexes = _INDEXES.setdefault(derived, {})
    if key not in indexes:
        indexes[key] = make()
    index: T = indexes[key]
    return index
