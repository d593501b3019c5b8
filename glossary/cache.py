"""The cache of compiled termbases: one file a combination of folders, in the user's own cache folder.

A cache file is private data: written 0600 in a folder that is 0700 and the user's own, checksummed, and never read from
anywhere else. It is keyed by the versions of everything that shapes it and by path, size and modification time of every
YAML file; where a time differs the content decides.

    magic │ length of the head │ head: versions, stamps, checksum, lengths of the sections │ the sections of `_SECTIONS`

The file is mapped into memory, and a section is decoded when it is used, concepts and entries one by one (`records`).
"""

from __future__ import annotations

import contextlib
import mmap
import os
import sys
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache as once
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

import msgspec
from msgspec import msgpack
from msgspec.structs import replace

from glossary.errors import GlossaryError, WriteError
from glossary.matching.automaton import backend_version
from glossary.matching.table import Entry, Table
from glossary.model import Concept, Termbase
from glossary.records import Buffer, Records
from glossary.records import pack as pack_records
from glossary.termbase.folders import files as yaml_files
from glossary.text.fold import FOLD_VERSION
from glossary.version import __version__

if TYPE_CHECKING:  # it parses YAML, which a warm start does not
    from glossary.termbase.reader import FileEntries, FileKey, Kept

_MAGIC = b"glossary\x02"
_LAYOUT = 7  # bumped when the model, the table or the expansion of surfaces changes
BUNDLED = Path(__file__).parent / "_bundled" / "terms"  # in an installed wheel; beside it the same, compiled
BUNDLED_CACHE = BUNDLED.parent / "termbase.bin"


class Stamp(msgspec.Struct, frozen=True, array_like=True):
    """One YAML file as it was: absolute path, size in bytes, modification time in nanoseconds, sha256 of the content."""

    path: str
    size: int
    modified: int
    digest: str


class Stored(msgspec.Struct, frozen=True):
    """What a matcher is made of again; `shorthands` are the one-character shorthands of states by language."""

    termbase: Termbase
    table: Table
    automaton: bytes
    shorthands: Mapping[str, frozenset[str]]
    misreadings: Buffer = b""  # what `matching.derived` made, decoded there
    slips: Buffer = b""
    names: Buffer = b""
    files: Mapping[FileKey, FileEntries] = {}  # what each file has, so that only changed ones are read again


class _Head(msgspec.Struct, frozen=True, array_like=True):
    versions: str
    stamps: tuple[Stamp, ...]
    checksum: int  # CRC-32 of the sections: against damage, the folder guards against malice
    lengths: tuple[int, ...]  # of the sections, in bytes


def read(folders: Sequence[Path], *, given: bool = False) -> Stored | None:
    """Return the compiled termbase of `folders`, or None where the cache has none that fits."""
    if len(folders) == 1 and folders[0] == BUNDLED:
        stored = _read_bundled()
        if stored is not None:
            return stored
    path = _cache_file(folders, given)
    try:
        if not _is_private(path.parent):
            return None
    except OSError:
        return None
    opened = _open(path)
    if opened is None:
        return None
    head = opened.head
    current = _current_stamps(folders, {stamp.path: stamp for stamp in head.stamps})
    if current != head.stamps:
        if not _same_content(current, head.stamps):
            return None
        with contextlib.suppress(OSError):  # next time their times will do
            _replace(path, _with_head(replace(head, stamps=current), opened.body))
    return _stored(opened)


def kept(folders: Sequence[Path], *, given: bool = False) -> Kept:
    """Return what gives the entries of a file as they were read when the cache of `folders` was written, though others have changed."""
    from glossary.termbase.reader import FileEntries, FileKey

    path = _cache_file(folders, given)
    try:
        opened = _open(path) if _is_private(path.parent) else None
    except OSError:
        opened = None
    if opened is None:
        return lambda key: None
    sections = _sections(opened)
    decode = msgpack.Decoder(FileEntries).decode
    keys = msgpack.decode(sections["files"], type=list[FileKey])
    records = Records(sections["file-entries"], decode)
    numbers = {key: number for number, key in enumerate(keys)}
    return lambda key: records[numbers[key]] if key in numbers else None


def write(folders: Sequence[Path], stored: Stored, *, given: bool = False) -> tuple[GlossaryError, ...]:
    """Store the compiled termbase of `folders`; return a warning where that is not possible."""
    path = _cache_file(folders, given)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_private(path.parent):
            raise PermissionError(f"{path.parent}")
        _replace(path, pack(stored, _current_stamps(folders, {})))
    except OSError as error:
        return (WriteError("cache.unwritable", path=str(path.parent), problem=error.strerror or str(error)),)
    return ()


def _read_bundled() -> Stored | None:
    """Return the termbase that the wheel ships compiled; its files are code of ours, so their sizes are enough."""
    opened = _open(BUNDLED_CACHE)
    return _stored(opened) if opened is not None and relative_stamps(BUNDLED) == opened.head.stamps else None


def relative_stamps(folder: Path) -> tuple[Stamp, ...]:
    """Return names below `folder` and sizes of its YAML files: times mean nothing in an installed package."""
    return tuple(Stamp(path.relative_to(folder).as_posix(), path.stat().st_size, 0, "") for path in yaml_files(folder))


def pack(stored: Stored, stamps: tuple[Stamp, ...]) -> bytes:
    """Return the bytes of a cache file."""
    sections = [encode(stored) for encode in _SECTIONS.values()]
    body = b"".join(sections)
    return _with_head(_Head(versions(), stamps, zlib.crc32(body), tuple(map(len, sections))), body)


def _with_head(head: _Head, body: Buffer) -> bytes:
    encoded = msgpack.encode(head)
    return b"".join((_MAGIC, len(encoded).to_bytes(4, "big"), encoded, body))


# To store one thing more, name it here and read it in `_stored`: lazily, unless every run needs it.
_SECTIONS: dict[str, Callable[[Stored], bytes]] = {
    "automaton": lambda stored: stored.automaton,
    "keys": lambda stored: pack_records(key.encode("utf-8", "surrogatepass") for key in stored.table.keys),
    "entries": lambda stored: pack_records(map(msgpack.encode, stored.table.entries)),
    "concepts": lambda stored: pack_records(map(msgpack.encode, stored.termbase.concepts)),
    "ids": lambda stored: msgpack.encode([concept.id for concept in stored.termbase.concepts]),
    "termbase": lambda stored: msgpack.encode(replace(stored.termbase, concepts=())),
    "shorthands": lambda stored: msgpack.encode(stored.shorthands),
    "misreadings": lambda stored: bytes(stored.misreadings),
    "slips": lambda stored: bytes(stored.slips),
    "names": lambda stored: bytes(stored.names),
    "files": lambda stored: msgpack.encode(list(stored.files)),
    "file-entries": lambda stored: pack_records(map(msgpack.encode, stored.files.values())),
}


def _stored(opened: _Opened) -> Stored | None:
    """Return what a cache file holds, None where that is not what was written."""
    try:
        return _decoded(_sections(opened), opened.automaton)
    except (ValueError, msgspec.MsgspecError):
        return None


def _sections(opened: _Opened) -> dict[str, memoryview]:
    bounds = pairwise(accumulate(opened.head.lengths, initial=0))
    return {name: opened.body[low:high] for name, (low, high) in zip(_SECTIONS, bounds, strict=True)}


def _decoded(sections: Mapping[str, memoryview], automaton: bytes) -> Stored:
    ids = partial(msgpack.decode, sections["ids"], type=list[str])
    concepts: Records[Concept] = Records(sections["concepts"], _decode_concept, ids)
    entries: Records[tuple[Entry, ...]] = Records(sections["entries"], _decode_entries)
    return Stored(
        termbase=replace(msgpack.decode(sections["termbase"], type=Termbase), concepts=concepts),
        table=Table(Records(sections["keys"], _decode_key), entries),
        automaton=automaton,
        shorthands=msgpack.decode(sections["shorthands"], type=dict[str, frozenset[str]]),
        misreadings=sections["misreadings"],
        slips=sections["slips"],
        names=sections["names"],
    )


@once
def _decoder(type: Any) -> Callable[[Buffer], Any]:
    return msgpack.Decoder(type).decode


def _decode_concept(stored: Buffer) -> Concept:
    concept: Concept = _decoder(Concept)(stored)
    return concept


def _decode_entries(stored: Buffer) -> tuple[Entry, ...]:
    entries: tuple[Entry, ...] = _decoder(tuple[Entry, ...])(stored)
    return entries


def _decode_key(stored: Buffer) -> str:
    return str(stored, "utf-8", "surrogatepass")


def versions() -> str:
    """Return the versions of all that shapes a compiled termbase."""
    return f"{__version__} layout {_LAYOUT} fold {FOLD_VERSION} {backend_version()}"


def cache_folder() -> Path:
    """Return the folder for cache files: GLOSSARY_CACHE_DIR, else the platform's place for caches."""
    named = os.environ.get("GLOSSARY_CACHE_DIR")
    if named:
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", "~\\AppData\\Local")).expanduser() / "glossary-toolkit" / "cache"
    if sys.platform == "darwin":
        return Path("~/Library/Caches/glossary-toolkit").expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "glossary-toolkit"


def _cache_file(folders: Sequence[Path], given: bool) -> Path:
    name = "\0".join([str(given), *(str(folder.resolve()) for folder in folders)])
    data = name.encode("utf-8", "surrogateescape")
    # Two names in one file would only make each other's cache anew: the stamps inside hold the paths.
    return cache_folder() / f"{zlib.crc32(data):08x}{zlib.adler32(data):08x}.bin"


class _Opened(NamedTuple):
    """A cache file: its head, its sections, and the first of them read, which no part of can do without the rest."""

    head: _Head
    body: memoryview
    automaton: bytes


def _open(path: Path) -> _Opened | None:
    """Return a cache file, None where there is none, or it is another version's or damaged."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_MAGIC) + 4)
            if not start.startswith(_MAGIC) or len(start) < len(_MAGIC) + 4:
                return None
            head = msgpack.decode(file.read(int.from_bytes(start[len(_MAGIC) :], "big")), type=_Head)
            body = file.tell()
            if head.versions != versions() or len(head.lengths) != len(_SECTIONS) or _checksum(file) != head.checksum:
                return None
            file.seek(body)
            return _Opened(head, _mapped(file)[body:], file.read(head.lengths[0]))
    except (OSError, ValueError, msgspec.MsgspecError):
        return None


def _checksum(file: BinaryIO) -> int:
    """Return the checksum of what is left of `file`, never all of it in memory."""
    found = 0
    while chunk := file.read(1 << 18):
        found = zlib.crc32(chunk, found)
    return found


def _mapped(file: BinaryIO) -> memoryview:
    """Return the whole of `file`; where the system allows it as pages that are loaded when they are looked at."""
    if sys.platform == "win32":  # there nobody could replace a file that is mapped
        return memoryview(Path(file.name).read_bytes())
    return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


def _current_stamps(folders: Sequence[Path], known: dict[str, Stamp]) -> tuple[Stamp, ...]:
    """Return the stamps of the YAML files as they are; a content is read only where size or time is not the known one."""
    stamps = []
    for folder in folders:
        for path in yaml_files(folder):
            status = path.stat()
            name = str(path.resolve())
            old = known.get(name)
            same = old is not None and (old.size, old.modified) == (status.st_size, status.st_mtime_ns)
            digest = old.digest if same and old else _digest(path)
            stamps.append(Stamp(name, status.st_size, status.st_mtime_ns, digest))
    return tuple(stamps)


def _digest(path: Path) -> str:
    import hashlib  # takes its time to import; a warm start needs none

    return hashlib.sha256(path.read_bytes()).hexdigest()


def _same_content(one: tuple[Stamp, ...], two: tuple[Stamp, ...]) -> bool:
    return [(stamp.path, stamp.digest) for stamp in one] == [(stamp.path, stamp.digest) for stamp in two]


def _is_private(folder: Path) -> bool:
    """Whether `folder` is the user's own and nobody else may write in it; always so where the system has no such notion."""
    if not hasattr(os, "getuid"):
        return True
    status = folder.stat()
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def _replace(path: Path, data: bytes) -> None:
    import tempfile  # only where a cache is written

    handle, name = tempfile.mkstemp(dir=path.parent)  # 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
