"""The queue of a termbase: what was proposed, and what became of it. One file, proposals.yaml, which no reader takes for entries."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct

from glossary.termbase.actions import Action, Change
from glossary.termbase.folders import QUEUE_NAME, home, read_bytes
from glossary.termbase.layout import file_text, slot_of
from glossary.termbase.plain import Plain, PlainFields
from glossary.termbase.splicing import revise
from glossary.termbase.tree import Branch, plain, tree_from
from glossary.termbase.writer import read_tree

_SAID = ("file", "by", "date", "note", "outcome", "reason", "decided_by", "decided")


class Proposal(Struct, frozen=True, kw_only=True):
    """A change that somebody proposes, with what was said of it; `outcome` is "" while it waits."""

    number: int
    change: Change
    file: str = ""  # for a new entry
    by: str = ""
    date: str = ""
    note: str = ""
    outcome: str = ""
    reason: str = ""
    decided_by: str = ""
    decided: str = ""


class Queue(Struct, frozen=True, kw_only=True):
    """What waits, oldest first, and what was decided and stands in no history."""

    proposals: tuple[Proposal, ...] = ()
    closed: tuple[Proposal, ...] = ()

    @property
    def next_number(self) -> int:
        """A number that was never given before, as far as the file tells."""
        return max((one.number for one in (*self.proposals, *self.closed)), default=0) + 1


def queue_path(folder: Path) -> Path:
    """Return where the queue of the termbase in `folder` is, or would be: beside a single file."""
    base = home(folder)
    return (base.parent if base.is_file() else base) / QUEUE_NAME


def read_queue(folder: Path) -> Queue:
    """Return the queue of the termbase in `folder`, an empty one where none is. Raises TermbaseError with all problems."""
    path = queue_path(folder)
    if not path.exists():
        return Queue()
    _source, tree, _record = read_tree(read_bytes(path), path)
    fields = plain(tree)
    return Queue(**{name: tuple(map(_proposal, fields.get(name, []))) for name in ("proposals", "closed")})


def queue_text(folder: Path, queue: Queue) -> str:
    """Return the text of the file for `queue`; comments of the present one stay. Raises TermbaseError where it cannot be read."""
    path = queue_path(folder)
    fields = {name: [_fields(one) for one in getattr(queue, name)] for name in ("proposals", "closed")}
    fields = {name: value for name, value in fields.items() if value or name == "proposals"}
    if not path.exists():
        tree = tree_from(fields)
        assert isinstance(tree, Branch)
        return file_text("queue", tree)
    source, old, _record = read_tree(read_bytes(path), path)
    return source.edited(revise(source.text, slot_of("queue"), old, fields))


def _proposal(fields: PlainFields) -> Proposal:
    which: dict[str, Any] = {name: fields[name] for name in ("concept", "language", "text", "type") if name in fields}
    change = Change(
        action=Action(fields["action"]),
        **which,
        number=int(fields.get("which", 1)) - 1,
        fields=fields.get("term") or fields.get("entry") or {},
        without=tuple(_listed(fields.get("without", []))),
    )
    said = {name: fields[name] for name in _SAID if name in fields}
    return Proposal(number=int(fields["number"]), change=change, **said)


def _fields(proposal: Proposal) -> PlainFields:
    change = proposal.change
    about_term = change.action in (Action.ADD_TERM, Action.CHANGE_TERM, Action.REMOVE_TERM)
    found: PlainFields = {
        "number": str(proposal.number),
        "action": change.action.value,
        "concept": change.concept,
        "language": change.language,
        "text": change.text,
        "type": change.type if change.type != "full" else "",
        "which": str(change.number + 1) if change.number else "",
        "term" if about_term else "entry": change.fields,
        "without": list(change.without),
        **{name: getattr(proposal, name) for name in _SAID},
    }
    return {name: value for name, value in found.items() if value}


def _listed(value: Plain) -> list[str]:
    return [value] if isinstance(value, str) else value
