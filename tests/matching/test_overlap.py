"""Overlaps are settled longest first."""

from __future__ import annotations

import itertools
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from glossary.matching.overlap import keep_longest


class Range(NamedTuple):
    start: int
    end: int


RANGES = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda p: Range(p[0], p[0] + p[1])), max_size=15)


def settle(ranges: list[Range]) -> list[tuple[Range, list[Range]]]:
    return keep_longest(ranges, lambda r: (r.start, r.end))


@given(RANGES)
def test_what_is_kept_never_overlaps_and_nothing_is_lost(ranges: list[Range]) -> None:
    kept = settle(ranges)
    for (one, _), (two, _) in itertools.pairwise(kept):
        assert one.end <= two.start
    assert sorted([winner for winner, _ in kept] + [loser for _, losers in kept for loser in losers]) == sorted(ranges)


@given(RANGES)
def test_a_loser_overlaps_a_winner_at_least_as_long(ranges: list[Range]) -> None:
    for winner, losers in settle(ranges):
        for loser in losers:
            assert loser.start < winner.end
            assert winner.start < loser.end
            assert loser.end - loser.start <= winner.end - winner.start


@given(RANGES)
def test_the_order_of_the_candidates_does_not_matter(ranges: list[Range]) -> None:
    assert [winner for winner, _ in settle(ranges)] == [winner for winner, _ in settle(ranges[::-1])]


def test_the_leftmost_does_not_hide_the_longer() -> None:
    assert [winner for winner, _ in settle([Range(2, 4), Range(3, 6)])] == [Range(3, 6)]
