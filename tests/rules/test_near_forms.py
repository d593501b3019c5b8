"""near-miss on the bundled termbase: wrong forms nobody listed are found, right names that resemble others are left alone."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import pytest
import yaml
from rule_drafts import draft

from glossary.compile import load_matcher
from glossary.findings import Finding, Severity, Verdict
from glossary.lint import lint_document
from glossary.matching.matcher import Matcher
from glossary.rules import rule

HERE = Path(__file__).parent
RULES = [rule("near-miss"), rule("repeated-name"), rule("name-order")]
FORMS: list[dict[str, Any]] = yaml.safe_load((HERE / "near_forms.yaml").read_text(encoding="utf-8"))["cases"]
RIGHT: dict[str, list[str]] = yaml.safe_load((HERE / "right_names.yaml").read_text(encoding="utf-8"))


@functools.cache
def matcher() -> Matcher:
    return load_matcher([HERE.parents[1] / "terms"], use_cache=False).matcher


def findings(text: str, language: str) -> tuple[Finding, ...]:
    return lint_document(draft(text, language=language), matcher(), rules=RULES).findings


@pytest.mark.parametrize("case", FORMS, ids=lambda case: f"{case['concept']}: {case['wrong']}")
def test_a_wrong_form_that_nobody_listed_is_found_for_review(case: dict[str, Any]) -> None:
    [found] = findings(case["text"], case["language"])
    assert (found.rule, found.matched, found.concept) == ("near-miss", case["wrong"], case["concept"])
    assert found.verdict is Verdict.REVIEW
    assert [suggestion.text for suggestion in found.suggestions] == [case["right"]]
    assert not found.fixes


def test_thirty_concepts_over_four_languages_have_two_forms_each() -> None:
    concepts = [(case["language"], case["concept"]) for case in FORMS]
    assert len(set(concepts)) == 30
    assert all(concepts.count(each) == 2 for each in concepts)


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in RIGHT.items() for text in texts])
def test_a_right_name_that_resembles_another_is_left_alone(language: str, text: str) -> None:
    assert [found.matched for found in findings(text, language) if found.severity is not Severity.INFO] == []


def test_of_right_names_hardly_any_is_mentioned_for_information() -> None:
    texts = [(language, text) for language, texts in RIGHT.items() for text in texts]
    mentioned = [(text, found.matched) for language, text in texts for found in findings(text, language)]
    assert len(texts) >= 120
    assert len(mentioned) <= len(texts) * 0.02, mentioned
