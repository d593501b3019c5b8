"""glossary propose: put a change into the queue of a termbase."""

from __future__ import annotations

from typing import Any

import click

from glossary.cli import changing
from glossary.cli.completing import names, readable
from glossary.cli.help import verb
from glossary.cli.options import common, settings
from glossary.locale import gettext_ as _


@verb(
    "propose",
    _("Propose a change or a new entry, for others to decide."),
    _(
        "An entry that exists is changed by --term, --add, --set, --unset and --remove as with glossary edit; a new one is named by "
        "--en, --ja … as with glossary add. It waits in proposals.yaml; glossary review decides."
    ),
)
@click.argument("name", metavar=_("[CONCEPT]"), default="", shell_complete=names)
@changing.term_options
@changing.names_options
@click.option("--note", metavar=_("TEXT"), default="", help=_("Why."))
@click.option("--anyway", is_flag=True, help=_("Propose names that another entry has as well."))
@changing.by_option
@changing.date_option
@common
def command(name: str, note: str, anyway: bool, by: str, date: str, **given: Any) -> int:
    """Write the proposal into the queue."""
    from glossary.cli import output
    from glossary.editing.assignments import assigned
    from glossary.editing.changing import change_of
    from glossary.editing.deciding import propose
    from glossary.editing.entries import entry_id, find_concept, new_entry, refuse_elsewhere, refuse_namesakes
    from glossary.editing.people import today, who
    from glossary.errors import UsageError
    from glossary.reporters.display import visible
    from glossary.termbase.proposals import queue_path
    from glossary.termbase.schema import CONCEPT

    wanted, rest = changing.split_term(given)
    naming, rest = changing.split(rest)
    chosen = settings(**rest)
    target = changing.target_of(chosen)
    termbase = target.load().termbase
    terms = changing.named_terms(naming)
    if terms:
        if wanted.text or wanted.add or wanted.unset or wanted.remove:
            raise UsageError("edit.new-or-old")
        if not anyway:
            refuse_namesakes(termbase, terms)
        fields = changing.entry_fields(naming)
        fields |= assigned(CONCEPT, wanted.assignments, fields)
        change = new_entry(entry_id(readable(name), terms), terms, fields)
    else:
        if not name or not wanted.something:
            raise UsageError("propose.nothing")
        concept = find_concept(termbase, readable(name))
        refuse_elsewhere(concept, target.folder)
        change = change_of(concept, wanted)
    author = who(readable(by), target.folder)
    made = propose(target, change, by=author, date=today(date), note=readable(note), file=readable(naming["file_name"]))
    words = {"number": made.number, "id": change.concept, "path": changing.short(queue_path(target.folder))}
    output.line(visible(_("%(path)s: proposal %(number)d about “%(id)s” waits for a decision") % words))
    return 0
