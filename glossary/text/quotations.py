"""What stands between quotation marks: “ ” ‘ ’ " " ' ' '' '' „ “ ‚ ‘ « » ‹ › 「 」 『 』.

《 》 and 〈 〉 mark titles, not quotations. ’ and ' are apostrophes inside and at the end of words more often than quotation marks. A
quotation of several paragraphs opens each of them and closes only the last: “ and 「 that stay open run to the end of the paragraph;
any other mark that stays open quotes nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from glossary.text.patterns import deferred

# What closes an opening mark. „ “ is German, „ ” Polish, » « Danish and of German books; `` and '' are of typewriters and TeX.
_PAIRS = {
    "“": "”",
    "‘": "’",
    "„": "“”",
    "‚": "‘’",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "「": "」",
    "『": "』",
    "｢": "｣",
    "〝": "〟",
    '"': '"',
    "＂": "＂",
    "'": "'",
}
_TYPED = {"''": "''", "``": "''"}
_OPENERS = {
    **{close: frozenset(mark for mark, closers in _PAIRS.items() if close in closers) for close in "".join(_PAIRS.values())},
    "''": frozenset(_TYPED),
}
_MAY_STAY_OPEN = "“「"
_EAST_ASIAN = "「『｢〝"
# They open as well as close; after a space they open.
_BOTH = frozenset(("“", "‘", "«", "‹", "''"))
_MARK = deferred("[“”„‘’‚«»‹›「」『』｢｣\"'`〝〟＂](?:(?<=')'+|(?<=`)`+)?")
# Letters of alphabets that know apostrophes. Kana and Han are none: Japanese goes on after a closing mark without a space.
_LETTER = "A-Za-zªµºÀ-ÖØ-öø-ԯḀ-ỿ"
_IS_LETTER = deferred(f"[{_LETTER}]")
# A straight ' opens after a space, a bracket, a dash, another mark or East Asian text; not before the '90s, rock 'n' roll, 'tis.
_STRAIGHT_OPEN = deferred(
    f"'(?<![{_LETTER}0-9.,;:!?)\\]}}»›”’'＇%°′″_]')(?=[^\\W_]|[(\\[{{“‘«‹„\"$£€¥#@&+…「『]|\\.\\.)"
    r"(?!\d\ds\b|[Nn]['’]|(?:em|til|[Tt]is|[Tt]was|[Tt]were|[Tt]will|[sdmt]|re|ve|ll)\b)(?P<year>\d\d\b)?"
)
# It may close after anything but a space, where no letter follows; not the second mark of 'n'.
_STRAIGHT_CLOSE = deferred(f"'(?<![\\s(\\[{{「『]')(?<!['’][Nn]')(?![{_LETTER}'])")
_CURLY_CLOSE = deferred(f"’(?<!['’][Nn]’)(?![{_LETTER}])")
# The states' role, the Nations’-led force, talkin' about: as likely an apostrophe as a closing mark.
_DOUBTFUL = deferred(r"(?:(?<=[sSxXzZ].)|(?<=in.)|(?<=\b[oOnN].)|(?<=\b[oO]l.))(?=\s+[\w'\"“‘(]|-\w)", re.DOTALL)
_SENTENCE_END = deferred(r"[.!?]['’\"”)]?\s|[。！？]")
_QUOTED_BEFORE = deferred("(?:''|``|[«‹]\\s?|[“‘„‚»›「『｢\"'〝＂])\\Z")
# American style puts the comma inside: “Nissin,”
_QUOTED_AFTER = deferred("[,.;、。]?(''|\\s?[»›]|[“”‘’«‹」』｣\"'〟＂])")
_SIC = deferred(
    r"[”’」』\"'〟＂]?\s?[(\[（［〔]\s*(?:sic\.?|ママ|まま|原文ママ|原文のまま|原文如此)\s*[)\]）］〕]",
    re.IGNORECASE,
)


def quotation_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return what stands between quotation marks in a paragraph: half-open code points without the marks, by start, nested ones too."""
    if _MARK.search(text) is None:
        return ()
    spans: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    depth: dict[str, int] = {}
    apostrophes = _Apostrophes(text)
    for match in _MARK.finditer(text):
        mark, offset = match.group(), match.start()
        if len(mark) > 1 and mark not in _TYPED:
            continue
        openers = _closed_by(mark, text, offset, stack, depth, apostrophes)
        if openers:
            while stack:
                found, start = stack.pop()
                depth[found] -= 1
                if found in openers:
                    spans.append((start, offset))
                    break
        elif _opens(mark, text, offset, apostrophes):
            stack.append((mark, match.end()))
            depth[mark] = depth.get(mark, 0) + 1
    spans += [(start, len(text)) for mark, start in stack if mark in _MAY_STAY_OPEN]
    return tuple(sorted(span for span in spans if span[0] < span[1]))


def quoted_as_word(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] stands alone between quotation marks: spoken about rather than used."""
    before, after = _QUOTED_BEFORE.search(text, max(0, start - 2), start), _QUOTED_AFTER.match(text, end)
    if before is None or after is None:
        return False
    opening, closing = before.group().strip(), after.group(1).strip()
    if closing != _TYPED[opening] if opening in _TYPED else closing not in tuple(_PAIRS[opening]):
        return False
    if opening == "'" and not _STRAIGHT_OPEN.match(text, before.start()):
        return False
    # ‘Nissin’s is a possessive.
    return closing not in ("'", "’") or not _IS_LETTER.match(text, after.end())


def has_sic(text: str, end: int) -> bool:
    """Whether [sic], （ママ） or the like follows text[:end] directly, a closing quotation mark between them allowed."""
    return _SIC.match(text, end) is not None


class _Apostrophes:
    """Where ' may open a quotation, and where ' and ’ may close one; False where an apostrophe is as likely (in '98, the states' role)."""

    __slots__ = ("_ends", "_text", "closing", "opening")

    def __init__(self, text: str) -> None:
        straight = _STRAIGHT_OPEN.finditer(text) if "'" in text else ()
        self.opening = {match.start(): match.group("year") is None for match in straight}
        curly = [match.start() for match in re.finditer("[‘‚]", text)] if "’" in text else []
        self.closing: dict[int, bool] = {}
        self._text = text
        self._ends: list[int] | None = None
        self._add(text, _STRAIGHT_CLOSE, list(self.opening))
        self._add(text, _CURLY_CLOSE, curly)

    def paired(self, mark: str, start: int, offset: int, openers: frozenset[str]) -> bool:
        """Whether what is as likely an apostrophe at `offset` closes the last mark that is open, whose quotation begins at `start`."""
        if mark != "'":
            return mark in openers
        return mark in openers and self.opening[start - 1] and self._together(start, offset)

    def _together(self, first: int, second: int) -> bool:
        """Whether no sentence ends between two places."""
        if self._ends is None:
            self._ends = [match.start() for match in _SENTENCE_END.finditer(self._text)]
        return bisect_right(self._ends, first) == bisect_right(self._ends, second - 1)

    def _add(self, text: str, pattern: re.Pattern[str], opening: Sequence[int]) -> None:
        """Note where a mark may close; the possessive of a plural does not when a better place follows before the next opening mark."""
        if not opening:
            return
        following, certain = -1, -1
        for place in reversed([match.start() for match in pattern.finditer(text)]):
            later = bisect_right(opening, place)
            reopened = opening[later] if later < len(opening) else len(text)
            doubtful = _DOUBTFUL.match(text, place + 1) is not None
            if not doubtful:
                certain = place
                self.closing[place] = True
            elif not (0 <= certain < reopened or (0 <= following < reopened and self._together(place, following))):
                self.closing[place] = False
            following = place


def _closed_by(
    mark: str, text: str, offset: int, stack: Sequence[tuple[str, int]], depth: dict[str, int], apostrophes: _Apostrophes
) -> frozenset[str]:
    """Return the opening marks of which `mark` closes the last one here; none where it closes nothing."""
    openers = _OPENERS.get(mark, frozenset())
    if not any(depth.get(opener) for opener in openers):
        return frozenset()
    if mark in ("'", "’"):
        certain = apostrophes.closing.get(offset)
        if certain is None or not (certain or apostrophes.paired(*stack[-1], offset, openers)):
            return frozenset()
        return openers
    before = text[offset - 1 : offset]
    if mark in _BOTH and (not before or before.isspace() or before in "([（「"):
        return frozenset()
    if mark == "''" and _IS_LETTER.match(text, offset + 2):
        return frozenset()
    return openers


def _opens(mark: str, text: str, offset: int, apostrophes: _Apostrophes) -> bool:
    if mark == "'":
        return offset in apostrophes.opening
    if mark not in _PAIRS and mark not in _TYPED:
        return False
    if mark in _EAST_ASIAN:
        return True
    before, after = text[offset - 1 : offset], text[offset + len(mark) : offset + len(mark) + 1]
    if not after or after.isspace():
        # French sets spaces inside: « traité ».
        return mark in "«‹" and bool(after) and (not before or not (before.isalnum() or before in ".,!?…"))
    within = before.isdigit() or _IS_LETTER.match(before) is not None
    if mark == "“":
        return not within or after.isalnum()
    # 5" is a measure, ‘ within a word the wrong apostrophe.
    return not within
