"""Look-up: every way to ask for a concept, and what must not answer."""

from __future__ import annotations

import pytest

from glossary.lookup import Result, fold_key, look_up
from glossary.model import Concept, Confusable, Kind, Reason, Shorthand, Status, Term, Termbase


def term(language: str, text: str, status: Status = Status.PREFERRED, **fields: object) -> Term:
    return Term(text=text, language=language, status=status, **fields)  # type: ignore[arg-type]


TERMBASE = Termbase(
    title="Sample",
    languages=("en", "ja", "zh-Hans", "zh-Hant"),
    concepts=(
        Concept(id="japan", kind=Kind.STATE, terms=(term("en", "Japan"), term("ja", "日本", reading="にほん"))),
        Concept(
            id="japan-new-zealand",
            kind=Kind.BILATERAL,
            terms=(
                term("en", "Japan–New Zealand"),
                term("en", "Nissin", Status.DEPRECATED, reason=Reason.MISRENDERING, origin="日新"),
                term("zh-Hans", "日新", pinyin="Rì Xīn"),
                term("zh-Hant", "日紐", region=("TW",)),
            ),
        ),
        Concept(id="japan-singapore", kind=Kind.BILATERAL, terms=(term("en", "Japan–Singapore"), term("zh-Hans", "日新"))),
        Concept(id="new-zealand", kind=Kind.STATE, terms=(term("en", "New Zealand"), term("ja", "ニュージーランド"))),
        Concept(
            id="information-security-agreement",
            terms=(
                term("en", "information security agreement"),
                term("ja", "情報保護協定", reading="じょうほう ほご きょうてい"),
                term("zh-Hans", "情报保护协定", pinyin="qíngbào bǎohù xiédìng"),
            ),
            confusable=(Confusable(text="General Security of Military Information Agreement", language="en", to="gsomia"),),
        ),
        Concept(id="gsomia", kind=Kind.AGREEMENT, terms=(term("en", "GSOMIA"), term("ja", "軍事情報包括保護協定"))),
        Concept(id="ohira", kind=Kind.PERSON, terms=(term("en", "Ōhira Masayoshi"), term("ja", "大平正芳", reading="おおひら まさよし"))),
        Concept(id="economy", terms=(term("ja", "経済", reading="けいざい"), term("zh-Hant", "經濟"))),
        Concept(id="mainichi-shimbun", kind=Kind.SHIELD, terms=(term("ja", "毎日新聞"),)),
    ),
    shorthands=(
        Shorthand(text="新", language="zh-Hans", state="new-zealand", taken_for=("economy",)),
        Shorthand(text="新", language="zh-Hant", state="new-zealand", region=("HK",)),
    ),
)


def ids(query: str, **options: object) -> list[str]:
    return [result.concept.id for result in look_up(TERMBASE, query, **options)]  # type: ignore[arg-type]


def first(query: str) -> Result:
    return look_up(TERMBASE, query)[0]


@pytest.mark.parametrize(
    ("query", "concept", "how"),
    [
        ("Japan", "japan", "exact"),
        ("japan-new zealand", "japan-new-zealand", "exact"),
        ("New  Zealand", "new-zealand", "exact"),
        ("ＪＡＰＡＮ", "japan", "exact"),
        ("Ohira Masayoshi", "ohira", "exact"),
        ("おおひら", "ohira", "reading"),
        ("オオヒラマサヨシ", "ohira", "reading"),
        ("にゅーじーらんど", "new-zealand", "reading"),
        ("Oohira Masayoshi", "ohira", "romanisation"),
        ("jōhō hogo kyōtei", "information-security-agreement", "romanisation"),
        ("jouhouhogokyoutei", "information-security-agreement", "romanisation"),
        ("joho hogo kyotei", "information-security-agreement", "romanisation"),
        ("zyouhouhogo", "information-security-agreement", "romanisation"),
        ("qingbao baohu xieding", "information-security-agreement", "romanisation"),
        ("qíngbào", "information-security-agreement", "romanisation"),
        ("rixin", "japan-new-zealand", "romanisation"),
        ("info", "information-security-agreement", "prefix"),
        ("security agreement", "information-security-agreement", "substring"),
        ("保護協定", "information-security-agreement", "substring"),
        ("經济", "economy", "variant"),
        ("经济", "economy", "variant"),
        ("infromation security agrement", "information-security-agreement", "fuzzy"),
        ("New Zeeland", "new-zealand", "fuzzy"),
    ],
)
def test_a_query_leads_to_the_concept(query: str, concept: str, how: str) -> None:
    result = first(query)
    assert (result.concept.id, result.how) == (concept, how)


def test_a_wrong_form_leads_to_the_concept_with_the_right_one() -> None:
    result = first("Nissin")
    assert result.concept.id == "japan-new-zealand"
    assert result.term is not None
    assert result.term.status is Status.DEPRECATED


def test_one_surface_of_several_concepts_shows_them_all() -> None:
    assert ids("日新") == ["japan-new-zealand", "japan-singapore"]


def test_a_confusable_leads_to_the_concept_that_is_meant() -> None:
    result = first("General Security of Military Information Agreement")
    assert (result.concept.id, result.term) == ("gsomia", None)


def test_exact_comes_before_prefix_before_substring() -> None:
    assert ids("Japan")[0] == "japan"
    assert first("Japan").score == 100
    scores = [result.score for result in look_up(TERMBASE, "Japan")]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("query", ["", " ", "—", "毎日新聞", "zzzzzz", "xy"])
def test_there_is_no_answer_to(query: str) -> None:
    assert ids(query) == []


def test_likeness_is_asked_only_when_nothing_else_answers() -> None:
    assert "fuzzy" not in {result.how for result in look_up(TERMBASE, "Japan")}


def test_languages_and_regions_narrow_the_names_searched() -> None:
    assert ids("日新", languages=("ja",)) == []
    assert ids("日紐", region="HK") == []
    assert ids("日紐", region="TW") == ["japan-new-zealand"]


def test_no_more_than_the_limit_is_returned() -> None:
    assert len(look_up(TERMBASE, "a", limit=2)) <= 2


def test_dakuten_are_no_diacritics() -> None:
    assert fold_key("が") != fold_key("か")
    assert fold_key("Tōkyō") == "tokyo"


def test_a_short_form_leads_to_its_state_and_to_what_it_is_taken_for() -> None:
    state, *others = look_up(TERMBASE, "新")
    assert (state.concept.id, state.how, state.uses) == ("new-zealand", "shorthand", (("zh-Hans", ()), ("zh-Hant", ("HK",))))
    taken = next(result for result in others if result.concept.id == "economy")
    assert taken.term is None
    assert next(iter(look_up(TERMBASE, "新", region="TW"))).uses == (("zh-Hans", ()),)
    assert look_up(TERMBASE, "新", languages=["en"]) == ()
