"""Whether a hit is really the term, by what touches it: the cheap votes. Reasons are message ids with arguments.

Those for short Han terms that need words are in `tokens`, those about rows of states in `chains`.
"""

from __future__ import annotations

from msgspec import Struct

from glossary.findings import Verdict
from glossary.matching.opinion import ACCEPTED, Opinion
from glossary.text.patterns import deferred
from glossary.text.script import all_han, is_han

SHORT = 3  # code points: Han terms up to this length are decided by votes

_DAY = deferred(
    "(?:(?<![0-9])(?:[12]?[0-9]|3[01])|(?<![〇一二三四五六七八九十百千万0-9])(?:二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九]))$"
)


class Neighbours(Struct, frozen=True):
    """What must not touch a surface, folded; `inside` holds (text before, text after) of each longer string."""

    inside: tuple[tuple[str, str, str], ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


def day_of_month(text: str, start: int, end: int) -> Opinion | None:
    """Reject 日 as the day of a date: 12日新規, 二十一日新西兰; not after a Latin letter: G7日新会談 is true."""
    if text[start] != "日":
        return None
    before = text[max(0, start - 6) : start]
    match = _DAY.search(before)
    if match is None:
        return None
    ahead = before[match.start() - 1 : match.start()] if match.start() else ""
    if ahead.isascii() and ahead.isalpha():
        return None
    return Opinion(Verdict.REJECT, "verdict.day", {"day": match.group() + "日"})


def is_short_han(surface: str, boundary: str) -> bool:
    """Whether a surface is decided by votes: three Han characters or fewer, or one declared `boundary: strict`."""
    return boundary == "strict" or (len(surface) <= SHORT and all_han(surface))


def judge_neighbours(text: str, start: int, end: int, rules: Neighbours) -> Opinion:
    """Reject the hit [start, end) of folded `text` inside one of the longer strings, or where a forbidden string touches it."""
    for before, after, whole in rules.inside:
        if text.endswith(before, 0, start) and text.startswith(after, end):
            return Opinion(Verdict.REJECT, "verdict.not-in", {"in": whole})
    for word in rules.after:
        if _ends_with(text, start, word):
            return Opinion(Verdict.REJECT, "verdict.not-after", {"after": word})
    for word in rules.before:
        if _starts_with(text, end, word):
            return Opinion(Verdict.REJECT, "verdict.not-before", {"before": word})
    return ACCEPTED


def _ends_with(text: str, end: int, word: str) -> bool:
    """Whether `word` touches position `end` from the left, one space or hyphen between alphabetic words allowed."""
    if text.endswith(word, 0, end):
        begin = end - len(word)
    elif end and text[end - 1] in " -" and text.endswith(word, 0, end - 1):
        begin = end - 1 - len(word)
    else:
        return False
    return not (begin and word[:1].isalnum() and _alphabetic(word[0]) and _alphabetic(text[begin - 1]))


def _starts_with(text: str, start: int, word: str) -> bool:
    """Whether `word` touches position `start` from the right, one space or hyphen between alphabetic words allowed."""
    if text.startswith(word, start):
        end = start + len(word)
    elif text[start : start + 1] in (" ", "-") and text.startswith(word, start + 1):
        end = start + 1 + len(word)
    else:
        return False
    return not (end < len(text) and _alphabetic(word[-1]) and _alphabetic(text[end]))


def _alphabetic(char: str) -> bool:
    return char.isalnum() and not is_han(char) and char < "\u2e80"


next_to = _starts_with
previous_to = _ends_with
