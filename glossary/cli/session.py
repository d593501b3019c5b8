"""A run over drafts: which are read, how each is treated, and what could not be read."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import click
from msgspec import Struct

from glossary.cli import files as find
from glossary.cli.loading import Loader
from glossary.cli.options import Settings
from glossary.cli.output import note
from glossary.config import Config
from glossary.documents.model import Document
from glossary.documents.registry import FORMATS, read_document
from glossary.errors import DocumentError, GlossaryError
from glossary.lint import LintOptions
from glossary.locale import gettext_ as _
from glossary.matching.matcher import Matcher
from glossary.model import Reason
from glossary.rules import RULES

_PATIENCE = 2.0  # seconds before a progress bar appears


class Plan(Struct, frozen=True, kw_only=True):
    """How to treat the drafts of one folder; drafts with the same `key` make one run of lint."""

    config: Config
    folders: tuple[Path, ...]
    matcher: Matcher
    options: LintOptions
    fail_on: str

    @property
    def key(self) -> tuple[object, ...]:
        """What must be equal for findings to be concluded together."""
        return self.folders, self.options.profile, tuple(sorted(self.options.severities.items()))


class Session:
    """The settings of the command line, what has been loaded so far, and the `failures` so far, each cause once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.failures: list[GlossaryError] = []
        # A reason for deprecation can be given a severity like a rule.
        self._loader = Loader(settings, (*(rule.id for rule in RULES), *(reason.value for reason in Reason)))
        self._plans: dict[Path, Plan] = {}

    def documents(self, named: Sequence[str]) -> Iterator[tuple[Document, Plan]]:
        """Yield the drafts that are named or in the folders named, each with how to treat it."""
        suffixes = frozenset(suffix for format in FORMATS.values() for suffix in format.suffixes)
        paths = []
        for found in find.drafts(named, suffixes, self._excluded(named)):
            if isinstance(found, GlossaryError):
                self.fail(found)
            else:
                paths.append(found)
        for path in _with_progress(paths, quiet=self.settings.verbose):
            try:
                plan = self._plan(_folder_of(path))
                document = self._read(path, plan)
            except GlossaryError as error:
                self.fail(error)
            else:
                yield document, plan

    def fail(self, error: GlossaryError) -> None:
        """Note an error, unless it has been met before: a broken termbase concerns many drafts."""
        if all((known.code, known.arguments) != (error.code, error.arguments) for known in self.failures):
            self.failures.append(error)

    def unexpected(self, path: str, error: Exception) -> None:
        """Note a defect met in one draft, so that the others are still read; with --debug raise it."""
        if self.settings.debug:
            raise error
        if isinstance(error, GlossaryError):
            self.fail(error)
        else:
            problem = f"{type(error).__name__}: {error}".split("\n")[0]
            self.fail(DocumentError("file.unexpected", path=path, problem=problem))

    def _plan(self, folder: Path) -> Plan:
        if folder not in self._plans:
            config = self._loader.config(folder)
            folders, matcher = self._loader.matcher(folder)
            self._loader.check_language(matcher.termbase, folder)
            options = LintOptions(
                profile=self._loader.profile(matcher.termbase, folder), together=self.settings.together, severities=config.rules
            )
            fail_on = self.settings.fail_on or config.fail_on or "error"
            self._plans[folder] = Plan(config=config, folders=folders, matcher=matcher, options=options, fail_on=fail_on)
        return self._plans[folder]

    def _read(self, path: str, plan: Plan) -> Document:
        settings, config = self.settings, plan.config
        house = plan.matcher.termbase.profile(plan.options.profile)
        if settings.verbose:
            note(_("Reading %(path)s") % {"path": path})
        return read_document(
            path,
            _bytes(path),
            encoding=settings.encoding or config.encoding,
            language=settings.lang or config.lang,
            region=settings.region or config.region,
            date=settings.date or config.date,
            regions=house.region if house else {},
        )

    def _excluded(self, named: Iterable[str]) -> Iterator[find.Ignores]:
        for folder in dict.fromkeys(_folder_of(name) for name in named):
            try:
                config = self._loader.config(folder)
            except GlossaryError as error:
                self.fail(error)
                continue
            if config.path and config.exclude:
                yield find.ignores(config.path.parent, config.exclude)


def _folder_of(name: str) -> Path:
    if name == find.STANDARD_INPUT:
        return Path()
    # Not Path.is_dir, which raises where a folder above may not be entered; that is told when the file is read.
    return Path(name) if os.path.isdir(name) else Path(name).parent


def _bytes(path: str) -> bytes:
    try:
        if path != find.STANDARD_INPUT:
            return Path(path).read_bytes()
        if sys.stdin is None:  # closed by the shell (<&-)
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return sys.stdin.buffer.read()
    except FileNotFoundError:
        raise DocumentError("file.missing", path=path) from None
    except OSError as error:
        raise DocumentError("file.unreadable", path=path, reason=error.strerror or os.strerror(error.errno or 0)) from None


def _with_progress(paths: Sequence[str], *, quiet: bool) -> Iterator[str]:
    """Yield `paths`; show a bar on a terminal once the run has taken more than two seconds."""
    if quiet or sys.stderr is None or not sys.stderr.isatty():
        yield from paths
        return
    started = time.monotonic()
    with ExitStack() as stack:
        bar = None
        for number, path in enumerate(paths):
            if bar is None and time.monotonic() - started > _PATIENCE:
                bar = stack.enter_context(click.progressbar(length=len(paths), label=_("Reading"), file=sys.stderr))
                bar.update(number)
            yield path
            if bar is not None:
                bar.update(1)
