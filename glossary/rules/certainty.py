"""How sure it is that a listed wrong form is the wrong name of its concept here, and not the right one of something else.

Nissin is also a company, Japan-Singapore also a pair of states. Where the document itself does not speak for the concept, the
match is for review: information, and never fixed.
"""

from __future__ import annotations

from msgspec.structs import replace

from glossary.findings import Verdict
from glossary.languages import ENGLISH
from glossary.matching.match import Match
from glossary.model import Kind, Status, Termbase
from glossary.rules.slots import acts_as_states
from glossary.rules.surroundings import Surroundings
from glossary.text.patterns import deferred

WEAK = "verdict.weak"
AMBIGUOUS = "verdict.right-name"
ALONE = "verdict.alone"
_GLOSS = deferred(r"[(（][^()（）]*[)）]")
_LONGEST_GLOSS = 200  # code points


def weighed(match: Match, around: Surroundings, termbase: Termbase) -> Match:
    """Return `match`, for review where its document gives too little reason to call it wrong.

    - A form that is also the right name of another concept wants a witness: another wrong form of its own concept.
    - A guarded form of two states wants both of them in the document, or words around it that are said of states.
    - A table cell or list item that has nothing else says nothing.
    """
    if match.verdict is not Verdict.ACCEPT:
        return match
    if _is_right_name(match) and not _has_witness(match, around):
        return _for_review(match, AMBIGUOUS)
    concept = termbase.get(match.concept)
    if concept is None or concept.kind is not Kind.BILATERAL or match.term.near is None or match.term.language != ENGLISH:
        return match
    text = around.text(match)
    if _is_alone(text[: match.low], text[match.high :]):
        return _for_review(match, ALONE)
    certain = around.named(termbase).issuperset(concept.members) or acts_as_states(text, match.low, match.high)
    return match if certain else _for_review(match, WEAK)


def _is_alone(before: str, after: str) -> bool:
    """Whether nothing else is said, but for a gloss: | Nissin | or - Nissin (instant noodles)."""
    return not any(char.isalnum() for char in before + _GLOSS.sub("", after[:_LONGEST_GLOSS]) + after[_LONGEST_GLOSS:])


def _for_review(match: Match, reason: str) -> Match:
    return replace(match, verdict=Verdict.REVIEW, reason=reason)


def _is_right_name(match: Match) -> bool:
    """Whether another concept calls itself exactly this."""
    return any(
        lost.concept != match.concept and (lost.start, lost.end) == (match.start, match.end) and lost.term.status is Status.PREFERRED
        for lost in match.covers
    )


def _has_witness(match: Match, around: Surroundings) -> bool:
    wrong = around.wrong_forms(match.concept)
    return any(text != match.term.text and not _is_right_name(other) for text, other in wrong.items())
