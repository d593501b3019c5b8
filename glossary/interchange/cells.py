"""Cells of lists that people keep: tidied, parted into terms, read as values; and what was odd about them, counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from glossary.interchange import fields, words
from glossary.interchange.fields import CellProblem, Meaning
from glossary.interchange.options import Options
from glossary.interchange.sheet import Note
from glossary.languages import HAN_LANGUAGES
from glossary.termbase.plain import Plain
from glossary.termbase.positions import FORBIDDEN
from glossary.termbase.schema import CONCEPT
from glossary.termbase.shapes import Shape

_SOURCES = next(field.shape for field in CONCEPT.fields if field.name == "sources")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]|" + FORBIDDEN.pattern)
_SPACES = re.compile("[ \t\u00a0\u2007\u202f]+")
_EDGES = re.compile(" *\n *")
_ALWAYS = "[;；\n]"
_IN_HAN = "[;；、\n]"
# With spaces around it, or full width: Japan/New Zealand may be one name, 日本 / 新西兰 are two.
_SLASH = "| +/ +|／"


class Tally(Struct):
    """Remarks that would be the same for many cells: how often, where first, for instance what."""

    found: dict[str, tuple[int, str, str]] = {}

    def add(self, code: str, place: str, example: str = "") -> None:
        """Count one."""
        count, first, shown = self.found.get(code, (0, place, example))
        self.found[code] = (count + 1, first, shown)

    def notes(self, path: str) -> Iterator[Note]:
        """Yield a remark for each kind."""
        for code, (count, first, example) in self.found.items():
            yield Note(code, path, {"count": count, "first": first.rpartition("!")[2].rpartition(":")[2], "example": example})


def tidied(text: str) -> str:
    """Return the text of a cell without spaces at its edges, doubled ones, and characters that nobody sees."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    text = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _EDGES.sub("\n", _SPACES.sub(" ", text)).strip()


def parted(text: str, language: str, options: Options) -> list[str]:
    """Return the terms that stand in one cell."""
    if options.separators is None:
        pattern = (_IN_HAN if language in HAN_LANGUAGES else _ALWAYS) + _SLASH
    elif options.separators:
        pattern = f"[{re.escape(options.separators)}\n]"
    else:
        pattern = "\n"
    return list(dict.fromkeys(filter(None, map(str.strip, re.split(pattern, text)))))


def meaning(options: Options) -> Meaning:
    """Return how words are understood: as the user says, else as `words` has them."""
    own = {words.folded(word): value for word, value in options.values}

    def understand(field: str, text: str) -> str | None:
        folded = words.folded(text)
        return own.get(folded) or words.VALUE_OF.get(field.rpartition(", ")[2], {}).get(folded)

    return understand


def value_of(shape: Shape, text: str, field: str, understand: Meaning) -> Plain:
    """Return what a cell of somebody's list holds; sources may be written as they like. Raises CellProblem."""
    if shape == _SOURCES:
        try:
            return fields.read(shape, text, field, understand)
        except CellProblem:
            lines = [line.strip() for line in text.split("\n") if line.strip()]
            return [{"url": line} if re.match(r"https?://\S+\Z", line) else {"title": line} for line in lines]
    return fields.read(shape, text, field, understand)
