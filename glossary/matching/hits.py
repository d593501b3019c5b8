"""From the texts of many segments to hits in some of them: folded and searched together, a block at a time.

Most paragraphs of a draft name nothing that a termbase knows. What is done for each of them is done here, and it is little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from glossary.text.fold import SEPARATOR, fold, fold_together
from glossary.text.mapped import MappedText

_BLOCK = 8192  # code points: what is searched together stays in the processor's cache
_SEPARATOR = SEPARATOR.encode()

Find = Callable[[bytes], Iterable[tuple[int, int, int]]]


class Hit(NamedTuple):
    """A surface of the table, `pattern`, at [start, end) of a folded text."""

    start: int
    end: int
    pattern: int


class TextHits(NamedTuple):
    """The hits in text `number`, which folds to `folded`, by start and end."""

    number: int
    folded: MappedText
    hits: Sequence[Hit]


def hits_in(texts: Sequence[str], find: Find) -> list[TextHits]:
    """Return the texts in which `find`, given UTF-8, finds anything; in their order."""
    found: list[TextHits] = []
    for numbers in _blocks(texts):
        found += _search(numbers, texts, find)
    found.sort(key=itemgetter(0))
    return found


def _blocks(texts: Sequence[str]) -> Iterator[Sequence[int]]:
    """Yield the numbers of texts that are searched together: those of ASCII apart, as they fold far faster."""
    waiting: tuple[list[int], list[int]] = [], []
    sizes = [0, 0]
    for number, text in enumerate(texts):
        kind = text.isascii()
        waiting[kind].append(number)
        sizes[kind] += len(text)
        if sizes[kind] >= _BLOCK:
            yield waiting[kind][:]
            waiting[kind].clear()
            sizes[kind] = 0
    yield from filter(None, waiting)


def _search(numbers: Sequence[int], texts: Sequence[str], find: Find) -> Iterator[TextHits]:
    """Yield the texts among `numbers` in which `find` finds anything."""
    joined, one_to_one = fold_together([texts[number] for number in numbers])
    if joined.count(SEPARATOR) >= len(numbers) > 1:  # one of the texts has it, which no file has
        for number in numbers:
            yield from _search((number,), texts, find)
        return
    data = joined.encode("utf-8", "surrogatepass")
    place, low, high = 0, 0, -1
    hits: list[tuple[int, int, int]] = []
    for hit in sorted(find(data)):
        if hit[0] > high:
            if hits:
                yield _text_hits(numbers[place], texts, data[low:high], low, hits, one_to_one)
                place += data.count(_SEPARATOR, high, hit[0])
                hits = []
            else:
                place = data.count(_SEPARATOR, 0, hit[0]) if len(numbers) > 1 else 0
            low = data.rfind(_SEPARATOR, low, hit[0]) + 1 if place else 0
            high = data.find(_SEPARATOR, hit[1]) if place + 1 < len(numbers) else len(data)
        hits.append(hit)
    if hits:
        yield _text_hits(numbers[place], texts, data[low:high], low, hits, one_to_one)


def _text_hits(
    number: int, texts: Sequence[str], data: bytes, before: int, hits: Sequence[tuple[int, int, int]], one_to_one: bool
) -> TextHits:
    """Return the hits in one text, whose folded bytes are `data`, in code points; `before` bytes come before it."""
    folded = MappedText.identity(data.decode("utf-8", "surrogatepass")) if one_to_one else fold(texts[number])
    if len(data) == len(folded):
        return TextHits(number, folded, [Hit(start - before, end - before, pattern) for start, end, pattern in hits])
    return TextHits(number, folded, list(_code_points(data, before, hits)))


def _code_points(data: bytes, before: int, hits: Sequence[tuple[int, int, int]]) -> Iterator[Hit]:
    """Turn byte offsets into code points, from hit to hit."""
    at = count = 0
    for start, end, pattern in hits:
        low, high = start - before, end - before
        count += _length(data[at:low])
        at = low
        yield Hit(count, count + _length(data[low:high]), pattern)


def _length(data: bytes) -> int:
    """Return the number of code points in whole UTF-8 sequences."""
    return len(data.decode("utf-8", "surrogatepass"))
