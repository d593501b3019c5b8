"""glossary explain: print the page of a rule."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from glossary.cli.completing import rules
from glossary.cli.help import verb
from glossary.cli.options import common, settings
from glossary.locale import gettext_ as _

if TYPE_CHECKING:
    from glossary.reporters.display import Display
    from glossary.rules.protocol import Rule


@verb("explain", _("Explain a rule."), _("What it reports, on what it is silent, with examples."))
@click.argument("rule_id", metavar=_("RULE"), shell_complete=rules)
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
    from glossary.reporters.display import display_width, hanging, wrapped
    from glossary.rules.pages import page

    shown = page(rule)
    yield f"{display.style(rule.id, 'mark')} ({label('severity', rule.severity.value)})"
    for paragraph in (shown.title, *shown.paragraphs):
        yield ""
        yield from wrapped(_(paragraph), display.width)
    yield ""
    for example in shown.examples:
        word, role = (_("Bad:"), "bad") if example.bad else (_("Good:"), "good")
        yield from hanging(f"  {display.style(word, role)} ", display_width(word) + 3, example.text, display)
