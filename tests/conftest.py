"""Termbases written for a test: `folder({"a.yaml": …})` makes one with a manifest, `concept(…)` loads a single entry."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent, indent

import pytest
from hypothesis import settings

from glossary.errors import TermbaseError
from glossary.model import Concept
from glossary.termbase.reader import Loaded, load

# The same examples each time: a test that fails tomorrow for what it passed today says nothing about the change.
settings.register_profile("project", derandomize=True, deadline=None)
settings.load_profile("project")

MANIFEST = "format: 1\ntitle: Test\n"


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    def make(files: dict[str, str | bytes] | None = None, *, name: str = "terms", manifest: str | None = MANIFEST) -> Path:
        path = tmp_path / name
        path.mkdir()
        for file, content in {**({"termbase.yaml": manifest} if manifest else {}), **(files or {})}.items():
            target = path / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else dedent(content).encode())
        return path

    return make


@pytest.fixture
def entries(folder: Callable[..., Path]) -> Callable[[str], Loaded]:
    """Load a list of concepts, written as YAML."""

    def make(text: str, manifest: str = MANIFEST) -> Loaded:
        return load([folder({"a.yaml": "concepts:\n" + indent(dedent(text).strip("\n"), "  ") + "\n"}, manifest=manifest)])

    return make


@pytest.fixture
def concept(entries: Callable[[str], Loaded]) -> Callable[[str], Concept]:
    """Load one entry, written as the fields after its id."""

    def make(text: str) -> Concept:
        return entries("- id: x\n" + indent(dedent(text).strip("\n"), "  ")).termbase["x"]

    return make


@pytest.fixture
def problems() -> Callable[..., list[TermbaseError]]:
    """Load folders that cannot be loaded, and return the problems."""

    def make(*folders: Path, given: bool = False) -> list[TermbaseError]:
        with pytest.raises(TermbaseError) as caught:
            load(folders, given=given)
        assert caught.value.problems
        return list(caught.value.problems)

    return make
