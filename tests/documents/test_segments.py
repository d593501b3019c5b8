"""Segments are made when they are asked for, and are what they would have been."""

from __future__ import annotations

import pickle

import pytest

from glossary.documents.model import Segment
from glossary.documents.registry import read_document
from glossary.documents.segments import Segments, texts_of
from glossary.text.mapped import MappedText

TEXT = "Japan and New Zealand.\n\n- an item\n\n> quoted\n\nhttps://example.com is an address.\n\nTwo\nlines.\n\n日本は、会談した。\n"


def segments() -> Segments:
    (part,) = read_document("a.txt", TEXT.encode()).parts
    assert isinstance(part.segments, Segments)
    return part.segments


def test_texts_are_known_before_any_segment_is_made() -> None:
    found = segments()
    texts = list(found.texts)
    assert found.made == 0
    assert texts == [segment.text.text for segment in found]
    assert found.made == len(texts)


def test_a_segment_is_made_once_whichever_way_it_is_asked_for() -> None:
    found = segments()
    assert found[0] is found[0] is found[-len(found)] is next(iter(found)) is found[:1][0]
    assert found.made == 1


def test_segments_are_equal_to_others_with_the_same_content() -> None:
    assert tuple(map(repr, segments())) == tuple(map(repr, segments()))
    made = segments()
    assert made == tuple(made)
    assert made != tuple(made)[1:]
    assert made != "text"


def test_there_is_no_segment_beyond_the_ends() -> None:
    found = segments()
    for index in (len(found), -len(found) - 1):
        with pytest.raises(IndexError):
            found[index]


def test_segments_go_to_another_process_as_a_tuple() -> None:
    copy = pickle.loads(pickle.dumps(segments()))
    assert isinstance(copy, tuple)
    assert [repr(segment) for segment in copy] == [repr(segment) for segment in segments()]


def test_texts_of_a_tuple_are_those_of_its_segments() -> None:
    assert texts_of((Segment(text=MappedText.identity("a")), Segment(text=MappedText.identity("b")))) == ["a", "b"]
