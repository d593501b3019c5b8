"""Writing termbase files: the canonical form of a file, and the text of one that was changed in places.

Line ends and byte order mark of a file stay as they are; so does every character that nobody asked to change.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from glossary.errors import TermbaseError
from glossary.model import Status
from glossary.termbase.folders import MANIFEST_NAME, QUEUE_NAME
from glossary.termbase.layout import file_text
from glossary.termbase.plain import Plain
from glossary.termbase.positions import MappingNode, no_collection, parse
from glossary.termbase.problems import Context
from glossary.termbase.splicing import Edit
from glossary.termbase.tree import Branch, plain, tree_of
from glossary.termbase.values import read_record

_MARK = "\ufeff"
_RECORDS = {MANIFEST_NAME: "manifest", QUEUE_NAME: "queue"}
_TWO = re.compile("\r\n")


class SourceText(NamedTuple):
    """The text of a file: with line feeds alone for parsing, and what stands there really."""

    text: str
    real: str
    mark: str
    newline: str

    @classmethod
    def of(cls, data: bytes) -> SourceText:
        """Return the text of `data`, which is UTF-8 (the reader says so first)."""
        decoded = data.decode("utf-8")
        mark = _MARK if decoded.startswith(_MARK) else ""
        real = decoded[len(mark) :]
        text = real.replace("\r\n", "\n").replace("\r", "\n")
        windows = real.count("\r\n")
        newline = "\r\n" if windows * 2 > text.count("\n") else "\r" if not windows and "\r" in real else "\n"
        return cls(text, real, mark, newline)

    def whole(self, text: str) -> str:
        """Return `text` in place of everything, with the mark and line ends of the file."""
        return self.mark + text.replace("\n", self.newline)

    def edited(self, edits: Iterable[Edit]) -> str:
        """Return the file with `edits`, which do not overlap; line ends outside of them stay even where they are mixed."""
        # Where line feeds stand in the text for two characters in the file.
        shifts = [match.start() - number for number, match in enumerate(_TWO.finditer(self.real))]
        parts, at = [self.mark], 0
        for edit in sorted(edits, key=lambda edit: edit[:2]):  # those at one place keep their order
            start, end = edit.start + bisect_left(shifts, edit.start), edit.end + bisect_left(shifts, edit.end)
            parts += [self.real[at:start], edit.text.replace("\n", self.newline)]
            at = end
        return "".join([*parts, self.real[at:]])


def formatted(data: bytes, path: str | Path) -> str:
    """Return the text of a termbase file in its canonical form; encoded as UTF-8 it is the new file.

    Fields are in the order of the format, a line each; sources, dates and other short values stand in braces where they fit, lists
    of words in brackets; an empty line separates concepts; quotation marks stand only where YAML needs them; a term without
    status gets the one it has, admitted. Comments stay with what they stood at. The file means what it meant before.

    Raises TermbaseError, its problems with their lines, for a file that cannot be read; and one rather than change what a file says.
    """
    with no_collection():
        source, tree, record = read_tree(data, path)
        text = file_text(record, tree)
        if text != source.text and not _agree(plain(tree), plain(read_tree(text.encode(), path)[1])):
            raise TermbaseError("fmt.differs", path=str(path))
        return source.whole(text)


_DEFAULTS = {"status": Status.ADMITTED.value}


def _agree(old: Plain, new: Plain) -> bool:
    """Whether two values are the same, but for a status that is written out: the last line of defence, as no defect is known."""
    if isinstance(old, str):
        return bool(new == old or new == {"text": old, **_DEFAULTS})
    if type(old) is not type(new):
        return False
    if isinstance(old, list):
        return len(old) == len(new) and all(map(_agree, old, new))
    added = {name: value for name, value in new.items() if name not in old}
    return added in ({}, _DEFAULTS) and all(name in new and _agree(value, new[name]) for name, value in old.items())


def read_tree(data: bytes, path: str | Path) -> tuple[SourceText, Branch, str]:
    """Return the text of a file, its tree and the name of its record; raises TermbaseError with all problems."""
    context = Context(str(path), [], [])
    parsed = parse(data, context.path)
    context.problems.extend(parsed.problems)
    record = _RECORDS.get(Path(path).name, "file")
    if not parsed.problems:
        if parsed.root is None:
            context.problems.append(TermbaseError("termbase.empty-file", path=context.path, line=1, column=1))
        else:
            read_record(record, parsed.root, context)
    if context.problems:
        raise TermbaseError("termbase.problems", path=context.path, problems=tuple(context.problems), count=len(context.problems))
    source = SourceText.of(data)
    root = parsed.root if source.text == source.real else parse(source.text.encode(), context.path).root
    assert isinstance(root, MappingNode)
    return source, tree_of(root, source.text), record
