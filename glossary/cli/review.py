"""glossary review: list what is proposed, and decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from glossary.cli import changing
from glossary.cli.completing import readable
from glossary.cli.help import verb
from glossary.cli.options import common, format_option, settings
from glossary.locale import gettext_ as _

if TYPE_CHECKING:
    from glossary.editing.target import Target
    from glossary.reporters.display import Display
    from glossary.termbase.proposals import Proposal


@verb(
    "review",
    _("List what is proposed, and decide."),
    _("What is accepted is carried out; both ways the history of the entry says so."),
)
@click.option("--accept", metavar=_("NUMBER"), type=int, multiple=True, help=_("Carry out a proposal; repeat it for several."))
@click.option("--reject", metavar=_("NUMBER"), type=int, multiple=True, help=_("Turn a proposal down; repeat it for several."))
@click.option("--reason", metavar=_("TEXT"), default="", help=_("Why, for the history of the entry."))
@click.option("--closed", is_flag=True, help=_("List what was decided about entries that do not exist."))
@changing.by_option
@changing.date_option
@format_option("text", "json")
@common
def command(
    accept: Sequence[int], reject: Sequence[int], reason: str, closed: bool, by: str, date: str, output_format: str, **given: Any
) -> int:
    """List the queue, or decide."""
    from glossary.cli import output
    from glossary.editing.deciding import as_row
    from glossary.errors import UsageError
    from glossary.reporters.json import VERSION, dump
    from glossary.termbase.proposals import read_queue

    chosen = settings(**given)
    target = changing.target_of(chosen)
    if accept or reject:
        if set(accept) & set(reject):
            raise UsageError("review.both-ways", number=min(set(accept) & set(reject)))
        return _decide(target, accept, reject, readable(reason), readable(by), date)
    queue = read_queue(target.folder)
    listed = queue.closed if closed else queue.proposals
    if output_format == "json":
        output.for_machines()
        output.line(dump({"version": VERSION, "proposals": [as_row(each) for each in listed]}))
        return 0
    display = output.display(chosen.color)
    for number, proposal in enumerate(listed):
        output.lines(([""] if number else []) + list(_lines(target, proposal, display)), chosen.color)
    if not listed:
        output.note(_("Nothing is proposed.") if not closed else _("Nothing was closed."))
    return 0


def _lines(target: Target, proposal: Proposal, display: Display) -> Iterator[str]:
    from glossary.editing.deciding import before
    from glossary.reporters.changes import render_changes
    from glossary.reporters.display import hanging, visible

    who = ", ".join(part for part in (proposal.by, proposal.date) if part)
    yield f"{display.style(f'#{proposal.number}', 'mark')}  {visible(who)}"
    yield from (f"  {line}" for line in render_changes([(proposal.change, before(target.folder, proposal.change))], display))
    if proposal.note:
        yield from hanging("  ", 2, visible(proposal.note), display)
    if proposal.outcome:
        outcome = _("accepted") if proposal.outcome == "accepted" else _("rejected")
        decided = ", ".join(part for part in (outcome, proposal.decided_by, proposal.decided) if part)
        yield from hanging("  ", 2, visible(f"{decided}: {proposal.reason}" if proposal.reason else decided), display)


def _decide(target: Target, accept: Sequence[int], reject: Sequence[int], reason: str, by: str, date: str) -> int:
    """Decide one after the other; an error stops, and what was decided before it stays decided."""
    from glossary.cli import output
    from glossary.editing.deciding import Decision, decide
    from glossary.editing.people import today, who
    from glossary.reporters.display import visible

    author, day = who(by, target.folder), today(date)
    for numbers, accepted in ((accept, True), (reject, False)):
        for number in dict.fromkeys(numbers):
            proposal = decide(target, number, Decision(accepted=accepted, by=author, date=day, reason=reason))
            template = (
                _("proposal %(number)d about “%(id)s” accepted and carried out")
                if accepted
                else _("proposal %(number)d about “%(id)s” rejected")
            )
            output.line(visible(template % {"number": number, "id": proposal.change.concept}))
            loaded = target.load().termbase
            concept = loaded.get(proposal.change.concept)
            if accepted and concept is not None:
                changing.report_problems(loaded, [concept])
    return 0
