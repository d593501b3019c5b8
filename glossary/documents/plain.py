"""Plain text: paragraphs between blank lines.

A single line end stays in its paragraph: a phrase may go over it. It ends the paragraph only where that is evident: before a list
marker or an indentation by U+3000, after a line that ends in 。, after a headline, after a line that ends a sentence long before
the margin. Lines that begin with > are quoted, as in mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from glossary.documents.builder import Builder, Source, has_words
from glossary.documents.model import Segment, SegmentKind
from glossary.documents.segments import Segments
from glossary.documents.text_format import TextFormat
from glossary.text.mapped import MappedText

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_QUOTED = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_MARKER = re.compile(
    r"(?:[-*+•‣◦▪●○■□◆◇※▶▲▼][ \t\u3000]+|[●○■□◆◇※・]\s*|\(?[0-9]{1,2}[.)][ \t]+|[（(][0-9０-９一二三四五六七八九十]{1,3}[）)]\s*|[①-⑳]\s*"
    r"|[0-9０-９]{1,2}[．、）]\s*|[一二三四五六七八九十]{1,3}、\s*)(?=\S)"
)
# With one of these each of the markers begins.
_MARKER_STARTS = frozenset("-*+•‣◦▪●○■□◆◇※▶▲▼・(（0123456789０１２３４５６７８９一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_IDEOGRAPHIC_SPACE = "\u3000"
_CLOSING = "\"'”’»)]」』）】〉》〕］"
_STOPS = ".!?。！？｡．…‼⁇⁈⁉"
_PAUSES = ",;:，；：、､"
_CJK_STOPS = "。！？｡"
_LONGEST_HEADING = 100  # code points
_WRAPPED = 120  # no editor wraps lines later than this: such a line is a paragraph
_MARGIN = 15  # how much too short a line must be to end a paragraph
_TITLE_WORDS = 4
_CONNECTIVES = frozenset(("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))


class _Line(NamedTuple):
    """A line without its end, white space and prefix trimmed: [start, end) of the source; `indent` where the trimming began."""

    indent: int
    start: int
    end: int
    quoted: bool
    marked: bool


def segments(text: str) -> Segments:
    """Return the prose of a plain text, in order. A paragraph of one line is as it stands, and made when it is asked for."""
    source = Source(text)
    found: list[_Line | Segment] = []
    texts: list[str] = []
    low = 0
    for stretch in (text,) if "\r" in text else text.split("\n\n"):
        if _is_simple(stretch) and source.is_prose(low, low + len(stretch)):
            found.append(_Line(low, low, low + len(stretch), False, False))
            texts.append(stretch)
        elif stretch:
            for item in _read(source, low, stretch):
                found.append(item)
                texts.append(item.text.text if isinstance(item, Segment) else text[item.start : item.end])
        low += len(stretch) + 2

    def made(number: int) -> Segment:
        item = found[number]
        return item if isinstance(item, Segment) else Segment(text=MappedText.identity(texts[number], item.start), kind=_kind(text, [item]))

    return Segments(texts, made)


def _is_simple(stretch: str) -> bool:
    """Whether a stretch between blank lines is one line with nothing around its words: most paragraphs are."""
    first = stretch[:1]
    return first.isalnum() and first not in _MARKER_STARTS and "\n" not in stretch and "\r" not in stretch and not stretch[-1].isspace()


def _read(source: Source, low: int, stretch: str) -> Iterator[_Line | Segment]:
    """Yield the paragraphs of a stretch that begins at `low`: those of one line that is prose throughout as that line."""
    for block in _blocks(source.text, low, stretch):
        for lines in _paragraphs(source.text, block) if len(block) > 1 else (block,):
            line = lines[0]
            if len(lines) == 1 and source.is_prose(line.start, line.end):
                if has_words(source.text, line.start, line.end):
                    yield line
            elif (segment := _segment(source, lines)) is not None:
                yield segment


def _blocks(text: str, low: int, stretch: str) -> Iterator[list[_Line]]:
    """Yield the lines between blank lines, quoted and other lines apart; of a stretch of `text` that begins at `low`."""
    block: list[_Line] = []
    for start, content in _lines(low, stretch):
        line = _line(text, start, content) if content else None
        if block and (line is None or line.quoted is not block[-1].quoted):
            yield block
            block = []
        if line is not None:
            block.append(line)
    if block:
        yield block


def _lines(low: int, stretch: str) -> Iterator[tuple[int, str]]:
    """Yield where each line of a stretch that begins at `low` begins, and the line without its end."""
    if "\r" in stretch:
        yield from ((low + match.start(), match[1]) for match in _LINE.finditer(stretch))
        return
    for line in stretch.split("\n"):
        yield low, line
        low += len(line) + 1


def _line(text: str, low: int, content: str) -> _Line | None:
    """Return the line `content`, which begins at `low`, None where it is blank."""
    words = content.strip()
    if not words:
        return None
    indent, start = low, low + len(content) - len(content.lstrip())
    end = start + len(words)
    quote = _QUOTED.match(content) if words[0] == ">" else None
    if quote is not None:
        indent = low + quote.end()
        start = low + len(content) - len(content[quote.end() :].lstrip())
        if start >= end:
            return None
    marker = _MARKER.match(text, start, end) if text[start] in _MARKER_STARTS else None
    return _Line(indent, marker.end() if marker else start, end, quote is not None, marker is not None)


def _paragraphs(text: str, block: list[_Line]) -> Iterator[list[_Line]]:
    width = min(_WRAPPED, max(line.end - line.indent for line in block))
    paragraph: list[_Line] = []
    for line in block:
        if paragraph and _begins(text, paragraph, line, width):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _begins(text: str, paragraph: list[_Line], line: _Line, width: int) -> bool:
    """Whether `line` evidently begins another paragraph."""
    last = paragraph[-1]
    if line.marked or (text[line.indent] == _IDEOGRAPHIC_SPACE and line.start > line.indent):
        return True
    ending = _last_mark(text, last)
    if ending in _CJK_STOPS:
        return True
    if not text[line.start].isupper() and text[line.start] not in '“"‘':
        return False
    word = len(text[line.start : min(line.end, line.start + 40)].split(maxsplit=1)[0])
    room = width - (last.end - last.indent) - 1 - word
    if last.end - last.indent <= _WRAPPED and room < _MARGIN:
        return False
    return ending in _STOPS or (len(paragraph) == 1 and ending not in _PAUSES and _is_title(text[last.start : last.end]))


def _last_mark(text: str, line: _Line) -> str:
    """Return the last character of a line, closing quotation marks and brackets left out."""
    place = line.end - 1
    while place > line.start and text[place] in _CLOSING:
        place -= 1
    return text[place]


def _is_title(text: str) -> bool:
    """Whether a line is written as an English title: in capitals, or each of many words with one.

    Few capitalised words may as well be the first half of a name (In 1999 the South Pacific / Forum met …).
    """
    if len(text) > _LONGEST_HEADING:
        return False
    words = [word for word in text.split() if word[:1].isalpha() and word not in _CONNECTIVES]
    return (text.isupper() and len(words) > 1) or (len(words) >= _TITLE_WORDS and all(word[0].isupper() for word in words))


def _segment(source: Source, lines: list[_Line]) -> Segment | None:
    builder = Builder(source)
    for number, line in enumerate(lines):
        if number:
            builder.add(*_line_end(source.text, lines[number - 1].end))
        builder.add(line.start, line.end)
    return builder.build(_kind(source.text, lines))


def _line_end(text: str, end: int) -> tuple[int, int]:
    """Return where the line end after the line that ends at `end` is, white space before it left out."""
    while text[end] not in "\r\n":
        end += 1
    return end, end + (2 if text.startswith("\r\n", end) else 1)


def _kind(text: str, lines: list[_Line]) -> SegmentKind:
    first = lines[0]
    if first.quoted:
        return SegmentKind.QUOTE
    if first.marked:
        return SegmentKind.ITEM
    short = len(lines) == 1 and first.end - first.start <= _LONGEST_HEADING
    heading = short and _last_mark(text, first) not in _STOPS + _PAUSES
    return SegmentKind.HEADING if heading else SegmentKind.PARAGRAPH


def _unchanged(text: str) -> str:
    return text


PLAIN = TextFormat(id="plain", suffixes=(".txt", ".text"), segments=segments, escaped=_unchanged)
