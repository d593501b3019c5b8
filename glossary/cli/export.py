"""glossary export: write the termbase as a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from glossary.cli.completing import paths
from glossary.cli.help import verb
from glossary.cli.options import common, languages_option, settings
from glossary.interchange import FORMATS
from glossary.locale import gettext_ as _


@verb(
    "export",
    _("Write the termbase as a spreadsheet (CSV, TSV, XLSX)."),
    _("The ending of FILE says in which format. A list with a row a term can be edited and imported again."),
)
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
@click.option(
    "--rows",
    type=click.Choice(["term", "concept"]),
    default="term",
    show_default=True,
    help=_("A row a term with every field, or a row a concept for people to read."),
)
@click.option("--subject", "subjects", metavar=_("SUBJECT"), multiple=True, help=_("Only entries of this subject; repeat it for several."))
@click.option(
    "--status",
    "statuses",
    type=click.Choice(["preferred", "admitted", "superseded", "deprecated"]),
    multiple=True,
    help=_("Only terms of this status; repeat it for several."),
)
@click.option(
    "--encoding", metavar=_("NAME"), default="", help=_("Encoding of a text file; else UTF-8 with a byte order mark, as Excel wants it.")
)
@languages_option
@common
def command(
    target: str,
    output_format: str | None,
    rows: str,
    subjects: Sequence[str],
    statuses: Sequence[str],
    encoding: str,
    languages: Sequence[tuple[str, str]],
    **given: Any,
) -> int:
    """Write the termbase to `target`; say on standard error what the file does not carry."""
    from glossary.cli import output
    from glossary.cli.completing import readable
    from glossary.cli.loading import Loader, check_languages
    from glossary.documents.encodings import named
    from glossary.errors import UsageError
    from glossary.interchange.exporting import export
    from glossary.interchange.sheet import Extent
    from glossary.messages import render
    from glossary.reporters.display import hanging, visible
    from glossary.writing import write_atomically

    suffix = f".{output_format}" if output_format else Path(target).suffix.lower()
    if suffix not in FORMATS:
        raise click.UsageError(
            _("%(file)s: the ending says no format that can be written; known are %(known)s.")
            % {"file": target, "known": ", ".join(FORMATS)}
        )
    chosen = settings(**given)
    _folders, matcher = Loader(chosen).matcher()
    termbase = matcher.termbase
    check_languages(termbase, (language for language, _region in languages))
    known = {concept.subject for concept in termbase.concepts}
    for subject in map(readable, subjects):
        if subject not in known:
            raise UsageError("export.no-subject", subject=subject, known=", ".join(sorted(filter(None, known))))
    extent = Extent(
        languages=tuple(dict.fromkeys(language for language, _region in languages)),
        subjects=tuple(map(readable, subjects)),
        statuses=tuple(statuses),
    )
    exported = export(termbase, suffix, target, rows=rows, extent=extent, encoding=named(encoding, target) if encoding else "")
    if target == "-":
        output.raw(exported.data)
    else:
        write_atomically(target, exported.data)
    display = output.display(chosen.color)
    for note in exported.notes:
        for line in hanging("", 2, visible(render(note.code, note.values, _)), display):
            output.note(line)
    if target == "-":
        return 0
    counts = {"path": target, "concepts": exported.concepts, "rows": exported.rows}
    output.note(visible(_("%(path)s: written; entries: %(concepts)d, rows: %(rows)d") % counts))
    return 0
