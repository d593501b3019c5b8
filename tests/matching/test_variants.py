"""Spellings that readers take for the same word, and those that they do not."""

from __future__ import annotations

import pytest

from glossary.matching.surfaces import expand
from glossary.matching.variants import MOST_VARIANTS, variants
from glossary.model import Kind, Term

SAME = [
    ("ja", "コンピューター", "コンピュータ"),
    ("ja", "コンピュータ", "コンピューター"),
    ("ja", "ヴィクトリア", "ビクトリア"),
    ("ja", "ウェリントン", "ウエリントン"),
    ("ja", "ジャシンダ・アーダーン", "ジャシンダアーダーン"),
    ("ja", "ジャシンダ・アーダーン", "ジャシンダ=アーダーン"),
    ("ja", "取り組み", "取組"),
    ("ja", "取組", "取り組み"),
    ("ja", "引き渡し条約", "引渡条約"),
    ("ja", "申し合わせ", "申合せ"),
    ("ja", "高橋孝治", "髙橋孝治"),
    ("ja", "髙橋孝治", "高橋孝治"),
    ("ja", "山崎", "山﨑"),
    ("ja", "国際連合", "國際聯合"),
    ("zh-Hant", "臺灣海峽", "台灣海峽"),
    ("zh-Hans", "国内", "国內"),
]
OTHER = [
    ("ja", "バー", "バ"),
    ("ja", "ニュージーランド", "ニュジーランド"),
    ("ja", "バイデン", "ヴァイデン"),
    ("ja", "日・ニュージーランド", "日ニュージーランド"),
    ("ja", "法の支配", "法支配"),
    ("ja", "情報", "情報"),
    ("zh-Hans", "头发", "头發"),
    ("zh-Hant", "皇后", "皇後"),
    ("en", "colour", "color"),
]


@pytest.mark.parametrize(("language", "text", "spelling"), SAME)
def test_a_spelling_of_the_same_word_is_found(language: str, text: str, spelling: str) -> None:
    assert spelling in variants(text, language)


@pytest.mark.parametrize(("language", "text", "spelling"), OTHER)
def test_another_word_is_not(language: str, text: str, spelling: str) -> None:
    assert spelling not in variants(text, language)


def test_a_term_may_be_matched_as_written_only() -> None:
    assert len(expand(Term(text="取り組み", language="ja"), Kind.PHRASE)) > 1
    assert [one.key for one in expand(Term(text="取り組み", language="ja", expand="no"), Kind.PHRASE)] == ["取り組み"]
    assert [one.key for one in expand(Term(text="rules-based order", language="en", expand="no"), Kind.PHRASE)] == ["rules-based order"]


def test_variants_are_bounded() -> None:
    assert len(variants("国際連合広報局長引き渡し取り組み" * 3, "ja")) == MOST_VARIANTS
