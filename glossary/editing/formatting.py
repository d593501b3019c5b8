"""Files in their canonical form."""

from __future__ import annotations

import difflib
import re
from pathlib import Path

from msgspec import Struct

from glossary.errors import TermbaseError
from glossary.termbase.folders import files, read_bytes
from glossary.termbase.writer import formatted

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")


class Formatted(Struct, frozen=True):
    """A file as it is and as it would be; `text` has its byte order mark, if any."""

    path: Path
    data: bytes
    text: str

    @property
    def changes(self) -> bool:
        """Whether the file would change."""
        return self.text.encode("utf-8") != self.data

    def diff(self) -> list[str]:
        """Return the unified diff, without line ends."""
        old, new = (_LINE.findall(text.removeprefix("\ufeff")) for text in (self.data.decode("utf-8"), self.text))
        lines: list[str] = []
        for line in difflib.unified_diff(old, new, str(self.path), str(self.path)):
            lines += [line.rstrip("\r\n"), *([] if line.endswith("\n") else ["\\ No newline at end of file"])]
        return lines


def termbase_files(named: Path) -> tuple[Path, ...]:
    """Return the files that a name stands for: itself, or those of a folder. Raises TermbaseError."""
    return (named,) if named.is_file() else files(named)


def format_file(path: Path) -> Formatted:
    """Return what formatting does to one file; nothing is written. Raises TermbaseError with all problems of the file."""
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise TermbaseError("termbase.not-yaml", path=str(path))
    data = read_bytes(path)
    return Formatted(path, data, formatted(data, path))
