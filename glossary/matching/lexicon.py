"""The second vote on a short Han hit: the words of the segmenter's lexicon around it, looked up and not weighed."""

from __future__ import annotations

from collections.abc import Iterable

from glossary.languages import JAPANESE
from glossary.text.script import is_han
from glossary.text.segmenters import is_chinese_idiom, is_chinese_word, is_japanese_word

_LONGEST = 4  # code points of the words that may cross an edge
_WINDOW = 6  # code points on each side, and the longest word, where words are counted
# 中国国防部 is one word to a segmenter, and 国防 is in it all the same: ministries, departments, bureaus, offices, their heads.
_INSTITUTIONS = frozenset("部省局厅廳署军軍长長相")
_PARTY = frozenset("党黨")


def is_word(text: str, language: str) -> bool:
    """Whether the lexicon for `language` has `text`."""
    return is_japanese_word(text) if language == JAPANESE else is_chinese_word(text)


def crossing(text: str, start: int, end: int, language: str) -> tuple[str, str]:
    """Return a word that begins before the hit and ends in it, and one that begins in it and ends after it; "" for none."""
    left = (
        text[low:high] for low in range(max(0, start - _LONGEST + 1), start) for high in range(start + 1, end) if high - low <= _LONGEST
    )
    right = (text[low:high] for low in range(start + 1, end) for high in range(end + 1, min(len(text), low + _LONGEST) + 1))
    return _first_word(left, language), _first_word(right, language)


def _first_word(candidates: Iterable[str], language: str) -> str:
    return next((one for one in candidates if all(map(is_han, one)) and is_word(one, language)), "")


def is_divided(before: str, hit: str, after: str, language: str) -> bool:
    """Whether a longer word that is `before` + hit + `after` has the hit as a part with a meaning of its own: 中日|关系, 国防|部.

    Not so in an idiom (美中不足), and not where a single character is left over (中美|洲).
    """
    if language != JAPANESE:
        if is_chinese_idiom(before + hit + after):
            return False
        if is_chinese_word(hit) and (
            (after in _INSTITUTIONS and (not before or is_word(before, language))) or (before in _PARTY and not after)
        ):
            return True
    return all(not rest or (len(rest) > 1 and is_word(rest, language)) for rest in (before, after))


def words_saved(text: str, start: int, end: int, language: str) -> int:
    """Return by how many words the shortest division with the hit as one word is shorter than the shortest with a word across an edge.

    Positive speaks for the hit (中俄|军机, not 中|俄军|机), negative against it; 0 where they tie or nothing can cross.
    """
    low, high = max(0, start - _WINDOW), min(len(text), end + _WINDOW)
    text, start, end = text[low:high], start - low, end - low
    size = len(text)
    steps = [
        (begin, stop)
        for begin in range(size)
        for stop in range(begin + 1, min(size, begin + _WINDOW) + 1)
        if stop - begin == 1 or is_word(text[begin:stop], language)
    ]
    ahead = _fewest(steps, size)
    behind = _fewest([(size - stop, size - begin) for begin, stop in reversed(steps)], size)[::-1]
    across = [ahead[begin] + 1 + behind[stop] for begin, stop in steps if begin < start < stop < end or start < begin < end < stop]
    return min(across) - (ahead[start] + 1 + behind[end]) if across else 0


def _fewest(steps: list[tuple[int, int]], size: int) -> list[int]:
    """Return for each offset the fewest words that lead to it from 0."""
    fewest = [0, *[size + 1] * size]
    for begin, stop in sorted(steps):
        fewest[stop] = min(fewest[stop], fewest[begin] + 1)
    return fewest
