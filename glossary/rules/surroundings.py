"""What stands around a match: its sentence, the quotation it is in, the other matches beside it.

Worked out once a segment, when first asked for, so that a document of one long paragraph costs no more than one of many lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import attrgetter

from glossary.documents.model import Document, Part, Segment, SegmentKind
from glossary.languages import ENGLISH
from glossary.matching.match import Match
from glossary.model import Status, Termbase, TermType
from glossary.text.fold import folded
from glossary.text.quotations import has_sic, quotation_spans, quoted_as_word
from glossary.text.sentences import sentence_spans
from glossary.text.span import Lines, Position

Ranges = list[tuple[int, int]]

# A sentence with one of these speaks of a name, right or wrong, more than of the thing.
_MENTION = re.compile(
    r"\b(?:mistranslat\w+|misrender\w+|misnomer|misread\w*|misspel\w+|mis-?spelt|wrong (?:form|name|rendering)|so-called"
    r"|wrongly (?:called|named|rendered|translated))\b|誤訳|誤記|誤称|誤って(?:訳|呼)|误译|误称|误作|所谓|誤譯|誤稱|誤作|所謂",
    re.IGNORECASE,
)


class Surroundings:
    """A document with its matches, and look-ups by match; offsets are half-open code points of the segment's text."""

    __slots__ = (
        *("_at", "_beside", "_full_names", "_lines", "_named", "_order", "_parts", "_quotations", "_sentences", "_wrong"),
        *("document", "matches"),
    )

    def __init__(self, document: Document, matches: Sequence[Match]) -> None:
        self.document = document
        self.matches = matches
        self._parts = {part.id: part for part in document.parts}
        self._order = {part.id: number for number, part in enumerate(document.parts)}
        self._sentences: dict[tuple[str, int], Ranges] = {}
        self._quotations: dict[tuple[str, int], Ranges] = {}
        self._lines: dict[str, Lines] = {}
        self._beside: dict[tuple[str, int], list[Match]] | None = None
        self._at: dict[tuple[str, int, int], Match] | None = None
        self._named: frozenset[str] | None = None
        self._wrong: defaultdict[str, dict[str, Match]] | None = None
        self._full_names: dict[str, str] | None = None

    def part(self, match: Match) -> Part:
        """Return the part the match is in."""
        return self._parts[match.part]

    def segment(self, match: Match) -> Segment:
        """Return the segment the match is in."""
        return self._parts[match.part].segments[match.segment]

    def text(self, match: Match) -> str:
        """Return the text of the segment, without markup."""
        return self.segment(match).text.text

    def shown(self, match: Match) -> str:
        """Return the matched words as a reader sees them: without markup, on one line."""
        return " ".join(self.text(match)[match.low : match.high].split())

    def sentence(self, match: Match) -> tuple[int, int]:
        """Return the sentence that holds the beginning of the match."""
        key = (match.part, match.segment)
        spans = self._sentences.get(key)
        if spans is None:
            segment = self.segment(match)
            spans = self._sentences[key] = list(sentence_spans(segment.text.text, segment.language))
        index = bisect_right(spans, (match.low, len(self.text(match)))) - 1
        return spans[index] if 0 <= index < len(spans) else (0, len(self.text(match)))

    def beside(self, match: Match) -> list[Match]:
        """Return the other matches in the sentence of the match."""
        if self._beside is None:
            grouped: defaultdict[tuple[str, int], list[Match]] = defaultdict(list)
            for each in self.matches:
                grouped[each.part, each.segment].append(each)
            self._beside = dict(grouped)
        low, high = self.sentence(match)
        group = self._beside.get((match.part, match.segment), [])
        key = attrgetter("low")
        return [each for each in group[bisect_left(group, low, key=key) : bisect_left(group, high, key=key)] if each is not match]

    def place(self, match: Match) -> tuple[int, int, int]:
        """Return where the match stands in the document: number of the part, of the segment, offset in its text."""
        return self._order[match.part], match.segment, match.low

    def named(self, termbase: Termbase) -> frozenset[str]:
        """Return the concepts that stand in the document by a right name: inside longer names too, and the members of pairs."""
        if self._named is None:
            hits = (each for match in self.matches if match.term.status is not Status.DEPRECATED for each in (match, *match.covers))
            right = {each.concept for each in hits if each.term.status is not Status.DEPRECATED}
            concepts = [concept for id in right if (concept := termbase.get(id)) is not None]
            self._named = frozenset(id for concept in concepts for id in (concept.id, *concept.members))
        return self._named

    def wrong_forms(self, concept: str) -> Mapping[str, Match]:
        """Return the deprecated forms of `concept` in the document, each with its first match."""
        if self._wrong is None:
            self._wrong = defaultdict(dict)
            for match in self.matches:
                if match.term.status is Status.DEPRECATED:
                    self._wrong[match.concept].setdefault(match.term.text, match)
        return self._wrong.get(concept, {})

    def full_name(self, concept: str) -> str:
        """Return the English full name by which the document names `concept` first, or ""."""
        if self._full_names is None:
            self._full_names = {}
            for match in self.matches:
                if match.term.language == ENGLISH and match.term.type is TermType.FULL:
                    self._full_names.setdefault(match.concept, match.term.text)
        return self._full_names.get(concept, "")

    def first_with(self, name: str, words: Sequence[str]) -> dict[str, tuple[int, int, int]]:
        """Return where `name` first stands before one of `words`, by the two as they stand there, folded; in one pass over the text."""
        found: dict[str, tuple[int, int, int]] = {}
        if not words:
            return found
        either = "|".join(re.escape(word).replace("\\ ", "[ -]") for word in sorted(words, key=len, reverse=True))
        after = re.compile(rf"[ -](?:{either})(?!\w)", re.IGNORECASE)
        size, wanted = len(name), name.casefold()
        for number, part in enumerate(self.document.parts):
            for index, segment in enumerate(part.segments):
                text = segment.text.text
                # Searching folded text is far faster than a pattern; where folding changes lengths the pattern would not match either.
                lower = text.lower()
                at = lower.find(wanted) if len(lower) == len(text) else -1
                while at >= 0:
                    match = after.match(text, at + size)
                    if match and not (at and (text[at - 1].isalnum() or text[at - 1] == "_")):
                        found.setdefault(folded(f"{text[at : at + size]} {text[at + size + 1 : match.end()]}"), (number, index, at))
                    at = lower.find(wanted, at + 1)
        return found

    def at(self, part: str, start: int, end: int) -> Match | None:
        """Return the match at exactly that span of a part's decoded text, or None."""
        if self._at is None:
            self._at = {(match.part, match.start, match.end): match for match in self.matches}
        return self._at.get((part, start, end))

    def quoted(self, match: Match) -> bool:
        """Whether the match stands in a block quotation or between quotation marks."""
        if self.segment(match).kind is SegmentKind.QUOTE:
            return True
        key = (match.part, match.segment)
        spans = self._quotations.get(key)
        if spans is None:
            spans = self._quotations[key] = _merged(quotation_spans(self.text(match)))
        index = bisect_right(spans, (match.low, len(self.text(match)))) - 1
        return index >= 0 and match.high <= spans[index][1]

    def as_word(self, match: Match) -> bool:
        """Whether the match is spoken about rather than used: quoted all by itself, or in a sentence about wrong renderings."""
        text = self.text(match)
        return quoted_as_word(text, match.low, match.high) or _MENTION.search(text, *self.sentence(match)) is not None

    def sic(self, match: Match) -> bool:
        """Whether the writer marked the match as it stands with [sic]."""
        return has_sic(self.text(match), match.high)

    def position(self, part: str, offset: int) -> Position:
        """Return line and column of a code point of a part's decoded text."""
        lines = self._lines.get(part)
        if lines is None:
            lines = self._lines[part] = Lines(self._parts[part].text)
        return lines.position(offset)


def _merged(spans: Sequence[tuple[int, int]]) -> Ranges:
    """Return the outermost ranges, in order: a quotation within a quotation changes nothing here."""
    merged: Ranges = []
    for low, high in sorted(spans):
        if merged and low < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged
