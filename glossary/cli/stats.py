"""glossary stats: count what a termbase has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from glossary.cli.help import verb
from glossary.cli.options import common, format_option, settings
from glossary.locale import gettext_ as _

if TYPE_CHECKING:
    from glossary.stats import Stats


@verb(
    "stats",
    _("Count what a termbase has."),
    _("Terms by language and status, entries by kind, subject and stage, and how many have a name in every language."),
)
@click.argument("folders", metavar=_("[TERMBASE...]"), nargs=-1, type=click.Path(path_type=Path))
@format_option("text", "json")
@common
def command(folders: Sequence[Path], output_format: str, **given: Any) -> int:
    """Print the counts of the termbases in `folders`, or of those that hold here."""
    from msgspec.structs import asdict

    from glossary.cli import output
    from glossary.config import find_config, find_termbases
    from glossary.reporters.display import visible
    from glossary.reporters.json import VERSION, dump
    from glossary.stats import count
    from glossary.termbase.reader import load

    chosen = settings(**given)
    named, origin = find_termbases(Path(), folders or chosen.termbase, find_config(Path()))
    counts = count(load(named, given=origin == "option").termbase)
    if output_format == "json":
        output.for_machines()
        titles = {"title": counts.title, "termbase_version": counts.version}
        rest = {name: value for name, value in asdict(counts).items() if name not in ("title", "version")}
        output.line(dump({"version": VERSION, **titles, **rest}))
        return 0
    output.lines(map(visible, _page(counts)), chosen.color)
    return 0


def _page(counts: Stats) -> Iterator[str]:
    from glossary.locale.labels import label

    yield f"{counts.title} {counts.version}".strip()
    yield ""
    entries = counts.concepts - counts.shields
    overview = {
        _("entries"): entries,
        _("protected names"): counts.shields,
        _("terms"): counts.terms,
        _("of them proposed"): counts.proposed_terms,
        _("derived names"): counts.derived,
    }
    whole = {_("entries with a name in every language"): counts.complete, _("entries with a source"): counts.sourced}
    rows = {name: number for name, number in overview.items() if number} | whole
    yield from _columns([[name, str(number)] for name, number in rows.items()])
    yield ""
    yield from _columns(list(_by_language(counts)))
    kinds = {label("kind", kind): number for kind, number in counts.by_kind.items()}
    yield from _section(_("Entries by kind"), kinds)
    yield from _section(_("Entries by subject"), {subject or _("(no subject)"): number for subject, number in counts.by_subject.items()})
    yield from _section(_("Entries by stage"), {_stages().get(stage, stage): number for stage, number in counts.by_stage.items()})


def _by_language(counts: Stats) -> Iterator[list[str]]:
    from glossary.locale.labels import label
    from glossary.locale.names import language_name

    statuses = list(next(iter(counts.by_language.values()), {}))
    yield [_("Terms"), *(label("status", status) for status in statuses), _("total"), _("entries")]
    for language, numbers in counts.by_language.items():
        named = str(counts.named[language]) if language in counts.named else ""
        yield [language_name(language), *map(str, numbers.values()), str(sum(numbers.values())), named]


def _section(title: str, numbers: Mapping[str, int]) -> Iterator[str]:
    yield ""
    yield title
    yield from _columns([[f"  {name}", str(number)] for name, number in numbers.items()])


def _stages() -> dict[str, str]:
    return {
        "decided": _("decided"),
        "reviewed": _("reviewed"),
        "proposed": _("proposed"),
        "withdrawn": _("withdrawn"),
        "": _("(no history)"),
    }


def _columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows as lines: the first column to the left, numbers to the right."""
    from glossary.reporters.display import display_width

    widths = [max(display_width(row[column]) for row in rows) for column in range(len(rows[0]))] if rows else []
    for first, *rest in rows:
        cells = [" " * (width - display_width(cell)) + cell for cell, width in zip(rest, widths[1:], strict=True)]
        yield "  ".join([first + " " * (widths[0] - display_width(first)), *cells]).rstrip()
