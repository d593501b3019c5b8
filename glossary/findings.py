"""What a rule reports: findings with edits that would mend them. Values only; no text is rendered here."""

from __future__ import annotations

import enum
from typing import Any

from msgspec import Struct


class Severity(enum.Enum):
    """How bad a finding is; the order is by weight (LSP DiagnosticSeverity, SARIF level)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for error, 1 for warning, 2 for info."""
        return _RANK[self]

    def lower(self) -> Severity:
        """Return one step lower; info stays info."""
        return (Severity.WARNING, Severity.INFO, Severity.INFO)[self.rank]

    def at_most(self, other: Severity) -> Severity:
        """Return the weaker of the two."""
        return self if self.rank >= other.rank else other


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class Verdict(enum.Enum):
    """Whether a hit is really the term: `review` wants a person, `reject` is shown on request only."""

    ACCEPT = "accept"
    REVIEW = "review"
    REJECT = "reject"


class Edit(Struct, frozen=True, order=True):
    """Replace the half-open code points [start, end) of a part's decoded text (LSP TextEdit)."""

    part: str
    start: int
    end: int
    text: str


class Fix(Struct, frozen=True):
    """A titled group of edits (LSP CodeAction); `safe` ones may be applied unasked.

    `title` is a message id of `messages`, `arguments` its arguments.
    """

    title: str
    arguments: dict[str, Any]
    safe: bool
    edits: tuple[Edit, ...]


class Suggestion(Struct, frozen=True):
    """A rendering to use instead; `safe` when putting it in needs no judgement."""

    text: str
    safe: bool = False


class Related(Struct, frozen=True):
    """Another place that explains a finding, in the same or another file."""

    path: str
    part: str
    start: int
    end: int
    line: int
    column: int
    message_id: str
    arguments: dict[str, Any]


class Finding(Struct, frozen=True, kw_only=True):
    """One report of one rule at one span (LSP Diagnostic, SARIF result).

    `start` and `end` are half-open code points of the part's decoded text; `matched` is exactly that slice. The message is
    an id of `messages.MESSAGES` with its arguments; so is `reason`, why a person must look ("" for an accepted match).
    """

    rule: str
    severity: Severity
    message_id: str
    arguments: dict[str, Any]
    part: str
    start: int
    end: int
    matched: str
    concept: str = ""
    term: str = ""
    layer: str = ""
    verdict: Verdict = Verdict.ACCEPT
    reason: str = ""
    reason_arguments: dict[str, Any] = {}
    suggestions: tuple[Suggestion, ...] = ()
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
