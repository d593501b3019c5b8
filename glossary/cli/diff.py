"""glossary diff: compare two termbases, or one with what it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from glossary.cli.completing import readable
from glossary.cli.help import verb
from glossary.cli.options import common, format_option, settings
from glossary.locale import gettext_ as _
from glossary.locale import ngettext_


@verb(
    "diff",
    _("Show what changed between two termbases."),
    _("Each is a folder, a file, or a revision of git, as in HEAD~1 or v1.0:terms. Exit status 1 where they differ."),
)
@click.argument("old", metavar=_("OLD"))
@click.argument("new", metavar=_("[NEW]"), default="")
@format_option("text", "json")
@common
def command(old: str, new: str, output_format: str, **given: Any) -> int:
    """Print the changes from `old` to `new`, or to the termbase that holds here."""
    from glossary.cli import output
    from glossary.config import find_config, find_termbases
    from glossary.editing.comparing import compare, read_side
    from glossary.reporters.changes import render_changes
    from glossary.reporters.json import VERSION, dump

    chosen = settings(**given)
    old, new = readable(old), readable(new)
    if not new:
        folders, _origin = find_termbases(Path(), chosen.termbase, find_config(Path()))
        new = str(folders[-1])
    found = compare(read_side(old, new), read_side(new, old))
    if output_format == "json":
        output.for_machines()
        rows = [{**_row(each.change), "before": each.before} for each in found]
        output.line(dump({"version": VERSION, "changes": rows}))
        return int(bool(found))
    output.lines(render_changes([(each.change, each.before) for each in found], output.display(chosen.color)), chosen.color)
    entries = len({each.change.concept for each in found})
    differ = ngettext_("%(number)d entry differs.", "%(number)d entries differ.", entries) % {"number": entries}
    output.note(differ if found else _("No difference."))
    return int(bool(found))


def _row(change: Any) -> dict[str, Any]:
    from msgspec.structs import asdict

    return {**asdict(change), "action": change.action.value, "number": change.number}
