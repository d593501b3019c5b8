"""The events of pulldown-cmark turned into segments.

An event is a word or a table of one key with a range of UTF-8 bytes (pyromark.event). Ranges are turned into code points on the
way: texts come in the order of the source, so that a cursor that moves forward is enough, however long the text.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any, NamedTuple

from glossary.documents.builder import OBJECT, Builder, Source
from glossary.documents.front_matter import FrontMatter
from glossary.documents.model import Inline, Segment, SegmentKind
from glossary.documents.tags import TAG, BlockQuotes, TagStack, html_segments

# Emphasis and the length of its marks.
_EMPHASIS = {"Emphasis": 1, "Strong": 2, "Strikethrough": 2}
_INLINE = frozenset((*_EMPHASIS, "Link", "Image"))
_ADDRESSES = frozenset(("Autolink", "Email"))
# The text of these links is the label of their definition as well.
_LABELS = frozenset(("Collapsed", "Shortcut", "CollapsedUnknown", "ShortcutUnknown"))
_FRONT_MATTER = {
    "title": SegmentKind.HEADING,
    "subtitle": SegmentKind.HEADING,
    "description": SegmentKind.PARAGRAPH,
    "summary": SegmentKind.PARAGRAPH,
}


class _Open(NamedTuple):
    """Markup that has begun: its name, where it and its content begin in the source, and what it is."""

    name: str
    outer_start: int
    start: int
    mark: int
    address: bool = False
    fixed: bool = False


class _Level(NamedTuple):
    """A segment in the making: the paragraph, or the description of an image inside it."""

    builder: Builder
    tags: TagStack
    open: list[_Open]


class Cursor:
    """Turns byte offsets of `text` from code point `start` on into code points; quick where they ascend."""

    __slots__ = ("_byte", "_code", "_data", "ascii", "start")

    def __init__(self, text: str, start: int) -> None:
        rest = text[start:]
        self.ascii = rest.isascii()
        self.start = start
        self._data = b"" if self.ascii else rest.encode()
        self._byte, self._code = 0, start

    def code_point(self, byte: int) -> int:
        """Return the code point that begins at `byte`."""
        if self.ascii:
            return self.start + byte
        if byte > self._byte:
            self._code += len(self._data[self._byte : byte].decode())
        elif byte < self._byte:
            self._code -= len(self._data[byte : self._byte].decode())
        self._byte = byte
        return self._code


class Reader:
    """Takes the events of one text in order; `segments` is the outcome."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._source = Source(text, formulas=True)
        self._at = Cursor(text, start)
        self._found: list[Segment] = []
        self._quotes = BlockQuotes(self._found)
        self._blocks: list[str] = []
        self._levels = [self._level()]
        self._last = start  # where the last event within a line ended
        self._fresh = True  # nothing has come since the last segment ended
        self._html: list[tuple[int, int]] = []
        self._handlers: dict[str, Callable[[Any, int, int], None]] = {
            "Start": self._start,
            "End": self._end,
            "Text": self._prose,
            "Code": self._object,
            "InlineHtml": self._tag,
            "Html": self._html_line,
            "FootnoteReference": self._skip,
            "TaskListMarker": self._skip,
            "InlineMath": self._object,
            "DisplayMath": self._object,
        }

    def front_matter(self, matter: FrontMatter) -> None:
        """Take the front matter, before any event."""
        for value in matter.values:
            if value.key in _FRONT_MATTER:
                builder = Builder(self._source)
                builder.add(value.start, value.end)
                self._keep(builder.build(_FRONT_MATTER[value.key], value.forbidden))

    def event(self, event: Any, start: int, end: int) -> None:
        """Take the next event with its range of bytes."""
        if isinstance(event, str):
            if event == "Rule":
                self._flush()
            else:
                self._line_break(start, end)
            return
        for name, value in event.items():
            self._handlers[name](value, start, end)

    def segments(self) -> tuple[Segment, ...]:
        """Return the segments by their place in the source."""
        self._flush()
        self._quotes.apply()
        return tuple(sorted(self._found, key=lambda segment: segment.text.runs(0, 1)[0]))

    def _level(self) -> _Level:
        builder = Builder(self._source)
        return _Level(builder, TagStack(builder), [])

    def _keep(self, segment: Segment | None) -> None:
        if segment is not None:
            self._found.append(segment)

    def _flush(self) -> None:
        """End the segment in the making."""
        if self._fresh:
            return
        self._keep(self._levels[-1].builder.build(self._kind()))
        self._levels = [self._level()]
        self._fresh = True

    def _kind(self) -> SegmentKind:
        if "BlockQuote" in self._blocks:
            return SegmentKind.QUOTE
        for name, kind in (("Heading", SegmentKind.HEADING), ("TableCell", SegmentKind.CELL), ("Item", SegmentKind.ITEM)):
            if name in self._blocks:
                return kind
        return SegmentKind.PARAGRAPH

    def _start(self, tag: Any, start: int, end: int) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name not in _INLINE:
            self._flush()
            self._blocks.append(name)
            self._html = []
            return
        self._fresh = False
        outer = self._at.code_point(start)
        if name == "Image":
            self._levels.append(self._level())
        mark = _EMPHASIS.get(name, 1)
        if name == "Strikethrough" and not self._text.startswith("~~", outer):
            mark = 1
        link = tag[name] if name in ("Link", "Image") else {}
        address, fixed = link.get("link_type") in _ADDRESSES, link.get("link_type") in _LABELS
        inner = outer + mark + (name == "Image")
        self._levels[-1].open.append(_Open(name, outer, inner, mark, address, fixed))
        self._last = inner

    def _end(self, tag: Any, start: int, end: int) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name not in _INLINE:
            if name == "HtmlBlock":
                self._html_block()
            self._flush()
            self._blocks.pop()
            return
        outer_end = self._at.code_point(end)
        level = self._levels[-1]
        opened = level.open.pop()
        if name == "Image":
            self._keep(level.builder.build(SegmentKind.CAPTION))
            self._levels.pop()
            self._put(OBJECT, opened.outer_start, outer_end)
        elif opened.address:
            self._put(OBJECT, opened.outer_start, outer_end)
        else:
            inner_end = outer_end - opened.mark if name in _EMPHASIS else max(self._last, opened.start)
            removable = name in _EMPHASIS
            level.builder.inlines.append(Inline(opened.outer_start, opened.start, inner_end, outer_end, removable, opened.fixed))
        self._last = outer_end

    def _prose(self, value: str, start: int, end: int) -> None:
        if self._blocks and self._blocks[-1] in ("CodeBlock", "MetadataBlock"):
            return
        self._fresh = False
        low, high = self._at.code_point(start), self._at.code_point(end)
        level = self._levels[-1]
        if not level.tags.skipping and not (level.open and level.open[-1].address):
            builder = level.builder
            if value != self._text[low:high]:
                builder.replace(value, low, high)
            elif low > self._last and self._text[low - 1] == "\\":
                builder.replace(self._text[low], low - 1, low + 1)
                builder.add(low + 1, high)
            else:
                builder.add(low, high)
        self._last = high

    def _line_break(self, start: int, end: int) -> None:
        low = self._at.code_point(start)
        high = self._at.code_point(end)
        while self._text[low] not in "\r\n" and low < high - 1:
            low += 1
        if not self._levels[-1].tags.skipping:
            self._levels[-1].builder.add(low, high)
        self._last = high

    def _object(self, value: str, start: int, end: int) -> None:
        self._fresh = False
        low, high = self._at.code_point(start), self._at.code_point(end)
        self._put(OBJECT, low, high)
        self._last = high

    def _put(self, text: str, low: int, high: int) -> None:
        if not self._levels[-1].tags.skipping:
            self._levels[-1].builder.replace(text, low, high)

    def _skip(self, value: Any, start: int, end: int) -> None:
        self._last = self._at.code_point(end)

    def _tag(self, value: str, start: int, end: int) -> None:
        self._fresh = False
        low, high = self._at.code_point(start), self._at.code_point(end)
        match = TAG.fullmatch(value)
        if match is not None and match.group("name"):
            self._levels[-1].tags.tag(low, high, match.group("name").lower(), bool(match.group("close")))
        self._last = high

    def _html_line(self, value: str, start: int, end: int) -> None:
        self._html.append((self._at.code_point(start), self._at.code_point(end)))

    def _html_block(self) -> None:
        """Take the prose of a block of HTML; not of one with > before its lines, where tags may be torn apart."""
        lines = self._html
        if lines and all(first[1] == second[0] for first, second in pairwise(lines)):
            for segment in html_segments(self._source, lines[0][0], lines[-1][1], self._kind(), self._quotes):
                self._keep(segment)
        self._html = []
