"""New values spliced into a file: the file then has these values, and every line that nobody touched is as it was."""

from __future__ import annotations

import copy
import difflib
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from termbase_strategies import fields, files

from glossary.termbase.layout import file_text, slot_of
from glossary.termbase.positions import parse
from glossary.termbase.schema import CONCEPT
from glossary.termbase.splicing import revise
from glossary.termbase.tree import plain, tree_from, tree_of
from glossary.termbase.writer import SourceText

# Shapes that refer to each other have long descriptions; nobody reads them.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")
PATIENT = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def tree(text: str) -> Any:
    parsed = parse(text.encode(), "x")
    assert parsed.problems == ()
    return tree_of(parsed.root, text)


def spliced(text: str, new: dict[str, Any]) -> str:
    return SourceText.of(text.encode()).edited(revise(text, slot_of("file"), tree(text), new))


@PATIENT
@given(files(), st.data())
def test_a_spliced_file_has_the_new_values(old, data):
    text = file_text("file", tree_from(old))
    new = copy.deepcopy(plain(tree(text)))
    for entry in list(new["concepts"]):
        match data.draw(st.sampled_from(["keep", "drop", "other", "some"])):
            case "drop":
                new["concepts"].remove(entry)
            case "other":
                drawn = data.draw(fields(CONCEPT))
                entry.clear()
                entry.update(drawn)
            case "some":
                drawn = data.draw(fields(CONCEPT))
                entry.update({name: value for name, value in drawn.items() if name != "id"})
                for name in data.draw(st.sets(st.sampled_from(sorted(entry)))) - {"id", "terms"}:
                    del entry[name]
    if data.draw(st.booleans()):
        new["concepts"].insert(data.draw(st.integers(0, len(new["concepts"]))), data.draw(fields(CONCEPT)))
    assert plain(tree(spliced(text, new))) == new


FILE = """\
# About this file.
subject: groupings   # beside

concepts:
  # The Quad.
  - id: quad # beside the id
    kind:   "organisation"
    terms:
      en:
        # why it is preferred
        - text: Quad
          status: preferred
          not_in: [Quadratic,   Quadrant]   # words
        - {text: the Four, status: admitted}
        # - text: a term that somebody took out
      ja: [クアッド]
    sources:
      - title: A
        url: https://example.org/
      - {title: B}

  # Section of its own.

  - id: quint
    terms: {en: [Quint]}
# the end
"""


def changed(change) -> list[str]:
    """Return the lines of `FILE` that `change`, a function of its values, makes others of, and those that it makes."""
    new = copy.deepcopy(plain(tree(FILE)))
    change(new["concepts"])
    result = spliced(FILE, new)
    assert plain(tree(result)) == new
    lines = difflib.ndiff(FILE.splitlines(), result.splitlines())
    return [line for line in lines if line[0] in "+-"]


def put(place: str, value: Any):
    """Return the function that puts `value` at a place such as 0.terms.en.0.status."""

    def change(entries: Any) -> None:
        *path, last = [int(part) if part.isdigit() else part for part in place.split(".")]
        for part in path:
            entries = entries[part]
        entries[last] = value

    return change


def term(text: str) -> dict[str, str]:
    return {"text": text, "status": "admitted"}


def drop(place: str):
    def change(entries: Any) -> None:
        *path, last = [int(part) if part.isdigit() else part for part in place.split(".")]
        for part in path:
            entries = entries[part]
        del entries[last]

    return change


CASES = {
    "a value in its line": (put("0.terms.en.0.status", "admitted"), """
        -           status: preferred
        +           status: admitted
    """),
    "a quoted value": (put("0.kind", "place"), """
        -     kind:   "organisation"
        +     kind:   place
    """),
    "a list in brackets, its comment kept": (put("0.terms.en.0.not_in", ["Quadratic"]), """
        -           not_in: [Quadratic,   Quadrant]   # words
        +           not_in: [Quadratic]   # words
    """),
    "a field that is new, in its place": (put("0.terms.en.0.type", "short"), """
        +           type: short
    """),
    "a first note": (put("0.note", {"en": "a: b"}), """
        +     note:
        +       en: "a: b"
    """),
    "a field that goes": (drop("0.terms.en.0.not_in"), """
        -           not_in: [Quadratic,   Quadrant]   # words
    """),
    "a term in braces": (put("0.terms.en.1.status", "deprecated"), """
        -         - {text: the Four, status: admitted}
        +         - text: the Four
        +           status: deprecated
    """),
    "a term, with the comment above it": (drop("0.terms.en.0"), """
        -         # why it is preferred
        -         - text: Quad
        -           status: preferred
        -           not_in: [Quadratic,   Quadrant]   # words
    """),
    "a source of several": (drop("0.sources.0"), """
        -       - title: A
        -         url: https://example.org/
    """),
    "a term in brackets": (put("0.terms.ja", [{"text": "クアッド", "status": "admitted"}, {"text": "日米豪印", "status": "preferred"}]), """
        -       ja: [クアッド]
        +       ja:
        +         - text: クアッド
        +           status: admitted
        +         - text: 日米豪印
        +           status: preferred
    """),
    "an entry, but not the heading of its section": (drop("1"), """
        -   - id: quint
        -     terms: {en: [Quint]}
    """),
    "an entry with the comment that speaks of it": (drop("0"), """
        -   # The Quad.
        -   - id: quad # beside the id
        -     kind:   "organisation"
        -     terms:
        -       en:
        -         # why it is preferred
        -         - text: Quad
        -           status: preferred
        -           not_in: [Quadratic,   Quadrant]   # words
        -         - {text: the Four, status: admitted}
        -         # - text: a term that somebody took out
        -       ja: [クアッド]
        -     sources:
        -       - title: A
        -         url: https://example.org/
        -       - {title: B}
        -
    """),
    "an entry in brackets": (put("1.terms", {"en": [term("Quint")], "ja": [term("クイント")]}), """
        -     terms: {en: [Quint]}
        +     terms:
        +       en:
        +         - text: Quint
        +           status: admitted
        +       ja:
        +         - text: クイント
        +           status: admitted
    """),
}  # fmt: skip


@pytest.mark.parametrize(("change", "lines"), CASES.values(), ids=CASES)
def test_only_the_lines_of_a_change_change(change, lines):
    assert [line.rstrip() for line in changed(change)] == [line.rstrip() for line in dedent(lines).strip("\n").splitlines()]


def test_a_new_entry_stands_behind_the_last_one_and_its_comments():
    assert changed(lambda entries: entries.append({"id": "aukus", "terms": {"en": [{"text": "AUKUS", "status": "preferred"}]}})) == [
        "+ ",
        "+   - id: aukus",
        "+     terms:",
        "+       en:",
        "+         - text: AUKUS",
        "+           status: preferred",
    ]


def test_what_is_put_in_behind_an_item_that_goes_does_not_get_lost():
    text = "proposals:\n  - number: 1\n    action: add-term\n    concept: a\n  - number: 2\n    action: add-term\n    concept: b\n"
    new = {
        "proposals": [{"number": "1", "action": "add-term", "concept": "a"}],
        "closed": [{"number": "2", "action": "add-term", "concept": "b"}],
    }
    result = SourceText.of(text.encode()).edited(revise(text, slot_of("queue"), tree(text), new))
    assert result == (
        "proposals:\n  - number: 1\n    action: add-term\n    concept: a\nclosed:\n  - number: 2\n    action: add-term\n    concept: b\n"
    )


def test_the_same_values_make_no_edit():
    assert revise(FILE, slot_of("file"), tree(FILE), plain(tree(FILE))) == ()


@pytest.mark.parametrize(("text", "new"), [
    ("{concepts: [{id: a, terms: {en: [A]}}]}  # all in braces\n", {"concepts": [{"id": "a", "terms": {"en": [term("B")]}}]}),
    ("# Head.\nsubject: x\nconcepts: []\n", {"concepts": [{"id": "a", "terms": {"en": [term("B")]}}]}),
    ("concepts:\n- id: a\n  terms: {en: [A]}\n  # foot\n", {"concepts": []}),
    ("concepts:\n-\n  # above\n  id: a\n  kind: place\n", {"concepts": [{"kind": "place", "id": "a", "note": {"en": "x"}}]}),
    ("concepts:\n  - kind: place\n    id: a # beside\n    broader: b\n", {"concepts": [{"id": "a", "broader": "b"}]}),
])  # fmt: skip
def test_files_in_other_forms_are_spliced_or_written_anew(text, new):
    result = spliced(text, new)
    assert plain(tree(result)) == new
    assert all(comment in result for comment in ("# all in braces", "# Head.", "# above", "# beside") if comment in text)


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_line_ends_stay(newline):
    text = FILE.replace("\n", newline)
    source = SourceText.of(text.encode())
    new = copy.deepcopy(plain(tree(FILE)))
    put("0.terms.en.0.status", "admitted")(new["concepts"])
    put("0.note", {"en": "x"})(new["concepts"])
    result = source.edited(revise(source.text, slot_of("file"), tree(source.text), new))
    assert result.replace(newline, "\n") == spliced(FILE, new)
    assert result.count(newline) == result.replace("\r\n", "\n").replace("\r", "\n").count("\n")


def test_mixed_line_ends_stay_outside_of_what_changes():
    lines = FILE.split("\n")
    text = "".join(line + ("\r\n" if number % 3 == 0 else "\n") for number, line in enumerate(lines[:-1]))
    source = SourceText.of(b"\xef\xbb\xbf" + text.encode())
    new = copy.deepcopy(plain(tree(FILE)))
    put("0.terms.en.0.status", "admitted")(new["concepts"])
    result = source.edited(revise(source.text, slot_of("file"), tree(source.text), new))
    assert result == "\ufeff" + text.replace("status: preferred", "status: admitted")
