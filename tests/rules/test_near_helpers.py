"""What near-miss compares with: spellings, orders, characters."""

from __future__ import annotations

import pytest

from glossary.languages import JAPANESE, SIMPLIFIED, TRADITIONAL
from glossary.rules.characters import look_alike, other_script, sound_alike
from glossary.rules.confused_words import CONFUSED
from glossary.rules.reordered import Orders
from glossary.rules.spellings import akin, misspells, numbers_of, spelling_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("defence", "defense"),
        ("organisation", "organization"),
        ("programme", "program"),
        ("centre", "center"),
        ("labour", "labor"),
        ("dialogue", "dialog"),
        ("ryūkyū", "ryukyu"),
        ("ryuukyuu", "ryukyu"),
        ("toukyou", "tokyo"),
        ("ta'u", "tau"),
    ],
)
def test_spellings_of_one_word_have_one_key(one: str, other: str) -> None:
    assert spelling_key(one) == spelling_key(other)
    assert not misspells(one, other)


@pytest.mark.parametrize(("one", "other"), [("korea", "korean"), ("strategy", "strategic"), ("defend", "defender"), ("agree", "agreement")])
def test_a_word_and_what_grew_out_of_it_are_akin(one: str, other: str) -> None:
    assert akin(one, other)
    assert not misspells(one, other)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("agrement", "agreement"),
        ("securty", "security"),
        ("phillipine", "philippine"),
        ("coperative", "cooperative"),
        ("fisheris", "fisheries"),
    ],
)
def test_a_letter_or_two_make_a_misspelling(written: str, right: str) -> None:
    assert misspells(written, right)


@pytest.mark.parametrize(("written", "right"), [("forge", "force"), ("island", "ireland"), ("austria", "australia"), ("ground", "marine")])
def test_short_words_may_have_one_letter_wrong_only_and_long_words_two(written: str, right: str) -> None:
    assert misspells(written, right) is (written == "forge")


@pytest.mark.parametrize(("word", "others"), [("islands", "island"), ("island", "islands"), ("agency", "agencies"), ("forces", "force")])
def test_singular_and_plural_know_each_other(word: str, others: str) -> None:
    assert others in numbers_of(word)


@pytest.mark.parametrize("word", ["congress", "status", "crisis"])
def test_words_that_only_end_in_s_are_no_plurals(word: str) -> None:
    assert not any(len(other) < len(word) for other in numbers_of(word))


def orders(*rows: str) -> Orders[str]:
    found: Orders[str] = Orders()
    for row in rows:
        words = tuple(row.split())
        found.add(words, words[-1], row)
    return found


@pytest.mark.parametrize("text", ["indo free and open pacific", "we want free indo and open pacific now", "pacific free open and indo"])
def test_words_in_an_order_that_english_does_not_know_are_found(text: str) -> None:
    assert [name for _, name in orders("free and open indo pacific").find(text.split())] == ["free and open indo pacific"]


@pytest.mark.parametrize(
    "text",
    [
        "free and open indo pacific",
        "open and free indo pacific",
        "indo pacific free and open",
        "indo pacific open and free",
        "free and open pacific",
        "free and open indo asia pacific",
    ],
)
def test_orders_by_rule_and_other_words_are_left_alone(text: str) -> None:
    assert list(orders("free and open indo pacific").find(text.split())) == []


def test_short_rows_and_rows_with_a_word_twice_have_no_other_order() -> None:
    assert list(orders("east china sea", "sea of the sea people").find("china sea east the sea of sea people".split())) == []


def test_articles_come_and_go() -> None:
    assert list(orders("department of the prime minister").find("the department of prime minister".split())) == []


def test_characters_that_look_alike_do_so_both_ways() -> None:
    assert look_alike("晋", "普")
    assert look_alike("普", "晋")
    assert not look_alike("晋", "晋")
    assert not look_alike("東", "西")


@pytest.mark.parametrize(
    ("written", "right", "language", "foreign"),
    [
        ("军", "軍", JAPANESE, True),
        ("图", "図", JAPANESE, True),
        ("図", "图", SIMPLIFIED, True),
        ("国", "國", TRADITIONAL, True),
        ("国", "國", SIMPLIFIED, False),
        ("軍", "军", JAPANESE, False),
        ("军", "車", JAPANESE, False),
    ],
)
def test_a_form_of_another_script_is_known_by_its_language(written: str, right: str, language: str, foreign: bool) -> None:
    assert other_script(written, right, language) is foreign


@pytest.mark.parametrize(
    ("one", "other", "alike"), [("介", "解", True), ("衛", "畏", True), ("军", "均", True), ("东", "西", False), ("ー", "一", False)]
)
def test_characters_of_one_syllable_sound_alike(one: str, other: str, alike: bool) -> None:
    assert sound_alike(one, other) is alike


def test_words_that_tell_real_names_apart_are_not_in_the_table() -> None:
    telling = set("east west north south coast guard force defense defence national air army navy japan china".split())
    assert not telling & set(CONFUSED)
    assert not telling & {one.right for rights in CONFUSED.values() for one in rights}
