"""What a rule is: `check` reads one document, `conclude` a whole run.

A module with the names below is a rule, and so is any object that has them. Summaries are small, picklable and merged
in path order, so that worker processes and a single one give the same result.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from msgspec import Struct

from glossary.documents.model import Document, Segment
from glossary.findings import Finding, Severity
from glossary.languages import DEFAULT_REGION
from glossary.matching.derived import NOTHING, Derived
from glossary.matching.match import Match
from glossary.model import Profile, Termbase

OFF = "off"


class RuleOptions(Struct, frozen=True, kw_only=True):
    """What a rule may know besides the document; `profile` is a profile id, "" for the default one of the termbase.

    `severities` maps a rule id or a reason for deprecation to a severity or "off"; it wins over the profile's. `derived` are the
    wrong forms that follow from the termbase.
    """

    termbase: Termbase
    profile: str = ""
    together: bool = False  # rules over the whole run report in `conclude` only
    severities: dict[str, str] = {}
    derived: Derived = NOTHING

    @property
    def house(self) -> Profile | None:
        """The profile that holds, or None."""
        return self.termbase.profile(self.profile)

    @property
    def verbatim(self) -> bool:
        """Whether quotations are the words of somebody else: never an error, never changed."""
        return self.house is None or self.house.quotations != "translated"

    def severity(self, default: Severity, *keys: str) -> Severity | None:
        """Return the severity set for the first of `keys` (most telling first: reason, then rule id), None for "off"."""
        house = self.house.severities if self.house else {}
        for key in keys:
            for table in (self.severities, house):
                if key in table:
                    return None if table[key] == OFF else Severity(table[key])
        return default

    def region(self, segment: Segment, language: str) -> str:
        """Return the region whose usage holds in a segment, "" where none is known: the text's, the profile's, the default."""
        if segment.region:
            return segment.region
        house = self.house.region if self.house else {}
        return house.get(language, "") or DEFAULT_REGION.get(language, "")


class Summary(Struct, frozen=True, kw_only=True):
    """What one document contributes to `conclude`."""

    path: str
    data: Any = None


class Rule(Protocol):
    """A check with an id; its docstring is its page: a verb first, `Bad:` and `Good:` lines last.

    `document_level` findings judge the whole document, not the sentence they are shown at: a fix may cause them elsewhere.
    """

    @property
    def id(self) -> str:
        """The name of the rule in configuration and reports."""

    @property
    def severity(self) -> Severity:
        """What its findings weigh unless configured otherwise."""

    @property
    def document_level(self) -> bool:
        """Whether a finding depends on more than its sentence."""

    def check(self, document: Document, matches: Sequence[Match], options: RuleOptions) -> tuple[list[Finding], Summary | None]:
        """Return the findings in one document, and what `conclude` needs of it."""

    def conclude(self, summaries: Iterable[Summary], options: RuleOptions) -> Mapping[str, list[Finding]]:
        """Return findings over the run, by path; `summaries` come in path order."""
