"""Standard output and standard error: lines, colour, width, errors in the language in use."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import shutil
import sys
from collections.abc import Iterable
from types import ModuleType

import click

from glossary.errors import GlossaryError, TermbaseError, WriteError
from glossary.locale import gettext_
from glossary.messages import render
from glossary.reporters.display import Display, visible

_STYLES: dict[str, dict[str, str | bool]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "info": {"fg": "cyan"},
    "path": {"bold": True},
    "mark": {"bold": True},
    "good": {"fg": "green"},
    "bad": {"fg": "red"},
    "dim": {"dim": True},
}
_DEFAULT_WIDTH = 80


class ClosedPipe(Exception):
    """Whoever read our output has left; nothing is wrong with us."""


class Unwritable(WriteError):
    """Standard output cannot be written: no draft is to blame, and there is no point in going on."""


def line(text: str = "", *, color: bool | None = None) -> None:
    """Print one line on standard output. Raises ClosedPipe, Unwritable."""
    _must_be_open()
    try:
        click.echo(text, color=color)
    except OSError as error:
        raise _closed(error) from None


def raw(data: bytes) -> None:
    """Write bytes on standard output as they are. Raises ClosedPipe, Unwritable."""
    _must_be_open()
    try:
        flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        raise _closed(error) from None


def note(text: str) -> None:
    """Print one line on standard error; where even that cannot be written, nobody can be told."""
    with contextlib.suppress(OSError):
        click.echo(text, err=True)


def complain(error: GlossaryError) -> None:
    """Print an error on standard error, a line a problem, in the language in use."""
    problems = (error.problems if isinstance(error, TermbaseError) else ()) or (error,)
    for problem in problems:
        note(visible(f"glossary: {render(problem.code, problem.arguments, gettext_)}"))


def for_machines() -> None:
    """Make standard output UTF-8 with bare line feeds, whatever the terminal's encoding: what follows is data."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def display(color: str) -> Display:
    """Return how to print for people on standard output; `color` is auto, always or never."""
    terminal = on_terminal()
    coloured = color == "always" or (color == "auto" and terminal and not os.environ.get("NO_COLOR"))
    width = shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns if terminal else _DEFAULT_WIDTH
    return Display(width, _styled) if coloured else Display(width)


def on_terminal() -> bool:
    """Whether a person sees standard output at once."""
    return sys.stdout is not None and sys.stdout.isatty()


def show(reporter: ModuleType, renderer: str, report: object, color: str) -> None:
    """Print what a function of a reporter makes of `report`."""
    if reporter.machine:
        for_machines()
    lines(getattr(reporter, renderer)(report, display(color)), color)


def lines(texts: Iterable[str], color: str) -> None:
    """Print lines on standard output; colours are kept only where they are asked for or a terminal shows them."""
    for text in texts:
        line(text, color={"always": True, "never": False}.get(color))


def flush() -> None:
    """Send what is still in the buffer. Raises ClosedPipe, Unwritable."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        raise _closed(error) from None


def close_quietly() -> None:
    """Let Python's own flush at exit go nowhere, or it would print a traceback after all (docs.python.org, signal, SIGPIPE)."""
    try:
        if sys.stdout is not None:
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, sys.stdout.fileno())
    except (OSError, ValueError):
        pass


def _styled(text: str, role: str) -> str:
    return click.style(text, **_STYLES[role])  # type: ignore[arg-type]


def _must_be_open() -> None:
    # Python has no standard output where the shell closed it (>&-).
    if sys.stdout is None:
        raise Unwritable("output.closed")


def _closed(error: OSError) -> Exception:
    # Windows says EINVAL for a closed pipe.
    if error.errno in (errno.EPIPE, errno.EINVAL):
        return ClosedPipe()
    return Unwritable("output.unwritable", reason=error.strerror or str(error))
