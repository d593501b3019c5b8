"""Layers: what an overlay entry does to single terms, and what the merged termbase says of itself."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from glossary.model import Reason, Status
from glossary.termbase.reader import load

BASE = """
concepts:
  - id: senkaku-islands
    kind: place
    contested: true
    note: {en: Old note., ja: 注}
    terms:
      en:
        - {text: Senkaku Islands, status: preferred, profile: [japan]}
        - {text: Diaoyu Dao, status: preferred, profile: [prc]}
        - {text: Senkakus, type: short}
        - {text: Senkaku/Diaoyu Islands, status: preferred, type: dual, profile: [neutral]}
        - {text: Sentaku Islands, status: deprecated, reason: misspelling, near: {concepts: [japan]}}
    sources: [{title: Base}]
    history: [{act: decided}]
  - id: new-zealand
    kind: state
    terms:
      en: [{text: New Zealand, status: preferred}]
      zh-Hant:
        - {text: 紐西蘭, status: preferred, region: [TW]}
        - {text: 新西蘭, status: preferred, region: [HK, MO]}
  - id: japan
    kind: state
    terms: {en: [{text: Japan, status: preferred}]}
  - id: japan-new-zealand
    kind: bilateral
    members: [japan, new-zealand]
  - id: kishida-fumio
    kind: person
    names: {en: {family: Kishida, given: Fumio}}
"""


@pytest.fixture
def house(folder):
    """Load the base with one overlay entry over it, and return the changed concept."""

    def make(id: str, changes: str):
        base = folder({"a.yaml": BASE}, name="base", manifest="format: 1\ntitle: Base\n")
        text = f"concepts:\n  - extends: {id}\n" + "".join(f"    {line}\n" for line in dedent(changes).strip().split("\n"))
        own = folder({"b.yaml": text}, name="house", manifest="format: 1\ntitle: House\n")
        loaded = load([base, own])
        return loaded.termbase[id], loaded

    return make


def statuses(concept, language="en"):
    return {term.text: term.status.value for term in concept.terms if term.language == language}


def term(concept, text):
    (found,) = [term for term in concept.terms if term.text == text]
    return found


def test_a_preferred_form_takes_the_slot_in_every_profile(house):
    concept, _ = house("senkaku-islands", "prefer: {en: Senkaku Islands}")
    assert statuses(concept) == {
        "Senkaku Islands": "preferred",
        "Diaoyu Dao": "admitted",
        "Senkakus": "admitted",
        "Senkaku/Diaoyu Islands": "preferred",  # another type is another slot
        "Sentaku Islands": "deprecated",
    }
    assert term(concept, "Senkaku Islands").profile == ()
    assert [one.layer for one in concept.terms] == ["House", "House", "Base", "Base", "Base"]
    assert concept.layer == "House"


def test_a_preferred_form_holds_for_the_profile_that_is_named(house):
    concept, _ = house("senkaku-islands", "prefer: {en: {text: Senkakus, type: full, profile: japan}}")
    assert statuses(concept)["Senkaku Islands"] == "admitted"
    assert statuses(concept)["Diaoyu Dao"] == "preferred"


def test_a_preferred_form_for_one_region_leaves_the_others(house):
    concept, _ = house("new-zealand", "prefer: {zh-Hant: [{text: 紐西蘭, region: [HK]}]}")
    found = {(one.text, one.region, one.status.value) for one in concept.terms if one.language == "zh-Hant"}
    assert found == {("紐西蘭", ("HK",), "preferred"), ("新西蘭", ("MO",), "preferred"), ("新西蘭", ("HK",), "admitted")}


def test_a_preferred_form_without_region_is_for_all_regions(house):
    concept, _ = house("new-zealand", "prefer: {zh-Hant: 新西蘭}")
    found = {(one.text, one.region, one.status.value) for one in concept.terms if one.language == "zh-Hant"}
    assert found == {("新西蘭", (), "preferred"), ("紐西蘭", ("TW",), "admitted")}


def test_an_unknown_preferred_form_is_added(house):
    concept, _ = house("new-zealand", "prefer: {en: Aotearoa New Zealand}")
    assert statuses(concept) == {"New Zealand": "admitted", "Aotearoa New Zealand": "preferred"}


def test_a_deprecated_form_that_is_preferred_loses_reason_and_guard(house):
    concept, _ = house("senkaku-islands", "prefer: {en: Sentaku Islands}")
    found = term(concept, "Sentaku Islands")
    assert (found.status, found.reason, found.near) == (Status.PREFERRED, None, None)


def test_forbidding_marks_a_known_form_and_adds_an_unknown_one(house):
    concept, _ = house(
        "senkaku-islands",
        """
        forbid: {en: [Senkakus, {text: Senkaku Isles, reason: political, note: {en: Never.}}]}
    """,
    )
    known, unknown = term(concept, "Senkakus"), term(concept, "Senkaku Isles")
    assert (known.status, known.reason, known.layer, known.type.value) == (Status.DEPRECATED, Reason.STYLE, "House", "short")
    assert (unknown.status, unknown.reason, unknown.note) == (Status.DEPRECATED, Reason.POLITICAL, {"en": "Never."})


def test_forbidding_what_is_deprecated_keeps_reason_and_guard(house):
    concept, _ = house("senkaku-islands", "forbid: {en: Sentaku Islands}")
    found = term(concept, "Sentaku Islands")
    assert (found.reason, found.guarded) == (Reason.MISSPELLING, True)


def test_admitting_brings_a_form_down_or_up(house):
    concept, _ = house("senkaku-islands", "admit: {en: [Sentaku Islands, Diaoyu Dao, Pinnacle Islands]}")
    found = statuses(concept)
    assert {found[text] for text in ("Sentaku Islands", "Diaoyu Dao", "Pinnacle Islands")} == {"admitted"}


def test_hidden_forms_are_gone(house):
    concept, _ = house("senkaku-islands", "hide: {en: [Senkakus, Diaoyu Dao]}")
    assert list(statuses(concept)) == ["Senkaku Islands", "Senkaku/Diaoyu Islands", "Sentaku Islands"]


def test_hiding_nothing_warns(house):
    _, loaded = house("senkaku-islands", "hide: {en: [Senkaku]}")
    assert [warning.code for warning in loaded.warnings] == ["termbase.nothing-hidden"]


def test_added_terms_have_all_fields(house):
    concept, _ = house("senkaku-islands", "add: {en: [{text: Senkaku Is., type: short, status: preferred, use: headline}]}")
    found = term(concept, "Senkaku Is.")
    assert (found.status, found.type.value, found.use, found.layer) == (Status.PREFERRED, "short", "headline", "House")


def test_notes_replace_by_language_and_evidence_adds_up(house):
    concept, _ = house(
        "senkaku-islands",
        """
        note: {en: Never with Diaoyu in brackets.}
        sources: [{title: House}]
        history: [{act: reviewed}]
    """,
    )
    assert concept.note == {"en": "Never with Diaoyu in brackets.", "ja": "注"}
    assert [source.title for source in concept.sources] == ["Base", "House"]
    assert concept.stage == "reviewed"


def test_derived_names_follow_the_members(house):
    _, loaded = house("new-zealand", "prefer: {en: Aotearoa}")
    assert "Japan and Aotearoa" in statuses(loaded.termbase["japan-new-zealand"])


@pytest.mark.parametrize(("id", "text"), [("japan-new-zealand", "Japan–New Zealand"), ("kishida-fumio", "Kishida")])
def test_derived_names_can_be_hidden_and_forbidden(id, text, house, tmp_path):
    concept, loaded = house(id, f"hide: {{en: {text}}}")
    assert text not in statuses(concept)
    assert not loaded.warnings


def test_a_derived_name_can_be_preferred(house):
    concept, _ = house("kishida-fumio", "prefer: {en: Kishida Fumio}")
    assert statuses(concept) == {"Fumio Kishida": "admitted", "Kishida Fumio": "preferred", "Kishida": "admitted"}


@pytest.mark.parametrize(("text", "code", "place"), [
    ("- extends: nowhere\n    hide: {en: x}", "termbase.dangling-extends", "2:5"),
    ("- id: japan\n    terms: {en: [Japan]}", "termbase.defined-before", "2:5"),
    ("- extends: japan\n    prefer: {en: [{text: Japan, status: admitted}]}", "termbase.overlay-status", "3:19"),
    ("- extends: japan\n    add: {en: [Japan]}", "termbase.added-twice", "3:16"),
    ("- extends: japan\n    hide: {en: x}\n  - extends: japan\n    hide: {en: y}", "termbase.duplicate-overlay", "4:5"),
])  # fmt: skip
def test_a_broken_overlay_is_named_with_its_place(text, code, place, folder, problems):
    base = folder({"a.yaml": BASE}, name="base")
    own = folder({"b.yaml": "concepts:\n  " + text + "\n"}, name="house")
    (found,) = problems(base, own)
    assert found.code == code
    assert str(found).startswith(f"{own / 'b.yaml'}:{place}: ")


def test_an_overlay_needs_the_base_before_it(folder, problems):
    base = folder({"a.yaml": BASE}, name="base")
    own = folder({"b.yaml": "concepts:\n  - {extends: japan, hide: {en: Japan}}\n"}, name="house")
    assert [one.code for one in problems(own, base)] == ["termbase.dangling-extends"]


def test_a_file_that_cannot_be_read_makes_no_overlay_dangle(folder, problems):
    base = folder({"a.yaml": BASE, "z.yaml": "concepts: ["}, name="base")
    own = folder({"b.yaml": "concepts:\n  - {extends: nowhere, hide: {en: x}}\n"}, name="house")
    assert [one.code for one in problems(base, own)] == ["yaml.brackets"]


def test_the_collection_is_named_after_its_first_layer(folder):
    one = "format: 1\ntitle: One\nversion: '1'\nlicence: CC0-1.0\nlanguages: [en, ja]\n"
    one += "profiles: [{id: a, title: {en: A}}, {id: b}]\ndefault_profile: a\n"
    two = "format: 1\ntitle: Two\nversion: '2'\nlanguages: [en, fr]\nprofiles: [{id: a, title: {en: Other}}]\ndefault_profile: b\n"
    folders = [folder({"a.yaml": BASE}, name="one", manifest=one), folder({"b.yaml": "concepts: []\n"}, name="two", manifest=two)]
    found = load(folders).termbase
    assert (found.title, found.version, found.licence, found.languages) == ("One", "1", "CC0-1.0", ("en", "ja", "fr"))
    assert (found.default_profile, [profile.title for profile in found.profiles]) == ("b", [{"en": "Other"}, {}])
    assert [(layer.title, Path(layer.path).name) for layer in found.layers] == [("One", "one"), ("Two", "two")]
