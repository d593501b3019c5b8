"""Acceptance: lint on the five articles of seeds/register.yaml, which are not ours to hand on.

They are looked for beside the repository, in shared/seeds; where that folder is absent everything here is skipped, and says so.
"""

from __future__ import annotations

import functools
import hashlib
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from msgspec.structs import replace

from glossary.compile import compile_termbase, load_matcher
from glossary.documents.registry import read_document
from glossary.findings import Finding
from glossary.lint import PRECEDENCE, FileReport, LintOptions, RunReport, lint_run
from glossary.matching.matcher import Matcher
from glossary.model import Status
from glossary.rules import misread_name, shorthand_slip

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT.parent / "shared" / "seeds"
REGISTER: list[dict[str, Any]] = yaml.safe_load((ROOT / "seeds" / "register.yaml").read_text(encoding="utf-8"))["articles"]
FILES = {entry["file"][:3]: entry["file"] for entry in REGISTER}

pytestmark = pytest.mark.skipif(
    not ARTICLES.is_dir(), reason="LOUDLY SKIPPED: the five articles of seeds/register.yaml are not in shared/seeds beside the repository"
)


@functools.cache
def matcher() -> Matcher:
    return load_matcher([ROOT / "terms"], use_cache=False).matcher


@functools.cache
def run(*, together: bool = False) -> RunReport:
    documents = [read_document(name, (ARTICLES / name).read_bytes()) for name in FILES.values()]
    return lint_run(documents, matcher(), LintOptions(together=together))


def report(number: str) -> FileReport:
    [found] = [file for file in run().files if file.path == FILES[number]]
    return found


def found_in(number: str, rule: str = "deprecated-term") -> list[str]:
    return [finding.matched for finding in report(number).findings if finding.rule == rule]


def test_the_articles_are_those_of_the_register() -> None:
    assert [entry["file"] for entry in REGISTER] == sorted(path.name for path in ARTICLES.glob("*.txt"))
    for entry in REGISTER:
        assert hashlib.sha256((ARTICLES / entry["file"]).read_bytes()).hexdigest() == entry["sha256"], entry["file"]


def test_every_article_is_read_and_linted() -> None:
    assert not run().errors
    assert [file.path for file in run().files] == sorted(FILES.values())


@pytest.mark.parametrize(
    ("wrong", "times"),
    [
        ("Nissin", 4),
        ("Nisshin", 2),
        ("Japan-Singapore", 2),
        ("Nippon-Singapore", 1),
        ("intelligence protection agreement", 2),
        ("intelligence protection agreements", 1),
        ("Intelligence Protection Agreement", 1),
    ],
)
def test_each_machine_translated_name_is_found_as_often_as_it_stands_there(wrong: str, times: int) -> None:
    assert found_in("003").count(wrong) == times


@functools.cache
def derived_only() -> RunReport:
    """Lint with every wrong English form taken out of the termbase: what is left must be derived."""
    termbase = matcher().termbase
    concepts = tuple(
        replace(concept, terms=tuple(term for term in concept.terms if term.language != "en" or term.status is not Status.DEPRECATED))
        for concept in termbase.concepts
    )
    documents = [read_document(name, (ARTICLES / name).read_bytes()) for name in FILES.values()]
    return lint_run(documents, compile_termbase(replace(termbase, concepts=concepts)), rules=[misread_name, shorthand_slip])


def test_wrong_names_nobody_listed_are_derived() -> None:
    found = [(file.path[:3], f.rule, f.matched, f.severity.value, f.concept) for file in derived_only().files for f in file.findings]
    assert Counter(found) == {
        ("003", "misread-name", "Nissin", "warning", "japan-new-zealand"): 4,
        ("003", "misread-name", "Nisshin", "warning", "japan-new-zealand"): 2,
        ("003", "shorthand-slip", "Japan-Singapore", "info", "japan-new-zealand"): 2,
        ("003", "shorthand-slip", "Nippon-Singapore", "info", "japan-new-zealand"): 1,
        ("003", "shorthand-slip", "Japan and Singapore", "info", "japan-new-zealand"): 1,
    }


@pytest.mark.parametrize("number", FILES)
def test_no_place_is_reported_by_two_rules_that_say_it_is_wrong(number: str) -> None:
    spans = [(f.start, f.end) for f in report(number).findings if f.rule in PRECEDENCE]
    assert all(one[1] <= other[0] for one, other in pairwise(sorted(spans)))


def test_two_bodies_blended_into_one_are_found() -> None:
    assert "Pacific Island Leaders Forum" in found_in("001")


def test_a_formula_about_pressure_turned_into_one_about_secret_deals_is_found() -> None:
    assert "free from collusion" in found_in("002")


def test_names_of_one_agreement_in_different_articles_are_rivals_in_a_run_that_is_judged_together() -> None:
    rivals: dict[str, set[str]] = {}
    for file in run(together=True).files:
        for finding in file.findings:
            if finding.rule == "mixed-terms" and finding.concept == "jp-nz-information-security-agreement":
                assert finding.arguments["dominant"] == "Information Security Agreement"
                rivals.setdefault(file.path[:3], set()).add(finding.term)
    assert rivals == {
        "000": {"information sharing agreement", "information-sharing arrangement"},
        "002": {"military information-sharing agreement"},
        "004": {"intelligence-sharing agreement", "intelligence-sharing arrangement"},
    }


@pytest.mark.parametrize("number", ["000", "004"])
def test_nothing_is_said_about_singapore_where_singapore_is_meant(number: str) -> None:
    findings = report(number).findings
    assert not [finding.matched for finding in findings if "Singapore" in finding.matched or finding.concept.endswith("singapore")]


@pytest.mark.parametrize("number", FILES)
@pytest.mark.parametrize("together", [False, True])
def test_findings_in_the_articles_say_exactly_where_they_stand(number: str, together: bool) -> None:
    text = (ARTICLES / FILES[number]).read_text(encoding="utf-8")
    findings: list[Finding] = [f for file in run(together=together).files if file.path == FILES[number] for f in file.findings]
    assert findings or number not in ("000", "003")
    for finding in findings:
        assert text[finding.start : finding.end] == finding.matched
