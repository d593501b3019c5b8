"""Names of four words and more whose words stand in another order: Indo- Free and open Pacific.

English turns some names round by rule, and those are none: what "and" joins may change places (open and free, South and East
China Seas), a part may go before or after the rest (keep the Indo-Pacific free and open), and articles come and go.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")

_FEWEST = 4  # words


class Orders(Generic[T]):
    """Rows of words with what they stand for, looked up by one of their words."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, ...], T] = {}
        self._anchored: defaultdict[str, list[tuple[tuple[str, ...], frozenset[str]]]] = defaultdict(list)

    def add(self, words: tuple[str, ...], anchor: str, what: T) -> None:
        """Add a row, to be looked up by its word `anchor`; of fewer than four words, or with a word twice, none is looked for."""
        if len(words) >= _FEWEST and len(set(words)) == len(words) and words not in self._rows:
            self._rows[words] = what
            self._anchored[anchor].append((words, frozenset(words)))

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, T]]:
        """Yield where a row stands in `words` in another order, and what it stands for."""
        anchored = self._anchored
        if anchored.keys().isdisjoint(words):
            return
        for at in [number for number, word in enumerate(words) if word in anchored]:
            for row, wanted in anchored[words[at]]:
                first = _window(words, at, wanted)
                if first is not None:
                    here = tuple(words[first : first + len(row)])
                    if here not in self._rows and _bare(here) not in _right_orders(_bare(row)):
                        yield first, self._rows[row]


def _window(words: Sequence[str], at: int, wanted: frozenset[str]) -> int | None:
    """Return where the words around `at` begin that are exactly the `wanted` ones, or None."""
    length = len(wanted)
    low, high = at, at + 1
    while low > 0 and words[low - 1] in wanted and at - low < length:
        low -= 1
    while high < len(words) and words[high] in wanted and high - at < length:
        high += 1
    for first in range(max(low, at - length + 1), min(high - length, at) + 1):
        if wanted.issubset(words[first : first + length]):
            return first
    return None


def _bare(row: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in row if word not in ("a", "an", "the"))


def _right_orders(row: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return the orders of `row` that English allows: turned round at one place, parts beside an "and" exchanged, or both."""
    turned = {row[at:] + row[:at] for at in range(len(row))}
    return turned | {order for one in (row, *turned) for order in _exchanged(one)}


def _exchanged(row: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for at in (at for at, word in enumerate(row) if word in ("and", "or")):
        for low in range(at):
            for high in range(at + 2, len(row) + 1):
                yield (*row[:low], *row[at + 1 : high], row[at], *row[low:at], *row[high:])
