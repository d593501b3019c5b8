"""What a Han name becomes in English when its characters are read out instead of translated: 日新 → Nisshin, Nissin, Rixin.

Japanese readings are the curated ones and pykakasi's, in Hepburn, passport Hepburn, Kunrei-shiki and as typed (wāpuro); Chinese ones
the curated pinyin, else pypinyin's. Both are made of every name, whatever its language: machines read Chinese names as Japanese
and the other way round. What comes out is a table for `misreadings`; nothing of it stands in a termbase.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from glossary.languages import ENGLISH, JAPANESE, SIMPLIFIED
from glossary.matching.known_names import letters
from glossary.model import Concept, Kind, Name, Status, Term, TermType
from glossary.readings.drafts import pinyin_draft
from glossary.readings.han import kana_reading
from glossary.readings.kana import is_kana
from glossary.readings.pinyin import marked, syllables
from glossary.readings.romaji import STYLES
from glossary.text.script import all_han

MOST_FORMS = 12  # a term
SHORTEST = 5  # letters: shorter ones are words and names of all the world
FULL, FAMILY, GIVEN = "full", "family", "given"
KINDS = frozenset({Kind.PERSON, Kind.PLACE, Kind.ORGANISATION, Kind.BILATERAL})
PINYIN = "pinyin"
_MARKS = re.compile("[^A-Za-z' ]+")
_HAN_LENGTHS = range(2, 7)
_NOT_NAMES = frozenset({TermType.TITLED, TermType.PARTY, TermType.PHRASE})


class Form(NamedTuple):
    """One wrong form: `text` as it is mostly written, `key` its letters, `breaks` where in the key a space or hyphen may stand.

    `needed` is the break that has to be there, between the two names of a person, else 0. `part` says of what part of a name.
    """

    text: str
    key: str
    breaks: tuple[int, ...]
    needed: int
    source: str
    language: str  # read as Japanese ("ja") or as Chinese ("zh-Hans")
    reading: str
    style: str
    part: str = FULL


class _Reading(NamedTuple):
    """How a name is read: its words in kana, or in pinyin with tone marks; for a person family name first."""

    language: str
    words: tuple[str, ...]


def is_source(term: Term) -> bool:
    """Whether wrong forms are derived from `term`: a name of two to six Han characters that is used and may be misread."""
    return (
        term.language != ENGLISH
        and len(term.text) in _HAN_LENGTHS
        and all_han(term.text)
        and term.type not in _NOT_NAMES
        and term.status is not Status.DEPRECATED
        and term.misread != "no"
    )


def forms_of(concept: Concept) -> Iterator[tuple[str, tuple[Form, ...]]]:
    """Yield each Han name of `concept` with the forms derived from it, at most `MOST_FORMS`, likeliest first, no key twice."""
    if concept.kind not in KINDS:
        return
    made: set[str] = set()
    by_text: dict[str, list[Term]] = {}
    for term in filter(is_source, concept.terms):
        by_text.setdefault(term.text, []).append(term)
    sounds = _read_in_japan(concept)
    for text, terms in by_text.items():
        name = _name_of(concept, text)
        part = FAMILY if any(text == each.family for each in concept.names.values()) else FULL
        found: dict[str, Form] = {}
        for form in _person(text, terms, name) if name else _plain(text, terms, part, sounds):
            if len(form.key) >= SHORTEST and form.key not in made:
                found.setdefault(form.key, form)
        forms = tuple(found.values())[:MOST_FORMS]
        made.update(form.key for form in forms)
        if forms:
            yield text, forms


def varieties(form: Form) -> tuple[str, ...]:
    """Return the ways `form` may be written, most usual first: Rixin, Ri Xin, Ri-xin, Rìxīn."""
    at = (0, *form.breaks, len(form.key))
    pieces = [form.key[low:high] for low, high in pairwise(at)]
    spaced = [" ".join(piece.capitalize() for piece in pieces)]
    if form.language != JAPANESE and not form.needed:
        spaced += ["-".join(pieces).capitalize()]
    with_marks = (
        form.reading.replace(" ", "" if " " not in form.text else " ")
        if form.style == PINYIN
        else STYLES["hepburn"](form.reading)
        if form.style == "hepburn"
        else ""
    )
    marks = [_title(with_marks)] if letters(with_marks) == form.key else []
    return tuple(dict.fromkeys([form.text, *spaced, *marks]))


def _name_of(concept: Concept, text: str) -> Name | None:
    """Return the parts of a person's name that `text` is, None where it is something else."""
    if concept.kind is not Kind.PERSON:
        return None
    for name in concept.names.values():
        if name.family and name.given and text == (name.full or name.family + name.given) and text.startswith(name.family):
            return name
    return None


def _read_in_japan(concept: Concept) -> bool:
    """Whether Chinese names of `concept` may have been read as Japanese ones: not those that only spell a foreign name by its sound."""
    if concept.kind in (Kind.BILATERAL, Kind.ORGANISATION):
        return True
    if any(term.language == JAPANESE and all_han(term.text) for term in concept.terms):
        return True
    return any(all_han(name.family + name.given) and name.family and name.given for name in concept.names.values())


def _plain(text: str, terms: list[Term], part: str, sounds: bool) -> Iterator[Form]:
    for reading in _readings(text, terms):
        if sounds or reading.language != JAPANESE or any(term.language == JAPANESE for term in terms):
            for written, style in _written(reading):
                yield _form(written, style, text, reading, part=part)


def _person(text: str, terms: list[Term], name: Name) -> Iterator[Form]:
    """Yield both orders of the whole name in every reading, then the family name and the given name alone."""
    parts = [reading for reading in _name_readings(text, terms, name) if len(reading.words) == 2]
    for reading in parts:
        for (family, style), (given, _) in zip(*map(_styled, (reading, reading), (0, 1)), strict=True):
            for pair in ((family, given), (given, family)):
                yield _form(" ".join(pair), style, text, reading, needed=len(letters(pair[0])))
    for part, index in ((FAMILY, 0), (GIVEN, 1)):
        for reading in parts:
            alone = _Reading(reading.language, (reading.words[index],))
            for written, style in _written(alone):
                yield _form(written, style, text, alone, part=part)


def _form(written: str, style: str, source: str, reading: _Reading, *, needed: int = 0, part: str = FULL) -> Form:
    key = letters(written)
    breaks = _breaks(written.split()) if needed or style != PINYIN else _breaks(str(one) for one in syllables(written))
    return Form(written, key, breaks, needed, source, reading.language, " ".join(reading.words), style, part)


def _breaks(pieces: Iterable[str]) -> tuple[int, ...]:
    """Return where in the letters one piece ends and the next begins."""
    ends: list[int] = []
    for piece in pieces:
        ends.append((ends[-1] if ends else 0) + len(letters(piece)))
    return tuple(ends[:-1])


def _written(reading: _Reading) -> Iterator[tuple[str, str]]:
    """Yield the spellings of a reading, capitals on its words, with their styles; spellings that differ in marks only are one."""
    if reading.language != JAPANESE:
        # Two syllables are one word whatever the divisions of the reading: Rixin.
        short = sum(len(syllables(word)) for word in reading.words) <= 2
        yield _title(_without_marks(("" if short else " ").join(reading.words))), PINYIN
        return
    seen: set[str] = set()
    for style in STYLES:
        written = _title(_without_marks(STYLES[style](" ".join(reading.words))))
        if letters(written) not in seen:
            seen.add(letters(written))
            yield written, style


def _styled(reading: _Reading, index: int) -> list[tuple[str, str]]:
    """Return one word of a reading in every style, so that two words can be put together in the same one."""
    if reading.language != JAPANESE:
        return [(_title(_without_marks(reading.words[index])), PINYIN)]
    return [(_title(_without_marks(romanise(reading.words[index]))), style) for style, romanise in STYLES.items()]


def _readings(text: str, terms: list[Term]) -> Iterator[_Reading]:
    """Yield the readings of a name: curated and drafted, Japanese and Chinese, those of its own language first."""
    japanese = [*_curated_kana(terms), *_words(kana_reading(_japanese(text)))]
    chinese = [*_curated_pinyin(terms), *_words(_joined(text))][:1]
    ordered = [(JAPANESE, words) for words in japanese], [(SIMPLIFIED, words) for words in chinese]
    for group in ordered if any(term.language == JAPANESE for term in terms) else reversed(ordered):
        yield from (_Reading(language, words) for language, words in dict.fromkeys(group))


def _name_readings(text: str, terms: list[Term], name: Name) -> Iterator[_Reading]:
    """Yield the readings of a person's name in two words, family name first."""
    family, given = name.family, name.given
    yield from (_Reading(JAPANESE, words) for words in _curated_kana(terms))
    pinyin = next(_curated_pinyin(terms), None) or (_joined(family), _joined(given))
    if all(pinyin):
        yield _Reading(SIMPLIFIED, pinyin)
    whole, first, last = (kana_reading(_japanese(part)) for part in (text, family, given))
    if first and whole != first and whole.startswith(first):
        yield _Reading(JAPANESE, (first, whole.removeprefix(first)))
    elif last and whole != last and whole.endswith(last):
        yield _Reading(JAPANESE, (whole.removesuffix(last), last))


def _curated_kana(terms: list[Term]) -> Iterator[tuple[str, ...]]:
    for term in terms:
        if term.language == JAPANESE and term.reading and is_kana(term.reading):
            yield tuple(term.reading.split())


def _curated_pinyin(terms: list[Term]) -> Iterator[tuple[str, ...]]:
    for term in terms:
        if term.pinyin and syllables(term.pinyin):
            yield tuple(marked(term.pinyin).split())


def _words(reading: str) -> list[tuple[str, ...]]:
    return [tuple(reading.split())] if reading else []


def _joined(text: str) -> str:
    """Return the drafted pinyin of `text` as one word with tone marks, "" where there is none."""
    drafted = pinyin_draft(text)
    word = ""
    for one in drafted:
        # An apostrophe where a syllable without a consonant would join the one before (GB/T 16159).
        word += f"{chr(39) if word and one[0] in 'aeo' else ''}{marked(f'{one}{one.tone}')}"
    return word


def _title(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split())


def _without_marks(text: str) -> str:
    """Return `text` with letters of the alphabet only, spaces and apostrophes kept."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", text.replace("’", "'")))


def _japanese(text: str) -> str:
    """Return `text` with Chinese characters as Japan writes them: pykakasi reads no others. A fold, never to be written."""
    folded = text
    for converter in _converters():
        folded = converter.convert(folded)
    return folded if len(folded) == len(text) else text


@cache
def _converters() -> tuple[Any, ...]:
    from opencc import OpenCC

    return OpenCC("s2t"), OpenCC("t2jp")
