"""The page of each rule is true: its Bad lines are reported, its Good lines are not."""

from __future__ import annotations

import importlib

import pytest
from rule_drafts import draft, matcher_of

from glossary.lint import lint_document
from glossary.messages import MESSAGES
from glossary.model import Reason
from glossary.rules import RULES
from glossary.rules.pages import Example, page
from glossary.rules.protocol import Rule

_EXAMPLES = [pytest.param(rule, example, id=f"{rule.id}: {example.text}") for rule in RULES for example in page(rule).examples]


@pytest.mark.parametrize(("rule", "example"), _EXAMPLES)
def test_example_on_the_page_behaves_as_it_says(rule: Rule, example: Example) -> None:
    module = importlib.import_module(f"glossary.rules.{rule.id.replace('-', '_')}")
    report = lint_document(draft(example.text, language=example.language), matcher_of(module.EXAMPLES_TERMBASE), rules=[rule])
    assert bool(report.findings) is example.bad


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_page_has_title_text_and_both_kinds_of_example(rule: Rule) -> None:
    read = page(rule)
    assert read.title[0].isupper()
    assert read.title.endswith(".")
    assert read.paragraphs
    assert {example.bad for example in read.examples} == {True, False}


@pytest.mark.parametrize("reason", [*(reason.value for reason in Reason), "other"])
def test_every_reason_has_a_message(reason: str) -> None:
    assert f"deprecated-term.{reason}" in MESSAGES
    names_origin = "%(origin)s" in MESSAGES[f"deprecated-term.{reason}"]
    assert (f"deprecated-term.{reason}.bare" in MESSAGES) is names_origin
