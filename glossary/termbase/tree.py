"""A YAML file as a tree that knows its text: what stands where, and which comment belongs to what.

Offsets are code points of the file's text with line feeds as line ends (`SourceText` leads back to the real ones). An entry is
a field of a mapping or an item of a list, with its comments:

    # before
    - text: Quad        # beside
      status: preferred
      # foot: further in than what follows
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from glossary.termbase.comments import Comments, Spot, attach
from glossary.termbase.plain import Plain
from glossary.termbase.positions import MappingNode, Node, ScalarNode, SequenceNode

_BLOCK_STYLES = ("|", ">")


class Leaf(NamedTuple):
    """A text; `start` and `stop` include its quotation marks."""

    text: str
    start: int = 0
    stop: int = 0


class Entry(NamedTuple):
    """A field (`key`) of a mapping, or an item ("") of a list.

    `start` is at the key or the dash, `stop` after the value and the comments beside and at its foot; `lead` begins the line of
    the first comment directly above, or that of the entry itself.
    """

    key: str
    value: Tree
    before: tuple[str, ...] = ()  # lines; "" is an empty one
    beside: str = ""
    foot: tuple[str, ...] = ()
    start: int = 0
    stop: int = 0
    lead: int = 0


class Branch(NamedTuple):
    """A mapping (`keyed`) or a list, in brackets or braces (`flow`) or with a line an entry."""

    entries: tuple[Entry, ...]
    keyed: bool
    flow: bool = False
    column: int = 0
    start: int = 0
    stop: int = 0


Tree: TypeAlias = Leaf | Branch


def tree_of(root: MappingNode, text: str) -> Branch:
    """Return the tree of a file whose root mapping is `root`, parsed from `text`."""
    spots: list[Spot] = []
    leaves: list[tuple[int, int]] = []
    _survey(root, text, -1, False, spots, leaves)
    return _Grower(text, spots, attach(text, spots, leaves)).branch(root)


def tree_from(value: Plain) -> Tree:
    """Return plain values as a tree that stands nowhere yet."""
    if isinstance(value, str):
        return Leaf(value)
    if isinstance(value, dict):
        return Branch(tuple(Entry(key, tree_from(child)) for key, child in value.items()), keyed=True)
    return Branch(tuple(Entry("", tree_from(child)) for child in value), keyed=False)


def plain(tree: Tree) -> Plain:
    """Return the values of a tree, without comments."""
    if isinstance(tree, Leaf):
        return tree.text
    if tree.keyed:
        return {entry.key: plain(entry.value) for entry in tree.entries}
    return [plain(entry.value) for entry in tree.entries]


def entry_at(branch: Branch, key: str) -> Entry | None:
    """Return the field `key` of a mapping, or None."""
    return next((entry for entry in branch.entries if entry.key == key), None)


def has_comments(tree: Tree) -> bool:
    """Whether a comment stands somewhere in `tree`."""
    if isinstance(tree, Leaf):
        return False
    return any(entry.before or entry.beside or entry.foot or has_comments(entry.value) for entry in tree.entries)


def _children(node: MappingNode | SequenceNode, text: str) -> Iterator[tuple[str, int, int, Node | None, Node]]:
    """Yield (key, start, column, key node, value) of each entry of a mapping or list."""
    if isinstance(node, MappingNode):
        for key, child in node.value:
            yield key.value, key.start_mark.index, key.start_mark.column, key, child
        return
    for child in node.value:
        start = child.start_mark.index if node.flow_style else _dash(node, child, text)
        yield "", start, node.start_mark.column, None, child


def _dash(node: SequenceNode, child: Node, text: str) -> int:
    """Return the offset of the dash before an item: in its line, or above where the item begins a line of its own."""
    column: int = node.start_mark.column
    line = child.start_mark.index - child.start_mark.column
    while line > 0 and (text[line + column : line + column + 1] != "-" or text[line : line + column].strip(" -")):
        line = text.rfind("\n", 0, line - 1) + 1
    return line + column


def _survey(
    node: MappingNode | SequenceNode, text: str, parent: int, in_flow: bool, spots: list[Spot], leaves: list[tuple[int, int]]
) -> None:
    """Collect the entries and the texts below `node`, in order."""
    for _key, start, column, key, child in _children(node, text):
        if key is not None:
            leaves.append((key.start_mark.index, key.end_mark.index))
        flow = isinstance(child, MappingNode | SequenceNode) and bool(child.flow_style)
        span = (child.start_mark.index, child.end_mark.index) if flow else (0, 0)
        spots.append(Spot(start, column, parent, in_flow, *span))
        if isinstance(child, MappingNode | SequenceNode):
            _survey(child, text, len(spots) - 1, flow, spots, leaves)
        else:
            leaves.append(_leaf_span(child, text))


def _leaf_span(node: Node, text: str) -> tuple[int, int]:
    """Return where a comment cannot begin; the first line of a block scalar (`| # like this`) may have one."""
    start, stop = node.start_mark.index, node.end_mark.index
    return (text.find("\n", start), stop) if isinstance(node, ScalarNode) and node.style in _BLOCK_STYLES else (start, stop)


class _Grower:
    """Builds the tree in the order of the survey."""

    def __init__(self, text: str, spots: list[Spot], comments: Comments) -> None:
        self._text = text
        self._spots = spots
        self._comments = comments
        self._next = 0

    def branch(self, node: MappingNode | SequenceNode) -> Branch:
        entries = tuple([self._entry(key, start, child) for key, start, _column, _node, child in _children(node, self._text)])
        flow = bool(node.flow_style)
        stop = node.end_mark.index if flow or not entries else entries[-1].stop
        start, column = node.start_mark.index, node.start_mark.column
        return Branch(entries, isinstance(node, MappingNode), flow, column, start, stop)

    def _entry(self, key: str, start: int, child: Node) -> Entry:
        number, comments = self._next, self._comments
        self._next += 1
        value: Tree = self.branch(child) if isinstance(child, MappingNode | SequenceNode) else self._leaf(child)
        stop = max(value.stop, comments.ends.get(number, 0))
        before, beside, foot = comments.before.get(number, ()), comments.beside.get(number, ""), comments.foot.get(number, ())
        line = self._text.rfind("\n", 0, start) + 1
        return Entry(key, value, before, beside, foot, start, stop, comments.leads.get(number, line))

    def _leaf(self, node: Node) -> Leaf:
        start, stop, value = node.start_mark.index, node.end_mark.index, node.value
        if isinstance(node, ScalarNode) and node.style in _BLOCK_STYLES:
            # The mark is behind the line ends that follow, and the reader takes those of the value away.
            return Leaf(value.rstrip("\n"), start, len(self._text[:stop].rstrip("\n ")))
        return Leaf(value, start, stop)
