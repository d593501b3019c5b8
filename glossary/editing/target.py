"""Which termbase a verb writes: the last one that holds, and never the one that comes with the program."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from glossary.config import BUNDLED, Config, bundled, find_termbases
from glossary.errors import UsageError
from glossary.termbase.reader import Loaded, load


class Target(Struct, frozen=True, kw_only=True):
    """The termbases that hold, and the one that is written: the last of them."""

    folders: tuple[Path, ...]
    given: bool = False  # named with --termbase: a folder without manifest is taken as it is

    @property
    def folder(self) -> Path:
        """The termbase that is written."""
        return self.folders[-1]

    def load(self) -> Loaded:
        """Return all layers as one termbase. Raises TermbaseError."""
        return load(self.folders, given=self.given)


def find_target(start: Path, named: Sequence[Path], config: Config) -> Target:
    """Return what a verb that is run in the folder `start` writes to.

    Raises UsageError and ConfigError as `find_termbases` does, and UsageError where it would be the bundled termbase.
    """
    folders, origin = find_termbases(start, named, config)
    if _is_bundled(folders[-1], origin, named):
        raise UsageError("edit.bundled", path=str(folders[-1]))
    return Target(folders=folders, given=origin == "option")


def _is_bundled(folder: Path, origin: str, named: Sequence[Path]) -> bool:
    """Whether `folder` is meant as the termbase of the program. In a checkout that is the project's own, and may be named as such."""
    if folder.resolve() != bundled().resolve():
        return False
    by_name = origin == "option" and named[-1].name != BUNDLED
    return "_bundled" in folder.resolve().parts or not (origin == "folder" or by_name)
