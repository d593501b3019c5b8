"""The checks that need no matcher: each with entries that are wrong and entries that only look so."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.check.entries import check_entries
from glossary.findings import Severity
from glossary.termbase.reader import load
from glossary.termbase.words import is_ordinary

MANIFEST = "format: 1\ntitle: Test\nlanguages: [en, ja, zh-Hans, zh-Hant]\nprofiles: [{id: japan}, {id: prc}]\n"


@pytest.fixture
def codes(entries):
    """Return the message ids that checking some entries gives."""

    def make(text: str) -> list[str]:
        return [problem.message_id for problem in check_entries(entries(text, MANIFEST).termbase)]

    return make


def term(text: str) -> str:
    """Return an entry with one English term, in flow style."""
    return f"- {{id: x, terms: {{en: [{{{text}}}]}}}}"


def terms(*texts: str, language: str = "en") -> str:
    return f"- {{id: x, terms: {{{language}: [{', '.join(f'{{{text}}}' for text in texts)}]}}}}"


QUINT = "- {id: y, terms: {en: [{text: Quint, status: preferred}]}}\n"
CASES = (
    # two preferred forms
    ("check.two-preferred", terms("text: A1, status: preferred", "text: B1, status: preferred")),
    ("check.two-preferred", terms("text: A1, status: preferred, region: [US]", "text: B1, status: preferred, region: [GB, US]")),
    ("check.two-preferred", terms("text: A1, status: preferred, profile: japan", "text: B1, status: preferred, profile: [prc, japan]")),
    ("", terms("text: A1, status: preferred", "text: B1, status: preferred, type: short")),
    ("", terms("text: A1, status: preferred", "text: B1, status: preferred, region: [US]")),
    ("", terms("text: A1, status: preferred", "text: B1, status: preferred, profile: japan")),
    ("", terms("text: A1, status: preferred, region: [TW]", "text: B1, status: preferred, region: [HK]")),
    ("", terms("text: A1", "text: B1")),
    ("check.twin", terms("text: A1", "text: A1")),
    ("", terms("text: A1, region: [TW]", "text: A1, region: [HK]")),
    ("", terms("text: A1", "text: A1, type: short")),
    # references
    ("check.no-concept", "- {id: x, terms: {en: [A1]}, broader: y}"),
    ("check.no-concept", "- {id: x, terms: {en: [A1]}, narrower: [x, y]}"),
    ("check.no-concept", "- {id: x, terms: {en: [A1]}, related: y}"),
    ("check.no-concept", "- {id: x, kind: organisation, terms: {en: [A1]}, members: y}"),
    ("check.no-concept", "- {id: x, terms: {en: [A1]}, confusable: {en: [{text: B, to: y}]}}"),
    ("check.no-concept", term("text: A1, near: {concepts: [y]}")),
    ("check.no-concept", term("text: A1, unless: {concepts: [y]}")),
    ("", term("text: A1, near: {concepts: [x]}")),
    ("check.near-too-many", term("text: A1, near: {concepts: [x], at_least: 2}")),
    ("check.no-profile", term("text: A1, profile: korea")),
    ("check.no-language", "- {id: x, terms: {fr: [A1]}}"),
    # wrong forms that are right
    ("check.deprecated-right-own", terms("text: Quad Group", "text: quad group, status: deprecated")),
    ("check.deprecated-right-own", terms("text: Japan–NZ, status: preferred", "text: Japan-NZ, status: deprecated")),
    ("check.deprecated-right-own", terms("text: A1, forms: [B1]", "text: B1, status: deprecated")),
    ("", terms("text: Quad Group", "text: quad group, status: deprecated, case: exact")),
    ("", terms("text: A1, region: [TW]", "text: A1, status: deprecated, region: [HK]", language="zh-Hant")),
    ("", terms("text: A1, profile: japan", "text: A1, status: deprecated, profile: prc")),
    ("check.deprecated-right-other", QUINT + term("text: QUINT, status: deprecated, case: ignore")),
    ("check.deprecated-right-other", "- {id: y, kind: shield, terms: {en: [Nissin]}}\n" + term("text: Nissin, status: deprecated")),
    ("", QUINT + term("text: Quint, status: deprecated, near: {concepts: [y]}")),
    ("", "- {id: y, terms: {en: [Quint]}}\n" + term("text: Quint, status: deprecated")),
    # ordinary words
    ("check.ordinary", term("text: information, status: deprecated, reason: false-friend")),
    ("check.ordinary", term("text: joint statements, status: deprecated")),
    ("", term("text: information, status: deprecated, only_when: {source: 情报}")),
    ("", term("text: information, status: deprecated, reason: style")),
    ("", term("text: information")),
    ("", term("text: intelligence protection agreement, status: deprecated")),
    ("", term("text: Nissin, status: deprecated")),
    ("", term("text: polish, status: deprecated, case: exact")),
    ("", term("text: infromation, status: deprecated, reason: misspelling")),
    # surfaces
    ("check.brackets", term("text: 'Quad (group)'")),
    ("check.brackets", term("text: '四方（会谈）'")),
    ("check.brackets", term("text: A1, forms: ['A [1]']")),
    ("check.quotation-marks", term("text: '“Quad”'")),
    ("check.quotation-marks", term("text: '\"Quad\"'")),
    ("check.quotation-marks", term("text: \"the 'Quad' group\"")),
    ("check.quotation-marks", term("text: '《条约》'")),
    ("", term("text: People’s Republic")),
    ("", term("text: \"People's Republic\"")),
    ("check.semicolon", term("text: 'A1; B1'")),
    ("check.alternatives", term("text: Senkaku / Diaoyu")),
    ("", term("text: Senkaku / Diaoyu, type: dual")),
    ("", term("text: Senkaku/Diaoyu Islands, type: dual")),
    ("", term("text: TCP/IP")),
    ("check.spaces", term("text: 'Quad '")),
    ("check.spaces", term("text: ' Quad'")),
    ("check.spaces", term("text: 'the  Quad'")),
    ("check.control", term('text: "Qu\\u200Bad"')),
    ("check.control", term('text: "Qu\\tad"')),
    ("", term("text: 葛󠄀城")),
    ("check.never-matches", term("text: ・・・")),
    ("check.never-matches", term("text: A1, forms: ['–']")),
    ("check.not-in", terms("text: 日新, not_in: [日進月歩]", language="ja")),
    ("", terms("text: 日新, not_in: [日新月异]", language="zh-Hans")),
    ("", term("text: Quad, not_in: [quadrant]")),
    # evidence
    ("check.no-examples", term("text: A1, examples: {match: []}")),
    ("check.no-source", "- {id: x, terms: {en: [A1]}, history: [{act: decided}]}"),
    ("check.no-source", "- {id: x, terms: {en: [A1]}, history: [{act: decided}], sources: [{title: T}]}"),
    ("", "- {id: x, terms: {en: [A1]}, history: [{act: decided}], sources: [{title: T, date: 2026}]}"),
    ("", "- {id: x, terms: {en: [A1]}, history: [{act: decided}, {act: withdrawn}]}"),
)  # fmt: skip


@pytest.mark.parametrize(("code", "text"), CASES, ids=lambda value: value[:60])
def test_each_check_reports_what_is_wrong_and_nothing_else(code, text, codes):
    assert codes(text) == ([code] if code else [])


def test_several_problems_come_in_order_of_place(codes, entries):
    text = "- id: x\n  broader: y\n  terms:\n    en:\n      - text: 'A (1)'\n      - text: 'B;'\n"
    assert codes(text) == ["check.no-concept", "check.brackets", "check.semicolon"]


def test_a_problem_names_file_line_and_column_and_renders(folder):
    path = folder({"a.yaml": "concepts:\n  - id: x\n    terms: {en: [{text: 'A (1)'}]}\n"})
    (problem,) = check_entries(load([path]).termbase)
    assert (problem.severity, Path(problem.path).name, problem.line, problem.column) == (Severity.ERROR, "a.yaml", 3, 18)
    assert str(problem).startswith(f"{path / 'a.yaml'}:3:18: “A (1)” has brackets")


def test_what_may_be_meant_is_only_a_warning(entries):
    found = check_entries(entries(term("text: information, status: deprecated")).termbase)
    assert [(problem.message_id, problem.severity) for problem in found] == [("check.ordinary", Severity.WARNING)]


def test_derived_names_are_no_twins_of_each_other(codes):
    persons = "- {id: a, names: {en: {family: Kishida, given: Fumio}, ja: {family: 岸田, given: 文雄}}}\n"
    states = "- {id: s, terms: {en: [{text: Su, status: preferred}]}}\n- {id: t, terms: {en: [{text: Tu, status: preferred}]}}\n"
    assert codes(persons + states + "- {id: st, kind: bilateral, members: [s, t]}") == []


@pytest.mark.parametrize("text", ["information", "agreements", "policies", "treaties", "security forces", "joint-statement", "planned"])
def test_ordinary_words_are_known_in_all_their_forms(text):
    assert is_ordinary(text)


@pytest.mark.parametrize("text", ["", "Nissin", "nisshin", "Information", "intelligence protection agreement", "情報", "x-yzzy"])
def test_names_compounds_and_unknown_words_are_not_ordinary(text):
    assert not is_ordinary(text)


def test_the_curated_termbase_has_no_errors():
    termbase = load([Path(__file__).parents[2] / "terms"]).termbase
    assert [str(problem) for problem in check_entries(termbase) if problem.severity is Severity.ERROR] == []
