"""The matcher: finds the terms of a termbase in a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from glossary.documents.model import Document, Part
from glossary.documents.segments import texts_of
from glossary.findings import Verdict
from glossary.matching.automaton import Automaton
from glossary.matching.candidates import Candidate, SegmentHits, Targets, candidates_in
from glossary.matching.chains import Shorthands
from glossary.matching.context import Evidence
from glossary.matching.definitions import judge_defined, redefined
from glossary.matching.derived import Derived, of_termbase
from glossary.matching.hits import hits_in
from glossary.matching.match import Match
from glossary.matching.settling import Settler
from glossary.matching.table import Table
from glossary.matching.votes import voted
from glossary.model import Termbase


class Matcher:
    """A compiled termbase; safe to share, nothing in it changes."""

    def __init__(
        self, termbase: Termbase, table: Table, automaton: Automaton, shorthands: Shorthands, derived: Derived | None = None
    ) -> None:
        """Take what `compile` makes of a termbase; `shorthands` are the one-character ones of states by language.

        `derived` are the wrong forms that follow from the termbase; where none are given they are worked out when asked for.
        """
        self.termbase = termbase
        self.table = table
        self._targets = Targets(termbase, table)
        self.automaton = automaton
        self.shorthands = shorthands
        self.derived = derived or of_termbase(termbase)

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
        if other := redefined(segments):
            segments = [hits._replace(candidates=tuple(judge_defined(hits.candidates, hits.segment.text.text, other))) for hits in segments]
        evidence = Evidence(segments)
        parts = {part.id: part.text for part in document.parts}
        settler = Settler(evidence, [layer.title for layer in self.termbase.layers])
        for number, hits in enumerate(segments):
            matches = [_match(hits, parts[hits.part], *settled) for settled in settler.settle(hits, number)]
            yield from sorted(matches, key=_by_place) if len(matches) > 1 else matches

    def _hits(self, part: Part, also: frozenset[str]) -> Iterator[SegmentHits]:
        for found in hits_in(texts_of(part.segments), self.automaton.find):
            segment = part.segments[found.number]
            candidates = candidates_in(segment, found, self._targets, also)
            if candidates:
                candidates = voted(candidates, found.folded.text, self.shorthands)
                yield SegmentHits(part.id, found.number, segment, found.folded, candidates)


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
        covers=tuple(_match(hits, source, loser, ()) for loser in sorted(losers, key=_place)) if losers else (),
    )


def _by_place(match: Match) -> tuple[int, int, bool]:
    return match.start, match.end, match.verdict is Verdict.REJECT


def _place(candidate: Candidate) -> tuple[int, int]:
    return candidate.start, candidate.end
