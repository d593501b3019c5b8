"""glossary scan: list the terms in drafts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

from glossary.cli.help import verb
from glossary.cli.options import drafting, files_argument, format_option, settings
from glossary.locale import gettext_ as _


@verb("scan", _("List the terms in drafts, without judging."))
@files_argument
@format_option("text", "json")
@click.option("--explain", is_flag=True, help=_("List rejected hits as well, and those within longer names, with the reason."))
@drafting
def command(files: Sequence[str], output_format: str, explain: bool, **given: Any) -> int:
    """Scan `files`; return the exit status."""
    from glossary.cli import output
    from glossary.cli.session import Session
    from glossary.reporters import reporter
    from glossary.reporters.report import ScanFile, ScanReport, explained, headwords

    chosen = settings(**given)
    session = Session(chosen)
    found: list[ScanFile] = []
    texts: dict[str, dict[str, str]] = {}
    names: dict[str, Mapping[str, str]] = {}
    known: dict[tuple[object, ...], Mapping[str, str]] = {}  # by the folders of a termbase
    for document, plan in session.documents(files):
        try:
            matches = explained(plan.matcher.explain(document), plan.matcher.termbase) if explain else plan.matcher.find(document)
        except Exception as error:
            session.unexpected(document.path, error)
            continue
        found.append(ScanFile(path=document.path, language=document.language, matches=matches))
        texts[document.path] = {part.id: part.text for part in document.parts}
        if plan.folders not in known:
            known[plan.folders] = headwords(plan.matcher.termbase)
        names[document.path] = known[plan.folders]
    report = ScanReport(files=tuple(sorted(found, key=lambda file: file.path)), texts=texts, names=names)
    output.show(reporter(output_format), "render_scan", report, chosen.color)
    for failure in session.failures:
        output.complain(failure)
    return 2 if session.failures else 0
