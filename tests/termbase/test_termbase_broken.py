"""Whatever is in a file, there is a value or a problem with a place in the file, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.termbase import positions
from glossary.termbase.problems import Context
from glossary.termbase.reader import _entries
from glossary.text.span import Lines

SAMPLE = """subject: groups
concepts:
  - id: quad  # a comment
    kind: person
    definition: {en: "Four states: Australia, India, Japan, US"}
    terms:
      en:
        - text: Quad
          status: preferred
          case: exact
          near: {concepts: [japan, india], within: document, at_least: 1}
          examples:
            match:
              - The Quad met.
      ja: [{text: クアッド, status: preferred}, 日米豪印]
    names: {en: {family: Q, given: U}}
    history: [{act: decided, date: 2026-11-22}]
  - extends: quad
    prefer: {en: [The Quad, {text: Quad, valid: {from: 2004, until: 2008-01}}]}
    hide: {ja: 日米豪印}
"""
PIECES = [
    "\n",
    "  ",
    "\t",
    ":",
    ": ",
    "- ",
    "#",
    " #",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "&a ",
    "*a",
    "!",
    "|",
    ">",
    "%",
    "@",
    "\\",
    "?",
    "---\n",
    ",",
    "日",
    "\u2028",
    "\x00",
]


def read(data: bytes) -> tuple[bool, list]:
    context = Context("a.yaml", [], [])
    entries = _entries(data, "Layer", context)
    return entries is not None, [*context.problems, *context.warnings]


def check(text: str) -> None:
    usable, found = read(text.encode("utf-8", "surrogatepass"))
    assert usable or found
    lines = Lines(text.removeprefix("\ufeff"))
    for problem in found:
        assert not {"\n", "\r"} & set(str(problem))
        line, column = problem.arguments["line"], problem.arguments["column"]
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines.line(line)) + 1


@st.composite
def broken(draw: st.DrawFn) -> str:
    """Return the sample with a few pieces put in, taken out or put in place of others."""
    text = SAMPLE
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(["", *PIECES])) + text[at + draw(st.integers(0, 5)) :]
    return text


@pytest.mark.parametrize("parser", ["installed", "python"])
def test_a_damaged_file_has_values_or_problems_inside_it(parser, monkeypatch):
    if parser == "python":
        monkeypatch.setattr(positions, "_Loader", yaml.BaseLoader)

    @settings(max_examples=250, deadline=None, derandomize=True)
    @given(broken())
    def run(text: str) -> None:
        check(text)

    run()


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text())
def test_any_text_has_values_or_problems(text):
    check(text)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.binary())
def test_any_bytes_have_values_or_problems(data):
    usable, found = read(data)
    assert usable or found


def test_the_sample_itself_is_sound():
    assert read(SAMPLE.encode()) == (True, [])


@pytest.mark.parametrize("text", ["[" * 200_000, "- " * 200_000 + "a", "{a: " * 200_000, "? " * 200_000, "[a, " * 50_000 + "]" * 50_000])
def test_no_nesting_overflows_the_stack(text):
    assert [problem.code for problem in read(text.encode())[1]] == ["yaml.depth"]


def test_the_bomb_of_aliases_is_refused_before_it_is_built():
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9))
    assert {problem.code for problem in read(bomb.encode())[1]} == {"yaml.alias"}


def test_a_file_that_vanishes_while_reading_is_a_problem(folder, monkeypatch, problems):
    path = folder({"a.yaml": "concepts: []\n"})
    monkeypatch.setattr(Path, "read_bytes", lambda self: (_ for _ in ()).throw(FileNotFoundError(2, "No such file or directory")))
    assert {one.code for one in problems(path)} == {"termbase.unreadable"}
