"""Help pages that are wrapped by terminal columns: click counts characters, of which Chinese and Japanese ones take two."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import click

from glossary.cli import output
from glossary.reporters.display import display_width, wrapped

_FIRST = 30  # columns of the options, more begin a new line
_GAP = 2


class Formatter(click.HelpFormatter):
    """Click's formatter with another measure."""

    def write_text(self, text: str) -> None:
        """Write a paragraph."""
        for line in wrapped(" ".join(text.split()), self.width - self.current_indent):
            self.write(f"{' ' * self.current_indent}{line}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = _FIRST, col_spacing: int = _GAP) -> None:
        """Write options or verbs with what they do."""
        table = list(rows)
        first = min(max(display_width(name) for name, _ in table), col_max) + col_spacing
        for name, text in table:
            room = first - display_width(name)
            lines = wrapped(" ".join(text.split()), max(20, self.width - self.current_indent - first))
            # A name that is too long stands alone in its line.
            lead = name + " " * room if room >= col_spacing else f"{name}\n{' ' * (self.current_indent + first)}"
            gap = f"\n{' ' * (self.current_indent + first)}"
            self.write(f"{' ' * self.current_indent}{lead}{gap.join(lines)}".rstrip() + "\n")


class Context(click.Context):
    """A context whose help is written by `Formatter`."""

    formatter_class = Formatter


class Helpful(click.Command):
    """A command whose page is printed as all else is: click would take a full disk for a defect of ours."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return click's option with another way to print."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = _show_help
        return option


def _show_help(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        output.line(context.get_help())
        context.exit()


class Verb(Helpful):
    """A command of the program."""

    context_class = Context


def verb(name: str, short: str, more: str = "", **options: Any) -> Callable[[Callable[..., Any]], click.Command]:
    """Return the decorator of a verb: `short` stands in the list of verbs, both on the page of the verb."""
    space = "" if short.endswith("。") else " "  # Chinese and Japanese sentences follow each other without one
    return click.command(name, cls=Verb, short_help=short, help=f"{short}{space}{more}".strip(), **options)
