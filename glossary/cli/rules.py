"""glossary rules: list the rules."""

from __future__ import annotations

from typing import Any

from glossary.cli.help import verb
from glossary.cli.options import common, settings
from glossary.locale import gettext_ as _


@verb("rules", _("List the rules with their severities."))
@common
def command(**given: Any) -> int:
    """Print the id, severity and title of each rule."""
    from glossary.cli import output
    from glossary.locale.labels import label
    from glossary.reporters.display import display_width, hanging
    from glossary.rules import RULES
    from glossary.rules.pages import page

    chosen = settings(**given)
    display = output.display(chosen.color)
    severities = {rule.id: label("severity", rule.severity.value) for rule in RULES}
    wide, narrow = max(map(len, severities)), max(map(display_width, severities.values()))
    for rule in RULES:
        severity = severities[rule.id] + " " * (narrow - display_width(severities[rule.id]))
        lead = f"{display.style(rule.id.ljust(wide), 'mark')}  {display.style(severity, rule.severity.value)}  "
        output.lines(hanging(lead, wide + narrow + 4, _(page(rule).title), display), chosen.color)
    return 0
