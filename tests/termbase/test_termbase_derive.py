"""Names that follow from others: of persons in both orders, of bilaterals as noun and attributive."""

from __future__ import annotations

import pytest

STATES = """
- id: japan
  terms: {en: [{text: Japan, status: preferred}]}
- id: new-zealand
  terms: {en: [{text: New Zealand, status: preferred}, {text: NZ, type: acronym, status: preferred}]}
- id: united-states
  terms: {en: [{text: United States, status: preferred, article: the}]}
- id: uk
  terms: {en: [{text: UK, status: preferred, type: short}, United Kingdom]}
- id: nameless
  terms: {ja: [{text: 無名, status: preferred}]}
"""


def rows(concept, language):
    return [(term.text, term.type.value, term.status.value) for term in concept.terms if term.language == language]


def test_an_english_name_has_both_orders_and_the_family_name(concept):
    found = concept("names: {en: {family: Kishida, given: Fumio}}")
    assert rows(found, "en") == [
        ("Fumio Kishida", "full", "preferred"),
        ("Kishida Fumio", "full", "admitted"),
        ("Kishida", "short", "admitted"),
    ]
    assert {(term.derived, term.mix, term.layer, term.place == found.place) for term in found.terms} == {(True, "free", "Test", True)}
    assert [term.case for term in found.terms] == ["", "", "exact"]


def test_a_full_name_that_is_given_stands_first(concept):
    assert rows(concept("names: {en: {family: Xi, given: Jinping, full: Xi Jinping}}"), "en") == [
        ("Xi Jinping", "full", "preferred"),
        ("Jinping Xi", "full", "admitted"),
        ("Xi", "short", "admitted"),
    ]


@pytest.mark.parametrize(("name", "texts"), [("given: Suharto", ["Suharto"]), ("full: Sukarno", ["Sukarno"]), ("family: Kono", ["Kono"])])
def test_a_person_with_one_name_has_one_form(name, texts, concept):
    assert [text for text, _, _ in rows(concept(f"names: {{en: {{{name}}}}}"), "en")] == texts


def test_a_written_form_is_not_derived_again_and_keeps_its_status(concept):
    found = concept("""
        names: {en: {family: Kishida, given: Fumio}}
        terms:
          en:
            - {text: Kishida Fumio, status: preferred}
            - {text: Kishida, status: deprecated, reason: style}
    """)
    assert rows(found, "en") == [
        ("Kishida Fumio", "full", "preferred"),
        ("Kishida", "full", "deprecated"),
        ("Fumio Kishida", "full", "admitted"),
    ]


def test_a_japanese_name_joins_and_carries_its_reading(concept):
    found = concept("names: {ja: {family: 岸田, given: 文雄, reading: きしだ ふみお}}").terms
    assert [(term.text, term.reading, term.forms, term.type.value) for term in found] == [
        ("岸田文雄", "きしだ ふみお", ("岸田 文雄",), "full"),
        ("岸田", "きしだ", (), "short"),
    ]


@pytest.mark.parametrize("reading", ["ジャシンダ アーダーン", "ジャシンダ・アーダーン"])
def test_a_katakana_name_goes_given_name_first_with_a_dot(reading, concept):
    found = concept(f"names: {{ja: {{family: アーダーン, given: ジャシンダ, reading: {reading}}}}}").terms
    assert [(term.text, term.reading) for term in found] == [
        ("ジャシンダ・アーダーン", reading),
        ("アーダーン", "アーダーン"),
    ]
    assert found[0].forms == ("ジャシンダ アーダーン", "ジャシンダアーダーン")


def test_a_chinese_name_joins_and_carries_its_pinyin(concept):
    found = concept("names: {zh-Hans: {family: 岸田, given: 文雄, pinyin: Àntián Wénxióng}}").terms
    assert [(term.text, term.pinyin) for term in found] == [("岸田文雄", "Àntián Wénxióng"), ("岸田", "Àntián")]


def test_a_foreign_name_in_chinese_is_as_written_in_full(concept):
    found = concept("names: {zh-Hans: {full: 杰辛达·阿德恩, family: 阿德恩, pinyin: Jiéxīndá Ādé'ēn}}").terms
    assert [(term.text, term.pinyin) for term in found] == [("杰辛达·阿德恩", "Jiéxīndá Ādé'ēn"), ("阿德恩", "Ādé'ēn")]


@pytest.mark.parametrize(("language", "name"), [("zh-Hans", "{family: 习, given: 近平}"), ("ja", "{family: 林, given: 芳正}")])
def test_a_family_name_of_one_character_does_not_stand_alone(language, name, concept):
    assert [text for text, _, _ in rows(concept(f"names: {{{language}: {name}}}"), language)] in (["习近平"], ["林芳正"])


def test_a_reading_that_cannot_be_split_stays_with_the_full_name(concept):
    found = concept("names: {ja: {family: 岸田, given: 文雄, reading: きしだふみお}}").terms
    assert [term.reading for term in found] == ["きしだふみお", ""]


def test_a_bilateral_has_both_orders_of_noun_and_attributive(entries):
    found = entries(STATES + "- {id: x, kind: bilateral, members: [japan, new-zealand]}").termbase["x"]
    assert rows(found, "en") == [
        ("Japan and New Zealand", "full", "preferred"),
        ("New Zealand and Japan", "full", "admitted"),
        ("Japan–New Zealand", "attributive", "preferred"),
        ("New Zealand–Japan", "attributive", "admitted"),
    ]
    assert {(term.derived, term.mix) for term in found.terms} == {(True, "free")}


def test_the_article_of_a_member_goes_where_it_belongs(entries):
    found = entries(STATES + "- {id: x, kind: bilateral, members: [japan, united-states]}").termbase["x"]
    assert [(term.text, term.article, term.forms) for term in found.terms] == [
        ("Japan and the United States", "", ("Japan and United States",)),
        ("United States and Japan", "the", ()),
        ("Japan–United States", "", ()),
        ("United States–Japan", "", ()),
    ]


def test_a_written_attributive_form_stays_the_preferred_one(entries):
    text = "- {id: x, members: [japan, new-zealand], terms: {en: [{text: NZ–Japan, type: attributive, status: preferred}]}}"
    found = entries(STATES + text).termbase["x"]
    assert [text for text, kind, status in rows(found, "en") if (kind, status) == ("attributive", "preferred")] == ["NZ–Japan"]


def test_a_member_without_full_form_goes_by_its_short_one(entries):
    found = entries(STATES + "- {id: x, kind: bilateral, members: [japan, uk]}").termbase["x"]
    assert rows(found, "en")[0][0] == "Japan and UK"


def test_a_member_without_english_name_warns_and_derives_nothing(entries):
    loaded = entries(STATES + "- {id: x, kind: bilateral, members: [japan, nameless], terms: {ja: [日無]}}")
    assert rows(loaded.termbase["x"], "en") == []
    assert [warning.code for warning in loaded.warnings] == ["termbase.unnamed-member"]


def test_a_group_of_three_derives_nothing(entries):
    assert not entries(STATES + "- {id: x, kind: bilateral, members: [japan, uk, new-zealand]}").termbase["x"].terms


def test_a_missing_member_is_named_with_its_place(folder, problems):
    path = folder({"a.yaml": "concepts:\n  - {id: japan, terms: {en: [Japan]}}\n  - {id: x, members: [japan, atlantis]}\n"})
    (found,) = problems(path)
    assert (found.code, found.arguments["line"], found.arguments["member"]) == ("termbase.no-member", 3, "atlantis")


def test_kinds_other_than_bilateral_derive_nothing_from_members(entries):
    assert not entries(STATES + "- {id: x, kind: organisation, members: [japan, uk]}").termbase["x"].terms
