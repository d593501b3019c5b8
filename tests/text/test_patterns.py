"""Deferred patterns: compiled at the first use, and then the pattern itself."""

from __future__ import annotations

import re

import pytest

from glossary.text.patterns import deferred


@pytest.mark.parametrize("method", ["search", "match", "fullmatch", "finditer", "findall", "split"])
def test_a_deferred_pattern_does_what_the_pattern_does(method: str) -> None:
    source, text = r"(a)b?", "ab a abc"
    expected, found = getattr(re.compile(source), method)(text), getattr(deferred(source), method)(text)
    assert repr(found) == repr(expected) if method != "finditer" else list(map(repr, found)) == list(map(repr, expected))


def test_flags_and_attributes_are_those_of_the_pattern() -> None:
    pattern = deferred("A", re.IGNORECASE)
    assert pattern.sub("x", "aA") == "xx"
    assert (pattern.pattern, pattern.groups) == ("A", 0)


def test_an_error_in_a_pattern_shows_at_its_first_use() -> None:
    pattern = deferred("(")
    with pytest.raises(re.error):
        pattern.search("")
