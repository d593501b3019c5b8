"""Keep names straight across English, Japanese and Chinese.

    from pathlib import Path

    import glossary

    matcher = glossary.load_matcher([Path("terms")]).matcher
    document = glossary.read_document("draft.md", Path("draft.md").read_bytes())
    for finding in glossary.lint_document(document, matcher).findings:
        print(finding.line, finding.rule, finding.matched)

Everything in `__all__` is public; the rest may change without notice. A name is imported when it is first used, so that
`import glossary` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

_HOMES = {
    "Concept": "glossary.model",
    "Config": "glossary.config",
    "ConfigError": "glossary.errors",
    "Document": "glossary.documents.model",
    "DocumentError": "glossary.errors",
    "Edit": "glossary.findings",
    "FileReport": "glossary.lint",
    "Finding": "glossary.findings",
    "Fix": "glossary.findings",
    "FixResult": "glossary.fix",
    "GlossaryError": "glossary.errors",
    "LintOptions": "glossary.lint",
    "Match": "glossary.matching.match",
    "Matcher": "glossary.matching.matcher",
    "Part": "glossary.documents.model",
    "RULES": "glossary.rules",
    "Result": "glossary.lookup",
    "Rule": "glossary.rules.protocol",
    "RunReport": "glossary.lint",
    "Severity": "glossary.findings",
    "Status": "glossary.model",
    "Suggestion": "glossary.findings",
    "Term": "glossary.model",
    "Termbase": "glossary.model",
    "TermbaseError": "glossary.errors",
    "UsageError": "glossary.errors",
    "Verdict": "glossary.findings",
    "WriteError": "glossary.errors",
    "__version__": "glossary.version",
    "check_folders": "glossary.check.run",
    "find_config": "glossary.config",
    "find_termbases": "glossary.config",
    "fix_document": "glossary.fix",
    "lint_document": "glossary.lint",
    "lint_run": "glossary.lint",
    "load_matcher": "glossary.compile",
    "look_up": "glossary.lookup",
    "read_document": "glossary.documents.registry",
    "render": "glossary.messages",
    "write_atomically": "glossary.writing",
}

__all__ = [
    "RULES",
    "Concept",
    "Config",
    "ConfigError",
    "Document",
    "DocumentError",
    "Edit",
    "FileReport",
    "Finding",
    "Fix",
    "FixResult",
    "GlossaryError",
    "LintOptions",
    "Match",
    "Matcher",
    "Part",
    "Result",
    "Rule",
    "RunReport",
    "Severity",
    "Status",
    "Suggestion",
    "Term",
    "Termbase",
    "TermbaseError",
    "UsageError",
    "Verdict",
    "WriteError",
    "__version__",
    "check_folders",
    "find_config",
    "find_termbases",
    "fix_document",
    "lint_document",
    "lint_run",
    "load_matcher",
    "look_up",
    "read_document",
    "render",
    "write_atomically",
]

if TYPE_CHECKING:
    from glossary.check.run import check_folders
    from glossary.compile import load_matcher
    from glossary.config import Config, find_config, find_termbases
    from glossary.documents.model import Document, Part
    from glossary.documents.registry import read_document
    from glossary.errors import ConfigError, DocumentError, GlossaryError, TermbaseError, UsageError, WriteError
    from glossary.findings import Edit, Finding, Fix, Severity, Suggestion, Verdict
    from glossary.fix import FixResult, fix_document
    from glossary.lint import FileReport, LintOptions, RunReport, lint_document, lint_run
    from glossary.lookup import Result, look_up
    from glossary.matching.match import Match
    from glossary.matching.matcher import Matcher
    from glossary.messages import render
    from glossary.model import Concept, Status, Term, Termbase
    from glossary.rules import RULES
    from glossary.rules.protocol import Rule
    from glossary.version import __version__
    from glossary.writing import write_atomically


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
