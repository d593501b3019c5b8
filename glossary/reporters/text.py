"""Findings and matches for people: one block a finding, with the line of the draft and a mark under the place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from glossary.findings import Finding, Related, Verdict
from glossary.locale import gettext_ as _
from glossary.locale import ngettext_
from glossary.locale.labels import label
from glossary.matching.match import Match
from glossary.model import Status
from glossary.reporters.display import Display, visible
from glossary.reporters.excerpt import excerpt
from glossary.reporters.report import Report, ScanReport, finding_message, message, reason
from glossary.text.span import Lines

machine = False

_INDENT = "    "
_PLAIN = Display()


def render_lint(report: Report, display: Display = _PLAIN) -> Iterator[str]:
    """Yield the findings of a run, a block each, then the summary."""
    for file in report.files:
        lines = _lines(report.texts, file.path)
        for finding in file.findings:
            yield from _finding(file.path, finding, lines[finding.part], report.names.get(file.path, {}), display)
    yield from summary(report)


def render_scan(report: ScanReport, display: Display = _PLAIN) -> Iterator[str]:
    """Yield the matches of a run, a line each: place, text, concept, language, status and, where it is doubtful, why."""
    for file in report.files:
        lines = _lines(report.texts, file.path)
        for match in file.matches:
            yield _match(file.path, match, lines[match.part], report.names.get(file.path, {}), display)


def summary(report: Report) -> Iterator[str]:
    """Yield one sentence about the run, and one about what was silenced in the texts."""
    counts = report.counts
    files = ngettext_("%(number)d file", "%(number)d files", counts.files) % {"number": counts.files}
    errors, warnings, infos = counts.errors, counts.warnings, counts.infos
    if errors or warnings or infos:
        yield _("%(files)s read: %(errors)s, %(warnings)s, %(notes)s.") % {
            "files": files,
            "errors": ngettext_("%(number)d error", "%(number)d errors", errors) % {"number": errors},
            "warnings": ngettext_("%(number)d warning", "%(number)d warnings", warnings) % {"number": warnings},
            "notes": ngettext_("%(number)d note", "%(number)d notes", infos) % {"number": infos},
        }
    else:
        yield _("%(files)s read: nothing to report.") % {"files": files}
    silenced = sum(file.suppressed for file in report.files)
    if silenced:
        yield ngettext_("%(number)d finding is silenced in the text.", "%(number)d findings are silenced in the texts.", silenced) % {
            "number": silenced
        }


def _lines(texts: dict[str, dict[str, str]], path: str) -> dict[str, Lines]:
    return {part: Lines(text) for part, text in texts.get(path, {}).items()}


def _place(path: str, part: str, line: int, column: int) -> str:
    # A format with several parts names the part; a text file has one without a name.
    return visible(f"{path}:{part}:{line}:{column}" if part else f"{path}:{line}:{column}")


def _finding(path: str, finding: Finding, lines: Lines, names: Mapping[str, str], display: Display) -> Iterator[str]:
    role = finding.severity.value
    text = visible(finding_message(finding))
    place = display.style(_place(path, finding.part, finding.line, finding.column), "path")
    yield f"{place}: {display.style(label('severity', role), role)}: {text} {display.style(f'[{finding.rule}]', 'dim')}"
    low, _high = lines.bounds(finding.line)
    shown = excerpt(lines.line(finding.line), finding.start - low, finding.end - low, width=max(20, display.width - len(_INDENT)))
    yield f"{_INDENT}{shown.before}{display.style(shown.marked, role) if shown.marked else ''}{shown.after}"
    yield f"{_INDENT}{_marked(shown.underline, role, display)}"
    suggestions = [suggestion.text for suggestion in finding.suggestions]
    if any(suggestion not in text for suggestion in suggestions):
        listed = "; ".join(display.style(visible(suggestion), "good") for suggestion in suggestions)
        yield _INDENT + _("Suggested: %(suggestions)s") % {"suggestions": listed}
    if finding.verdict is Verdict.REVIEW:
        yield _INDENT + _review(reason(finding.reason, finding.reason_arguments, names))
    for related in finding.related:
        yield _INDENT + _related(related)


def _marked(underline: str, role: str, display: Display) -> str:
    marks = underline.lstrip(" ")
    return underline[: len(underline) - len(marks)] + display.style(marks, role)


def _review(why: str) -> str:
    return _("Please check: %(reason)s") % {"reason": visible(why)} if why else _("Please check whether this is meant.")


def _related(related: Related) -> str:
    place = _place(related.path, related.part, related.line, related.column)
    return f"{place}: {visible(message(related.message_id, related.arguments))}"


def _match(path: str, match: Match, lines: Lines, names: Mapping[str, str], display: Display) -> str:
    start = lines.position(match.start)
    place = display.style(_place(path, match.part, start.line, start.column), "path")
    wrong = match.term.status is Status.DEPRECATED
    status = display.style(label("status", match.term.status.value), "bad" if wrong else "good")
    # A term across a line end is shown in one line.
    matched = visible(" ".join(match.matched.split()))
    text = f"{place}: {display.style(matched, 'mark')}  {match.concept}  {match.term.language}  {status}"
    if match.verdict is Verdict.ACCEPT and not match.reason:
        return text
    why = reason(match.reason, match.reason_arguments, names)
    verdict = label("verdict", match.verdict.value)
    told = ": ".join(part for part in (verdict, visible(why)) if part)
    return text + "  " + display.style(f"({told})", "dim")
