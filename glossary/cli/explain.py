"""glossary explain: print the page of a rule."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from glossary.cli.help import verb
from glossary.cli.options import common, settings
from glossary.locale import gettext_ as _

if TYPE_CHECKING:
    from glossary.reporters.display import Display
    from glossary.rules.protocol import Rule


def complete(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the rules that begin with what has been typed."""
    from glossary.rules import RULES

    return [rule.id for rule in RULES if rule.id.startswith(incomplete)]


@verb("explain", _("Explain a rule."), _("What it reports, on what it is silent, with examples."))
@click.argument("rule_id", metavar=_("RULE"), shell_complete=complete)
@common
def command(rule_id: str, **given: Any) -> int:
    """Print the page of the rule."""
    from glossary.cli import output
    from glossary.errors import UsageError
    from glossary.rules import RULES

    rule = next((each for each in RULES if each.id == rule_id), None)
    if rule is None:
        known = [each.id for each in RULES]
        near = difflib.get_close_matches(rule_id, known, n=1)
        raise (
            UsageError("rule.unknown-near", rule=rule_id, near=near[0])
            if near
            else UsageError("rule.unknown", rule=rule_id, known=", ".join(known))
        )
    chosen = settings(**given)
    output.lines(_page(rule, output.display(chosen.color)), chosen.color)
    return 0


def _page(rule: Rule, display: Display) -> Iterator[str]:
    from glossary.locale.labels import label
    from glossary.reporters.display import wrapped
    from glossary.rules.pages import page

    shown = page(rule)
    yield f"{display.style(rule.id, 'mark')} ({label('severity', rule.severity.value)})"
    for paragraph in (shown.title, *shown.paragraphs):
        yield ""
        yield from wrapped(_(paragraph), display.width)
    yield ""
    for example in shown.examples:
        word = display.style(_("Bad:"), "bad") if example.bad else display.style(_("Good:"), "good")
        yield f"  {word} {example.text}"
