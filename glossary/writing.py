"""Writing a mended file, whole or not at all, and showing what would change."""

from __future__ import annotations

import contextlib
import difflib
import errno
import os
import re
import secrets
import stat
from pathlib import Path

from glossary.documents.model import Document, Part
from glossary.errors import WriteError

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_NO_NEWLINE = "\\ No newline at end of file\n"


def write_atomically(path: str | Path, data: bytes) -> None:
    """Write `data` to `path` so that a reader sees the old file or the new one, never a part of it.

    A symbolic link stays one: its target is replaced, with its mode kept. Raises WriteError and leaves the old file as it was.
    """
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".glossary-{secrets.token_hex(6)}.tmp")
    try:
        try:
            _write(temporary, data, _mode(target))
            os.replace(temporary, target)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(target.parent)
    except OSError as error:
        raise _write_error(error, str(path)) from error


def diff(document: Document, data: bytes) -> str:
    """Return the unified diff from `document` to `data`, its bytes after a fix: of the text, or of the prose of each part."""
    new = document.format.read(data, document.path, encoding=document.encoding)
    if [part.id for part in document.parts] == [""] == [part.id for part in new.parts]:
        return _unified(document.path, _lines(document.parts[0].text), _lines(new.parts[0].text))
    after = {part.id: part for part in new.parts}
    return "".join(
        _unified(f"{document.path}:{part.id}", _prose(part), _prose(after[part.id])) for part in document.parts if part.id in after
    )


def _mode(target: Path) -> int | None:
    """Return the permissions of a file to be replaced, None where there is none; a file that may not be written is refused."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    # Replacing needs only the folder's permission; a write-protected file is protected for a reason.
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return stat.S_IMODE(status.st_mode)


def _write(path: Path, data: bytes, mode: int | None) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with open(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        os.chmod(path, mode)


def _sync_folder(folder: Path) -> None:
    # Without it the name may be lost with the power; where folders cannot be opened (Windows) there is no need.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _write_error(error: OSError, path: str) -> WriteError:
    if error.errno in _FULL:
        return WriteError("write.full", path=path)
    if error.errno in _DENIED:
        return WriteError("write.denied", path=path)
    return WriteError("write.failed", path=path, problem=error.strerror or str(error))


def _lines(text: str) -> list[str]:
    return _LINE.findall(text)


def _prose(part: Part) -> list[str]:
    return [line + "\n" for segment in part.segments for line in segment.text.text.splitlines()]


def _unified(name: str, old: list[str], new: list[str]) -> str:
    lines = difflib.unified_diff(old, new, name, name)
    return "".join(line if line.endswith(("\n", "\r")) else f"{line}\n{_NO_NEWLINE}" for line in lines)
