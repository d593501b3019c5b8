"""Drafts beside the termbase they are meant for: new entries, changes to present ones, what is the same, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy

from msgspec import Struct

from glossary.interchange import fields
from glossary.interchange.drafts import Draft, TermDraft
from glossary.interchange.ids import free, id_from, id_term
from glossary.interchange.sheet import Extent, Note
from glossary.model import Concept, Status
from glossary.termbase.actions import Action, Change
from glossary.termbase.pairing import TermKey, numbered
from glossary.termbase.plain import PlainFields, concept_fields, type_of


class Difference(Struct, frozen=True):
    """A change, what it concerns as it was before, and where the file asks for it."""

    change: Change
    before: PlainFields = {}
    place: str = ""


class Joined(Struct, kw_only=True):
    """What files want of a termbase. `missing` is in the termbase, in the extent of the files, and not in them."""

    added: list[Difference] = []
    changed: list[Difference] = []
    missing: list[Difference] = []
    unchanged: int = 0
    refused: list[Note] = []
    notes: list[Note] = []
    left: dict[str, dict[tuple[str, TermKey], PlainFields]] = {}  # terms that the file does not have, of entries that it has


class Known(Struct):
    """Entries of the termbase, each looked up by id and by its right terms."""

    by_id: dict[str, Concept]
    by_term: dict[tuple[str, str], list[str]]
    derived: dict[str, frozenset[tuple[str, str]]] = {}
    plain: dict[str, PlainFields] = {}

    def fields_of(self, id: str) -> PlainFields:
        """Return the fields of an entry, worked out once."""
        if id not in self.plain:
            self.plain[id] = concept_fields(self.by_id[id])
        return self.plain[id]


def known(concepts: Iterable[Concept], merged: Iterable[Concept] = ()) -> Known:
    """Return the entries for looking up; `merged` are the same with the names that follow from others."""
    derived = {concept.id: frozenset((term.language, term.text) for term in concept.terms if term.derived) for concept in merged}
    found = Known({}, {}, derived, {})
    for concept in concepts:
        found.by_id[concept.id] = concept
        for term in concept.terms:
            if not term.derived and term.status is not Status.DEPRECATED:
                found.by_term.setdefault((term.language, term.text), []).append(concept.id)
    return found


def join(drafts: Iterable[Draft], termbase: Known, *, subject: str, own: bool, extent: Extent | None) -> Joined:
    """Return what `drafts` want. With `own` they are an export that comes back, so that an empty cell means that nothing shall be there.

    `extent` is what the export was asked to hold, None where only its rows tell.
    """
    found = Joined(added=[], changed=[], missing=[], refused=[], notes=[], left={})
    drafts = list(drafts)
    taken = {draft.id for draft in drafts if draft.id} | termbase.by_id.keys()
    repeated = {draft.id for draft in drafts if draft.id and draft.id in termbase.by_id}
    made: set[str] = set()
    for draft in drafts:
        id = draft.id or _present(draft, termbase)
        if not id:
            wanted = id_from(id_term(draft.terms).fields["text"])
            id = free(wanted, taken)
            if id != wanted:
                code = "import.id-taken" if wanted in termbase.by_id else "import.same-name"
                found.notes.append(Note(code, draft.place, {"id": id, "other": wanted}))
            taken.add(id)
        if id not in termbase.by_id:
            _add(found, draft, id, subject)
        elif id in made or (id in repeated and not draft.id):
            found.refused.append(Note("import.entry-twice", draft.place, {"id": id}))
        else:
            made.add(id)
            _change(found, draft, id, termbase)
    if own:
        found.missing += _missing(found, drafts, termbase, extent)
    return found


def _present(draft: Draft, termbase: Known) -> str:
    """Return the entry that a row without id is about: the one whose right name its first term is, if it is one."""
    term = id_term(draft.terms)
    ids = list(dict.fromkeys(termbase.by_term.get((term.language, term.fields["text"]), ())))
    if len(ids) > 1:
        # Homonyms: another name that both have decides.
        others = {(one.language, one.fields["text"]) for one in draft.terms if one is not term}
        ids = [id for id in ids if any(id in termbase.by_term.get(other, ()) for other in others)]
    return ids[0] if len(ids) == 1 else ""


def _add(found: Joined, draft: Draft, id: str, subject: str) -> None:
    """Note a new entry."""
    entry: PlainFields = {"subject": subject} if subject else {}
    entry |= deepcopy(draft.fields)
    terms: dict[str, list[PlainFields]] = {}
    for term in draft.terms:
        made = {"status": Status.ADMITTED.value, **term.defaults, **term.fields}
        if made not in terms.get(term.language, ()):
            terms.setdefault(term.language, []).append(made)
    if terms:
        entry["terms"] = terms
    if not terms and not entry.keys() & {"names", "members"}:
        found.refused.append(Note("import.no-term", draft.place))
        return
    entry.setdefault("kind", "person" if "names" in entry else "bilateral" if "members" in entry else "phrase")
    found.added.append(Difference(Change(action=Action.ADD_CONCEPT, concept=id, fields=entry), place=draft.place))


def was(key: TermKey) -> str:
    """Return how a term is called in the column `was`, by which an edited row is known again."""
    more = (f" [{key.type}]" if key.type != "full" else "") + (f" #{key.number + 1}" if key.number else "")
    return key.text + more


def _change(found: Joined, draft: Draft, id: str, termbase: Known) -> None:
    """Note what a draft changes in an entry that is there."""
    old, derived = termbase.fields_of(id), termbase.derived.get(id, frozenset())
    changes: list[Difference] = []
    new: list[TermDraft] = []
    if change := _entry_change(id, old, _told(old, draft.fields, draft.told)):
        changes.append(Difference(change, _concerned(old, change), draft.place))
    terms = {language: numbered(listed) for language, listed in old.get("terms", {}).items()}
    left = {(language, key): fields for language, keyed in terms.items() for key, fields in keyed.items()}
    for term in _by_certainty(draft.terms):
        key, gone = _find(term, left)
        if gone:
            found.refused.append(Note("import.was-gone", term.place, {"was": term.was, "language": term.language, "id": id}))
        elif key is None:
            if (term.language, term.fields["text"]) not in derived:
                new.append(term)
        else:
            language, which = key
            before = left.pop(key)
            if change := _term_change(id, language, which, before, _told(before, term.fields, term.told)):
                changes.append(Difference(change, _concerned(before, change), term.place))
    for term in new:
        changes.append(_renamed(id, term, new, left) or _addition(id, term))
    found.left[id] = left
    found.changed += changes
    if not changes:
        found.unchanged += 1


def _renamed(id: str, term: TermDraft, new: Sequence[TermDraft], left: dict[tuple[str, TermKey], PlainFields]) -> Difference | None:
    """Return the change of a text in a list of names: where one name came into a cell and one went, it was corrected."""
    if not term.told or any(leaf.path == ("text",) for leaf in term.told):
        return None
    status = term.fields.get("status")
    gone = [key for key, before in left.items() if key[0] == term.language and before["status"] == status]
    come = [other for other in new if other.language == term.language and other.fields.get("status") == status]
    if len(gone) != 1 or len(come) != 1:
        return None
    before = left.pop(gone[0])
    change = _term_change(id, term.language, gone[0][1], before, {**before, "text": term.fields["text"]})
    return Difference(change, _concerned(before, change), term.place) if change else None


def _by_certainty(terms: Sequence[TermDraft]) -> list[TermDraft]:
    """Return the terms that say which they were before those that only have the same text."""
    return sorted(terms, key=lambda term: not term.was)


def _find(term: TermDraft, left: Mapping[tuple[str, TermKey], PlainFields]) -> tuple[tuple[str, TermKey] | None, bool]:
    """Return the term that a row is about, None for a new one; True where it was a term that is gone since the export."""
    if term.was:
        found = next((key for key in left if key[0] == term.language and was(key[1]) == term.was), None)
        return found, found is None
    text = term.fields["text"]
    same = [key for key in left if key[0] == term.language and key[1].text == text]
    for names in (("type", "region", "profile"), ("type", "region"), ("region",), ("type",), ()):
        for key in same:
            before = left[key]
            if all(name in term.fields and term.fields[name] == before.get(name) for name in names):
                return key, False
    return None, False


def _addition(id: str, term: TermDraft) -> Difference:
    made = {"status": Status.ADMITTED.value, **term.defaults, **term.fields}
    change = Change(action=Action.ADD_TERM, concept=id, language=term.language, text=made["text"], type=type_of(made), fields=made)
    return Difference(change, place=term.place)


def _told(old: PlainFields, said: PlainFields, told: Iterable[fields.Leaf]) -> PlainFields:
    """Return `old` with what a row says; a cell that is empty now takes away what an export had put there."""
    new = deepcopy(old)
    for leaf in told:
        if fields.get(said, leaf.path) is None and leaf.path != ("status",) and leaf.path != ("kind",):
            fields.put(new, leaf.path, None)
    for name, value in said.items():
        new[name] = {**new.get(name, {}), **value} if isinstance(value, dict) and isinstance(new.get(name), dict) else value
    return new


def _entry_change(id: str, old: PlainFields, new: PlainFields) -> Change | None:
    changed, gone = _changed(old, new)
    return Change(action=Action.CHANGE_CONCEPT, concept=id, fields=changed, without=gone) if changed or gone else None


def _term_change(id: str, language: str, key: TermKey, old: PlainFields, new: PlainFields) -> Change | None:
    changed, gone = _changed(old, new)
    if not changed and not gone:
        return None
    return Change(
        action=Action.CHANGE_TERM, concept=id, language=language, text=key.text, type=key.type, number=key.number,
        fields=changed, without=gone,
    )  # fmt: skip


def _changed(old: PlainFields, new: PlainFields) -> tuple[PlainFields, tuple[str, ...]]:
    changed = {name: value for name, value in new.items() if old.get(name) != value and name != "terms"}
    return changed, tuple(name for name in old if name not in new)


def _concerned(old: PlainFields, change: Change) -> PlainFields:
    return {name: old[name] for name in (*change.fields, *change.without) if name in old}


def _missing(found: Joined, drafts: Sequence[Draft], termbase: Known, extent: Extent | None) -> Iterator[Difference]:
    """Yield what an export that comes back has no more: entries, and terms of those it has."""
    by_id = {draft.id: draft for draft in drafts if draft.id in found.left}
    seen = extent or Extent(
        languages=tuple({term.language for draft in by_id.values() for term in draft.terms}),
        subjects=tuple({termbase.by_id[id].subject for id in by_id}),
        statuses=tuple({term.fields["status"] for draft in by_id.values() for term in draft.terms if "status" in term.fields}),
    )

    def inside(language: str, term: PlainFields) -> bool:
        return (not seen.languages or language in seen.languages) and (not seen.statuses or term["status"] in seen.statuses)

    for id, concept in termbase.by_id.items():
        if seen.subjects and concept.subject not in seen.subjects:
            continue
        old = termbase.fields_of(id)
        if id in found.left:
            for (language, key), before in found.left[id].items():
                if inside(language, before):
                    yield Difference(_removal(id, language, key), before)
        elif not old.get("terms") or any(inside(language, term) for language, listed in old["terms"].items() for term in listed):
            yield Difference(Change(action=Action.REMOVE_CONCEPT, concept=id), old)


def _removal(id: str, language: str, key: TermKey) -> Change:
    return Change(action=Action.REMOVE_TERM, concept=id, language=language, text=key.text, type=key.type, number=key.number)
