"""Times of names: ISO 8601 dates of any precision, and the years a sentence names.

A date is the range of days it may mean, as ordinals of (year, month, day): 2000 is 2000-01-01 to 2000-12-31. Where ranges
overlap at all, the writer gets the benefit of the doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.model import Period
from glossary.text.patterns import deferred

Day = tuple[int, int, int]
Range = tuple[Day, Day]  # first and last day, both included

_ALWAYS: Range = ((0, 0, 0), (9999, 12, 31))
_ISO = deferred(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")

# Not part of a longer number, an amount or a code: 2,000 · 2000.5 · ISO2000.
_YEAR = deferred(r"(?<![A-Za-z_\d.,，．])(1\d{3}|20\d{2})(s\b|年代)?(?![,，．.]?\d|[A-Za-z%％])")
_HAN_YEAR = deferred(r"([一二])([〇零一二三四五六七八九]{3})年")
# Year 1 of each era in the Gregorian calendar: Act on Era Names and its predecessors; 民國 counts from 1912.
_ERA_YEAR = deferred(r"(明治|大正|昭和|平成|令和|民國|民国|中華民國)\s?(元|\d{1,3})\s?年")
_ERA_BEFORE = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911, "民国": 1911, "中華民國": 1911}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?"
_FULL = deferred(
    r"(?<!\d)(?P<year>1\d{3}|20\d\d)\s?[年-]\s?(?P<month>\d{1,2})\s?[月-]\s?(?P<day>\d{1,2})(?!\d)"
    rf"|\b(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH}),? (?P<year2>1\d{{3}}|20\d\d)\b"
    rf"|\b(?P<month3>{_MONTH}) (?P<day3>\d{{1,2}}),? (?P<year3>1\d{{3}}|20\d\d)\b",
    re.IGNORECASE,
)
_NARROW = {0xFF10 + digit: str(digit) for digit in range(10)}
_HAN_DIGITS = {char: str(number) for number, char in enumerate("〇一二三四五六七八九")} | {"零": "0"}


def date_range(date: str) -> Range | None:
    """Return the days an ISO 8601 date of any precision may mean, None where `date` is none."""
    match = _ISO.match(date)
    if match is None:
        return None
    year, month, day = (int(group) if group else 0 for group in match.groups())
    return (year, month or 1, day or 1), (year, month or 12, day or 31)


def period_range(period: Period) -> Range:
    """Return the days of a period: from the first day of `since` until before the first day of `until`."""
    since = date_range(period.since)
    until = date_range(period.until)
    return (since or _ALWAYS)[0], (_day_before(until[0]) if until else _ALWAYS[1])


def overlap(one: Range, other: Range) -> bool:
    """Whether two ranges of days share one."""
    return one[0] <= other[1] and other[0] <= one[1]


def years_in(text: str) -> Iterator[Range]:
    """Yield the years and decades named in `text`: 1999, the 1990s, ２０００年, 二〇〇〇年, 平成12年, 民國89年."""
    text = text.translate(_NARROW)
    for match in _YEAR.finditer(text):
        year = int(match.group(1))
        yield (year, 1, 1), (year + 9 if match.group(2) and year % 10 == 0 else year, 12, 31)
    for match in _HAN_YEAR.finditer(text):
        year = int("".join(_HAN_DIGITS[char] for char in match.group(1) + match.group(2)))
        yield (year, 1, 1), (year, 12, 31)
    for match in _ERA_YEAR.finditer(text):
        year = _ERA_BEFORE[match.group(1)] + (1 if match.group(2) == "元" else int(match.group(2)))
        yield (year, 1, 1), (year, 12, 31)


def full_dates_in(text: str) -> Iterator[Range]:
    """Yield the dates with year, month and day named in `text`: 2006年7月5日, 5 July 2006, July 5, 2006, 2006-07-05."""
    for match in _FULL.finditer(text.translate(_NARROW)):
        year, month, day = (match[name] or match[name + "2"] or match[name + "3"] for name in ("year", "month", "day"))
        number = _MONTHS.index(month[:3].lower()) + 1 if month[:1].isalpha() else int(month)
        yield (int(year), number, int(day)), (int(year), number, int(day))


def _day_before(day: Day) -> Day:
    year, month, number = day
    if number > 1:
        return year, month, number - 1
    # 31 closes every month: a range only has to be comparable, not to be a real date.
    return (year, month - 1, 31) if month > 1 else (year - 1, 12, 31)
