"""The exceptions of the package; `except GlossaryError` catches them all.

    GlossaryError
    ├── UsageError          an argument or option that cannot be used
    ├── ConfigError         glossary.toml, [tool.glossary]
    ├── TermbaseError       a termbase that cannot be loaded; carries every problem found
    ├── DocumentError       a draft that cannot be read: missing, binary, undecodable
    └── WriteError          a file that cannot be written; the old one is left as it was

An error is a message id with arguments (see `messages`), never a ready sentence: the command line renders it
in the language of the reader, `str()` in English.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from glossary.messages import render


class GlossaryError(Exception):
    """Base class: `code` is a message id of `messages.MESSAGES`, `args_` its arguments, `path` the file concerned."""

    def __init__(self, code: str, /, *, path: str = "", **args: Any) -> None:
        super().__init__(code, args)
        self.code = code
        self.path = path
        self.arguments: dict[str, Any] = {"path": path, **args}

    def __str__(self) -> str:
        return render(self.code, self.arguments)

    def __reduce__(self) -> tuple[Any, ...]:
        # Worker processes hand errors over; as Exception has it, keyword arguments would be lost.
        return partial(type(self), self.code, **self.arguments), (), self.__dict__


class UsageError(GlossaryError):
    """An argument or option that cannot be used."""


class ConfigError(GlossaryError):
    """A configuration file that cannot be used."""


class TermbaseError(GlossaryError):
    """A termbase that cannot be loaded; `problems` holds one error a problem, in order of file, line and column."""

    def __init__(self, code: str, /, *, path: str = "", problems: tuple[TermbaseError, ...] = (), **args: Any) -> None:
        super().__init__(code, path=path, **args)
        self.problems = problems


class DocumentError(GlossaryError):
    """A draft that cannot be read."""


class WriteError(GlossaryError):
    """A file that cannot be written; the old one is left as it was."""
