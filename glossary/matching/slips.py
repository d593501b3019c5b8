"""Pairs of states that a shorthand may have been expanded to by mistake: 日新 is Japan–New Zealand, and 新 also Singapore.

From the table of shorthands: a character stands for several states (新), or readers and machines take it for another one (澳 for
Macau, 菲 for Africa). For every pair of the termbase that gives the pairs it may have become.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from glossary.languages import HAN_LANGUAGES
from glossary.model import Concept, Kind, Shorthand, Status, Termbase
from glossary.text.script import all_han


class Slip(Struct, frozen=True):
    """`kept` and `wrong` named as a pair may be `source`, the pair `concept`, with `character` taken for `wrong` instead of `right`."""

    concept: str
    kept: str
    right: str
    wrong: str
    source: str
    character: str


def derive_slips(termbase: Termbase) -> tuple[Slip, ...]:
    """Return the slips of `termbase`, in the order of its pairs."""
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for shorthand in termbase.shorthands:
        if shorthand.language in HAN_LANGUAGES and all_han(shorthand.text):
            meant[shorthand.text].update((shorthand.state, *shorthand.taken_for))
    if not meant:
        return ()
    known = {concept.id for concept in termbase.concepts}
    found: dict[tuple[str, str, str], Slip] = {}
    for concept in termbase.concepts:
        if concept.kind is Kind.BILATERAL and len(concept.members) == 2:
            for slip in _slips(concept, termbase.shorthands, meant):
                if slip.wrong in known:
                    found.setdefault((slip.concept, slip.kept, slip.wrong), slip)
    return tuple(found.values())


def _slips(concept: Concept, shorthands: tuple[Shorthand, ...], meant: dict[str, set[str]]) -> Iterator[Slip]:
    one, two = concept.members
    for kept, right in ((one, two), (two, one)):
        for shorthand in shorthands:
            if shorthand.state != right or shorthand.text not in meant:
                continue
            source = _source(concept, kept, shorthand, shorthands)
            for wrong in sorted(meant[shorthand.text] - {kept, right}):
                if source:
                    yield Slip(concept.id, kept, right, wrong, source, shorthand.text)


def _source(concept: Concept, kept: str, shorthand: Shorthand, shorthands: tuple[Shorthand, ...]) -> str:
    """Return the Han name of a pair with `shorthand` in it, as the termbase has it, else put together of its members'."""
    others = [each.text for each in shorthands if each.state == kept and each.language == shorthand.language and all_han(each.text)]
    written = [
        term.text
        for term in concept.terms
        if term.status is not Status.DEPRECATED and any(term.text in (one + shorthand.text, shorthand.text + one) for one in others)
    ]
    return next(iter(written), f"{others[0]}{shorthand.text}" if others else "")
