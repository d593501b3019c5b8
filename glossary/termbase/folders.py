"""Which files make up a termbase: a folder with a manifest, a folder or a file somebody named."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from glossary.errors import TermbaseError

MANIFEST_NAME = "termbase.yaml"
QUEUE_NAME = "proposals.yaml"  # what is proposed is no part of the termbase yet
SUFFIXES = (".yaml", ".yml")


def files(folder: Path) -> tuple[Path, ...]:
    """Return the YAML files of a termbase, the manifest included, the queue of proposals not, sorted by name.

    Folders below count as well, but not hidden ones, not symbolic links, and not those with a manifest of their own: these are
    other termbases. A single file is its own list; the manifest stands for its folder.

    Raises TermbaseError where there is nothing to read: missing, not YAML, a folder that may not be read.
    """
    if folder.is_file():
        if folder.suffix.lower() not in SUFFIXES:
            raise TermbaseError("termbase.not-yaml", path=str(folder))
        return files(folder.parent) if folder.name == MANIFEST_NAME else (folder,)
    if not folder.is_dir():
        raise TermbaseError("termbase.missing", path=str(folder))
    found = sorted(_walk(folder), key=lambda path: path.relative_to(folder).as_posix())
    if not found:
        raise TermbaseError("termbase.no-files", path=str(folder))
    return tuple(found)


def home(folder: Path) -> Path:
    """Return the folder of a termbase that was named by its manifest, anything else as it is."""
    return folder.parent if folder.name == MANIFEST_NAME and folder.is_file() else folder


def has_manifest(folder: Path) -> bool:
    """Whether `folder` is a termbase by itself."""
    return (folder / MANIFEST_NAME).is_file()


def content_hash(folder: Path) -> str:
    """Return the SHA-256 over the names and bytes of `files(folder)`, in hexadecimal.

    Raises TermbaseError as `files` does, and for a file that cannot be read.
    """
    base = home(folder)
    return hash_contents(base, ((path, read_bytes(path)) for path in files(folder)))


def hash_contents(base: Path, contents: Iterable[tuple[Path, bytes]]) -> str:
    """Return the SHA-256 over (file, bytes); names count relative to `base`, so that a moved folder keeps its hash."""
    import hashlib  # takes its time to import; a warm start needs none

    digest = hashlib.sha256()
    for path, data in contents:
        name = path.relative_to(base).as_posix() if path != base else path.name
        digest.update(f"{name}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.hexdigest()


def read_bytes(path: Path) -> bytes:
    """Return the bytes of `path`; raises TermbaseError where the system does not allow it."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise TermbaseError("termbase.unreadable", path=str(path), reason=error.strerror or str(error)) from error


def _walk(folder: Path) -> Iterable[Path]:
    def refuse(error: OSError) -> None:
        raise TermbaseError("termbase.unreadable", path=str(error.filename or folder), reason=error.strerror or str(error)) from error

    for root, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".") and not has_manifest(Path(root, name))]
        yield from (Path(root, name) for name in names if _is_ours(name))


def _is_ours(name: str) -> bool:
    return not name.startswith(".") and name != QUEUE_NAME and name.lower().endswith(SUFFIXES)
