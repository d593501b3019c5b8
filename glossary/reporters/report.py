"""What a reporter gets: files with their findings or matches, what went wrong, and how to show it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from glossary.errors import GlossaryError
from glossary.locale import gettext_
from glossary.matching.match import Match
from glossary.messages import MESSAGES, render
from glossary.model import Layer

if TYPE_CHECKING:  # a look-up prints cards and must not pay for the rules
    from glossary.lint import Counts, FileReport


class Report(Struct, frozen=True, kw_only=True):
    """A lint run: files in order of path, and the errors of those that could not be read.

    `texts` holds the decoded text of each part, by path, then part id, for showing the lines; a reporter for programs needs none.
    """

    files: tuple[FileReport, ...] = ()
    failures: tuple[GlossaryError, ...] = ()
    layers: tuple[Layer, ...] = ()
    segmenters: dict[str, str] = {}
    texts: dict[str, dict[str, str]] = {}

    @property
    def counts(self) -> Counts:
        """How many files, errors, warnings and notes."""
        from glossary.lint import count

        return count(self.files)


class ScanFile(Struct, frozen=True, kw_only=True):
    """The matches in one file."""

    path: str
    language: str = ""
    matches: tuple[Match, ...] = ()


class ScanReport(Struct, frozen=True, kw_only=True):
    """A scan run: files in order of path; `texts` as in `Report`, for every file."""

    files: tuple[ScanFile, ...] = ()
    texts: dict[str, dict[str, str]] = {}


def message(code: str, arguments: dict[str, Any], *, translate: Callable[[str], str] = gettext_) -> str:
    """Return the message `code`, by default in the language in use. A reason without its arguments is left out."""
    if not code:
        return ""
    try:
        return render(code, arguments, translate)
    except KeyError:
        return "" if code in MESSAGES else code
