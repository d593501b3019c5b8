"""Counts of a termbase."""

from __future__ import annotations

from glossary.stats import count

ENTRIES = """\
- id: quad
  kind: organisation
  subject: groupings
  terms:
    en: [{text: Quad, status: preferred}, {text: Quartet, status: deprecated, stage: proposed}]
    ja: [クアッド]
  sources: [{title: T}]
  history: [{act: proposed}, {act: decided}]
- id: kishida
  names: {en: {family: Kishida, given: Fumio}}
- id: old
  terms: {en: [{text: Old, status: superseded}], ja: [旧]}
  history: [{act: proposed}]
- {id: foods, kind: shield, terms: {en: [Nissin Foods], ko: [x]}}
"""


def test_terms_are_counted_by_language_and_status_and_entries_by_what_they_have(entries):
    counts = count(entries(ENTRIES, "format: 1\ntitle: T\nlanguages: [en, ja]\n").termbase)
    assert (counts.concepts, counts.shields, counts.terms, counts.proposed_terms) == (4, 1, 7, 1)
    assert counts.derived > 0
    assert counts.by_language == {
        "en": {"preferred": 1, "admitted": 1, "superseded": 1, "deprecated": 1},
        "ja": {"preferred": 0, "admitted": 2, "superseded": 0, "deprecated": 0},
        "ko": {"preferred": 0, "admitted": 1, "superseded": 0, "deprecated": 0},
    }
    assert counts.by_kind == {"person": 1, "organisation": 1, "phrase": 1, "shield": 1}
    assert counts.by_subject == {"groupings": 1, "": 3}
    assert counts.by_stage == {"decided": 1, "proposed": 1, "": 1}
    # A wrong or outdated form is no name; a derived one is.
    assert counts.named == {"en": 2, "ja": 2}
    assert (counts.complete, counts.sourced) == (1, 1)


def test_a_termbase_that_names_no_languages_covers_those_of_its_terms(entries):
    counts = count(entries(ENTRIES).termbase)
    assert counts.languages == ("en", "ja", "ko")
    assert counts.complete == 0


def test_an_empty_termbase_has_nothing(folder):
    from glossary.termbase.reader import load

    counts = count(load([folder({"a.yaml": "concepts: []\n"})]).termbase)
    assert (counts.concepts, counts.terms, counts.languages, counts.by_language) == (0, 0, (), {})
