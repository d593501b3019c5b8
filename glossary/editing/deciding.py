"""Proposals: made, listed, decided. What is decided becomes part of the termbase and of the history of its entry."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict, replace

from glossary.editing.saving import encoded, save, try_out
from glossary.editing.target import Target
from glossary.errors import UsageError
from glossary.termbase.actions import Action, Change
from glossary.termbase.changes import apply
from glossary.termbase.entry_text import find_entry
from glossary.termbase.plain import PlainFields
from glossary.termbase.proposals import Proposal, Queue, queue_path, queue_text, read_queue
from glossary.writing import write_atomically


class Decision(Struct, frozen=True, kw_only=True):
    """What somebody decides about proposals."""

    accepted: bool
    by: str
    date: str
    reason: str = ""


def propose(target: Target, change: Change, *, by: str, date: str, note: str = "", file: str = "") -> Proposal:
    """Put `change` into the queue of the termbase that is written, and return it with its number.

    Raises TermbaseError where the change could not be made now, UsageError where it waits already, WriteError.
    """
    queue = read_queue(target.folder)
    same = next((each for each in queue.proposals if each.change == change), None)
    if same is not None:
        raise UsageError("review.waits-already", number=same.number)
    try_out(apply(target.folder, [change], file=file), target.folders, given=target.given)
    proposal = Proposal(number=queue.next_number, change=change, file=file, by=by, date=date, note=note)
    _write(target.folder, replace(queue, proposals=(*queue.proposals, proposal)))
    return proposal


def decide(target: Target, number: int, decision: Decision) -> Proposal:
    """Decide proposal `number` and return it; an accepted one is carried out.

    Both are written into the history of the entry, as proposed and then decided or withdrawn; without an entry, among what is
    closed in the queue. Raises UsageError for a number that does not wait, TermbaseError and WriteError as `save` does; then
    nothing is decided.
    """
    queue = read_queue(target.folder)
    proposal = next((each for each in queue.proposals if each.number == number), None)
    if proposal is None:
        raise UsageError("review.no-number", number=number, known=", ".join(str(each.number) for each in queue.proposals) or "–")
    changes = _changes(target.folder, proposal, decision)
    left = tuple(each for each in queue.proposals if each is not proposal)
    closed = queue.closed if changes and _has_history(proposal, decision) else (*queue.closed, _closed(proposal, decision))
    texts = apply(target.folder, changes, file=proposal.file)
    path = queue_path(target.folder)
    save({**texts, path: queue_text(target.folder, Queue(proposals=left, closed=closed))}, target.folders, given=target.given)
    return proposal


def before(folder: Path, change: Change) -> PlainFields:
    """Return the fields that `change` would change, as they are now; {} where the entry or the term is not there."""
    entry = find_entry(folder, change.concept)
    if entry is None or change.action in (Action.ADD_CONCEPT, Action.ADD_TERM):
        return {}
    if change.action is Action.REMOVE_CONCEPT:
        return entry.fields
    fields = entry.fields
    if change.language:
        terms = [{"text": term} if isinstance(term, str) else term for term in fields.get("terms", {}).get(change.language, [])]
        same = [term for term in terms if (term["text"], term.get("type", "full")) == (change.text, change.type)]
        fields = same[change.number] if change.number < len(same) else {}
    if change.action is Action.REMOVE_TERM:
        return fields
    return {name: fields[name] for name in (*change.fields, *change.without) if name in fields}


def _changes(folder: Path, proposal: Proposal, decision: Decision) -> list[Change]:
    """Return what carries out the decision: the change itself, and the steps in the history of the entry."""
    change = proposal.change
    steps = _steps(proposal, decision)
    if change.action is Action.REMOVE_CONCEPT and decision.accepted:
        return [change]
    if change.action is Action.ADD_CONCEPT:
        given = change.fields.get("history", [])
        return [replace(change, fields={**change.fields, "history": [*given, *steps]})] if decision.accepted else []
    entry = find_entry(folder, change.concept)
    history: list[PlainFields] = entry.fields.get("history", []) if entry is not None else []
    written = Change(action=Action.CHANGE_CONCEPT, concept=change.concept, fields={"history": [*history, *steps]})
    if not decision.accepted:
        return [written] if entry is not None else []
    if change.action is Action.CHANGE_CONCEPT:
        whole = change.fields.get("history", history)
        return [replace(change, fields={**change.fields, "history": [*whole, *steps]})]
    return [change, written]


def _has_history(proposal: Proposal, decision: Decision) -> bool:
    return not (decision.accepted and proposal.change.action is Action.REMOVE_CONCEPT)


def _steps(proposal: Proposal, decision: Decision) -> list[PlainFields]:
    proposed = {"act": "proposed", "by": proposal.by, "date": proposal.date, "note": proposal.note}
    decided = {"act": "decided" if decision.accepted else "withdrawn", "by": decision.by, "date": decision.date, "note": decision.reason}
    return [{name: value for name, value in step.items() if value} for step in (proposed, decided)]


def _closed(proposal: Proposal, decision: Decision) -> Proposal:
    outcome = "accepted" if decision.accepted else "rejected"
    return replace(proposal, outcome=outcome, reason=decision.reason, decided_by=decision.by, decided=decision.date)


def _write(folder: Path, queue: Queue) -> None:
    path = queue_path(folder)
    write_atomically(path, encoded({path: queue_text(folder, queue)})[path])


def as_row(proposal: Proposal) -> dict[str, object]:
    """Return a proposal for a program."""
    return {**asdict(proposal), "change": {**asdict(proposal.change), "action": proposal.change.action.value}}
