"""What the words around a romanised name say it is."""

from __future__ import annotations

import pytest

from glossary.rules.glosses import has_apposition, is_gloss
from glossary.rules.name_signs import Sign, in_index, in_name, sign


def place(text: str, name: str = "Nissin") -> tuple[int, int]:
    low = text.index(name)
    return low, low + len(name)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Nissin summit took two days.", Sign.STATES),
        ("In a statement Nissin reiterated its position.", Sign.STATES),
        ("Nissin’s summit was short.", Sign.STATES),
        ("After talks in Tokyo Nissin will go on.", Sign.DEALINGS),
        ("Nissin’s decision surprised the ministers.", Sign.DEALINGS),
        ("Shares in Nissin rose.", Sign.ELSE),
        ("Nissin noodles are sold abroad.", Sign.ELSE),
        ("The Nissin sailed at dawn.", Sign.ELSE),
        ("He was born in Nissin and studied law.", Sign.ELSE),
        ("Nissin and Fonterra signed a treaty of friendship.", Sign.NONE),
        ("What Nissin wants is unclear.", Sign.NONE),
    ],
)
def test_sign(text: str, wanted: Sign) -> None:
    assert sign(text, *place(text), (0, len(text))) is wanted


@pytest.mark.parametrize(
    "text",
    ["Li Nissin spoke.", "They met Li Nissin.", "Nissin Airport opened.", "Mr Nissin spoke.", "the Toyo-Nissin plant",
     "the Nissin–Toyo plant", "in Nissin, Aichi, and", "Nissin, Taro.", "the Nissin War"],
)  # fmt: skip
def test_capitals_make_a_longer_name(text: str) -> None:
    assert in_name(text, *place(text), 0)


@pytest.mark.parametrize(
    "text",
    ["The Nissin talks", "In Nissin ties", "the Nissin Summit", "on Friday Nissin said", "Japanese Nissin talks",
     "Praising Nissin ties, he left.", "After Nissin, New Zealand’s minister went home", "the Nissin-led talks"],
)  # fmt: skip
def test_capitals_that_make_none(text: str) -> None:
    assert not in_name(text, *place(text), 0)


def test_titles_go_before_persons_only() -> None:
    text = "They met President Nissin."
    assert in_name(text, *place(text), 0)
    assert not in_name(text, *place(text), 0, person=True)


@pytest.mark.parametrize("text", ["Nissin, 45, 67–9", "Nissin 112", "Nissin. 2019. Report.", "Nissin (2019), Report"])
def test_indexes_and_bibliographies(text: str) -> None:
    assert in_index(text, *place(text))


@pytest.mark.parametrize("text", ["Nissin met in 2019.", "In 2019 Nissin, 45 days late, met.", "Nissin."])
def test_sentences_with_numbers_are_no_index(text: str) -> None:
    assert not in_index(text, *place(text))


@pytest.mark.parametrize(
    "text",
    ["the ministry (Nissin) met", "Nissin (the ministry) met", "the ministry, or Nissin, met", "known as Nissin", "“Nissin” is a word",
     "日新 is Nissin", "Nissin 日新", "the word Nissin", "Nissin, meaning both", "in Japanese Nissin"],
)  # fmt: skip
def test_gloss(text: str) -> None:
    assert is_gloss(text, *place(text))


@pytest.mark.parametrize(
    "text", ["the Nissin talks", "“the Nissin talks”", "(They met.) Nissin went on. (Later.)", "Nissin [sic]", "Nissin (sic)"]
)
def test_no_gloss(text: str) -> None:
    assert not is_gloss(text, *place(text))


def test_apposition() -> None:
    assert has_apposition("the Jieitai, Japan’s forces, met", len("the Jieitai"))
    assert has_apposition("the Jieitai – the forces – met", len("the Jieitai"))
    assert not has_apposition("the Jieitai met", len("the Jieitai"))
