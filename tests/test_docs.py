"""The documentation is run: each command line in a `console` block gives the output that stands below it."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from glossary.cli.app import VERBS
from glossary.config import Config, find_config
from glossary.documents.registry import FORMATS
from glossary.model import Reason
from glossary.rules import RULES
from glossary.termbase.schema import RECORDS

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sessions() -> list[tuple[str, str, str]]:
    """Return (page, command, expected output) of every command shown."""
    found = []
    for page in PAGES:
        for block in _BLOCK.findall(page.read_text(encoding="utf-8")):
            for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = step.partition("\n")
                found.append((page.name, command, output))
    return found


@pytest.mark.parametrize(("page", "command", "expected"), sessions(), ids=[f"{page}: {command}" for page, command, _ in sessions()])
def test_a_documented_session_is_a_real_one(page: str, command: str, expected: str, tmp_path: Path) -> None:
    words = shlex.split(command)
    assert words[0] == "glossary", f"{page} shows a command that is not ours: {command}"
    environment = {
        **os.environ,
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "",
        "COLUMNS": "80",
        "GLOSSARY_CACHE_DIR": str(tmp_path),
        "PYTHONUTF8": "1",
    }
    environment.pop("GLOSSARY_UI_LANG", None)
    done = subprocess.run(
        [sys.executable, "-m", "glossary", *words[1:]],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert done.stdout == expected


def test_the_readme_shows_a_session() -> None:
    assert any(page == "README.md" for page, _, _ in sessions())


def test_every_link_between_the_pages_leads_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_map_of_contributing_fits_sixty_lines() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    start, end = text.index("## The map"), text.index("## For term editors")
    assert text[start:end].count("\n") <= 60


def test_the_generated_pages_are_current() -> None:
    # In a process of its own: the language of the program is read before its commands are imported.
    code = "import make_docs, json, sys; sys.stdout.write(json.dumps(make_docs.pages()))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tools"), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    environment.pop("GLOSSARY_UI_LANG", None)
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    for name, text in json.loads(done.stdout).items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == text, f"docs/{name} is not current: run make docs"


def test_each_command_rule_and_format_is_described() -> None:
    commands, rules = ((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("commands.md", "rules.md"))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for verb in VERBS:
        assert f"## `glossary {verb}`" in commands
        assert f"glossary {verb}" in readme or f"`{verb} " in readme
    for rule in RULES:
        assert f"## `{rule.id}`" in rules
    for format in FORMATS.values():
        assert all(suffix in commands for suffix in format.suffixes)


def test_each_field_of_the_format_is_described() -> None:
    page = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    for record in RECORDS.values():
        for field in record.fields:
            assert f"`{field.name}`" in page


def test_make_alone_says_what_there_is() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split()
    for target in targets:
        assert target == "help" or f'"make {target}' in makefile


def test_the_configuration_shown_is_one_that_works(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    (tmp_path / "glossary.toml").write_text(page.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    config = find_config(tmp_path, rules=(*(rule.id for rule in RULES), *(reason.value for reason in Reason)))
    assert all(f"\n{name} = " in f"\n{page}" for name in Config.__struct_fields__ if name not in ("path", "rules"))
    assert (config.profile, config.rules["style"]) == ("japan", "off")
