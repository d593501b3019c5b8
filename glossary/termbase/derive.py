"""Names that follow from others: those of persons from their parts, those of bilaterals from their members.

A form that an entry writes out itself is never derived a second time, and a derived form is preferred only where the entry
prefers none. Derived forms are no rivals of each other (`mix: free`): which order of names holds is a matter of `name-order`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec.structs import replace

from glossary import languages
from glossary.errors import TermbaseError
from glossary.model import Concept, Kind, Name, Status, Term, TermType
from glossary.termbase.problems import error_at
from glossary.termbase.slots import preferred_rival

_KATAKANA = re.compile("[\u30a0-\u30ff]+").fullmatch
_GAP = re.compile("[ \u3000\u30fb\u00b7]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]").match


def person(concept: Concept) -> Concept:
    """Return `concept` with the full and short forms of its names, in every language that has some."""
    if not concept.names:
        return concept
    wanted = [form for language, name in concept.names.items() for form in _forms(language, name)]
    return _with(concept, wanted)


def bilateral(concept: Concept, concepts: Mapping[str, Concept], problems: list[TermbaseError], warnings: list[TermbaseError]) -> Concept:
    """Return `concept`, if it is a bilateral of two, with its English names: "A and B" as a noun, "A–B" before a noun.

    A member that does not exist goes to `problems`, one without an English name to `warnings`.
    """
    if concept.kind is not Kind.BILATERAL:
        return concept
    missing = [member for member in concept.members if member not in concepts]
    problems.extend(error_at("termbase.no-member", concept.place, id=concept.id, member=member) for member in missing)
    if missing or len(concept.members) != 2:
        return concept
    names = [_english(concepts[member]) for member in concept.members]
    unnamed = [member for member, name in zip(concept.members, names, strict=True) if name is None]
    warnings.extend(error_at("termbase.unnamed-member", concept.place, id=concept.id, member=member) for member in unnamed)
    one, two = names
    return concept if one is None or two is None else _with(concept, _pair_forms(one, two))


def _with(concept: Concept, wanted: Iterable[dict[str, Any]]) -> Concept:
    """Add the forms that the entry does not have; `status` preferred is only a wish."""
    terms = concept.terms
    for form in wanted:
        if any(term.language == form["language"] and term.text == form["text"] for term in terms):
            continue
        term = Term(**form, mix="free", derived=True, layer=concept.layer, place=concept.place)
        if term.status is Status.PREFERRED and preferred_rival(term, terms):
            term = replace(term, status=Status.ADMITTED)
        terms = (*terms, term)
    return replace(concept, terms=terms)


def _forms(language: str, name: Name) -> Iterable[dict[str, Any]]:
    if language in languages.HAN_LANGUAGES:
        return _han_forms(language, name)
    return _western_forms(language, name)


def _western_forms(language: str, name: Name) -> Iterable[dict[str, Any]]:
    """Yield given name first, then family name first, then the family name alone.

    The family name alone is matched in its own capitals only: Brown, Park and May are words as well.
    """
    family, given = name.family, name.given
    both = [f"{given} {family}", f"{family} {given}"] if family and given and _LATIN(family) else []
    full = name.full or (both[0] if both else given if not family else "")
    reading = {"reading": name.reading, "pinyin": name.pinyin}
    if full:
        yield {"language": language, "text": full, "status": Status.PREFERRED, **reading}
    for text in both:
        yield {"language": language, "text": text}
    if family:
        yield {"language": language, "text": family, "type": TermType.SHORT, "case": "exact"}


def _han_forms(language: str, name: Name) -> Iterable[dict[str, Any]]:
    """Yield the full name, family name first, and the family name alone.

    Japanese writes katakana names of foreigners given name first, with a middle dot: ジャシンダ・アーダーン. A family name of one
    character (林, 习) does not stand alone: as a string it is everywhere.
    """
    family, given = name.family, name.given
    kana = language == languages.JAPANESE and bool(_KATAKANA(family) and _KATAKANA(given))
    joined = (f"{given}・{family}" if kana else f"{family}{given}") if family and given else given if not family else ""
    full = name.full or joined
    forms = (f"{given} {family}", f"{given}{family}") if kana else (f"{family} {given}",)
    if full:
        spaced = language == languages.JAPANESE and full == joined and family and given
        yield {
            "language": language,
            "text": full,
            "status": Status.PREFERRED,
            "reading": name.reading,
            "pinyin": name.pinyin,
            "forms": forms if spaced else (),
        }
    if len(family) > 1 and family != full:
        first = full.startswith(family)
        yield {
            "language": language,
            "text": family,
            "type": TermType.SHORT,
            "reading": _part(name.reading, first),
            "pinyin": _part(name.pinyin, first),
        }


def _part(reading: str, first: bool) -> str:
    """Return the family name's part of a reading in two words, or "" where it cannot be told."""
    words = _GAP.split(reading)
    return words[0 if first else 1] if len(words) == 2 else ""


def _english(concept: Concept) -> Term | None:
    """Return the English name to build on: the preferred full form, else the preferred short one, general ones first."""
    found = [
        term
        for term in concept.terms
        if term.language == languages.ENGLISH and term.status is Status.PREFERRED and term.type in (TermType.FULL, TermType.SHORT)
    ]
    return min(found, key=lambda term: (term.type is TermType.SHORT, bool(term.region), bool(term.profile)), default=None)


def _pair_forms(one: Term, two: Term) -> Iterable[dict[str, Any]]:
    """Yield both orders of the noun and of the attributive form; the article of the second name stands in the middle."""
    for first, second, status in ((one, two, Status.PREFERRED), (two, one, Status.ADMITTED)):
        article = f"{second.article} " if second.article else ""
        yield {
            "language": languages.ENGLISH,
            "text": f"{first.text} and {article}{second.text}",
            "article": first.article,
            "status": status,
            "forms": (f"{first.text} and {second.text}",) if article else (),
        }
    for first, second, status in ((one, two, Status.PREFERRED), (two, one, Status.ADMITTED)):
        yield {
            "language": languages.ENGLISH,
            "text": f"{first.text}–{second.text}",
            "type": TermType.ATTRIBUTIVE,
            "status": status,
        }
