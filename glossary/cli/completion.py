"""glossary completion: print the script that lets a shell complete verbs, options and names."""

from __future__ import annotations

from typing import Any

import click

from glossary.cli.completing import VARIABLE
from glossary.cli.help import verb
from glossary.cli.options import ui_language
from glossary.locale import gettext_ as _

SHELLS = ("bash", "zsh", "fish")


@verb(
    "completion",
    _("Print the completion script of a shell."),
    epilog=_(
        'For bash, put into ~/.bashrc: eval "$(glossary completion bash)"; for zsh, into ~/.zshrc: eval "$(glossary completion zsh)".'
    ),
)
@click.argument("shell", type=click.Choice(SHELLS))
@ui_language
def command(shell: str, **given: Any) -> int:
    """Print the script."""
    from click.shell_completion import get_completion_class

    from glossary.cli import output
    from glossary.cli.app import app

    script = get_completion_class(shell)
    assert script is not None  # click has these three
    output.line(script(app, {}, "glossary", VARIABLE).source())
    return 0
