"""Kana and pinyin against the form that they are the reading of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from glossary.check.problems import Problem, problem
from glossary.languages import JAPANESE, TRADITIONAL
from glossary.model import Term, Termbase
from glossary.readings.drafts import han_readings
from glossary.readings.kana import hiragana
from glossary.readings.pinyin import Syllable, syllables
from glossary.text.script import is_han

_READING = re.compile(r"[ぁ-ゖァ-ヺー・ |]+")
# Runs of kana, which stand in the reading as they are; ヶ and ヵ are read か, が or こ, and 々 ゝ repeat.
_RUNS = re.compile("[ぁ-ゔァ-ヴー]+|[^ぁ-ゔァ-ヴー]+")
_LETTERS = re.compile("[A-Za-z]+|[0-9]+")
_DIGITS = dict(zip("0123456789", ("ling2", "yi1", "er4", "san1", "si4", "wu3", "liu4", "qi1", "ba1", "jiu3"), strict=True))
_NEUTRAL = 5


def check_readings(termbase: Termbase) -> Iterator[Problem]:
    """Yield readings that are no kana or do not hold the kana of the form, and pinyin that cannot be read from its characters."""
    for concept in termbase.concepts:
        for term in concept.terms:
            if term.reading:
                yield from _check_kana(term)
            if term.pinyin:
                yield from _check_pinyin(term)


def _check_kana(term: Term) -> Iterator[Problem]:
    if term.language != JAPANESE:
        yield problem("check.reading-language", term.place, text=term.text, language=term.language)
    elif not _READING.fullmatch(term.reading) or "  " in term.reading or term.reading != term.reading.strip(" |"):
        yield problem("check.reading-kana", term.place, text=term.text, reading=term.reading)
    elif not reads(term.text, term.reading):
        yield problem("check.reading-order", term.place, text=term.text, reading=term.reading)


def reads(text: str, reading: str) -> bool:
    """Whether `reading` holds the kana of `text` in order, with something for every stretch of other characters between."""
    pattern = ""
    for run in _RUNS.findall(unicodedata.normalize("NFKC", text)):
        if _RUNS.match(run) and hiragana(run) and re.match("[ぁ-ゔァ-ヴー]", run):
            pattern += re.escape(hiragana(run))
        elif any(char.isalnum() for char in run):
            pattern += ".+"
    return re.fullmatch(pattern, hiragana(reading)) is not None


def _check_pinyin(term: Term) -> Iterator[Problem]:
    if not term.language.startswith("zh"):
        yield problem("check.pinyin-language", term.place, text=term.text, language=term.language)
        return
    found = syllables(_without_letters(term.pinyin, term.text))
    chars = [char for char in _without_letters(term.text, term.pinyin) if is_han(char) or char in _DIGITS]
    if len(found) != len(chars):
        counted, wanted = len(found), len(chars)
        yield problem("check.pinyin-count", term.place, text=term.text, pinyin=term.pinyin, syllables=counted, characters=wanted)
        return
    for char, syllable in zip(chars, found, strict=True):
        known = han_readings(char, term.language == TRADITIONAL) or (frozenset({_DIGITS[char]}) if char in _DIGITS else frozenset())
        if known and not _is_reading(syllable, known):
            shown = ", ".join(sorted(known))
            yield problem(
                "check.pinyin-unknown", term.place, text=term.text, character=char, syllable=f"{syllable}{syllable.tone}", known=shown
            )


def _is_reading(syllable: Syllable, known: frozenset[str]) -> bool:
    """Whether a character with the readings `known` can be read `syllable`; unstressed, any of them loses its tone."""
    if syllable.tone == _NEUTRAL:
        return any(one[:-1] == syllable for one in known)
    return f"{syllable}{syllable.tone}" in known


def _without_letters(text: str, other: str) -> str:
    """Return `text` without the Latin letters and digits that `other` has as well: G7 and 2050 stay as they are in pinyin."""
    shared = set(_LETTERS.findall(text)) & set(_LETTERS.findall(other))
    return re.sub(r"[+\-&./]", " ", _LETTERS.sub(lambda run: " " if run[0] in shared else run[0], text))
