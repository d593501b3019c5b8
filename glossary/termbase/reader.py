"""Read termbases: folders of YAML to one `Termbase`, with every problem of a run named by file, line and column.

    files ─ parse ─▶ nodes ─ check against the table ─▶ fields ─ build ─▶ layer by layer ─ merge, derive ─▶ Termbase

A problem drops the value it is about, not the file: all of them are reported together, and nothing is skipped in silence.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from glossary.errors import TermbaseError
from glossary.model import Concept, Layer, Profile, Shorthand, Termbase
from glossary.termbase import build
from glossary.termbase.build import Overlay
from glossary.termbase.folders import MANIFEST_NAME, QUEUE_NAME, content_hash, files, has_manifest, hash_contents, home, read_bytes
from glossary.termbase.layers import merge
from glossary.termbase.positions import no_collection, parse, parse_count
from glossary.termbase.problems import Context, complain, error_at, place, problem_order
from glossary.termbase.schema import FORMAT
from glossary.termbase.values import field_node, read_record

__all__ = ["LayerSource", "Loaded", "content_hash", "files", "load", "parse_count", "read_termbase"]


class FileEntries(Struct, frozen=True, array_like=True):
    """What one subject file has, nothing merged."""

    concepts: tuple[Concept, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    shorthands: tuple[Shorthand, ...] = ()


class FileKey(NamedTuple):
    """What the entries of a file depend on: its path, the title of its termbase, the sha256 of its content."""

    path: str
    layer: str
    digest: str


Kept = Callable[[FileKey], FileEntries | None]


class Loaded(NamedTuple):
    """A termbase, what was odd about its files without making them unusable, and what each of them has."""

    termbase: Termbase
    warnings: tuple[TermbaseError, ...] = ()
    files: Mapping[FileKey, FileEntries] = MappingProxyType({})


class LayerSource(Struct, frozen=True, kw_only=True):
    """One termbase as its files have it: nothing merged, nothing derived.

    With `problems`, it holds what could be read; `complete` is False where a whole file could not, so that a missing id proves
    nothing.
    """

    layer: Layer
    languages: tuple[str, ...] = ()
    default_profile: str = ""
    default_profile_place: str = ""
    profiles: tuple[Profile, ...] = ()
    concepts: tuple[Concept, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    shorthands: tuple[Shorthand, ...] = ()
    problems: tuple[TermbaseError, ...] = ()
    warnings: tuple[TermbaseError, ...] = ()
    complete: bool = True


def nothing_kept(key: FileKey) -> FileEntries | None:
    """Know no file."""
    return None


def load(
    folders: Sequence[Path], *, given: bool = False, unsaved: Mapping[Path, bytes] = MappingProxyType({}), kept: Kept = nothing_kept
) -> Loaded:
    """Return the termbases in `folders` as one, later over earlier, derived names added.

    With `given` (named with --termbase) a folder of YAML without manifest, or a single YAML file, is taken as given, its name
    being its title. A file in `unsaved` counts as it is there, not as it is on disk. One that `kept` knows is not parsed; it
    was read before, without any problem.

    Raises one TermbaseError whose `problems` hold every problem found, in order of file, line and column.
    """
    with no_collection():
        read: dict[FileKey, FileEntries] = {}
        sources = [_read(folder, given, unsaved, kept, read) for folder in folders]
        problems = [problem for source in sources for problem in source.problems]
        warnings = [warning for source in sources for warning in source.warnings]
        termbase = merge(sources, problems, warnings)
    if problems or not folders:
        ordered = tuple(sorted(problems, key=problem_order))
        raise TermbaseError("termbase.problems", path=str(folders[0]) if folders else "", problems=ordered, count=len(ordered))
    return Loaded(termbase, tuple(sorted(warnings, key=problem_order)), read)


def read_termbase(folder: Path, *, given: bool = False, unsaved: Mapping[Path, bytes] = MappingProxyType({})) -> LayerSource:
    """Return one termbase as it stands in `folder`; problems are in the result, nothing is raised."""
    return _read(folder, given, unsaved, nothing_kept, {})


def _read(folder: Path, given: bool, unsaved: Mapping[Path, bytes], kept: Kept, files: dict[FileKey, FileEntries]) -> LayerSource:
    """Return one termbase, and put into `files` what each of its subject files has."""
    base = home(folder)
    nothing = Layer(title=base.stem if base.is_file() else base.resolve().name, path=str(folder))
    try:
        paths = _paths(folder, base, unsaved)
        if not given and not has_manifest(base) and base / MANIFEST_NAME not in unsaved:
            raise TermbaseError("termbase.no-manifest", path=str(folder))
    except TermbaseError as error:
        return LayerSource(layer=nothing, problems=(error,), complete=False)
    context = Context(str(folder), [], [])
    contents = _contents(paths, base, unsaved, context)
    complete = not context.problems
    layer, fields = _manifest(base, contents, nothing, context)
    read: dict[FileKey, FileEntries] = {}
    for path, data in contents if fields is not None else ():
        if path != base / MANIFEST_NAME:
            key = FileKey(str(path), layer.title, hashlib.sha256(data).hexdigest())
            entries = kept(key) or _entries(data, layer.title, context._replace(path=str(path)))
            complete &= entries is not None
            if entries is not None:
                read[key] = entries
    files |= read
    concepts = tuple(concept for entries in read.values() for concept in entries.concepts)
    overlays = tuple(overlay for entries in read.values() for overlay in entries.overlays)
    shorthands = tuple(shorthand for entries in read.values() for shorthand in entries.shorthands)
    _refuse_twins("termbase.duplicate-id", ((concept.id, concept.place) for concept in concepts), context)
    _refuse_twins("termbase.duplicate-overlay", ((overlay.extends, overlay.place) for overlay in overlays), context)
    return LayerSource(
        layer=layer,
        **(fields or {}),
        concepts=concepts,
        overlays=overlays,
        shorthands=shorthands,
        problems=tuple(context.problems),
        warnings=tuple(context.warnings),
        complete=complete and fields is not None,
    )


def _paths(folder: Path, base: Path, unsaved: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Return the files of the termbase, those that are not on disk yet included."""
    new = [path for path in unsaved if path.name != QUEUE_NAME and (base == path or base in path.parents)]
    if new and not folder.exists():
        return tuple(sorted(new))
    there = files(folder)
    return (*there, *sorted(path for path in new if path not in there))


def _contents(paths: Iterable[Path], base: Path, unsaved: Mapping[Path, bytes], context: Context) -> list[tuple[Path, bytes]]:
    """Return the bytes of the files; one that cannot be read is a problem."""
    contents: list[tuple[Path, bytes]] = []
    for path in paths:
        try:
            contents.append((path, unsaved[path] if path in unsaved else read_bytes(path)))
        except TermbaseError as error:
            context.problems.append(error)
    if _is_misnamed(base / QUEUE_NAME):
        context.problems.append(TermbaseError("termbase.queue-name", path=str(base / QUEUE_NAME)))
    return contents


def _is_misnamed(queue: Path) -> bool:
    """Whether a subject file has the name of the queue, which is not read."""
    try:
        return bool(re.search(rb"^(concepts|shorthands)\b", queue.read_bytes(), re.MULTILINE))
    except OSError:
        return False


def _manifest(base: Path, contents: list[tuple[Path, bytes]], nothing: Layer, context: Context) -> tuple[Layer, dict[str, Any] | None]:
    """Return the layer and the other fields of the manifest; None where a format is announced that cannot be read."""
    layer = replace(nothing, hash=hash_contents(base, contents))
    path = base / MANIFEST_NAME
    data = next((data for name, data in contents if name == path), None)
    context = context._replace(path=str(path))
    fields = _root(data, "manifest", context) if data is not None else None
    if fields is None:
        return layer, {}
    node = fields.pop("node")
    version = str(fields.pop("format", FORMAT))
    if version != FORMAT:
        complain(node, context, "termbase.format", found=version, known=FORMAT)
        return layer, None
    fields["profiles"] = tuple(one for one in map(build.profile, fields.pop("profiles", ())) if one is not None)
    if "default_profile" in fields:
        fields["default_profile_place"] = place(field_node(node, "default_profile") or node, context)
    named = {name: fields.pop(name) for name in ("title", "version", "licence") if name in fields}
    return replace(layer, **named), fields


def _entries(data: bytes, layer: str, context: Context) -> FileEntries | None:
    """Return the entries and short forms of one subject file, or None where it could not be read as one."""
    fields = _root(data, "file", context)
    if fields is None:
        return None
    subject = fields.get("subject", "")
    entries = [
        build.overlay(entry, context, layer=layer)
        if field_node(entry["node"], "extends") is not None
        else build.concept(entry, context, layer=layer, subject=subject)
        for entry in fields.get("concepts", ())
    ]
    return FileEntries(
        concepts=tuple(entry for entry in entries if isinstance(entry, Concept)),
        overlays=tuple(entry for entry in entries if isinstance(entry, Overlay)),
        shorthands=build.shorthands(fields.get("shorthands", {}), context, layer=layer),
    )


def _root(data: bytes, record: str, context: Context) -> dict[str, Any] | None:
    parsed = parse(data, context.path)
    context.problems.extend(parsed.problems)
    context.warnings.extend(parsed.warnings)
    if parsed.root is not None:
        return read_record(record, parsed.root, context)
    if not parsed.problems:
        context.problems.append(TermbaseError("termbase.empty-file", path=context.path, line=1, column=1))
    return None


def _refuse_twins(code: str, entries: Iterable[tuple[str, str]], context: Context) -> None:
    """Report an id that two entries of one termbase have: neither may win in silence."""
    first: dict[str, str] = {}
    for id, where in entries:
        if id in first:
            context.problems.append(error_at(code, where, id=id, first=first[id]))
        first.setdefault(id, where)
