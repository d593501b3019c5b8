"""Rows as drafts of entries: what a file says of each concept, checked cell by cell, not yet compared with any termbase."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from glossary.interchange import cells, fields, notation
from glossary.interchange.cells import Tally
from glossary.interchange.fields import CellProblem, Leaf
from glossary.interchange.headers import LANGUAGE, TERM, WAS, Target, guess
from glossary.interchange.mapping import Mapping
from glossary.interchange.options import Options
from glossary.interchange.sheet import DATE, ERROR, FORMULA, NO_RESULT, NUMBER, Note, Row, Sheet
from glossary.languages import HAN_LANGUAGES, SCRIPT_OF_REGION, canonical
from glossary.model import Status
from glossary.termbase.plain import Plain, PlainFields
from glossary.termbase.shapes import FLAG, NCNAME, SCALARS

_TAG = re.compile(SCALARS["language"].pattern)

# What holds for every term of a cell; anything else is about the first one, or about as many as it has parts.
_EACH = frozenset({"status", "region", "profile", "pos", "authority", "use", "stage", "type"})
_PARTED = frozenset({"status", "reading", "pinyin"})
_OF_WRONG = ("reason", "origin", "seen")
_ODD = {NUMBER: "import.numbers", DATE: "import.dates", FORMULA: "import.formulas"}
_UNREADABLE = {ERROR: "import.cell-error", NO_RESULT: "import.cell-no-result"}


class TermDraft(Struct, kw_only=True):
    """A term as a row has it.

    `told` are the columns that speak of it, filled or empty, `was` is the term when it was exported, `defaults` are for a new one.
    """

    language: str
    fields: PlainFields
    place: str
    was: str = ""
    defaults: PlainFields = {}
    told: tuple[Leaf, ...] = ()


class Draft(Struct, kw_only=True):
    """A concept as the rows have it. `told` are the columns that speak of it; `joins`: it goes on with the draft before."""

    place: str
    id: str = ""
    fields: PlainFields = {}
    terms: list[TermDraft] = []
    told: tuple[Leaf, ...] = ()
    joins: bool = False


class Refusal(Exception):
    """Why a row is not taken."""

    def __init__(self, notes: Sequence[Note]) -> None:
        super().__init__()
        self.notes = tuple(notes)


class _Cell(NamedTuple):
    column: int
    target: Target
    text: str
    place: str


class Reader:
    """Reads the rows of one sheet by its mapping; remarks add up in `tally`."""

    def __init__(self, sheet: Sheet, mapping: Mapping, options: Options, unescaped: Callable[[str], str] = str) -> None:
        self._sheet = sheet
        self._mapping = mapping
        self._options = options
        self._unescaped = unescaped
        self._understand = cells.meaning(options)
        self._leaves = {target: target.leaf for _, target in mapping.held if target.field not in (LANGUAGE, WAS)}
        self._texts = frozenset(index for index, target in mapping.held if target.is_text)
        self.tally = Tally()

    def draft(self, row: Row) -> Draft | None:
        """Return what a row says, None for an empty one. Raises Refusal with all that is wrong with it."""
        found = list(self._cells(row))
        if not any(cell.text for cell in found):
            if any(cell.strip() for cell in row.cells):
                self.tally.add("import.nothing-mapped", self._sheet.at(row.number))
            return None
        problems: list[Note] = []
        for cell in found:
            if (odd := row.odd.get(cell.column)) is not None:
                self._odd(odd, cell, problems)
        draft = Draft(place=self._sheet.at(row.number), fields={}, terms=[], joins=bool(row.joined & self._texts))
        self._concept(draft, [cell for cell in found if not cell.target.scope], problems)
        if self._mapping.by_term:
            self._one_term(draft, [cell for cell in found if cell.target.scope], problems)
        else:
            self._terms(draft, [cell for cell in found if cell.target.scope], problems)
        if not draft.terms and not problems and not (self._mapping.own and draft.id):
            problems.append(Note("import.no-term", draft.place))
        if problems:
            raise Refusal(problems)
        return draft

    def _cells(self, row: Row) -> Iterator[_Cell]:
        for index, target in self._mapping.held:
            text = row.cells[index] if index < len(row.cells) else ""
            where = self._sheet.at(row.number, index)
            if self._mapping.own:
                yield _Cell(index, target, self._unescaped(text), where)
                continue
            tidy = cells.tidied(text) if text else ""
            if tidy != text:
                self.tally.add("import.tidied", where)
            yield _Cell(index, target, tidy, where)

    def _odd(self, odd: str, cell: _Cell, problems: list[Note]) -> None:
        if odd in _UNREADABLE:
            problems.append(Note(_UNREADABLE[odd], cell.place, {"found": cell.text}))
        elif not (odd == DATE and cell.target.field.rpartition(".")[2] in ("date", "from", "until")):
            self.tally.add(_ODD[odd], cell.place, cell.text)

    def _value(self, cell: _Cell, problems: list[Note], text: str | None = None) -> Plain:
        """Return the value of a cell, None where it is empty or no value (noted in `problems`)."""
        text = cell.text if text is None else text
        if not text.strip():
            return None
        leaf = self._leaves[cell.target]
        read = fields.read if self._mapping.own else cells.value_of
        try:
            value = read(leaf.shape, text, leaf.name, self._understand) or None
            return None if leaf.shape == FLAG and value == "false" else value  # a flag that is not set is none
        except CellProblem as problem:
            problems.append(Note(problem.code, cell.place, problem.arguments))
            return None

    def _concept(self, draft: Draft, found: Sequence[_Cell], problems: list[Note]) -> None:
        for cell in found:
            if cell.target.field == "id":
                draft.id = cell.text.strip()
                if draft.id and not re.search(NCNAME, draft.id):
                    problems.append(Note("import.cell-id", cell.place, {"field": "id", "found": draft.id}))
            elif (value := self._value(cell, problems)) is not None:
                fields.put(draft.fields, self._leaves[cell.target].path, value)
        told = tuple(self._leaves[cell.target] for cell in found if cell.target.field != "id")
        # One row of an entry speaks of the concept; the others say nothing, rather than that all is gone.
        draft.told = told if self._mapping.own and draft.fields else ()

    def _one_term(self, draft: Draft, found: Sequence[_Cell], problems: list[Note]) -> None:
        """Read a row that has one term."""
        term = TermDraft(language="", fields={}, place=draft.place)
        told: list[Leaf] = []
        for cell in found:
            if cell.target.field == WAS:
                term.was = notation.unguarded(cell.text)
            elif cell.target.field == LANGUAGE:
                self._language(term, cell, problems)
            else:
                told.append(self._leaves[cell.target])
                if (value := self._value(cell, problems)) is not None:
                    fields.put(term.fields, told[-1].path, value)
                if cell.target.field == "text":
                    term.place = cell.place
        if term.fields.get("type") == "full":
            del term.fields["type"]
        term.told = tuple(told) if self._mapping.own else ()
        if "text" in term.fields and not term.language and not any(note.code == "import.bad-language" for note in problems):
            problems.append(Note("import.no-language", term.place, {"text": term.fields["text"]}))
        elif term.fields.keys() - {"status", "text"} and "text" not in term.fields:
            problems.append(Note("import.no-term", draft.place))
        if "text" in term.fields:
            self._complete(term)
            draft.terms.append(term)

    def _language(self, term: TermDraft, cell: _Cell, problems: list[Note]) -> None:
        if not (text := cell.text.strip()):
            return
        try:
            term.language, region = canonical(text)
        except ValueError:
            told = guess(text)
            term.language, region = ("" if told.field else told.language), told.region
        if not _TAG.match(term.language) or len(term.language.partition("-")[0]) > 3:
            problems.append(Note("import.bad-language", cell.place, {"found": text}))
            term.language = ""
        elif region and "region" not in term.fields:
            term.fields["region"] = [region]

    def _terms(self, draft: Draft, found: Sequence[_Cell], problems: list[Note]) -> None:
        """Read a row that has the terms of a concept, a column or more a language."""
        for cell in found:
            if cell.target.is_text:
                draft.terms += self._parted(cell)
        for cell in found:
            if not cell.target.is_text and cell.text:
                self._attribute(draft, cell, problems)
        first: set[tuple[str, str]] = set()
        for term in draft.terms:
            slot = (term.language, term.fields.get("type", ""))
            self._complete(term, first=slot not in first)
            first.add(slot)

    def _parted(self, cell: _Cell) -> Iterator[TermDraft]:
        target = cell.target
        own = self._mapping.own
        texts = notation.split(cell.text) if own else cells.parted(cell.text, target.scope, self._options)
        if len(texts) > 1 and not own:
            # Alternatives in a column of preferred names: what stands first is the one to use.
            self.tally.add("import.parted", cell.place, " | ".join(texts))
        elif not own and "/" in cell.text:
            self.tally.add("import.slash", cell.place, cell.text)
        for number, text in enumerate(texts):
            status = target.status
            if number and status == Status.PREFERRED.value and not own:
                status = Status.ADMITTED.value
            known: PlainFields = {"text": text, "status": status, "type": target.type}
            term = TermDraft(language=target.scope, fields={name: value for name, value in known.items() if value}, place=cell.place)
            if target.region:
                term.fields["region"] = [target.region]
            if own:
                term.told = tuple(leaf for leaf in (fields.leaf(TERM, "status"),) if leaf and target.status)
            yield term

    def _attribute(self, draft: Draft, cell: _Cell, problems: list[Note]) -> None:
        """Give a value to the terms that it is about."""
        name = cell.target.field
        same = [term for term in draft.terms if term.language == cell.target.scope]
        if name.partition(".")[0] in _OF_WRONG:
            same = [term for term in same if term.fields.get("status") == Status.DEPRECATED.value] or same
        elif name == "status":
            same = [term for term in same if "status" not in term.fields]
        elif name not in _EACH:
            same = [term for term in same if term.fields.get("status") != Status.DEPRECATED.value] or same
        if not same:
            self.tally.add("import.about-nothing", cell.place, cell.text)
            return
        parts = cells.parted(cell.text, cell.target.scope, self._options) if name in _PARTED else []
        if len(parts) == len(same) > 1:
            pairs = list(zip(same, parts, strict=True))
        else:
            pairs = [(term, cell.text) for term in (same if name in _EACH else same[:1])]
        for term, text in pairs:
            if (value := self._value(cell, problems, text)) is not None:
                fields.put(term.fields, self._leaves[cell.target].path, value)
        if name == "status" and len(parts) != len(same):
            _prefer_first(same)

    def _complete(self, term: TermDraft, *, first: bool = True) -> None:
        """Give a term what the options say of terms without it."""
        if term.fields.get("type") == "full":
            del term.fields["type"]
        if self._mapping.own:
            return
        options = self._options
        if "status" not in term.fields and "reason" in term.fields:
            term.fields["status"] = Status.DEPRECATED.value
        defaults: PlainFields = {}
        if "status" not in term.fields:
            self.tally.add("import.no-status", term.place, options.status.value)
            defaults["status"] = (options.status if first else Status.ADMITTED).value
        if options.region and _belongs(options.region, term.language):
            defaults["region"] = [options.region]
        if options.profile:
            defaults["profile"] = [options.profile]
        term.defaults = defaults


def _prefer_first(terms: Sequence[TermDraft]) -> None:
    """Leave one preferred term a type, where one word in the column of the status is about several."""
    seen: set[str] = set()
    for term in terms:
        type = term.fields.get("type", "full")
        if term.fields.get("status") == Status.PREFERRED.value:
            if type in seen:
                term.fields["status"] = Status.ADMITTED.value
            seen.add(type)


def _belongs(region: str, language: str) -> bool:
    """Whether a region says something of terms in a language: TW of Traditional Chinese, NZ of what is not written in Han script."""
    if region in SCRIPT_OF_REGION:
        return SCRIPT_OF_REGION[region] == language
    return language == "ja" if region == "JP" else language not in HAN_LANGUAGES
