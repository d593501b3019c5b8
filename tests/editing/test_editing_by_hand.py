"""An entry in an editor: shown as it stands, put back where it stood, and never lost."""

from __future__ import annotations

import os
import pty
import sys
from pathlib import Path

import pytest

from glossary.editing.by_hand import answer, put_back, sheet
from glossary.editing.target import Target
from glossary.errors import TermbaseError
from glossary.termbase.entry_text import find_entry, read_value

FILE = """\
subject: s
concepts:
    - id: a # beside
      # inside
      terms:
        en: [A]

      # foot
    - {id: b, terms: {en: [B]}}
    -
      # above
      id: c
      terms: {en: [C]}
"""


def test_an_entry_is_shown_at_the_margin_with_its_comments(folder):
    path = folder({"a.yaml": FILE})
    entry = find_entry(path, "a")
    assert entry.text == "id: a # beside\n# inside\nterms:\n  en: [A]\n\n# foot\n"
    assert find_entry(path, "b").text == "{id: b, terms: {en: [B]}}\n"
    assert find_entry(path, "c").text == "id: c\nterms: {en: [C]}\n"
    assert find_entry(path, "d") is None
    assert entry.fields == {"id": "a", "terms": {"en": ["A"]}}


@pytest.mark.parametrize("id", ["a", "b", "c"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_was_not_changed_goes_back_as_it_was(id, newline, folder):
    path = folder({"a.yaml": FILE.replace("\n", newline).encode()})
    entry = find_entry(path, id)
    assert entry.replaced(answer(sheet(entry, "Do this.\nAnd that."))) == FILE.replace("\n", newline)


def test_a_changed_entry_is_saved_in_its_place(folder, tmp_path):
    path = folder({"a.yaml": FILE})
    entry = find_entry(path, "a")
    put_back(Target(folders=(path,)), entry, entry.text.replace("[A]", "[A, AA]"), tmp_path / "sheet.yaml", "x")
    assert (path / "a.yaml").read_text() == FILE.replace("[A]", "[A, AA]")


def test_a_mistake_is_named_by_the_line_of_the_sheet(folder, tmp_path):
    path = folder({"a.yaml": FILE})
    entry = find_entry(path, "a")
    text = sheet(entry, "One.\nTwo.\nThree.").replace("terms", "term")
    (tmp_path / "sheet.yaml").write_text(text)
    with pytest.raises(TermbaseError) as caught:
        put_back(Target(folders=(path,)), entry, answer(text), tmp_path / "sheet.yaml", "One.\nTwo.\nThree.")
    where = {(problem.path, problem.arguments["line"], problem.arguments["column"]) for problem in caught.value.problems}
    assert where == {(str(tmp_path / "sheet.yaml"), 6, 1), (str(tmp_path / "sheet.yaml"), 4, 1)}
    assert text.split("\n")[5].startswith("term")
    assert (path / "a.yaml").read_text() == FILE


@pytest.mark.parametrize(("text", "value"), [
    ("[a, b]", ["a", "b"]),
    ("{en: x}", {"en": "x"}),
    ("[{title: T, date: 2026}]", [{"title": "T", "date": "2026"}]),
    ("[", None),
    ("{a: b} c", None),
    ("[&a x]", None),
    ("[a\tb]", None),
    ("[\udcff]", None),
])  # fmt: skip
def test_a_value_on_the_command_line_is_yaml_of_a_termbase(text, value):
    assert read_value(text) == value


def on_a_terminal(arguments: list[str], typed: str, folder: Path, **environment: str) -> tuple[str, int]:
    """Run the program with a terminal for standard input and output; return what was shown, and the exit status."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ.update(environment, COLUMNS="200", GLOSSARY_CACHE_DIR=str(folder / ".cache"), LC_ALL="C.UTF-8", PYTHONUTF8="1")
        os.execv(sys.executable, [sys.executable, "-m", "glossary", *arguments])
    os.write(terminal, typed.encode())
    shown = b""
    while True:
        try:
            block = os.read(terminal, 4096)
        except OSError:  # Linux: the other side is closed
            break
        if not block:
            break
        shown += block
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return shown.decode().replace("\r\n", "\n"), os.waitstatus_to_exitcode(status)


@pytest.fixture
def editor(tmp_path):
    """Return an "editor" that replaces one text by another."""

    def make(old: str, new: str) -> str:
        script = tmp_path / "editor.py"
        script.write_text(
            "import pathlib, sys\npath = pathlib.Path(sys.argv[-1])\n"
            f"path.write_text(path.read_text('utf-8').replace({old!r}, {new!r}), 'utf-8')\n",
            "utf-8",
        )
        return f"{sys.executable} {script}"

    return make


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
class TestOnATerminal:
    def test_an_entry_is_opened_in_the_editor_and_saved(self, folder, tmp_path, editor):
        path = folder({"a.yaml": FILE})
        shown, status = on_a_terminal(["edit", "a"], "", tmp_path, EDITOR=editor("[A]", "[A, あ]"), VISUAL="")
        assert (shown, status) == ("terms/a.yaml: written\n", 0)
        assert (path / "a.yaml").read_text("utf-8") == FILE.replace("[A]", "[A, あ]")

    def test_nothing_changed_is_nothing_written(self, folder, tmp_path, editor):
        folder({"a.yaml": FILE})
        assert on_a_terminal(["edit", "a"], "", tmp_path, EDITOR=editor("x", "x"), VISUAL="") == ("Nothing was changed.\n", 0)

    def test_a_text_with_a_mistake_is_kept(self, folder, tmp_path, editor):
        path = folder({"a.yaml": FILE})
        temporary = tmp_path / "tmp"
        temporary.mkdir()
        broken = editor("terms:", "term:")
        shown, status = on_a_terminal(["edit", "a"], "n\n", tmp_path, EDITOR=broken, VISUAL="", TMPDIR=str(temporary))
        assert status == 2
        assert "there is no field “term” here" in shown
        assert (path / "a.yaml").read_text("utf-8") == FILE
        (kept,) = temporary.rglob("a.yaml")
        assert "term:" in kept.read_text("utf-8")
        assert str(kept) in shown

    def test_an_editor_that_is_not_there_is_an_error(self, folder, tmp_path):
        folder({"a.yaml": FILE})
        temporary = tmp_path / "tmp"
        temporary.mkdir()
        shown, status = on_a_terminal(["edit", "a"], "", tmp_path, EDITOR="no-such-editor", VISUAL="", TMPDIR=str(temporary))
        assert status == 2
        assert "no-such-editor" in shown
        assert list(temporary.iterdir()) == []

    def test_names_are_asked_for_where_none_is_given(self, folder, tmp_path):
        path = folder({"a.yaml": FILE})
        typed = "Quad\nクアッド\nクアッド\n\n\norganisation\n"
        shown, status = on_a_terminal(["add", "--by", "x", "--date", "2026-01-02"], typed, tmp_path)
        assert status == 0, shown
        assert (path / "entries.yaml").read_text("utf-8") == (
            "concepts:\n  - id: quad\n    kind: organisation\n    terms:\n      en:\n        - text: Quad\n          status: preferred\n"
            "      ja:\n        - text: クアッド\n          status: preferred\n          reading: クアッド\n"
            "    history:\n      - {act: proposed, by: x, date: 2026-01-02}\n"
        )
