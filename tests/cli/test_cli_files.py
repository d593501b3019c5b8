"""Which files a run reads."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from glossary.cli.files import drafts, ignores
from glossary.errors import GlossaryError

SUFFIXES = frozenset({".md", ".txt"})


def make(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")


def found(root: Path, *named: str, exclude: tuple[str, ...] = ()) -> list[str]:
    """Return paths relative to `root`, errors as their codes."""
    result = []
    for each in drafts([str(root / name) if name != "-" else name for name in named], SUFFIXES, [ignores(root, exclude)]):
        if isinstance(each, GlossaryError):
            result.append(f"! {each.code}")
        else:
            result.append(each if each == "-" else Path(each).relative_to(root).as_posix())
    return result


def test_a_folder_gives_its_drafts_in_order_of_name(tmp_path: Path) -> None:
    make(tmp_path, "b.md", "a.TXT", "c/d.md", "c/e.bin", "f.md/g.md")
    assert found(tmp_path, ".") == ["a.TXT", "b.md", "c/d.md", "f.md/g.md"]


def test_hidden_files_and_folders_are_left_out_unless_named(tmp_path: Path) -> None:
    make(tmp_path, ".a.md", ".b/c.md", "d.md")
    assert found(tmp_path, ".") == ["d.md"]
    assert found(tmp_path, ".a.md") == [".a.md"]


def test_what_git_ignores_is_left_out(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "old.md", "build/x.md", "sub/b.md", "sub/keep.md", "sub/deep/c.md", "sub/deep/old.md")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("old.md\nbuild/\n*keep*\n", encoding="utf-8")
    (tmp_path / "sub" / ".gitignore").write_text("/b.md\n!keep.md\n", encoding="utf-8")
    assert found(tmp_path, ".") == ["a.md", "sub/deep/c.md", "sub/keep.md"]


def test_the_gitignore_of_the_repository_holds_in_a_folder_of_it(tmp_path: Path) -> None:
    make(tmp_path, "sub/a.md", "sub/old.md")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("old.md\n", encoding="utf-8")
    assert found(tmp_path, "sub") == ["sub/a.md"]


def test_a_named_file_is_read_even_if_ignored_and_whatever_its_ending(tmp_path: Path) -> None:
    make(tmp_path, "old.md", "x.bin")
    (tmp_path / ".gitignore").write_text("old.md\n", encoding="utf-8")
    assert found(tmp_path, "old.md", "x.bin") == ["old.md", "x.bin"]


def test_excluded_patterns_are_left_out(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "old/b.md", "sub/old/c.md")
    assert found(tmp_path, ".", exclude=("/old/",)) == ["a.md", "sub/old/c.md"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links")
def test_links_to_folders_are_not_followed(tmp_path: Path) -> None:
    make(tmp_path, "sub/a.md", "b.md")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "link.md").symlink_to(tmp_path / "b.md")
    assert found(tmp_path, ".") == ["b.md", "sub/a.md"]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links")
def test_a_link_that_leads_nowhere_is_an_error_unless_it_is_ignored_or_no_draft(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "sub/b.md")
    for name in ("dangling.md", "sub/dangling.txt", "ignored.md", ".#a.md", "dangling.bin"):
        (tmp_path / name).symlink_to("absent.md")
    (tmp_path / "round.md").symlink_to("round.md")
    (tmp_path / ".gitignore").write_text("ignored.md\n", encoding="utf-8")
    assert found(tmp_path, ".") == ["a.md", "! file.dangling", "! file.unreadable", "sub/b.md", "! file.dangling"]
    assert found(tmp_path, "dangling.md", "round.md", "dangling.bin") == ["! file.dangling", "! file.unreadable", "! file.dangling"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_device_is_refused_and_a_pipe_is_read_when_it_is_named(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "zero.md").symlink_to("/dev/zero")
    assert found(tmp_path, "zero.md", "pipe.md", "a.md") == ["! file.special", "pipe.md", "a.md"]
    assert found(tmp_path, ".") == ["a.md"]


def test_a_name_below_a_file_is_missing(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    assert found(tmp_path, "a.md/b.md") == ["! file.missing"]


@pytest.mark.parametrize("bad", ["[", "sub/[", "!", "a\\", "[z-a]", "[[:alpha:]"])
def test_a_bad_line_of_a_gitignore_is_passed_over(tmp_path: Path, bad: str, recwarn: pytest.WarningsRecorder) -> None:
    make(tmp_path, "a.md", "old.md")
    (tmp_path / ".gitignore").write_text(f"{bad}\nold.md\n", encoding="utf-8")
    assert found(tmp_path, ".") == ["a.md"]
    assert not recwarn.list


def test_a_file_is_read_once(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    assert found(tmp_path, "a.md", ".", "./a.md", "-", "-") == ["a.md", "-"]


def test_a_folder_without_drafts_and_a_missing_file_are_errors_and_do_not_stop_the_rest(tmp_path: Path) -> None:
    make(tmp_path, "a.md")
    (tmp_path / "empty").mkdir()
    assert found(tmp_path, "empty", "absent.md", "a.md") == ["! file.no-drafts", "! file.missing", "a.md"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_that_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    make(tmp_path, "a.md", "closed/b.md")
    (tmp_path / "closed").chmod(0)
    assert found(tmp_path, ".") == ["a.md", "! file.unreadable"]
    assert found(tmp_path, "closed/b.md") == ["! file.unreadable"]
