"""`fix` on every wrong form of the curated termbase: twice is once, and no other byte changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.compile import compile_termbase
from glossary.documents.registry import read_document
from glossary.findings import Edit
from glossary.fix import fix_document
from glossary.lint import LintOptions
from glossary.matching.surfaces import plural
from glossary.model import Status, Term, Termbase
from glossary.termbase.reader import load

TERMBASE: Termbase = load([Path(__file__).parents[1] / "terms"]).termbase
MATCHER = compile_termbase(TERMBASE)
WRONG = [
    (concept.id, term)
    for concept in TERMBASE.concepts
    for term in concept.terms
    if term.status in (Status.DEPRECATED, Status.SUPERSEDED) and term.only_when is None
]
FRAMES = {
    "en": ["The {} was named.", "{} came first, and then the {}.", "They said “{}” of a {} and the *{}* again."],
    "ja": ["政府は{}について述べた。", "「{}」という言葉と{}を使った。"],
    "zh-Hans": ["政府谈到了{}的问题。", "“{}”这个说法和{}的问题。"],
    "zh-Hant": ["政府談到了{}的問題。", "「{}」這個說法和{}的問題。"],
}


def drafts(term: Term) -> list[str]:
    """Return sentences with `term`, with the contexts its guards ask for."""
    near = term.near.concepts if term.near else ()
    context = " ".join(
        next((other.text for other in TERMBASE[id].terms if other.language == term.language and not other.guarded), "") for id in near
    )
    texts = list(term.examples.match) if term.examples else []
    return texts + [f"{context} {frame.replace('{}', term.text)}".strip() for frame in FRAMES[term.language]]


def fixed(name: str, data: bytes, language: str, *, suggested: bool) -> bytes:
    document = read_document(name, data, language=language)
    result = fix_document(document, MATCHER, LintOptions(), suggested=suggested)
    text = document.parts[0].text
    for number in range(1 + max((applied.round for applied in result.applied), default=0)):
        text = spliced(text, [edit for applied in result.applied if applied.round == number for edit in applied.fix.edits])
    assert text.encode() == result.data
    return result.data


def spliced(text: str, edits: list[Edit]) -> str:
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize("suggested", [False, True], ids=["safe", "suggested"])
@pytest.mark.parametrize("name", ["draft.txt", "draft.md"])
@pytest.mark.parametrize(("id", "term"), WRONG, ids=[f"{id}: {term.text}" for id, term in WRONG])
def test_fixing_twice_is_fixing_once(id: str, term: Term, name: str, suggested: bool) -> None:
    for text in drafts(term):
        once = fixed(name, text.encode(), term.language, suggested=suggested)
        assert fixed(name, once, term.language, suggested=suggested) == once


WORDS = [term.text for _, term in WRONG if term.language == "en"] + [
    plural(term.text) or term.text for _, term in WRONG if term.language == "en"
]
TEXTS = st.lists(
    st.sampled_from(
        [*WORDS, "Japan and New Zealand", "Singapore", "a ", "the ", "security", ". ", "\n", "\n\n", "**", "*", "“", "”", "’s", " "]
    ),
    max_size=14,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.sampled_from(["draft.txt", "draft.md"]), st.booleans())
def test_fixing_generated_texts_twice_is_fixing_them_once(text: str, name: str, suggested: bool) -> None:
    once = fixed(name, text.encode(), "en", suggested=suggested)
    assert fixed(name, once, "en", suggested=suggested) == once
