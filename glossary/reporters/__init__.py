"""Reporters: what was found, as text for people or as data for programs; one format a module, all in `REPORTERS`.

Each module has `render_lint(report, display)` and `render_scan(report, display)`, which yield lines without line ends; `machine`
says whether the lines are data, always in English and UTF-8.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

# Modules by name, imported when asked for: the choice of a format must not cost the others.
REPORTERS = {
    "text": "glossary.reporters.text",
    "json": "glossary.reporters.json",
}


def reporter(format: str) -> ModuleType:
    """Return the reporter of a format; raises KeyError."""
    return import_module(REPORTERS[format])
