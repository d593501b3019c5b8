"""Ids for entries that come without: from the English or first term, the same each time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from glossary.interchange.drafts import TermDraft
from glossary.languages import ENGLISH
from glossary.model import Status
from glossary.termbase.shapes import NCNAME

_JOINERS = re.compile(r"[\W_]+")
_LONGEST = 60
_MARKS = re.compile("[\u0300-\u036f]+")


def id_term(terms: Sequence[TermDraft]) -> TermDraft:
    """Return the term that names the entry: the first right English one, else the first right one, else the first."""
    right = [term for term in terms if term.fields.get("status") != Status.DEPRECATED.value] or list(terms)
    return next((term for term in right if term.language == ENGLISH), right[0])


def id_from(text: str) -> str:
    """Return an id, an XML NCName: lower case, words joined by hyphens, letters of any script, those of Latin without accents."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text)) if _is_latin(text) else unicodedata.normalize("NFKC", text)
    words = _JOINERS.sub("-", plain.lower().replace("'", "").replace("’", "")).strip("-")
    # The pattern has no characters beyond U+FFFF: 𠮷 becomes its number.
    words = "".join(char if re.search(NCNAME, f"a{char}") else f"u{ord(char):x}" for char in words)
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rpartition("-")[0] or words[:_LONGEST]
    return words if re.search(NCNAME, words) else f"t-{words}".rstrip("-")


def free(id: str, taken: Iterable[str]) -> str:
    """Return `id`, or with a number behind it the first that is not taken."""
    number, found = 1, id
    while found in taken:
        number += 1
        found = f"{id}-{number}"
    return found


def _is_latin(text: str) -> bool:
    return all(ord(char) < 0x250 or 0x1E00 <= ord(char) < 0x1F00 or not char.isalpha() for char in text)
