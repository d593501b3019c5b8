"""The same matches by every backend, in one paragraph and in lines; and what is matched folds to what was looked for."""

from __future__ import annotations

import pytest
from conftest_matching import concept, document
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.compile import compile_termbase
from glossary.matching.automaton import BACKENDS
from glossary.matching.matcher import Matcher
from glossary.model import Kind, Near, Scope, Status, Term, Termbase
from glossary.text.fold import fold
from glossary.text.script import is_cjk


def term(text: str, language: str, **fields: object) -> Term:
    return Term(text=text, language=language, **fields)  # type: ignore[arg-type]


TERMBASE = Termbase(
    title="Test",
    concepts=(
        concept("jp", term("Japan", "en"), term("日本", "ja"), term("日本", "zh-Hans"), kind=Kind.STATE),
        concept("nz", term("New Zealand", "en"), term("ニュージーランド", "ja"), term("新西兰", "zh-Hans"), kind=Kind.STATE),
        concept("jpnz", term("日新", "ja"), term("日新", "zh-Hans"), kind=Kind.BILATERAL, members=("jp", "nz")),
        concept(
            "isa",
            term("information security agreement", "en"),
            term("intelligence protection agreement", "en", status=Status.DEPRECATED, near=Near(("nz",), Scope.DOCUMENT)),
            term("情報保護協定", "ja"),
            term("情报保护协定", "zh-Hans"),
            kind=Kind.AGREEMENT,
        ),
        concept("mainichi", term("毎日新聞", "ja"), kind=Kind.SHIELD),
    ),
)
MATCHER = compile_termbase(TERMBASE)
PIECES = {
    "en": [
        "Japan",
        "New Zealand",
        "NEW  zealand’s",
        "information-security agreements",
        "the",
        "Intelligence Protection Agreement",
        "met.",
        ",",
    ],
    "ja": ["日本", "ニュージーランド", "ﾆｭｰｼﾞｰﾗﾝﾄﾞ", "日新", "情報保護協定", "毎日新聞", "と", "首脳は", "会談した", "、"],
    "zh-Hans": ["日本", "新西兰", "日新", "情报保护协定", "双方", "签署", "21日新西兰", "，", "关系", "总理"],
}
BETWEEN = {"en": " ", "ja": "", "zh-Hans": ""}
LANGUAGES = sorted(PIECES)


def pieces(language: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(PIECES[language]), min_size=1, max_size=12)


def found(matcher: Matcher, text: str, language: str) -> list[tuple[object, ...]]:
    return [
        (match.concept, match.term.text, match.verdict, match.reason, fold(match.matched).text)
        for match in matcher.explain(document(text, language=language))
    ]


@pytest.mark.parametrize("name", [name for name, _ in BACKENDS])
@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None)  # the first hit loads a segmenter
@given(data=st.data())
def test_every_backend_gives_the_same_matches(name: str, language: str, data: st.DataObject) -> None:
    text = BETWEEN[language].join(data.draw(pieces(language)))
    automaton = dict(BACKENDS)[name]([key.encode() for key in MATCHER.table.keys])
    other = Matcher(MATCHER.termbase, MATCHER.table, automaton, MATCHER.shorthands)
    draft = document(text, language=language)
    assert other.explain(draft) == MATCHER.explain(draft)


def may_break(text: str, at: int) -> bool:
    """Whether a line may end before text[at] and mean the same: at a space, or between characters that are written without one."""
    if text[at - 1] == " ":
        return text[at] != " "
    return is_cjk(text[at - 1]) and is_cjk(text[at]) and text[at] not in "ﾞﾟ"


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None)  # the first hit loads a segmenter
@given(data=st.data())
def test_one_paragraph_gives_the_matches_of_the_same_text_in_lines(language: str, data: st.DataObject) -> None:
    whole = BETWEEN[language].join(data.draw(pieces(language)))
    places = [at for at in range(1, len(whole)) if may_break(whole, at)]
    lines = whole
    for at in sorted(data.draw(st.sets(st.sampled_from(places))) if places else (), reverse=True):
        lines = lines[:at].rstrip(" ") + "\n" + lines[at:]
    assert found(MATCHER, lines, language) == found(MATCHER, whole, language)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(deadline=None)  # the first hit loads a segmenter
@given(data=st.data())
def test_what_is_matched_folds_to_a_surface_of_its_term(language: str, data: st.DataObject) -> None:
    text = BETWEEN[language].join(data.draw(pieces(language)))
    surfaces = {
        (TERMBASE.concepts[entry.concept].id, TERMBASE.concepts[entry.concept].terms[entry.term].text, key)
        for key, entries in zip(MATCHER.table.keys, MATCHER.table.entries, strict=True)
        for entry in entries
    }
    for match in MATCHER.explain(document(text, language=language)):
        assert (match.concept, match.term.text, fold(text[match.start : match.end]).text) in surfaces
