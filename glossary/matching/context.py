"""What else is named around a hit: the evidence that `near` and `unless` ask for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from glossary.findings import Verdict
from glossary.matching.candidates import Candidate, SegmentHits
from glossary.matching.opinion import ACCEPTED, Opinion
from glossary.matching.verdict import next_to, previous_to
from glossary.model import Near, Scope, Unless
from glossary.text.fold import folded
from glossary.text.sentences import sentence_spans


class Evidence:
    """The concepts named unconditionally in a document, before overlaps are settled.

    Counted are terms without context guard, with the members of a matched bilateral; never a wrong name, nor a hit inside a
    candidate of one (Singapore inside Japan-Singapore). A form that only a house style forbids still names its concept. There is no
    recursion: a guarded term is evidence for nothing.
    """

    def __init__(self, segments: Sequence[SegmentHits]) -> None:
        self._segments = segments
        self._sentences: dict[int, tuple[tuple[int, int], ...]] = {}

    @cached_property
    def _places(self) -> dict[str, dict[int, list[tuple[int, int]]]]:
        """Concept → number of the segment → (low, high) in its text, by low; few documents ask."""
        places: dict[str, dict[int, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
        for number, hits in enumerate(self._segments):
            for candidate in _unconditional(hits.candidates):
                for id in (candidate.concept.id, *candidate.concept.members):
                    places[id][number].append((candidate.low, candidate.high))
        return places

    def count(self, concepts: Iterable[str], candidate: Candidate, number: int, scope: Scope) -> int:
        """Return how many of `concepts` are named within `scope` of `candidate` in segment `number`, outside its own span."""
        return sum(self._is_named(id, candidate, number, scope) for id in concepts if id in self._places)

    def _is_named(self, id: str, candidate: Candidate, number: int, scope: Scope) -> bool:
        segments = self._places[id]
        if scope is Scope.DOCUMENT and any(other != number for other in segments):
            return True
        low, high = (0, len(self._segments[number].segment.text))
        if scope is Scope.SENTENCE:
            low, high = self._sentence(number, candidate.low)
        places = segments.get(number, [])
        for at in range(bisect_left(places, (low, 0)), len(places)):
            place = places[at]
            if place[0] >= high:
                return False
            if place[1] <= candidate.low or candidate.high <= place[0]:
                return True
            if id == candidate.concept.id and place[1] - place[0] > candidate.high - candidate.low:
                return True  # 外交部长彼得斯 speaks for 彼得斯
        return False

    def _sentence(self, number: int, offset: int) -> tuple[int, int]:
        if number not in self._sentences:
            segment = self._segments[number].segment
            self._sentences[number] = sentence_spans(segment.text.text, segment.language)
        spans = self._sentences[number]
        return spans[bisect_right(spans, offset, key=lambda span: span[0]) - 1]


def _unconditional(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the evidence among the candidates of one segment, which come by start."""
    reach = [(c.start, c.end) for c in candidates if c.misnamed or (c.shield and c.opinion.verdict is Verdict.ACCEPT)]
    starts = [start for start, _ in reach]
    ends = list(accumulate((end for _, end in reach), max))
    for candidate in candidates:
        if candidate.shield or candidate.misnamed or candidate.term.guarded:
            continue
        if candidate.opinion.verdict is not Verdict.ACCEPT:
            continue
        before = bisect_right(starts, candidate.start)
        if not before or ends[before - 1] < candidate.end:
            yield candidate


def judge_context(candidate: Candidate, number: int, text: str, evidence: Evidence) -> Opinion:
    """Decide the guards of `candidate` in segment `number`, whose folded text is `text`."""
    term = candidate.term
    if term.only_when is not None:
        return Opinion(Verdict.REJECT, "verdict.only-when", {"source": term.only_when.source})
    if term.near is not None and not _is_near(term.near, candidate, number, evidence):
        return Opinion(Verdict.REJECT, "verdict.near", {"concepts": ", ".join(term.near.concepts), "within": term.near.within.value})
    if term.unless is not None:
        return _judge_unless(term.unless, candidate, number, text, evidence)
    return ACCEPTED


def _is_near(near: Near, candidate: Candidate, number: int, evidence: Evidence) -> bool:
    return evidence.count(near.concepts, candidate, number, near.within) >= near.at_least


def _judge_unless(unless: Unless, candidate: Candidate, number: int, text: str, evidence: Evidence) -> Opinion:
    for word in unless.next:
        if next_to(text, candidate.end, folded(word)):
            return Opinion(Verdict.REJECT, "verdict.unless-next", {"next": word})
    for word in unless.previous:
        if previous_to(text, candidate.start, folded(word)):
            return Opinion(Verdict.REJECT, "verdict.unless-previous", {"previous": word})
    if unless.concepts and evidence.count(unless.concepts, candidate, number, unless.within):
        return Opinion(Verdict.REJECT, "verdict.unless", {"concepts": ", ".join(unless.concepts), "within": unless.within.value})
    return ACCEPTED
