"""From the texts of many segments to hits in some of them: folded and searched together, a block at a time.

Most paragraphs of a draft name nothing that a termbase knows. What is done for each of them is done here, and it is little.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
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


def hits_in(texts: Sequence[str], find: Find) -> Iterator[TextHits]:
    """Yield the texts in which `find`, given UTF-8, finds anything; in their order."""
    for first, block in _blocks(texts):
        folded, one_to_one = fold_together(block)
        data = folded.encode("utf-8", "surrogatepass")
        found = sorted(find(data))
        if found:
            yield from _by_text(first, block, data, found, one_to_one=one_to_one)


def _blocks(texts: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield texts that are searched together, with the number of the first."""
    first = size = 0
    for number, text in enumerate(texts):
        size += len(text)
        if SEPARATOR in text:  # alone, or it would be taken for several
            if first < number:
                yield first, texts[first:number]
            yield number, (text,)
        elif size < _BLOCK:
            continue
        else:
            yield first, texts[first : number + 1]
        first, size = number + 1, 0
    if first < len(texts):
        yield first, texts[first:]


def _by_text(
    first: int, block: Sequence[str], data: bytes, found: Sequence[tuple[int, int, int]], *, one_to_one: bool
) -> Iterator[TextHits]:
    """Divide the hits of a block, in bytes of `data`, among its texts."""
    number, low, high = 0, 0, _end_of_text(data, 0, block)
    hits: list[tuple[int, int, int]] = []
    for hit in found:
        if hit[0] >= high:
            if hits:
                yield _text_hits(first + number, block[number], data[low:high], low, hits, one_to_one=one_to_one)
            number += data.count(_SEPARATOR, high, hit[0])
            low = data.rfind(_SEPARATOR, high, hit[0]) + 1
            high = _end_of_text(data, low, block)
            hits = []
        hits.append(hit)
    yield _text_hits(first + number, block[number], data[low:high], low, hits, one_to_one=one_to_one)


def _end_of_text(data: bytes, low: int, block: Sequence[str]) -> int:
    end = data.find(_SEPARATOR, low) if len(block) > 1 else -1
    return end if end >= 0 else len(data)


def _text_hits(
    number: int, text: str, data: bytes, before: int, hits: Sequence[tuple[int, int, int]], *, one_to_one: bool
) -> TextHits:
    """Return the hits in one text, whose folded bytes are `data`, in code points; `before` bytes come before it."""
    folded = MappedText.identity(data.decode("utf-8", "surrogatepass")) if one_to_one else fold(text)
    return TextHits(number, folded, tuple(_code_points(data, before, hits)))


def _code_points(data: bytes, before: int, hits: Sequence[tuple[int, int, int]]) -> Iterator[Hit]:
    """Turn byte offsets into code points, from hit to hit."""
    if data.isascii():
        for start, end, pattern in hits:
            yield Hit(start - before, end - before, pattern)
        return
    at = count = 0
    for start, end, pattern in hits:
        low, high = start - before, end - before
        count += len(data[at:low].decode("utf-8", "surrogatepass"))
        at = low
        yield Hit(count, count + len(data[low:high].decode("utf-8", "surrogatepass")), pattern)
