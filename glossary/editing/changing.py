"""What somebody wants of an entry, as one change."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from glossary.editing.assignments import assigned, by_language, check_field
from glossary.editing.entries import find_term
from glossary.errors import UsageError
from glossary.model import Concept
from glossary.termbase.actions import Action, Change
from glossary.termbase.plain import PlainFields, concept_fields, term_fields
from glossary.termbase.schema import CONCEPT, TERM


class Wanted(Struct, frozen=True, kw_only=True):
    """What is asked for: fields set or dropped, of the entry itself or of a term: one it has (`text`) or a new one (`add`)."""

    text: str = ""
    language: str = ""
    type: str = ""
    add: str = ""  # en=Quad
    assignments: tuple[str, ...] = ()
    unset: tuple[str, ...] = ()
    remove: bool = False

    @property
    def something(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.text or self.add or self.assignments or self.unset or self.remove)


def change_of(concept: Concept, wanted: Wanted) -> Change:
    """Return the change to `concept` that is asked for. Raises UsageError for what contradicts itself or names nothing."""
    if wanted.add:
        return _addition(concept, wanted)
    if wanted.text:
        return _term_change(concept, wanted)
    if wanted.remove:
        return Change(action=Action.REMOVE_CONCEPT, concept=concept.id)
    _refuse("id" in _named(wanted), "edit.immutable")
    _refuse("terms" in _named(wanted), "edit.terms-apart")
    fields = assigned(CONCEPT, wanted.assignments, concept_fields(concept))
    without = tuple(check_field(CONCEPT, name) for name in wanted.unset)
    return Change(action=Action.CHANGE_CONCEPT, concept=concept.id, fields=fields, without=without)


def _addition(concept: Concept, wanted: Wanted) -> Change:
    _refuse(bool(wanted.text or wanted.remove or wanted.unset), "edit.add-alone")
    language, text = by_language([wanted.add])[0]
    fields: PlainFields = {"text": text, "status": "admitted", **assigned(TERM, wanted.assignments, {})}
    return Change(action=Action.ADD_TERM, concept=concept.id, language=language, text=text, type=fields.get("type", "full"), fields=fields)


def _term_change(concept: Concept, wanted: Wanted) -> Change:
    found = find_term(concept, wanted.text, language=wanted.language, type=wanted.type)
    if wanted.remove:
        _refuse(bool(wanted.assignments or wanted.unset), "edit.remove-alone")
        return found
    same = [term for term in concept.terms_in(found.language) if (term.text, term.type.value) == (found.text, found.type)]
    present = term_fields([term for term in same if not term.derived][found.number])
    fields = assigned(TERM, wanted.assignments, present)
    without = tuple(check_field(TERM, name) for name in wanted.unset)
    return replace(found, action=Action.CHANGE_TERM, fields=fields, without=without)


def _named(wanted: Wanted) -> Sequence[str]:
    return [*(each.partition("=")[0].partition(".")[0].strip() for each in wanted.assignments), *wanted.unset]


def _refuse(condition: bool, code: str) -> None:
    if condition:
        raise UsageError(code)
