"""The rows that near-miss compares with: which names are among them, and that they are stored whole."""

from __future__ import annotations

from collections.abc import Callable

from glossary.languages import JAPANESE, SIMPLIFIED
from glossary.matching.right_names import derive_names, pack_names, unpack_names, words_of
from glossary.termbase.reader import Loaded

ENTRIES = """
- id: forum
  kind: organisation
  terms:
    en:
      - {text: Pacific Islands Forum, status: preferred}
      - {text: Pacific Island Forum, status: deprecated, reason: misspelling}
      - {text: PIF, status: admitted, type: acronym}
      - {text: Forum of Islands, status: admitted, near_miss: "no"}
    ja: [{text: 太平洋諸島フォーラム, status: preferred}, {text: 諸島会, status: admitted}]
- {id: nz, kind: state, terms: {ja: [{text: ニュージーランド, status: preferred}, {text: NZ, status: admitted}]}}
- id: kishida
  kind: person
  names: {en: {family: Kishida, given: Fumio}, ja: {family: 岸, given: 文雄}, zh-Hans: {family: 岸田, given: 文雄}}
- {id: talks, kind: phrase, terms: {ja: [{text: 首脳会談, status: preferred}], en: [{text: summit talks, status: preferred}]}}
- {id: food, kind: shield, terms: {en: [{text: Pacific Foods Forum}]}}
"""


def test_right_names_are_rows_and_nothing_else_is(entries: Callable[[str], Loaded]) -> None:
    rows = derive_names(entries(ENTRIES).termbase)
    assert {row.text for row in rows.english} == {"Pacific Islands Forum", "summit talks"}
    assert {row.text for row in rows.han[JAPANESE]} == {"太平洋諸島フォーラム", "岸文雄"}
    assert {row.text for row in rows.han[SIMPLIFIED]} == {"岸田文雄"}
    assert {row.text for row in rows.kana} == {"太平洋諸島フォーラム", "ニュージーランド"}


def test_an_english_row_has_its_words_and_two_rare_ones(entries: Callable[[str], Loaded]) -> None:
    [row] = [row for row in derive_names(entries(ENTRIES).termbase).english if row.content == 3]
    assert row.words == "pacific islands forum"
    assert len(row.rare) == 2


def test_rows_are_stored_whole(entries: Callable[[str], Loaded]) -> None:
    termbase = entries(ENTRIES).termbase
    assert unpack_names(pack_names(termbase)) == derive_names(termbase)
    assert unpack_names(b"").english == ()


def test_letters_and_digits_are_words_of_their_own() -> None:
    assert words_of("Noble Raven24, the Forum’s U.S. talks") == ("noble", "raven", "24", "the", "forum's", "u", "s", "talks")
