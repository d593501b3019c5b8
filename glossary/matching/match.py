"""A term found at a span."""

from __future__ import annotations

from msgspec import Struct

from glossary.findings import Verdict
from glossary.model import Term


class Match(Struct, frozen=True, kw_only=True):
    """A term found in a document.

    `start` and `end` are half-open code points of the part's decoded text, `matched` is that slice, markup inside it included.
    `low` and `high` are the same place in the text of segment number `segment` of that part, without markup.
    """

    part: str
    start: int
    end: int
    matched: str
    segment: int
    low: int
    high: int
    concept: str
    term: Term
    inflection: str = ""  # "plural" where the text has the plural of the term, else ""
    verdict: Verdict = Verdict.ACCEPT
    reason: str = ""  # message id why it is review or reject, "" for accept
    reason_arguments: dict[str, str] = {}
    covers: tuple[Match, ...] = ()  # the hits that lost the overlap to this one
