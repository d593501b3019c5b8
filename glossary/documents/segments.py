"""Segments that are made when they are asked for: in a long text few paragraphs name anything, and the rest is only read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import overload

from glossary.documents.model import Segment


class Segments(Sequence[Segment]):
    """The segments of a part; `texts` are known before, `make` makes the segment of a number, once."""

    __slots__ = ("_made", "_make", "texts")

    def __init__(self, texts: Sequence[str], make: Callable[[int], Segment]) -> None:
        self.texts = texts
        self._make = make
        self._made: dict[int, Segment] = {}

    @property
    def made(self) -> int:
        """How many have been asked for."""
        return len(self._made)

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, index: int) -> Segment: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Segment]: ...
    def __getitem__(self, index: int | slice) -> Segment | Sequence[Segment]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        known = self._made.get(index)
        if known is not None:
            return known
        number = index + len(self) if index < 0 else index
        segment = self._made.get(number)
        if segment is None:
            if not 0 <= number < len(self):
                raise IndexError(index)
            segment = self._made[number] = self._make(number)
        return segment

    def __iter__(self) -> Iterator[Segment]:
        return map(self.__getitem__, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Segments | tuple | list):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment] # as of a list

    def __reduce__(self) -> tuple[type[tuple[Segment, ...]], tuple[tuple[Segment, ...]]]:
        return tuple, (tuple(self),)

    def __repr__(self) -> str:
        return repr(tuple(self))


def texts_of(segments: Sequence[Segment]) -> Sequence[str]:
    """Return the text of each segment, without making any."""
    return segments.texts if isinstance(segments, Segments) else [segment.text.text for segment in segments]
