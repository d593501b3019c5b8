"""What must never be flagged: a protected name (a shield), or a longer string in which a term is something else (`not_in`)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from glossary import languages
from glossary.editing.entries import id_from, namesakes
from glossary.errors import UsageError
from glossary.model import Concept, Kind, Status, Term, Termbase
from glossary.termbase.actions import Action, Change
from glossary.termbase.entry_text import find_entry
from glossary.termbase.folders import home
from glossary.termbase.plain import PlainFields, term_fields
from glossary.text import han_tables
from glossary.text.fold import folded
from glossary.text.script import is_han

SUBJECT = "shields"
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa\u30fc\uff66-\uff9f]")
_NOT_WRITTEN = {
    tag: frozenset("".join(tables))
    for tag, tables in {
        languages.JAPANESE: (han_tables.NOT_JAPANESE, han_tables.SIMPLIFIED_ONLY),
        languages.SIMPLIFIED: (han_tables.TRADITIONAL_ONLY, han_tables.NOT_SIMPLIFIED, han_tables.KYUJITAI, han_tables.JAPANESE_ONLY),
        languages.TRADITIONAL: (han_tables.SIMPLIFIED_ONLY, han_tables.NOT_TRADITIONAL, han_tables.JAPANESE_ONLY),
    }.items()
}
# What an overlay entry says of a term to leave its status as it is.
_PICKS = {Status.PREFERRED: "prefer", Status.ADMITTED: "admit", Status.DEPRECATED: "forbid"}
_KEPT = ("region", "profile", "reason")  # an overlay entry must repeat them


def shield(termbase: Termbase, text: str, tags: Collection[str] = (), note: str = "") -> Change:
    """Return the entry that protects `text` in the languages `tags`, by default those it can be written in.

    Raises UsageError where it is protected already, or where it is itself a term: a shield would hide that everywhere.
    """
    for tag in tags or languages_of(text, termbase):
        for concept, term in namesakes(termbase, tag, text):
            protected = concept.kind is Kind.SHIELD
            arguments = {"text": text, "id": concept.id, "status": term.status.value, "place": term.place}
            raise UsageError("protect.already" if protected else "protect.whole", **arguments)
    terms = {tag: [{"text": text, "status": Status.ADMITTED.value}] for tag in tags or languages_of(text, termbase)}
    fields: PlainFields = {"kind": Kind.SHIELD.value, "subject": SUBJECT, **({"note": {"en": note}} if note else {}), "terms": terms}
    return Change(action=Action.ADD_CONCEPT, concept=_free_id(termbase, text), fields=fields)


def languages_of(text: str, termbase: Termbase) -> tuple[str, ...]:
    """Return the languages that `text` can be in: English for an alphabet, which shields everywhere; for Han alone those that
    write all its characters."""
    if _KANA.search(text):
        return (languages.JAPANESE,)
    if any(map(is_han, text)):
        covered = [tag for tag in termbase.languages or languages.LANGUAGES if tag in _NOT_WRITTEN]
        return tuple(tag for tag in covered if _NOT_WRITTEN[tag].isdisjoint(text)) or (languages.JAPANESE,)
    return (languages.ENGLISH,)


def covered_terms(termbase: Termbase, text: str, tags: Collection[str] = ()) -> Iterator[tuple[Concept, Term]]:
    """Yield the terms that stand inside `text`, in any of its languages."""
    whole = folded(text)
    for concept in termbase.concepts:
        for term in concept.terms:
            if term.language in (tags or languages_of(text, termbase)) and any(folded(form) in whole for form in (term.text, *term.forms)):
                yield concept, term


def exceptions(
    termbase: Termbase, folder: Path, longer: str, *, text: str = "", concept: str = "", tags: Collection[str] = ()
) -> Sequence[tuple[Change, Term]]:
    """Return the changes that keep terms from being found in `longer`, each with its term.

    Those whose form is `text`, or all that stand inside `longer`; with `concept` (an id) only its own. A term of an earlier layer is
    changed by an overlay entry in `folder`. Raises UsageError where there is no such term, or none that can be changed so.
    """
    if text and folded(text) not in folded(longer):
        raise UsageError("protect.not-inside", text=text, longer=longer)
    found = [
        (owner, term)
        for owner, term in covered_terms(termbase, longer, tags)
        if (not concept or owner.id == concept)
        and (not text or folded(text) in [folded(form) for form in (term.text, *term.forms)])
        and owner.kind is not Kind.SHIELD
    ]
    new = [(owner, term) for owner, term in found if longer not in term.not_in]
    if not new:
        raise UsageError("protect.already-in" if found else "protect.no-term", longer=longer, text=text or concept)
    changes: list[tuple[Change, Term]] = []
    for owner, term in new:
        twins = [other for other in owner.terms_in(term.language) if other.text == term.text]
        inside = _is_inside(owner, folder)
        if term.derived or (not inside and (len(twins) > 1 or term.status not in _PICKS)):
            raise UsageError("protect.shield-instead", text=term.text, id=owner.id, longer=longer)
        changes.append(
            (_own(owner, term, longer) if inside else _overlaid(owner, term, longer, folder, [each for each, _ in changes]), term)
        )
    return changes


def _own(owner: Concept, term: Term, longer: str) -> Change:
    same = [each for each in owner.terms if (each.language, each.text, each.type) == (term.language, term.text, term.type)]
    return Change(
        action=Action.CHANGE_TERM,
        concept=owner.id,
        language=term.language,
        text=term.text,
        type=term.type.value,
        number=same.index(term),
        fields={"not_in": [*term.not_in, longer]},
    )


def _overlaid(owner: Concept, term: Term, longer: str, folder: Path, before: Sequence[Change]) -> Change:
    """Return the overlay entry, or what changes in the one there is, that gives a term of an earlier layer its exception."""
    earlier = {name: value for change in before if change.concept == owner.id for name, value in change.fields.items()}
    entry = find_entry(folder, owner.id) if folder.exists() else None
    present: PlainFields = {**(entry.fields if entry else {}), **earlier}
    action, kept = _PICKS[term.status], term_fields(term)
    pick: PlainFields = {
        "text": term.text,
        **{name: kept[name] for name in _KEPT if name in kept},
        "not_in": [*term.not_in, longer],
    }
    picks = present.get(action, {})
    others = [each for each in _listed(picks.get(term.language, [])) if (each if isinstance(each, str) else each["text"]) != term.text]
    fields: PlainFields = {action: {**picks, term.language: [*others, pick]}}
    if entry or earlier:
        return Change(action=Action.CHANGE_CONCEPT, concept=owner.id, fields=fields)
    return Change(action=Action.ADD_CONCEPT, concept=owner.id, fields={"extends": owner.id, **fields})


def _is_inside(owner: Concept, folder: Path) -> bool:
    path, base = Path(owner.place.rsplit(":", 2)[0]), home(folder)
    return path == base or base in path.parents


def _free_id(termbase: Termbase, text: str) -> str:
    """Return an id that no entry has, in Latin letters where the text has some."""
    base = id_from([text]) or "".join(char if char.isalnum() else "-" for char in folded(text)).strip("-")
    base = base if base[:1].isalpha() else f"shield-{base}".strip("-")
    number = 1
    while termbase.get(base if number == 1 else f"{base}-{number}") is not None:
        number += 1
    return base if number == 1 else f"{base}-{number}"


def _listed(value: object) -> list[PlainFields | str]:
    return value if isinstance(value, list) else [value]  # type: ignore[list-item]
