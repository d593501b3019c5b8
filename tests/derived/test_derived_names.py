"""Names nobody listed, on the real termbase: wrong ones are found, right ones that only look like them are left alone."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import pytest
import yaml

from glossary.compile import load_matcher
from glossary.documents.registry import read_document
from glossary.findings import Finding, Severity
from glossary.lint import lint_document
from glossary.matching.matcher import Matcher
from glossary.rules import misread_name, shorthand_slip

HERE = Path(__file__).parent
TERMS = HERE.parents[1] / "terms"
RIGHT: dict[str, list[dict[str, str]]] = yaml.safe_load((HERE / "hard_negatives.yaml").read_text(encoding="utf-8"))
PICKED: list[dict[str, Any]] = yaml.safe_load((HERE / "picked.yaml").read_text(encoding="utf-8"))["texts"]


@functools.cache
def matcher() -> Matcher:
    return load_matcher([TERMS], use_cache=False).matcher


def findings(entry: dict[str, str]) -> list[Finding]:
    document = read_document(entry.get("path", "draft.txt"), entry["text"].encode(), language="en")
    return list(lint_document(document, matcher(), rules=[misread_name, shorthand_slip]).findings)


@pytest.mark.parametrize("entry", RIGHT["texts"], ids=lambda entry: entry["text"][:40])
def test_right_names_that_look_derived_are_left_alone(entry: dict[str, str]) -> None:
    assert [(finding.matched, finding.concept) for finding in findings(entry)] == []


@pytest.mark.xfail(reason="known limit: nothing in the text tells this from a slip")
@pytest.mark.parametrize("entry", RIGHT["still_reported"], ids=lambda entry: entry["text"][:40])
def test_right_names_that_no_text_tells_apart_are_left_alone(entry: dict[str, str]) -> None:
    assert findings(entry) == []


def test_no_right_name_is_a_warning_and_hardly_one_information() -> None:
    found = [finding.severity for entry in (*RIGHT["texts"], *RIGHT["still_reported"]) for finding in findings(entry)]
    assert Severity.WARNING not in found
    assert len(found) <= len(RIGHT["texts"]) * 0.02
    assert len(RIGHT["texts"]) >= 150


@pytest.mark.parametrize(
    ("concept", "form", "text"),
    [
        pytest.param(entry["concept"], wrong["form"], wrong["text"], id=f"{entry['concept']}: {wrong['form']}")
        for entry in PICKED
        for wrong in entry["wrong"]
    ],
)
def test_derived_form_of_a_picked_entry_is_found_in_context(concept: str, form: str, text: str) -> None:
    [found] = findings({"text": text})
    assert (found.matched, found.concept) == (form, concept)
    assert found.suggestions
    assert not found.fixes


def test_two_forms_of_each_of_thirty_entries_are_tried() -> None:
    assert len(PICKED) == 30
    assert {len(entry["wrong"]) for entry in PICKED} == {2}
