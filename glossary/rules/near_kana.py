"""Japanese names with a slip in a katakana word: a long mark lost or too many, a kana for one that looks or sounds like it, two exchanged.

Foreign names are spelt in several ways (ヴェトナム, ベトナム; ウィ, ウイ; Cabinet notice of 1991 on loanwords): such kana are not among the
similar ones, and a word that a dictionary has is no slip.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from glossary.matching.derived import Derived
from glossary.matching.right_names import KATAKANA, HanName
from glossary.model import Kind, Termbase
from glossary.rules.near_names import Near, kept
from glossary.text.script import script
from glossary.text.segmenters import is_japanese_word

_LONG_MARK = "ー"
_SHORTEST = 5  # kana of a word in which one may be another
_STATES = frozenset({Kind.STATE, Kind.TERRITORY})
# With and without sound marks, in small and large, and those that look alike.
_SIMILAR = tuple(
    frozenset(group)
    for group in (
        "カガ キギ クグ ケゲ コゴ サザ シジ スズ セゼ ソゾ タダ チヂ ツヅ テデ トド ハバパ ヒビピ フブプ ヘベペ ホボポ "
        "ツッ ヤャ ユュ ヨョ シツ ソン シン ノソ クワ ワフ クケ チテ ヌス ヌマ マム ウワ ナメ ルレ ロコ ユコ ニミ"
    ).split()
)


class KanaNames:
    """The Japanese names with a katakana word, by that word."""

    def __init__(self, names: Sequence[HanName], termbase: Termbase) -> None:
        self._termbase = termbase
        self._names: defaultdict[str, list[tuple[HanName, str, str]]] = defaultdict(list)  # word → names, what stands before and after
        for name in names:
            for match in KATAKANA.finditer(name.text):
                self._names[match.group()].append((name, name.text[: match.start()], name.text[match.end() :]))
        self._by_ends: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._names:
            for end in {word[:2], word[-2:]}:
                self._by_ends[end].append(word)
        self._meant: dict[str, tuple[tuple[str, str], ...]] = {}

    def find(self, text: str) -> Iterator[Near]:
        """Yield what looks like a name in `text`."""
        for match in KATAKANA.finditer(text):
            written = match.group()
            if written not in self._names:
                meant = self._meant.get(written)
                if meant is None:
                    meant = self._meant[written] = self._meant_by(written)
                for right, how in meant:
                    yield from self._at(text, match.start(), match.end(), right, how)

    def _meant_by(self, written: str) -> tuple[tuple[str, str], ...]:
        """Return the words of names that `written`, no word, may be a slip of, and how."""
        rights = dict.fromkeys((*self._by_ends.get(written[:2], ()), *self._by_ends.get(written[-2:], ())))
        found = [(right, how) for right in rights if (how := _slip(written, right))]
        return tuple(found) if found and not is_japanese_word(written) else ()

    def _at(self, text: str, low: int, high: int, right: str, how: str) -> Iterator[Near]:
        for name, before, after in self._names[right]:
            if not text.endswith(before, 0, low) or not text.startswith(after, high):
                continue
            start, end = low - len(before), high + len(after)
            edge, next_edge = text[start - 1 : start], text[end : end + 1]
            if (not before and _is_katakana(edge)) or (not after and _is_katakana(next_edge)):
                continue
            sure = how == "long-mark" and self._termbase.concepts[name.concept].kind in _STATES
            yield Near(start, end, name.text, name.concept, name.term, how, (low, high), text[low:high], right, sure)


def kana_names(derived: Derived, termbase: Termbase) -> KanaNames:
    """Return the index of the Japanese names with a katakana word, made at the first call."""
    return kept(derived, "kana", lambda: KanaNames(derived.names.kana, termbase))


def _is_katakana(char: str) -> bool:
    return script(char) == "katakana" or char == "・"


def _slip(written: str, right: str) -> str:
    """Return how `written` came to stand for `right`, "" where it is another word or another spelling."""
    how = ""
    if abs(len(written) - len(right)) <= 1 and written.replace(_LONG_MARK, "") == right.replace(_LONG_MARK, ""):
        how = "" if written.rstrip(_LONG_MARK) == right.rstrip(_LONG_MARK) else "long-mark"
    elif len(written) == len(right) >= _SHORTEST:
        differ = [at for at, (one, other) in enumerate(zip(written, right, strict=True)) if one != other]
        how = "kana" if _slipped([(written[at], right[at]) for at in differ], differ) else ""
    return how


def _slipped(pairs: Sequence[tuple[str, str]], at: Sequence[int]) -> bool:
    """Whether one kana stands for a similar one, or two neighbours are exchanged."""
    if len(pairs) == 1:
        return any(set(pairs[0]) <= group for group in _SIMILAR)
    return len(pairs) == 2 and at[1] == at[0] + 1 and pairs[0] == pairs[1][::-1]
