"""glossary lookup: show the card of a concept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from glossary.cli.completing import names, readable
from glossary.cli.help import verb
from glossary.cli.options import common, format_option, languages_option, profile_option, region_option, settings
from glossary.locale import gettext_ as _


@verb(
    "lookup",
    _("Show what a name is called in every language."),
    _("Right, admitted and wrong forms, and why; a wrong one leads to the right one."),
)
@click.argument("queries", metavar=_("QUERY..."), nargs=-1, required=True, shell_complete=names)
@format_option("text", "json")
@click.option("--limit", "-n", type=click.IntRange(min=1), default=10, show_default=True, help=_("Most answers to a query."))
@languages_option
@region_option
@profile_option
@common
def command(queries: Sequence[str], output_format: str, limit: int, languages: Sequence[tuple[str, str]], region: str, **given: Any) -> int:
    """Look up `queries`; return 1 where one of them has no answer."""
    from glossary.cli import output
    from glossary.cli.loading import Loader, check_languages
    from glossary.errors import GlossaryError
    from glossary.lookup import all_languages, look_up
    from glossary.reporters.card import Shown, render_card
    from glossary.reporters.json import render_lookup

    chosen = settings(**given)
    loader = Loader(chosen)
    _folders, matcher = loader.matcher()
    termbase = matcher.termbase
    check_languages(termbase, (language for language, _region in languages))
    wanted = tuple(language for language, _region in languages) or all_languages(termbase)
    regions = dict.fromkeys(wanted, region) if region else {language: code for language, code in languages if code}
    shown = Shown(languages=wanted, regions=regions, profile=loader.profile(termbase), layers=len(termbase.layers) > 1)
    display, missed = output.display(chosen.color), False
    if output_format == "json":
        output.for_machines()
    for number, query in enumerate(map(readable, queries)):
        results = look_up(termbase, query, limit=limit)
        missed = missed or not results
        if output_format == "json":
            output.line(render_lookup(query, results, wanted, regions))
            continue
        for index, result in enumerate(results):
            if number or index:
                output.line()
            output.lines(render_card(result, shown, display), chosen.color)
        if not results:
            output.complain(GlossaryError("lookup.no-match", query=query))
    return int(missed)
