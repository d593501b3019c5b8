"""HTML inside other formats: tags, which of them hold prose, and the prose of a block of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from msgspec.structs import replace

from glossary.documents.builder import OBJECT, Builder, Place, Source
from glossary.documents.model import Inline, Segment, SegmentKind
from glossary.text.patterns import deferred

TAG = deferred(
    r"<!--(?:(?!-->).)*+(?:-->)?|<\?[^>]*+>?|<![A-Za-z\[][^>]*+>?"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9:\-]*)(?:\"[^\"]*+\"|'[^']*+'|[^<>\"']){0,400}+>",
    re.DOTALL,
)
_ENTITY = deferred(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# Elements within a line; all others begin a new paragraph.
_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "q", "rb"),
        *("rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
# Elements without prose: those that take a place in the sentence, and readings and the like that do not.
_CODE = frozenset(("code", "kbd", "samp", "tt", "var", "pre", "textarea", "svg", "math"))
_SILENT = frozenset(("rt", "rp", "script", "style", "template", "head"))
# What a fix may not bring into HTML, where the escapes of Markdown are text.
_MARKUP = "<>&"
_EMPTY = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
# Elements of other people's words: their tags are quotation marks, which is how browsers show <q>.
_QUOTED = frozenset(("q", "cite", "blockquote"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "title", "summary"))
_KINDS = {
    "blockquote": SegmentKind.QUOTE,
    "li": SegmentKind.ITEM,
    "dd": SegmentKind.ITEM,
    "td": SegmentKind.CELL,
    "th": SegmentKind.CELL,
    "caption": SegmentKind.CAPTION,
    "figcaption": SegmentKind.CAPTION,
    **dict.fromkeys(_HEADINGS, SegmentKind.HEADING),
}


class TagStack:
    """The elements open in one segment; tells what of it is prose and notes the markup around it."""

    __slots__ = ("_builder", "_open", "_skipped")

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._open: list[tuple[str, int, int, Place | None]] = []
        self._skipped: tuple[str, int] | None = None

    @property
    def skipping(self) -> bool:
        """Whether what comes is no prose: the inside of code, readings, scripts."""
        return self._skipped is not None

    def tag(self, start: int, end: int, name: str, closing: bool) -> None:
        """Note the tag at [start, end) of the source."""
        if self._skipped is not None:
            if closing and name == self._skipped[0]:
                if name in _CODE:
                    self._builder.replace(OBJECT, self._skipped[1], end)
                self._skipped = None
        elif closing:
            self._close(start, end, name)
        elif name == "br":
            self._builder.replace("\n", start, end)
        elif name == "img":
            self._builder.replace(OBJECT, start, end)
        elif name in _CODE or name in _SILENT:
            self._skipped = name, start
        elif name not in _EMPTY:
            place = self._builder.place(start, end) if name in _QUOTED else None
            self._open.append((name, start, end, place))

    def _close(self, start: int, end: int, name: str) -> None:
        for index in range(len(self._open) - 1, max(-1, len(self._open) - 20), -1):
            if self._open[index][0] == name:
                _, outer, inner, place = self._open[index]
                self._builder.inlines.append(Inline(outer, inner, start, end, removable=False))
                if place is not None and (closing := self._builder.place(start, end)) is not None:
                    self._builder.fill(place, "“")
                    self._builder.fill(closing, "”")
                del self._open[index:]
                return


class BlockQuotes:
    """The <blockquote> elements of a text, which may hold other formats: the segments found between both tags are quoted."""

    __slots__ = ("_found", "_open", "_ranges")

    def __init__(self, found: list[Segment]) -> None:
        """Take the list that the segments of the text are added to, in the order of the tags."""
        self._found = found
        self._open: list[int] = []
        self._ranges: list[tuple[int, int]] = []

    def tag(self, closing: bool) -> None:
        """Note a tag; all segments before it are found, none after it."""
        if not closing:
            self._open.append(len(self._found))
        elif self._open:
            self._ranges.append((self._open.pop(), len(self._found)))

    def apply(self) -> None:
        """Make the segments between two tags quotations; one that is never closed quotes nothing."""
        done = 0
        for low, high in sorted(self._ranges):
            for number in range(max(done, low), high):
                self._found[number] = replace(self._found[number], kind=SegmentKind.QUOTE)
            done = max(done, high)


def html_segments(source: Source, start: int, end: int, kind: SegmentKind, quotes: BlockQuotes) -> Iterator[Segment]:
    """Yield the prose of the HTML at [start, end) of the source; `kind` is that of paragraphs there."""
    builder = Builder(source)
    tags = TagStack(builder)
    current = kind
    place = start
    for match in TAG.finditer(source.text, start, end):
        if not tags.skipping:
            _prose(builder, source.text, place, match.start())
        place = match.end()
        name = (match.group("name") or "").lower()
        if not name:
            continue
        closing = bool(match.group("close"))
        if name not in _INLINE and name not in _CODE | _SILENT | {"br"}:
            segment = builder.build(current, _MARKUP)
            if segment is not None:
                yield segment
            if name == "blockquote" and not tags.skipping:
                quotes.tag(closing)
            builder = Builder(source)
            tags = TagStack(builder)
            current = kind if closing or kind is SegmentKind.QUOTE else _KINDS.get(name, kind)
        else:
            tags.tag(match.start(), match.end(), name, closing)
    if not tags.skipping:
        _prose(builder, source.text, place, end)
    segment = builder.build(current, _MARKUP)
    if segment is not None:
        yield segment


def _prose(builder: Builder, text: str, start: int, end: int) -> None:
    """Add text[start:end] with its entities read."""
    while builder.empty and start < end and text[start].isspace():
        start += 1
    for entity in _ENTITY.finditer(text, start, end):
        read = unescape(entity.group())
        if read != entity.group():
            builder.add(start, entity.start())
            builder.replace(read, *entity.span())
            start = entity.end()
    builder.add(start, end)
