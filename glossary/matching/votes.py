"""The votes that cost more than a look at the neighbours: on short Han hits, and on pairs of states in longer rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from glossary.findings import Verdict
from glossary.languages import ENGLISH
from glossary.matching.candidates import Candidate
from glossary.matching.chains import Shorthands, judge_list, judge_row
from glossary.matching.opinion import ACCEPTED, Opinion
from glossary.matching.senses import judge_pair
from glossary.matching.tokens import judge_tokens
from glossary.model import Kind

_SHORT_PAIR = 4  # code points: 日・NZ


def voted(found: Sequence[Candidate], text: str, shorthands: Shorthands) -> Sequence[Candidate]:
    """Return the candidates of one segment, whose folded text is `text`, after the votes."""
    if not any(candidate.entry.short or candidate.concept.kind is Kind.BILATERAL for candidate in found):
        return found
    return tuple(_voted(found, text, shorthands))


def _voted(found: Sequence[Candidate], text: str, shorthands: Shorthands) -> Iterator[Candidate]:
    pairs = any(_is_english_pair(candidate, text) for candidate in found)
    states = [other for other in found if other.concept.kind in (Kind.STATE, Kind.TERRITORY)] if pairs else []
    starts, ends = {state.start for state in states}, {state.end for state in states}
    for candidate in found:
        opinion = candidate.opinion
        if opinion.verdict is Verdict.ACCEPT:
            if _is_english_pair(candidate, text):
                opinion = judge_list(text, candidate.start, candidate.end, starts, ends)
            elif candidate.entry.short or _is_short_pair(candidate):
                opinion = _vote(candidate, text, shorthands)
        yield candidate if opinion is candidate.opinion else candidate._replace(opinion=opinion)


def _vote(candidate: Candidate, text: str, shorthands: Shorthands) -> Opinion:
    """Return what the words around a short Han hit say of it, and for a pair of states what is in a row with it."""
    start, end, language = candidate.start, candidate.end, candidate.term.language
    opinion = judge_tokens(text, start, end, language) if candidate.entry.short else ACCEPTED
    if opinion.verdict is Verdict.ACCEPT and _is_short_pair(candidate):
        opinion = judge_pair(text, start, end, language)
    if opinion.verdict is Verdict.ACCEPT and _is_short_pair(candidate):
        opinion = judge_row(text, start, end, language, shorthands.get(language, frozenset()))
    return opinion


def _is_english_pair(candidate: Candidate, text: str) -> bool:
    """Whether it names both states: Japan and New Zealand, Japan-Singapore, but not Nissin."""
    if candidate.concept.kind is not Kind.BILATERAL or candidate.term.language != ENGLISH:
        return False
    return "-" in (hit := text[candidate.start : candidate.end]) or " and " in hit


def _is_short_pair(candidate: Candidate) -> bool:
    """Whether it is a pair of states in shorthands: 日中, 豪NZ; a row of three is none."""
    short = candidate.end - candidate.start <= _SHORT_PAIR
    return short and candidate.concept.kind is Kind.BILATERAL and len(candidate.concept.members) < 3 and candidate.term.language != ENGLISH
