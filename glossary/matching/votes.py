"""The votes that cost more than a look at the neighbours: on short Han hits, and on pairs of states in longer rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from glossary.findings import Verdict
from glossary.languages import ENGLISH
from glossary.matching.candidates import Candidate
from glossary.matching.chains import Shorthands, judge_list, judge_row
from glossary.matching.opinion import Opinion
from glossary.matching.tokens import judge_tokens
from glossary.model import Kind


def voted(found: Sequence[Candidate], text: str, shorthands: Shorthands) -> Iterator[Candidate]:
    """Yield the candidates of one segment, whose folded text is `text`, after the votes."""
    states: frozenset[int] | None = None
    for candidate in found:
        opinion = candidate.opinion
        if opinion.verdict is Verdict.ACCEPT and candidate.entry.short:
            opinion = _vote(candidate, text, shorthands)
        elif opinion.verdict is Verdict.ACCEPT and _is_pair(candidate) and " and " in text[candidate.start : candidate.end]:
            if states is None:
                states = frozenset(other.end for other in found if other.concept.kind in (Kind.STATE, Kind.TERRITORY))
            opinion = judge_list(text, candidate.start, states)
        yield candidate if opinion is candidate.opinion else candidate._replace(opinion=opinion)


def _vote(candidate: Candidate, text: str, shorthands: Shorthands) -> Opinion:
    """Return what the words around a short Han hit say of it, and the states in a row with it."""
    start, end, language = candidate.start, candidate.end, candidate.term.language
    opinion = judge_tokens(text, start, end, language)
    known = shorthands.get(language, frozenset())
    if opinion.verdict is Verdict.ACCEPT and candidate.concept.kind is Kind.BILATERAL and known:
        return judge_row(text, start, end, language, known)
    return opinion


def _is_pair(candidate: Candidate) -> bool:
    return candidate.concept.kind is Kind.BILATERAL and candidate.term.language == ENGLISH
