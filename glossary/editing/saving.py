"""Saving a termbase: loaded as it will be, then written, all files or none."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from glossary.errors import WriteError
from glossary.termbase.reader import Loaded, load
from glossary.writing import write_atomically


def save(texts: Mapping[Path, str], folders: Sequence[Path], *, given: bool = True) -> Loaded:
    """Write `texts` (as `changes.apply` returns them) and return the termbases in `folders` as they are then.

    `folders` are all layers, earlier ones first: an overlay entry cannot be judged without them. Raises TermbaseError where the
    result could not be loaded, WriteError where a file cannot be written; then every file is as it was.
    """
    loaded = try_out(texts, folders, given=given)
    write_all(texts)
    return loaded


def try_out(texts: Mapping[Path, str], folders: Sequence[Path], *, given: bool = True) -> Loaded:
    """Return the termbases as they would be with `texts`; nothing is written. Raises TermbaseError."""
    return load(folders, given=given, unsaved=encoded(texts))


def encoded(texts: Mapping[Path, str]) -> dict[Path, bytes]:
    """Return the bytes of `texts`. A lone surrogate, which no text has, is left for the reader to complain about."""
    return {path: text.encode("utf-8", "surrogatepass") for path, text in texts.items()}


def write_all(texts: Mapping[Path, str]) -> None:
    """Write `texts`; where one cannot be written, those before it get back what they had. Raises WriteError."""
    former: dict[Path, bytes | None] = {}
    try:
        for path, data in encoded(texts).items():
            before = path.read_bytes() if path.exists() else None
            _make_folder(path)
            write_atomically(path, data)
            former[path] = before
    except (WriteError, OSError) as error:
        for path, before in former.items():
            if before is None:
                path.unlink()
            else:
                write_atomically(path, before)
        if isinstance(error, WriteError):
            raise
        raise WriteError("write.failed", path=str(error.filename), problem=error.strerror or str(error)) from error


def _make_folder(path: Path) -> None:
    os.makedirs(path.parent, exist_ok=True)
