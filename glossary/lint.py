"""Lint: matches, rules, findings, one report a file; and a run of files, of which a bad one does not stop the others.

Document ─ matcher ─▶ matches ─ rules ─▶ findings ─ one a span, [sic], sort, line and column ─▶ FileReport ─ conclude ─▶ RunReport
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from glossary.documents.model import Document
from glossary.errors import GlossaryError
from glossary.findings import Finding, Severity
from glossary.matching.derived import NOTHING, Derived
from glossary.matching.match import Match
from glossary.model import Termbase
from glossary.rules import RULES
from glossary.rules.protocol import OFF, Rule, RuleOptions, Summary
from glossary.rules.surroundings import Surroundings
from glossary.text.quotations import has_sic

# One span, one finding: of these rules the first that reports a place has it. The others judge something else.
PRECEDENCE = ("deprecated-term", "superseded-term", "shorthand-slip", "misread-name", "near-miss")


class Finder(Protocol):
    """What lint needs of a matcher."""

    @property
    def termbase(self) -> Termbase:
        """The termbase whose terms it finds."""

    @property
    def derived(self) -> Derived:
        """The wrong forms that follow from it."""

    def find(self, document: Document) -> tuple[Match, ...]:
        """Return accepted and doubtful matches by part and start, overlap settled."""


class LintOptions(Struct, frozen=True, kw_only=True):
    """How to lint: a profile id ("" for the termbase's default), and severities by rule id or reason, "off" among them.

    With `together`, rules over the whole run report once the run is complete.
    """

    profile: str = ""
    together: bool = False
    severities: dict[str, str] = {}


DEFAULT_OPTIONS = LintOptions()


class FileReport(Struct, frozen=True, kw_only=True):
    """What lint found in one file; picklable. `suppressed` counts findings that the text itself waived."""

    path: str
    language: str = ""
    encoding: str = ""
    parts: tuple[str, ...] = ("",)  # their ids, in the order of the document
    suppressed: int = 0
    findings: tuple[Finding, ...] = ()
    summaries: dict[str, Summary] = {}  # rule id → what its `conclude` needs


class Counts(Struct, frozen=True):
    """How many files were read, and findings by severity."""

    files: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0


class RunReport(Struct, frozen=True, kw_only=True):
    """A run: every file read, also without findings, in order of path; the errors of those that could not be; the sums."""

    files: tuple[FileReport, ...] = ()
    errors: tuple[GlossaryError, ...] = ()
    summary: Counts = Counts()


def lint_document(document: Document, matcher: Finder, options: LintOptions = DEFAULT_OPTIONS, rules: Sequence[Rule] = RULES) -> FileReport:
    """Return the report on one document."""
    return lint_matches(document, matcher.find(document), matcher, options, rules)


def lint_matches(
    document: Document, matches: Sequence[Match], matcher: Finder, options: LintOptions = DEFAULT_OPTIONS, rules: Sequence[Rule] = RULES
) -> FileReport:
    """Return the report on one document whose matches, by `matcher`, are known."""
    rule_options = options_for_rules(matcher.termbase, options, matcher.derived)
    around = Surroundings(document, matches)
    findings: list[Finding] = []
    summaries: dict[str, Summary] = {}
    for rule in _active(rules, rule_options):
        found, summary = rule.check(document, matches, rule_options)
        findings += found
        if summary is not None:
            summaries[rule.id] = summary
    kept = _one_a_span(findings)
    parts = tuple(part.id for part in document.parts)
    shown = [finding for finding in kept if not _waived(finding, around)]
    return FileReport(
        path=document.path,
        language=document.language,
        encoding=document.encoding,
        suppressed=len(kept) - len(shown),
        parts=parts,
        findings=_sorted([_located(finding, around) for finding in shown], parts),
        summaries=summaries,
    )


def lint_run(
    documents: Iterable[Document | GlossaryError], matcher: Finder, options: LintOptions = DEFAULT_OPTIONS, rules: Sequence[Rule] = RULES
) -> RunReport:
    """Return the report on a run; the caller hands in each document, or the error that kept it from being read."""

    def report(document: Document | GlossaryError) -> FileReport | GlossaryError:
        if isinstance(document, GlossaryError):
            return document
        try:
            return lint_document(document, matcher, options, rules)
        except GlossaryError as error:
            return error

    return conclude_run(map(report, documents), matcher.termbase, options, rules)


def conclude_run(
    reports: Iterable[FileReport | GlossaryError], termbase: Termbase, options: LintOptions = DEFAULT_OPTIONS, rules: Sequence[Rule] = RULES
) -> RunReport:
    """Return the report on a run from those on its files, in whatever order workers delivered them."""
    files: list[FileReport] = []
    errors: list[GlossaryError] = []
    for report in reports:
        if isinstance(report, GlossaryError):
            errors.append(report)
        else:
            files.append(report)
    files.sort(key=lambda file: file.path)
    errors.sort(key=lambda error: error.path)
    files = _concluded(files, options_for_rules(termbase, options), rules)
    return RunReport(files=tuple(files), errors=tuple(errors), summary=count(files))


def count(files: Sequence[FileReport]) -> Counts:
    """Return the sums over `files`."""
    found = Counter(finding.severity for file in files for finding in file.findings)
    return Counts(len(files), found[Severity.ERROR], found[Severity.WARNING], found[Severity.INFO])


def options_for_rules(termbase: Termbase, options: LintOptions, derived: Derived = NOTHING) -> RuleOptions:
    """Return what the rules get to know; `conclude` needs no derived forms."""
    return RuleOptions(
        termbase=termbase,
        profile=options.profile,
        together=options.together,
        severities=options.severities,
        derived=derived,
    )


def _active(rules: Sequence[Rule], options: RuleOptions) -> list[Rule]:
    house = options.house.severities if options.house else {}
    return [rule for rule in rules if options.severities.get(rule.id, house.get(rule.id)) != OFF]


def _concluded(files: list[FileReport], options: RuleOptions, rules: Sequence[Rule]) -> list[FileReport]:
    """Return `files` with the findings over the run added."""
    added: defaultdict[str, list[Finding]] = defaultdict(list)
    for rule in _active(rules, options):
        summaries = [file.summaries[rule.id] for file in files if rule.id in file.summaries]
        for path, findings in (rule.conclude(summaries, options) if summaries else {}).items():
            added[path] += findings
    return [
        replace(file, findings=_sorted([*file.findings, *added[file.path]], file.parts)) if file.path in added else file for file in files
    ]


def _one_a_span(findings: Sequence[Finding]) -> list[Finding]:
    """Return `findings` less those at a place that a rule of higher precedence reports."""
    kept = [finding for finding in findings if finding.rule not in PRECEDENCE]
    taken: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for rule in PRECEDENCE:
        found = [finding for finding in findings if finding.rule == rule and not _overlaps(finding, taken[finding.part])]
        kept += found
        for finding in found:
            taken[finding.part].append((finding.start, finding.end))
        for spans in taken.values():
            spans.sort()
    return kept


def _overlaps(finding: Finding, spans: Sequence[tuple[int, int]]) -> bool:
    before = bisect_left(spans, (finding.end, 0)) - 1
    return before >= 0 and spans[before][1] > finding.start


def _waived(finding: Finding, around: Surroundings) -> bool:
    match = around.at(finding.part, finding.start, finding.end)
    if match is not None:
        return around.sic(match)
    return has_sic(around.document.part(finding.part).text, finding.end)


def _located(finding: Finding, around: Surroundings) -> Finding:
    line, column = around.position(finding.part, finding.start)
    end_line, end_column = around.position(finding.part, finding.end)
    return replace(finding, line=line, column=column, end_line=end_line, end_column=end_column)


def _sorted(findings: Iterable[Finding], parts: Sequence[str]) -> tuple[Finding, ...]:
    """Return `findings` by part (in the order of the document), place, rule and concept."""
    rank = {part: number for number, part in enumerate(parts)}
    return tuple(sorted(findings, key=lambda each: (rank.get(each.part, len(rank)), each.start, each.end, each.rule, each.concept)))
