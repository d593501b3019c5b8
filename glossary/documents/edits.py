"""The edits that put new words in the place of old ones without breaking the markup around them.

The new text goes into the first stretch of source, the others are emptied; emphasis left around nothing goes with its text. Where
other markup would be left empty, where the words run over a quotation mark at a line's head, or where what is written would be read
as markup, there are no edits: a fix that is not offered harms nobody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise

from glossary.documents.model import Inline, Part, Segment
from glossary.findings import Edit
from glossary.text.mapped import MappedText

_LINE_ENDS = ("\n", "\r\n", "\r")
# What would begin a block, were it the first on a line; plain text has lists as well.
_BLOCK_START = re.compile(r"[#>+=|~`*\-]|\d{1,9}[.)]|[\s:]")
_DELIMITERS = "*_~"
_HALVES = "[]*_~`<>|"

Range = tuple[int, int]


def edits_for(part: Part, segment: Segment, low: int, high: int, new: str, escape: Callable[[str], str]) -> tuple[Edit, ...] | None:
    """Return the edits that write `new` for text[low:high] of the segment; None where there are none that keep the markup whole.

    `escape` is the format's: it makes a text stand as prose. The edits are in order of the source and do not touch each other.
    """
    if not 0 <= low < high <= len(segment.text) or not new:
        return None
    written = _written(segment, low, new, escape)
    runs = segment.text.runs(low, high)
    if written is None or _cuts_a_piece(segment.text, low, high) or not _line_ends_are_plain(part.text, segment.text, low, high):
        return None
    inlines = _concerned(segment.inlines, runs[0][0], runs[-1][1])
    removed = _removed(inlines, runs)
    if removed is None or not _gaps_are_known(part.text, runs, inlines):
        return None
    emptied = [*runs[1:], *removed, *_joined_indents(part.text, runs)]
    # In plain text nothing is escaped, and nothing can become markup.
    plain = segment.forbidden is not None or escape("*") == "*"
    if not plain and (_joins(part.text, runs, written) or _takes_markup(part.text, runs)):
        return None
    edits = _merged(part.id, runs[0], written, emptied)
    kept = [inline for inline in inlines if (inline.outer_start, inline.start) not in removed]
    # Beside a * that is only a character, a mark that can do less is enough to pair others.
    strict = any(char in segment.text.text for char in _DELIMITERS)
    held = plain or (_emphasis_holds(part.text, edits, kept, strict) and _literals_hold(part.text, edits, kept))
    return edits if held else None


def _written(segment: Segment, low: int, new: str, escape: Callable[[str], str]) -> str | None:
    """Return `new` as it is to be written in the source, None where it cannot be."""
    at_line_start = low == 0 or segment.text.text[low - 1] in "\r\n"
    if any(char in "\r\n" for char in new) or (at_line_start and _BLOCK_START.match(new)):
        return None
    if segment.forbidden is None:
        return escape(new)
    return None if any(char in segment.forbidden for char in new) else new


def _joins(source: str, runs: Sequence[Range], written: str) -> bool:
    """Whether the character before makes markup of what is written.

    A backslash escapes punctuation, < begins a tag, & an entity, ] a link before ( or :.
    """
    before, first = source[max(0, runs[0][0] - 1) : runs[0][0]], written[0]
    if before == "\\":
        return first.isascii() and not first.isalnum()
    return (before in ("<", "&") and (first.isalnum() or first in "/!?#")) or (before == "]" and first in "(:")


def _takes_markup(source: str, runs: Sequence[Range]) -> bool:
    """Whether among what is replaced there are characters that could be half of some markup, [ of ] or < of >."""
    return any(char in _HALVES for low, high in runs if high - low != 2 or source[low] != "\\" for char in source[low:high])


def _cuts_a_piece(text: MappedText, low: int, high: int) -> bool:
    """Whether an end of [low, high) lies inside what the source writes as one (&NotEqualTilde; is two characters)."""
    inside = [place for place in (low, high) if 0 < place < len(text)]
    return any(text.runs(place - 1, place)[-1][1] > text.runs(place, place + 1)[0][0] for place in inside)


def _line_ends_are_plain(source: str, text: MappedText, low: int, high: int) -> bool:
    """Whether every line end in text[low:high] is one in the source, not a <br>."""
    return all(source[slice(*text.runs(place, place + 1)[0])] in _LINE_ENDS for place in range(low, high) if text.text[place] in "\r\n")


def _concerned(inlines: Sequence[Inline], start: int, end: int) -> list[Inline]:
    """Return the markup that overlaps or touches source[start:end]."""
    return [inline for inline in inlines if inline.outer_start <= end and start <= inline.outer_end]


def _removed(inlines: Sequence[Inline], runs: Sequence[Range]) -> set[Range] | None:
    """Return the marks to take out, both ends of each emphasis that would be left empty; None where markup forbids the edits."""
    removed: set[Range] = set()
    for inline in inlines:
        touched = [run for run in runs if run[0] < inline.end and inline.start < run[1]]
        if inline.fixed and touched:
            return None
        if not touched or (touched[0] is runs[0] and runs[0][0] < inline.end):
            continue
        if _covers(touched, inline, inlines):
            if not inline.removable:
                return None
            removed |= {(inline.outer_start, inline.start), (inline.end, inline.outer_end)}
    return removed


def _covers(runs: Sequence[Range], inline: Inline, inlines: Sequence[Inline]) -> bool:
    """Whether nothing but marks is left of the content of `inline` without `runs`."""
    place = inline.start
    marks = {each.outer_start: each.start for each in inlines} | {each.end: each.outer_end for each in inlines}
    ends = dict(runs)
    while place < inline.end:
        following = ends.get(place, marks.get(place, place))
        if following <= place:
            return False
        place = following
    return True


def _gaps_are_known(source: str, runs: Sequence[Range], inlines: Sequence[Inline]) -> bool:
    """Whether between the runs there are only marks of `inlines`, or indentation at the head of a line."""
    marks = {inline.outer_start: inline.start for inline in inlines} | {inline.end: inline.outer_end for inline in inlines}
    for (_, low), (high, _) in pairwise(runs):
        if source[low:high].isspace():
            if not (_after_line_end(source, low) or _before_line_end(source, low, high)):
                return False
            continue
        place = low
        while place < high and marks.get(place, place) > place:
            place = marks[place]
        if place != high:
            return False
    return True


def _after_line_end(source: str, place: int) -> bool:
    return source[place - 1] in "\r\n"


def _before_line_end(source: str, place: int, end: int) -> bool:
    # Two spaces before a line end are a line break that is meant.
    return place + 1 == end and source[end : end + 1] in ("\r", "\n") and not source[place - 1].isspace()


def _joined_indents(source: str, runs: Sequence[Range]) -> list[Range]:
    """Return the white space between the runs: the lines become one."""
    return [(low, high) for (_, low), (high, _) in pairwise(runs) if low < high and source[low:high].isspace()]


def _merged(part: str, first: Range, written: str, emptied: Sequence[Range]) -> tuple[Edit, ...]:
    edits = [Edit(part, *first, written)]
    for low, high in sorted(emptied):
        last = edits[-1]
        if low == last.end:
            edits[-1] = Edit(part, last.start, high, last.text)
        elif low < high:
            edits.append(Edit(part, low, high, ""))
    return tuple(edits)


def _emphasis_holds(source: str, edits: Sequence[Edit], inlines: Sequence[Inline], strict: bool) -> bool:
    """Whether the marks of emphasis that stay still open and close it, and no others come to stand beside them.

    The rules of CommonMark (section 6.2): what touches a mark decides whether it is one.
    """
    for inline in inlines:
        char = source[inline.outer_start : inline.start][:1]
        if not inline.removable or char not in _DELIMITERS:
            continue
        for start, end, opens in ((inline.outer_start, inline.start, True), (inline.end, inline.outer_end, False)):
            if not _touched(edits, start, end):
                continue
            old = source[max(0, start - 1) : start], source[end : end + 1]
            new = _before(source, edits, start), _after(source, edits, end)
            joined = any(was != char and now == char for was, now in zip(old, new, strict=True))
            if joined or not _holds(old, new, char, opens, strict):
                return False
    return True


def _literals_hold(source: str, edits: Sequence[Edit], inlines: Sequence[Inline]) -> bool:
    """Whether no *, _ or ~ that is only a character becomes a mark because of what comes to stand beside it."""
    marks = [place for each in inlines for place in ((each.outer_start, each.start), (each.end, each.outer_end))]
    for edit in edits:
        for place, old, new in (
            (edit.start - 1, source[edit.start : edit.start + 1], _after(source, edits, edit.start)),
            (edit.end, source[edit.end - 1 : edit.end], _before(source, edits, edit.end)),
        ):
            literal = 0 <= place < len(source) and source[place] in _DELIMITERS and not any(low <= place < high for low, high in marks)
            if literal and (_blank(old), _punctuation(old)) != (_blank(new), _punctuation(new)):
                return False
    return True


def _touched(edits: Sequence[Edit], start: int, end: int) -> bool:
    return any(edit.start <= end and start <= edit.end for edit in edits)


def _before(source: str, edits: Sequence[Edit], place: int) -> str:
    """Return the code point before `place` when the edits are made."""
    ends = {edit.end: edit for edit in edits}
    while place in ends:
        if ends[place].text:
            return ends[place].text[-1]
        place = ends[place].start
    return source[place - 1 : place] if place else ""


def _after(source: str, edits: Sequence[Edit], place: int) -> str:
    """Return the code point after `place` when the edits are made."""
    starts = {edit.start: edit for edit in edits}
    while place in starts:
        if starts[place].text:
            return starts[place].text[0]
        place = starts[place].end
    return source[place : place + 1]


def _flanks(before: str, after: str) -> tuple[bool, bool]:
    """Whether a run of marks between two characters is left-flanking, and whether it is right-flanking."""
    left = not _blank(after) and (not _punctuation(after) or _blank(before) or _punctuation(before))
    right = not _blank(before) and (not _punctuation(before) or _blank(after) or _punctuation(after))
    return left, right


def _holds(old: tuple[str, str], new: tuple[str, str], mark: str, opens: bool, strict: bool) -> bool:
    """Whether a mark between the characters `new` does what it did between `old`, and no more; if `strict`, no less either."""
    if mark == "_" and tuple(map(_punctuation, old)) != tuple(map(_punctuation, new)):
        return False
    was, now = _flanks(*old), _flanks(*new)
    return was == now or (not strict and now == (opens, not opens))


def _blank(char: str) -> bool:
    return not char or char.isspace()


def _punctuation(char: str) -> bool:
    return bool(char) and unicodedata.category(char)[0] in "PS"
