"""Strict YAML: strings only, every node with line and column, and plain words where the syntax is broken.

What YAML allows and a termbase does not: anchors and aliases (a few bytes can stand for a billion nodes), tags, a second
document, tabs, values that become numbers, dates or truth values, and a comment that swallows the rest of a value.

PyYAML's C parser is used where it is installed. Its cost is garbage collection of the nodes, not parsing (10,000 concepts:
1.5 s without, 5 s with), so a caller reads under `no_collection`.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from glossary.errors import TermbaseError
from glossary.text.span import Lines, Position

try:
    from yaml.cyaml import CBaseLoader as _BaseLoader
except ImportError:  # PyYAML built without libyaml: slower, the same result
    from yaml import BaseLoader as _BaseLoader  # type: ignore[assignment]

__all__ = ["FORBIDDEN", "MappingNode", "Node", "Parsed", "ScalarNode", "SequenceNode", "no_collection", "parse", "parse_count", "shown"]

# Line ends that YAML knows and editors do not; everything that is not text; a lone surrogate cannot come from UTF-8.
FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
# An anchor, alias or tag begins a value; patterns begin with a fixed character, since they are run over every file.
_MAYBE_SPECIAL = re.compile(r"[&*!](?<![^\s\[{,:][&*!])(?:\S|(?<=!) )")
# One space before the #: a comment stands two or more spaces after its value (yamllint's default as well).
_MAYBE_SWALLOWED = re.compile(r"(?<! ) #")
# libyaml recurses for each level; a hundred levels are no termbase, a hundred thousand overflow the stack.
_TOO_DEEP = tuple(map(re.compile, (r"[\[{](?:[^\[{\]}]*[\[{]){99}", r"-(?: +[-?]){99}", r"\?(?: +[-?]){99}")))

# What the parsers say, and the message that tells a translator what to do. C and Python word it differently.
_SYNTAX: tuple[tuple[str, str], ...] = (
    (r"mapping values are not allowed|unexpected ':'", "yaml.colon"),
    (r"unexpected end of stream|while scanning a (double-|single-)?quoted scalar.*document (indicator|separator)", "yaml.quote"),
    (r"',' or '[}\]]'|expected node content|the node content", "yaml.brackets"),
    (r"cannot start any token|alphabetic or numeric|sequence entries are not allowed", "yaml.start"),
    (r"unknown escape|escape sequence", "yaml.escape"),
    (r"single document|<document start>", "yaml.documents"),
    (r"could not find expected ':'", "yaml.no-colon"),
    (r"expected key|<block end>|expected '-'", "yaml.structure"),
)

_parses = 0


class _Loader(_BaseLoader):
    """Resolves nothing: every scalar is the string that stands there, and nobody asks for the tag of a node."""

    def descend_resolver(self, current_node: Any, current_index: Any) -> None: ...

    def ascend_resolver(self) -> None: ...

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        return ""


class Parsed(NamedTuple):
    """One file: its root node, or None; problems make it unusable, warnings do not."""

    root: Node | None
    problems: tuple[TermbaseError, ...]
    warnings: tuple[TermbaseError, ...] = ()


def parse_count() -> int:
    """Return how many YAML files this process has parsed; a warm run must not add to it."""
    return _parses


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the garbage collector off inside, and leave it as it was afterwards."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def parse(data: bytes, path: str) -> Parsed:
    """Return the node tree of one YAML file, or what is wrong with it.

    `data` is UTF-8, with or without a byte order mark, with any line ends. Positions are lines and columns from 1, the
    column in code points, a byte order mark not counted.
    """
    global _parses
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = error.object[: error.start].decode("utf-8", "replace")
        return Parsed(None, (_at(Lines(good).position(len(good)), "termbase.not-utf8", path),))
    forbidden = _forbidden(text, path)
    if forbidden:
        return Parsed(None, forbidden)
    _parses += 1
    try:
        special = _special(text, path)
        if special:
            return Parsed(None, special)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return Parsed(None, (_syntax_error(error, text, path),))
    except (yaml.YAMLError, RecursionError):
        return Parsed(None, (_at(Position(1, 1), "yaml.depth", path),))
    return Parsed(root, (), _swallowed(root, text, path))


def shown(text: str) -> str:
    """Return `text` for a message: on one line, and not the whole of a long one."""
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:80]}…"


def _at(position: Position, code: str, path: str, **args: Any) -> TermbaseError:
    return TermbaseError(code, path=path, line=position.line, column=position.column, **args)


def _forbidden(text: str, path: str) -> tuple[TermbaseError, ...]:
    """Report the first tab, the first control character, and nesting that no parser should be given."""
    found: list[tuple[int, str, dict[str, Any]]] = []
    tab, control = text.find("\t"), FORBIDDEN.search(text)
    deep = next((match for pattern in _TOO_DEEP if (match := pattern.search(text))), None)
    if tab >= 0:
        found.append((tab, "yaml.tab", {"count": len(re.findall(r"^.*\t", text, re.MULTILINE))}))
    if control:
        found.append((control.start(), "yaml.control", {"character": f"U+{ord(control.group()):04X}"}))
    if deep:
        found.append((deep.start(), "yaml.depth", {}))
    if not found:
        return ()
    lines = Lines(text)
    return tuple(_at(lines.position(offset), code, path, **args) for offset, code, args in found)


def _special(text: str, path: str) -> tuple[TermbaseError, ...]:
    """Report anchors, aliases and tags; only a text that may have some is read twice."""
    if not _MAYBE_SPECIAL.search(text):
        return ()
    found = []
    for event in yaml.parse(text, Loader=_Loader):
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if event.start_mark and (anchor or tag):
            position = Position(event.start_mark.line + 1, event.start_mark.column + 1)
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            code, what = ("yaml.alias", f"{sign}{anchor}") if anchor else ("yaml.tag", str(tag))
            found.append(_at(position, code, path, found=shown(what)))
    return tuple(found)


def _syntax_error(error: yaml.MarkedYAMLError, text: str, path: str) -> TermbaseError:
    said = f"{error.context or ''} {error.problem or ''}"
    code = next((code for pattern, code in _SYNTAX if re.search(pattern, said)), "yaml.other")
    # An open quotation mark or bracket is noticed far below; where it was opened is what helps.
    opened = code in ("yaml.quote", "yaml.brackets", "yaml.escape", "yaml.no-colon") and error.context_mark
    mark = error.context_mark if opened else error.problem_mark
    lines = Lines(text)
    # The end of the file may be a line after the last one; it is shown where the text ends.
    position = lines.position(min(mark.index, len(text.rstrip()))) if mark else Position(1, 1)
    found = shown(lines.line(position.line))
    return _at(position, code, path, found=found, problem=error.problem or "")


def _swallowed(root: Node | None, text: str, path: str) -> tuple[TermbaseError, ...]:
    """Warn where ` #` directly after an unquoted value cut it short: `text: Foo #bar` is only Foo."""
    offsets = {match.start() for match in _MAYBE_SWALLOWED.finditer(text)} if " #" in text else set()
    if not offsets or root is None:
        return ()
    lines, found, stack = Lines(text), [], [root]
    while stack:
        node = stack.pop()
        if isinstance(node, ScalarNode):
            if not node.style or node.style.isspace():
                end = node.end_mark.index
                if end in offsets:
                    position = lines.position(end + 1)
                    rest = lines.line(position.line)[position.column - 1 :]
                    found.append(_at(position, "yaml.comment", path, value=shown(node.value), rest=shown(rest)))
        elif isinstance(node, MappingNode):
            stack.extend(part for pair in node.value for part in pair)
        else:
            stack.extend(node.value)
    return tuple(sorted(found, key=lambda one: (one.arguments["line"], one.arguments["column"])))
