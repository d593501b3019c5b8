"""A text as a YAML scalar: as it stands where it can be, in quotation marks only where a parser needs them.

Everything a termbase reads is text as typed (`positions`), so `no`, `1:30` and `=x` need none. Only what an editor's YAML 1.1 takes for a
truth value or a number, and no field of ours means as one, has them: NO is Norway, 002 Africa (UN M49).
"""

from __future__ import annotations

import re

from glossary.termbase.positions import FORBIDDEN

_FIRST = frozenset(",[]{}#&*!|>'\"%@`")
_MAYBE_FIRST = frozenset("-?:")  # plain where something follows directly
# A colon before a space opens a mapping, a # after one a comment. PyYAML's own parser stops at ? in a flow collection, libyaml does not.
_NEVER = re.compile(r":(?: |$)| #")
_NEVER_IN_FLOW = re.compile(r"[,\[\]{}?]")
_TYPED = re.compile(r"NO|No|YES|Yes|ON|On|OFF|Off|Y|N|TRUE|True|FALSE|False|NULL|Null|null|~|\d{3}|0\d*")
_DOCUMENT = ("---", "...")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPED = re.compile(f'[\\\\"\t\n\r]|{FORBIDDEN.pattern}')


def scalar(text: str, *, flow: bool = False) -> str:
    """Return `text` as a scalar on one line, `flow` inside brackets or braces."""
    if is_plain(text, flow=flow):
        return text
    if ('"' in text or "\\" in text) and "'" not in text and not _is_unprintable(text):
        return f"'{text}'"
    return '"' + _ESCAPED.sub(lambda match: _escape(match.group()), text) + '"'


def is_plain(text: str, *, flow: bool) -> bool:
    """Whether `text` needs no quotation marks; nobody sees a space at an edge, so that it gets some."""
    if not text or text != text.strip() or text[0] in _FIRST or text.startswith(_DOCUMENT) or _TYPED.fullmatch(text):
        return False
    if text[0] in _MAYBE_FIRST and (len(text) == 1 or text[1] == " " or (flow and text[0] != "-")):
        return False
    return not (_NEVER.search(text) or (flow and _NEVER_IN_FLOW.search(text)) or _is_unprintable(text))


def literal(text: str) -> list[str]:
    """Return the lines of `text` for a block scalar (`|-`), [] where it has one line, or lines that a block would not keep."""
    lines = text.split("\n")
    if len(lines) == 1 or not lines[0].strip() or not lines[-1] or lines[0][0] == " ":
        return []
    if any(line != line.rstrip(" ") or _is_unprintable(line) for line in lines):
        return []
    return lines


def _is_unprintable(text: str) -> bool:
    return bool(FORBIDDEN.search(text)) or any(sign in text for sign in "\t\n\r")


def _escape(char: str) -> str:
    code = ord(char)
    return _ESCAPES.get(char) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")
