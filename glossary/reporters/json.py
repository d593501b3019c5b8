"""Findings and matches for programs: one JSON object a run, as docs/schemas describes it.

Offsets are half-open code points of the decoded text of a part, a byte order mark not counted. Messages are in English whatever the
language of the program; `message_id` and `args` allow others. Version 1 only gains fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from glossary.describe import spoken
from glossary.findings import Edit, Finding, Related
from glossary.matching.match import Match
from glossary.model import Term
from glossary.reporters.display import Display
from glossary.reporters.report import Report, ScanFile, ScanReport, message
from glossary.text.segmenters import versions
from glossary.text.span import Lines
from glossary.version import __version__

if TYPE_CHECKING:
    from glossary.lint import FileReport
    from glossary.lookup import Result

machine = True
VERSION = 1


def render_lint(report: Report, display: Display | None = None) -> Iterator[str]:
    """Yield one line: the run as an object of lint.schema.json."""
    counts = report.counts
    yield dump(
        {
            "version": VERSION,
            "tool": {"version": __version__, "segmenters": versions()},
            "termbase": [{"title": layer.title, "version": layer.version, "hash": layer.hash} for layer in report.layers],
            "files": [_lint_file(file) for file in report.files],
            "errors": [{"path": error.path, "code": error.code, "message": str(error)} for error in report.failures],
            "summary": {"files": counts.files, "errors": counts.errors, "warnings": counts.warnings, "infos": counts.infos},
        }
    )


def render_scan(report: ScanReport, display: Display | None = None) -> Iterator[str]:
    """Yield one line: the run as an object of scan.schema.json."""
    yield dump({"version": VERSION, "files": [_scan_file(file, report.texts) for file in report.files]})


def render_lookup(query: str, results: tuple[Result, ...], languages: tuple[str, ...], regions: Mapping[str, str] | None = None) -> str:
    """Return one line: the answers to a query as an object of lookup.schema.json, with the terms in `languages`.

    `regions` (language → region) leaves out terms of other regions.
    """
    from glossary.lookup import terms_by_language  # a run over drafts looks nothing up

    return dump(
        {
            "version": VERSION,
            "query": query,
            "results": [
                {
                    "concept": result.concept.id,
                    "score": result.score,
                    "matched": result.matched,
                    "how": result.how,
                    "terms": {
                        language: [_term(term) for term in terms]
                        for language, terms in terms_by_language(result.concept, languages, regions).items()
                    },
                }
                for result in results
            ],
        }
    )


def dump(value: Any) -> str:
    """Return `value` as JSON in one line, not escaped beyond need."""
    return json.dumps(value, ensure_ascii=False, default=str)


def _english(code: str, arguments: dict[str, Any]) -> str:
    return message(code, arguments, translate=str)


def _lint_file(file: FileReport) -> dict[str, Any]:
    return {
        "path": file.path,
        "language": file.language,
        "encoding": file.encoding,
        "suppressed": file.suppressed,
        "findings": [_finding(finding) for finding in file.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    line = f"{finding.line}:{finding.column}"
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message_id": finding.message_id,
        "args": finding.arguments,
        "message": _english(finding.message_id, finding.arguments),
        "concept": finding.concept,
        "term": finding.term,
        "matched": finding.matched,
        "layer": finding.layer,
        "part": finding.part,
        "start": finding.start,
        "end": finding.end,
        "line": finding.line,
        "column": finding.column,
        "end_line": finding.end_line,
        "end_column": finding.end_column,
        "location": f"{finding.part}:{line}" if finding.part else line,
        "verdict": finding.verdict.value,
        "reason": _english(finding.reason, finding.reason_arguments),
        "suggestions": [{"text": suggestion.text, "safe": suggestion.safe} for suggestion in finding.suggestions],
        "fixes": [
            {"title": _english(fix.title, fix.arguments), "safe": fix.safe, "edits": [_edit(edit) for edit in fix.edits]}
            for fix in finding.fixes
        ],
        "related": [_related(related) for related in finding.related],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {"part": edit.part, "start": edit.start, "end": edit.end, "text": edit.text}


def _related(related: Related) -> dict[str, Any]:
    return {
        "path": related.path,
        "start": related.start,
        "end": related.end,
        "line": related.line,
        "column": related.column,
        "message": _english(related.message_id, related.arguments),
    }


def _scan_file(file: ScanFile, texts: dict[str, dict[str, str]]) -> dict[str, Any]:
    lines = {part: Lines(text) for part, text in texts[file.path].items()}
    return {"path": file.path, "language": file.language, "matches": [_match(match, lines[match.part]) for match in file.matches]}


def _match(match: Match, lines: Lines) -> dict[str, Any]:
    start = lines.position(match.start)
    return {
        "concept": match.concept,
        "term": match.term.text,
        "language": match.term.language,
        "status": match.term.status.value,
        "matched": match.matched,
        "part": match.part,
        "start": match.start,
        "end": match.end,
        "line": start.line,
        "column": start.column,
        "verdict": match.verdict.value,
        "reason": _english(match.reason, match.reason_arguments),
    }


def _term(term: Term) -> dict[str, str]:
    return {
        "text": term.text,
        "status": term.status.value,
        "reading": spoken(term),
        "note": term.note.get("en") or next(iter(term.note.values()), ""),
    }
