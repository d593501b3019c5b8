"""glossary scan: list the terms in drafts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from glossary.cli.help import verb
from glossary.cli.options import drafting, files_argument, format_option, jobs_option, settings
from glossary.locale import gettext_ as _

if TYPE_CHECKING:
    from glossary.cli.session import Plan
    from glossary.documents.model import Document
    from glossary.reporters.report import ScanFile


@verb("scan", _("List the terms in drafts, without judging."))
@files_argument
@format_option("text", "json")
@click.option("--explain", is_flag=True, help=_("List rejected hits as well, and those within longer names, with the reason."))
@jobs_option
@drafting
def command(files: Sequence[str], output_format: str, explain: bool, **given: Any) -> int:
    """Scan `files`; return the exit status."""
    from glossary.cli import output
    from glossary.cli.session import Session
    from glossary.reporters import reporter
    from glossary.reporters.report import ScanReport, headwords

    chosen = settings(**given)
    session = Session(chosen)
    found: list[ScanFile] = []
    texts: dict[str, dict[str, str]] = {}
    names: dict[str, Mapping[str, str]] = {}
    known: dict[tuple[object, ...], Mapping[str, str]] = {}  # by the folders of a termbase
    for done in session.results(files, partial(_scanned, explain=explain)):
        found.append(done.value)
        texts[done.path] = done.texts
        if done.plan.folders not in known:
            known[done.plan.folders] = headwords(done.plan.matcher.termbase)
        names[done.path] = known[done.plan.folders]
    report = ScanReport(files=tuple(sorted(found, key=lambda file: file.path)), texts=texts, names=names)
    output.show(reporter(output_format), "render_scan", report, chosen.color)
    for failure in session.failures:
        output.complain(failure)
    return 2 if session.failures else 0


def _scanned(document: Document, plan: Plan, *, explain: bool) -> ScanFile:
    """Return the matches in one draft."""
    from glossary.reporters.report import ScanFile, explained

    matches = explained(plan.matcher.explain(document), plan.matcher.termbase) if explain else plan.matcher.find(document)
    return ScanFile(path=document.path, language=document.language, matches=matches)
