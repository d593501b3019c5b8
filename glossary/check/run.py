"""All checks of a termbase, in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from glossary.check.cldr import check_cldr
from glossary.check.drafts import check_drafts
from glossary.check.duplicates import check_duplicates
from glossary.check.entries import check_entries
from glossary.check.matching import check_matching
from glossary.check.problems import Problem, problem_of
from glossary.check.readings import check_readings
from glossary.check.scripts import check_scripts
from glossary.errors import TermbaseError
from glossary.findings import Severity
from glossary.model import Termbase
from glossary.termbase.reader import load

CHECKS: tuple[Callable[[Termbase], Iterator[Problem]], ...] = (
    check_entries,
    check_readings,
    check_scripts,
    check_duplicates,
    check_cldr,
    check_matching,
)


class CheckReport(Struct, frozen=True, kw_only=True):
    """What is wrong with a termbase, and how much of it was looked at."""

    title: str = ""
    concepts: int = 0
    terms: int = 0
    examples: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> int:
        """How many of the problems are errors."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)


def check_folders(folders: Sequence[Path], *, given: bool = True, drafts: bool = False) -> CheckReport:
    """Return what is wrong with the termbases in `folders`, taken together, later over earlier.

    Problems of form (YAML, fields, ids) hide those of content: what cannot be read cannot be judged. With `drafts`, readings
    that differ from the dictionaries' are reported too, for information: a person decides.
    """
    try:
        loaded = load(folders, given=given)
    except TermbaseError as error:
        return CheckReport(title=error.path, problems=tuple(problem_of(one, Severity.ERROR) for one in error.problems or (error,)))
    problems = [problem_of(warning, Severity.WARNING) for warning in loaded.warnings]
    problems += [problem for check in (*CHECKS, *((check_drafts,) if drafts else ())) for problem in check(loaded.termbase)]
    terms = [term for concept in loaded.termbase.concepts for term in concept.terms]
    return CheckReport(
        title=loaded.termbase.title,
        concepts=len(loaded.termbase.concepts),
        terms=len(terms),
        examples=sum(len(term.examples.match) + len(term.examples.no_match) for term in terms if term.examples),
        problems=tuple(sorted(problems, key=lambda one: (one.path, one.line, one.column, one.message_id))),
    )
