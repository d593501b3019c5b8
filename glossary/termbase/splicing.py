"""New values into the text of a file: what stays the same keeps every character, what changes is written in the canonical form.

    tree of the file, new plain values ─ revise ─▶ edits

An edit is as small as the layout allows: a value in its line, else its field or item; what stands in brackets is written anew as a
whole. Comments stay with what they stand at, and go with what is taken away.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from glossary.termbase.layout import WIDTH, Slot, block, child_slot, entry_lines, fields_in_order, inline, resolved
from glossary.termbase.plain import Plain, PlainFields
from glossary.termbase.tree import Branch, Entry, Leaf, Tree, plain, tree_from


class Edit(NamedTuple):
    """The code points from `start` to `end` (with line feeds as line ends) get another text."""

    start: int
    end: int
    text: str


def revise(text: str, slot: Slot, tree: Branch, new: PlainFields) -> tuple[Edit, ...]:
    """Return the edits that give the file with this `text` and `tree` the values `new`; `slot` is that of its record."""
    if plain(tree) == new:
        return ()
    if tree.flow or not tree.entries or tree.entries[0].key not in new:
        return (Edit(tree.start, tree.stop, "\n".join(block(slot, _merged(tree, new), 0))),)
    return tuple(_Splicer(text).fields(slot, tree, new))


class _Splicer:
    """Compares the tree of one text with new values."""

    def __init__(self, text: str) -> None:
        self._text = text

    def fields(self, slot: Slot, tree: Branch, new: PlainFields) -> Iterator[Edit]:
        """Yield the edits to a mapping whose first field stays."""
        kept: list[Entry] = []
        slot = resolved(slot, new)
        for entry in tree.entries:
            if entry.key in new:
                kept.append(entry)
                yield from self._value(slot, entry, new[entry.key], tree)
            else:
                yield self._deletion(entry, tree)
        order = fields_in_order(slot, tuple(new))
        known = {entry.key for entry in kept}
        for key in (key for key in order if key not in known):
            earlier = [entry for entry in kept if order.index(entry.key) < order.index(key)]
            # After the last of the fields that come earlier, wherever that stands in this file.
            after = max(earlier, key=lambda entry: entry.start) if earlier else kept[0]
            yield self._insertion(slot, Entry(key, tree_from(new[key])), after, tree)

    def items(self, slot: Slot, tree: Branch, new: Sequence[Plain]) -> Iterator[Edit]:
        """Yield the edits to a list that keeps an item or has one to put others beside."""
        old = [plain(entry.value) for entry in tree.entries]
        matcher = SequenceMatcher(None, [repr(one) for one in old], [repr(one) for one in new], autojunk=False)
        for kind, first, last, begin, end in matcher.get_opcodes():
            if kind == "equal":
                continue
            common = min(last - first, end - begin)
            for offset in range(common):
                yield from self._value(slot, tree.entries[first + offset], new[begin + offset], tree)
            for entry in tree.entries[first + common : last]:
                yield self._deletion(entry, tree)
            added = [Entry("", tree_from(value)) for value in new[begin + common : end]]
            if added and first + common:
                yield self._insertions(slot, added, tree.entries[first + common - 1], tree)
            elif added:
                yield self._before(slot, added, tree)

    def _value(self, slot: Slot, entry: Entry, new: Plain, parent: Branch) -> Iterator[Edit]:
        old = entry.value
        if plain(old) == new:
            return
        inner = child_slot(slot, entry.key)
        if isinstance(old, Branch) and not old.flow and old.entries:
            if old.keyed and isinstance(new, dict) and old.entries[0].key in new:
                yield from self.fields(inner, old, new)
                return
            if not old.keyed and isinstance(new, list) and new:
                yield from self.items(inner, old, new)
                return
        room = WIDTH - parent.column - len(entry.key) - 2
        if self._stands_inline(entry) and (text := inline(inner, tree_from(new), room)):
            yield Edit(old.start, old.stop, text)
        else:
            changed = entry._replace(value=_merged_value(old, new))
            yield Edit(entry.start, entry.stop, self._placed(slot, changed, parent))

    def _stands_inline(self, entry: Entry) -> bool:
        """Whether the value is all in the line of its key or dash, so that another can stand there."""
        block_style = isinstance(entry.value, Branch) and not entry.value.flow
        return not block_style and "\n" not in self._text[entry.start : entry.value.stop]

    def _insertion(self, slot: Slot, entry: Entry, after: Entry, parent: Branch) -> Edit:
        return self._insertions(slot, [entry], after, parent)

    def _insertions(self, slot: Slot, entries: Sequence[Entry], after: Entry, parent: Branch) -> Edit:
        gap = "\n" * (1 + self._are_apart(slot, parent)) + " " * parent.column
        return Edit(after.stop, after.stop, "".join(gap + self._placed(slot, entry, parent) for entry in entries))

    def _before(self, slot: Slot, entries: Sequence[Entry], parent: Branch) -> Edit:
        gap = "\n" * (1 + self._are_apart(slot, parent)) + " " * parent.column
        first = parent.entries[0].start
        return Edit(first, first, "".join(self._placed(slot, entry, parent) + gap for entry in entries))

    def _are_apart(self, slot: Slot, parent: Branch) -> bool:
        """Whether empty lines stand between the entries of a list of concepts; so they do where there is but one."""
        if not slot.holds_concepts:
            return False
        ends = parent.entries[-2:]
        return len(ends) < 2 or "\n\n" in self._text[ends[0].stop : ends[1].start]

    def _placed(self, slot: Slot, entry: Entry, parent: Branch) -> str:
        """Return the text of an entry that begins at the column of its parent."""
        lines = [*entry.before, *entry_lines(slot, entry._replace(before=()), parent.column, keyed=parent.keyed), *entry.foot]
        margin = "\n" + " " * parent.column
        return margin.join(lines).replace(f"{margin}\n", "\n\n")

    def _deletion(self, entry: Entry, parent: Branch) -> Edit:
        """Return the edit that takes away an entry with its lines, and one of two empty lines around it.

        From the end of the line before to its own: what is put in behind the last entry, at the same place, stays.
        """
        start, stop = entry.lead - 1, entry.stop
        behind = self._text[stop : stop + 2]
        if self._text[start - 1 : start] == "\n" and behind in ("", "\n", "\n\n"):
            start -= 1
        elif behind == "\n\n" and entry is not parent.entries[-1]:
            stop += 1
        return Edit(start, stop, "")


def _merged(tree: Branch, new: PlainFields) -> Branch:
    """Return `new` as a tree that has the comments of what it shares with `tree`."""
    former = {entry.key: entry for entry in tree.entries}
    entries = [
        former[key]._replace(value=_merged_value(former[key].value, value)) if key in former else Entry(key, tree_from(value))
        for key, value in new.items()
    ]
    return Branch(tuple(entries), keyed=True)


def _merged_value(old: Tree, new: Plain) -> Tree:
    if plain(old) == new:
        return old
    if isinstance(old, Leaf) or isinstance(new, str) or old.keyed is not isinstance(new, dict):
        return tree_from(new)
    if isinstance(new, dict):
        return _merged(old, new)
    same = {repr(plain(entry.value)): entry for entry in old.entries}
    return Branch(tuple(same.get(repr(value)) or Entry("", tree_from(value)) for value in new), keyed=False)
