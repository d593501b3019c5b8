"""Formats of one decoded text a file: they differ in where prose is and how it is escaped, not in reading and writing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from glossary.documents.decoding import decode
from glossary.documents.encodings import mark_length
from glossary.documents.model import Document, Part, Segment
from glossary.documents.splice import splice_text
from glossary.findings import Edit


class TextFormat(Struct, frozen=True, kw_only=True):
    """A format of text files: `segments` finds the prose in a decoded text, `escaped` makes a text stand as prose in it."""

    id: str
    suffixes: tuple[str, ...]
    segments: Callable[[str], Sequence[Segment]]
    escaped: Callable[[str], str]

    def read(self, data: bytes, path: str, *, encoding: str = "") -> Document:
        """Return the document; segments have no language yet. Raises DocumentError, or UsageError for an unknown encoding."""
        text, name, _ = decode(data, path, encoding)
        return Document(path=path, format=self, data=data, encoding=name, parts=(Part(text=text, segments=self.segments(text)),))

    def escape(self, text: str) -> str:
        """Return `text` as it must be written to stand as prose in this format."""
        return self.escaped(text)

    def splice(self, document: Document, edits: Iterable[Edit]) -> bytes:
        """Return the document's bytes with `edits` made. Raises WriteError where its encoding cannot hold them, ValueError on overlaps."""
        mark = mark_length(document.data, document.encoding)
        return splice_text(document.data, document.encoding, mark, document.part("").text, edits, document.path)
