"""Clean texts: names are found in them, look-alikes are not, and lint has nothing to say."""

from __future__ import annotations

import functools
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from glossary.compile import load_matcher
from glossary.documents.model import Document
from glossary.documents.registry import read_document
from glossary.findings import Severity, Verdict
from glossary.languages import ENGLISH, LANGUAGES
from glossary.lint import FileReport, lint_document
from glossary.matching.match import Match
from glossary.matching.matcher import Matcher
from glossary.model import Kind

ROOT = Path(__file__).parents[1]
CLEAN = ROOT / "tests" / "clean"
LOOK_ALIKES: list[dict[str, Any]] = yaml.safe_load((CLEAN / "look_alikes.yaml").read_text(encoding="utf-8"))
FILES = [entry["file"] for entry in LOOK_ALIKES]

each_file = pytest.mark.parametrize("name", FILES)
each_language = pytest.mark.parametrize("language", LANGUAGES)
each_look_alike = pytest.mark.parametrize(
    "entry",
    [
        pytest.param(entry, id=entry["file"], marks=[pytest.mark.xfail(reason=entry["open"])] if "open" in entry else [])
        for entry in LOOK_ALIKES
    ],
)


@functools.cache
def matcher() -> Matcher:
    return load_matcher([ROOT / "terms"], use_cache=False).matcher


@functools.cache
def text(name: str) -> Document:
    return read_document(name, (CLEAN / name).read_bytes())


@functools.cache
def report(name: str) -> FileReport:
    return lint_document(text(name), matcher())


def names_in(name: str) -> list[Match]:
    """Return the terms, certain or doubtful, but for what only shields."""
    return [match for match in matcher().find(text(name)) if matcher().termbase[match.concept].kind is not Kind.SHIELD]


def words(name: str) -> float:
    """Return the length in words; two characters of Japanese or Chinese count as one."""
    source = text(name).part("").text
    return len(source.split()) if text(name).language == ENGLISH else len(re.sub(r"\s", "", source)) / 2


def test_there_are_thirty_texts_a_language_each_with_its_look_alike() -> None:
    assert [path.relative_to(CLEAN).as_posix() for language in LANGUAGES for path in sorted((CLEAN / language).iterdir())] == FILES
    assert [sum(name.startswith(f"{language}/") for name in FILES) for language in LANGUAGES] == [30] * len(LANGUAGES)


@each_file
def test_a_text_is_a_paragraph_in_the_language_of_its_folder(name: str) -> None:
    assert text(name).language == name.partition("/")[0]
    assert 60 <= words(name) <= 130


@each_file
def test_at_least_five_names_are_found(name: str) -> None:
    assert len([match for match in names_in(name) if match.verdict is Verdict.ACCEPT]) >= 5


@each_look_alike
def test_a_look_alike_is_not_taken_for_a_term(entry: dict[str, Any]) -> None:
    source = text(entry["file"]).part("").text
    assert source.count(entry["string"]) == 1
    start = source.index(entry["string"])
    touching = [match for match in names_in(entry["file"]) if match.start < start + len(entry["string"]) and start < match.end]
    assert [match.matched for match in touching if match.concept == entry.get("like", match.concept)] == []


@each_file
def test_lint_finds_no_error(name: str) -> None:
    assert [finding.matched for finding in report(name).findings if finding.severity is Severity.ERROR] == []


@each_language
def test_lint_warns_at_most_once_in_a_thousand_words(language: str) -> None:
    names = [name for name in FILES if name.startswith(f"{language}/")]
    warnings = [finding.matched for name in names for finding in report(name).findings if finding.severity is Severity.WARNING]
    assert len(warnings) <= sum(map(words, names)) / 1000, warnings
