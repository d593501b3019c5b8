"""The language of paragraphs."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.languages import UNDECIDED_HAN
from glossary.text import han_tables
from glossary.text.detect import Detected, _decide, _evident, _examine, detect, detect_all, majority

PARAGRAPHS = [
    ("日本とニュージーランドは会談した。", "ja"),
    ("首脳会談", "ja"),
    ("外務省発表", "ja"),
    ("ﾆｭｰｼﾞｰﾗﾝﾄﾞ", "ja"),
    ("中国与日本签署协定。", "zh-Hans"),
    ("美國總統訪問日本。", "zh-Hant"),
    ("安倍的《新しい国へ》一书出版后引起了广泛的讨论。", "zh-Hans"),
    ("情報保護協定", UNDECIDED_HAN),
    ("中央政府宣布新政策", UNDECIDED_HAN),
    ("The agreement was signed.", "en"),
    ("Tōkyō–Wellington", "en"),
    ("The Information Security Agreement (情報保護協定, ISA) was signed", "en"),
    ("Abe (安倍)", "en"),
    ("防衛省は AUKUS Trilateral Security Partnership について発表した。", "ja"),
    ("Microsoftを独禁法違反でECに申し立て", "ja"),
    ("在Quad会议上讨论了Information Security Agreement", "zh-Hans"),
    ("（安倍）", UNDECIDED_HAN),
    ("대한민국과 일본", "ko"),
    ("Москва сегодня", "und"),
    ("2022–04–21", "und"),
    ("", "und"),
    ("―――", "und"),
]


@pytest.mark.parametrize(("text", "language"), PARAGRAPHS)
def test_a_paragraph_is_in_the_language_its_characters_say(text: str, language: str) -> None:
    assert detect(text) == language


def languages(*texts: str, language: str = "") -> list[str]:
    return [found.language for found in detect_all(texts, language)]


def test_undecided_han_text_goes_by_the_document() -> None:
    assert languages("情報保護協定", "会談が行われた。") == ["ja", "ja"]
    assert languages("情報保護協定", "美國總統訪問日本。") == ["zh-Hant", "zh-Hant"]
    assert languages("中央政府", "中国与日本签署协定。") == ["zh-Hans", "zh-Hans"]


def test_undecided_han_text_never_goes_to_a_language_that_does_not_write_it() -> None:
    assert languages("情報保護協定", "中国与日本签署协定。") == [UNDECIDED_HAN, "zh-Hans"]


def test_an_english_document_decides_nothing_about_its_han_text() -> None:
    assert detect_all(["The talks ended.", "中央政府"])[1] == Detected(UNDECIDED_HAN, decided=False)


def test_undecided_paragraphs_may_decide_each_other() -> None:
    # 報 and 護 are not Simplified, 国 and 会 not Traditional.
    assert languages("情報保護協定", "国会") == ["ja", "ja"]


def test_a_japanese_name_with_an_old_character_goes_by_the_document() -> None:
    assert languages("宮澤喜一", "会談が行われた。") == ["ja", "ja"]
    assert languages("宮澤喜一") == ["zh-Hant"]


@pytest.mark.parametrize(
    ("text", "wanted", "language"),
    [
        ("中央政府", "ja", "ja"),
        ("情報保護協定", "ja", "ja"),
        ("情報保護協定", "zh-Hant", "zh-Hant"),
        ("中国与日本签署协定。", "zh-Hant", "zh-Hans"),
        ("中国与日本签署协定。", "ja", "zh-Hans"),
        ("美國總統訪問日本。", "zh-Hans", "zh-Hant"),
        ("会談が行われた。", "zh-Hans", "ja"),
        ("会談が行われた。", "en", "ja"),
        ("The talks ended.", "ja", "en"),
        ("Les pourparlers", "fr", "fr"),
        ("中央政府", "fr", UNDECIDED_HAN),
        ("Москва сегодня", "ru", "ru"),
        ("The talks ended.", "ru", "en"),
        ("대한민국", "ko", "ko"),
        ("12", "ja", "und"),
    ],
)
def test_the_language_asked_for_decides_what_could_be_written_in_it(text: str, wanted: str, language: str) -> None:
    assert languages(text, language=wanted) == [language]


def test_the_majority_is_by_letters() -> None:
    texts = ["Short.", "会談が東京で行われた。"]
    assert majority(texts) == "ja"
    assert majority([]) == "und"


def test_no_character_stands_in_two_tables() -> None:
    tables = [getattr(han_tables, name) for name in dir(han_tables) if name.isupper()]
    assert len(tables) == 7
    assert len(set("".join(tables))) == sum(map(len, tables))


@given(st.lists(st.text(), max_size=5), st.sampled_from(["", "en", "ja", "zh-Hans", "zh-Hant", "ko", "ru", "fr"]))
def test_any_text_has_an_answer(texts: list[str], language: str) -> None:
    found = detect_all(texts, language)
    assert len(found) == len(texts)
    assert all(each.decided or each.language == UNDECIDED_HAN for each in found)


def test_one_long_paragraph_is_not_slower_than_many() -> None:
    line = "日本とニュージーランドは会談した。Talks were held. "
    start = time.process_time()
    detect(line * 30_000)
    assert time.process_time() - start < 1


LETTERS = st.text(
    st.sampled_from(list("日本国会談中央政府与美國總統宮澤情報保護協定のはをニュABC 12。，（）()[]ーー〆々〇対한М这个们説·“”個")),
    max_size=30,
)


CHINESE = st.text(st.sampled_from(list("这们说個國說與和的人宮，")), min_size=1, max_size=12)


@given(LETTERS | CHINESE | st.text())
def test_what_a_glance_tells_is_what_a_close_look_tells(text: str) -> None:
    evident = _evident(text)
    if evident:
        assert _decide(_examine(text), "") == Detected(evident)


def test_a_long_document_is_told_from_paragraphs_spread_over_it() -> None:
    texts = ["会談が東京で行われた。"] * 900 + ["The talks ended in Tokyo."] * 300
    assert majority(texts) == "ja"
    assert majority(texts[::-1]) == "ja"
    assert detect_all([*texts, "中央政府"])[-1].language == "ja"
