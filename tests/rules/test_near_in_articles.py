"""Acceptance on the five articles of seeds/register.yaml: slips are found although no wrong form is listed, and once where one is."""

from __future__ import annotations

import functools
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from glossary.compile import compile_termbase, load_matcher
from glossary.documents.model import Document
from glossary.documents.registry import read_document
from glossary.findings import Finding, Verdict
from glossary.languages import ENGLISH
from glossary.lint import PRECEDENCE, LintOptions, lint_run
from glossary.matching.matcher import Matcher
from glossary.model import Concept, Status
from glossary.rules import rule

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT.parent / "shared" / "seeds"
REGISTER: list[dict[str, Any]] = yaml.safe_load((ROOT / "seeds" / "register.yaml").read_text(encoding="utf-8"))["articles"]
NAMES = [entry["file"] for entry in REGISTER]
OURS = [rule("near-miss"), rule("repeated-name"), rule("name-order")]

pytestmark = pytest.mark.skipif(
    not ARTICLES.is_dir(), reason="LOUDLY SKIPPED: the five articles of seeds/register.yaml are not in shared/seeds beside the repository"
)


@functools.cache
def matcher() -> Matcher:
    return load_matcher([ROOT / "terms"], use_cache=False).matcher


@functools.cache
def matcher_without_wrong_forms() -> Matcher:
    termbase = matcher().termbase
    return compile_termbase(replace(termbase, concepts=tuple(map(_without_wrong_forms, termbase.concepts))))


def _without_wrong_forms(concept: Concept) -> Concept:
    terms = [term for term in concept.terms if term.language != ENGLISH or term.status is not Status.DEPRECATED]
    return replace(concept, terms=tuple(terms))


@functools.cache
def documents() -> tuple[Document, ...]:
    return tuple(read_document(name, (ARTICLES / name).read_bytes()) for name in NAMES)


@functools.cache
def found(*, together: bool = False) -> dict[str, list[Finding]]:
    run = lint_run(documents(), matcher_without_wrong_forms(), LintOptions(together=together), OURS)
    return {file.path[:3]: list(file.findings) for file in run.files}


@pytest.mark.parametrize(
    ("number", "wrong", "right", "times"),
    [
        ("000", "Indo- Free and open Pacific", "Free and Open Indo-Pacific", 1),
        ("001", "Pacific Island Forum", "Pacific Islands Forum", 1),
        ("001", "Nobel Raven24", "Noble Raven 24", 1),
        ("003", "Quarter Security Dialogue", "Quadrilateral Security Dialogue", 1),
        ("003", "Takahashi Takahashi", "Koji Takahashi", 9),
    ],
)
def test_slips_are_found_although_no_wrong_form_is_listed(number: str, wrong: str, right: str, times: int) -> None:
    here = [finding for finding in found()[number] if finding.matched == wrong]
    assert len(here) == times
    for finding in here:
        assert finding.verdict is Verdict.REVIEW
        assert [suggestion.text.lower() for suggestion in finding.suggestions] == [right.lower()]
        assert not finding.fixes


def test_nothing_else_in_the_articles_is_taken_for_a_slip() -> None:
    assert Counter((number, finding.matched) for number, findings in found().items() for finding in findings) == {
        ("000", "Indo- Free and open Pacific"): 1,
        ("001", "Pacific Island Forum"): 1,
        ("001", "Nobel Raven24"): 1,
        ("003", "Quarter Security Dialogue"): 1,
        ("003", "Takahashi Takahashi"): 9,
    }


def test_two_orders_of_one_name_are_seen_in_a_run_that_is_judged_together() -> None:
    [finding] = [finding for findings in found(together=True).values() for finding in findings if finding.rule == "name-order"]
    assert finding in found(together=True)["000"]
    assert (finding.matched, finding.arguments["other"]) == ("Kishida Fumio", "Fumio Kishida")
    assert {related.path[:3] for related in finding.related} > {"000"}


@pytest.mark.parametrize("together", [False, True])
def test_with_the_wrong_forms_listed_no_place_is_reported_twice(together: bool) -> None:
    for file in lint_run(documents(), matcher(), LintOptions(together=together)).files:
        places = sorted((finding.start, finding.end) for finding in file.findings if finding.rule in PRECEDENCE)
        assert all(one[1] <= other[0] for one, other in pairwise(places))
