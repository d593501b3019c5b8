"""glossary add: add an entry to a termbase."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click

from glossary.cli import changing
from glossary.cli.completing import readable
from glossary.cli.help import verb
from glossary.cli.options import common, settings
from glossary.locale import gettext_ as _


@verb(
    "add",
    _("Add an entry to your termbase."),
    _("The first name of a language is preferred, the others are admitted. Names that are there already are refused."),
)
@click.argument("id", metavar=_("[ID]"), default="")
@changing.names_options
@changing.set_option
@click.option("--act", type=click.Choice(["proposed", "reviewed", "decided"]), default="proposed", help=_("How far the entry is settled."))
@click.option("--note", metavar=_("TEXT"), default="", help=_("Why, for the history of the entry."))
@click.option("--anyway", is_flag=True, help=_("Add names that another entry has as well."))
@changing.by_option
@changing.date_option
@changing.dry_run_option
@common
def command(id: str, assignments: Sequence[str], act: str, note: str, anyway: bool, by: str, date: str, dry_run: bool, **given: Any) -> int:
    """Add the entry, or show it."""
    from glossary.cli import output
    from glossary.editing.assignments import assigned
    from glossary.editing.entries import entry_id, new_entry, refuse_namesakes
    from glossary.editing.people import step
    from glossary.editing.saving import try_out
    from glossary.reporters.display import visible
    from glossary.termbase.changes import apply
    from glossary.termbase.entry_text import entry_in
    from glossary.termbase.schema import CONCEPT

    naming, rest = changing.split(given)
    chosen = settings(**rest)
    target = changing.target_of(chosen)
    naming = _asked(naming)
    terms = changing.named_terms(naming)
    id = entry_id(readable(id), terms)
    if not anyway:
        refuse_namesakes(target.load().termbase, terms)
    fields = changing.entry_fields(naming)
    fields |= assigned(CONCEPT, map(readable, assignments), fields)
    fields.setdefault("history", [step(act, readable(by), date, readable(note), target.folder)])
    change = new_entry(id, terms, fields)
    texts = apply(target.folder, [change], file=readable(naming["file_name"]))
    if not dry_run:
        return changing.carry_out(target, texts, [id], dry_run=False, color=chosen.color)
    loaded = try_out(texts, target.folders, given=target.given)
    path, text = next(iter(texts.items()))
    output.line(visible(_("# would go into %(path)s") % {"path": changing.short(path)}))
    entry = entry_in(text.encode("utf-8"), path, id)
    output.lines(map(visible, entry.text.rstrip("\n").split("\n") if entry else ()), chosen.color)
    changing.report_problems(loaded.termbase, [loaded.termbase[id]])
    return 0


def _asked(naming: dict[str, Any]) -> dict[str, Any]:
    """Ask a person for the names where none is given; nobody else is asked."""
    named = any(value for name, value in naming.items() if name.startswith("names_") or name == "others")
    if named or sys.stdin is None or not sys.stdin.isatty():
        return naming
    asked = dict(naming)
    for tag, language in changing.language_names().items():
        text = _ask(_("Name in %(language)s (empty for none)") % {"language": language})
        asked[changing.parameter(tag)] = (text,) if text else ()
        if tag == "ja" and text and not asked["reading"]:
            asked["reading"] = _ask(_("Its reading in kana (empty for none)"))
    asked["kind"] = asked["kind"] or _ask(_("Kind: state, place, person, organisation, agreement … (empty for phrase)"))
    return asked


def _ask(question: str) -> str:
    return str(click.prompt(question, default="", show_default=False, err=True)).strip()
