"""What stands between quotation marks: “ ” ‘ ’ " " 「 」 『 』.

《 》 and 〈 〉 mark titles, not quotations. ’ is an apostrophe inside and at the end of words more often than a quotation mark. A
quotation of several paragraphs opens each of them and closes only the last: “ and 「 that stay open run to the end of the paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』", '"': '"', "〝": "〟", "＂": "＂"}
_CLOSERS = {close: open for open, close in _PAIRS.items()}
_MAY_STAY_OPEN = "“「"
_MARK = re.compile('[“”‘’「」『』"〝〟＂]')
_QUOTED_BEFORE = re.compile("[“‘「『\"'〝＂]\\Z")
# American style puts the comma inside: “Nissin,”
_QUOTED_AFTER = re.compile("[,.;、。]?([”’」』\"'〟＂])")
_PARTNERS = {**_PAIRS, "'": "'"}
_SIC = re.compile(
    r"[”’」』\"'〟＂]?\s?[(\[（［〔]\s*(?:sic\.?|ママ|まま|原文ママ|原文のまま|原文如此)\s*[)\]）］〕]",
    re.IGNORECASE,
)


def quotation_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return what stands between quotation marks in a paragraph: half-open code points without the marks, by start, nested ones too."""
    spans: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    depth: dict[str, int] = {}
    closing = _closing_apostrophes(text)
    for match in _MARK.finditer(text):
        mark, offset = match.group(), match.start()
        opener = _opener_closed_by(mark, text, offset, depth, closing)
        if opener:
            while stack:
                found, start = stack.pop()
                depth[found] -= 1
                if found == opener:
                    spans.append((start, offset))
                    break
        elif _opens(mark, text, offset):
            stack.append((mark, offset + 1))
            depth[mark] = depth.get(mark, 0) + 1
    spans += [(start, len(text)) for mark, start in stack if mark in _MAY_STAY_OPEN]
    return tuple(sorted(span for span in spans if span[0] < span[1]))


def quoted_as_word(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] stands alone between quotation marks: spoken about rather than used."""
    before, after = _QUOTED_BEFORE.search(text, max(0, start - 1), start), _QUOTED_AFTER.match(text, end)
    return before is not None and after is not None and _PARTNERS[before.group()] == after.group(1)


def has_sic(text: str, end: int) -> bool:
    """Whether [sic], （ママ） or the like follows text[:end] directly, a closing quotation mark between them allowed."""
    return _SIC.match(text, end) is not None


def _opener_closed_by(mark: str, text: str, offset: int, depth: dict[str, int], closing: frozenset[int]) -> str:
    """Return the opening mark that `mark` closes here, or ""."""
    opener = _CLOSERS.get(mark, "")
    if not depth.get(opener):
        return ""
    if mark == "’":
        return opener if offset in closing else ""
    return opener


def _opens(mark: str, text: str, offset: int) -> bool:
    if mark not in _PAIRS:
        return False
    before, after = text[offset - 1 : offset], text[offset + 1 : offset + 2]
    if not after or after.isspace():
        return mark in "「『〝"
    # 5" is a measure, ‘ within a word the wrong apostrophe.
    return mark not in '"＂‘' or not before.isalnum() or not before.isascii()


def _closing_apostrophes(text: str) -> frozenset[int]:
    """Return the places where ’ may close a quotation: not inside a word, not the possessive of a plural when a better one follows."""
    if "‘" not in text:
        return frozenset()
    places = [match.start() for match in re.finditer("’(?![^\\W\\d_])", text)]
    opening = [match.start() for match in re.finditer("‘", text)]
    found = set()
    for index, place in enumerate(places):
        possessive = text[place - 1 : place] == "s" and re.match(r"’ \w", text[place : place + 3]) is not None
        following = places[index + 1] if index + 1 < len(places) else -1
        later = bisect_right(opening, place)
        reopened = opening[later] if later < len(opening) else len(text)
        if not (possessive and 0 <= following < reopened):
            found.add(place)
    return frozenset(found)
