"""A termbase that goes out with a row a term and comes back is the one that went out, whatever its texts are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from glossary.interchange import FORMATS, module
from glossary.interchange.collecting import read_sheet
from glossary.interchange.exporting import export
from glossary.interchange.importing import carry_out, destination, plan, read_files
from glossary.interchange.joining import join, known
from glossary.interchange.options import Options
from glossary.interchange.sheet import ReadOptions
from glossary.model import Concept, Termbase
from glossary.termbase.layout import file_text
from glossary.termbase.plain import concept_fields
from glossary.termbase.positions import FORBIDDEN
from glossary.termbase.reader import load
from glossary.termbase.schema import CONCEPT, RECORDS, TERM
from glossary.termbase.shapes import Choice, Entry, Keyed, Many, Scalar, Shape
from glossary.termbase.tree import tree_from

ROOT = Path(__file__).parents[2]
UGLY = [
    *(
        "no",
        "012",
        "1:30",
        " #x",
        "a: b",
        "=1+1",
        "+1",
        "-1",
        "@x",
        "'x",
        '"x"',
        '"',
        ";",
        "a;b",
        "a；b",
        " x ",
        "\u3000x",
        "x\u00a0",
        "a\nb",
    ),
    *(
        "name: v",
        "𠮷",
        "🙂",
        "_x0041_",
        "𝒳",
        "\tx",
        "1e5",
        "2024-01-01",
        "TRUE",
        "#REF!",
        "'=x",
        "“x”",
        "、",
        "a, b",
        "{a: b}",
        "[a]",
        "x" * 400,
    ),
]
texts = st.one_of(
    st.sampled_from(UGLY),
    st.text(st.characters(blacklist_categories=["Cs"]), min_size=1, max_size=12).filter(
        lambda text: text.strip() and not FORBIDDEN.search(text) and "\r" not in text
    ),
).filter(lambda text: bool(text.strip()))
languages = st.sampled_from(["en", "ja", "zh-Hans", "zh-Hant", "ko"])
SCALARS = {
    "text": texts,
    "id": st.sampled_from(["one", "two", "三", "a-1"]),
    "date": st.sampled_from(["2000", "2000-10", "2000-10-01"]),
    "number": st.sampled_from(["1", "2"]),
    "region": st.sampled_from(["TW", "HK", "419"]),
    "language": languages,
    "url": st.sampled_from(["https://www.example.org/a;b", "http://x.y/?q=1"]),
    "flag": st.just("true"),
}


def values(shape: Shape) -> st.SearchStrategy[Any]:
    match shape:
        case Scalar(kind=kind):
            return SCALARS[kind]
        case Choice(values=choices):
            return st.sampled_from(choices)
        case Many(of=of):
            return st.lists(values(of), min_size=1, max_size=3)
        case Keyed(of=of):
            return st.dictionaries(languages, values(of), min_size=1, max_size=2)
        case Entry(record=record):
            return record_of(record)


def record_of(name: str) -> st.SearchStrategy[dict[str, Any]]:
    record = RECORDS[name]
    required = {field.name: values(field.shape) for field in record.fields if field.required}
    optional = {field.name: values(field.shape) for field in record.fields if not field.required and name not in ("period",)}
    if name == "period":
        return st.sampled_from([{"from": "2000"}, {"until": "2001-02"}, {"from": "1999", "until": "2003"}])
    if name == "post":
        required |= {"title": texts}
        optional.pop("until")
    if record.any_of:
        optional.pop(record.any_of[0])
        required[record.any_of[0]] = next(values(field.shape) for field in record.fields if field.name == record.any_of[0])
    return st.fixed_dictionaries(required, optional=optional).filter(bool)


terms = st.fixed_dictionaries({"text": texts}, optional={field.name: values(field.shape) for field in TERM.fields if field.name != "text"})
_LEFT_OUT = ("id", "terms", "names", "members", "kind")
details = st.fixed_dictionaries({}, optional={field.name: values(field.shape) for field in CONCEPT.fields if field.name not in _LEFT_OUT})
entries = st.tuples(
    st.dictionaries(languages, st.lists(terms, min_size=1, max_size=3), min_size=1, max_size=2),
    details,
    st.sampled_from(["phrase", "place"]),
).map(lambda three: {"kind": three[2], **three[1], "terms": three[0]})


def termbase_of(concepts: list[dict[str, Any]]) -> Termbase:
    files = {
        Path("/made/termbase.yaml"): b"format: 1\ntitle: Made\n",
        Path("/made/made.yaml"): file_text(
            "file", tree_from({"concepts": [{"id": f"c{n}", **one} for n, one in enumerate(concepts)]})
        ).encode(),  # type: ignore[arg-type]
    }
    return load([Path("/made")], unsaved=files).termbase


@pytest.mark.parametrize("suffix", FORMATS)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(concepts=st.lists(entries, min_size=1, max_size=3))
def test_ugly_texts_come_back(suffix: str, concepts: list[dict[str, Any]]) -> None:
    termbase = termbase_of(concepts)
    exported = export(termbase, suffix, f"x{suffix}")
    (sheet,) = module(suffix).read(exported.data, f"x{suffix}", ReadOptions())
    found = read_sheet(sheet, suffix, Options())
    assert not found.refused
    assert not exported.notes
    joined = join(found.drafts, known(termbase.concepts), subject="", own=True, extent=sheet.extent)
    assert (joined.added, joined.changed, joined.missing, joined.refused) == ([], [], [], [])
    made = join(found.drafts, known(()), subject="", own=True, extent=None)
    assert [{"id": one.change.concept, **one.change.fields} for one in made.added] == [plain(concept) for concept in termbase.concepts]


def plain(concept: Any) -> dict[str, Any]:
    """The fields of an entry, terms that are the same in every field once."""
    fields = concept_fields(concept)
    for language, listed in fields.get("terms", {}).items():
        fields["terms"][language] = [term for number, term in enumerate(listed) if term not in listed[:number]]
    return fields


@pytest.fixture(scope="module")
def ours() -> Termbase:
    return load([ROOT / "terms"]).termbase


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_the_termbase_of_the_project_comes_back(suffix: str, ours: Termbase, tmp_path: Path) -> None:
    exported = export(ours, suffix, f"x{suffix}")
    assert {note.code for note in exported.notes} <= {"export.shorthands"}
    sheets = read_files([(f"x{suffix}", exported.data)], Options())
    where = destination([tmp_path / "again"], given=True)
    carry_out(plan(sheets, where, Options()), directly=False, by="", date="", note="")
    again = load([tmp_path / "again"]).termbase
    assert {concept.id: values_of(concept) for concept in again.concepts} == {concept.id: values_of(concept) for concept in ours.concepts}


def values_of(concept: Concept) -> Any:
    """A concept without what says where it came from; the order of languages is no part of it."""
    bare = replace(concept, layer="", place="", terms=tuple(replace(term, layer="", place="") for term in concept.terms))
    confusable = tuple(sorted(bare.confusable, key=lambda one: one.language))
    return replace(bare, terms=tuple(sorted(bare.terms, key=lambda term: term.language)), confusable=confusable)


def test_the_same_terms_give_the_same_bytes() -> None:
    termbase = termbase_of([{"terms": {"en": [{"text": "Quad"}]}}])
    for suffix in FORMATS:
        assert export(termbase, suffix, "x").data == export(termbase, suffix, "x").data
