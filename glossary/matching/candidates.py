"""From hits in one segment to candidates: language, boundary, case and what touches the hit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from glossary.documents.model import Segment
from glossary.findings import Verdict
from glossary.languages import DEFAULT_REGION, ENGLISH, HAN_LANGUAGES, UNDECIDED, UNDECIDED_HAN
from glossary.matching.boundary import addresses, is_bounded
from glossary.matching.hits import TextHits
from glossary.matching.opinion import ACCEPTED, Opinion
from glossary.matching.table import Entry, Table
from glossary.matching.verdict import day_of_month, judge_neighbours
from glossary.model import Concept, Kind, Reason, Status, Term, Termbase
from glossary.text.fold import folded
from glossary.text.mapped import MappedText

_MATTERS_OF_STYLE = frozenset({Reason.STYLE, Reason.REGISTER, Reason.POLITICAL, Reason.OUTDATED})
_LAST_SIMPLE = "\u02ff"  # nothing before it combines
_SENTENCE_END = ".!?:;\"'“”‘’()[]•–—-"


class Candidate(NamedTuple):
    """A term that may stand at [start, end) of the folded text, which is [low, high) of the segment's text."""

    start: int
    end: int
    low: int
    high: int
    concept: Concept
    term: Term
    entry: Entry
    opinion: Opinion
    shown: str  # the segment's text from low to high

    @property
    def same_case(self) -> bool:
        """Whether the text has the capitals of the term."""
        return folded(self.shown, case=False) == folded(self.term.text, case=False)

    @property
    def deprecated(self) -> bool:
        return self.term.status is Status.DEPRECATED

    @property
    def misnamed(self) -> bool:
        """Whether the form is the name of something else or of nothing: deprecated for more than style, register or stance."""
        return self.deprecated and self.term.reason not in _MATTERS_OF_STYLE

    @property
    def shield(self) -> bool:
        return self.concept.kind is Kind.SHIELD


class SegmentHits(NamedTuple):
    """The candidates of one segment; `number` counts the segments of a part."""

    part: str
    number: int
    segment: Segment
    text: MappedText  # folded
    candidates: Sequence[Candidate]


def admitted_languages(segment: Segment, also: frozenset[str]) -> frozenset[str]:
    """Return the languages whose terms count in `segment`; undecided Han text admits all three, for review."""
    if segment.language == UNDECIDED_HAN:
        return HAN_LANGUAGES | also
    if segment.language in ("", UNDECIDED):
        return frozenset({ENGLISH}) | also
    return also | {segment.language}


class Target(NamedTuple):
    """What a surface stands for."""

    concept: Concept
    term: Term
    entry: Entry


class Targets(dict[int, tuple[Target, ...]]):
    """What each surface of the table stands for, looked up when it is first hit."""

    def __init__(self, termbase: Termbase, table: Table) -> None:
        self._concepts = termbase.concepts
        self._entries = table.entries

    def __missing__(self, pattern: int) -> tuple[Target, ...]:
        found = self[pattern] = tuple(map(self._target, self._entries[pattern]))
        return found

    def _target(self, entry: Entry) -> Target:
        concept = self._concepts[entry.concept]
        return Target(concept, concept.terms[entry.term], entry)


def candidates_in(segment: Segment, found: TextHits, targets: Targets, also: frozenset[str] = frozenset()) -> Sequence[Candidate]:
    """Return the candidates among the hits in `segment`, rejected ones included, sorted by start and end."""
    text, source = found.folded.text, segment.text.text
    languages = admitted_languages(segment, also)
    region = segment.region or DEFAULT_REGION.get(segment.language, "")
    closed = addresses(text)
    candidates: list[Candidate] = []
    for start, end, pattern in found.hits:
        if not is_bounded(text, start, end) or (closed and any(low <= start and end <= high for low, high in closed)):
            continue
        admitted = [target for target in targets[pattern] if _admits(segment, languages, region, target)]
        if not admitted:
            continue
        low, high = found.folded.hull(start, end)
        high = _with_variation(source, high)
        if high < len(source) and _cuts_grapheme(source, high):
            continue
        shown = source[low:high]
        for concept, term, entry in admitted:
            if not entry.exact or _has_capitals(entry.exact, shown, text, start):
                opinion = _judge(segment, text, start, end, entry)
                candidates.append(Candidate(start, end, low, high, concept, term, entry, opinion, shown))
    return candidates


def _has_capitals(exact: str, shown: str, text: str, start: int) -> bool:
    written = folded(shown, case=False)
    return written == exact or _raised(exact, written, text, start)


def _admits(segment: Segment, languages: frozenset[str], region: str, target: Target) -> bool:
    concept, term, entry = target
    if term.language not in languages and not (entry.latin and concept.kind is Kind.SHIELD):
        return False
    return not term.region or not region or region in term.region or term.language != segment.language


def _judge(segment: Segment, text: str, start: int, end: int, entry: Entry) -> Opinion:
    if entry.neighbours is not None:
        opinion = judge_neighbours(text, start, end, entry.neighbours)
        if opinion.verdict is not Verdict.ACCEPT:
            return opinion
    if entry.short:
        day = day_of_month(text, start, end)
        if day is not None:
            return day
    if segment.language == UNDECIDED_HAN or not segment.decided:
        return Opinion(Verdict.REVIEW, "verdict.language")
    return ACCEPTED


def _with_variation(text: str, high: int) -> int:
    """Take a variation selector after the last character along: 葛󠄀 is one character to its reader."""
    while (
        high < len(text)
        and text[high] > _LAST_SIMPLE
        and ("\ufe00" <= text[high] <= "\ufe0f" or "\U000e0100" <= text[high] <= "\U000e01ef")
    ):
        high += 1
    return high


def _cuts_grapheme(text: str, at: int) -> bool:
    return text[at] > _LAST_SIMPLE and (text[at] in "\u3099\u309a\u200d" or "\u0300" <= text[at] <= "\u036f")


def _raised(exact: str, written: str, text: str, start: int) -> bool:
    """Whether the first letter is a capital only because a sentence begins with it."""
    if not exact[:1].islower() or written != exact[:1].upper() + exact[1:]:
        return False
    ahead = text[max(0, start - 8) : start].rstrip()
    return not ahead or ahead[-1] in _SENTENCE_END
