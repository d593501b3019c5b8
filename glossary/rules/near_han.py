"""Japanese and Chinese names with one character that only looks or sounds right, comes from another script or is missing.

A name with one wrong character still has one of its halves whole. So the halves are looked for, all at once, and what stands beside
one is compared with the other half, first by look-up: most places have nothing near. Only then the characters and the words around
are judged. For a name of three characters, a person's, one half is a single character.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from glossary.languages import JAPANESE
from glossary.matching.automaton import Automaton, load
from glossary.matching.derived import Derived
from glossary.matching.right_names import HanName, RightNames
from glossary.matching.tokens import segmented, words_around
from glossary.model import Kind, Termbase
from glossary.rules.characters import look_alike, other_script, sound_alike
from glossary.rules.near_names import Near, kept
from glossary.text.script import is_han
from glossary.text.segmenters import Word, is_chinese_word, is_japanese_word

_WIDE = 3  # bytes of a Han character or kana in UTF-8
_SHORTEST_WITH_GAP = 5  # of which one character may be missing
_ANY = b"?"
# One character in which real names differ, however alike two of them look or sound: numbers, directions, sides, parts of addresses.
_TELLING = frozenset(
    "一二三四五六七八九十百千万零〇第上下左右前後后东東西南北中内外新旧舊大小甲乙丙丁春夏秋冬日月年時时省市县縣区區町村州道府都"
)


class _Half:
    """What stands beside one half of a name: for each length in bytes the other halves, and those with one character left open."""

    __slots__ = ("edges", "open", "whole")

    def __init__(self) -> None:
        self.open: defaultdict[int, dict[bytes, list[tuple[HanName, int]]]] = defaultdict(dict)
        self.whole: defaultdict[int, set[bytes]] = defaultdict(set)
        self.edges: defaultdict[int, set[bytes]] = defaultdict(set)  # first characters, and all but the first

    def add(self, other: bytes, name: HanName, offset: int) -> None:
        """Note `other`, which begins with character number `offset` of `name`."""
        length = len(other)
        self.whole[length].add(other)
        self.edges[length] |= {other[:_WIDE], other[_WIDE:]}
        for at in range(0, length, _WIDE):
            key = other[:at] + _ANY + other[at + _WIDE :]
            self.open[length].setdefault(key, []).append((name, offset + at // _WIDE))
        if len(name.text) >= _SHORTEST_WITH_GAP and length > _WIDE:
            for at in range(0, length, _WIDE):
                self._add_gap(other[:at] + other[at + _WIDE :], name, offset + at // _WIDE)

    def _add_gap(self, shorter: bytes, name: HanName, place: int) -> None:
        if 0 < place < len(name.text) - 1:
            self.edges[len(shorter)] |= {shorter[:_WIDE], shorter[_WIDE:]}
            self.open[len(shorter)].setdefault(shorter, []).append((name, -place))

    def near(self, beside: bytes) -> Iterator[tuple[HanName, int]]:
        """Yield the names whose other half `beside` is but for one character, and its place; a negative place says it is missing."""
        length = len(beside)
        if beside in self.whole[length]:
            return
        edges, table = self.edges[length], self.open[length]
        if beside[_WIDE:] not in edges and beside[:_WIDE] not in edges:
            return
        yield from table.get(beside, ())
        for at in range(0, length, _WIDE):
            yield from table.get(beside[:at] + _ANY + beside[at + _WIDE :], ())


class HanNames:
    """The names of a termbase in one language that is written in Han characters."""

    def __init__(self, names: RightNames, termbase: Termbase, language: str) -> None:
        self._language = language
        self._names = names
        self._termbase = termbase
        self._known: frozenset[str] | None = None
        halves: defaultdict[bytes, list[tuple[bool, bytes, HanName, int]]] = defaultdict(list)
        for name in names.han.get(language, ()):
            data, middle = name.text.encode(), len(name.text) // 2
            first, second = data[: middle * _WIDE], data[middle * _WIDE :]
            halves[first].append((True, second, name, middle))
            halves[second].append((False, first, name, 0))
        self._halves = list(halves.values())
        self._sides: dict[int, tuple[_Half, _Half]] = {}  # what stands after and before, of the halves met in a text
        self._automaton: Automaton = load(tuple(halves))

    def find(self, text: str) -> Iterator[Near]:
        """Yield what looks like a name in `text`."""
        data = text.encode("utf-8", "surrogatepass")
        seen: set[tuple[int, int]] = set()
        for start, end, pattern in self._automaton.find(data):
            after, before = self._sides.get(pattern) or self._both_sides(pattern)
            for length in after.open:
                beside = data[end : end + length]
                if len(beside) == length:
                    for name, place in after.near(beside):
                        yield from self._once(text, data, start, end + length, name, place, seen)
            for length in before.open:
                if length <= start:
                    for name, place in before.near(data[start - length : start]):
                        yield from self._once(text, data, start - length, end, name, place, seen)

    def _both_sides(self, pattern: int) -> tuple[_Half, _Half]:
        sides = self._sides[pattern] = (_Half(), _Half())
        for after, other, name, offset in self._halves[pattern]:
            sides[0 if after else 1].add(other, name, offset)
        return sides

    def _once(self, text: str, data: bytes, start: int, end: int, name: HanName, place: int, seen: set[tuple[int, int]]) -> Iterator[Near]:
        if (start, end) in seen:
            return
        low = len(data[:start].decode("utf-8", "ignore"))
        here = data[start:end].decode("utf-8", "ignore")
        near = self._judged(text, low, here, name, place)
        if near is not None:
            seen.add((start, end))
            yield near

    def _judged(self, text: str, low: int, here: str, name: HanName, place: int) -> Near | None:
        """Return what stands at `low` if it can only be a slip of `name`."""
        high = low + len(here)
        if self._is_name(here) or self._is_word(here):
            return None
        how = self._missing(here, name, -place) if place < 0 else self._wrong(here, name, place)
        if not how or not self._whole_words(text, low, high):
            return None
        at = abs(place)
        written = "" if place < 0 else here[at]
        return Near(low, high, name.text, name.concept, name.term, how, (low + at, low + at + len(written)), written, name.text[at])

    def _wrong(self, here: str, name: HanName, at: int) -> str:
        """Return how the character at `at` came to stand for the right one, "" where it is another name's."""
        written, right = here[at], name.text[at]
        if not (is_han(written) and is_han(right)) or (written in _TELLING and right in _TELLING):
            return ""
        if other_script(written, right, self._language):
            return "script"
        word, meant = _word_at(segmented(here, self._language).words, at), _word_at(segmented(name.text, self._language).words, at)
        person = self._termbase.concepts[name.concept].kind is Kind.PERSON
        if look_alike(written, right) and not (len(word_text := here[word.start : word.end]) > 1 and self._is_word(word_text)):
            return "looks"
        if meant.end - meant.start == 1 and not person:
            return ""  # 米国防省 and 米国防相, 日英 and 日永: one character is a word of its own
        return "sounds" if self._sounds(here, written, right, name) else ""

    def _sounds(self, here: str, written: str, right: str, name: HanName) -> bool:
        if self._language != JAPANESE:
            return sound_alike(written, right)
        return _reading(here) == _reading(name.text)

    def _missing(self, here: str, name: HanName, at: int) -> str:
        """Return "missing" where a word of the name lost the character at `at`, not its first, and is none any more.

        Without its first character a word may be what is left of a name less a modifier: アメリカ軍 beside アメリカ海軍.
        """
        meant = _word_at(segmented(name.text, self._language).words, at)
        if meant.start == at or not is_han(name.text[at]) or name.text[at] in _TELLING:
            return ""
        left = _word_at(segmented(here, self._language).words, meant.start)
        rest = here[left.start : left.end]
        return "" if len(rest) > 1 and self._is_word(rest) else "missing"

    def _whole_words(self, text: str, low: int, high: int) -> bool:
        """Whether words begin and end where the stretch does."""
        words = words_around(text, low, high, self._language)
        if not words:
            return True
        return any(word.start == low for word in words) and any(word.end == high for word in words)

    def _is_name(self, text: str) -> bool:
        """Whether `text` is a name in one of the languages: in Chinese a Japanese one is no slip."""
        if self._known is None:
            self._known = frozenset(name.text for names in self._names.han.values() for name in names)
        return text in self._known

    def _is_word(self, text: str) -> bool:
        return is_japanese_word(text) if self._language == JAPANESE else is_chinese_word(text)


def han_names(derived: Derived, termbase: Termbase, language: str) -> HanNames:
    """Return the index of the names in `language`, made at the first call."""
    return kept(derived, language, lambda: HanNames(derived.names, termbase, language))


def _word_at(words: tuple[Word, ...], at: int) -> Word:
    return next((word for word in words if word.start <= at < word.end), Word(at, at + 1))


def _reading(text: str) -> str:
    return "".join(word.reading for word in segmented(text, JAPANESE).words)
