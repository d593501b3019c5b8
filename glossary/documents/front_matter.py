"""Front matter: the YAML (---) or TOML (+++) block at the head of a Markdown file.

Only scalars on one line are looked at, and of those only the ones that need no unescaping: a value that is left alone is better
than one whose quotes are broken by a fix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from glossary.text.patterns import deferred

_BLOCKS = (
    (deferred(r"---[ \t]*(?:\r\n|\r|\n)"), deferred(r"(?:---|\.\.\.)[ \t]*\Z"), ":"),
    (deferred(r"\+\+\+[ \t]*(?:\r\n|\r|\n)"), deferred(r"\+\+\+[ \t]*\Z"), "="),
)
_LINE = deferred(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_KEY = {":": deferred(r"([A-Za-z_][\w\-]*)[ \t]*:(?:[ \t]+|\Z)"), "=": deferred(r"([A-Za-z_][\w\-]*)[ \t]*=[ \t]*")}
_PLAIN = deferred(r"[^\s&*!|>%@`\[\]{}\"'#,\-?:](?:[^:#\s]|[ \t](?!#)|:(?![ \t]|\Z)|(?<![ \t])#)*\Z")
_DOUBLE, _SINGLE = deferred(r"\"([^\"\\]*)\"\Z"), deferred(r"'([^']*)'\Z")
_MOST_LINES = 400


class Value(NamedTuple):
    """A value of one line: its key in lower case, [start, end) of the source without quotes, and what may not be put into it."""

    key: str
    start: int
    end: int
    forbidden: str


class FrontMatter(NamedTuple):
    """The block ends at `end`, its last line included; half-open code points of the source."""

    end: int
    values: tuple[Value, ...]


def front_matter(text: str) -> FrontMatter | None:
    """Return the front matter `text` begins with, None where it has none: a rule (---) over prose is not one."""
    if not text.startswith(("---", "+++")):
        return None
    for opening, closing, sign in _BLOCKS:
        opened = opening.match(text)
        if opened is not None:
            lines: list[tuple[int, int]] = []
            for line in _lines(text, opened.end()):
                if closing.match(line.group(1)):
                    values = tuple(_values(text, lines, sign))
                    keyed = any(_KEY[sign].match(text, low, high) for low, high in lines)
                    return FrontMatter(line.end(), values) if keyed or not lines else None
                lines.append(line.span(1))
    return None


def _lines(text: str, start: int) -> Iterator[re.Match[str]]:
    for _ in range(_MOST_LINES):
        line = _LINE.match(text, start)
        if line is None or line.end() == start:
            return
        yield line
        start = line.end()


def _values(text: str, lines: list[tuple[int, int]], sign: str) -> Iterator[Value]:
    for number, (low, high) in enumerate(lines):
        if sign == "=" and text[low:high].lstrip().startswith("["):
            return  # a TOML table: the keys below are not the document's
        key = _KEY[sign].match(text, low, high)
        following = text[slice(*lines[number + 1])] if number + 1 < len(lines) else ""
        # An indented line goes on with the value.
        if key is not None and not (following.strip() and following[0] in " \t"):
            found = _scalar(text, key.end(), high, sign)
            if found is not None:
                yield Value(key.group(1).lower(), *found)


def _scalar(text: str, low: int, high: int, sign: str) -> tuple[int, int, str] | None:
    """Return where the text of a one-line scalar is and what may not be put into it; None where it is anything else."""
    content = text[low:high].rstrip()
    for pattern, forbidden in ((_DOUBLE, '"\\'), (_SINGLE, "'")):
        if pattern.match(content):
            return low + 1, low + len(content) - 1, forbidden
    if _PLAIN.match(content):
        # TOML has no bare texts, only dates and numbers.
        return low, low + len(content), "" if sign == "=" else ":#\"'\\[]{}&*!|>%@`,"
    return None
