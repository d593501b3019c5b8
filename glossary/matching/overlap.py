"""Settling overlaps: which of several hits over the same characters is the match."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar


class Ranged(Protocol):
    """Anything with a half-open range in the folded text."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


R = TypeVar("R", bound=Ranged)


def keep_longest(candidates: Iterable[R], rank: Callable[[R], tuple[int, ...]]) -> list[tuple[R, list[R]]]:
    """Return what is left when overlaps are settled longest first, ties by start, then by `rank`; with the losers of each.

    Not leftmost-longest: in 21日新西兰总理 the leftmost hit 日新 would hide 新西兰. Ranges are half-open code points of the
    folded text. The result is sorted by start; a loser is listed with the winner that took its place.
    """
    candidates = list(candidates)
    if len(candidates) < 2:
        return [(candidate, []) for candidate in candidates]
    kept: list[tuple[R, list[R]]] = []
    taken: dict[int, tuple[R, list[R]]] = {}  # each code point of the winners
    for candidate in sorted(candidates, key=lambda c: (c.start - c.end, c.start, *rank(c))):
        winner = next((taken[at] for at in range(candidate.start, candidate.end) if at in taken), None)
        if winner is not None:
            winner[1].append(candidate)
            continue
        entry: tuple[R, list[R]] = (candidate, [])
        kept.append(entry)
        taken.update(dict.fromkeys(range(candidate.start, candidate.end), entry))
    return sorted(kept, key=lambda entry: entry[0].start)
