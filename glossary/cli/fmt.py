"""glossary fmt: write termbase files in their canonical form."""

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
    "fmt",
    _("Put the files of a termbase in order."),
    _(
        "Fields in the order of the format, a line each; an empty line between entries; short values in braces; quotation marks "
        "only where YAML needs them; comments stay. What the files say stays the same."
    ),
)
@click.argument("named", metavar=_("[FILE|TERMBASE...]"), nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help=_("Write nothing; name the files that would change, and exit with 1."))
@click.option("--diff", "show", is_flag=True, help=_("Write nothing; show what would change, and exit with 1 if anything does."))
@common
def command(named: Sequence[Path], check: bool, show: bool, **given: Any) -> int:
    """Format the files in `named`, or those of the termbase that holds here; return 1 where one would change and 2 for an error."""
    from glossary.cli import output
    from glossary.cli.changing import short
    from glossary.config import find_config
    from glossary.editing.formatting import format_file, termbase_files
    from glossary.editing.saving import write_all
    from glossary.editing.target import find_target
    from glossary.errors import GlossaryError
    from glossary.reporters.display import visible

    chosen = settings(**given)
    folders = named or (find_target(Path(), chosen.termbase, find_config(Path())).folder,)
    total = changed = failed = 0
    for name in folders:
        try:
            paths = termbase_files(name)
        except GlossaryError as error:
            output.complain(error)
            failed += 1
            continue
        for path in paths:
            total += 1
            try:
                result = format_file(path)
                if result.changes and not check and not show:
                    write_all({path: result.text})
            except GlossaryError as error:
                output.complain(error)
                failed += 1
                continue
            changed += result.changes
            if result.changes and show:
                output.lines(map(visible, result.diff()), chosen.color)
            elif result.changes:
                output.line(visible((_("%(path)s: would change") if check else _("%(path)s: formatted")) % {"path": short(path)}))
    if not show:
        output.note(_summary(total, changed, writing=not check))
    return 2 if failed else int(bool(changed) and (check or show))


def _summary(total: int, changed: int, *, writing: bool) -> str:
    files = ngettext_("%(number)d file", "%(number)d files", total) % {"number": total}
    template = _("%(files)s read, %(changed)d changed.") if writing else _("%(files)s read, %(changed)d would change.")
    return template % {"files": files, "changed": changed}
