"""The matcher: finds the terms of a termbase in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from glossary.documents.model import Document, Part
from glossary.findings import Verdict
from glossary.matching.automaton import Automaton
from glossary.matching.candidates import Candidate, SegmentHits, candidates_in
from glossary.matching.context import Evidence, judge_context
from glossary.matching.match import Match
from glossary.matching.overlap import keep_longest
from glossary.matching.table import Table
from glossary.matching.verdict import Opinion
from glossary.model import Scope, Status, Termbase

_STATUS_RANK = {status: number for number, status in enumerate(Status)}


class Matcher:
    """A compiled termbase; safe to share, nothing in it changes."""

    def __init__(self, termbase: Termbase, table: Table, automaton: Automaton) -> None:
        self.termbase = termbase
        self.table = table
        self.automaton = automaton

    def find(self, document: Document, *, languages: Sequence[str] = ()) -> tuple[Match, ...]:
        """Return the accepted and the doubtful matches in `document`, by part, then start.

        A segment admits terms of its own language and region; `languages` are admitted besides. Overlaps are settled longest
        first; what lost is in `Match.covers`.
        """
        return tuple(match for match in self._matches(document, languages) if match.verdict is not Verdict.REJECT)

    def explain(self, document: Document, *, languages: Sequence[str] = ()) -> tuple[Match, ...]:
        """Return all matches in `document`, rejected hits with their reasons among them, by part, then start."""
        return tuple(self._matches(document, languages))

    def _matches(self, document: Document, languages: Sequence[str]) -> Iterator[Match]:
        also = frozenset(languages)
        segments = [hits for part in document.parts for hits in self._hits(part, also)]
        evidence = Evidence(segments)
        parts = {part.id: part.text for part in document.parts}
        for number, hits in enumerate(segments):
            yield from _settle(hits, number, evidence, parts[hits.part])

    def _hits(self, part: Part, also: frozenset[str]) -> Iterator[SegmentHits]:
        for number, segment in enumerate(part.segments):
            text, candidates = candidates_in(segment, self.termbase, self.table, self.automaton.find, also)
            if candidates:
                yield SegmentHits(part.id, number, segment, text, candidates)


def _settle(hits: SegmentHits, number: int, evidence: Evidence, source: str) -> Iterator[Match]:
    """Decide guards and overlaps in one segment; yield its matches by start, rejected hits in between."""
    surviving: list[Candidate] = []
    rejected: list[Candidate] = []
    for candidate in hits.candidates:
        judged = candidate
        if candidate.opinion.verdict is not Verdict.REJECT and candidate.term.guarded:
            opinion = judge_context(candidate, number, hits.text.text, evidence)
            if opinion.verdict is Verdict.REJECT:
                judged = candidate._replace(opinion=opinion)
        (rejected if judged.opinion.verdict is Verdict.REJECT else surviving).append(judged)
    kept = [_disambiguate(winner, losers, number, evidence) for winner, losers in keep_longest(surviving, _rank)]
    matches = [_match(hits, source, winner, losers) for winner, losers in kept]
    matches += [_match(hits, source, candidate, []) for candidate in rejected]
    return iter(sorted(matches, key=lambda match: (match.start, match.end, match.verdict is Verdict.REJECT)))


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


def _disambiguate(winner: Candidate, losers: list[Candidate], number: int, evidence: Evidence) -> tuple[Candidate, list[Candidate]]:
    """Choose among concepts that share the surface by their members named in the document; else the match is for review."""
    if winner.shield or winner.deprecated:
        return winner, losers
    rivals = [c for c in losers if (c.start, c.end) == (winner.start, winner.end) and _is_rival(winner, c)]
    if not rivals:
        return winner, losers
    support = {c.concept.id: evidence.count(c.concept.members, c, number, Scope.DOCUMENT) for c in (winner, *rivals)}
    best = max(support.values())
    leaders = [c for c in (winner, *rivals) if support[c.concept.id] == best]
    chosen = leaders[0]
    if len({c.concept.id for c in leaders}) > 1:
        names = ", ".join(dict.fromkeys(c.concept.id for c in leaders))
        chosen = chosen._replace(opinion=Opinion(Verdict.REVIEW, "verdict.ambiguous", {"concepts": names}))
    kept = [c for c in (winner, *losers) if (c.concept.id, c.entry) != (chosen.concept.id, chosen.entry)]
    return chosen, kept


def _is_rival(winner: Candidate, other: Candidate) -> bool:
    """Whether another concept has as good a claim to the same characters; relations of the concepts settle it."""
    one, two = winner.concept, other.concept
    if one.id == two.id or other.deprecated:
        return False
    related = {*one.broader, *one.narrower, *one.related}
    return two.id not in related and one.id not in {*two.broader, *two.narrower, *two.related}


def _match(hits: SegmentHits, source: str, candidate: Candidate, losers: Sequence[Candidate]) -> Match:
    start, end = hits.segment.text.hull(candidate.low, candidate.high)
    return Match(
        part=hits.part,
        start=start,
        end=end,
        matched=source[start:end],
        segment=hits.number,
        low=candidate.low,
        high=candidate.high,
        concept=candidate.concept.id,
        term=candidate.term,
        inflection=candidate.entry.inflection,
        verdict=candidate.opinion.verdict,
        reason=candidate.opinion.reason,
        reason_arguments=candidate.opinion.arguments,
        covers=tuple(_match(hits, source, loser, ()) for loser in sorted(losers, key=lambda c: (c.start, c.end))),
    )
