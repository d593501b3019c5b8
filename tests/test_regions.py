"""Regional usage: the text's own region, the profile's, the default."""

from __future__ import annotations

from glossary.compile import compile_termbase
from glossary.documents.registry import read_document
from glossary.model import Concept, Term, Termbase

MATCHER = compile_termbase(
    Termbase(
        title="test",
        concepts=(
            Concept(
                id="new-zealand",
                terms=(
                    Term(text="紐西蘭", language="zh-Hant", region=("TW",)),
                    Term(text="新西蘭", language="zh-Hant", region=("HK",)),
                ),
            ),
        ),
    )
)
TEXT = "紐西蘭和新西蘭的總理說，這個國家發展很快。".encode()


def found(**options: object) -> list[str]:
    return [match.matched for match in MATCHER.find(read_document("draft.txt", TEXT, **options))]  # type: ignore[arg-type]


def test_untagged_traditional_is_taiwan_usage() -> None:
    assert found() == ["紐西蘭"]


def test_a_region_may_be_asked_for_by_itself_or_in_the_tag() -> None:
    assert found(region="HK") == found(language="zh-HK") == ["新西蘭"]


def test_a_profile_sets_the_region_where_none_is_given() -> None:
    assert found(regions={"zh-Hant": "HK"}) == ["新西蘭"]
    assert found(regions={"zh-Hant": "HK"}, region="TW") == ["紐西蘭"]
