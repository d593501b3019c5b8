"""glossary fix: mend drafts in place, or show how they would be mended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from glossary.cli.help import verb
from glossary.cli.options import files_argument, format_option, judging, settings
from glossary.locale import gettext_ as _


@verb(
    "fix",
    _("Mend drafts in place."),
    _("Only fixes that need no judgement are made; what is left is said. Standard input (-) goes to standard output."),
)
@files_argument
@click.option("--diff", "only_diff", is_flag=True, help=_("Show the changes and write nothing."))
@click.option("--suggested", is_flag=True, help=_("Make the first suggestion of certain findings as well."))
@format_option("text", "json")
@judging
def command(files: Sequence[str], only_diff: bool, suggested: bool, output_format: str, **given: Any) -> int:
    """Fix `files`; return the exit status: 1 where findings are left."""
    from glossary.cli.mending import Mending
    from glossary.cli.run import Run

    if output_format == "json" and not only_diff:
        raise click.UsageError(_("--format json needs --diff: it reports the fixes and makes none."))
    mending = Mending(Run(settings(**given)), only_diff=only_diff, suggested=suggested, quiet=output_format == "json")
    for document, plan in mending.run.session.documents(files):
        mending.mend(document, plan)
    return mending.finish(output_format)
