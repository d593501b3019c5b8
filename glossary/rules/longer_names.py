"""When a wrong form is part of a longer name that the termbase does not know, or short for one it does.

Bank of England is not the state, the Ukraine war has its article from the war, Nissin after Nissin Foods is the company. A
missed error is forgiven sooner than a foolish finding, so what looks like a name is taken for one.
"""

from __future__ import annotations

from typing import NamedTuple

from glossary.documents.model import SegmentKind
from glossary.languages import ENGLISH
from glossary.matching.match import Match
from glossary.model import Concept, Kind, Status, Termbase
from glossary.rules.slots import Slot, before_name, is_head, slot
from glossary.rules.surroundings import Surroundings
from glossary.rules.words import COMPANY_WORDS, INSTITUTIONS, MODIFIERS, OFFICES, TITLES_AND_DATES
from glossary.text.fold import folded
from glossary.text.patterns import deferred
from glossary.text.script import is_cjk, script

_BEFORE = frozenset({"New", "Little", "Old", "Greater"})
_OF = deferred(r"([A-Z][\w’'-]*) of (?:the )?\Z")
_PREVIOUS = deferred(r"([A-Z]\w*)[ -]\Z")
_NEXT = deferred(r"[ -]([A-Z]\w*)")
_DASHED = deferred(r"\w[-‐‑–]\w")
_CHAIN_AFTER = deferred(r"[-‐‑–](?=[A-Z])")
_CHAIN_BEFORE = deferred(r"\w[-‐‑–]\Z")
_GLOSS = deferred(r"\s?[(（\[]([^)）\]]{1,40})[)）\]]")
_REACH = 40  # code points looked back for the head of a name


def in_longer_name(match: Match, around: Surroundings) -> bool:
    """Whether a match is a piece of a longer English name: Bank of England, New England, the Ukraine war, Nissin Airport Services."""
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
    return _in_chain(match, text) or _before_name_word(match, around) or _head_of_name(match, around)


def is_glossed(match: Match, around: Surroundings) -> bool:
    """Whether the match is explained in brackets by Han or kana that are not what it was misread from: Nissin (日清)."""
    gloss = _GLOSS.match(around.text(match), match.high)
    return gloss is not None and any(is_cjk(char) for char in gloss[1]) and not (match.term.origin and match.term.origin in gloss[1])


def _in_chain(match: Match, text: str) -> bool:
    """Whether a pair is part of a longer chain of names: Japan-Singapore-New Zealand."""
    if not _DASHED.search(match.term.text):
        return False
    return _CHAIN_AFTER.match(text, match.high) is not None or _CHAIN_BEFORE.search(text, max(0, match.low - 2), match.low) is not None


def _before_name_word(match: Match, around: Surroundings) -> bool:
    """Whether the next word makes a name of both: a word of companies, or after one word any capitalised one that is no head
    of dealings between states. Capitals say nothing in a headline."""
    following = _NEXT.match(around.text(match), match.high)
    if following is None:
        return False
    word = following[1]
    if word in COMPANY_WORDS:
        return True
    if " " in match.term.text or _DASHED.search(match.term.text) or around.segment(match).kind is SegmentKind.HEADING:
        return False
    lower = word.lower()
    return not (word.isupper() or is_head(lower) or lower in MODIFIERS or word in TITLES_AND_DATES)


class Protected(NamedTuple):
    """A longer name of something else, folded, and the place where it first stands: number of the part, segment, offset."""

    form: str
    concept: str
    first: tuple[int, int, int]


def protected_names(around: Surroundings, termbase: Termbase) -> tuple[Protected, ...]:
    """Return the longer names in a document that a wrong form may be short for, each where it first stands.

    These are shields, organisations, and a wrong form with a word that its guard `unless.next` names (Nisshin City).
    """
    seen: dict[tuple[str, str], tuple[int, int, int]] = {}
    for match in around.matches:
        concept = termbase.get(match.concept)
        if match.term.status is not Status.DEPRECATED and concept is not None and concept.kind in (Kind.SHIELD, Kind.ORGANISATION):
            seen.setdefault((folded(around.shown(match)), match.concept), around.place(match))
    for term in {match.term.text: match.term for match in around.matches if match.term.status is Status.DEPRECATED}.values():
        for form, place in around.first_with(term.text, term.unless.next if term.unless else ()).items():
            seen.setdefault((form, ""), place)
    return tuple(Protected(form, concept_id, first) for (form, concept_id), first in seen.items())


def short_for_shield(match: Match, around: Surroundings, names: tuple[Protected, ...], termbase: Termbase) -> bool:
    """Whether a protected longer name that begins with the match came before it, and nothing else in the sentence speaks
    for the concept. A headline comes before the full name, so for it a later one counts."""
    form, here = folded(around.shown(match)), around.place(match)
    headline = around.segment(match).kind is SegmentKind.HEADING and slot(around.text(match), match.low, match.high) is Slot.NOUN
    longer = (name for name in names if name.concept != match.concept and _begins(name.form, form))
    if not any(headline or name.first < here for name in longer):
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
