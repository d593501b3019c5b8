"""From candidates to what stays: guards, overlaps, homographs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from glossary.findings import Verdict
from glossary.matching.candidates import Candidate, SegmentHits
from glossary.matching.context import Evidence, judge_context
from glossary.matching.opinion import Opinion
from glossary.matching.overlap import keep_longest
from glossary.model import Scope, Status

_STATUS_RANK = {status: number for number, status in enumerate(Status)}


_IN_A_ROW = frozenset({"verdict.row", "verdict.list"})


class Settled(NamedTuple):
    """A candidate that stays, with the hits that lost to it, or one that was rejected."""

    candidate: Candidate
    losers: Sequence[Candidate] = ()


class Settler:
    """Decides the segments of one document."""

    def __init__(self, evidence: Evidence, layers: Sequence[str]) -> None:
        self._evidence = evidence
        self._depth = {title: depth for depth, title in enumerate(layers)}

    def settle(self, hits: SegmentHits, number: int) -> Iterator[Settled]:
        """Yield what stays of segment `number`, overlaps settled longest first, then the rejected hits."""
        if len(hits.candidates) == 1 and not hits.candidates[0].term.guarded:
            yield Settled(hits.candidates[0])  # as in most paragraphs
            return
        surviving: list[Candidate] = []
        rejected: list[Candidate] = []
        for candidate in hits.candidates:
            judged = candidate
            if candidate.opinion.verdict is not Verdict.REJECT and candidate.term.guarded:
                opinion = judge_context(candidate, number, hits.text.text, self._evidence)
                if opinion.verdict is Verdict.REJECT:
                    judged = candidate._replace(opinion=opinion)
            (rejected if judged.opinion.verdict is Verdict.REJECT else surviving).append(judged)
        for winner, losers in _kept(surviving):
            yield self._disambiguate(winner, losers, number)
        yield from map(Settled, rejected)

    def _disambiguate(self, winner: Candidate, losers: list[Candidate], number: int) -> Settled:
        """Choose among concepts that share the surface: the latest layer's, then by members named in the document; else it is for review.

        A desk that gives a name to a concept of its own means that one in its texts.
        """
        if winner.shield or winner.deprecated:
            return Settled(winner, losers)
        rivals = [c for c in losers if (c.start, c.end) == (winner.start, winner.end) and _is_rival(winner, c)]
        if not rivals:
            return Settled(winner, losers)
        latest = max(self._layer(c) for c in (winner, *rivals))
        claims = [c for c in (winner, *rivals) if self._layer(c) == latest]
        support = {c.concept.id: self._evidence.count(c.concept.members, c, number, Scope.DOCUMENT) for c in claims}
        best = max(support.values())
        leaders = [c for c in claims if support[c.concept.id] == best]
        chosen = leaders[0]
        if len({c.concept.id for c in leaders}) > 1:
            names = ", ".join(dict.fromkeys(c.concept.id for c in leaders))
            chosen = chosen._replace(opinion=Opinion(Verdict.REVIEW, "verdict.ambiguous", {"concepts": names}))
        return Settled(chosen, [c for c in (winner, *losers) if (c.concept.id, c.entry) != (chosen.concept.id, chosen.entry)])

    def _layer(self, candidate: Candidate) -> int:
        return self._depth.get(candidate.concept.layer, 0)


def _kept(surviving: Sequence[Candidate]) -> list[tuple[Candidate, list[Candidate]]]:
    """Return winners and losers; a pair that is only part of a row of states stays where nothing else holds its place.

    In "Japan, the Philippines and the United States" three states are named, and no pair.
    """
    kept = keep_longest((one for one in surviving if one.opinion.reason not in _IN_A_ROW), _rank)
    rows = [one for one in surviving if one.opinion.reason in _IN_A_ROW]
    for winner, losers in keep_longest(rows, _rank) if rows else ():
        held = next((others for other, others in kept if other.start < winner.end and winner.start < other.end), None)
        if held is None:
            kept.append((winner, losers))
        else:
            held += [winner, *losers]
    return kept


def _rank(candidate: Candidate) -> tuple[int, ...]:
    """Order candidates of one span: shields, forms asked for by their context, the term as written, better status, term order."""
    return (
        not candidate.shield,
        not (candidate.deprecated and candidate.term.guarded),
        not candidate.same_case,
        not candidate.entry.literal,
        _STATUS_RANK[candidate.term.status],
        candidate.term.derived,
        candidate.entry.concept,
        candidate.entry.term,
    )


def _is_rival(winner: Candidate, other: Candidate) -> bool:
    """Whether another concept has as good a claim to the same characters; relations of the concepts settle it."""
    one, two = winner.concept, other.concept
    if one.id == two.id or other.deprecated:
        return False
    related = {*one.broader, *one.narrower, *one.related}
    return two.id not in related and one.id not in {*two.broader, *two.narrower, *two.related}
