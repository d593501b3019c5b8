"""Which row is the header, and what each column means: by option, by its name, by its words, by what stands in its cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from glossary.errors import UsageError
from glossary.interchange import words
from glossary.interchange.fields import names as field_names
from glossary.interchange.headers import STATUSES, TERM, TYPES, Guess, Target, guess, named
from glossary.interchange.heading import bare, find_header, heads, is_letter
from glossary.interchange.sheet import Row, Sheet, letter
from glossary.languages import ENGLISH, HAN_LANGUAGES, JAPANESE, SIMPLIFIED, TRADITIONAL
from glossary.termbase.shapes import NCNAME
from glossary.text.detect import detect

SAMPLE = 300  # rows that are looked at before the first is taken
_FEW = 200  # cells that tell the language of a column

# How a column got its meaning, for the report.
OPTION, NAME, HEADER, CELLS, BESIDE, SERIAL, NONE, TAKEN = "option", "name", "header", "cells", "beside", "serial", "none", "taken"


class MappedColumn(Struct, frozen=True, kw_only=True):
    """A column, counted from 0, its header, and what it holds; `beside` is the column that it is about, where that was guessed."""

    index: int
    header: str
    target: Target | None = None
    how: str = NONE
    beside: int = -1


class Mapping(Struct, frozen=True, kw_only=True):
    """What the columns of a sheet mean; data begins in row `first`. With `own`, the sheet is in a layout that we export."""

    columns: tuple[MappedColumn, ...]
    header_row: int
    first: int
    by_term: bool = False
    own: bool = False

    @property
    def held(self) -> tuple[tuple[int, Target], ...]:
        """Column and target of those that are carried."""
        return tuple((one.index, one.target) for one in self.columns if one.target)


class _Draft(Struct):
    index: int
    header: str
    guess: Guess = Guess()
    target: Target | None = None
    how: str = NONE
    beside: int = -1


def map_columns(sheet: Sheet, rows: Sequence[Row], maps: Sequence[tuple[str, str]]) -> Mapping:
    """Return the mapping of a sheet whose first `SAMPLE` rows are `rows`; `maps` are (header or letter, name of a field).

    Raises UsageError where there is no header that anybody would know, for a map to a field or from a column that is not there, and
    for a column of terms whose language cannot be told.
    """
    targets = {bare(header): _target(field, sheet.path) for header, field in maps}
    at, second = find_header(rows, sheet.merges, targets)
    if at < 0 and not (targets and all(is_letter(header) for header in targets)):
        raise _no_header(sheet, rows)
    texts = heads(rows, sheet.merges, at, second)
    data = rows[(second if second >= 0 else at) + 1 :]
    width = max((len(row.cells) for row in rows), default=0)
    columns = [_Draft(index, texts[index] if index < len(texts) else "") for index in range(width)]
    columns = [one for one in columns if one.header or any(len(row.cells) > one.index and row.cells[one.index].strip() for row in data)]
    _name_columns(sheet, columns, targets)
    by_term = any(one.target and one.target.scope == TERM for one in columns) or _is_by_term(columns)
    if by_term:
        _by_term(columns)
    else:
        _texts(sheet, columns, data)
        _attributes(columns, data)
    _about_the_concept(columns, data)
    _refuse_twins(columns)
    mapped = tuple(MappedColumn(index=c.index, header=c.header, target=c.target, how=c.how, beside=c.beside) for c in columns)
    if not any(one.target and one.target.is_text for one in mapped) and not _is_own(mapped):
        raise _no_header(sheet, rows)
    first = data[0].number if data else rows[-1].number + 1 if rows else 1
    return Mapping(columns=mapped, header_row=rows[at].number if at >= 0 else 0, first=first, by_term=by_term, own=_is_own(mapped))


def _target(field: str, path: str) -> Target:
    if field in STATUSES or field == "status":
        raise UsageError("import.map-language", path=path, field=field)
    target = named(field)
    if target is None:
        known = ", ".join(("id", "en", "ja", "en.preferred", "ja.reading", "note:en", *field_names("concept")))
        raise UsageError("import.no-field", path=path, field=field, known=known)
    return target


def _name_columns(sheet: Sheet, columns: list[_Draft], targets: dict[str, Target]) -> None:
    """Give the columns what their headers say in so many words; raises UsageError for a map that fits none."""
    by_header = {bare(one.header): one for one in reversed(columns) if one.header}
    by_letter = {letter(one.index).lower(): one for one in columns}
    for header, target in targets.items():
        column = by_header.get(header) or by_letter.get(header)
        if column is None:
            known = ", ".join(one.header or letter(one.index) for one in columns)
            raise UsageError("import.no-column", path=sheet.title, column=header, known=known)
        column.target, column.how = target, OPTION
    headers = {one.header for one in columns}
    # In a layout of ours every name is a field; in any other, kind and members may be anything.
    own = "id" in headers and ("term.text" in headers or any(header.endswith(".preferred") for header in headers))
    for column in columns:
        if column.target is None and column.header:
            column.target = named(column.header) if own or "." in column.header or ":" in column.header or column.header == "id" else None
            column.how = NAME if column.target else NONE
            column.guess = guess(column.header)


def _is_by_term(columns: Sequence[_Draft]) -> bool:
    fields = {one.guess.field for one in columns if not one.guess.language}
    return words.LANGUAGE in fields and words.TERM in fields


_TERM_FIELDS = {words.LANGUAGE: "language", words.TERM: "text", "status": "status", "reading": "reading", "pinyin": "pinyin",
                "pos": "pos", "region": "region"}  # fmt: skip


def _by_term(columns: Iterable[_Draft]) -> None:
    """Map the columns of a list that has a row a term."""
    for column in columns:
        if column.target is None and column.guess.field in _TERM_FIELDS and not column.guess.language:
            column.target, column.how = Target(TERM, _TERM_FIELDS[column.guess.field]), HEADER


def _texts(sheet: Sheet, columns: Sequence[_Draft], data: Sequence[Row]) -> None:
    """Map the columns that hold terms; raises UsageError where the language of one cannot be told."""
    paired = any(one.guess.field == words.TARGET for one in columns)
    for column in columns:
        field, language = column.guess.field, column.guess.language
        # "Source" alone is where a term was found; beside "Target" it is the term.
        if field == words.SOURCE and column.guess.word == "source" and not paired:
            column.guess = Guess(field="sources", word="source")
            continue
        named_text = language and field in ("", words.TERM, words.SOURCE, words.TARGET, *STATUSES, *TYPES)
        if column.target or not (named_text or field in (words.TERM, words.SOURCE, words.TARGET)):
            continue
        how = HEADER
        if language in ("", words.CHINESE):
            found = language_of(_cells(column, data), (SIMPLIFIED, TRADITIONAL) if language else ())
            language, how = found or (SIMPLIFIED if language else ""), CELLS
            if not language:
                raise UsageError("import.which-language", path=sheet.title, header=column.header)
        status, type = (field if field in STATUSES else ""), (field if field in TYPES else "")
        column.target, column.how = Target(language, "text", status, type, column.guess.region), how


def _attributes(columns: Sequence[_Draft], data: Sequence[Row]) -> None:
    """Map what is said of terms: to the language that the header names, else to the one that fits, or that stands on the left."""
    texts = [one for one in columns if one.target and one.target.is_text]
    for column in columns:
        field, language = column.guess.field, column.guess.language
        if column.target or field not in (*STATUSES, *TYPES, "status", "reading", "pinyin", "pos", "region") or not texts:
            continue
        beside = next((one for one in reversed(texts) if one.index < column.index), texts[0])
        how = HEADER
        if not language:
            languages = [one.target.scope for one in texts if one.target]
            language, how, beside = _whose(column, field, data, languages, beside)
        if field in (*STATUSES, *TYPES):
            status, type = (field, "") if field in STATUSES else ("", field)
            column.target = Target(language, "text", status, type, beside.target.region if beside.target and how == BESIDE else "")
        else:
            column.target = Target(language, field)
        column.how, column.beside = how, beside.index if how == BESIDE else -1


def _whose(column: _Draft, field: str, data: Sequence[Row], languages: Sequence[str], beside: _Draft) -> tuple[str, str, _Draft]:
    """Return the language that an attribute is about, and how that is known."""
    natural = {"reading": (JAPANESE,), "pinyin": (SIMPLIFIED, TRADITIONAL)}.get(field, ())
    nearest = beside.target.scope if beside.target else ""
    if natural:
        fitting = [nearest] if nearest in natural else [one for one in languages if one in natural]
        return (fitting[0] if fitting else natural[0]), HEADER, beside
    if field in (*STATUSES, *TYPES):
        found = language_of(_cells(column, data), tuple(languages))
        if found and found != nearest:
            return found, CELLS, beside
    return nearest, BESIDE, beside


def _about_the_concept(columns: Sequence[_Draft], data: Sequence[Row]) -> None:
    """Map what is said of the concept as a whole."""
    for column in columns:
        field = column.guess.field
        if column.target:
            continue
        if field == words.SERIAL:
            column.how = SERIAL
        elif field in ("note", "definition"):
            own = words.HEADER_LANGUAGE.get(column.guess.word, ENGLISH)
            found = language_of(_cells(column, data), ())
            language = own if found in ("", *HAN_LANGUAGES) and own != ENGLISH and found != JAPANESE else found or own
            if column.guess.language and column.guess.language != words.CHINESE and field == "note":
                column.target = Target(column.guess.language, f"note:{language}", region=column.guess.region)
            else:
                column.target = Target("", f"{field}:{language}")
            column.how = HEADER
        elif field == "id" and not _are_ids(_cells(column, data)):
            column.how = SERIAL  # numbers of rows, or of another system: no names of entries
        elif field in ("id", "subject", "sources"):
            column.target, column.how = Target("", field), HEADER


def _are_ids(cells: Sequence[str]) -> bool:
    return 2 * sum(bool(re.search(NCNAME, cell.strip())) for cell in cells) >= len(cells)


def _cells(column: _Draft, data: Sequence[Row]) -> list[str]:
    cells = (row.cells[column.index] for row in data if len(row.cells) > column.index)
    return [cell for cell in cells if cell.strip()][:_FEW]


def language_of(cells: Sequence[str], among: Sequence[str]) -> str:
    """Return the language in which most of `cells` are, "" where nothing tells; with `among`, one of these."""
    votes = Counter(detect(cell) for cell in cells)
    certain = {language: count for language, count in votes.items() if not language.startswith("und") and (not among or language in among)}
    # A list of Japanese names has many without kana; Latin letters in some cells are abbreviations.
    if certain.get(JAPANESE, 0) * 10 >= len(cells) and certain.get(JAPANESE, 0) >= max(
        certain.get(SIMPLIFIED, 0), certain.get(TRADITIONAL, 0)
    ):
        return JAPANESE if certain.get(JAPANESE) else ""
    undecided = votes.get("und-Hani", 0)
    if certain.get(ENGLISH, 0) > undecided + sum(certain.values()) - certain.get(ENGLISH, 0):
        return ENGLISH
    han = {language: count for language, count in certain.items() if language != ENGLISH}
    if han:
        return max(han, key=lambda language: han[language])
    return ENGLISH if certain.get(ENGLISH) and not undecided else ""


def _refuse_twins(columns: Sequence[_Draft]) -> None:
    """Let a field be held by one column: the first that was named, else the first. Texts may have several."""
    order = {OPTION: 0, NAME: 1}
    taken: dict[Target, _Draft] = {}
    for column in sorted(columns, key=lambda one: order.get(one.how, 2)):
        if column.target is None or (column.target.is_text and column.target.scope != TERM):
            continue
        if former := taken.get(column.target):
            column.target, column.how, column.beside = None, TAKEN, former.index
        else:
            taken[column.target] = column


def _is_own(columns: Sequence[MappedColumn]) -> bool:
    names = {one.target.name for one in columns if one.target and one.how in (NAME, OPTION)}
    by_term = {"id", "term.language", "term.text"} <= names
    return by_term or ("id" in names and any(name.endswith(".preferred") for name in names))


def _no_header(sheet: Sheet, rows: Sequence[Row]) -> UsageError:
    first = next((row for row in rows if any(cell.strip() for cell in row.cells)), None)
    cells = [" ".join(cell.split())[:20] for cell in first.cells[:6]] if first else []
    shown = ", ".join(f"{letter(index)}: {cell}" for index, cell in enumerate(cells) if cell)
    return UsageError("import.no-header", path=sheet.title, row=first.number if first else 1, cells=shown)
