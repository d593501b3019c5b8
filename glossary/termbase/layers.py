"""Layers: later termbases override earlier ones, term by term, and each term says which layer decided.

A later layer adds concepts of its own, and changes those of earlier layers by overlay entries. What an overlay entry says of a
form holds everywhere unless it names a region or profile: a desk that prefers 新西蘭 means all its Traditional texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from msgspec.structs import replace

from glossary.errors import TermbaseError
from glossary.model import Concept, Kind, Layer, Profile, Reason, Shorthand, Status, Term, Termbase
from glossary.termbase.build import Overlay, Pick
from glossary.termbase.derive import bilateral, person
from glossary.termbase.problems import error_at


class Source(Protocol):
    """What merging needs of a termbase that was read (`reader.LayerSource`)."""

    @property
    def layer(self) -> Layer: ...
    @property
    def languages(self) -> tuple[str, ...]: ...
    @property
    def default_profile(self) -> str: ...
    @property
    def default_profile_place(self) -> str: ...
    @property
    def profiles(self) -> tuple[Profile, ...]: ...
    @property
    def concepts(self) -> tuple[Concept, ...]: ...
    @property
    def overlays(self) -> tuple[Overlay, ...]: ...
    @property
    def shorthands(self) -> tuple[Shorthand, ...]: ...
    @property
    def complete(self) -> bool: ...


def merge(sources: Sequence[Source], problems: list[TermbaseError], warnings: list[TermbaseError]) -> Termbase:
    """Return the termbases as one, in the order of layers and entries, with derived names.

    Title, version and licence are those of the first layer, the collection; the default profile is the last one named, a
    profile the last one of its id. Ids that two layers define, and overlay entries, members and default profiles without
    their object, go to `problems`.
    """
    concepts, overlays = _collect(sources, problems)
    profiles = {profile.id: profile for source in sources for profile in source.profiles}
    concepts = {id: person(concept) for id, concept in concepts.items()}
    # The names of a bilateral follow what the layers decide about its members.
    _apply((overlay for overlay in overlays if concepts[overlay.extends].kind is not Kind.BILATERAL), concepts, problems, warnings)
    if all(source.complete for source in sources):
        concepts = {id: bilateral(concept, concepts, problems, warnings) for id, concept in concepts.items()}
    _apply((overlay for overlay in overlays if concepts[overlay.extends].kind is Kind.BILATERAL), concepts, problems, warnings)
    default, place = next(((one.default_profile, one.default_profile_place) for one in reversed(sources) if one.default_profile), ("", ""))
    if default and default not in profiles:
        problems.append(error_at("termbase.no-profile", place, id=default))
    first = sources[0].layer if sources else Layer(title="")
    return Termbase(
        title=first.title,
        version=first.version,
        licence=first.licence,
        languages=tuple(dict.fromkeys(language for source in sources for language in source.languages)),
        default_profile=default,
        profiles=tuple(profiles.values()),
        concepts=tuple(concepts.values()),
        shorthands=tuple(shorthand for source in sources for shorthand in source.shorthands),
        layers=tuple(source.layer for source in sources),
    )


def _collect(sources: Sequence[Source], problems: list[TermbaseError]) -> tuple[dict[str, Concept], list[Overlay]]:
    """Return the concepts by id and the overlay entries that have their concept, both in order."""
    concepts: dict[str, Concept] = {}
    overlays: list[Overlay] = []
    complete = True
    for source in sources:
        complete &= source.complete
        own: set[str] = set()
        for concept in source.concepts:
            earlier = concepts.setdefault(concept.id, concept)
            if earlier is not concept and concept.id not in own:  # twins of one layer were reported by the reader
                problems.append(error_at("termbase.defined-before", concept.place, id=concept.id, layer=earlier.layer, first=earlier.place))
            own.add(concept.id)
        for overlay in source.overlays:
            if overlay.extends in concepts:
                overlays.append(overlay)
            elif complete:
                problems.append(error_at("termbase.dangling-extends", overlay.place, id=overlay.extends))
    return concepts, overlays


def _apply(overlays: Iterable[Overlay], concepts: dict[str, Concept], problems: list[TermbaseError], warnings: list[TermbaseError]) -> None:
    for overlay in overlays:
        concept = concepts[overlay.extends]
        terms = list(concept.terms)
        for language, text in overlay.hide:
            left = [term for term in terms if (term.language, term.text) != (language, text)]
            if len(left) == len(terms):
                warnings.append(error_at("termbase.nothing-hidden", overlay.place, text=text, id=concept.id))
            terms = left
        for term in overlay.add:
            if any((term.language, term.text, term.type) == (old.language, old.text, old.type) for old in terms):
                problems.append(error_at("termbase.added-twice", term.place, text=term.text, id=concept.id))
            former = terms if term.status is not Status.PREFERRED else [left for old in terms for left in _demoted(old, term)]
            terms = [*former, term]
        for status, picks in ((Status.DEPRECATED, overlay.forbid), (Status.ADMITTED, overlay.admit), (Status.PREFERRED, overlay.prefer)):
            for pick in picks:
                terms = _put(terms, pick, status)
        concepts[concept.id] = replace(
            concept,
            terms=tuple(terms),
            note={**concept.note, **overlay.note},
            sources=concept.sources + overlay.sources,
            history=concept.history + overlay.history,
            layer=overlay.layer,
        )


def _put(terms: list[Term], pick: Pick, status: Status) -> list[Term]:
    """Return `terms` with the picked form in `status`: the form that is there with the attributes given, else a new one."""
    picked = pick.term
    same = [term for term in terms if (term.language, term.text) == (picked.language, picked.text)]
    changes: dict[str, Any] = {"region": (), "profile": (), "reason": None}
    if status is Status.DEPRECATED:
        changes["reason"] = same[0].reason if same and same[0].reason else Reason.STYLE
    elif same and same[0].status is Status.DEPRECATED:
        # The guards of a wrong form say where it is wrong; a right one needs none of them.
        changes |= {"near": None, "unless": None, "only_when": None}
    changes |= {name: getattr(picked, name) for name in pick.given}
    new = replace(same[0] if same else picked, **changes, status=status)
    if not same:
        terms = [*terms, new]
    result: list[Term] = []
    for term in terms:
        if term is new or (same and term is same[0]):
            result.append(new)
        elif not any(term is twin for twin in same):
            result.extend(_demoted(term, new) if status is Status.PREFERRED else (term,))
    return result


def _demoted(old: Term, new: Term) -> Iterable[Term]:
    """Yield `old`, admitted where `new` is preferred now; in two, where it stays preferred for other regions or profiles."""
    if old.status is not Status.PREFERRED or old.language != new.language or old.type is not new.type:
        return (old,)
    regions, other_regions = _shared(old.region, new.region)
    profiles, other_profiles = _shared(old.profile, new.profile)
    if regions is None or profiles is None:
        return (old,)
    kept = []
    if other_regions:
        kept.append(replace(old, region=other_regions))
    if other_profiles:
        kept.append(replace(old, region=regions, profile=other_profiles))
    return (*kept, replace(old, status=Status.ADMITTED, region=regions, profile=profiles, layer=new.layer))


def _shared(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """Return what of `old` falls under `new`, None for nothing, and what does not; () in `new` is everything.

    A form for one region does not touch the one for all others.
    """
    if not new:
        return old, ()
    shared = tuple(one for one in old if one in new)
    return shared or None, tuple(one for one in old if one not in new)
