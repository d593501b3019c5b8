"""The canonical form of a file: it means what the file meant, keeps its comments, and is its own canonical form."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import msgspec
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from termbase_strategies import UGLY, files

from glossary.errors import TermbaseError
from glossary.termbase.layout import WIDTH, file_text, width
from glossary.termbase.positions import parse
from glossary.termbase.quoting import literal, scalar
from glossary.termbase.reader import read_termbase
from glossary.termbase.tree import plain, tree_from, tree_of
from glossary.termbase.writer import _agree, formatted

ROOT = Path(__file__).parents[2]
# Shapes that refer to each other have long descriptions; nobody reads them.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
PATIENT = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
_PLACE = re.compile(rb'"(?:place|path|hash|default_profile_place)":"(?:[^"\\]|\\.)*"')


def canonical(text: str, name: str = "a.yaml") -> str:
    return formatted(dedent(text).encode(), name)


def meaning(folder: Path) -> bytes:
    """Return a termbase as it is read, without lines and columns."""
    source = read_termbase(folder, given=True)
    assert source.problems == ()
    return _PLACE.sub(b"", msgspec.json.encode(msgspec.structs.replace(source, warnings=())))


@pytest.mark.parametrize("path", sorted((ROOT / "terms").rglob("*.yaml")), ids=lambda path: path.name)
def test_the_curated_files_mean_the_same_and_keep_their_comments(path, tmp_path):
    data = path.read_bytes()
    text = formatted(data, path)
    for name, content in (("old", data), ("new", text.encode())):
        (tmp_path / name / "terms").mkdir(parents=True)
        (tmp_path / name / "terms" / path.name).write_bytes(content)
    assert meaning(tmp_path / "old" / "terms") == meaning(tmp_path / "new" / "terms")
    assert formatted(text.encode(), path) == text
    assert re.findall(rb"(?m)^ *#.*$|(?<=  )#.*$", data) == re.findall(rb"(?m)^ *#.*$|(?<=  )#.*$", text.encode())


@PATIENT
@given(files())
def test_generated_files_mean_the_same(file):
    text = file_text("file", tree_from(file))
    parsed = parse(text.encode(), "x")
    assert (parsed.problems, parsed.warnings) == ((), ())
    assert plain(tree_of(parsed.root, text)) == file
    assert yaml.load(text, Loader=yaml.BaseLoader) == file, "PyYAML without libyaml reads it otherwise"
    assert file_text("file", tree_of(parsed.root, text)) == text


@pytest.mark.parametrize("flow", [False, True])
@pytest.mark.parametrize("text", UGLY)
@pytest.mark.parametrize("loader", [yaml.BaseLoader, yaml.CBaseLoader])
def test_a_scalar_is_read_as_the_text_it_was(text, flow, loader):
    written = f"a: [{scalar(text, flow=True)}]\n" if flow else f"a:\n  - {scalar(text)}\n"
    assert yaml.load(written, Loader=loader) == {"a": [text]}
    assert parse(written.encode(), "x").warnings == ()


@pytest.mark.parametrize(("text", "written"), [
    ("no", "no"),
    ("1:30", "1:30"),
    ("=x", "=x"),
    ("日本: 〈新〉", '"日本: 〈新〉"'),
    ("日本、新", "日本、新"),
    ('say "a"', 'say "a"'),
    ('"a" said', "'\"a\" said'"),
    ("it's", "it's"),
    ("a #b", '"a #b"'),
    ("a\tb", '"a\\tb"'),
    ("\u3000a", '"\u3000a"'),
    ("a\u2028b", '"a\\u2028b"'),
    ("😀", "😀"),
])  # fmt: skip
def test_quotation_marks_stand_only_where_they_are_needed(text, written):
    assert scalar(text) == written


def test_a_text_of_several_lines_is_a_block_where_a_block_can_hold_it():
    assert literal("one\n\ntwo") == ["one", "", "two"]
    assert literal("one\ntwo\n") == literal(" one\ntwo") == literal("one \ntwo") == literal("one\n\ttwo") == literal("one") == []


BEFORE = """\
# Head of the file.
concepts:
# Section.

  # Quad.
- terms:
    en: [Quad,  # bare
      {status: deprecated, text: Quartet, seen: {date: 2022, where: "A paper"},
       # inside
       reason: misspelling}]
    ja:
    - reading: クアッド   # kana
      text: "クアッド"
      # at its foot
  id: "quad"
  note:
      en: >
        Folded
        text.
  sources:
  - publisher: 'Ministry'
    title: T
  history: # steps
  - {date: 2026-11-22, act: decided}  # the last one
  kind: organisation
# More.

- {id: quint, terms: {en: [{text: Quint, not_in: [%s]}]}}
subject: groupings
# The end.
""" % ", ".join(f"Quint number {number}" for number in range(12))  # noqa: UP031

AFTER = """\
# Head of the file.
subject: groupings
concepts:
  # Section.

  # Quad.
  - id: quad
    kind: organisation
    note:
      en: Folded text.
    terms:
      en:
        - text: Quad  # bare
          status: admitted
        - text: Quartet
          status: deprecated
          # inside
          reason: misspelling
          seen: {where: A paper, date: 2022}
      ja:
        - text: クアッド
          status: admitted
          reading: クアッド  # kana
          # at its foot
    sources:
      - {title: T, publisher: Ministry}
    history:  # steps
      - {act: decided, date: 2026-11-22}  # the last one

  # More.

  - id: quint
    terms:
      en:
        - text: Quint
          status: admitted
          not_in: [Quint number 0, Quint number 1, Quint number 2, Quint number 3, Quint number 4, Quint number 5, Quint number 6,
            Quint number 7, Quint number 8, Quint number 9, Quint number 10, Quint number 11]
# The end.
"""


def test_a_file_is_put_in_order_and_every_comment_stays_with_what_it_stood_at():
    assert canonical(BEFORE) == AFTER
    assert canonical(AFTER) == AFTER


def test_no_line_that_can_be_broken_is_wider_than_the_width():
    text = canonical(BEFORE)
    assert max(map(width, text.splitlines())) <= WIDTH
    assert width("日本 a") == 6


@PATIENT
@given(files(), st.data())
def test_comments_anywhere_in_a_block_survive(file, data):
    lines = file_text("file", tree_from(file)).split("\n")[:-1]
    # Not inside a text of several lines, where a # is part of the text.
    free = [n for n in range(len(lines)) if not any(mark in "\n".join(lines) for mark in ("|-",))]
    for number, at in enumerate(sorted(data.draw(st.sets(st.sampled_from(free), max_size=5)) if free else [], reverse=True)):
        indent = " " * data.draw(st.sampled_from([0, len(lines[at]) - len(lines[at].lstrip(" "))]))
        if data.draw(st.booleans()) and lines[at] and not lines[at].endswith(","):
            lines[at] += f"  # beside {number}"
        elif at and lines[at - 1].endswith(","):
            continue
        else:
            lines.insert(at, f"{indent}# above {number}")
    text = "\n".join(lines) + "\n"
    result = formatted(text.encode(), "a.yaml")
    comment = re.compile(r"# (?:above|beside) \d")
    assert sorted(comment.findall(result)) == sorted(comment.findall(text))
    assert formatted(result.encode(), "a.yaml") == result
    assert plain(tree_of(parse(result.encode(), "x").root, result)) == plain(tree_of(parse(text.encode(), "x").root, text))


def test_an_overlay_entry_gets_no_status_and_keeps_bare_names_short():
    text = """\
        concepts:
          - note: {en: Never with brackets.}
            forbid: {en: [Senkakus, {text: Tiaoyutai, reason: political}]}
            prefer: {en: Senkaku Islands}
            extends: senkaku-islands
            add: {en: [Senkaku Is.]}
        """
    assert canonical(text) == dedent("""\
        concepts:
          - extends: senkaku-islands
            prefer: {en: Senkaku Islands}
            forbid:
              en:
                - Senkakus
                - text: Tiaoyutai
                  reason: political
            add:
              en:
                - text: Senkaku Is.
                  status: admitted
            note: {en: Never with brackets.}
        """)


def test_the_manifest_and_the_queue_have_forms_of_their_own():
    assert canonical("title: T\nprofiles: [{title: {en: A}, id: a}]\nformat: 1\n", "termbase.yaml") == (
        "format: 1\ntitle: T\nprofiles:\n  - id: a\n    title: {en: A}\n"
    )
    assert canonical("proposals: [{concept: a, action: add-term, term: {text: A}, language: en, number: 1}]\n", "proposals.yaml") == (
        "proposals:\n  - number: 1\n    action: add-term\n    concept: a\n    language: en\n    term: {text: A}\n"
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(newline, mark):
    result = formatted((mark + BEFORE.replace("\n", newline)).encode(), "a.yaml")
    assert result == mark + AFTER.replace("\n", newline)


@pytest.mark.parametrize(("text", "code"), [
    ("concepts:\n  - id: a\n    terms: {en: [{txt: A}]}\n", "termbase.unknown-field"),
    ("concepts: [\n", "yaml.brackets"),
    ("", "termbase.empty-file"),
    ("concepts:\n\t- id: a\n", "yaml.tab"),
])  # fmt: skip
def test_a_file_with_errors_is_refused_with_the_words_of_the_reader(text, code):
    with pytest.raises(TermbaseError) as caught:
        formatted(text.encode(), "a.yaml")
    assert code in [problem.code.removesuffix("-guess") for problem in caught.value.problems]


@pytest.mark.parametrize(("old", "new", "agree"), [
    (["a"], [{"text": "a", "status": "admitted"}], True),
    (["a"], [{"text": "a", "status": "preferred"}], False),
    ({"a": "b"}, {"a": "b", "status": "admitted"}, True),
    ({"a": "b"}, {"a": "b", "note": "x"}, False),
    ({"a": "b", "c": "d"}, {"a": "b"}, False),
    (["a", "b"], ["a"], False),
    ({"a": ["b"]}, {"a": "b"}, False),
])  # fmt: skip
def test_a_form_that_says_something_else_is_noticed(old, new, agree):
    assert _agree(old, new) is agree
