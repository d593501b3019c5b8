"""The command itself: its verbs, each in a module of its own that is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from glossary.cli.help import Context, Helpful
from glossary.cli.options import ui_language
from glossary.cli.output import line
from glossary.locale import gettext_ as _
from glossary.version import __version__

# In the order of the help: daily work first.
VERBS = {
    "lookup": "lookup",
    "lint": "lint",
    "fix": "fix",
    "scan": "scan",
    "print": "print_",
    "import": "import_",
    "export": "export",
    "check": "check",
    "add": "add",
    "edit": "edit",
    "propose": "propose",
    "review": "review",
    "protect": "protect",
    "fmt": "fmt",
    "diff": "diff",
    "stats": "stats",
    "rules": "rules",
    "explain": "explain",
    "init": "init",
    "completion": "completion",
}


class Verbs(Helpful, click.Group):
    """A group whose commands are modules of this package, each with a function `command`."""

    context_class = Context

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs in the order of `VERBS`."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a verb."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"glossary.cli.{VERBS[cmd_name]}").command
        return command


def _version(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value:
        line(f"glossary {__version__}")
        context.exit()


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_("Keep names straight across English, Japanese and Chinese: look them up, check drafts, mend them, print them."),
    epilog=_("Exit status: 0 clean, 1 findings or no hit, 2 an error."),
)
@ui_language
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help=_("Show the version and exit."))
def app() -> None:
    """Run a verb."""
