"""The table of derived wrong forms: romanised Han names that may have been left in an English text, looked up by their letters.

One block of sorted lines, searched by halves: at a warm start nothing of it is decoded, and a text without such a form costs one
look-up a capitalised word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from glossary.languages import ENGLISH, JAPANESE
from glossary.matching.known_names import known_as, letters
from glossary.matching.romanised import KINDS, PINYIN, Form, forms_of
from glossary.model import Concept, Kind, Status, Termbase
from glossary.readings.pinyin import syllables
from glossary.termbase.words import is_ordinary
from glossary.text.patterns import deferred

# What else goes by a form (known_names), and two more: z any Chinese given name or place, l a form that the termbase lists itself.
ANY_CHINESE, LISTED = "z", "l"
_MOST_REMEMBERED = 20_000  # words; a text has few different ones

_CAPITALISED = deferred(r"(?<![A-Za-zÀ-ɏḀ-ỿ0-9_@])[A-ZÀ-ÖØ-ÞĀÂĒÊĚĪÎŌÔÖŪÛÜÁÀǍÉÈÍÌǏÓÒǑÚÙǓ][A-Za-zÀ-ɏḀ-ỿ]+")
_NEXT = deferred(r"(?: (?=[A-ZÀ-ÖØ-Þ])|[-‐‑'’])([A-Za-zÀ-ɏḀ-ỿ]+)")
_MOST_WORDS = 6  # that one form may be written in: a syllable each


class Misreading(NamedTuple):
    """A derived form of a concept's name; fields as in `romanised.Form`, `known` is what else goes by it ("" for nothing)."""

    concept: str
    text: str
    breaks: tuple[int, ...]
    needed: int
    source: str
    language: str
    reading: str
    style: str
    part: str
    known: str

    @property
    def listed(self) -> bool:
        """Whether the termbase has the form among its terms: then those decide, with their guards."""
        return LISTED in self.known


class Found(NamedTuple):
    """Derived forms at the half-open code points [low, high) of a text."""

    low: int
    high: int
    forms: tuple[Misreading, ...]


class Misreadings:
    """The table; `make` returns its lines as `derive` made them, and is called when the first text is searched."""

    def __init__(self, make: Callable[[], bytes | memoryview] = bytes) -> None:
        self._make = make
        self._begins: dict[str, int] = {}

    @cached_property
    def data(self) -> bytes:
        """The lines, sorted, UTF-8."""
        return bytes(self._make())

    def at(self, key: str) -> tuple[Misreading, ...]:
        """Return the forms with exactly these letters."""
        return tuple(_parsed(line) for line in self._lines(key, f"{key}\t".encode()))

    def find(self, text: str) -> Iterator[Found]:
        """Yield the derived forms in `text`, longest first where several begin at one word; later ones may overlap."""
        for match in _CAPITALISED.finditer(text):
            word = match.group()
            start = self._begins.get(word)
            if start is None:
                start = self._remember(word)
            if start >= 0:
                yield from self._at_word(text, match)

    def _remember(self, word: str) -> int:
        """Return where keys that begin with the letters of `word` stand, -1 for nowhere."""
        if len(self._begins) >= _MOST_REMEMBERED:
            self._begins.clear()
        key = letters(word)
        at = self._search(key.encode()) if key else -1
        found = self._begins[word] = at if at >= 0 and self.data.startswith(key.encode(), at) else -1
        return found

    def _at_word(self, text: str, match: re.Match[str]) -> Iterator[Found]:
        """Yield the forms that begin at a capitalised word, the one of most words first."""
        spelt, high, breaks = match.group(), match.end(), list[int]()
        reached: list[tuple[int, str, tuple[int, ...], str]] = [(high, letters(spelt), (), spelt)]
        while len(reached) < _MOST_WORDS:
            following = _NEXT.match(text, high)
            if following is None:
                break
            key = reached[-1][1]
            if text[high] not in "'’":
                breaks.append(len(key))
            high, key = following.end(), key + letters(following[1])
            at = self._search(key.encode())
            if at < 0 or not self.data.startswith(key.encode(), at):
                break
            reached.append((high, key, tuple(breaks), text[match.start() : high]))
        for end, key, divided, _ in reversed(reached):
            forms = tuple(form for form in self.at(key) if _divides(form, divided))
            if forms:
                yield Found(match.start(), end, forms)

    def _lines(self, key: str, prefix: bytes) -> Iterator[bytes]:
        at = self._search(prefix) if key else -1
        while at >= 0 and self.data.startswith(prefix, at):
            end = self.data.index(b"\n", at)
            yield self.data[at:end]
            at = end + 1

    def _search(self, wanted: bytes) -> int:
        """Return where the first line that is not before `wanted` begins, -1 where there is none."""
        data, low, high = self.data, 0, len(self.data)
        while low < high:
            middle = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = data.index(b"\n", middle)
            if data[middle:end] < wanted:
                low = end + 1
            else:
                high = middle
        return low if low < len(data) else -1


def derive(termbase: Termbase) -> bytes:
    """Return the lines of the table of `termbase`. Costs pykakasi and pypinyin their dictionaries, where a name has to be read."""
    if not any(concept.kind in KINDS for concept in termbase.concepts):
        return b""
    admitted, listed, protected = _english(termbase)
    lines = {
        line
        for concept in termbase.concepts
        if concept.kind in KINDS and not concept.contested
        for line in _rows(concept, admitted, listed, protected)
    }
    return b"".join(sorted(line.encode() for line in lines))


def _english(termbase: Termbase) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the letters of right English names, those of listed wrong ones, and those that begin the names of shields."""
    admitted, listed, protected = set(), set(), set()
    for concept in termbase.concepts:
        for term in concept.terms:
            if term.language != ENGLISH:
                continue
            keys = {letters(text) for text in (term.text, *term.forms)}
            if concept.kind is Kind.SHIELD:
                protected |= keys | {letters(term.text.split()[0])}
            elif term.status is Status.DEPRECATED:
                listed |= keys
            else:
                admitted |= keys
    return frozenset(admitted), frozenset(listed), frozenset(protected)


def _rows(concept: Concept, admitted: frozenset[str], listed: frozenset[str], protected: frozenset[str]) -> Iterator[str]:
    right = (term.text for term in concept.terms if term.language == ENGLISH and term.status is not Status.DEPRECATED)
    own = {letters(word) for text in right for word in text.replace("-", " ").split()}
    derived = [form for _, forms in forms_of(concept) for form in forms]
    # Xi Jinping read as Japanese is nobody else; Kishida Fumio in another reading may be another Japanese.
    japanese = any(form.needed and form.language == JAPANESE and form.key in admitted for form in derived)
    for form in derived:
        if form.key not in admitted and form.key not in own and not is_ordinary(form.key):
            foreign = form.needed and form.language == JAPANESE and not japanese
            known = ("" if foreign else _known(form, concept.kind, protected)) + (LISTED if form.key in listed else "")
            breaks = ",".join(map(str, form.breaks))
            fields = (form.key, concept.id, form.text, breaks, str(form.needed), form.source, form.language, form.reading, form.style)
            yield "\t".join((*fields, form.part, known)) + "\n"


def _known(form: Form, kind: Kind, protected: frozenset[str]) -> str:
    """Return what else goes by the form."""
    if form.key in protected:
        return "o" + known_as(form.text)
    if form.style == PINYIN:
        # Any two syllables are somebody's given name or some county; after a surname of one syllable, somebody's whole name.
        counted = [len(syllables(word)) for word in form.text.split()]
        person = bool(form.needed) and min(counted) == 1
        return ANY_CHINESE if person or (kind is not Kind.BILATERAL and not form.needed and sum(counted) <= 2) else known_as(form.text)
    if form.needed:
        parts = [known_as(word) for word in form.text.split()]
        return "s" if all(parts) else ""
    return known_as(form.text)


def _divides(form: Misreading, divided: tuple[int, ...]) -> bool:
    """Whether a text may divide the form there: at its own breaks only, and between the two names of a person always."""
    return set(divided) <= set(form.breaks) | {form.needed} and (not form.needed or form.needed in divided)


def _parsed(line: bytes) -> Misreading:
    _key, concept, text, breaks, needed, source, language, reading, style, part, known = line.decode().split("\t")
    places = tuple(map(int, breaks.split(","))) if breaks else ()
    return Misreading(concept, text, places, int(needed), source, language, reading, style, part, known)
