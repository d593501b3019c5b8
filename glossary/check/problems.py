"""What a check of a termbase yields."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from glossary.errors import TermbaseError
from glossary.findings import Severity
from glossary.messages import render


class Problem(Struct, frozen=True, kw_only=True):
    """One thing to mend in a termbase: a message id of `messages` with its arguments, path, line and column among them."""

    severity: Severity
    message_id: str
    path: str
    line: int
    column: int
    arguments: dict[str, Any]

    def __str__(self) -> str:
        return render(self.message_id, self.arguments)


def problem(code: str, place: str, *, warning: bool = False, info: bool = False, **arguments: Any) -> Problem:
    """Return the problem `code` at `place` (file:line:column)."""
    path, line, column = place.rsplit(":", 2) if place else ("", "1", "1")
    where: dict[str, Any] = {"path": path, "line": int(line), "column": int(column)}
    severity = Severity.INFO if info else Severity.WARNING if warning else Severity.ERROR
    return Problem(severity=severity, message_id=code, arguments={**where, **arguments}, **where)


def problem_of(error: TermbaseError, severity: Severity) -> Problem:
    """Return what the reader found as a problem like the others."""
    return Problem(
        severity=severity,
        message_id=error.code,
        path=error.path,
        line=int(error.arguments.get("line", 0)),
        column=int(error.arguments.get("column", 0)),
        arguments=error.arguments,
    )
