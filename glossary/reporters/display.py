"""How to print for people: width, style, and no character that a terminal would obey."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


def plain(text: str, role: str) -> str:
    """Return `text` as it is: the style of a pipe."""
    return text


class Display(Struct, frozen=True):
    """`width` in terminal columns; `style(text, role)` colours: error, warning, info, path, mark, good, bad, dim."""

    width: int = 80
    style: Callable[[str, str], str] = plain


def visible(text: str) -> str:
    """Return `text` with control characters shown as symbols (␛), so that a terminal cannot obey them."""
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)  # Control Pictures block
    if code == 0x7F:
        return "␡"
    # C1 controls, and the bidirectional ones that let a line pretend to be another (CVE-2021-42574).
    if 0x80 <= code < 0xA0 or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069 or code in (0x2028, 0x2029):
        return "\ufffd"
    return char


# JIS X 4051: what may not begin a line; it hangs over the end of the one before.
_NOT_FIRST = frozenset("、。，．・：；？！）」』】〉》〕］｝ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々…")
_HANGING = 2


def display_width(text: str) -> int:
    """Return the terminal columns of `text`, control characters not counted."""
    if text.isascii():
        return sum(map(str.isprintable, text))
    # The tables of widths take a tenth of a start: imported where a finding needs them.
    from wcwidth import iter_graphemes, wcswidth

    return sum(max(0, wcswidth(grapheme)) for grapheme in iter_graphemes(text))


def wrapped(text: str, width: int) -> list[str]:
    """Return `text` in lines of at most `width` columns, broken at spaces and between characters of Han and kana."""
    from wcwidth import wrap

    lines: list[str] = []
    for line in wrap(text, max(20, width - _HANGING)):
        if lines and line and line[0] in _NOT_FIRST:
            lines[-1] += line[0]
            line = line[1:].lstrip()
        if line:
            lines.append(line)
    return lines


def hanging(lead: str, indent: int, text: str, display: Display) -> list[str]:
    """Return `text` wrapped to the width of `display` behind `lead`, which takes `indent` columns, as the lines that follow do."""
    first, *more = wrapped(text, display.width - indent) or [""]
    return [lead + first, *(" " * indent + line for line in more)]
