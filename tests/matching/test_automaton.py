"""Every backend finds the same hits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.matching import automaton
from glossary.matching.automaton import BACKENDS

PATTERNS = st.lists(st.text(st.sampled_from(list("ab日新 ")), min_size=1, max_size=4).map(str.encode), unique=True, max_size=8)
TEXTS = st.text(st.sampled_from(list("ab日新 x")), max_size=30).map(str.encode)


def naive(patterns: list[bytes], text: bytes) -> list[tuple[int, int, int]]:
    return sorted(
        (at, at + len(pattern), number)
        for number, pattern in enumerate(patterns)
        for at in range(len(text))
        if text.startswith(pattern, at)
    )


@pytest.mark.parametrize("name", [name for name, _ in BACKENDS])
@given(patterns=PATTERNS, text=TEXTS)
def test_a_backend_finds_every_occurrence(name: str, patterns: list[bytes], text: bytes) -> None:
    backend = dict(BACKENDS)[name]
    assert sorted(backend(patterns).find(text)) == naive(patterns, text)


@given(patterns=PATTERNS, text=TEXTS)
def test_a_stored_automaton_finds_the_same(patterns: list[bytes], text: bytes) -> None:
    stored = automaton.load(patterns).serialize()
    assert sorted(automaton.load((), stored).find(text)) == naive(patterns, text)


def test_a_damaged_automaton_is_refused() -> None:
    stored = automaton.load([b"ab"]).serialize()
    with pytest.raises(ValueError, match=r"\w"):
        automaton.load((), stored[:10])


def test_without_any_backend_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(automaton, "BACKENDS", ())
    with pytest.raises(ImportError, match="daachorse"):
        automaton.load([b"ab"])
