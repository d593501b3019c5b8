"""Applying changes: the entries of a folder as plain values, changed one by one, then spliced into the text of their files."""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

from msgspec import Struct

from glossary import languages
from glossary.errors import TermbaseError
from glossary.termbase.actions import Action, Change
from glossary.termbase.folders import MANIFEST_NAME, files, home, read_bytes
from glossary.termbase.layout import file_text, slot_of
from glossary.termbase.pairing import TermKey, numbered
from glossary.termbase.plain import Plain, PlainFields
from glossary.termbase.splicing import revise
from glossary.termbase.tree import Branch, plain, tree_from
from glossary.termbase.writer import SourceText, read_tree

_ORDER = languages.LANGUAGES
_NOT_IN_NAMES = re.compile(r"[^\w]+")


class _File(Struct):
    """A subject file: as it is, None for a new one, and as it shall be."""

    fields: PlainFields
    source: SourceText | None = None
    tree: Branch | None = None


class _Cell(Struct):
    """A term that keeps its place in the list while others come and go; None for one that is gone."""

    term: Plain


class Folder:
    """The files of one termbase, read once, and what is to become of them."""

    def __init__(self, folder: Path) -> None:
        """Read the files. Raises TermbaseError with every problem found."""
        self._home = home(folder)
        self._files: dict[Path, _File] = {}
        self._entries: dict[str, PlainFields] = {}
        self._where: dict[str, Path] = {}
        self._cells: dict[tuple[str, str], list[_Cell]] = {}
        self._keys: dict[tuple[str, str], dict[TermKey, _Cell]] = {}
        problems: list[TermbaseError] = []
        for path in files(folder) if folder.exists() else ():  # a layer that is only begun
            if path.name != MANIFEST_NAME:
                problems += self._open(path)
        if problems:
            raise TermbaseError("termbase.problems", path=str(folder), problems=tuple(problems), count=len(problems))

    def do(self, change: Change, file: str) -> None:
        """Carry out one change. Raises TermbaseError where its entry or term is not there, or already there."""
        _ACTIONS[change.action](self, change, file)

    def texts(self) -> dict[Path, str]:
        """Return the new text of each file that changes."""
        for (id, language), cells in self._cells.items():
            if id in self._entries:
                _put_terms(self._entries[id], language, [cell.term for cell in cells if cell.term is not None])
        found: dict[Path, str] = {}
        for path, each in self._files.items():
            if each.source is None or each.tree is None:
                tree = tree_from(each.fields)
                assert isinstance(tree, Branch)
                found[path] = file_text("file", tree)
            elif edits := revise(each.source.text, slot_of("file"), each.tree, each.fields):
                found[path] = each.source.edited(edits)
        return found

    def _open(self, path: Path) -> tuple[TermbaseError, ...]:
        try:
            source, tree, _record = read_tree(read_bytes(path), path)
        except TermbaseError as error:
            return error.problems or (error,)
        fields = plain(tree)
        self._files[path] = _File(fields, source, tree)
        for entry in fields.get("concepts", []):
            self._entries[_name(entry)] = entry
            self._where[_name(entry)] = path
        return ()

    def _entry(self, change: Change) -> PlainFields:
        if change.concept not in self._entries:
            raise TermbaseError("change.no-concept", path=str(self._home), id=change.concept)
        return self._entries[change.concept]

    def add_concept(self, change: Change, file: str) -> None:
        if change.concept in self._entries:
            raise TermbaseError("change.concept-exists", path=str(self._where[change.concept]), id=change.concept)
        entry: PlainFields = {**({} if "extends" in change.fields else {"id": change.concept}), **copy.deepcopy(change.fields)}
        path = self._destination(entry.get("subject", ""), file)
        fields = self._files[path].fields
        if entry.get("subject") == fields.get("subject"):
            entry.pop("subject", None)
        fields.setdefault("concepts", []).append(entry)
        self._entries[change.concept], self._where[change.concept] = entry, path

    def change_concept(self, change: Change, file: str) -> None:
        entry = self._entry(change)
        fields = copy.deepcopy(change.fields)
        if fields.get("subject", "") == self._files[self._where[change.concept]].fields.get("subject"):
            del fields["subject"]
            entry.pop("subject", None)
        _set(entry, fields, change.without)

    def remove_concept(self, change: Change, file: str) -> None:
        entry = self._entry(change)
        concepts = self._files[self._where[change.concept]].fields["concepts"]
        concepts[:] = [each for each in concepts if each is not entry]
        del self._entries[change.concept]

    def add_term(self, change: Change, file: str) -> None:
        term = {"text": change.text, **copy.deepcopy(change.fields)}
        cells = self._terms(change)
        if any(_same_place(cell.term, term) for cell in cells if cell.term is not None):
            raise TermbaseError(
                "change.term-exists", path=self._place(change), id=change.concept, text=term["text"], language=change.language
            )
        cells.append(_Cell(term))

    def change_term(self, change: Change, file: str) -> None:
        cell = self._cell(change)
        term = {"text": cell.term} if isinstance(cell.term, str) else cell.term
        _set(term, copy.deepcopy(change.fields), change.without)
        cell.term = term

    def remove_term(self, change: Change, file: str) -> None:
        self._cell(change).term = None

    def _terms(self, change: Change) -> list[_Cell]:
        where = (change.concept, change.language)
        if where not in self._cells:
            terms = self._entry(change).get("terms", {}).get(change.language, [])
            self._cells[where] = [_Cell(term) for term in terms]
            self._keys[where] = dict(zip(numbered(terms), self._cells[where], strict=True))
        return self._cells[where]

    def _cell(self, change: Change) -> _Cell:
        self._terms(change)
        cell = self._keys[change.concept, change.language].get(TermKey(change.text, change.type, change.number))
        if cell is None or cell.term is None:
            arguments: dict[str, Any] = {"id": change.concept, "text": change.text, "language": change.language, "type": change.type}
            raise TermbaseError("change.no-term", path=self._place(change), **arguments)
        return cell

    def _place(self, change: Change) -> str:
        return str(self._where[change.concept])

    def _destination(self, subject: str, file: str) -> Path:
        """Return the file of a new entry, which is made where it is not there."""
        if self._home.is_file():
            return self._home
        if file:
            path = self._home / (file if file.endswith((".yaml", ".yml")) else f"{file}.yaml")
            if path.name == MANIFEST_NAME or Path(file).is_absolute() or ".." in Path(file).parts:
                raise TermbaseError("change.bad-file", path=str(path))
        else:
            same = [path for path, each in self._files.items() if subject and each.fields.get("subject") == subject]
            path = same[0] if same else self._new_file(subject)
        if path not in self._files:
            self._files[path] = _File({"subject": subject} if subject else {})
        return path

    def _new_file(self, subject: str) -> Path:
        """Return a file for `subject`: entries without a subject must not get the one of their file."""
        name, number = _file_name(subject), 1
        path = self._home / f"{name}.yaml"
        while path in self._files and self._files[path].fields.get("subject", "") != subject:
            number += 1
            path = self._home / f"{name}_{number}.yaml"
        return path


_ACTIONS: dict[Action, Callable[[Folder, Change, str], None]] = {
    Action.ADD_CONCEPT: Folder.add_concept,
    Action.CHANGE_CONCEPT: Folder.change_concept,
    Action.REMOVE_CONCEPT: Folder.remove_concept,
    Action.ADD_TERM: Folder.add_term,
    Action.CHANGE_TERM: Folder.change_term,
    Action.REMOVE_TERM: Folder.remove_term,
}


def _name(entry: PlainFields) -> str:
    return str(entry.get("id", entry.get("extends", "")))


def _set(fields: PlainFields, values: PlainFields, without: tuple[str, ...]) -> None:
    fields.update(values)
    for name in without:
        fields.pop(name, None)


def _put_terms(entry: PlainFields, language: str, terms: list[Plain]) -> None:
    """Put `terms` below their language, a new one in the usual order; what is empty is left out."""
    by_language: PlainFields = entry.setdefault("terms", {})
    if terms and language not in by_language:
        later = _ORDER[_ORDER.index(language) + 1 :] if language in _ORDER else ()
        after = {key: by_language.pop(key) for key in list(by_language) if key in later}
        by_language |= {language: terms, **after}
    elif terms:
        by_language[language] = terms
    else:
        by_language.pop(language, None)
    if not by_language:
        del entry["terms"]


def _same_place(one: Plain, other: PlainFields) -> bool:
    """Whether two terms of a language are twins: a name may stand twice for two regions or profiles."""
    term = {"text": one} if isinstance(one, str) else one
    defaults = {"text": "", "type": "full", "region": [], "profile": []}
    return all(_listed(term.get(name, default)) == _listed(other.get(name, default)) for name, default in defaults.items())


def _listed(value: Plain) -> Plain:
    return value if isinstance(value, list) else [value]


def _file_name(subject: str) -> str:
    """Return a name for the file of `subject`: its words, joined; any script will do."""
    return _NOT_IN_NAMES.sub("_", unicodedata.normalize("NFC", subject)).strip("_").lower() or "entries"
