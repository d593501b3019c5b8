"""The cache of compiled termbases: one file a combination of folders, in the user's own cache folder.

A cache file is private data: written 0600 in a folder that is 0700 and the user's own, checksummed, and never read from
anywhere else. It is keyed by the versions of everything that shapes it and by path, size and modification time of every
YAML file; where a time differs the content decides.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from glossary.errors import GlossaryError, WriteError
from glossary.matching.automaton import backend_version
from glossary.matching.table import Table
from glossary.model import Termbase
from glossary.termbase.folders import files as yaml_files
from glossary.text.fold import FOLD_VERSION
from glossary.version import __version__

_MAGIC = b"glossary\x01"
_LAYOUT = 4  # bumped when the model, the table or the expansion of surfaces changes
BUNDLED = Path(__file__).parent / "_bundled" / "terms"  # in an installed wheel; beside it the same, compiled
BUNDLED_CACHE = BUNDLED.parent / "termbase.bin"


class Stamp(msgspec.Struct, frozen=True, array_like=True):
    """One YAML file as it was: absolute path, size in bytes, modification time in nanoseconds, sha256 of the content."""

    path: str
    size: int
    modified: int
    digest: str


class Stored(msgspec.Struct, frozen=True, array_like=True):
    """What a matcher is made of again."""

    termbase: Termbase
    table: Table
    automaton: bytes


class _Head(msgspec.Struct, frozen=True, array_like=True):
    versions: str
    stamps: tuple[Stamp, ...]
    checksum: int  # CRC-32 of the body: against damage, the folder guards against malice


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
        data = path.read_bytes()
    except OSError:
        return None
    parsed = _parse(data)
    if parsed is None:
        return None
    head, stored = parsed
    current = _current_stamps(folders, {stamp.path: stamp for stamp in head.stamps})
    return stored if current == head.stamps or _same_content(current, head.stamps) else None


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
    try:
        parsed = _parse(BUNDLED_CACHE.read_bytes())
    except OSError:
        return None
    if parsed is None or relative_stamps(BUNDLED) != parsed[0].stamps:
        return None
    return parsed[1]


def relative_stamps(folder: Path) -> tuple[Stamp, ...]:
    """Return names below `folder` and sizes of its YAML files: times mean nothing in an installed package."""
    return tuple(Stamp(path.relative_to(folder).as_posix(), path.stat().st_size, 0, "") for path in yaml_files(folder))


def pack(stored: Stored, stamps: tuple[Stamp, ...]) -> bytes:
    """Return the bytes of a cache file."""
    body = msgspec.msgpack.encode(stored)
    head = msgspec.msgpack.encode(_Head(versions(), stamps, zlib.crc32(body)))
    return _MAGIC + len(head).to_bytes(4, "big") + head + body


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


def _parse(data: bytes) -> tuple[_Head, Stored] | None:
    start = len(_MAGIC) + 4
    if not data.startswith(_MAGIC) or len(data) < start:
        return None
    length = int.from_bytes(data[len(_MAGIC) : start], "big")
    try:
        head = msgspec.msgpack.decode(data[start : start + length], type=_Head)
        body = data[start + length :]
        if head.versions != versions() or zlib.crc32(body) != head.checksum:
            return None
        return head, _decode(body)
    except (msgspec.DecodeError, msgspec.ValidationError):
        return None


def _decode(body: bytes) -> Stored:
    """Decode with the garbage collector off: nothing here is garbage, and looking for some takes longer than decoding."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return msgspec.msgpack.decode(body, type=Stored)
    finally:
        if collecting:
            gc.enable()


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
