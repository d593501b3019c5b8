"""Folding for comparison: typographic differences only, with a map back to the text.

Folded: letter case, width (Ａ, ｱ, ﾊﾞ), hyphens, quotation marks, middle dots, spaces (U+00A0, U+3000), one line break inside a
phrase, zero-width characters and soft hyphens, variation selectors (葛󠄀), Kangxi radicals and compatibility ideographs (⽇),
combining sequences (か + U+3099, e + U+0301). Not folded: anything a reader would call another spelling (髙, 國, サーバ).

The sources of the classes are the Unicode Character Database (General_Category, decompositions) and CaseFolding.txt. Folding
is idempotent, and both terms and texts go through this one function.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from glossary.text.mapped import MappedText, Piece
from glossary.text.patterns import deferred
from glossary.text.script import is_cjk

# Bumped when the result for any text changes: compiled termbases are keyed by it.
FOLD_VERSION = 1

_HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe58\ufe63\uff0d"  # not U+2014: the em dash is punctuation between clauses
_APOSTROPHES = "\u2018\u2019\u201a\u201b\u02bb\u02bc\u2032\uff07\uff40"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\uff02\u301d\u301e\u301f"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_MIDDLE_DOTS = "\u00b7\u2022\u2027\u2219\u22c5\uff65"
_DROPPED = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufe00-\ufe0f\U000e0100-\U000e01ef"
_LINE_BREAKS = "\n\r\u000b\u000c\u0085\u2028\u2029"
_COMBINING = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
# Characters whose case folding is longer than they are (CaseFolding.txt, status F): İ, ß, ﬁ …
_LONG_CASE = (
    "\u00df\u0130\u0149\u01f0\u0390\u03b0\u0587\u1e96-\u1e9a\u1e9e\u1f50\u1f52\u1f54\u1f56\u1f80-\u1faf\u1fb2-\u1fb4\u1fb6-\u1fb7"
    "\u1fbc\u1fc2-\u1fc4\u1fc6-\u1fc7\u1fcc\u1fd2-\u1fd3\u1fd6-\u1fd7\u1fe2-\u1fe4\u1fe6-\u1fe7\u1ff2-\u1ff4\u1ff6-\u1ff7\u1ffc"
    "\ufb00-\ufb06\ufb13-\ufb17"
)
_COMPATIBILITY = "\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f"
_BLANK = f"[ \t{_SPACES}{_LINE_BREAKS}]"

_SPECIAL = deferred(
    f"(?P<blank>{_BLANK}(?:[{_DROPPED}]*{_BLANK})+|[\t{_SPACES}{_LINE_BREAKS}])"
    f"|(?P<combined>[^\\s{_COMBINING}](?:[{_DROPPED}]*[{_COMBINING}])+)"
    f"|(?P<dropped>[{_DROPPED}]+)"
    "|(?P<halfwidth>[\uff66-\uff9d][\uff9e\uff9f]?)"
    f"|(?P<other>[{_HYPHENS}{_APOSTROPHES}{_QUOTES}{_MIDDLE_DOTS}{_LONG_CASE}{_COMPATIBILITY}\uff01-\uff5e])"
)
# One code point for one; and what makes more or fewer of them. Looked for together, so that a text is read once.
_SIMPLE = f"{_SPACES}{_HYPHENS}{_APOSTROPHES}{_QUOTES}{_MIDDLE_DOTS}\uff01-\uff5e"
_COMPLEX = f"\t{_LINE_BREAKS}{_DROPPED}{_COMBINING}{_LONG_CASE}\uff66-\uff9f{_COMPATIBILITY}"
_CHANGED = re.compile(f"[{_SIMPLE}{_COMPLEX}]")
_CHANGES_LENGTH = deferred(f"[{_COMPLEX}]")
_ASCII_SPECIAL = deferred(r"[ \t\n\r\x0b\x0c]{2,}|[\t\n\r\x0b\x0c]")
_ASCII_BLANKS = ("\n", "  ", "\t", "\r", "\x0b", "\x0c")
_BREAKS = deferred(f"\r\n|[{_LINE_BREAKS}]")
_DROP = deferred(f"[{_DROPPED}]+")
_ONE_TO_ONE = {
    **dict.fromkeys(_HYPHENS, "-"),
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_QUOTES, '"'),
    **dict.fromkeys(_MIDDLE_DOTS, "\u30fb"),
}


class _OneForOne(dict[str, str]):
    """What a character folds to, letter case aside, "" where that is not one character; worked out when first asked for."""

    def __missing__(self, char: str) -> str:
        if _CHANGES_LENGTH.match(char):
            folded = ""
        elif "\uff01" <= char <= "\uff5e" and char not in _ONE_TO_ONE:
            folded = chr(ord(char) - 0xFEE0)
        else:
            folded = _ONE_TO_ONE.get(char, " ")
        self[char] = folded
        return folded


_FOLDED = _OneForOne()
# Between texts that are folded together: no decoded text has it, and it changes nothing beside it.
SEPARATOR = "\0"


def _one_to_one(text: str, *, case: bool = True) -> str | None:
    """Return `text` folded where each code point becomes one, None where it takes more than that."""
    if text.isascii():
        if any(blank in text for blank in _ASCII_BLANKS):
            return None
        return text.lower() if case else text
    plain = text
    for char in set(_CHANGED.findall(text)):
        folded = _FOLDED[char]
        if not folded:
            return None
        plain = plain.replace(char, folded)
    if "  " in plain:
        return None
    return plain.casefold() if case else plain


def fold_together(texts: Sequence[str]) -> tuple[str, bool]:
    """Return the texts folded as `fold` does each, joined by `SEPARATOR`, and whether each code point became one."""
    joined = _one_to_one(SEPARATOR.join(texts))
    if joined is not None:
        return joined, True
    return SEPARATOR.join([_one_to_one(text) or fold(text).text for text in texts]), False


def fold(text: str, *, case: bool = True) -> MappedText:
    """Return `text` folded, mapped to code points of `text`; with `case` False letter case stays.

    A dropped character belongs to no match; a folded sequence is one piece, so that a span takes all of it.
    """
    simple = _one_to_one(text, case=case)
    if simple is not None:
        return MappedText.identity(simple)
    special = _ASCII_SPECIAL if text.isascii() else _SPECIAL
    out: list[str] = []
    pieces: list[Piece] = []
    linear = position = 0  # start of the running one-to-one piece; end of what is done
    for match in special.finditer(text):
        start, end = match.span()
        folded = _fold_blank(text, start, end) if match.lastgroup in (None, "blank") else _fold_special(match, case)
        out.append(text[position:start])
        out.append(folded)
        if len(folded) != end - start:
            pieces += (Piece(start - linear, linear, start), Piece(len(folded), start, end))
            linear = end
        position = end
    out.append(text[position:])
    pieces.append(Piece(len(text) - linear, linear, len(text)))
    result = "".join(out)
    # What is left folds one to one: the longer foldings are done above.
    return MappedText(result.casefold() if case else result, pieces)


@lru_cache(maxsize=4096)
def folded(text: str, *, case: bool = True) -> str:
    """Return only the folded text; for terms and other short strings."""
    return fold(text, case=case).text


def _fold_blank(text: str, start: int, end: int) -> str:
    """Fold white space: to one space, to nothing at a line break between CJK characters, to U+2029 between paragraphs."""
    breaks = len(_BREAKS.findall(text[start:end]))
    if breaks > 1 or "\u2029" in text[start:end]:
        return "\u2029"
    if breaks:
        before = text[start - 1] if start else ""
        after = text[end] if end < len(text) else ""
        # Chinese and Japanese lines join without a space; a line may also be broken after a hyphen.
        if (is_cjk(before) and is_cjk(after)) or (before and before in _HYPHENS + "-" and after.isalpha()):
            return ""
    return " "


def _fold_special(match: re.Match[str], case: bool) -> str:
    found = match.group()
    if match.lastgroup == "dropped":
        return ""
    if match.lastgroup == "combined":
        plain = unicodedata.normalize("NFC", _DROP.sub("", found))
    elif found in _ONE_TO_ONE:
        return _ONE_TO_ONE[found]
    else:
        plain = unicodedata.normalize("NFKC", found)
    if case:
        # Composed once more: ß with an acute folds to s and ś. What would expand again stays expanded.
        plain = unicodedata.normalize("NFC", plain.casefold()).casefold()
    return "".join(_ONE_TO_ONE.get(char, char) for char in plain)
