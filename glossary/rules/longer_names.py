"""When a wrong form is part of a longer name that the termbase does not know, or short for one it does.

Bank of England is not the state, the Ukraine war has its article from the war, Nissin after Nissin Foods is the company. A
missed error is forgiven sooner than a foolish finding, so what looks like a name is taken for one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from glossary.documents.model import SegmentKind
from glossary.languages import ENGLISH
from glossary.matching.match import Match
from glossary.model import Concept, Kind, Status, Termbase
from glossary.rules.slots import Slot, before_name, slot
from glossary.rules.surroundings import Surroundings
from glossary.rules.words import COMPANY_WORDS, INSTITUTIONS, OFFICES
from glossary.text.fold import folded
from glossary.text.script import script

_BEFORE = frozenset({"New", "Little", "Old", "Greater"})
_OF = re.compile(r"([A-Z][\w’'-]*) of (?:the )?\Z")
_PREVIOUS = re.compile(r"([A-Z]\w*)[ -]\Z")
_NEXT = re.compile(r"[ -]([A-Z]\w*)")
_REACH = 40  # code points looked back for the head of a name


def in_longer_name(match: Match, around: Surroundings) -> bool:
    """Whether a match is a piece of a longer English name: Bank of England, New England, the Ukraine war."""
    text = around.text(match)
    if match.term.language != ENGLISH:
        return False
    if match.term.text.lower().startswith("the ") and (
        slot(text, match.low + len("the "), match.high) is Slot.ATTRIBUTIVE or before_name(text, match.high)
    ):
        return True
    if not match.term.text[:1].isupper():
        return False
    previous = _PREVIOUS.search(text, max(0, match.low - _REACH), match.low)
    if previous and previous.group(1) in _BEFORE:
        return True
    following = _NEXT.match(text, match.high)
    if following and following.group(1) in COMPANY_WORDS:
        return True
    return _head_of_name(match, around)


class Protected(NamedTuple):
    """A longer name of something else, folded, and the number of the match it first stood at."""

    form: str
    concept: str
    first: int


def protected_names(around: Surroundings, termbase: Termbase) -> tuple[Protected, ...]:
    """Return the names of shields and organisations in a document, each where it first stands."""
    seen: dict[tuple[str, str], int] = {}
    for number, match in enumerate(around.matches):
        concept = termbase.get(match.concept)
        if match.term.status is not Status.DEPRECATED and concept is not None and concept.kind in (Kind.SHIELD, Kind.ORGANISATION):
            seen.setdefault((folded(around.shown(match)), match.concept), number)
    return tuple(Protected(form, concept_id, number) for (form, concept_id), number in seen.items())


def short_for_shield(match: Match, number: int, around: Surroundings, names: tuple[Protected, ...], termbase: Termbase) -> bool:
    """Whether a protected longer name that begins with match `number` came before it, and nothing else in the sentence
    speaks for the concept."""
    form = folded(around.shown(match))
    if not any(name.first < number and name.concept != match.concept and _begins(name.form, form) for name in names):
        return False
    evidence = _evidence(termbase.get(match.concept), match)
    return not any(each.concept in evidence and each.term != match.term for each in around.beside(match))


def _head_of_name(match: Match, around: Surroundings) -> bool:
    text = around.text(match)
    found = _OF.search(text, max(0, match.low - _REACH), match.low)
    if found is None:
        return False
    head = found.group(1)
    if head in INSTITUTIONS:
        return True
    # Capitals say nothing at the beginning of a sentence and in a headline.
    low, _ = around.sentence(match)
    begins = not any(char.isalnum() for char in text[low : found.start(1)])
    return head not in OFFICES and not begins and around.segment(match).kind is not SegmentKind.HEADING


def _begins(longer: str, form: str) -> bool:
    rest = longer[len(form) :]
    return longer.startswith(form) and bool(rest) and not (script(rest[0]) == "word" and script(form[-1]) == "word")


def _evidence(concept: Concept | None, match: Match) -> frozenset[str]:
    near = match.term.near.concepts if match.term.near else ()
    if concept is None:
        return frozenset(near)
    return frozenset({concept.id, *concept.members, *concept.broader, *concept.narrower, *concept.related, *near})
