"""What a rule is: `check` reads one document, `conclude` a whole run.

Summaries are small, picklable and merged in path order, so that worker processes and a single one give the same result.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from msgspec import Struct

from glossary.documents.model import Document
from glossary.findings import Finding, Severity
from glossary.matching.match import Match
from glossary.model import Termbase


class RuleOptions(Struct, frozen=True, kw_only=True):
    """What a rule may know besides the document; `profile` is a profile id or ""."""

    termbase: Termbase
    profile: str = ""
    together: bool = False  # rules over the whole run report in `conclude` only


class Summary(Struct, frozen=True, kw_only=True):
    """What one document contributes to `conclude`."""

    path: str
    data: Any = None


class Rule(Protocol):
    """A check with an id; its module's docstring is its page: a verb first, Bad and Good lines last."""

    id: str
    severity: Severity

    def check(self, document: Document, matches: Sequence[Match], options: RuleOptions) -> tuple[list[Finding], Summary | None]:
        """Return the findings in one document, and what `conclude` needs of it."""

    def conclude(self, summaries: Iterable[Summary], options: RuleOptions) -> Mapping[str, list[Finding]]:
        """Return findings over the run, by path; `summaries` come in path order."""
