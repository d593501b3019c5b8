"""Acronyms that a text defines for itself."""

from __future__ import annotations

import pytest

from glossary.compile import compile_termbase
from glossary.documents.registry import read_document
from glossary.matching.definitions import _explaining
from glossary.model import Concept, Kind, Term, Termbase, TermType

FORCES = Concept(
    id="sdf",
    kind=Kind.ORGANISATION,
    terms=(Term(text="Self-Defense Forces", language="en"), Term(text="SDF", language="en", type=TermType.ACRONYM)),
)
MATCHER = compile_termbase(Termbase(title="Test", languages=("en",), concepts=(FORCES,)))


def found(text: str) -> list[str]:
    return [match.matched for match in MATCHER.find(read_document("x.txt", text.encode()))]


def test_a_text_that_defines_an_acronym_otherwise_means_that_in_all_of_it() -> None:
    assert found("The SDF left.\n\nThe Syrian Democratic Forces (SDF) had come.\n\nThe SDF said no.") == []


def test_the_names_of_the_termbase_define_nothing_else() -> None:
    assert found("The Self-Defense Forces (SDF) left. The SDF said no.") == ["Self-Defense Forces", "SDF", "SDF"]


def test_what_does_not_spell_the_acronym_does_not_define_it() -> None:
    assert found("The forces of Japan (SDF) left.") == ["SDF"]


def test_a_text_that_explains_both_is_left_to_the_reader() -> None:
    assert "SDF" in found("The Self-Defense Forces (SDF) met the Syrian Democratic Forces (SDF).")


@pytest.mark.parametrize(
    ("words", "acronym", "explained"),
    [
        ("the Public Investment Fund", "PIF", "Public Investment Fund"),
        ("University of North Carolina", "UNC", "University of North Carolina"),
        ("bottles of polylactic acid", "PLA", "polylactic acid"),
        ("Department of Defense", "DOD", "Department of Defense"),
        ("a number of states", "SDF", ""),
        ("the Ministry", "MOFA", ""),
    ],
)
def test_an_acronym_is_explained_by_the_words_that_spell_it(words: str, acronym: str, explained: str) -> None:
    assert _explaining(words, acronym) == explained
