"""What an import is asked to do besides reading files."""

from __future__ import annotations

from msgspec import Struct

from glossary.model import Status


class Options(Struct, frozen=True, kw_only=True):
    """How rows become entries.

    `maps` are (header or letter of a column, name of a field), `values` (word in a cell, value of the format). `separators` part the
    terms of a cell: None for the usual ones of the language, "" for none. `status` is that of terms of which the file says none; with
    preferred, only the first of a cell is, the others are admitted. `region` and `profile` are for terms without.
    """

    maps: tuple[tuple[str, str], ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    separators: str | None = None
    status: Status = Status.ADMITTED
    region: str = ""
    profile: str = ""
    subject: str = ""
    sheets: tuple[str, ...] = ()
    encoding: str = ""
    withdraw: bool = False
