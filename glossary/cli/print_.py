"""glossary print: set the termbase as a glossary to read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from glossary.cli.completing import paths
from glossary.cli.help import verb
from glossary.cli.options import common, languages_option, profile_option, region_option, settings
from glossary.locale import gettext_ as _
from glossary.printing import FORMATS


@verb("print", _("Print the termbase as a glossary with indexes."), _("The ending of FILE says in which format."))
@click.option(
    "--output", "-o", "target", metavar="FILE", required=True, shell_complete=paths, help=_("File to write; - for standard output.")
)
@click.option(
    "--format",
    "-f",
    "output_format",
    type=click.Choice([suffix.removeprefix(".") for suffix in FORMATS]),
    default=None,
    help=_("Format, where the ending does not say it."),
)
@click.option("--by-kind", is_flag=True, help=_("Sections by kind (states, agreements, persons), not by letter."))
@languages_option
@region_option
@profile_option
@common
def command(target: str, output_format: str | None, by_kind: bool, languages: Sequence[tuple[str, str]], region: str, **given: Any) -> int:
    """Write the glossary to `target`."""
    from glossary.cli import output
    from glossary.cli.loading import Loader, check_languages
    from glossary.lookup import all_languages
    from glossary.printing import writer
    from glossary.printing.options import Options
    from glossary.writing import write_atomically

    suffix = f".{output_format}" if output_format else Path(target).suffix.lower()
    if suffix not in FORMATS:
        raise click.UsageError(
            _("%(file)s: the ending says no format that can be printed; known are %(known)s.")
            % {"file": target, "known": ", ".join(FORMATS)}
        )
    loader = Loader(settings(**given))
    _folders, matcher = loader.matcher()
    check_languages(matcher.termbase, (language for language, _region in languages))
    wanted = tuple(language for language, _region in languages) or all_languages(matcher.termbase)
    regions = dict.fromkeys(wanted, region) if region else {language: code for language, code in languages if code}
    options = Options(languages=wanted, regions=regions, profile=loader.profile(matcher.termbase), by_kind=by_kind)
    data = writer(suffix)(matcher.termbase, options)
    if target == "-":
        output.raw(data)
    else:
        write_atomically(target, data)
    return 0
