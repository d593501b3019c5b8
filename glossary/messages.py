"""Every message of the library: an id and its English template, rendered only at the edge.

Templates are `%`-format with named fields, so that gettext tools can check the placeholders of translations.
The library passes ids and arguments; reporters and the command line render them with the reader's catalog.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def N_(template: str) -> str:
    """Mark `template` for extraction into the message catalogs; return it unchanged."""
    return template


MESSAGES: dict[str, str] = {
    # errors: files
    "file.missing": N_("%(path)s: no such file; check the name"),
}


def render(code: str, arguments: Mapping[str, Any], translate: Callable[[str], str] = str) -> str:
    """Return the message `code` with `arguments` filled in, its template passed through `translate` first.

    Raises KeyError for an id that is not in `MESSAGES`: a message nobody can read is a defect.
    """
    return translate(MESSAGES[code]) % arguments
