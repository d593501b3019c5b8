"""Texts are searched together, and found is what each of them has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.matching import automaton, hits
from glossary.matching.hits import hits_in
from glossary.text.fold import fold

CHARACTERS = list("abAB日新國ｱﾞ \n\t“’é\u0301\0ß𠮷，")
TEXTS = st.lists(st.text(st.sampled_from(CHARACTERS), max_size=9), max_size=7)
PATTERNS = st.lists(st.text(st.sampled_from(list("abs日新𠮷é,")), min_size=1, max_size=3), unique=True, min_size=1, max_size=5)


def expected(texts: list[str], patterns: list[str]) -> list[tuple[int, str, list[tuple[int, int, int]]]]:
    found = []
    for number, text in enumerate(texts):
        folded = fold(text).text
        places = [
            (at, at + len(pattern), which)
            for which, pattern in enumerate(patterns)
            for at in range(len(folded))
            if folded.startswith(pattern, at)
        ]
        if places:
            found.append((number, folded, sorted(places)))
    return found


@pytest.mark.parametrize("block", [1, 10, 10_000])
@given(texts=TEXTS, patterns=PATTERNS)
def test_each_text_has_the_hits_it_has_alone(block: int, texts: list[str], patterns: list[str]) -> None:
    find = automaton.load([pattern.encode() for pattern in patterns]).find
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hits, "_BLOCK", block)
        found = hits_in(texts, find)
    assert [(each.number, each.folded.text, sorted(map(tuple, each.hits))) for each in found] == expected(texts, patterns)


@given(texts=TEXTS, patterns=PATTERNS)
def test_the_way_back_to_the_text_is_that_of_folding_it_alone(texts: list[str], patterns: list[str]) -> None:
    find = automaton.load([pattern.encode() for pattern in patterns]).find
    for each in hits_in(texts, find):
        alone = fold(texts[each.number])
        assert [each.folded.hull(hit.start, hit.end) for hit in each.hits] == [alone.hull(hit.start, hit.end) for hit in each.hits]
