"""Who changes a termbase, and on which day."""

from __future__ import annotations

import datetime
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from glossary.errors import UsageError

VARIABLE = "GLOSSARY_BY"


def who(given: str, folder: Path, environ: Mapping[str, str] = os.environ) -> str:
    """Return who does something: as `given`, else as GLOSSARY_BY says, else the name that git has for `folder`.

    Raises UsageError where nobody says: a history without names helps nobody.
    """
    name = given.strip() or environ.get(VARIABLE, "").strip() or _git_name(folder)
    if not name:
        raise UsageError("edit.nobody", variable=VARIABLE)
    return name


def today(given: str = "") -> str:
    """Return the date as `given`, else that of the local calendar, as YYYY-MM-DD."""
    return given or datetime.date.today().isoformat()


def step(act: str, by: str, date: str, note: str, folder: Path) -> dict[str, str]:
    """Return a step of a history as the fields of an entry. Raises UsageError where nobody is named."""
    said = {"act": act, "by": who(by, folder), "date": today(date), "note": note.strip()}
    return {name: value for name, value in said.items() if value}


def _git_name(folder: Path) -> str:
    try:
        done = subprocess.run(
            ["git", "config", "user.name"], cwd=folder if folder.is_dir() else None, capture_output=True, encoding="utf-8", timeout=10
        )
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return ""  # no git here
    return done.stdout.strip()
