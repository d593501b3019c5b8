"""Which files a run reads: those named, and in folders the drafts that git would not ignore."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from glossary.config import is_pattern
from glossary.errors import DocumentError, GlossaryError, UsageError

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

STANDARD_INPUT = "-"


class Ignores(NamedTuple):
    """The patterns of one .gitignore (or `exclude` of a configuration), and the folder they are relative to."""

    folder: Path
    spec: GitIgnoreSpec


def ignores(folder: Path, lines: Iterable[str]) -> Ignores:
    """Return `lines`, patterns as in .gitignore, relative to `folder`; those that can match nothing are passed over, as git does."""
    from pathspec import GitIgnoreSpec

    return Ignores(folder.resolve(), GitIgnoreSpec.from_lines(filter(is_pattern, lines)))


def drafts(named: Iterable[str], suffixes: Collection[str], exclude: Iterable[Ignores] = ()) -> Iterator[str | GlossaryError]:
    """Yield the path of each draft, once, in the order named, folders in order of name; an error for what cannot be read.

    Files are taken as they are named, folders give files with one of `suffixes` (lower case, with the dot) that are neither
    hidden nor ignored. Links to folders are not followed, so there are no loops. A folder without drafts is an error, so are
    links that lead nowhere, and devices, which may have no end; a pipe that is named is read.
    """
    seen: set[str] = set()
    for name in named:
        for found in _expand(name, suffixes, tuple(exclude)):
            if isinstance(found, GlossaryError):
                yield found
            elif _identity(found) not in seen:
                seen.add(_identity(found))
                yield found


def _expand(name: str, suffixes: Collection[str], exclude: tuple[Ignores, ...]) -> Iterator[str | GlossaryError]:
    if name == STANDARD_INPUT:
        yield name
        return
    kind = _kind(name)
    if isinstance(kind, GlossaryError):
        yield kind
    elif stat.S_ISDIR(kind):
        path = Path(name)
        found = list(_walk(path, suffixes, (*_ignores_above(path), *exclude)))
        yield from found or [UsageError("file.no-drafts", path=name, known=" ".join(sorted(suffixes)))]
    elif stat.S_ISREG(kind) or stat.S_ISFIFO(kind):  # <(…) of a shell is a pipe with a name
        yield name
    else:
        yield DocumentError("file.special", path=name)


def _kind(name: str) -> int | GlossaryError:
    """Return the mode of what `name` is or leads to, an error where that cannot be known."""
    try:
        return os.stat(name).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return DocumentError("file.dangling" if os.path.islink(name) else "file.missing", path=name)
    except OSError as error:
        return DocumentError("file.unreadable", path=name, reason=error.strerror or str(error))


def _walk(folder: Path, suffixes: Collection[str], above: tuple[Ignores, ...]) -> Iterator[str | GlossaryError]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield DocumentError("file.unreadable", path=str(folder), reason=error.strerror or "")
        return
    specs = (*above, *_ignore_file(folder))
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            if not _ignored(path, specs, folder=True):
                yield from _walk(path, suffixes, specs)
        elif path.suffix.lower() in suffixes and not _ignored(path, specs, folder=False):
            kind = _kind(str(path))
            if isinstance(kind, GlossaryError):
                yield kind
            elif stat.S_ISREG(kind):
                yield str(path)


def _ignores_above(folder: Path) -> tuple[Ignores, ...]:
    """Return the .gitignore files between the root of the repository and `folder`, topmost first; none outside a repository."""
    parents = folder.resolve().parents
    root = next((number for number, parent in enumerate(parents) if (parent / ".git").exists()), None)
    if (folder / ".git").exists() or root is None:
        return ()
    return tuple(found for parent in reversed(parents[: root + 1]) for found in _ignore_file(parent))


def _ignore_file(folder: Path) -> tuple[Ignores, ...]:
    try:
        text = (folder / ".gitignore").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    return (ignores(folder, text.splitlines()),)


def _ignored(path: Path, specs: tuple[Ignores, ...], *, folder: bool) -> bool:
    """Whether the last pattern that speaks of `path` ignores it; patterns of deeper folders come later (gitignore(5))."""
    resolved = path.parent.resolve() / path.name
    for ignore in reversed(specs):
        if resolved.is_relative_to(ignore.folder):
            relative = resolved.relative_to(ignore.folder).as_posix() + ("/" if folder else "")
            verdict = ignore.spec.check_file(relative).include
            if verdict is not None:
                return verdict
    return False


def _identity(name: str) -> str:
    return name if name == STANDARD_INPUT else os.path.realpath(name)
