"""The report of an import for machines: plain values, English words, messages rendered in English."""

from __future__ import annotations

from typing import Any

from msgspec.structs import asdict

from glossary.interchange.collecting import ReadSheet
from glossary.interchange.importing import Plan, Written
from glossary.interchange.joining import Difference
from glossary.interchange.sheet import Note, letter
from glossary.messages import render

VERSION = 1


def report(plan: Plan, written: Written | None, *, dry_run: bool) -> dict[str, Any]:
    """Return what `--format json` prints; `written` is None where nothing could be written because of refused rows."""
    joined = plan.joined
    return {
        "version": VERSION,
        "into": str(plan.destination.folder),
        "new": plan.destination.new,
        "dry_run": dry_run,
        "sheets": [_sheet(sheet) for sheet in plan.sheets],
        "added": [_difference(one) for one in joined.added],
        "changed": [_difference(one) for one in joined.changed],
        "missing": [_difference(one) for one in joined.missing],
        "unchanged": joined.unchanged,
        "refused": [_note(note) for note in plan.refused],
        "remarks": [_note(note) for note in (*(note for sheet in plan.sheets for note in sheet.notes), *joined.notes)],
        "written": [str(path) for path in written.files] if written else [],
        "proposed": written.proposed if written else 0,
    }


def _sheet(found: ReadSheet) -> dict[str, Any]:
    return {
        "path": found.sheet.path,
        "sheet": found.sheet.name,
        "encoding": found.sheet.encoding,
        "delimiter": found.sheet.delimiter,
        "header_row": found.mapping.header_row,
        "rows": found.rows,
        "refused_rows": found.refused_rows,
        "columns": [
            {
                "column": letter(one.index),
                "header": one.header,
                "field": one.target.name if one.target else "",
                "how": one.how,
                "not_carried": found.lost.get(one.index, 0),
            }
            for one in found.mapping.columns
        ],
    }


def _difference(one: Difference) -> dict[str, Any]:
    change = {name: value for name, value in asdict(one.change).items() if value not in ("", (), {})}
    return {"place": one.place, **change, "action": one.change.action.value, "before": one.before}


def _note(note: Note) -> dict[str, Any]:
    return {"place": note.place, "code": note.code, "args": note.arguments, "message": render(note.code, note.values)}
