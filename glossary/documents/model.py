"""The document model: a file, its decoded parts, and the prose in them with its language.

bytes ─ format.read ─▶ Document ─ parts ─ segments: MappedText + language
edits ─ format.splice ─▶ bytes, with every byte outside the edits as it was
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from msgspec import Struct

from glossary.findings import Edit
from glossary.text.mapped import MappedText


class SegmentKind(enum.Enum):
    """What a stretch of prose is in the document; rules are milder on some."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"  # a block quotation
    CAPTION = "caption"
    CELL = "cell"
    ITEM = "item"


class Inline(Struct, frozen=True):
    """Markup around prose: [outer_start, outer_end) in the source, its content [start, end).

    `removable` markup (emphasis) may be deleted when its content is; other markup (a link, an HTML tag) may not. In `fixed` markup
    the content is more than prose (the label of a Markdown reference) and may not change.
    """

    outer_start: int
    start: int
    end: int
    outer_end: int
    removable: bool
    fixed: bool = False


class Segment(Struct, frozen=True, kw_only=True):
    """A stretch of prose, usually a paragraph; its text maps to code points of the part's decoded text."""

    text: MappedText
    kind: SegmentKind = SegmentKind.PARAGRAPH
    language: str = ""  # canonical tag, `und-Hani` or `und`; "" before detection
    region: str = ""
    decided: bool = True  # False: undecided Han text, every match in it is for review
    inlines: tuple[Inline, ...] = ()
    forbidden: str | None = None  # where nothing can be escaped (a YAML value): the characters a fix may not put in


class Part(Struct, frozen=True, kw_only=True):
    """One decoded text inside a file; `id` is "" in a text file."""

    id: str = ""
    text: str
    segments: Sequence[Segment] = ()


class Document(Struct, frozen=True, kw_only=True):
    """A file that was read: the bytes are kept, so that edits can be spliced into them.

    `path` as given by the caller ("-" for standard input); `date` is ISO 8601 or ""; `language` is the majority's.
    """

    path: str
    format: Any  # the Format that read it; Any because msgspec knows no protocols
    data: bytes
    encoding: str = "utf-8"
    parts: tuple[Part, ...] = ()
    language: str = ""
    date: str = ""

    def part(self, id: str) -> Part:
        """Return the part with that id; raises KeyError."""
        for part in self.parts:
            if part.id == id:
                return part
        raise KeyError(id)


class Format(Protocol):
    """One file format: bytes to document and back. Modules of `documents` register theirs in `FORMATS`."""

    @property
    def id(self) -> str:
        """The name of the format."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of its files, in lower case, with the dot."""

    def read(self, data: bytes, path: str, *, encoding: str = "") -> Document:
        """Return the document; segments have no language yet. Raises DocumentError."""

    def escape(self, text: str) -> str:
        """Return `text` as it must be written to stand as prose in this format."""

    def splice(self, document: Document, edits: Iterable[Edit]) -> bytes:
        """Return the document's bytes with `edits` made; bytes outside them are identical. Raises WriteError."""
