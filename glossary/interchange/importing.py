"""Importing: files read, joined with a termbase, and written: new entries into its files, changes into its queue of proposals."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from glossary.editing.saving import save, try_out, write_all
from glossary.errors import TermbaseError, UsageError
from glossary.interchange import module
from glossary.interchange.collecting import ReadSheet, read_sheet
from glossary.interchange.joining import Difference, Joined, join, known
from glossary.interchange.kinds import suffix_of
from glossary.interchange.options import Options
from glossary.interchange.sheet import Note, ReadOptions
from glossary.languages import LANGUAGES
from glossary.termbase.changes import apply
from glossary.termbase.folders import MANIFEST_NAME, has_manifest
from glossary.termbase.layout import file_text
from glossary.termbase.plain import PlainFields
from glossary.termbase.positions import no_collection
from glossary.termbase.proposals import Proposal, queue_path, queue_text, read_queue
from glossary.termbase.reader import load, read_termbase
from glossary.termbase.tree import Branch, tree_from


class Destination(Struct, frozen=True, kw_only=True):
    """The termbase that is written, the last of `folders`; `new` where there is none yet."""

    folders: tuple[Path, ...]
    given: bool = True
    new: bool = False

    @property
    def folder(self) -> Path:
        """The termbase that is written."""
        return self.folders[-1]


class Plan(Struct, kw_only=True):
    """What an import would do."""

    destination: Destination
    sheets: tuple[ReadSheet, ...]
    joined: Joined
    withdraw: bool = False

    @property
    def refused(self) -> tuple[Note, ...]:
        """Everything that is not taken, and why."""
        return (*(note for sheet in self.sheets for note in sheet.refused), *self.joined.refused)

    @property
    def changes(self) -> tuple[Difference, ...]:
        """The changes to present entries; what is missing counts only where it is to be withdrawn."""
        return (*self.joined.changed, *(self.joined.missing if self.withdraw else ()))


class Written(Struct, frozen=True, kw_only=True):
    """What was written: files, and how many proposals were queued or waited already."""

    files: tuple[Path, ...] = ()
    proposed: int = 0
    waiting: int = 0


def read_files(files: Iterable[tuple[str, bytes]], options: Options) -> tuple[ReadSheet, ...]:
    """Return what is in files, each a path and its bytes. Raises DocumentError and UsageError for what cannot be read."""
    wanted = ReadOptions(encoding=options.encoding, sheets=options.sheets)
    found = []
    with no_collection():
        for path, data in files:
            suffix = suffix_of(data, path)
            found += [read_sheet(sheet, suffix, options) for sheet in module(suffix).read(data, path, wanted)]
    return tuple(found)


def destination(folders: Sequence[Path], *, given: bool) -> Destination:
    """Return where to write: the last of `folders`, which may be missing or empty. Raises UsageError for a folder of something else."""
    folder = folders[-1]
    if folder.is_file() or has_manifest(folder):
        return Destination(folders=tuple(folders), given=given)
    if folder.is_dir() and any(folder.iterdir()):
        if not list(folder.glob("*.y*ml")):
            raise UsageError("import.not-a-termbase", path=str(folder))
        return Destination(folders=tuple(folders), given=True)
    return Destination(folders=tuple(folders), given=given, new=True)


def plan(sheets: tuple[ReadSheet, ...], where: Destination, options: Options) -> Plan:
    """Return what `sheets` would do to the termbase. Raises TermbaseError where that cannot be read."""
    if where.new:
        termbase = known(())
    else:
        source = read_termbase(where.folder, given=where.given)
        if source.problems:
            raise TermbaseError("termbase.problems", path=str(where.folder), problems=source.problems, count=len(source.problems))
        termbase = known(source.concepts, load(where.folders, given=where.given).termbase.concepts)
    own = [sheet for sheet in sheets if sheet.mapping.own]
    extent = own[0].extent if len(own) == 1 else None
    drafts = [draft for sheet in sheets for draft in sheet.drafts]
    with no_collection():
        joined = join(drafts, termbase, subject=options.subject, own=bool(own) and not where.new, extent=extent)
    return Plan(destination=where, sheets=sheets, joined=joined, withdraw=options.withdraw)


def carry_out(plan: Plan, *, directly: bool, by: str, date: str, note: str, dry_run: bool = False) -> Written:
    """Write new entries, and changes `directly` or as proposals of `by`; with `dry_run` only find out whether it could be done.

    Raises TermbaseError where the result could not be loaded, WriteError; then everything is as it was.
    """
    added = [one.change for one in plan.joined.added]
    changes = [one.change for one in plan.changes]
    if not added and not changes:
        return Written()
    where = plan.destination
    if where.new:
        return _begin(plan, dry_run=dry_run)
    whole = apply(where.folder, [*added, *changes])
    if dry_run:
        try_out(whole, where.folders, given=where.given)
        return Written()
    if directly or not changes:
        save(whole, where.folders, given=where.given)
        return Written(files=tuple(whole))
    try_out(whole, where.folders, given=where.given)
    texts = apply(where.folder, added) if added else {}
    queue = read_queue(where.folder)
    waiting = [one.change for one in queue.proposals]
    fresh = [change for change in changes if change not in waiting]
    proposals = tuple(
        Proposal(number=number, change=change, by=by, date=date, note=note) for number, change in enumerate(fresh, start=queue.next_number)
    )
    if proposals:
        new = type(queue)(proposals=(*queue.proposals, *proposals), closed=queue.closed)
        texts[queue_path(where.folder)] = queue_text(where.folder, new)
    write_all(texts)
    return Written(files=tuple(texts), proposed=len(proposals), waiting=len(changes) - len(proposals))


def _begin(plan: Plan, *, dry_run: bool) -> Written:
    """Write a new termbase: its manifest and a file a subject."""
    folder = plan.destination.folder
    # Every cell was judged when it was read; only what names other entries can still be wrong.
    if dry_run and not any("members" in one.change.fields for one in plan.joined.added):
        return Written()
    with no_collection():
        texts = {folder / MANIFEST_NAME: _manifest(plan), **_new_files(plan)}
    before = (*plan.destination.folders[:-1], folder)
    if dry_run:
        try_out(texts, before)
        return Written()
    made = not folder.exists()
    try:
        save(texts, before)
    except BaseException:
        if made:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise
    return Written(files=tuple(texts))


def _manifest(plan: Plan) -> str:
    used = {language for one in plan.joined.added for language in one.change.fields.get("terms", {})}
    languages = [language for language in LANGUAGES if language in used] + sorted(used - set(LANGUAGES))
    fields: PlainFields = {"format": "1", "title": plan.destination.folder.resolve().name, "version": "0.1.0", "languages": languages}
    tree = tree_from(fields)
    assert isinstance(tree, Branch)
    return file_text("manifest", tree)


def _new_files(plan: Plan) -> dict[Path, str]:
    """Return the texts of the subject files."""
    from glossary.interchange.ids import id_from

    by_subject: dict[str, list[PlainFields]] = {}
    for one in plan.joined.added:
        fields = {name: value for name, value in one.change.fields.items() if name != "subject"}
        by_subject.setdefault(one.change.fields.get("subject", ""), []).append({"id": one.change.concept, **fields})
    texts: dict[Path, str] = {}
    for subject, concepts in by_subject.items():
        name = id_from(subject).replace("-", "_") if subject else "entries"
        path = plan.destination.folder / f"{name}.yaml"
        number = 1
        while path in texts or path.name in (MANIFEST_NAME, "proposals.yaml"):
            number += 1
            path = plan.destination.folder / f"{name}_{number}.yaml"
        tree = tree_from({"subject": subject, "concepts": concepts} if subject else {"concepts": concepts})
        assert isinstance(tree, Branch)
        texts[path] = file_text("file", tree)
    return texts
