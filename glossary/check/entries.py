"""What can be said of the entries themselves: no matcher, no dictionary.

slots        two preferred forms of one slot, twins
references   ids, profiles and languages that nothing defines
conflicts    wrong forms that are right names, or ordinary words without a guard
surfaces     characters that do not belong into a form, forms that can never match (`surfaces`)
evidence     decided entries without a source, examples without sentences
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from glossary import languages
from glossary.check.problems import Problem, problem
from glossary.check.surfaces import surface_problems
from glossary.model import Concept, Kind, Reason, Status, Term, Termbase
from glossary.termbase.slots import rivals, together
from glossary.termbase.words import is_ordinary
from glossary.text.fold import folded


def check_slots(termbase: Termbase) -> Iterator[Problem]:
    """Yield slots with two preferred forms, and forms that stand twice in an entry."""
    for concept in termbase.concepts:
        first: dict[tuple[str, str, Any], Term] = {}
        for term in concept.terms:
            twin = first.setdefault((term.language, term.text, term.type), term)
            if twin is not term and twin.status is term.status and together(twin, term):
                yield problem("check.twin", term.place, warning=True, text=term.text, id=concept.id, other_place=twin.place)
        preferred = [term for term in concept.terms if term.status is Status.PREFERRED]
        for index, term in enumerate(preferred):
            for other in preferred[:index]:
                if rivals(term, other):
                    slot: dict[str, Any] = {"language": term.language, "type": term.type.value}
                    yield problem("check.two-preferred", term.place, text=term.text, other=other.text, other_place=other.place, **slot)


def check_references(termbase: Termbase) -> Iterator[Problem]:
    """Yield ids, profiles and languages that are named and not defined; a termbase that lists no languages covers all."""
    ids = {concept.id for concept in termbase.concepts}
    profiles = {profile.id for profile in termbase.profiles}
    for concept in termbase.concepts:
        named = [(field, id, concept.place) for field in ("broader", "narrower", "related", "members") for id in getattr(concept, field)]
        named += [("confusable", entry.to, concept.place) for entry in concept.confusable if entry.to]
        for term in concept.terms:
            named += [("near", id, term.place) for id in (term.near.concepts if term.near else ())]
            named += [("unless", id, term.place) for id in (term.unless.concepts if term.unless else ())]
            for name in term.profile:
                if name not in profiles:
                    yield problem("check.no-profile", term.place, target=name)
            if termbase.languages and term.language not in termbase.languages:
                yield problem("check.no-language", term.place, language=term.language)
            if term.near and term.near.at_least > len(set(term.near.concepts)):
                yield problem("check.near-too-many", term.place, count=term.near.at_least)
        for field, id, place in named:
            if id not in ids:
                yield problem("check.no-concept", place, field=field, target=id)
    for shorthand in termbase.shorthands:
        for field, id in (("state", shorthand.state), *(("taken_for", id) for id in shorthand.taken_for)):
            if id not in ids:
                yield problem("check.no-concept", shorthand.place, field=field, target=id)


def check_conflicts(termbase: Termbase) -> Iterator[Problem]:
    """Yield deprecated forms that are right names, and unguarded ones that are ordinary words.

    In its own entry a form may be wrong in other capitals only. The preferred form of another entry, or a protected name,
    may be wrong only under a guard.
    """
    right: dict[tuple[str, str], list[tuple[Concept, Term]]] = defaultdict(list)
    for concept in termbase.concepts:
        for term in concept.terms:
            if term.status in (Status.PREFERRED, Status.ADMITTED):
                for text in {folded(text) for text in (term.text, *term.forms)}:
                    right[term.language, text].append((concept, term))
    for concept in termbase.concepts:
        for term in concept.terms:
            if term.status is Status.DEPRECATED:
                yield from _conflicts(concept, term, right[term.language, folded(term.text)])
                if _is_ordinary(term):
                    yield problem("check.ordinary", term.place, warning=True, text=term.text)


def _conflicts(concept: Concept, term: Term, right: list[tuple[Concept, Term]]) -> Iterator[Problem]:
    for owner, other in right:
        if not together(term, other) or _capitals_differ(term, other):
            continue
        where: dict[str, Any] = {"text": term.text, "other_place": other.place}
        if owner.id == concept.id:
            if not term.guarded:
                yield problem("check.deprecated-right-own", term.place, id=concept.id, **where)
        elif not term.guarded and (other.status is Status.PREFERRED or owner.kind is Kind.SHIELD):
            yield problem("check.deprecated-right-other", term.place, other=owner.id, **where)


def _capitals_differ(term: Term, other: Term) -> bool:
    """Whether capitals tell the two apart: the wrong form counts only as written, and the right one is written otherwise."""
    return term.case == "exact" and folded(term.text, case=False) != folded(other.text, case=False)


def _is_ordinary(term: Term) -> bool:
    """Whether the form stands in right English texts too and nothing says where it is wrong.

    Matters of style say of themselves that the word is right elsewhere: they are information only.
    """
    if term.language != languages.ENGLISH or term.guarded or term.case == "exact" or term.not_in or term.not_after or term.not_before:
        return False
    return term.reason not in (Reason.STYLE, Reason.REGISTER) and is_ordinary(term.text)


def check_surfaces(termbase: Termbase) -> Iterator[Problem]:
    """Yield forms with characters that do not belong there, and those that can never match."""
    for concept in termbase.concepts:
        for term in concept.terms:
            for code, warning, arguments in () if term.derived else surface_problems(term):
                yield problem(code, term.place, warning=warning, **arguments)


def check_evidence(termbase: Termbase) -> Iterator[Problem]:
    """Yield decided entries without a source, and examples without sentences."""
    for concept in termbase.concepts:
        if concept.stage == "decided" and not any(source.date for source in concept.sources):
            yield problem("check.no-source", concept.place, id=concept.id)
        for term in concept.terms:
            if term.examples and not (term.examples.match or term.examples.no_match):
                yield problem("check.no-examples", term.place, text=term.text)


def check_entries(termbase: Termbase) -> Iterator[Problem]:
    """Yield what is wrong with the entries of `termbase`."""
    for check in (check_slots, check_references, check_conflicts, check_surfaces, check_evidence):
        yield from check(termbase)
