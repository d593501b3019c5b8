"""Checked fields to values of the model, and the checks that need two fields at once.

The dictionaries come from `values.read_record`: keys are attributes of the model, `node` says where.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from glossary.model import (
    Act,
    Concept,
    Confusable,
    Examples,
    Kind,
    Name,
    Near,
    OnlyWhen,
    Period,
    Post,
    Profile,
    Quoted,
    Seen,
    Shorthand,
    Source,
    Term,
    Unless,
)
from glossary.termbase.problems import Context, complain, place

Fields = dict[str, Any]


class Pick(Struct, frozen=True):
    """A form that an overlay entry picks, and the attributes it gives it."""

    term: Term
    given: tuple[str, ...] = ()


class Overlay(Struct, frozen=True, kw_only=True):
    """What a later termbase says about single terms of a concept."""

    extends: str
    prefer: tuple[Pick, ...] = ()
    admit: tuple[Pick, ...] = ()
    forbid: tuple[Pick, ...] = ()
    add: tuple[Term, ...] = ()
    hide: tuple[tuple[str, str], ...] = ()  # language, text
    note: dict[str, str] = {}
    sources: tuple[Source, ...] = ()
    history: tuple[Act, ...] = ()
    layer: str = ""
    place: str = ""


_PARTS: dict[str, type[Struct]] = {
    "near": Near,
    "unless": Unless,
    "only_when": OnlyWhen,
    "seen": Seen,
    "examples": Examples,
    "context": Quoted,
    "sources": Source,
    "history": Act,
}


def profile(fields: Fields) -> Profile | None:
    """Return the profile, or None where its id is missing (reported before)."""
    _convert(fields)
    return Profile(**_without_node(fields)) if "id" in fields else None


def shorthands(by_language: dict[str, tuple[Fields, ...]], context: Context, *, layer: str) -> tuple[Shorthand, ...]:
    """Return the short forms of states; one that lacks a required field is left out (reported before)."""
    found = []
    for language, entries in by_language.items():
        for fields in entries:
            if "text" in fields and "state" in fields:
                where = place(fields["node"], context)
                _convert(fields)
                found.append(Shorthand(**_without_node(fields), language=language, layer=layer, place=where))
    return tuple(found)


def concept(fields: Fields, context: Context, *, layer: str, subject: str) -> Concept | None:
    """Return the concept with its own terms only, or None where its id is missing (reported before)."""
    where = place(fields["node"], context)
    node = fields.pop("node")
    names = {language: Name(**_without_node(name)) for language, name in fields.pop("names", {}).items()}
    fields["terms"] = _terms(fields.pop("terms", {}), context, layer)
    fields["posts"] = tuple(_post(post, context) for post in fields.pop("posts", ()) if "title" in post)
    fields["confusable"] = _confusables(fields.pop("confusable", {}))
    _convert(fields)
    # Nobody has to write what the fields already say.
    kind = fields.setdefault("kind", Kind.PERSON if names else Kind.BILATERAL if fields.get("members") else Kind.PHRASE)
    if names and kind is not Kind.PERSON:
        complain(node, context, "termbase.names-kind", kind=kind.value)
    if kind is Kind.BILATERAL and len(fields.get("members", ())) == 1:
        complain(node, context, "termbase.one-member")
    if "id" not in fields:
        return None
    fields.setdefault("subject", subject)
    return Concept(**fields, names=names, layer=layer, place=where)


def overlay(fields: Fields, context: Context, *, layer: str) -> Overlay | None:
    """Return the overlay entry, or None where `extends` could not be read (reported before)."""
    where = place(fields.pop("node"), context)
    for action in ("prefer", "admit", "forbid"):
        fields[action] = _picks(fields.pop(action, {}), context, layer, action)
    fields["add"] = _terms(fields.pop("add", {}), context, layer)
    fields["hide"] = tuple((language, text) for language, texts in fields.pop("hide", {}).items() for text in texts)
    _convert(fields)
    return Overlay(**fields, layer=layer, place=where) if "extends" in fields else None


def _terms(by_language: dict[str, tuple[Fields, ...]], context: Context, layer: str) -> tuple[Term, ...]:
    return tuple(
        [
            _term(fields, language, context, layer)
            for language, terms in by_language.items()
            for fields in terms
            if "text" in fields  # missing or empty: reported before
        ]
    )


def _picks(by_language: dict[str, tuple[Fields, ...]], context: Context, layer: str, action: str) -> tuple[Pick, ...]:
    """Return picked forms; the status follows from the action, so that none may be given."""
    picks = []
    for language, terms in by_language.items():
        for fields in terms:
            if fields.pop("status", None) is not None:
                complain(fields["node"], context, "termbase.overlay-status", field=action)
            given = (*sorted(fields.keys() - {"node", "text"}), "layer", "place")
            if "text" in fields:
                picks.append(Pick(_term(fields, language, context, layer), given))
    return tuple(picks)


def _term(fields: Fields, language: str, context: Context, layer: str) -> Term:
    where = place(fields["node"], context)
    del fields["node"]
    if "valid" in fields:
        fields["valid"] = _period(fields["valid"], context)
    _convert(fields)
    return Term(**fields, language=language, layer=layer, place=where)


def _convert(fields: Fields) -> None:
    """Turn nested dictionaries into values, in place; one that lacks a required field is dropped (reported before)."""
    for name in fields.keys() & _PARTS.keys():
        value, kind = fields[name], _PARTS[name]
        built = [_part(kind, one) for one in (value if isinstance(value, tuple) else (value,))]
        whole = tuple(one for one in built if one is not None)
        fields[name] = whole if isinstance(value, tuple) else whole[0] if whole else None


def _part(kind: type[Struct], fields: Fields) -> Struct | None:
    try:
        return kind(**_without_node(fields))
    except TypeError:  # a required field is missing
        return None


def _without_node(fields: Fields) -> Fields:
    return {name: value for name, value in fields.items() if name != "node"}


def _confusables(by_language: dict[str, tuple[Fields, ...]]) -> tuple[Confusable, ...]:
    return tuple(
        Confusable(**_without_node(fields), language=language)
        for language, entries in by_language.items()
        for fields in entries
        if "text" in fields
    )


def _post(fields: Fields, context: Context) -> Post:
    period = _period({name: fields[name] for name in ("node", "since", "until") if name in fields}, context)
    return Post(title=fields["title"], source=fields.get("source", ""), period=period)


def _period(fields: Fields, context: Context) -> Period:
    period = Period(**_without_node(fields))
    # ISO 8601 compares as text as far as both go: 2000 is not after 2000-10.
    length = min(len(period.since), len(period.until))
    if period.since[:length] > period.until[:length]:
        complain(fields["node"], context, "termbase.period", since=period.since, until=period.until)
    return period
