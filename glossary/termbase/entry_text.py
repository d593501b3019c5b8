"""One entry as the text that stands in its file, to be edited by hand and put back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from glossary.termbase.folders import MANIFEST_NAME, files, read_bytes
from glossary.termbase.plain import Plain, PlainFields
from glossary.termbase.positions import parse
from glossary.termbase.splicing import Edit
from glossary.termbase.tree import Branch, Entry, Leaf, entry_at, plain, tree_of
from glossary.termbase.writer import SourceText, read_tree


class EntryText(NamedTuple):
    """An entry in its file; `text` begins at the left margin, comments inside it included."""

    path: Path
    text: str
    fields: PlainFields
    source: SourceText
    start: int
    stop: int
    column: int

    def replaced(self, text: str) -> str:
        """Return the text of the file with `text` in place of the entry."""
        lines = text.replace("\r\n", "\n").strip("\n").split("\n")
        margin = " " * self.column
        placed = "\n".join([lines[0], *(f"{margin}{line}" if line.strip() else "" for line in lines[1:])])
        return self.source.edited([Edit(self.start, self.stop, placed)])

    @property
    def first_line(self) -> int:
        """The line of the file, from 1, that the entry begins in."""
        return self.source.text.count("\n", 0, self.start) + 1


def find_entry(folder: Path, id: str) -> EntryText | None:
    """Return the entry `id` of the termbase in `folder`, None where it has none. Raises TermbaseError for an unreadable file."""
    for path in files(folder):
        if path.name != MANIFEST_NAME and (found := entry_in(read_bytes(path), path, id)):
            return found
    return None


def entry_in(data: bytes, path: Path, id: str) -> EntryText | None:
    """Return the entry `id` of one file, None where it has none. Raises TermbaseError for an unreadable file."""
    source, tree, _record = read_tree(data, path)
    for value in _concepts(tree):
        if _is_called(value, id):
            first, *rest = source.text[value.start : value.stop].split("\n")
            margin = " " * value.column
            text = "\n".join([first, *(line.removeprefix(margin) for line in rest)])
            return EntryText(path, text + "\n", plain(value), source, value.start, value.stop, value.column)
    return None


def read_value(text: str) -> Plain | None:
    """Return what `text` means as a value in YAML, None where it is none that a termbase can have."""
    written = f"value: {text}\n"
    parsed = parse(written.encode("utf-8", "surrogatepass"), "")
    if parsed.root is None or parsed.problems or parsed.warnings:
        return None
    return plain(tree_of(parsed.root, written)).get("value")  # type: ignore[arg-type]


def _concepts(tree: Branch) -> Iterator[Branch]:
    listed = entry_at(tree, "concepts")
    if listed is not None and isinstance(listed.value, Branch):
        # An entry ends where its last comment does.
        for entry in listed.value.entries:
            if isinstance(entry.value, Branch):
                yield entry.value._replace(stop=max(entry.stop, entry.value.stop))


def _is_called(value: Branch, id: str) -> bool:
    name: Entry | None = entry_at(value, "id") or entry_at(value, "extends")
    return name is not None and isinstance(name.value, Leaf) and name.value.text == id
