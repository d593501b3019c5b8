"""A new entry from names, and the entry that somebody means."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from glossary.errors import UsageError
from glossary.model import Concept, Status, Term, Termbase, TermType
from glossary.termbase.actions import Action, Change
from glossary.termbase.folders import home
from glossary.termbase.plain import PlainFields
from glossary.text.fold import folded

_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")


class NewTerm(Struct, frozen=True, kw_only=True):
    """A name that somebody gives a new entry; `fields` beside its text and status."""

    language: str
    text: str
    status: str = Status.ADMITTED.value
    fields: PlainFields = {}


def new_entry(id: str, terms: Iterable[NewTerm], fields: PlainFields) -> Change:
    """Return the change that adds an entry with `terms`, in order, and the other `fields` of a concept."""
    by_language: PlainFields = {}
    for term in terms:
        by_language.setdefault(term.language, []).append({"text": term.text, "status": term.status, **term.fields})
    return Change(action=Action.ADD_CONCEPT, concept=id, fields={**fields, "terms": by_language})


def id_from(texts: Iterable[str]) -> str:
    """Return an id made of the first of `texts` that has Latin letters, "" where none has."""
    for text in texts:
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
        id = _NOT_IN_IDS.sub("-", plain).strip("-")
        if id[:1].isalpha():
            return id
    return ""


def entry_id(id: str, terms: Sequence[NewTerm]) -> str:
    """Return `id`, else one made of the right names among `terms`. Raises UsageError where there is none, or no name at all."""
    if not terms:
        raise UsageError("edit.no-names")
    found = id or id_from(term.text for term in terms if term.status != Status.DEPRECATED.value)
    if not found:
        raise UsageError("edit.no-id")
    return found


def namesakes(termbase: Termbase, language: str, text: str) -> Iterator[tuple[Concept, Term]]:
    """Yield the terms of `language` that cannot be told from `text` once both are folded."""
    wanted = folded(text)
    for concept in termbase.concepts:
        for term in concept.terms_in(language):
            if any(folded(form) == wanted for form in (term.text, *term.forms)):
                yield concept, term


def refuse_namesakes(termbase: Termbase, terms: Iterable[NewTerm]) -> None:
    """Raise UsageError for the first of `terms` that the termbase has already, in whatever status."""
    for new in terms:
        for concept, term in namesakes(termbase, new.language, new.text):
            where = {"id": concept.id, "language": term.language, "status": term.status.value, "place": term.place}
            raise UsageError("edit.namesake", text=new.text, other=term.text, **where)


def find_concept(termbase: Termbase, name: str) -> Concept:
    """Return the entry with the id `name`, else the only one with that name. Raises UsageError."""
    concept = termbase.get(name)
    if concept is not None:
        return concept
    wanted = folded(name)
    found = [each for each in termbase.concepts if any(folded(term.text) == wanted for term in each.terms)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError("edit.several", name=name, known=", ".join(each.id for each in found))
    near = difflib.get_close_matches(name, [each.id for each in termbase.concepts], n=1)
    if near:
        raise UsageError("edit.no-concept-near", name=name, near=near[0])
    raise UsageError("edit.no-concept", name=name)


def refuse_elsewhere(concept: Concept, folder: Path) -> None:
    """Raise UsageError where `concept` is an entry of another termbase than the one in `folder`, which is written."""
    path = Path(concept.place.rsplit(":", 2)[0])
    base = home(folder)
    if path != base and base not in path.parents:
        raise UsageError("edit.elsewhere", id=concept.id, place=concept.place, folder=str(folder))


def find_term(concept: Concept, text: str, *, language: str = "", type: str = "") -> Change:
    """Return the change that would take away the term `text` of `concept`: what names it, ready to be another change.

    As it stands in the file, else when folded. Raises UsageError where there is none, or more than one.
    """
    terms = [term for term in concept.terms if not term.derived]
    counted = list(_numbered(terms))
    fitting = [
        (term, number)
        for term, number in counted
        if (not language or term.language == language) and (not type or term.type is TermType(type))
    ]
    found = [each for each in fitting if each[0].text == text] or [each for each in fitting if folded(each[0].text) == folded(text)]
    if len(found) != 1:
        code = "edit.several-terms" if found else "edit.no-term"
        known = ", ".join(f"{term.text} ({term.language}, {term.type.value})" for term, _ in found or counted)
        raise UsageError(code, text=text, id=concept.id, known=known)
    term, number = found[0]
    return Change(
        action=Action.REMOVE_TERM, concept=concept.id, language=term.language, text=term.text, type=term.type.value, number=number
    )


def _numbered(terms: Sequence[Term]) -> Iterator[tuple[Term, int]]:
    seen: dict[tuple[str, str, TermType], int] = {}
    for term in terms:
        key = (term.language, term.text, term.type)
        seen[key] = seen.get(key, -1) + 1
        yield term, seen[key]
