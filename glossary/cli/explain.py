"""glossary explain: print the page of a rule, or the wrong forms that misread-name derives from a name."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from glossary.cli.completing import names as terms
from glossary.cli.completing import readable, rules
from glossary.cli.help import verb
from glossary.cli.options import Settings, common, settings
from glossary.locale import gettext_ as _

if TYPE_CHECKING:
    from glossary.reporters.display import Display
    from glossary.rules.protocol import Rule


@verb(
    "explain",
    _("Explain a rule."),
    _("What it reports, on what it is silent, with examples; with a name after misread-name, the forms derived from it."),
)
@click.argument("rule_id", metavar=_("RULE"), shell_complete=rules)
@click.argument("names", metavar=_("[NAME]..."), nargs=-1, shell_complete=terms)
@common
def command(rule_id: str, names: Sequence[str], **given: Any) -> int:
    """Print the page of the rule, or with `names` what it derives from them; return 1 where it derives nothing from one."""
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
    if names:
        return _derived(rule, names, chosen)
    output.lines(_page(rule, output.display(chosen.color)), chosen.color)
    return 0


def _derived(rule: Rule, names: Sequence[str], chosen: Settings) -> int:
    from glossary.cli import output
    from glossary.cli.derived_forms import derived_forms
    from glossary.cli.loading import Loader
    from glossary.errors import GlossaryError, UsageError
    from glossary.rules import misread_name

    if rule.id != misread_name.id:
        raise UsageError("rule.derives-nothing", rule=rule.id, derives=misread_name.id)
    _folders, matcher = Loader(chosen).matcher()
    missed = False
    for number, name in enumerate(map(readable, names)):
        lines = list(derived_forms(matcher, name, output.display(chosen.color)))
        output.lines(lines if number else lines[1:], chosen.color)
        if not lines:
            missed = True
            output.complain(GlossaryError("misread-name.nothing", name=name))
    return int(missed)


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
