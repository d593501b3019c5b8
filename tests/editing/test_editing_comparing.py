"""Comparing with what git had, and who does what on which day."""

from __future__ import annotations

import re
import subprocess

import pytest

from glossary.editing.comparing import compare, read_side
from glossary.editing.people import today, who
from glossary.errors import UsageError

OLD = "concepts:\n  - {id: a, terms: {en: [A]}}\n"


def git(place, *arguments):
    identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=place, check=True, capture_output=True)


@pytest.fixture
def repository(folder, tmp_path):
    """Return the folder of a termbase that has changed since its only commit."""
    path = folder({"a.yaml": OLD})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "first")
    (path / "a.yaml").write_text(OLD.replace("[A]", "[A, B]"))
    return path


@pytest.mark.parametrize("old", ["HEAD", "HEAD:terms"])
def test_a_revision_is_a_side_of_its_own(repository, old):
    found = compare(read_side(old, str(repository)), read_side(str(repository), old))
    assert [(one.change.action.value, one.change.text) for one in found] == [("add-term", "B")]


def test_a_revision_of_a_single_file_is_that_file(repository):
    file = str(repository / "a.yaml")
    assert len(compare(read_side("HEAD", file), read_side(file, "HEAD"))) == 1


@pytest.mark.parametrize("name", ["nowhere", "HEAD~9", "--list", "HEAD:nowhere"])
def test_what_is_neither_a_folder_nor_a_revision_is_an_error(repository, name):
    with pytest.raises(UsageError) as caught:
        read_side(name, str(repository))
    assert caught.value.code == "diff.no-side"


def test_a_name_comes_from_the_option_then_the_environment_then_git(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "none"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "user.name", "Git Name")
    assert who(" Aki ", tmp_path, {"GLOSSARY_BY": "Bo"}) == "Aki"
    assert who("", tmp_path, {"GLOSSARY_BY": "Bo"}) == "Bo"
    assert who("", tmp_path, {}) == "Git Name"
    git(tmp_path, "config", "--unset", "user.name")
    with pytest.raises(UsageError) as caught:
        who("", tmp_path, {})
    assert "GLOSSARY_BY" in str(caught.value)


def test_without_git_nobody_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError):
        who("", tmp_path, {})


def test_the_date_is_the_one_given_or_that_of_the_calendar():
    assert today("2026-01-02") == "2026-01-02"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", today())
