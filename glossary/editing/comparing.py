"""Two termbases compared, on disk or as git had them in some revision: what changed, and what was there before."""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from glossary.errors import TermbaseError, UsageError
from glossary.model import Concept, Termbase
from glossary.termbase.actions import Action, Change
from glossary.termbase.changes import difference, entry_changes
from glossary.termbase.folders import files, home, read_bytes
from glossary.termbase.pairing import TermKey, numbered
from glossary.termbase.plain import PlainFields, concept_fields
from glossary.termbase.reader import read_termbase
from glossary.termbase.tree import plain
from glossary.termbase.writer import read_tree


class Side(Struct, frozen=True):
    """One termbase as its files have it: nothing merged, nothing derived; overlay entries as fields by what they extend."""

    termbase: Termbase
    overlays: dict[str, PlainFields]


class Difference(Struct, frozen=True):
    """A change, and the fields that it changes, drops or removes as they were before."""

    change: Change
    before: PlainFields


def compare(old: Side, new: Side) -> tuple[Difference, ...]:
    """Return what changed from `old` to `new`: entries, then overlay entries, in the order of `new`, removed ones last."""
    changes = [*difference(old.termbase, new.termbase), *_overlay_changes(old.overlays, new.overlays)]
    former = {concept.id: concept for concept in old.termbase.concepts}
    return tuple(Difference(change, _before(change, former, old.overlays)) for change in changes)


def read_side(name: str, other: str) -> Side:
    """Return the termbase called `name`: a folder or file, else a revision of git (HEAD~1, v1.0:terms); without a path that of `other`.

    Raises UsageError for a name that is neither, TermbaseError for a termbase that cannot be read.
    """
    path = Path(name)
    if path.exists():
        return _read(path)
    folder = home(Path(other))
    if name.startswith("-"):  # an option of git
        raise UsageError("diff.no-side", name=name)
    place = folder if folder.is_dir() else folder.parent
    archive = _archive(name, place)
    if archive is None:
        raise UsageError("diff.no-side", name=name)
    with tempfile.TemporaryDirectory(prefix="glossary-") as temporary:
        below = Path(temporary)
        _unpack(archive, below)
        return _read(below if folder.is_dir() or ":" in name else below / folder.name)


def _unpack(archive: bytes, folder: Path) -> None:
    """Write the files of a tar archive into `folder`; links and names that lead out of it are left out."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            target = (folder / member.name).resolve()
            held = tar.extractfile(member) if member.isfile() else None
            if held is not None and target.is_relative_to(folder.resolve()):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(held.read())


def _read(path: Path) -> Side:
    source = read_termbase(path, given=True)
    if source.problems:
        raise TermbaseError("termbase.problems", path=str(path), problems=source.problems, count=len(source.problems))
    overlays = _overlays(path) if source.overlays else {}
    return Side(Termbase(title=source.layer.title, version=source.layer.version, concepts=source.concepts), overlays)


def _overlays(path: Path) -> dict[str, PlainFields]:
    entries = [entry for file in files(path) for entry in plain(read_tree(read_bytes(file), file)[1]).get("concepts", [])]
    return {entry["extends"]: entry for entry in entries if "extends" in entry}


def _overlay_changes(old: Mapping[str, PlainFields], new: Mapping[str, PlainFields]) -> Iterator[Change]:
    for id, fields in new.items():
        if id in old:
            yield from entry_changes(id, old[id], fields)
        else:
            yield Change(action=Action.ADD_CONCEPT, concept=id, fields=fields)
    yield from (Change(action=Action.REMOVE_CONCEPT, concept=id) for id in old if id not in new)


def _before(change: Change, concepts: Mapping[str, Concept], overlays: Mapping[str, PlainFields]) -> PlainFields:
    if change.action in (Action.ADD_CONCEPT, Action.ADD_TERM):
        return {}
    concept = concepts.get(change.concept)
    entry = concept_fields(concept) if concept is not None else overlays[change.concept]
    if change.action is Action.REMOVE_CONCEPT:
        return entry
    if change.action is Action.CHANGE_CONCEPT:
        return {name: entry[name] for name in (*change.fields, *change.without) if name in entry}
    term: PlainFields = numbered(entry["terms"][change.language])[TermKey(change.text, change.type, change.number)]
    if change.action is Action.REMOVE_TERM:
        return term
    return {name: term[name] for name in (*change.fields, *change.without) if name in term}


def _archive(name: str, place: Path) -> bytes | None:
    """Return a revision of the folder `place`, or what `name` names (REV:PATH, from the top of the repository), as tar."""
    if ":" not in name:
        return _git("archive", "--format=tar", name, ".", place=place)
    top = _git("rev-parse", "--show-toplevel", place=place)
    return _git("archive", "--format=tar", name, place=Path(os.fsdecode(top.rstrip(b"\n")))) if top else None


def _git(*arguments: str, place: Path) -> bytes | None:
    """Return what git prints, None where it fails or is not there."""
    try:
        done = subprocess.run(["git", *arguments], cwd=place, capture_output=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout if done.returncode == 0 else None
