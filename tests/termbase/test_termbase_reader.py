"""Reading: every problem named by file, line and column; what may be written in which way; which files count."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import pytest
import yaml
from termbase_bad_samples import BAD, Bad

from glossary.errors import TermbaseError
from glossary.messages import MESSAGES
from glossary.model import Kind, Near, Period, Scope, Seen, Status, TermType
from glossary.termbase import positions
from glossary.termbase.folders import content_hash, files
from glossary.termbase.reader import load, parse_count, read_termbase

QUAD = "concepts:\n  - id: quad\n    terms: {en: [Quad]}\n"
QUINT = "concepts:\n  - id: quint\n    terms: {en: [Quint]}\n"


def places(found):
    return [(error.arguments["line"], error.arguments["column"], error.code) for error in found]


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
@pytest.mark.parametrize("parser", ["installed", "python"])
def test_a_broken_file_is_named_with_line_and_column(bad: Bad, parser, folder, problems, monkeypatch):
    if parser == "python":  # PyYAML without libyaml must say the same
        monkeypatch.setattr(positions, "_Loader", yaml.BaseLoader)
    path = folder({"bad.yaml": bad.text.encode()})
    found = problems(path)
    assert places(found) == [(bad.line, bad.column, bad.code)]
    assert str(found[0]).startswith(f"{path / 'bad.yaml'}:{bad.line}:{bad.column}: ")


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_windows_line_ends_and_a_mark_move_no_problem(bad: Bad, folder, problems):
    path = folder({"bad.yaml": ("\ufeff" + bad.text.replace("\n", "\r\n")).encode()})
    assert places(problems(path)) == [(bad.line, bad.column, bad.code)]


def test_every_message_is_one_line():
    own = [text for code, text in MESSAGES.items() if code.startswith(("termbase.", "yaml.", "check."))]
    assert len(own) > 70
    assert not [text for text in own if "\n" in text]


def test_all_problems_of_all_files_are_reported_together(folder, problems):
    path = folder(
        {
            "a.yaml": "concepts: [",
            "b.yaml": "concepts:\n  - id: 1\n    kind: x\n    terms: {en: [{text: '', status: x}]}\n",
            "c.yaml": b"concepts:\n  - \xff\n",
            "d.yaml": QUAD,
            "e.yaml": QUAD,
        }
    )
    found = problems(path)
    assert [(Path(one.path).name, one.code) for one in found] == [
        ("a.yaml", "yaml.brackets"),
        ("b.yaml", "termbase.bad-id"),
        ("b.yaml", "termbase.choice"),
        ("b.yaml", "termbase.empty"),
        ("b.yaml", "termbase.choice"),
        ("c.yaml", "termbase.not-utf8"),
        ("e.yaml", "termbase.duplicate-id"),
    ]
    assert (found[5].arguments["line"], found[5].arguments["column"]) == (2, 5)


def test_a_duplicate_id_names_both_places(folder, problems):
    path = folder({"a.yaml": QUAD, "b.yaml": "# second\n" + QUAD})
    (found,) = problems(path)
    assert str(found).startswith(f"{path / 'b.yaml'}:3:5: ")
    assert f"{path / 'a.yaml'}:2:5" in str(found)


def test_the_error_over_all_counts_and_is_one_line(folder):
    with pytest.raises(TermbaseError) as caught:
        load([folder({"a.yaml": "concepts: ["})])
    assert "problems found: 1" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_values_stay_as_typed(concept):
    text = """
        terms:
          en: [no, on, 012, 1:30, 2024-01-01, null, ~, 0x10, 1e3, true]
    """
    typed = ["no", "on", "012", "1:30", "2024-01-01", "null", "~", "0x10", "1e3", "true"]
    assert [term.text for term in concept(text).terms] == typed


def test_every_field_of_the_example_in_the_design_is_read(concept):
    found = concept("""
        terms:
          en:
            - text: Nissin
              status: deprecated
              origin: 日新
              seen: {where: Agency, date: 2022-04}
              near: {concepts: new-zealand, within: sentence, at_least: 1}
              unless: {next: [Foods], previous: Bank of}
              valid: {from: 1999, until: 2000-10}
              only_when: {source: 日新}
              translate: no
              near_miss: no
              misread: no
              mix: free
              region: US
              title_marks: 《》
              examples: {match: Nissin summit., not: [Nissin Foods.]}
              context: [The text., {text: T, source: S}]
            - Nisshin
    """)
    one, two = found.terms
    assert (one.status, one.near) == (Status.DEPRECATED, Near(("new-zealand",), Scope.SENTENCE, 1))
    assert (one.unless.next, one.unless.previous) == (("Foods",), ("Bank of",))
    assert (one.valid, one.seen) == (Period("1999", "2000-10"), Seen("Agency", "2022-04"))
    assert (one.translate, one.near_miss, one.misread, one.mix, one.region) == ("no", "no", "no", "free", ("US",))
    assert (one.examples.match, one.examples.no_match) == (("Nissin summit.",), ("Nissin Foods.",))
    assert [quoted.text for quoted in one.context] == ["The text.", "T"]
    assert (two.text, two.status, two.type) == ("Nisshin", Status.ADMITTED, TermType.FULL)


def test_entries_know_their_subject_layer_and_place(folder):
    text = "subject: groups\nconcepts:\n  - id: quad\n    terms:\n      en:\n        - text: Quad\n"
    text += "  - {id: b, subject: other, terms: {en: [B]}}\n"
    path = folder({"a.yaml": text})
    termbase = load([path]).termbase
    quad = termbase["quad"]
    assert (quad.subject, quad.layer, quad.place) == ("groups", "Test", f"{path / 'a.yaml'}:3:5")
    assert (quad.terms[0].layer, quad.terms[0].place) == ("Test", f"{path / 'a.yaml'}:6:11")
    assert termbase["b"].subject == "other"


@pytest.mark.parametrize(("fields", "kind"), [("names: {en: {family: Q}}", Kind.PERSON), ("terms: {en: [Q]}", Kind.PHRASE)])
def test_the_kind_follows_from_the_fields_where_none_is_given(fields, kind, concept):
    assert concept(fields).kind is kind


def test_the_manifest_is_read(folder):
    manifest = """
        format: 1
        title: Names
        version: 0.1.0
        licence: CC0-1.0
        languages: [en, ja]
        default_profile: neutral
        profiles:
          - {id: neutral, title: {en: Neutral}, quotations: translated, region: {zh-Hant: HK}, severities: {political: off}}
    """
    path = folder({"a.yaml": QUAD}, manifest=manifest)
    found = load([path]).termbase
    assert (found.title, found.version, found.licence, found.languages) == ("Names", "0.1.0", "CC0-1.0", ("en", "ja"))
    profile = found.profile("")
    assert (profile.id, profile.quotations, profile.region, profile.severities) == (
        "neutral", "translated", {"zh-Hant": "HK"}, {"political": "off"},
    )  # fmt: skip
    (layer,) = found.layers
    assert (layer.title, layer.path, layer.hash) == ("Names", str(path), content_hash(path))


@pytest.mark.parametrize(("manifest", "code"), [
    ("format: 2\ntitle: x\nnew: y\n", "termbase.unknown-field"),
    ("format: 2\ntitle: x\n", "termbase.format"),
    ("format: one\ntitle: x\n", "termbase.bad-number"),
    ("title: x\n", "termbase.required"),
    ("format: 1\n", "termbase.required"),
    ("format: 1\ntitle: x\ndefault_profile: neutral\n", "termbase.no-profile"),
    ("format: 1\ntitle: x\nconcepts: []\n", "termbase.unknown-field"),
    ("format: 1\ntitle: x\nprofiles: [neutral]\n", "termbase.want-fields"),
    ("- a\n", "termbase.want-fields"),
])  # fmt: skip
def test_a_broken_manifest_is_named(manifest, code, folder, problems):
    found = problems(folder({"a.yaml": QUAD}, manifest=manifest))
    assert code in [one.code for one in found]
    assert {Path(one.path).name for one in found} == {"termbase.yaml"}


def test_a_format_of_the_future_is_the_only_complaint(folder, problems):
    path = folder({"a.yaml": "entries: []\n"}, manifest="format: 2\ntitle: x\n")
    assert [one.code for one in problems(path)] == ["termbase.format"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_byte_order_marks_and_line_ends_change_no_position(mark, line_end, folder, problems):
    text = mark + "concepts:\n  - id: a\n    terms: {en: [{text: 日本, x: y}]}\n".replace("\n", line_end)
    assert places(problems(folder({"a.yaml": text.encode()}))) == [(3, 29, "termbase.unknown-field")]


def test_another_encoding_is_said_to_be_one(folder, problems):
    found = problems(folder({"a.yaml": "concepts: [日本]".encode("utf-16"), "b.yaml": "concepts: [日本]".encode("cp932")}))
    assert [one.code for one in found] == ["termbase.not-utf8", "termbase.not-utf8"]


@pytest.mark.parametrize(("line", "column", "rest"), [
    ("text: Foo #bar", 21, "#bar"),
    ("text: Foo # bar", 21, "# bar"),
    ("{text: Foo #bar\n          }", 22, "#bar"),
    ("text: Foo\n            baz #bar", 17, "#bar"),
])  # fmt: skip
def test_a_comment_that_swallows_part_of_a_value_warns(line, column, rest, folder):
    path = folder({"a.yaml": f"concepts:\n  - id: x\n    terms:\n      en:\n        - {line}\n"})
    (warning,) = load([path]).warnings
    assert (warning.code, warning.arguments["column"], warning.arguments["rest"]) == ("yaml.comment", column, rest)


def test_a_comment_is_found_with_windows_line_ends(folder):
    (warning,) = load([folder({"a.yaml": b"concepts:\r\n  - id: x\r\n    terms: {en: [A]}\r\n    subject: B #c\r\n"})]).warnings
    assert (warning.arguments["line"], warning.arguments["column"], warning.arguments["rest"]) == (4, 16, "#c")


@pytest.mark.parametrize(
    "line",
    [
        "text: Foo  # bar",
        'text: "Foo #bar"',
        "text: 'Foo' # bar",
        "text: Foo#bar",
        "{text: Foo} # bar",
        "text: Foo\n # x",
    ],
)
def test_a_comment_that_is_one_does_not_warn(line, folder):
    assert load([folder({"a.yaml": f"concepts:\n  - id: x\n    terms:\n      en:\n        - {line}\n"})]).warnings == ()


@pytest.mark.parametrize("text", ["AT&T", "R & D", "a*b", "Yahoo!", "Hey! you", "'*x'", "* x", "& x"])
def test_signs_that_only_look_like_yaml_are_text(text, concept):
    quoted = f"'{text}'" if text[0] in "*&" else text
    assert concept(f"terms: {{en: [{quoted}]}}").terms[0].text == text.strip("'")


def test_block_text_loses_only_its_last_line_end(concept):
    found = concept("""
        terms: {en: [Q]}
        definition:
          en: |
            Two
            lines
    """)
    assert found.definition["en"] == "Two\nlines"


# Which files count


def test_a_folder_is_a_termbase_only_with_a_manifest(folder, problems):
    path = folder({"a.yaml": QUAD}, manifest=None)
    assert [one.code for one in problems(path)] == ["termbase.no-manifest"]
    assert load([path], given=True).termbase.title == "terms"


def test_a_single_file_is_taken_as_given(folder, problems):
    path = folder({"client.yaml": QUAD}, manifest=None) / "client.yaml"
    assert load([path], given=True).termbase.layers[0].title == "client"
    assert [one.code for one in problems(path)] == ["termbase.no-manifest"]


def test_the_manifest_stands_for_its_folder(folder):
    path = folder({"a.yaml": QUAD})
    assert load([path / "termbase.yaml"]).termbase.get("quad")
    assert files(path / "termbase.yaml") == files(path)
    assert content_hash(path / "termbase.yaml") == content_hash(path)


def test_a_missing_folder_is_named(tmp_path, problems):
    assert [(one.code, one.path) for one in problems(tmp_path / "no")] == [("termbase.missing", str(tmp_path / "no"))]


@pytest.mark.parametrize("given", [False, True])
def test_a_folder_without_yaml_is_no_termbase(given, tmp_path, problems):
    (tmp_path / "notes.txt").write_text("x")
    assert [one.code for one in problems(tmp_path, given=given)] == ["termbase.no-files"]


def test_a_file_that_is_not_yaml_is_no_termbase(tmp_path, problems):
    (tmp_path / "notes.txt").write_text("x")
    assert [one.code for one in problems(tmp_path / "notes.txt", given=True)] == ["termbase.not-yaml"]


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions bind nobody here")
def test_a_file_that_may_not_be_read_is_named(folder, problems):
    path = folder({"a.yaml": QUAD})
    (path / "a.yaml").chmod(0)
    assert [(one.code, one.path) for one in problems(path)] == [("termbase.unreadable", str(path / "a.yaml"))]


def test_an_unreadable_file_is_named_and_the_others_are_read(folder, problems, monkeypatch):
    path = folder({"a.yaml": QUAD, "b.yaml": "concepts: {}\n"})
    read = Path.read_bytes

    def refuse(self):
        if self.name == "a.yaml":
            raise PermissionError(13, "Permission denied")
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [one.code for one in problems(path)] == ["termbase.unreadable", "termbase.want-list"]


def test_folders_below_count_but_not_hidden_ones_and_other_termbases(folder):
    path = folder({
        "z/b.yaml": QUINT, "a.yml": QUAD, ".git/c.yaml": "x", ".d.yaml": "x", "client/termbase.yaml": "x", "client/e.yaml": "x",
    })  # fmt: skip
    assert [one.relative_to(path).as_posix() for one in files(path)] == ["a.yml", "termbase.yaml", "z/b.yaml"]
    assert [concept.id for concept in load([path]).termbase.concepts] == ["quad", "quint"]


def test_the_hash_follows_content_and_names_but_not_the_place(folder):
    one = folder({"a.yaml": QUAD, "b.yaml": QUINT}, name="one")
    two = folder({"a.yaml": QUAD, "b.yaml": QUINT}, name="two")
    assert content_hash(one) == content_hash(two)
    (two / "b.yaml").rename(two / "c.yaml")
    assert content_hash(one) != content_hash(two)
    (one / "a.yaml").write_text(QUAD + "\n")
    assert len({content_hash(one), content_hash(two), content_hash(one / "a.yaml"), content_hash(one / "b.yaml")}) == 4


def test_no_folder_at_all_is_an_error():
    with pytest.raises(TermbaseError):
        load([])


# Cost


def test_ten_thousand_concepts_need_one_parse_a_file(folder):
    def entry(number: int) -> str:
        return f"  - id: c{number}\n    terms:\n      en:\n        - text: name {number}\n          status: preferred\n"

    texts = {f"{part}.yaml": "concepts:\n" + "".join(entry(part * 1000 + number) for number in range(1000)) for part in range(10)}
    path = folder(texts)
    before = parse_count()
    found = load([path]).termbase
    assert (len(found.concepts), parse_count() - before) == (10_000, 11)


@pytest.mark.parametrize("enabled", [True, False])
def test_garbage_collection_is_left_as_it_was(enabled, folder):
    path, before = folder({"a.yaml": "concepts: ["}), gc.isenabled()
    try:
        gc.enable() if enabled else gc.disable()
        with pytest.raises(TermbaseError):
            load([path])
        assert gc.isenabled() is enabled
    finally:
        gc.enable() if before else gc.disable()


def test_reading_one_termbase_never_raises(folder):
    source = read_termbase(folder({"a.yaml": "concepts: [", "b.yaml": QUAD}))
    assert ([one.code for one in source.problems], source.complete, len(source.concepts)) == (["yaml.brackets"], False, 1)


def test_garbage_collection_is_off_while_reading(folder, monkeypatch):
    seen = []
    read = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda self: (seen.append(gc.isenabled()), read(self))[1])
    load([folder({"a.yaml": QUAD})])
    assert seen
    assert not any(seen)
