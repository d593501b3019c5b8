"""Plurals and other forms made at compile time."""

from __future__ import annotations

import pytest

from glossary.matching.surfaces import MOST_SURFACES, expand, plural
from glossary.model import Kind, Term, TermType


@pytest.mark.parametrize(
    ("singular", "expected"),
    [
        ("information security agreement", "information security agreements"),
        ("attorney general", "attorneys general"),
        ("Attorney-General", "Attorneys-General"),
        ("statement of intent", "statements of intent"),
        ("treaty with Japan", "treaties with Japan"),
        ("ministry", "ministries"),
        ("chief of defence staff", "chiefs of defence staff"),
        ("defence attaché", ""),  # not ASCII: forms say it
        ("aircraft", ""),
        ("FTA", "FTAs"),
        ("crisis", "crises"),
        ("spokesman", "spokesmen"),
        ("2+2", ""),
        ("ship-to-ship transfer", "ship-to-ship transfers"),
    ],
)
def test_plurals_are_made_on_the_head(singular: str, expected: str) -> None:
    assert plural(singular) == expected


def test_expansion_is_bounded_and_begins_with_the_term_itself() -> None:
    forms = tuple(f"form {number}" for number in range(100))
    surfaces = expand(Term(text="a b-c", language="en", forms=forms), Kind.PHRASE)
    assert surfaces[0].key == "a b-c"
    assert len(surfaces) == MOST_SURFACES
    assert len({surface.key for surface in surfaces}) == MOST_SURFACES


def test_acronyms_keep_their_capitals_in_the_plural() -> None:
    surfaces = expand(Term(text="ISA", language="en", type=TermType.ACRONYM), Kind.AGREEMENT)
    assert [(surface.key, surface.exact) for surface in surfaces] == [("isa", "ISA"), ("isas", "ISAs")]


def test_chinese_and_japanese_are_not_inflected() -> None:
    assert [surface.key for surface in expand(Term(text="日・ニュージーランド", language="ja"), Kind.BILATERAL)] == ["日・ニュージーランド"]
