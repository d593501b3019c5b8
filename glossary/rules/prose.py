"""Sentences and quotations of a document by place in the source, for what knows offsets and no match."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from glossary.documents.model import Document, Part, Segment, SegmentKind
from glossary.text.quotations import quotation_spans
from glossary.text.sentences import sentence_spans

Range = tuple[int, int]  # half-open code points of a part's decoded text


class Prose:
    """A document's segments by place; sentences and quotations are worked out once a segment, when first asked for."""

    __slots__ = ("_quotations", "_segments", "_sentences")

    def __init__(self, document: Document) -> None:
        self._segments = {part.id: _in_order(part) for part in document.parts}
        self._sentences: dict[tuple[str, int], list[Range]] = {}
        self._quotations: dict[tuple[str, int], list[Range]] = {}

    def sentence(self, part: str, offset: int) -> Range:
        """Return the sentence at `offset`, markup inside it included; an empty range outside prose."""
        found = self._find(part, offset)
        if found is None:
            return offset, offset
        number, segment = found
        sentences = self._sentences.get((part, number))
        if sentences is None:
            spans = sentence_spans(segment.text.text, segment.language)
            sentences = self._sentences[part, number] = _hulls(segment, spans)
        index = bisect_right(sentences, offset, key=lambda span: span[0]) - 1
        return sentences[max(index, 0)] if sentences else segment.text.hull(0, len(segment.text))

    def quoted(self, part: str, start: int, end: int) -> bool:
        """Whether [start, end) stands in a block quotation or between quotation marks."""
        found = self._find(part, start)
        if found is None:
            return False
        number, segment = found
        if segment.kind is SegmentKind.QUOTE:
            return True
        quotations = self._quotations.get((part, number))
        if quotations is None:
            quotations = self._quotations[part, number] = _hulls(segment, quotation_spans(segment.text.text))
        return any(low <= start and end <= high for low, high in quotations)

    def _find(self, part: str, offset: int) -> tuple[int, Segment] | None:
        segments = self._segments[part]
        index = bisect_right(segments, offset, key=lambda entry: entry[0]) - 1
        if index < 0 or segments[index][1] < offset:
            return None
        return segments[index][2], segments[index][3]


def _in_order(part: Part) -> list[tuple[int, int, int, Segment]]:
    """Return source range, number and segment of a part's prose, by place."""
    filled = [(number, segment) for number, segment in enumerate(part.segments) if segment.text.text]
    placed = [(*segment.text.hull(0, len(segment.text)), number, segment) for number, segment in filled]
    return sorted(placed, key=lambda entry: entry[:3])


def _hulls(segment: Segment, spans: Iterable[Range]) -> list[Range]:
    return [segment.text.hull(low, high) for low, high in spans if low < high]
