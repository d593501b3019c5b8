"""Lists as desks keep them (sheets/, made by make_sheets.py): what each gives, or what is said of it. The answers are in expected.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from glossary.errors import GlossaryError
from glossary.interchange.importing import Plan, carry_out, destination, plan, read_files
from glossary.interchange.options import Options
from glossary.messages import render

SHEETS = Path(__file__).parent / "sheets"
EXPECTED = tomllib.loads((SHEETS / "expected.toml").read_text(encoding="utf-8"))


def planned(name: str, tmp_path: Path, **options: Any) -> Plan:
    where = destination([tmp_path / "new"], given=True)
    wanted = Options(**options)
    return plan(read_files([(name, (SHEETS / name).read_bytes())], wanted), where, wanted)


def entries(found: Plan) -> list[str]:
    lines = []
    for one in found.joined.added:
        fields = one.change.fields
        terms = [
            f"{language} {term['text']} {term['status']}"
            + "".join(f" {name}={value}" for name, value in term.items() if name not in ("text", "status"))
            for language, listed in fields["terms"].items()
            for term in listed
        ]
        rest = [f"{name}={value}" for name, value in fields.items() if name not in ("terms", "kind")]
        lines.append(" | ".join([one.change.concept, *terms, *rest]))
    return lines


def result(name: str, tmp_path: Path) -> dict[str, Any]:
    try:
        found = planned(name, tmp_path)
    except GlossaryError as error:
        render(error.code, error.arguments)
        return {"error": error.code}
    notes = [note for sheet in found.sheets for note in sheet.notes] + found.joined.notes
    for note in (*notes, *found.refused):
        render(note.code, note.values)
    columns = [f"{one.header} → {one.target.name if one.target else one.how}" for one in found.sheets[0].mapping.columns]
    shown = {
        "columns": columns,
        "entries": entries(found),
        "remarks": [note.code for note in notes if note.code != "import.no-status"],
        "refused": [f"{note.place} {note.code}" for note in found.refused],
    }
    return {name: value for name, value in shown.items() if value}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_list_gives_what_is_expected(name: str, tmp_path: Path) -> None:
    assert result(name, tmp_path) == {key: value for key, value in EXPECTED[name].items() if key != "about"}


def test_every_sheet_has_its_answer() -> None:
    names = {path.name for path in SHEETS.iterdir() if path.name not in ("make_sheets.py", "expected.toml", "__pycache__")}
    assert names == EXPECTED.keys()


@pytest.mark.parametrize("name", [name for name, answer in EXPECTED.items() if "entries" in answer])
def test_what_was_read_can_be_written_and_loaded(name: str, tmp_path: Path) -> None:
    found = planned(name, tmp_path)
    written = carry_out(found, directly=False, by="", date="", note="")
    assert [path.name for path in written.files] == ["termbase.yaml", "entries.yaml"]
    again = plan(found.sheets, destination([tmp_path / "new"], given=True), Options())
    assert not again.joined.added
    assert not again.joined.changed
