"""Sequences that are stored as bytes and decoded record by record, when one is asked for.

A termbase of ten thousand concepts is opened to find a few of them in a draft: what is not asked for is never decoded.

    count (4 bytes) │ ends of the records (4 bytes each) │ records, one after the other            all little-endian
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar, overload

Buffer = bytes | memoryview
T = TypeVar("T")

_WIDTH = 4


class Records(Sequence[T], Generic[T]):
    """A sequence over stored records; `decode` makes a value of the bytes of one, at most once each."""

    __slots__ = ("_data", "_decode", "_ends", "_known", "names")

    def __init__(self, stored: Buffer, decode: Callable[[Buffer], T], names: Callable[[], Sequence[str]] = tuple) -> None:
        """Take what `pack` wrote; `names` gives the names of the records where they have any. Raises ValueError where it is damaged."""
        view = memoryview(stored)
        start = _WIDTH * (int.from_bytes(view[:_WIDTH], "little") + 1)
        if len(view) < start:
            raise ValueError("records are cut off")
        self._ends = _numbers(view[_WIDTH:start])
        self._data = view[start:]
        if (self._ends[-1] if len(self._ends) else 0) != len(self._data):
            raise ValueError("records are cut off")
        self._decode = decode
        self._known: dict[int, T] = {}
        self.names = names

    @property
    def decoded(self) -> int:
        """How many records have been decoded."""
        return len(self._known)

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        known = self._known.get(index)
        return self._read(index) if known is None else known

    def __iter__(self) -> Iterator[T]:
        return map(self.__getitem__, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Records | tuple | list):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment] # as of a list: what it holds may have no hash

    def __repr__(self) -> str:
        return f"<{len(self)} records, {self.decoded} decoded>"

    def _read(self, index: int) -> T:
        number = index + len(self) if index < 0 else index
        if not 0 <= number < len(self):
            raise IndexError(index)
        value = self._decode(self._data[self._ends[number - 1] if number else 0 : self._ends[number]])
        self._known[number] = value
        return value


def pack(records: Iterable[bytes]) -> bytes:
    """Return `records` as one sequence of bytes."""
    ends, data, length = array("I"), bytearray(), 0
    for record in records:
        data += record
        length += len(record)
        ends.append(length)
    if sys.byteorder == "big":
        ends.byteswap()
    return len(ends).to_bytes(_WIDTH, "little") + ends.tobytes() + bytes(data)


def _numbers(view: memoryview) -> Sequence[int]:
    if sys.byteorder == "little":
        return view.cast("B").cast("I")
    numbers = array("I", bytes(view))
    numbers.byteswap()
    return numbers
