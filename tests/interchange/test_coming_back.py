"""An edited export that comes back: changes become proposals, what is gone is named, and nothing is deleted in silence."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from glossary.errors import UsageError
from glossary.interchange.exporting import export
from glossary.interchange.importing import Plan, Written, carry_out, destination, plan, read_files
from glossary.interchange.options import Options
from glossary.interchange.sheet import Extent
from glossary.termbase.actions import Action
from glossary.termbase.proposals import read_queue
from glossary.termbase.reader import load

SAMPLE = {
    "termbase.yaml": "format: 1\ntitle: Sample\nlanguages: [en, ja]\n",
    "groups.yaml": """\
# Groupings, decided by the desk.
subject: groups
concepts:
  - id: quad
    kind: organisation
    note: {en: Four states.}
    terms:
      en:
        - {text: Quad, status: preferred}   # as the four write it
        - {text: the Four, status: deprecated, reason: style}
      ja:
        - {text: クアッド, status: preferred, reading: クアッド}
  - id: five-eyes
    terms:
      en:
        - {text: Five Eyes, status: preferred}
""",
}
Rows = list[dict[str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "terms"
    made.mkdir()
    for name, text in SAMPLE.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


def edited(folder: Path, edit: Callable[[Rows], None], extent: Extent = Extent(), rows: str = "term") -> bytes:  # noqa: B008
    data = export(load([folder]).termbase, ".csv", "x.csv", rows=rows, extent=extent).data.decode("utf-8-sig")
    reader = csv.DictReader(io.StringIO(data))
    listed = list(reader)
    edit(listed)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(reader.fieldnames or ()))
    writer.writeheader()
    writer.writerows(listed)
    return out.getvalue().encode()


def come_back(folder: Path, data: bytes, **options: Any) -> Plan:
    wanted = Options(**options)
    return plan(read_files([("x.csv", data)], wanted), destination([folder], given=True), wanted)


def write(found: Plan, *, directly: bool = False) -> Written:
    return carry_out(found, directly=directly, by="Reviewer", date="2026-11-22", note="")


def changes(found: Plan) -> list[tuple[str, str, str, dict[str, Any], tuple[str, ...]]]:
    return [(c.action.value, c.concept, c.text, c.fields, c.without) for c in (one.change for one in found.changes)]


def missing(found: Plan) -> list[tuple[str, str, str]]:
    return [(one.change.action.value, one.change.concept, one.change.text) for one in found.joined.missing]


def test_an_export_that_nobody_touched_changes_nothing(folder: Path) -> None:
    found = come_back(folder, edited(folder, lambda rows: None))
    assert (found.changes, found.joined.added, missing(found), found.joined.unchanged) == ((), [], [], 2)


def test_a_corrected_name_is_a_change_of_that_term(folder: Path) -> None:
    def edit(rows: Rows) -> None:
        rows[0] |= {"term.text": "the Quad", "term.status": "使用可"}

    assert changes(come_back(folder, edited(folder, edit))) == [
        ("change-term", "quad", "Quad", {"text": "the Quad", "status": "admitted"}, ())
    ]


def test_an_emptied_cell_takes_the_field_away(folder: Path) -> None:
    def edit(rows: Rows) -> None:
        rows[0]["note:en"] = ""
        rows[1]["term.reason"] = ""

    assert changes(come_back(folder, edited(folder, edit))) == [
        ("change-concept", "quad", "", {}, ("note",)),
        ("change-term", "quad", "the Four", {}, ("reason",)),
    ]


def test_rows_may_be_sorted(folder: Path) -> None:
    found = come_back(folder, edited(folder, lambda rows: rows.sort(key=lambda row: row["term.text"], reverse=True)))
    assert (found.changes, missing(found)) == ((), [])


def test_a_row_that_is_gone_is_named_and_deletes_nothing(folder: Path) -> None:
    data = edited(folder, lambda rows: rows.pop(0) and None)
    found = come_back(folder, data)
    assert (changes(found), missing(found)) == ([], [("remove-term", "quad", "Quad")])
    write(found)
    assert (folder / "groups.yaml").read_text(encoding="utf-8") == SAMPLE["groups.yaml"]
    assert [c[:3] for c in changes(come_back(folder, data, withdraw=True))] == [("remove-term", "quad", "Quad")]


def test_an_entry_that_is_gone_is_named(folder: Path) -> None:
    found = come_back(folder, edited(folder, lambda rows: rows.__setitem__(slice(None), [row for row in rows if row["id"] == "quad"])))
    # Without its rows nothing says that the subject of five-eyes was asked for, but it is the subject of quad.
    assert missing(found) == [("remove-concept", "five-eyes", "")]


@pytest.mark.parametrize("extent", [Extent(languages=("ja",)), Extent(statuses=("preferred",))])
def test_what_the_export_was_not_asked_for_is_not_missing(folder: Path, extent: Extent) -> None:
    assert missing(come_back(folder, edited(folder, lambda rows: None, extent))) == []


def test_a_workbook_says_what_it_was_asked_to_hold(folder: Path) -> None:
    extent = Extent(languages=("en",), statuses=("preferred",))
    data = export(load([folder]).termbase, ".xlsx", "x.xlsx", extent=extent).data
    (sheet,) = read_files([("x.xlsx", data)], Options())
    assert sheet.extent == extent


def test_a_row_whose_term_is_gone_since_is_refused(folder: Path) -> None:
    data = edited(folder, lambda rows: rows[0].update({"term.text": "the Quad"}))
    path = folder / "groups.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("text: Quad,", "text: QUAD,"), encoding="utf-8")
    assert [note.code for note in come_back(folder, data).refused] == ["import.was-gone"]


def test_changes_are_queued_once_and_new_entries_written(folder: Path) -> None:
    def edit(rows: Rows) -> None:
        rows[2]["term.reading"] = "くあっど"
        rows.append({**dict.fromkeys(rows[0], ""), "id": "aukus", "term.language": "en", "term.text": "AUKUS", "subject": "groups"})

    data = edited(folder, edit)
    written = write(come_back(folder, data))
    assert (written.proposed, written.waiting) == (1, 0)
    assert [(one.change.action, one.by) for one in read_queue(folder).proposals] == [(Action.CHANGE_TERM, "Reviewer")]
    assert load([folder]).termbase["aukus"].subject == "groups"
    assert load([folder]).termbase["quad"].terms[2].reading == "クアッド"
    again = write(come_back(folder, data))
    assert (again.proposed, again.waiting) == (0, 1)


def test_changes_are_made_at_once_when_asked_for_and_comments_stay(folder: Path) -> None:
    write(come_back(folder, edited(folder, lambda rows: rows[0].update({"term.text": "QUAD"}))), directly=True)
    text = (folder / "groups.yaml").read_text(encoding="utf-8")
    assert "# Groupings, decided by the desk.\n" in text
    assert "text: QUAD  # as the four write it" in text
    assert "{text: the Four, status: deprecated, reason: style}" in text
    assert not read_queue(folder).proposals


def test_a_name_moved_in_a_list_by_concept_gets_the_status_of_its_column(folder: Path) -> None:
    def edit(rows: Rows) -> None:
        rows[0] |= {"en.preferred": "Quad Group", "en.deprecated": "", "en.admitted": "the Four"}

    found = come_back(folder, edited(folder, edit, rows="concept"))
    assert sorted(c[2:4] for c in changes(found)) == [("Quad", {"text": "Quad Group"}), ("the Four", {"status": "admitted"})]
    assert missing(found) == []


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(b"x")
    with pytest.raises(UsageError) as caught:
        destination([tmp_path], given=True)
    assert caught.value.code == "import.not-a-termbase"


def test_a_list_finds_the_entry_by_its_name_and_leaves_what_it_does_not_say(folder: Path) -> None:
    found = come_back(folder, "English,日本語\nQuad,クアッド\nQuad Group,日米豪印\n".encode())
    assert (changes(found), found.joined.unchanged) == ([], 1)
    assert [one.change.concept for one in found.joined.added] == ["quad-group"]
    assert missing(found) == []
