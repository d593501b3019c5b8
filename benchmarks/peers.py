"""The programs measured beside this one, and how each is asked to find the same terms in the same text."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path

from generate import Term, right_name

PYTHON_PEERS = ("flashtext", "flashtext2", "spacy")
_SCRIPT = Path(__file__).with_name("python_peer.py")


def write_patterns(path: Path, terms: Iterable[Term]) -> Path:
    """Write a term a line, for ripgrep and the Python libraries."""
    path.write_text("\n".join(term.text for term in terms) + "\n", encoding="utf-8")
    return path


def write_prh(path: Path, terms: Iterable[Term]) -> Path:
    """Write the same rules as `write_termbase(wrong=True)` has, for prh; beside them a configuration of textlint."""
    rules = "\n".join(f"  - expected: {right_name(term)}\n    pattern: {term.text}" for term in terms)
    path.write_text(f"version: 1\nrules:\n{rules}\n", encoding="utf-8")
    path.with_suffix(".json").write_text(json.dumps({"rules": {"prh": {"rulePaths": [str(path)]}}}), encoding="utf-8")
    return path.with_suffix(".json")


def ripgrep(patterns: Path, text: Path) -> tuple[str, ...]:
    """Return the command that prints the lines of `text` with any of the patterns."""
    return ("rg", "-F", "-f", str(patterns), str(text))


def python_peer(python: str, library: str, patterns: Path, text: Path) -> tuple[str, ...]:
    """Return the command that finds the terms with a Python library."""
    return (python, str(_SCRIPT), library, str(patterns), str(text))


def textlint(folder: Path, config: Path, text: Path) -> tuple[str, ...]:
    """Return the command that lints `text` with textlint and prh, installed by npm in `folder`."""
    return (str(folder / "node_modules" / ".bin" / "textlint"), "--config", str(config), "--format", "json", str(text))


def versions(python: str, textlint_folder: Path | None) -> dict[str, str]:
    """Return the version of each peer that can be run, "" for those that cannot."""
    found = {"ripgrep": _first_line(["rg", "--version"])}
    for library in PYTHON_PEERS:
        found[library] = _first_line(
            [python, "-c", f"import {library}; from importlib.metadata import version; print(version({library!r}))"]
        )
    for package in ("textlint", "textlint-rule-prh"):
        manifest = textlint_folder / "node_modules" / package / "package.json" if textlint_folder else None
        found[package] = json.loads(manifest.read_text(encoding="utf-8"))["version"] if manifest and manifest.is_file() else ""
    return found


def _first_line(command: Sequence[str]) -> str:
    if shutil.which(command[0]) is None:
        return ""
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    return done.stdout.split("\n")[0].removeprefix("ripgrep ") if done.returncode == 0 else ""
