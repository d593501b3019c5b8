"""Changes to a termbase as values: what is to be done to one entry, found by comparing, applied to the text of the files.

Whoever brings changes (a spreadsheet, a proposal, a verb) makes `Change` values, calls `apply`, and hands the new texts to
`glossary.editing.saving.save`, which loads the result before it writes anything:

    old, new termbase ─ difference ─▶ changes ─ apply ─▶ new texts of the files ─ save ─▶ files

Fields are plain values as they stand in YAML (`plain.concept_fields` and `plain.term_fields` make them): texts, lists, dictionaries
by field name. Flags are `true`, numbers are texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from glossary.model import Concept, Termbase
from glossary.termbase.actions import Action, Change
from glossary.termbase.applying import Folder
from glossary.termbase.pairing import numbered, paired
from glossary.termbase.plain import PlainFields, concept_fields
from glossary.termbase.positions import no_collection

__all__ = ["Action", "Change", "apply", "difference", "entry_changes"]


def difference(old: Termbase, new: Termbase) -> tuple[Change, ...]:
    """Return what turns the entries of `old` into those of `new`, in the order of `new`, removed entries last.

    Concepts are the same by id, terms by language, text and type; a term that differs in its text alone is one that was changed.
    Derived names, places and layers do not count, nor does the order of entries and of terms.
    """
    former = {concept.id: concept for concept in old.concepts}
    changes: list[Change] = []
    for concept in new.concepts:
        changes += _concept_changes(former.pop(concept.id, None), concept)
    return (*changes, *(Change(action=Action.REMOVE_CONCEPT, concept=id) for id in former))


def _concept_changes(old: Concept | None, new: Concept) -> Iterable[Change]:
    fields = concept_fields(new)
    if old is None:
        return [Change(action=Action.ADD_CONCEPT, concept=new.id, fields=_without(fields, "id"))]
    return entry_changes(new.id, concept_fields(old), fields)


def entry_changes(id: str, old: PlainFields, new: PlainFields) -> Iterator[Change]:
    """Yield what turns the fields `old` of the entry `id` into `new`; terms are fields in full, not texts alone."""
    changed, gone = _changed(_without(old, "terms"), _without(new, "terms"))
    if changed or gone:
        yield Change(action=Action.CHANGE_CONCEPT, concept=id, fields=changed, without=gone)
    before, after = old.get("terms", {}), new.get("terms", {})
    for language in dict.fromkeys((*before, *after)):
        yield from _term_changes(id, language, before.get(language, []), after.get(language, []))


def _term_changes(id: str, language: str, old: Sequence[PlainFields], new: Sequence[PlainFields]) -> Iterator[Change]:
    before, after = numbered(old), numbered(new)
    pairs = paired(before, after)
    for key, former in before.items():
        remove = Change(action=Action.REMOVE_TERM, concept=id, language=language, text=key.text, type=key.type, number=key.number)
        if key not in pairs:
            yield remove
            continue
        changed, gone = _changed(former, after[pairs[key]])
        if changed or gone:
            yield replace(remove, action=Action.CHANGE_TERM, fields=changed, without=gone)
    kept = set(pairs.values())
    for key, term in after.items():
        if key not in kept:
            yield Change(action=Action.ADD_TERM, concept=id, language=language, text=key.text, type=key.type, fields=dict(term))


def _changed(old: PlainFields, new: PlainFields) -> tuple[PlainFields, tuple[str, ...]]:
    """Return the fields of `new` that `old` lacks or has otherwise, and the names of those it has no more."""
    return {name: value for name, value in new.items() if old.get(name) != value}, tuple(name for name in old if name not in new)


def _without(fields: PlainFields, name: str) -> PlainFields:
    return {key: value for key, value in fields.items() if key != name}


def apply(folder: Path, changes: Iterable[Change], *, file: str = "") -> dict[Path, str]:
    """Return the new texts of the files of the termbase in `folder` that `changes` touch; nothing is written.

    Every other character stays: comments, order, line ends, a byte order mark (U+FEFF, the first character of the text). All changes
    say what they mean by the termbase as it is on disk; terms may also be added to an entry that was added before. A new entry goes to
    `file` (a name in the folder), else to the file of its subject, a new one where there is none.

    Raises TermbaseError: for files that cannot be read, with all problems; for a change whose entry or term is not there, or
    already there. Whether the result can be loaded is for `glossary.editing.saving.save` to say.
    """
    with no_collection():
        opened = Folder(folder)
        for change in changes:
            opened.do(change, file)
        return opened.texts()
