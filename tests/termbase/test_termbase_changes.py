"""Changes: what turns one termbase into another, and the files that have them applied."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from textwrap import dedent

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from termbase_strategies import files as generated

from glossary.errors import TermbaseError
from glossary.model import Termbase
from glossary.termbase.changes import Action, Change, apply, difference
from glossary.termbase.layout import file_text
from glossary.termbase.plain import concept_fields
from glossary.termbase.reader import load, read_termbase
from glossary.termbase.tree import tree_from

ROOT = Path(__file__).parents[2]
QUAD = """\
subject: groupings
concepts:
  # why
  - id: quad
    kind: organisation
    terms:
      en:
        - {text: Quad, status: preferred}   # beside
        - text: the Four
          status: admitted
          region: [US]
        - text: the Four
          status: admitted
          region: [AU]
      ja: [クアッド]
    contested: true
    posts: []
"""


def termbase(text: str, tmp_path: Path, name: str = "a") -> Termbase:
    path = tmp_path / f"{name}.yaml"
    path.write_text(dedent(text), "utf-8")
    return load([path], given=True).termbase


def entry(terms: str) -> str:
    return f"concepts:\n  - id: quad\n    kind: organisation\n    terms:\n      en: {terms}\n"


def test_every_field_of_the_curated_entries_comes_back_from_its_plain_value(tmp_path):
    """Writing the values of the model again gives the same model: `plain` is the inverse of `build`."""
    source = read_termbase(ROOT / "terms")
    concepts = source.concepts[::5]
    fields = {"concepts": [concept_fields(concept) for concept in concepts]}
    (tmp_path / "a.yaml").write_text(file_text("file", tree_from(fields)), "utf-8")
    again = read_termbase(tmp_path, given=True)
    assert again.problems == ()
    assert [concept_fields(one) for one in again.concepts] == fields["concepts"]
    place = re.compile(rb'"(?:place|layer)":"[^"]*"')
    assert place.sub(b"", msgspec.json.encode(again.concepts)) == place.sub(b"", msgspec.json.encode(concepts))


def test_derived_names_are_no_fields(tmp_path):
    text = "concepts: [{id: kishida, names: {en: {family: Kishida, given: Fumio}}, posts: [{title: Prime Minister, from: 2021}]}]"
    assert concept_fields(termbase(text, tmp_path)["kishida"]) == {
        "id": "kishida",
        "kind": "person",
        "names": {"en": {"family": "Kishida", "given": "Fumio"}},
        "posts": [{"title": "Prime Minister", "from": "2021"}],
    }


@pytest.mark.parametrize(("old", "new", "expected"), [
    ("[Quad]", "[{text: Quad, status: admitted, type: full}]", []),
    ("[Quad]", "[{text: Quad, status: preferred}]", [("change-term", "Quad", {"status": "preferred"}, ())]),
    ("[{text: Quad, note: {en: x}}]", "[Quad]", [("change-term", "Quad", {}, ("note",))]),
    ("[Quad]", "[Quad, Four]", [("add-term", "Four", {"text": "Four", "status": "admitted"}, ())]),
    ("[Quad, {text: Four, note: {en: x}}]", "[Quad]", [("remove-term", "Four", {}, ())]),
    ("[{text: Quad, status: preferred}, Four]", "[{text: QUAD, status: preferred}, Four]", [("change-term", "Quad", {"text": "QUAD"}, ())]),
    # Two went and two came: nobody can say which became which.
    ("[A, B]", "[C, D]", [
        ("remove-term", "A", {}, ()), ("remove-term", "B", {}, ()),
        ("add-term", "C", {"text": "C", "status": "admitted"}, ()), ("add-term", "D", {"text": "D", "status": "admitted"}, ()),
    ]),
    ("[A]", "[C, D]", [
        ("remove-term", "A", {}, ()),
        ("add-term", "C", {"text": "C", "status": "admitted"}, ()), ("add-term", "D", {"text": "D", "status": "admitted"}, ()),
    ]),
    ("[Quad]", "[{text: Quad, type: short}]", [
        ("remove-term", "Quad", {}, ()), ("add-term", "Quad", {"text": "Quad", "status": "admitted", "type": "short"}, ()),
    ]),
    ("[A, B]", "[B, A]", []),
])  # fmt: skip
def test_terms_are_the_same_by_text_and_type(old, new, expected, tmp_path):
    changes = difference(termbase(entry(old), tmp_path), termbase(entry(new), tmp_path))
    assert [(change.action.value, change.text, change.fields, change.without) for change in changes] == expected


def test_entries_are_compared_by_id(tmp_path):
    old = termbase("concepts: [{id: a, terms: {en: [A]}, broader: x}, {id: b, terms: {en: [B]}}]", tmp_path)
    new = termbase("concepts: [{id: c, terms: {en: [C]}}, {id: a, kind: place, terms: {en: [A]}}]", tmp_path)
    assert difference(old, new) == (
        Change(action=Action.ADD_CONCEPT, concept="c", fields={"kind": "phrase", "terms": {"en": [{"text": "C", "status": "admitted"}]}}),
        Change(action=Action.CHANGE_CONCEPT, concept="a", fields={"kind": "place"}, without=("broader",)),
        Change(action=Action.REMOVE_CONCEPT, concept="b"),
    )


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@pytest.mark.filterwarnings("ignore:Generating overly large repr")
@given(generated(), generated(), st.data())
def test_what_a_difference_says_can_be_applied(tmp_path_factory, old, new, data):
    """Any termbase becomes any other one, whatever was kept, added, removed and changed between them."""
    new["concepts"] += data.draw(st.lists(st.sampled_from(old["concepts"]), unique_by=lambda one: one["id"])) if old["concepts"] else []
    new["concepts"] = list({one["id"]: one for one in new["concepts"]}.values())
    new.pop("subject", None)
    new |= {name: old[name] for name in ("subject",) if name in old}
    folder = tmp_path_factory.mktemp("terms")
    sides = []
    for name, side in (("new", new), ("old", old)):
        text = file_text("file", tree_from(side))
        path = folder / "a.yaml"
        path.write_bytes(text.encode())
        source = read_termbase(folder, given=True)
        # What needs two fields at once (periods, names) is drawn at random: only what loads can be compared.
        if source.problems:
            return
        sides.append(Termbase(title=name, concepts=source.concepts))
    try:
        texts = apply(folder, difference(sides[1], sides[0]))
    except TermbaseError as error:
        if error.code != "change.term-exists":  # twins that differ in other fields than region and profile
            raise
        return
    for path, text in texts.items():
        path.write_bytes(text.encode())
    result = read_termbase(folder, given=True)
    assert not [problem for problem in result.problems if problem.code != "termbase.any-of"]
    if not result.problems:
        assert difference(Termbase(title="", concepts=result.concepts), sides[0]) == ()


def applied(folder: Path, *changes: Change, file: str = "") -> str:
    texts = apply(folder, changes, file=file)
    assert len(texts) == 1
    return next(iter(texts.values()))


def on_quad(action: Action, **rest) -> Change:
    return Change(action=action, concept="quad", **rest)


@pytest.mark.parametrize(("change", "old", "new"), [
    (on_quad(Action.CHANGE_TERM, language="en", text="Quad", fields={"status": "admitted"}),
     "{text: Quad, status: preferred}   # beside", "text: Quad  # beside\n          status: admitted"),
    (on_quad(Action.CHANGE_TERM, language="en", text="the Four", number=1, fields={"region": ["NZ"]}), "[AU]", "[NZ]"),
    (on_quad(Action.REMOVE_TERM, language="en", text="the Four"),
     "        - text: the Four\n          status: admitted\n          region: [US]\n", ""),
    (on_quad(Action.REMOVE_TERM, language="ja", text="クアッド"), "      ja: [クアッド]\n", ""),
    (on_quad(Action.ADD_TERM, language="ja", fields={"text": "日米豪印"}), "ja: [クアッド]",
     "ja:\n        - text: クアッド\n          status: admitted\n        - text: 日米豪印\n          status: admitted"),
    (on_quad(Action.ADD_TERM, language="zh-Hans", fields={"text": "四方", "status": "preferred"}), "      ja: [クアッド]\n",
     "      ja: [クアッド]\n      zh-Hans:\n        - text: 四方\n          status: preferred\n"),
    (on_quad(Action.CHANGE_CONCEPT, fields={"note": {"en": "x"}}, without=("posts",)), "    posts: []\n", ""),
    (on_quad(Action.CHANGE_CONCEPT, fields={"kind": "phrase", "subject": "groupings"}), "organisation", "phrase"),
    (on_quad(Action.CHANGE_CONCEPT, fields={"subject": "talks"}), "organisation\n", "organisation\n    subject: talks\n"),
])  # fmt: skip
def test_a_change_touches_its_own_lines_alone(change, old, new, folder):
    text = applied(folder({"a.yaml": QUAD}), change)
    expected = QUAD.replace(old, new, 1)
    if change.fields.get("note"):
        expected = expected.replace("organisation\n", "organisation\n    note:\n      en: x\n")
    assert text == expected


def test_a_new_entry_goes_to_the_file_of_its_subject_or_a_new_one(folder):
    path = folder({"a.yaml": QUAD, "sub/b.yaml": "subject: treaties\nconcepts: []\n"})
    new = {"kind": "phrase", "terms": {"en": [{"text": "A", "status": "preferred"}]}}
    for subject, file, name in (
        ("treaties", "", "sub/b.yaml"),
        ("Sea & Air: 海", "", "sea_air_海.yaml"),
        ("", "", "entries.yaml"),
        ("treaties", "c", "c.yaml"),
        ("treaties", "a.yaml", "a.yaml"),
    ):
        texts = apply(
            path, [Change(action=Action.ADD_CONCEPT, concept="a", fields={**new, "subject": subject} if subject else new)], file=file
        )
        assert list(texts) == [path / name]
        assert "id: a\n" in texts[path / name]
        assert ("subject: treaties\n    terms" in texts[path / name]) == (file == "a.yaml"), "said where the file says another one"


def test_changes_that_build_on_each_other_are_applied_in_one_go(folder):
    path = folder({"a.yaml": QUAD})
    text = applied(
        path,
        Change(action=Action.ADD_CONCEPT, concept="quint", fields={"subject": "groupings", "terms": {"en": [{"text": "Quint"}]}}),
        Change(action=Action.ADD_TERM, concept="quint", language="ja", fields={"text": "クイント"}),
        on_quad(Action.REMOVE_TERM, language="en", text="the Four"),
        on_quad(Action.CHANGE_TERM, language="en", text="the Four", number=1, fields={"status": "deprecated"}),
    )
    assert text == QUAD.replace("        - text: the Four\n          status: admitted\n          region: [US]\n", "").replace(
        "status: admitted\n          region: [AU]", "status: deprecated\n          region: [AU]"
    ) + (
        "\n  - id: quint\n    terms:\n      en:\n        - text: Quint\n          status: admitted\n"
        "      ja:\n        - text: クイント\n          status: admitted\n"
    )


def test_nothing_to_change_is_no_text(folder):
    path = folder({"a.yaml": QUAD})
    assert apply(path, []) == {}
    assert apply(path, [on_quad(Action.CHANGE_TERM, language="en", text="Quad", fields={"status": "preferred"})]) == {}


def test_what_another_change_was_made_of_is_left_as_it_is(folder):
    change = on_quad(Action.ADD_TERM, language="fr", fields={"text": "Quad", "note": {"en": "x"}})
    path = folder({"a.yaml": QUAD})
    assert applied(path, change) == applied(path, change)


@pytest.mark.parametrize(("change", "code"), [
    (Change(action=Action.CHANGE_CONCEPT, concept="quat", fields={"kind": "place"}), "change.no-concept"),
    (Change(action=Action.ADD_TERM, concept="quat", language="en", fields={"text": "A"}), "change.no-concept"),
    (Change(action=Action.REMOVE_CONCEPT, concept="quat"), "change.no-concept"),
    (on_quad(Action.CHANGE_TERM, language="en", text="Quint"), "change.no-term"),
    (on_quad(Action.REMOVE_TERM, language="en", text="Quad", type="short"), "change.no-term"),
    (on_quad(Action.REMOVE_TERM, language="en", text="Quad", number=1), "change.no-term"),
    (on_quad(Action.ADD_TERM, language="en", fields={"text": "Quad"}), "change.term-exists"),
    (on_quad(Action.ADD_TERM, language="ja", fields={"text": "クアッド"}), "change.term-exists"),
    (on_quad(Action.ADD_TERM, language="en", fields={"text": "the Four", "region": "US"}), "change.term-exists"),
    (on_quad(Action.ADD_CONCEPT), "change.concept-exists"),
])  # fmt: skip
def test_a_change_that_cannot_be_made_says_so(change, code, folder):
    with pytest.raises(TermbaseError) as caught:
        apply(folder({"a.yaml": QUAD}), [change])
    assert caught.value.code == code
    assert "quad" in str(caught.value) or "quat" in str(caught.value)


@pytest.mark.parametrize("file", ["../b", "/b", "termbase.yaml"])
def test_a_new_entry_does_not_leave_the_termbase(file, folder):
    with pytest.raises(TermbaseError) as caught:
        apply(folder({"a.yaml": QUAD}), [Change(action=Action.ADD_CONCEPT, concept="a", fields={"terms": {"en": ["A"]}})], file=file)
    assert caught.value.code == "change.bad-file"


def test_a_file_that_cannot_be_read_is_an_error_with_all_its_problems(folder):
    with pytest.raises(TermbaseError) as caught:
        apply(folder({"a.yaml": "concepts:\n  - {id: a, terms: {en: [{txt: A}]}}\n", "b.yaml": "concepts: [\n"}), [])
    assert {Path(problem.path).name for problem in caught.value.problems} == {"a.yaml", "b.yaml"}


def test_a_single_file_is_a_termbase_as_well(tmp_path):
    (tmp_path / "a.yaml").write_text(QUAD, "utf-8")
    change = Change(action=Action.ADD_CONCEPT, concept="a", fields={"subject": "x", "terms": {"en": ["A"]}})
    assert list(apply(tmp_path / "a.yaml", [change])) == [tmp_path / "a.yaml"]


def test_line_ends_and_byte_order_mark_of_a_file_stay(folder):
    path = folder({"a.yaml": b"\xef\xbb\xbf" + QUAD.replace("\n", "\r\n").encode()})
    text = applied(path, on_quad(Action.ADD_TERM, language="fr", fields={"text": "Quad"}))
    assert text.startswith("\ufeffsubject")
    assert text.count("\n") == text.count("\r\n") == QUAD.count("\n") + 3


def test_the_curated_termbase_keeps_every_other_byte(tmp_path):
    shutil.copytree(ROOT / "terms", tmp_path / "terms")
    change = Change(action=Action.CHANGE_TERM, concept="japan", language="en", text="Japan", fields={"note": {"en": "x"}})
    texts = apply(tmp_path / "terms", [change])
    ((path, text),) = texts.items()
    old = path.read_text("utf-8").split("\n")
    new = text.split("\n")
    assert len(new) == len(old) + 1
    assert [line for line in new if line not in set(old)] == ["          note: {en: x}"]
