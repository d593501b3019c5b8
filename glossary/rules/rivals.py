"""Names of one thing as used in documents, and which of them are rivals: plain values, so that workers can send them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from glossary.text.fold import folded
from glossary.text.script import all_han

_PAIR = 4  # characters: two states, or the four of 日米豪印
MOST_PLACES = 10  # remembered of a form; a finding points at no more


class Place(NamedTuple):
    """Where a form stands, for people and for programs."""

    path: str
    part: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    matched: str


class Form(NamedTuple):
    """One name as used in one or more documents: how often, and where first; `region` and `layer` are its term's."""

    text: str
    preferred: bool
    region: tuple[str, ...]
    layer: str
    uses: int
    places: tuple[Place, ...]


Slot = tuple[str, str, str]  # concept, language, type
Used = Mapping[Slot, Mapping[str, Form]]  # folded form → form, in order of first use


class Rivals(NamedTuple):
    """The names of one slot: the commonest, and those that differ from it."""

    dominant: Form
    others: tuple[Form, ...]
    first: Form


def folded_form(text: str) -> str:
    """Return what the variants of one form have in common: no case, no hyphens, no spaces, no order of one-character names.

    Shorthands of states come in either order (紐澳, 澳紐): which one leads is point of view, not another name.
    """
    form = "".join(char for char in folded(text) if char not in " -・")
    return "".join(sorted(form)) if len(form) <= _PAIR and all_han(form) else form


def joined(one: Form, other: Form) -> Form:
    """Return one form used in the documents of both."""
    return one._replace(uses=one.uses + other.uses, places=(*one.places, *other.places)[:MOST_PLACES])


def rivals_among(forms: Sequence[Form]) -> list[Rivals]:
    """Return the rivals among forms in order of first use; forms of different regions are none of each other."""
    found, left = [], list(forms)
    while len(left) > 1:
        # A preferred name leads, however rare; of equals, max takes the first.
        dominant = max(left, key=lambda form: (form.preferred, form.uses))
        others = [form for form in left if form is not dominant and _same_region(form, dominant)]
        if others:
            first = next(form for form in left if form is dominant or form in others)
            found.append(Rivals(dominant, tuple(others), first))
        left = [form for form in left if form is not dominant and form not in others]
    return found


def _same_region(one: Form, other: Form) -> bool:
    return not one.region or not other.region or bool(set(one.region) & set(other.region))
