"""glossary check: check a termbase."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from glossary.cli.help import verb
from glossary.cli.options import common, settings
from glossary.locale import gettext_ as _
from glossary.locale import ngettext_


@verb(
    "check",
    _("Check a termbase."),
    _("Fields, ids, duplicates, guards, readings, scripts, names of states, and the examples of its terms."),
)
@click.argument("folders", metavar=_("[TERMBASE...]"), nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--drafts", is_flag=True, help=_("List also the readings that differ from what dictionaries propose, and the terms without one.")
)
@common
def command(folders: Sequence[Path], drafts: bool, **given: Any) -> int:
    """Check the termbases in `folders`, or those that hold here; return 1 for problems in them, 2 where they cannot be read."""
    from glossary.check.run import check_folders
    from glossary.cli import output
    from glossary.config import find_config, find_termbases
    from glossary.locale.labels import label
    from glossary.messages import render
    from glossary.reporters.display import visible

    chosen = settings(**given)
    named, _origin = find_termbases(Path(), folders or chosen.termbase, find_config(Path()))
    report = check_folders(named, drafts=drafts)
    display = output.display(chosen.color)
    for problem in report.problems:
        severity = display.style(label("severity", problem.severity.value), problem.severity.value)
        output.lines([f"{severity}: {visible(render(problem.message_id, problem.arguments, _))}"], chosen.color)
    concepts = ngettext_("%(number)d concept", "%(number)d concepts", report.concepts) % {"number": report.concepts}
    problems = ngettext_("%(number)d problem", "%(number)d problems", len(report.problems)) % {"number": len(report.problems)}
    summary = _("%(title)s: %(concepts)s, %(problems)s.") if report.problems else _("%(title)s: %(concepts)s, no problem.")
    output.line(summary % {"title": report.title, "concepts": concepts, "problems": problems})
    if report.errors and not report.concepts:
        return 2  # it could not be read; what is wrong in a termbase that can be is a finding
    return int(bool(report.errors))
