"""The comments of a YAML file, each given to the entry it speaks of.

A comment behind something belongs to it; one in a line of its own to what follows, unless it is further in than that: then it
stands at the foot of what came before. The empty line between a comment and its entry is kept: such a comment speaks of all
that follows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Spot(NamedTuple):
    """An entry of the file: where it starts, its column, the number of the entry it is in (-1: none), whether that is in flow
    style, and the span of its own value where this is."""

    start: int
    column: int
    parent: int
    in_flow: bool
    flow_start: int
    flow_stop: int


class Comments(NamedTuple):
    """Comments by the number of their entry; `ends` is where those beside and at the foot end, `leads` where those above begin."""

    before: dict[int, tuple[str, ...]]
    beside: dict[int, str]
    foot: dict[int, tuple[str, ...]]
    ends: dict[int, int]
    leads: dict[int, int]


class _Line(NamedTuple):
    start: int  # of the sign
    stop: int
    line: int  # offset of the line
    text: str


def attach(text: str, spots: Sequence[Spot], leaves: Sequence[tuple[int, int]]) -> Comments:
    """Return the comments of `text` by entry; `spots` and `leaves`, the spans of its texts, are in order."""
    found = Comments({}, {}, {}, {}, {})
    if "#" not in text or not spots:
        return found
    above: dict[int, list[_Line]] = {}
    below: dict[int, list[_Line]] = {}
    starts = [spot.start for spot in spots]
    for comment in _comments(text, leaves):
        last = bisect_right(starts, comment.start) - 1
        if text[comment.line : comment.start].strip():
            _beside(found, spots, _climb(spots, last, comment.start), comment)
            continue
        number, follows = _owner(spots, last, comment)
        # Order is kept: nothing moves to the foot of an entry across a comment that is above another.
        (above if follows or last + 1 in above else below).setdefault(last + 1 if last + 1 in above else number, []).append(comment)
    for number, lines in above.items():
        found.before[number] = (*_lines(text, lines), *_gap(text, lines[-1].stop, spots[number].start))
        attached = _attached(text, lines, spots[number].start)
        if attached:
            found.leads[number] = attached[0].line
    for number, lines in below.items():
        found.foot[number] = _lines(text, lines)
        found.ends[number] = lines[-1].stop
    return found


def _comments(text: str, leaves: Sequence[tuple[int, int]]) -> Iterator[_Line]:
    """Yield the comments: outside texts, everything from a # to the end of the line is one."""
    starts = [start for start, _ in leaves]
    at = text.find("#")
    while at >= 0:
        number = bisect_right(starts, at) - 1
        if number >= 0 and at < leaves[number][1]:
            at = text.find("#", leaves[number][1])
            continue
        end = text.find("\n", at)
        stop = len(text) if end < 0 else end
        yield _Line(at, stop, text.rfind("\n", 0, at) + 1, text[at:stop].rstrip())
        at = text.find("#", stop)


def _beside(found: Comments, spots: Sequence[Spot], number: int, comment: _Line) -> None:
    number = max(number, 0)
    found.beside[number] = f"{found.beside[number]} {comment.text}" if number in found.beside else comment.text
    found.ends[number] = comment.stop


def _climb(spots: Sequence[Spot], number: int, at: int) -> int:
    """Return the entry a comment at `at` stands behind: out of the brackets that are closed before it."""
    outer, result = number, number
    while outer >= 0:
        if spots[outer].flow_stop and spots[outer].flow_stop <= at:
            result = outer
        outer = spots[outer].parent
    return result


def _owner(spots: Sequence[Spot], last: int, comment: _Line) -> tuple[int, bool]:
    """Return the entry of a comment in a line of its own, and whether that is the one that follows."""
    chain = [last] if last >= 0 else []
    while chain and spots[chain[-1]].parent >= 0:
        chain.append(spots[chain[-1]].parent)
    following = last + 1 if last + 1 < len(spots) else -1
    brackets = next((number for number in chain if spots[number].flow_start < comment.start < spots[number].flow_stop), -1)
    if brackets >= 0:
        if following >= 0 and spots[following].start < spots[brackets].flow_stop:
            return following, True
        return next((number for number in chain if spots[number].parent == brackets), brackets), False
    column = comment.start - comment.line
    below = spots[following].column if following >= 0 else -1
    if following >= 0 and spots[following].parent == last and last >= 0:
        return following, True  # the first thing in an entry, however it is indented
    owner = next((number for number in chain if not spots[number].in_flow and spots[number].column <= column), -1)
    if owner >= 0 and column > below and spots[owner].column > below:
        return owner, False
    return (following, True) if following >= 0 else (chain[-1] if chain else 0, False)


def _lines(text: str, comments: Sequence[_Line]) -> tuple[str, ...]:
    lines: list[str] = []
    for number, comment in enumerate(comments):
        if number:
            lines += _gap(text, comments[number - 1].stop, comment.start)
        lines.append(comment.text)
    return tuple(lines)


def _gap(text: str, start: int, stop: int) -> tuple[str, ...]:
    """Return an empty line where one stands between two offsets."""
    return ("",) if text.count("\n", start, stop) > 1 else ()


def _attached(text: str, comments: Sequence[_Line], start: int) -> list[_Line]:
    """Return the comments directly above an entry, no empty line between."""
    attached: list[_Line] = []
    for comment in reversed(comments):
        if _gap(text, comment.stop, start):
            break
        attached.insert(0, comment)
        start = comment.start
    return attached
