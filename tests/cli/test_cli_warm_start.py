"""A second run starts from the cache: no YAML is parsed, the parser is not even imported."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CODE = """
import sys
from glossary.__main__ import main
try:
    main()
except SystemExit:
    pass
positions = sys.modules.get("glossary.termbase.positions")
print("parsed", positions.parse_count() if positions else 0, "yaml" in sys.modules)
"""
TERMBASE = "concepts:\n  - id: pair\n    terms:\n      en: [{text: Nissin, status: deprecated, reason: style}]\n"


def run(folder: Path) -> str:
    environment = {**os.environ, "GLOSSARY_CACHE_DIR": str(folder / "cache"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", CODE, "lint", "--termbase", "terms", "draft.txt"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=True)
    assert "Nissin" in done.stdout
    return done.stdout.splitlines()[-1]


def test_a_warm_lint_of_a_small_file_parses_no_yaml(tmp_path: Path) -> None:
    (tmp_path / "terms").mkdir()
    (tmp_path / "terms" / "names.yaml").write_text(TERMBASE, encoding="utf-8")
    (tmp_path / "draft.txt").write_text("Nissin agreed.\n", encoding="utf-8")
    assert run(tmp_path) == "parsed 1 True"
    assert run(tmp_path) == "parsed 0 False"
