"""The format as data: schema and page follow from the table, agree with the reader, and are committed as generated."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from termbase_bad_samples import BAD, Bad

from glossary import model
from glossary.errors import TermbaseError
from glossary.termbase.generate import main, pages
from glossary.termbase.jsonschema import json_schema
from glossary.termbase.positions import parse
from glossary.termbase.problems import Context
from glossary.termbase.reader import load
from glossary.termbase.reference import reference_page
from glossary.termbase.schema import CONCEPT, RECORDS, TERM
from glossary.termbase.shapes import Entry, Keyed, Many, Shape
from glossary.termbase.values import _reader

ROOT = Path(__file__).parents[2]
VALIDATOR = jsonschema.Draft202012Validator(json_schema())
FIELDS = [(record, field) for record in RECORDS.values() for field in record.fields]


def plain(text: str) -> Any:
    """Return YAML as the termbase takes it: strings, lists, mappings."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def test_the_schema_is_one_of_draft_2020_12():
    jsonschema.Draft202012Validator.check_schema(json_schema())


@pytest.mark.parametrize("path", sorted((ROOT / "terms").rglob("*.yaml")), ids=lambda path: path.name)
@pytest.mark.parametrize("loader", [yaml.CBaseLoader, yaml.CSafeLoader])
def test_the_schema_accepts_the_curated_files(path, loader):
    # SafeLoader stands for an editor that types plain values; its dates are no JSON, so they go back to text.
    data = json.loads(json.dumps(yaml.load(path.read_text("utf-8"), Loader=loader), default=str))
    assert [error.message for error in VALIDATOR.iter_errors(data)][:3] == []


@pytest.mark.parametrize("bad", [bad for bad in BAD if bad.schema is not None], ids=lambda bad: bad.name)
def test_the_schema_rejects_what_the_reader_rejects(bad: Bad):
    assert VALIDATOR.is_valid(plain(bad.text)) is not bad.schema


@pytest.mark.parametrize("text", [
    "format: 1\ntitle: x\n",
    "format: 1\ntitle: x\nprofiles: [{id: a, title: {en: A}}]\n",
    "concepts: []\n",
    "concepts: [{id: a, terms: {en: [A, {text: B, note: {en: x}}]}, broader: b, related: [c]}]\n",
    "concepts: [{extends: a, prefer: {en: A}, forbid: {en: [B, {text: C, reason: style}]}}]\n",
    "concepts: [{id: a, members: b, terms: {zh-Hans: [{text: 日, misread: no, valid: {until: 2000}}]}}]\n",
])  # fmt: skip
def test_the_schema_accepts_good_files_as_read_and_as_typed(text):
    assert VALIDATOR.is_valid(plain(text))
    assert VALIDATOR.is_valid(yaml.safe_load(text))


@pytest.mark.parametrize(("record", "field"), FIELDS, ids=lambda value: value.name)
def test_the_example_of_every_field_is_read_without_complaint_and_valid(record, field):
    context = Context("x", [], [])
    root = parse(f"{field.name}: {field.example}".encode(), "x").root
    value = _reader(field.shape)(root.value[0][1], context, field.name)
    assert value is not None
    assert context.problems == []
    schema = {**json_schema()["$defs"][record.name]}
    schema = schema.get("else") or (schema.get("anyOf", [{}])[-1] if "properties" not in schema else schema)
    part = {**schema["properties"][field.name], "$defs": json_schema()["$defs"]}
    assert jsonschema.Draft202012Validator(part).is_valid(plain(field.example))


def test_the_example_of_every_field_is_one_line_of_the_page():
    page = reference_page()
    assert not [field.name for _, field in FIELDS if f"`{field.name}: {field.example}`" not in page]
    assert not [record.title for record in RECORDS.values() if f"## {record.title}\n" not in page]


def test_the_small_file_on_the_page_is_a_good_one(tmp_path):
    text = reference_page().split("```yaml\n")[1].split("```")[0]
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    assert load([tmp_path], given=True).termbase["information-security-agreement"]


@pytest.mark.parametrize(("record", "struct", "rest"), [
    (TERM, model.Term, {"language", "derived", "layer", "place"}),
    (CONCEPT, model.Concept, {"layer", "place"}),
])  # fmt: skip
def test_the_table_has_every_field_of_the_model(record, struct, rest):
    assert {field.into or field.name for field in record.fields} | rest == set(struct.__struct_fields__)


def test_every_record_is_used():
    def records(shape: Shape) -> set[str]:
        match shape:
            case Many() | Keyed():
                return records(shape.of)
            case Entry():
                return {shape.record}
        return set()

    used = {name for record in RECORDS.values() for field in record.fields for name in records(field.shape)}
    assert set(RECORDS) - used == {"manifest", "file", "overlay", "queue"}


@pytest.mark.parametrize("name", pages())
def test_the_committed_page_is_current(name):
    assert (ROOT / "docs" / name).read_bytes().decode() == pages()[name], "run python -m glossary.termbase.generate"


def test_generating_writes_both_files(tmp_path):
    main([str(tmp_path)])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["format.md", "termbase.schema.json"]
    assert json.loads((tmp_path / "termbase.schema.json").read_bytes()) == json_schema()


def test_the_curated_termbase_loads():
    try:
        loaded = load([ROOT / "terms"])
    except TermbaseError as error:
        pytest.fail("\n".join(map(str, error.problems)))
    assert [str(warning) for warning in loaded.warnings] == []
