"""A run over drafts: which are read, how each is treated, and what could not be read."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

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
from glossary.locale import gettext_ as _
from glossary.matching.matcher import Matcher
from glossary.model import Reason
from glossary.working import in_order, jobs_for

if TYPE_CHECKING:
    from glossary.lint import LintOptions

Value = TypeVar("Value")

_PATIENCE = 2.0  # seconds before a progress bar appears


class Plan(Struct, frozen=True, kw_only=True):
    """How to treat the drafts of one folder; drafts with the same `key` make one run of lint."""

    config: Config
    folders: tuple[Path, ...]
    matcher: Matcher
    profile: str
    together: bool
    fail_on: str

    @property
    def options(self) -> LintOptions:
        """How to lint."""
        from glossary.lint import LintOptions  # with all the rules; to scan a draft takes none

        return LintOptions(profile=self.profile, together=self.together, severities=self.config.rules)

    @property
    def key(self) -> tuple[object, ...]:
        """What must be equal for findings to be concluded together."""
        return self.folders, self.profile, tuple(sorted(self.config.rules.items()))


class _Judged(Collection[str]):
    """What a configuration can give a severity: rules, and reasons for deprecation; looked up where there is a configuration."""

    def __iter__(self) -> Iterator[str]:
        from glossary.rules import RULES

        return iter((*(rule.id for rule in RULES), *(reason.value for reason in Reason)))

    def __contains__(self, name: object) -> bool:
        return any(name == each for each in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Done(Struct, Generic[Value], frozen=True):
    """What a run made of one draft, with the decoded text of each of its parts, by id."""

    path: str
    plan: Plan
    value: Value
    texts: dict[str, str]


class Session:
    """The settings of the command line, what has been loaded so far, and the `failures` so far, each cause once."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.failures: list[GlossaryError] = []
        self._loader = Loader(settings, _Judged())
        self._plans: dict[Path, Plan] = {}

    def __reduce__(self) -> tuple[type[Session], tuple[Settings]]:
        return Session, (self.settings,)  # a worker process that was spawned loads for itself, from the cache

    def silent(self) -> Session:
        """Return a session for worker processes: it has loaded what this one has, and says nothing."""
        loader = self._loader.silent()
        other = Session(loader.settings)
        other._loader, other._plans = loader, dict(self._plans)
        return other

    def documents(self, named: Sequence[str]) -> Iterator[tuple[Document, Plan]]:
        """Yield the drafts that are named or in the folders named, each with how to treat it."""
        for path in _with_progress(self._paths(named), quiet=self.settings.verbose):
            try:
                plan = self._plan(_folder_of(path))
                self._announce(path)
                document = self._read(path, plan)
            except GlossaryError as error:
                self.fail(error)
            else:
                yield document, plan

    def results(self, named: Sequence[str], work: Callable[[Document, Plan], Value]) -> Iterator[Done[Value]]:
        """Yield what `work` makes of each draft, in order; by several processes where that pays. What fails is noted.

        `work` is a function of a module, or a `partial` of one, and what it returns can be pickled.
        """
        paths = self._paths(named)
        jobs = self._jobs(paths)
        if jobs > 1:
            self._warm(paths)
        outcomes = in_order(partial(_outcome, self.silent() if jobs > 1 else self, work), paths, jobs)
        for path in _with_progress(paths, quiet=self.settings.verbose):
            try:
                plan = self._plan(_folder_of(path))
                self._announce(path)
            except GlossaryError as error:
                self.fail(error)
                next(outcomes, None)
                continue
            outcome = _taken(path, outcomes)
            if isinstance(outcome, Exception):
                self.unexpected(path, outcome)
            else:
                yield Done(path, plan, *outcome)

    def _paths(self, named: Sequence[str]) -> list[str]:
        suffixes = frozenset(suffix for format in FORMATS.values() for suffix in format.suffixes)
        paths = []
        for found in find.drafts(named, suffixes, self._excluded(named)):
            if isinstance(found, GlossaryError):
                self.fail(found)
            else:
                paths.append(found)
        return paths

    def _jobs(self, paths: Sequence[str]) -> int:
        """Return how many processes read `paths`; with --debug one, so that an error shows where it happened."""
        if self.settings.debug or find.STANDARD_INPUT in paths:
            return 1
        return min(self.settings.jobs, len(paths)) or jobs_for([_size(path) for path in paths])

    def _warm(self, paths: Sequence[str]) -> None:
        """Load what the first draft needs before there are processes: they share it, or find it in the cache."""
        with suppress(GlossaryError):
            self._plan(_folder_of(paths[0]))

    def _announce(self, path: str) -> None:
        if self.settings.verbose:
            note(_("Reading %(path)s") % {"path": path})

    def outcome(self, path: str, work: Callable[[Document, Plan], Value]) -> tuple[Value, dict[str, str]] | Exception:
        """Return what `work` makes of one draft and the texts of its parts, or what went wrong."""
        try:
            plan = self._plan(_folder_of(path))
            document = self._read(path, plan)
            return work(document, plan), {part.id: part.text for part in document.parts}
        except GlossaryError as error:
            return error
        except Exception as error:
            return error if self.settings.debug else _unexpected(path, error)

    def fail(self, error: GlossaryError) -> None:
        """Note an error, unless it has been met before: a broken termbase concerns many drafts."""
        if all((known.code, known.arguments) != (error.code, error.arguments) for known in self.failures):
            self.failures.append(error)

    def unexpected(self, path: str, error: Exception) -> None:
        """Note a defect met in one draft, so that the others are still read; with --debug raise it."""
        if self.settings.debug:
            raise error
        self.fail(error if isinstance(error, GlossaryError) else _unexpected(path, error))

    def _plan(self, folder: Path) -> Plan:
        if folder not in self._plans:
            config = self._loader.config(folder)
            folders, matcher = self._loader.matcher(folder)
            self._loader.check_language(matcher.termbase, folder)
            self._plans[folder] = Plan(
                config=config,
                folders=folders,
                matcher=matcher,
                profile=self._loader.profile(matcher.termbase, folder),
                together=self.settings.together,
                fail_on=self.settings.fail_on or config.fail_on or "error",
            )
        return self._plans[folder]

    def _read(self, path: str, plan: Plan) -> Document:
        settings, config = self.settings, plan.config
        house = plan.matcher.termbase.profile(plan.profile)
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


def _outcome(session: Session, work: Callable[[Document, Plan], Value], path: str) -> tuple[Value, dict[str, str]] | Exception:
    return session.outcome(path, work)


def _taken(path: str, outcomes: Iterator[tuple[Value, dict[str, str]] | Exception]) -> tuple[Value, dict[str, str]] | Exception:
    """Return the next outcome; where the worker process was killed, that."""
    try:
        return next(outcomes, None) or DocumentError("file.worker", path=path)
    except ChildProcessError:
        return DocumentError("file.worker", path=path)


def _unexpected(path: str, error: Exception) -> DocumentError:
    problem = f"{type(error).__name__}: {error}".split("\n")[0]
    return DocumentError("file.unexpected", path=path, problem=problem)


def _size(path: str) -> int:
    try:
        return os.path.getsize(path)
    except OSError:
        return 0  # told when it is read


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
