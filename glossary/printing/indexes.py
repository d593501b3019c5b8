"""Indexes of a printed glossary: Japanese names by their kana, Chinese names by their pinyin."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from glossary.model import Concept, Kind, Status, Term, Termbase
from glossary.printing.options import Options
from glossary.readings.kana import hiragana, is_kana

# The rows of the gojūon; a reading is filed under the head of its row (か for が).
_ROWS = (
    "あいうえお", "かきくけこ", "さしすせそ", "たちつてと", "なにぬねの",
    "はひふへほ", "まみむめも", "やゆよ", "らりるれろ", "わゐゑをん",
)  # fmt: skip
_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎ", "あいうえおつやゆよわ")
_VOWELS = {
    "あ": "あかさたなはまやらわ",
    "い": "いきしちにひみりゐ",
    "う": "うくすつぬふむゆる",
    "え": "えけせてねへめれゑ",
    "お": "おこそとのほもよろを",
}


class Line(Struct, frozen=True, kw_only=True):
    """A name, its reading, and the entry it leads to."""

    text: str
    reading: str
    tag: str
    id: str


class Head(Struct, frozen=True, kw_only=True):
    """The lines under one head: a row of kana or a letter."""

    name: str
    lines: tuple[Line, ...]


def by_kana(termbase: Termbase, options: Options) -> tuple[Head, ...]:
    """Return the Japanese names whose reading is known, in the order of the gojūon."""
    if options.languages and "ja" not in options.languages:
        return ()
    lines = []
    for concept, term in _names(termbase, options, ("ja",)):
        reading = term.reading or (term.text if is_kana(term.text) else "")
        if reading:
            lines.append(Line(text=term.text, reading=hiragana(reading), tag="ja", id=concept.id))
    return _grouped(lines, kana_key, lambda line: _row(line.reading))


def by_pinyin(termbase: Termbase, options: Options) -> tuple[Head, ...]:
    """Return the Chinese names whose pinyin is known, by letters, then by tones."""
    lines = [
        Line(text=term.text, reading=term.pinyin, tag=term.language, id=concept.id)
        for concept, term in _names(termbase, options, ("zh-Hans", "zh-Hant"))
        if term.pinyin
    ]
    return _grouped(lines, pinyin_key, lambda line: pinyin_key(line)[0][:1].upper() or "#")


def kana_key(line: Line) -> tuple[str, str]:
    """Return the key of JIS X 4061 in short: clear before voiced, large before small, a long mark as the vowel it lengthens."""
    plain = ""
    for char in unicodedata.normalize("NFD", line.reading).translate(_SMALL):
        if char == "ー" and plain:
            plain += next((vowel for vowel, kana in _VOWELS.items() if plain[-1] in kana), "")
        elif not unicodedata.combining(char):
            plain += char
    return plain, line.reading


def pinyin_key(line: Line) -> tuple[str, str]:
    """Return letters without tones, then the pinyin itself; ü counts as u, spaces and apostrophes do not count."""
    letters = "".join(char for char in unicodedata.normalize("NFD", line.reading.casefold()) if char.isalnum())
    return letters, line.reading


def _names(termbase: Termbase, options: Options, languages: Sequence[str]) -> Iterable[tuple[Concept, Term]]:
    seen = set()
    for concept in termbase.concepts:
        for term in concept.terms:
            wanted = term.language in languages and (not options.languages or term.language in options.languages)
            region = options.regions.get(term.language, "")
            here = not region or not term.region or region in term.region
            if wanted and here and concept.kind is not Kind.SHIELD and term.status is not Status.DEPRECATED:
                key = (concept.id, term.text, term.reading or term.pinyin)
                if key not in seen:
                    seen.add(key)
                    yield concept, term


def _grouped(lines: Iterable[Line], key: Callable[[Line], tuple[str, str]], head: Callable[[Line], str]) -> tuple[Head, ...]:
    groups: defaultdict[str, list[Line]] = defaultdict(list)
    for line in sorted(lines, key=key):
        groups[head(line)].append(line)
    return tuple(Head(name=name, lines=tuple(found)) for name, found in groups.items())


def _row(reading: str) -> str:
    first = unicodedata.normalize("NFD", reading)[:1].translate(_SMALL)
    return next((row[0] for row in _ROWS if first in row), "#")
