"""What to print."""

from __future__ import annotations

from msgspec import Struct


class Options(Struct, frozen=True, kw_only=True):
    """`languages` in order, () for those of the termbase; `regions` by language; a `profile` or ""; sections by kind or not."""

    languages: tuple[str, ...] = ()
    regions: dict[str, str] = {}
    profile: str = ""
    by_kind: bool = False
