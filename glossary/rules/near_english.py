"""English stretches that look like a name and are none: one word confused, misspelt or in the wrong number, or all in another order.

Text is looked at word by word. A name is taken up when the text has one of its rare words; a word that cannot be a slip of a word in
some name costs one look-up, and one that can is compared with the names that have its neighbour. So the work grows with the text,
hardly with the termbase.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from glossary.matching.derived import Derived
from glossary.matching.right_names import FUNCTION, WORD, EnglishName, words_of
from glossary.model import Kind, Termbase
from glossary.rules.confused_words import CONFUSED
from glossary.rules.near_names import Near, kept
from glossary.rules.reordered import Orders
from glossary.rules.spellings import misspells, numbers_of
from glossary.termbase.words import is_ordinary

# One space, hyphen or line end parts the words of a name; nothing parts a letter from a digit.
_GAP = re.compile(r"(?:[ \xa0]|[-‐‑–]|- ?|\r?\n| \r?\n)?\Z")
_SHORTEST = 5  # letters of a word that is compared by its letters
_SHORTEST_NUMBER = 3
_FEWEST = 3  # content words of a name of which one is compared so
_SEVERAL = frozenset("and or & two three four five six seven both several many all these those various other neighbouring".split())
_LOOK_BACK = 30  # code points before a name in which such a word stands
_ONE_OF_ITS_KIND = frozenset({Kind.PLACE, Kind.ORGANISATION, Kind.STATE, Kind.TERRITORY})

Place = tuple[int, int]  # of a word: half-open code points


class Name(NamedTuple):
    """A name in words."""

    words: tuple[str, ...]
    row: EnglishName


class Suspect(NamedTuple):
    """What a written word may stand for, and how it came about."""

    right: str
    how: str
    words: int  # content words that the name must have


_ORDER = Suspect("", "order", 0)


class EnglishNames:
    """The English names of a termbase, by pairs of neighbouring words."""

    def __init__(self, rows: Sequence[EnglishName]) -> None:
        self._rare: defaultdict[str, list[EnglishName]] = defaultdict(list)  # names that no text asked for yet
        self._words: set[str] = set()
        for row in rows:
            self._words.update(row.words.split(" "))
            for word in row.rare:
                self._rare[word].append(row)
        self._known: set[tuple[str, ...]] = set()
        self._after: defaultdict[str, dict[str, list[tuple[Name, int]]]] = defaultdict(dict)  # word → next word → names, its place
        self._first: defaultdict[str, dict[str, list[Name]]] = defaultdict(dict)  # second word → first word → names
        self._orders: Orders[Name] = Orders()
        self._met: set[str] = set()
        self._quiet: set[str] = set()  # words met that are no slip of anything
        self._suspects: dict[str, tuple[Suspect, ...]] = {}

    def find(self, text: str) -> Iterator[Near]:
        """Yield what looks like a name in `text`, overlapping finds among them."""
        forms = words_of(text)
        self._take_up(forms)
        found = [*self._slips(forms), *((first, -1, name, _ORDER) for first, name in self._orders.find(forms))]
        if not found:
            return
        places = [match.span() for match in WORD.finditer(text)]
        for first, place, name, suspect in found:
            near = _near(text, places[first : first + len(name.words)], place, name, suspect)
            if near is not None:
                yield near

    def _take_up(self, forms: Sequence[str]) -> None:
        """Add the names that have one of their rare words in the text."""
        for form in set(forms) - self._met:
            self._met.add(form)
            for row in self._rare.pop(form.removesuffix("'s"), ()):
                self._add(Name(tuple(row.words.split(" ")), row))

    def _add(self, name: Name) -> None:
        words = name.words
        self._known.add(words)
        self._first[words[1]].setdefault(words[0], []).append(name)
        for at in range(1, len(words)):
            self._after[words[at - 1]].setdefault(words[at], []).append((name, at))
        if name.row.content >= _FEWEST:
            self._orders.add(words, name.row.rare[0], name)

    def _slips(self, forms: Sequence[str]) -> Iterator[tuple[int, int, Name, Suspect]]:
        """Yield where the words of a name stand but for one: the number of the first, of the other one among them, and what it may be."""
        quiet = self._quiet
        for at in [number for number, form in enumerate(forms) if form not in quiet]:
            for suspect, first, place, name in self._suspected(forms, at):
                here = tuple(forms[first : first + len(name.words)])
                if name.row.content >= suspect.words and _same_but(here, name.words, place) and here not in self._known:
                    yield first, place, name, suspect

    def _suspected(self, forms: Sequence[str], at: int) -> Iterator[tuple[Suspect, int, int, Name]]:
        """Yield what word number `at` may be meant for beside its neighbours: where the name would begin, and the place in it."""
        form = forms[at]
        suspects = self._suspects.get(form)
        if suspects is None:
            suspects = self._suspects[form] = self._suspects_of(form)
            if not suspects:
                self._quiet.add(form)
        after = self._after.get(forms[at - 1]) if at else None
        before = self._first.get(forms[at + 1]) or self._first.get(forms[at + 1].removesuffix("'s")) if at + 1 < len(forms) else None
        for suspect in suspects:
            if after:
                for right in _rights(after, form, suspect):
                    yield from ((suspect._replace(right=right), at - place, place, name) for name, place in after[right] if place <= at)
            if before:
                for right in _rights(before, form, suspect):
                    yield from ((suspect._replace(right=right), at, 0, name) for name in before[right])

    def _suspects_of(self, form: str) -> tuple[Suspect, ...]:
        found = [Suspect(one.right, one.why, one.words) for one in CONFUSED.get(form, ()) if one.right in self._words]
        if len(form) >= _SHORTEST_NUMBER:
            found += [Suspect(right, "number", _FEWEST) for right in numbers_of(form) if right in self._words]
        if len(form) >= _SHORTEST and form not in self._words and form.isalpha() and not is_ordinary(form):
            found.append(Suspect("", "letters", _FEWEST))
        return tuple(found)


def english_names(derived: Derived) -> EnglishNames:
    """Return the index of the English names in `derived`, made at the first call."""
    return kept(derived, "en", lambda: EnglishNames(derived.names.english))


def is_wrong_number(text: str, near: Near, termbase: Termbase) -> bool:
    """Whether singular or plural is a slip here: not in a row (East and South China Seas), not before a noun (Senkaku Island dispute)."""
    high = near.at[1]
    if high < near.high:
        return WORD.search(text, high, near.high) is not None and words_of(text[high : near.high])[0] not in FUNCTION
    if termbase.concepts[near.concept].kind not in _ONE_OF_ITS_KIND:
        return False  # there may be several such meetings
    before = text[max(0, near.low - _LOOK_BACK) : near.low]
    if not _SEVERAL.isdisjoint(before.lower().split()[-3:]) or before.rstrip()[-1:] in (",", "/"):
        return False
    following = text[near.high : near.high + 2]
    return not (following[:1] in (" ", "-", "'", "’") and following[1:].isalnum())


def _rights(known: dict[str, list[tuple[Name, int]]] | dict[str, list[Name]], form: str, suspect: Suspect) -> list[str]:
    """Return the words that stand beside a neighbour in names and that `form` may be meant for."""
    if suspect.right:
        return [suspect.right] if suspect.right in known else []
    # One slip leaves the beginning or the end as it was; looking at them is quicker than counting letters.
    first, end = form[0], form[-2:]
    return [right for right in known if (right[0] == first or right[-2:] == end) and len(right) >= _SHORTEST and misspells(form, right)]


def _same_but(here: Sequence[str], words: Sequence[str], place: int) -> bool:
    """Whether `here` are `words` but for the one at `place`; the last may have a possessive ending."""
    if len(here) < len(words):
        return False
    differ = [at for at, (word, wanted) in enumerate(zip(here, words, strict=True)) if word != wanted and at != place]
    last = len(words) - 1
    return not differ or (differ == [last] and here[last] == words[last] + "'s")


def _near(text: str, here: Sequence[Place], place: int, name: Name, suspect: Suspect) -> Near | None:
    """Return the stretch of the words `here` if they stand together as the name does, with its capitals."""
    low, high = here[0][0], here[-1][1]
    if place != len(here) - 1 and text[:high].endswith(("'s", "’s")) and not name.words[-1].endswith("'s"):
        high -= 2
    joined = all(_GAP.match(text, end, start) for (_, end), (start, _) in pairwise(here))
    if not (joined and _bounded(text, low, high) and " " in text[low:high]):
        return None
    row = name.row
    if place < 0:
        return Near(low, high, row.text, row.concept, row.term, suspect.how, (low, high)) if _reordered(text[low:high], row.text) else None
    capitals = [match.group()[0].isupper() for match in WORD.finditer(row.text)]
    if not all(text[begin].isupper() for (begin, _), capital in zip(here, capitals, strict=True) if capital):
        return None
    if suspect.how == "number" and not capitals[place]:
        return None
    written = text[slice(*here[place])]
    right = suspect.right.capitalize() if written[0].isupper() else suspect.right
    return Near(low, high, row.text, row.concept, row.term, suspect.how, here[place], written, right, suspect.how == "letters")


def _reordered(shown: str, name: str) -> bool:
    """Whether the words are a name out of order, and not part of a clause (agreement of) or a row of states (Japan–China–ROK FTA)."""
    here, meant = words_of(shown), words_of(name)
    if any(one in FUNCTION and one != other for one, other in ((here[0], meant[0]), (here[-1], meant[-1]))):
        return False
    return _rows(shown) != _rows(name)


def _rows(text: str) -> list[list[str]]:
    return [sorted(words_of(chunk)) for chunk in text.split()]


def _bounded(text: str, low: int, high: int) -> bool:
    """Whether no letter, digit or hyphened number touches the stretch."""
    before, after = text[low - 1 : low], text[high : high + 2]
    touched = any(char.isalnum() or char == "_" for char in (before, after[:1]))
    return not touched and not (after[:1] in ("-", "–") and after[1:].isdigit())
