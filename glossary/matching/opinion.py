"""What a vote says about a hit."""

from __future__ import annotations

from msgspec import Struct

from glossary.findings import Verdict


class Opinion(Struct, frozen=True):
    """A verdict with the message id of its reason."""

    verdict: Verdict
    reason: str = ""
    arguments: dict[str, str] = {}


ACCEPTED = Opinion(Verdict.ACCEPT)
