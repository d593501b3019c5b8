"""Lint over a run: reports on files, concluded by those that share a termbase and options, then printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from glossary.cli import output
from glossary.cli.options import Settings
from glossary.cli.session import Plan, Session
from glossary.documents.model import Document
from glossary.errors import GlossaryError
from glossary.findings import Severity
from glossary.lint import FileReport, conclude_run, lint_document
from glossary.model import Layer
from glossary.reporters import reporter
from glossary.reporters.report import Report, headwords

NEVER = "never"


class Together(Struct):
    """Drafts that are concluded together."""

    plan: Plan
    reports: list[FileReport]


def lint_planned(document: Document, plan: Plan) -> FileReport:
    """Return the report on a draft."""
    return lint_document(document, plan.matcher, plan.options)


class Run:
    """What has been linted so far."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.session = Session(settings)
        self._groups: dict[tuple[object, ...], Together] = {}
        self._texts: dict[str, dict[str, str]] = {}
        self._fail_on: dict[str, str] = {}

    def lint(self, files: Sequence[str]) -> None:
        """Lint the drafts named and keep the reports; what failed is noted."""
        for done in self.session.results(files, lint_planned):
            self.add(done.value, done.texts, done.plan)

    def add(self, report: FileReport, texts: dict[str, str], plan: Plan) -> None:
        """Keep a report on a draft, with the decoded text of each part by id."""
        self._groups.setdefault(plan.key, Together(plan, [])).reports.append(report)
        self._texts[report.path] = texts
        self._fail_on[report.path] = plan.fail_on

    def report(self) -> Report:
        """Return the run, the findings over several drafts included."""
        files: list[FileReport] = []
        layers: dict[Layer, None] = {}
        names: dict[str, Mapping[str, str]] = {}
        for group in self._groups.values():
            concluded = conclude_run(group.reports, group.plan.matcher.termbase, group.plan.options)
            files += concluded.files
            names |= dict.fromkeys((file.path for file in concluded.files), headwords(group.plan.matcher.termbase))
            layers |= dict.fromkeys(group.plan.matcher.termbase.layers)
        files.sort(key=lambda file: file.path)
        return Report(files=tuple(files), failures=self.failures(), layers=tuple(layers), texts=self._texts, names=names)

    def failures(self) -> tuple[GlossaryError, ...]:
        """Return the errors so far, in order of path."""
        return tuple(sorted(self.session.failures, key=lambda error: error.path))

    def finish(self, format: str) -> int:
        """Print the run in `format` and the errors on standard error; return the exit status."""
        report = self.report()
        self.print(report, format)
        return self.status(report)

    def print(self, report: Report, format: str) -> None:
        """Print `report` in `format`; a run of which no draft could be read has nothing to print for people."""
        chosen = reporter(format)
        if chosen.machine or report.files:
            output.show(chosen, "render_lint", report, self.settings.color)
        for error in report.failures:
            output.complain(error)

    def status(self, report: Report) -> int:
        """Return 2 for errors, 1 for findings at or above the severity that fails, else 0."""
        if report.failures:
            return 2
        return int(any(fails(file, self._fail_on[file.path]) for file in report.files))


def fails(file: FileReport, threshold: str) -> bool:
    """Whether a finding in `file` reaches `threshold`, a severity or "never"."""
    return threshold != NEVER and any(finding.severity.rank <= Severity(threshold).rank for finding in file.findings)
