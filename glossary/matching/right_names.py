"""The names that a slip may be meant for: what near-miss compares a text with, as plain rows worked out when the termbase is compiled.

A row is a form of a right name with the numbers of its concept and term, so that none of the concepts is decoded to search a text.
English rows have the words of the form besides, and the two of them that fewest other names have: a name with one wrong word still
has one of the two, so a text is only compared with names that it shares such a word with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct, msgpack

from glossary.languages import ENGLISH, HAN_LANGUAGES, JAPANESE
from glossary.model import Concept, Kind, Status, Term, Termbase, TermType
from glossary.text.patterns import deferred
from glossary.text.script import is_han

# Letters and digits are words of their own: Raven24. An apostrophe is part of a word.
WORD = deferred(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+")
KATAKANA = deferred("[ァ-ヴー]{4,}")
FUNCTION = frozenset("a an and as at between by for from in into of on or the to with".split())
NAMES = frozenset(
    {
        Kind.STATE,
        Kind.TERRITORY,
        Kind.PLACE,
        Kind.PERSON,
        Kind.ORGANISATION,
        Kind.AGREEMENT,
        Kind.DOCUMENT,
        Kind.EXERCISE,
        Kind.EVENT,
        Kind.POST,
    }
)
_KINDS = NAMES | {Kind.PHRASE}
_RIGHT = frozenset({Status.PREFERRED, Status.ADMITTED})
# Made of a name and something else: 岸田首相 is the family name again, 日方 a shorthand.
_PARTS = frozenset({TermType.TITLED, TermType.PARTY, TermType.ACRONYM, TermType.ATTRIBUTIVE, TermType.DUAL})
_PLAIN = deferred(r"(?:[^\W_]|[ '’‐‑–-])+\Z")
_MOST_WORDS = 14  # titles of treaties are longer, and nobody has them by heart
_SHORTEST = 4  # characters of a Japanese or Chinese name
_SHORTEST_PERSON = 3
_SHORTEST_PHRASE = 6
_LONGEST = 16
_WIDE = 3  # bytes of a Han character or kana in UTF-8


class EnglishName(Struct, frozen=True, array_like=True, gc=False):
    """An English form, its words in lower case with a space between, how many of them are no function words, two rare ones."""

    text: str
    words: str
    content: int
    rare: tuple[str, ...]
    concept: int
    term: int


class HanName(Struct, frozen=True, array_like=True, gc=False):
    """A Japanese or Chinese form."""

    text: str
    concept: int
    term: int


class RightNames(Struct, frozen=True, array_like=True):
    """The rows of a termbase: English names, those with Han characters by language, Japanese ones with a word in katakana."""

    english: tuple[EnglishName, ...] = ()
    han: dict[str, tuple[HanName, ...]] = {}
    kana: tuple[HanName, ...] = ()


class _Form(NamedTuple):
    text: str
    words: tuple[str, ...]
    content: int
    concept: int
    term: int


def derive_names(termbase: Termbase) -> RightNames:
    """Return the rows of `termbase`."""
    forms = list(_english(termbase))
    uses = Counter(word for form in forms for word in set(form.words))
    english = (
        EnglishName(form.text, " ".join(form.words), form.content, _rare(form.words, uses), form.concept, form.term) for form in forms
    )
    han = {language: tuple(_han(termbase, language)) for language in sorted(HAN_LANGUAGES)}
    return RightNames(tuple(english), han, tuple(_kana(termbase)))


def pack_names(termbase: Termbase) -> bytes:
    """Return the rows of `termbase` as they are stored."""
    return msgpack.encode(derive_names(termbase))


def unpack_names(stored: bytes | memoryview) -> RightNames:
    """Return the rows that `pack_names` stored; none where nothing is stored."""
    return msgpack.decode(stored, type=RightNames) if len(stored) else RightNames()


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of `text` for comparing: lower case, straight apostrophes."""
    return tuple(WORD.findall(text.lower().replace("’", "'")))


def _terms(termbase: Termbase, language: str) -> Iterator[tuple[int, int, Concept, Term]]:
    for number, concept in enumerate(termbase.concepts):
        if concept.kind in _KINDS:
            for place, term in enumerate(concept.terms):
                if term.language == language and term.status in _RIGHT and term.type not in _PARTS and term.near_miss != "no":
                    yield number, place, concept, term


def _english(termbase: Termbase) -> Iterator[_Form]:
    for number, place, concept, term in _terms(termbase, ENGLISH):
        if concept.kind is Kind.PERSON:
            continue  # people have namesakes and brothers
        for text in (term.text, *term.forms):
            words = words_of(text) if " " in text and _PLAIN.match(text) else ()
            content = sum(word.isalpha() and word not in FUNCTION for word in words)
            if content > 1 and len(words) <= _MOST_WORDS:
                yield _Form(text, words, content, number, place)


def _rare(words: tuple[str, ...], uses: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (uses[word], -len(word), word))[:2])


def _han(termbase: Termbase, language: str) -> Iterator[HanName]:
    for number, place, concept, term in _terms(termbase, language):
        least = _SHORTEST_PERSON if concept.kind is Kind.PERSON else _SHORTEST if concept.kind in NAMES else _SHORTEST_PHRASE
        for text in dict.fromkeys((term.text, *term.forms)):
            wide = len(text.encode("utf-8", "surrogatepass")) == len(text) * _WIDE
            if least <= len(text) <= _LONGEST and wide and any(map(is_han, text)):
                yield HanName(text, number, place)


def _kana(termbase: Termbase) -> Iterator[HanName]:
    for number, place, concept, term in _terms(termbase, JAPANESE):
        if concept.kind in NAMES and concept.kind is not Kind.PERSON:  # names of foreigners are spelt in many ways
            for text in dict.fromkeys((term.text, *term.forms)):
                if KATAKANA.search(text):
                    yield HanName(text, number, place)
