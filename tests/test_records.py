"""Stored sequences: decoded record by record, and equal to what was stored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.records import Records, pack

WORDS = st.lists(st.text(max_size=5), max_size=6)


def records(words: list[str]) -> Records[str]:
    return Records(pack(word.encode("utf-8", "surrogatepass") for word in words), lambda data: str(data, "utf-8", "surrogatepass"))


@given(WORDS)
def test_what_was_stored_is_read_again(words: list[str]) -> None:
    found = records(words)
    assert list(found) == words
    assert found == words
    assert found == records(words)
    assert found[1:] == tuple(words[1:])
    assert [found[at - len(words)] for at in range(len(words))] == words


def test_a_record_is_decoded_when_it_is_asked_for_and_only_once() -> None:
    found = records(["a", "b", "c"])
    assert found.decoded == 0
    assert found[1] is found[1]
    assert found[-2] == "b"
    assert found.decoded == 1


def test_other_contents_are_not_equal() -> None:
    assert records(["a"]) != records(["b"])
    assert records(["a"]) != ["a", "b"]
    assert records(["a"]) != "a"


@pytest.mark.parametrize("index", [3, -4])
def test_there_is_no_record_beyond_the_ends(index: int) -> None:
    with pytest.raises(IndexError):
        records(["a", "b", "c"])[index]


@pytest.mark.parametrize("keep", [0, 3, 5, -1])
def test_records_that_are_cut_off_are_refused(keep: int) -> None:
    with pytest.raises(ValueError, match="cut off"):
        Records(pack([b"ab", b"c"])[:keep], bytes)
