"""Problems of a termbase with their places, and the context that collects them.

A problem is a TermbaseError that is not raised: its arguments have path, line and column (from 1, in code points).
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any, NamedTuple

from glossary.errors import TermbaseError
from glossary.termbase.positions import Node, shown


class Context(NamedTuple):
    """What readers share: the path for messages, and the lists that take problems and warnings."""

    path: str
    problems: list[TermbaseError]
    warnings: list[TermbaseError]


def complain(node: Node, context: Context, code: str, **args: Any) -> Any:
    """Add the problem `code` at `node`; return None, which stands for the value that could not be read."""
    mark = node.start_mark
    args = {name: shown(value) if isinstance(value, str) and name != "known" else value for name, value in args.items()}
    context.problems.append(TermbaseError(code, path=context.path, line=mark.line + 1, column=mark.column + 1, **args))


def place(node: Node, context: Context) -> str:
    """Return file:line:column of `node`."""
    mark = node.start_mark
    return f"{context.path}:{mark.line + 1}:{mark.column + 1}"


def error_at(code: str, place: str, **args: Any) -> TermbaseError:
    """Return the problem `code` at `place` (file:line:column, as concepts and terms carry it)."""
    path, line, column = place.rsplit(":", 2)
    return TermbaseError(code, path=path, line=int(line), column=int(column), **args)


def problem_order(problem: TermbaseError) -> tuple[str, int, int]:
    """Return the key that sorts problems by file, line and column."""
    return problem.path, problem.arguments.get("line", 0), problem.arguments.get("column", 0)


def complain_unknown(node: Node, context: Context, code: str, found: str, known: Iterable[str], **args: Any) -> Any:
    """Complain about a word outside `known`, with the nearest of them where one is near."""
    spelt = found.lower()
    near = [difflib.get_close_matches(word, known, n=1, cutoff=0.7) for word in (spelt.replace("-", "_"), spelt)]
    guess = near[0] or near[1]
    if guess:
        return complain(node, context, f"{code}-guess", found=found, guess=guess[0], known=", ".join(known), **args)
    return complain(node, context, code, found=found, known=", ".join(known), **args)
