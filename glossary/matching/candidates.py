"""From hits in one segment to candidates: language, boundary, case and what touches the hit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from glossary.documents.model import Segment
from glossary.findings import Verdict
from glossary.languages import DEFAULT_REGION, ENGLISH, HAN_LANGUAGES, UNDECIDED, UNDECIDED_HAN
from glossary.matching.boundary import addresses, is_bounded
from glossary.matching.opinion import ACCEPTED, Opinion
from glossary.matching.table import Entry, Table
from glossary.matching.verdict import day_of_month, judge_neighbours
from glossary.model import Concept, Kind, Reason, Status, Term, Termbase
from glossary.text.fold import fold, folded
from glossary.text.mapped import MappedText

_MATTERS_OF_STYLE = frozenset({Reason.STYLE, Reason.REGISTER, Reason.POLITICAL, Reason.OUTDATED})
_SENTENCE_END = ".!?:;\"'“”‘’()[]•–—-"

Find = Callable[[bytes], Iterable[tuple[int, int, int]]]


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
    same_case: bool

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
    candidates: tuple[Candidate, ...]


def admitted_languages(segment: Segment, also: frozenset[str]) -> frozenset[str]:
    """Return the languages whose terms count in `segment`; undecided Han text admits all three, for review."""
    if segment.language == UNDECIDED_HAN:
        return HAN_LANGUAGES | also
    if segment.language in ("", UNDECIDED):
        return frozenset({ENGLISH}) | also
    return also | {segment.language}


def candidates_in(
    segment: Segment,
    termbase: Termbase,
    table: Table,
    find: Find,
    also: frozenset[str] = frozenset(),
) -> tuple[MappedText, tuple[Candidate, ...]]:
    """Return the folded text of `segment` and its candidates, rejected ones included, sorted by start and end."""
    text = fold(segment.text.text)
    data = text.text.encode("utf-8", "surrogatepass")
    hits = sorted(find(data))
    if not hits:
        return text, ()
    languages = admitted_languages(segment, also)
    closed = addresses(text.text)
    found: list[Candidate] = []
    for start, end, pattern in _code_points(data, hits):
        if any(low <= start and end <= high for low, high in closed) or not is_bounded(text.text, start, end):
            continue
        for entry in table.entries[pattern]:
            concept = termbase.concepts[entry.concept]
            term = concept.terms[entry.term]
            if _admits(segment, languages, concept, term, entry):
                candidate = _candidate(segment, text, start, end, concept, term, entry)
                if candidate is not None:
                    found.append(candidate)
    return text, tuple(found)


def _code_points(data: bytes, hits: list[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """Turn byte offsets into code points, from hit to hit."""
    if data.isascii():
        yield from hits
        return
    at = count = 0
    for start, end, pattern in hits:
        count += len(data[at:start].decode("utf-8", "surrogatepass"))
        at = start
        yield count, count + len(data[start:end].decode("utf-8", "surrogatepass")), pattern


def _admits(segment: Segment, languages: frozenset[str], concept: Concept, term: Term, entry: Entry) -> bool:
    if term.language not in languages and not (entry.latin and concept.kind is Kind.SHIELD):
        return False
    region = segment.region or DEFAULT_REGION.get(segment.language, "")
    return not term.region or not region or region in term.region or term.language != segment.language


def _candidate(segment: Segment, text: MappedText, start: int, end: int, concept: Concept, term: Term, entry: Entry) -> Candidate | None:
    low, high = text.hull(start, end)
    high = _with_variation(segment.text.text, high)
    if high < len(segment.text.text) and _cuts_grapheme(segment.text.text, high):
        return None
    written = fold(segment.text.text[low:high], case=False).text
    if entry.exact and written != entry.exact and not _raised(entry.exact, written, text.text, start):
        return None
    opinion = _judge(segment, text.text, start, end, entry)
    return Candidate(start, end, low, high, concept, term, entry, opinion, written == folded(term.text, case=False))


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
    while high < len(text) and ("\ufe00" <= text[high] <= "\ufe0f" or "\U000e0100" <= text[high] <= "\U000e01ef"):
        high += 1
    return high


def _cuts_grapheme(text: str, at: int) -> bool:
    return text[at] in "\u3099\u309a\u200d" or "\u0300" <= text[at] <= "\u036f"


def _raised(exact: str, written: str, text: str, start: int) -> bool:
    """Whether the first letter is a capital only because a sentence begins with it."""
    if not exact[:1].islower() or written != exact[:1].upper() + exact[1:]:
        return False
    ahead = text[max(0, start - 8) : start].rstrip()
    return not ahead or ahead[-1] in _SENTENCE_END
