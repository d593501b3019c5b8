"""A format of several parts for the tests, in the manner of a DOCX with a body and footnotes: a text with `=== name` lines.

All that callers may rely on goes by part: offsets begin anew in each, findings and edits name it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct

from glossary.documents.decoding import decode
from glossary.documents.encodings import mark_length
from glossary.documents.model import Document, Part
from glossary.documents.plain import segments
from glossary.documents.splice import splice_text
from glossary.findings import Edit

_HEAD = re.compile(r"^=== (\w+)\r?\n", re.MULTILINE)


class Sections(Struct, frozen=True):
    """The format: its state is none, so that documents compare by value."""

    id: str = "sections"
    suffixes: tuple[str, ...] = (".sections",)

    def read(self, data: bytes, path: str, *, encoding: str = "") -> Document:
        """Return the document with a part a section."""
        text, name, _ = decode(data, path, encoding)
        parts = tuple(Part(id=id, text=text[low:high], segments=segments(text[low:high])) for id, (low, high) in _places(text).items())
        return Document(path=path, format=self, data=data, encoding=name, parts=parts)

    def escape(self, text: str) -> str:
        """Return `text` unchanged."""
        return text

    def splice(self, document: Document, edits: Iterable[Edit]) -> bytes:
        """Return the bytes with the edits made, each moved to where its part begins."""
        mark = mark_length(document.data, document.encoding)
        text = decode(document.data, document.path, document.encoding).text
        places = _places(text)
        by_part: defaultdict[str, list[Edit]] = defaultdict(list)
        for edit in edits:
            by_part[edit.part].append(edit)
        moved = []
        for part, group in by_part.items():
            low, _ = places[part]
            moved += [Edit("", edit.start + low, edit.end + low, edit.text) for edit in group]
        return splice_text(document.data, document.encoding, mark, text, moved, document.path)


def _places(text: str) -> dict[str, tuple[int, int]]:
    heads = list(_HEAD.finditer(text))
    ends = [*(head.start() for head in heads[1:]), len(text)]
    return {head.group(1): (head.end(), end) for head, end in zip(heads, ends, strict=False)}


SECTIONS = Sections()
