"""glossary import: bring a list from a spreadsheet into a termbase, or an edited export back."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from glossary.cli.changing import by_option, date_option, dry_run_option
from glossary.cli.completing import paths, profiles, readable
from glossary.cli.help import verb
from glossary.cli.options import common, format_option, region_option, settings
from glossary.locale import gettext_ as _

if TYPE_CHECKING:
    from glossary.cli.options import Settings
    from glossary.interchange.importing import Destination, Plan, Written


def _pairs(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return each `name=value` as two texts; the name may have an equals sign itself."""
    found = []
    for value in map(readable, values):
        name, equals, field = value.rpartition("=")
        if not equals or not name.strip() or not field.strip():
            raise click.BadParameter(_("%(value)s: write it with an equals sign, as in 'Column=field'.") % {"value": value})
        found.append((name.strip(), field.strip()))
    return tuple(found)


@verb(
    "import",
    _("Bring lists from spreadsheets into a termbase (CSV, TSV, XLSX)."),
    _("New entries are written, changes to present ones proposed; --dry-run shows what would be done."),
)
@click.argument("files", metavar=_("FILE..."), nargs=-1, required=True, shell_complete=paths)
@click.option(
    "--into", metavar=_("FOLDER"), type=click.Path(path_type=Path), default=None, help=_("Termbase to write; begun where there is none.")
)
@click.option(
    "--map",
    "maps",
    metavar=_("COLUMN=FIELD"),
    multiple=True,
    callback=_pairs,
    help=_("What a column is, by its header or letter, as in 'C=ja' or 'Remarks=note:en'; repeat it."),
)
@click.option(
    "--value",
    "values",
    metavar=_("WORD=VALUE"),
    multiple=True,
    callback=_pairs,
    help=_("What a word in a cell means, as in 'done=preferred'; repeat it."),
)
@click.option("--separators", metavar=_("SIGNS"), default=None, help=_("What parts several terms in a cell; '' for line breaks only."))
@click.option(
    "--status", type=click.Choice(["preferred", "admitted"]), default="admitted", show_default=True, help=_("Status of terms without one.")
)
@click.option("--subject", metavar=_("SUBJECT"), default="", help=_("Subject of entries without one."))
@click.option("--sheet", "sheets", metavar=_("NAME"), multiple=True, help=_("Sheet of a workbook; else the first one. Repeat it."))
@click.option("--encoding", metavar=_("NAME"), default="", help=_("Encoding of a text file, where it is guessed wrongly."))
@region_option
@click.option("--profile", metavar="ID", default="", shell_complete=profiles, help=_("House style that the terms belong to."))
@click.option("--apply", "directly", is_flag=True, help=_("Make changes to present entries at once, without proposals."))
@click.option("--withdraw", is_flag=True, help=_("Propose to withdraw what an edited export has no more."))
@click.option("--skip-refused", is_flag=True, help=_("Leave out rows that are refused, and write the others."))
@dry_run_option
@by_option
@date_option
@format_option("text", "json")
@common
def command(files: Sequence[str], into: Path | None, directly: bool, skip_refused: bool, dry_run: bool, **given: Any) -> int:
    """Import `files`; return 1 where rows were refused."""
    from glossary.interchange.importing import carry_out, plan, read_files
    from glossary.interchange.options import Options
    from glossary.model import Status

    by, date, output_format = given.pop("by"), given.pop("date"), given.pop("output_format")
    names = ("maps", "values", "separators", "subject", "sheets", "encoding", "region", "profile", "withdraw")
    own = {name: given.pop(name) for name in names}
    options = Options(**own, status=Status(given.pop("status")))
    chosen = settings(**given)
    where = _destination(into, chosen)
    found = plan(read_files(_contents(files), options), where, options)
    written = None
    if skip_refused or not found.refused:
        who, when = _author(found, by, date, directly or dry_run)
        note = _("from %(files)s") % {"files": ", ".join(Path(file).name for file in files)}
        written = carry_out(found, directly=directly, by=who, date=when, note=note, dry_run=dry_run)
    _print(found, written, chosen, output_format, dry_run)
    return int(bool(found.refused))


def _contents(files: Sequence[str]) -> list[tuple[str, bytes]]:
    from glossary.errors import DocumentError

    found = []
    for file in map(readable, files):
        try:
            found.append((file, sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()))
        except FileNotFoundError:
            raise DocumentError("file.missing", path=file) from None
        except OSError as error:
            raise DocumentError("file.unreadable", path=file, reason=error.strerror or str(error)) from None
    return found


def _destination(into: Path | None, chosen: Settings) -> Destination:
    """Return where to write: as said, else the termbase of the project."""
    from glossary.config import BUNDLED, find_config
    from glossary.editing.target import find_target
    from glossary.interchange.importing import destination

    if into is None:
        target = find_target(Path(), chosen.termbase, find_config(Path()))
        return destination(target.folders, given=target.given)
    if into.exists() or into.name == BUNDLED:
        find_target(Path(), (into,), find_config(Path()))  # refuses the termbase of the program
    return destination((*chosen.termbase, into), given=True)


def _author(found: Plan, by: str, date: str, unsigned: bool) -> tuple[str, str]:
    from glossary.editing.people import today, who

    if unsigned or found.destination.new or not found.changes:
        return by, date
    return who(by, found.destination.folder), today(date)


def _print(found: Plan, written: Written | None, chosen: Settings, output_format: str, dry_run: bool) -> None:
    from glossary.cli import output
    from glossary.cli.importing import lines, outcome
    from glossary.interchange.summary import report
    from glossary.reporters.json import dump

    if output_format == "json":
        output.for_machines()
        output.line(dump(report(found, written, dry_run=dry_run)))
        return
    display = output.display(chosen.color)
    output.lines(lines(found, display, everything=chosen.verbose), chosen.color)
    for line in outcome(found, written, dry_run=dry_run):
        output.line(line)
