"""glossary lint: check drafts and report what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from glossary.cli.help import verb
from glossary.cli.options import files_argument, format_option, jobs_option, judging, settings, together_option
from glossary.locale import gettext_ as _


@verb(
    "lint", _("Check drafts and report wrong, mixed and outdated names."), _("A folder stands for the drafts in it, - for standard input.")
)
@files_argument
@format_option("text", "json")
@together_option
@jobs_option
@judging
def command(files: Sequence[str], output_format: str, **given: Any) -> int:
    """Lint `files`; return the exit status."""
    from glossary.cli.run import Run

    run = Run(settings(**given))
    run.lint(files)
    return run.finish(output_format)
