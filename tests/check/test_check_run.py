"""`glossary check`: what the matcher makes of a termbase."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.check.run import check_folders
from glossary.findings import Severity

CASES = [
    (
        "an example that is not found",
        "- {id: quad, terms: {en: [{text: Quad, case: exact, examples: {match: [a quad bike]}}]}}",
        ["check.example-missed"],
    ),
    (
        "an example that should not be found",
        "- {id: quad, terms: {en: [{text: Quad, examples: {not: [a quad bike]}}]}}",
        ["check.example-found"],
    ),
    (
        "examples that hold",
        "- {id: quad, terms: {en: [{text: Quad, case: exact, examples: {match: [The Quad met.], not: [a quad bike]}}]}}",
        [],
    ),
    (
        "a shield that hides a term everywhere",
        "- {id: pair, terms: {ja: [日新]}}\n  - {id: shield, kind: shield, terms: {ja: [日新]}}",
        ["check.shielded"],
    ),
    (
        "a shield that protects a longer name",
        "- {id: pair, terms: {ja: [日新]}}\n  - {id: mainichi, kind: shield, terms: {ja: [毎日新聞]}}",
        [],
    ),
    (
        "a form whose own surroundings forbid it",
        "- {id: pair, terms: {ja: [{text: 日新, not_in: [日新]}]}}",
        ["check.never-found"],
    ),
    (
        "a wrong form read as the right one beside it",
        "- {id: q, terms: {en: [{text: Quad, status: preferred}, {text: quad, status: deprecated, case: ignore, near: {concepts: [q]}}]}}",
        [],
    ),
    (
        "one form listed twice with two types",
        "- {id: quad, terms: {en: [{text: Quad, status: preferred}, {text: Quad, type: short}]}}",
        ["check.hidden"],
    ),
]


@pytest.mark.parametrize(("why", "entries", "codes"), CASES, ids=[case[0] for case in CASES])
def test_the_matcher_is_asked_about_every_term(tmp_path: Path, why: str, entries: str, codes: list[str]) -> None:
    (tmp_path / "terms.yaml").write_text(f"concepts:\n  {entries}\n", encoding="utf-8")
    report = check_folders([tmp_path])
    assert [problem.message_id for problem in report.problems] == codes, [str(problem) for problem in report.problems]


def test_problems_of_form_come_with_file_line_and_column(tmp_path: Path) -> None:
    (tmp_path / "terms.yaml").write_text("concepts:\n  - id: a\n    terms: {en: [x]}\n    colour: red\n", encoding="utf-8")
    (problem,) = check_folders([tmp_path]).problems
    assert (problem.severity, problem.line, problem.column) == (Severity.ERROR, 4, 5)
    assert str(problem).startswith(f"{tmp_path / 'terms.yaml'}:4:5: ")


def test_the_curated_termbase_has_no_problem() -> None:
    terms = Path(__file__).parents[2] / "terms"
    report = check_folders([terms], given=False)
    assert [str(problem) for problem in report.problems] == []
    assert report.examples > 100
