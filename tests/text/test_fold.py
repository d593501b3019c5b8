"""Folding: what compares equal, and the way back to the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.text.fold import fold, folded

EQUAL = [
    ("Indo–Pacific", "indo-pacific", "en dash"),
    ("INDO\u2011PACIFIC", "indo-pacific", "no-break hyphen, capitals"),
    ("Indo－Pacific", "indo-pacific", "full-width hyphen-minus"),
    ("New\u00a0Zealand’s", "new zealand's", "no-break space, curly apostrophe"),
    ("New \t Zealand", "new zealand", "run of blanks"),
    ("ＡＣＳＡ", "acsa", "full width"),
    ("ﾆｭｰｼﾞｰﾗﾝﾄﾞ", "ニュージーランド", "half-width kana with dakuten"),
    ("か\u3099いむ", "がいむ", "decomposed kana"),
    ("e\u0301lite", "élite", "decomposed Latin"),
    ("情報\u200b保護協定", "情報保護協定", "zero-width space"),
    ("尖閣\u00ad諸島", "尖閣諸島", "soft hyphen"),
    ("葛\U000e0100城", "葛城", "variation selector"),
    ("⽇新", "日新", "Kangxi radical"),
    ("神\ufe00", "神", "variation selector after a compatibility ideograph's base"),
    ("\ufa19", "神", "compatibility ideograph"),
    ("free and\r\n  open", "free and open", "hard line break between words"),
    ("情報\n　保護協定", "情報保護協定", "hard line break between Han characters"),
    ("Indo-\nPacific", "indo-pacific", "line broken after a hyphen"),
    ("アンソニー·ブリンケン", "アンソニー・ブリンケン", "middle dots"),
    ("Straße", "strasse", "case folding makes it longer"),
    ("İstanbul", "i\u0307stanbul", "case folding makes it longer"),
]
DIFFERENT = [
    ("髙橋", "高橋", "another character, not another width"),
    ("サーバ", "サーバー", "another spelling"),
    ("Japan—New", "japan-new", "an em dash is punctuation"),
    ("one\n\ntwo", "one two", "a paragraph ends between them"),
    ("國際", "国際", "another orthography"),
]


@pytest.mark.parametrize(("text", "expected", "why"), EQUAL)
def test_typographic_variants_fold_to_one_form(text: str, expected: str, why: str) -> None:
    assert fold(text).text == expected, why


@pytest.mark.parametrize(("text", "other", "why"), DIFFERENT)
def test_other_spellings_stay_different(text: str, other: str, why: str) -> None:
    assert fold(text).text != other, why


def test_case_can_be_kept() -> None:
    assert folded("ＮＺ–ＡＣＳＡ", case=False) == "NZ-ACSA"


@pytest.mark.parametrize(
    ("text", "part", "span"),
    [
        ("ﾆｭｰｼﾞｰﾗﾝﾄﾞへ", "ニュージーランド", (0, 10)),
        ("𠮷野家と情報\u200b保護協定", "情報保護協定", (4, 11)),
        ("(か\u3099いむ)", "がいむ", (1, 5)),
        ("Straße x", "ss", (4, 5)),
        ("a free and\r\n  open b", "free and open", (2, 18)),
    ],
)
def test_a_folded_slice_answers_with_the_whole_of_what_it_came_from(text: str, part: str, span: tuple[int, int]) -> None:
    mapped = fold(text)
    start = mapped.text.index(part)
    assert mapped.hull(start, start + len(part)) == span


CHARACTERS = "aAſßﬁIİ \n\r\t\u00a0\u3000\u200b\u00ad\ufe0fか\u3099\u0301e–-‘“Ａｶﾞﾞ⽇神新ŉ'\u2028\u2029日ΐ･·𠮷"
TEXTS = st.text(st.sampled_from(list(CHARACTERS)), max_size=14) | st.text(max_size=8)


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(TEXTS, st.data())
def test_every_folded_slice_lies_in_a_source_range_that_folds_to_it(text: str, data: st.DataObject) -> None:
    mapped = fold(text)
    if not len(mapped):
        return
    start = data.draw(st.integers(0, len(mapped) - 1))
    end = data.draw(st.integers(start + 1, len(mapped)))
    low, high = mapped.hull(start, end)
    assert 0 <= low < high <= len(text)
    # White space and combining marks read differently without their neighbours; all else folds to what it was.
    if not any(c.isspace() or c in "\u3099\u0301ﾞ" for c in text):
        assert mapped.text[start:end] in fold(text[low:high]).text


@given(TEXTS)
def test_ranges_of_neighbouring_characters_never_run_backwards(text: str) -> None:
    mapped = fold(text)
    hulls = [mapped.hull(at, at + 1) for at in range(len(mapped))]
    assert hulls == sorted(hulls)
