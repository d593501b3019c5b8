"""A doubled name that the termbase lists as wrong is reported by the rule for wrong forms, and by no other."""

from __future__ import annotations

from rule_drafts import draft, matcher_of

from glossary.lint import lint_document

TERMBASE = """
concepts:
  - id: takahashi-koji
    kind: person
    names: {en: {family: Takahashi, given: Koji}}
    terms: {en: [{text: Takahashi Takahashi, status: deprecated, reason: misrendering}]}
  - id: pacific-islands-forum
    kind: organisation
    terms: {en: [{text: Pacific Islands Forum, status: preferred}, {text: Pacific Island Forum, status: deprecated, reason: misspelling}]}
"""


def test_a_listed_wrong_form_is_reported_once() -> None:
    findings = lint_document(draft("Takahashi Takahashi left the Pacific Island Forum."), matcher_of(TERMBASE)).findings
    assert [(finding.rule, finding.matched) for finding in findings] == [
        ("deprecated-term", "Takahashi Takahashi"),
        ("deprecated-term", "Pacific Island Forum"),
    ]
