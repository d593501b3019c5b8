"""An entry edited by hand: what the editor is given, and what came back put into its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from glossary.editing.saving import save
from glossary.editing.target import Target
from glossary.errors import TermbaseError
from glossary.termbase.entry_text import EntryText

_SIGN = "#:"  # begins the lines that tell what to do; other comments belong to the entry


def sheet(entry: EntryText, advice: str) -> str:
    """Return the text for the editor: `advice` as lines that are taken away again, and the entry."""
    return "".join(f"{_SIGN} {line}\n" for line in advice.split("\n")) + entry.text


def answer(text: str) -> str:
    """Return what came back from the editor without the advice."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    return "\n".join(line for line in lines if not line.startswith(_SIGN)).strip("\n") + "\n"


def put_back(target: Target, entry: EntryText, text: str, sheet_path: Path, advice: str) -> None:
    """Save `text` in place of `entry`.

    Raises TermbaseError where the termbase could not be loaded then; a problem inside the entry has the line of the file that
    was edited, `sheet_path`, which begins with the lines of `advice`. Raises WriteError.
    """
    try:
        save({entry.path: entry.replaced(text)}, target.folders, given=target.given)
    except TermbaseError as error:
        offset = advice.count("\n") + 2 - entry.first_line
        problems = tuple(_moved(error, entry, text, sheet_path, offset))
        raise TermbaseError("termbase.problems", path=error.path, problems=problems, count=len(problems)) from error


def _moved(error: TermbaseError, entry: EntryText, text: str, sheet_path: Path, offset: int) -> Iterator[TermbaseError]:
    last = entry.first_line + text.count("\n")
    for problem in error.problems or (error,):
        line = problem.arguments.get("line", 0)
        if problem.path != str(entry.path) or not entry.first_line <= line <= last:
            yield problem
            continue
        column = max(1, problem.arguments["column"] - entry.column)
        arguments = {**problem.arguments, "path": str(sheet_path), "line": line + offset, "column": column}
        yield TermbaseError(problem.code, **arguments)
