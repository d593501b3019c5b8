"""The date of a draft: from its front matter, else from its file name. ISO 8601, of any precision (2022, 2022-04, 2022-04-21)."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath

from glossary.documents.front_matter import front_matter
from glossary.text.patterns import deferred

_KEYS = ("date", "published", "pubdate", "publishdate")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = deferred(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?=\Z|[T\s])")
_HAN = deferred(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?")
_DAY_FIRST = deferred(r"(\d{1,2})\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_MONTH_FIRST = deferred(r"([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})")
_IN_NAME = (
    deferred(r"(?<!\d)((?:19|20)\d{2})[-_.](\d{2})[-_.](\d{2})(?!\d)"),
    deferred(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)"),
    deferred(r"(?<!\d)((?:19|20)\d{2})-(\d{2})(?![\d-])"),
)


def iso_date(text: str) -> str:
    """Return `text` as an ISO 8601 date, "" where it is not one: 2022-4-21, 2022-04, 2022年4月21日, 21 April 2022, April 21, 2022."""
    text = text.strip()
    for pattern in (_ISO, _HAN):
        found = pattern.match(text)
        if found is not None:
            return _iso(found.group(1), found.group(2) or "", found.group(3) or "")
    found = _DAY_FIRST.match(text)
    if found is not None:
        return _iso(found.group(3), _month(found.group(2)), found.group(1))
    found = _MONTH_FIRST.match(text)
    return _iso(found.group(3), _month(found.group(1)), found.group(2)) if found is not None else ""


def document_date(text: str, path: str) -> str:
    """Return the date of a draft, "" where neither its front matter nor its file name has one."""
    matter = front_matter(text)
    if matter is not None:
        values = {value.key: text[value.start : value.end] for value in reversed(matter.values)}
        for key in _KEYS:
            found = iso_date(values.get(key, ""))
            if found:
                return found
    name = PurePath(path).name
    for pattern in _IN_NAME if any(map(str.isdigit, name)) else ():
        for match in pattern.finditer(name):
            found = _iso(match.group(1), match.group(2), match.group(3) if match.re.groups > 2 else "")
            if found:
                return found
    return ""


def _month(name: str) -> str:
    short = name[:3].lower()
    return str(_MONTHS.index(short) + 1) if short in _MONTHS else "0"


def _iso(year: str, month: str, day: str) -> str:
    """Return the date these digits are, "" where the calendar has no such day."""
    try:
        whole = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return ""
    return whole if day else whole[:7] if month else whole[:4]
