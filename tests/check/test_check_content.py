"""Checks that need character tables, dictionaries and CLDR: each with entries that are wrong and entries that only look so."""

from __future__ import annotations

import pytest

from glossary.check.cldr import check_cldr
from glossary.check.drafts import check_drafts
from glossary.check.duplicates import check_duplicates
from glossary.check.readings import check_readings, reads
from glossary.check.scripts import check_scripts


def one(language: str, text: str, more: str = "") -> str:
    return f"- {{id: x, terms: {{{language}: [{{text: {text}{', ' + more if more else ''}}}]}}}}"


def state(names: str, more: str = "", code: str = "NZ") -> str:
    return f"- {{id: x, kind: state, territory: {code}, terms: {{{names}}}{', ' + more if more else ''}}}"


TWO = "- {{id: x, terms: {{ja: [{{text: 日新, status: preferred{0}}}]}}{1}}}\n- {{id: y, terms: {{ja: [{{text: 日新}}]}}}}"
CASES = [
    # kana
    (check_readings, "", one("ja", "情報保護協定", "reading: じょうほう ほご きょうてい")),
    (check_readings, "", one("ja", "大内", "reading: おお|うち")),
    (check_readings, "", one("ja", "日・ニュージーランド", "reading: にち ニュージーランド")),
    (check_readings, "", one("ja", "NZ", "reading: エヌゼット")),
    (check_readings, "check.reading-kana", one("ja", "岸田", "reading: Kishida")),
    (check_readings, "check.reading-kana", one("ja", "岸田", "reading: 'きし  だ'")),
    (check_readings, "check.reading-kana", one("ja", "岸田", "reading: きし田")),
    (check_readings, "check.reading-order", one("ja", "瀬取り", "reading: せどる")),
    (check_readings, "check.reading-order", one("ja", "自由で開かれた", "reading: じゆうひらかれた")),
    (check_readings, "check.reading-order", one("ja", "ニュージーランド", "reading: ニュージランド")),
    (check_readings, "check.reading-language", one("en", "Japan", "reading: にほん")),
    # pinyin
    (check_readings, "", one("zh-Hans", "情报保护协定", "pinyin: qíngbào bǎohù xiédìng")),
    (check_readings, "", one("zh-Hans", "重庆", "pinyin: chóngqìng")),
    (check_readings, "", one("zh-Hans", "我们", "pinyin: wǒmen")),
    (check_readings, "", one("zh-Hans", "G7集团", "pinyin: G7 jítuán")),
    (check_readings, "", one("zh-Hans", "2050战略", "pinyin: 2050 zhànlüè")),
    (check_readings, "", one("zh-Hant", "印太4國", "pinyin: yìn tài sì guó")),
    (check_readings, "", one("zh-Hant", "衝突", "pinyin: chōngtú")),
    (check_readings, "check.pinyin-unknown", one("zh-Hans", "冲突", "pinyin: chōngtú")),
    (check_readings, "check.pinyin-count", one("zh-Hans", "情报保护协定", "pinyin: qíngbào xiédìng")),
    (check_readings, "check.pinyin-count", one("zh-Hans", "新西兰", "pinyin: New Zealand")),
    (check_readings, "check.pinyin-unknown", one("zh-Hans", "重庆", "pinyin: chéngqìng")),
    (check_readings, "check.pinyin-unknown", one("zh-Hans", "协定", "pinyin: xiédíng")),
    (check_readings, "check.pinyin-language", one("ja", "協定", "pinyin: xiédìng")),
    # scripts
    (check_scripts, "", one("zh-Hans", "乾隆")),
    (check_scripts, "", one("zh-Hans", "新潟")),
    (check_scripts, "", one("zh-Hant", "台灣海峽")),
    (check_scripts, "", one("ja", "台湾海峡")),
    (check_scripts, "", one("zh-Hans", "台灣", "status: deprecated, reason: misspelling")),
    (check_scripts, "check.wrong-script", one("zh-Hans", "台灣海峡")),
    (check_scripts, "check.wrong-script", one("zh-Hant", "台湾海峽")),
    (check_scripts, "check.wrong-script", one("zh-Hans", "台湾", "forms: [台灣]")),
    # duplicates
    (check_duplicates, "check.folded-twin", "- {id: x, terms: {en: [Indo-Pacific, Indo‑Pacific]}}"),
    (check_duplicates, "check.folded-twin", "- {id: x, terms: {ja: [ＮＺ側, NZ側]}}"),
    (check_duplicates, "", "- {id: x, terms: {en: [{text: Quad, case: exact}, quad]}}"),
    (check_duplicates, "", "- {id: x, terms: {en: [Quad, {text: Quad, type: short}]}}"),
    (check_duplicates, "check.same-name", TWO.format("", "")),
    (check_duplicates, "", TWO.format("", ", related: y")),
    (check_duplicates, "", TWO.format(", qualifier: firm", "")),
    (check_duplicates, "", TWO.format(", region: [TW]", "").replace("text: 日新}", "text: 日新, region: [HK]}")),
    # CLDR
    (check_cldr, "", state("en: [{text: New Zealand, status: preferred}]")),
    (check_cldr, "", state("en: [{text: Aotearoa}]")),
    (check_cldr, "check.cldr-differs", state("en: [{text: Aotearoa, status: preferred}]")),
    (check_cldr, "", state("en: [{text: Aotearoa, status: preferred}]", "differs_from_cldr: {en: Name in Māori.}")),
    (check_cldr, "check.cldr-same", state("en: [{text: New Zealand, status: preferred}]", "differs_from_cldr: {en: None.}")),
    (check_cldr, "", state("zh-Hant: [{text: 紐西蘭, status: preferred, region: [TW]}, {text: 新西蘭, status: preferred, region: [HK]}]")),
    (check_cldr, "check.cldr-no-territory", state("en: [{text: New Zealand, status: preferred}]", code="QX")),
    # drafts, on demand
    (check_drafts, "", one("ja", "情報保護協定", "reading: じょうほう ほご きょうてい")),
    (check_drafts, "check.draft-kana", one("ja", "情報保護協定", "reading: じょうほうほぞん きょうてい")),
    (check_drafts, "check.no-reading", one("ja", "情報保護協定")),
    (check_drafts, "", one("ja", "クアッド")),
    (check_drafts, "", one("zh-Hans", "重庆", "pinyin: chóngqìng")),
    (check_drafts, "", one("zh-Hant", "重慶", "pinyin: chóngqìng")),
    (check_drafts, "check.draft-pinyin", one("zh-Hans", "重庆", "pinyin: zhòngqìng")),
    (check_drafts, "check.no-reading", one("zh-Hans", "重庆")),
]


@pytest.mark.parametrize(("check", "expected", "text"), CASES)
def test_each_check_reports_what_is_wrong_and_nothing_else(check, expected, text, entries) -> None:
    found = list(check(entries(text).termbase))
    assert [problem.message_id for problem in found] == ([expected] if expected else [])
    assert all("%(" not in str(problem) for problem in found)


@pytest.mark.parametrize(("text", "reading"), [("駒ヶ岳", "こまがたけ"), ("日NZ", "にちエヌゼット"), ("大分県", "おおいた けん")])
def test_what_is_no_kana_may_be_read_any_way(text: str, reading: str) -> None:
    assert reads(text, reading)


def test_a_dictionary_that_drops_a_character_proposes_nothing(entries) -> None:
    (problem,) = check_drafts(entries(one("ja", "髙橋孝治")).termbase)
    assert "こうじ" not in problem.arguments["drafts"].split(", ")
