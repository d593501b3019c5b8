"""New entries from names, the entry and the term that somebody means, and what they say of its fields."""

from __future__ import annotations

import pytest

from glossary.editing.assignments import assigned, by_language
from glossary.editing.entries import find_concept, find_term, id_from, namesakes
from glossary.errors import UsageError
from glossary.termbase.schema import CONCEPT, TERM

ENTRIES = """\
- id: quad
  terms:
    en:
      - {text: Quad, forms: [the QUAD Group]}
      - {text: Four, region: [US]}
      - {text: Four, region: [AU]}
      - {text: Four, type: short}
    ja: [クアッド, Quad]
- id: quint
  terms: {en: [Quint, Four]}
- id: kishida
  names: {en: {family: Kishida, given: Fumio}}
"""


@pytest.fixture
def termbase(entries):
    return entries(ENTRIES).termbase


@pytest.mark.parametrize(("texts", "id"), [
    (["Pacific Islands Forum"], "pacific-islands-forum"),
    (["Côte d'Ivoire"], "cote-divoire"),
    (["クアッド", "The “Quad”!"], "the-quad"),
    (["2+2"], ""),
    (["クアッド"], ""),
    ([], ""),
])  # fmt: skip
def test_an_id_is_made_of_the_first_name_with_latin_letters(texts, id):
    assert id_from(texts) == id


@pytest.mark.parametrize(("language", "text", "found"), [
    ("en", "QUAD", ["quad"]),
    ("en", "the Quad  group", ["quad"]),
    ("en", "ｑｕａｄ", ["quad"]),
    ("ja", "ｸｱｯﾄﾞ", ["quad"]),
    ("zh-Hans", "Quad", []),
    ("en", "kishida", ["kishida"]),
])  # fmt: skip
def test_a_name_is_known_however_it_is_typed(termbase, language, text, found):
    assert [concept.id for concept, _ in namesakes(termbase, language, text)] == found


def test_an_entry_is_meant_by_id_or_by_a_name_of_its_own(termbase):
    assert find_concept(termbase, "quint").id == find_concept(termbase, "QUINT").id == "quint"
    for name, code in (("four", "edit.several"), ("quat", "edit.no-concept-near"), ("zzzz", "edit.no-concept")):
        with pytest.raises(UsageError) as caught:
            find_concept(termbase, name)
        assert caught.value.code == code


def test_a_term_is_meant_by_its_text_and_what_tells_it_apart(termbase):
    quad = termbase["quad"]
    found = find_term(quad, "four", type="short")
    assert (found.language, found.text, found.type, found.number) == ("en", "Four", "short", 0)
    assert find_term(quad, "quad", language="ja").language == "ja"
    assert find_term(quad, "クアッド").text == "クアッド"
    for text, code in (("Four", "edit.several-terms"), ("Quad", "edit.several-terms"), ("Five", "edit.no-term")):
        with pytest.raises(UsageError) as caught:
            find_term(quad, text)
        assert caught.value.code == code
    with pytest.raises(UsageError):
        find_term(termbase["kishida"], "Kishida")  # derived: there is nothing to change


@pytest.mark.parametrize(("record", "assignments", "fields"), [
    (TERM, ["status=admitted", "note.en=a=b: c"], {"status": "admitted", "note": {"ja": "x", "en": "a=b: c"}}),
    (TERM, ["note.en=1", "note.zh-Hans=2"], {"note": {"ja": "x", "en": "1", "zh-Hans": "2"}}),
    (TERM, ["region=TW"], {"region": ["TW"]}),
    (TERM, ["region=[TW, HK]"], {"region": ["TW", "HK"]}),
    (TERM, ["near={concepts: [a], within: sentence}"], {"near": {"concepts": ["a"], "within": "sentence"}}),
    (CONCEPT, ["contested=true", "posts=[{title: PM, from: 2021}]"], {"contested": "true", "posts": [{"title": "PM", "from": "2021"}]}),
    (TERM, [" reading = か な"], {"reading": " か な"}),
])  # fmt: skip
def test_a_field_is_set_as_it_is_typed_or_as_yaml(record, assignments, fields):
    assert assigned(record, assignments, {"note": {"ja": "x"}}) == fields


@pytest.mark.parametrize(("assignment", "code"), [
    ("status", "edit.not-assignment"),
    ("=x", "edit.not-assignment"),
    ("statsu=x", "edit.no-field-near"),
    ("xyz=x", "edit.no-field"),
    ("status.en=x", "edit.no-parts"),
    ("near={concepts: [a}", "edit.bad-value"),
])  # fmt: skip
def test_what_is_no_assignment_says_what_to_write(assignment, code):
    with pytest.raises(UsageError) as caught:
        assigned(TERM, [assignment], {})
    assert caught.value.code == code


def test_a_name_says_its_language():
    assert by_language(["en=A=B", "ja = 日本"]) == [("en", "A=B"), ("ja", "日本")]
    for wrong in ("Quad", "en=", "en= "):
        with pytest.raises(UsageError):
            by_language([wrong])
