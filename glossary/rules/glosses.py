"""Names that a text gives as words of another language: in italics, in brackets, explained, quoted; and table cells of their own.

An author who writes "the ministry (Gaimushō)" or "senshu bōei, an exclusively defensive posture" knows what is on the page, and may go
on using it.
"""

from __future__ import annotations

import re

from glossary.documents.model import Part, Segment
from glossary.text.patterns import deferred
from glossary.text.quotations import quoted_as_word
from glossary.text.script import is_cjk

_INTRODUCED = deferred(
    r"(?:\b(?:or|called|known as|named|termed|dubbed|abbreviated(?: to| as)?|literally|lit\.|i\.e\.|word|term"
    r"|in (?:Japanese|Chinese|Mandarin)"
    r"|(?:Japanese|Chinese|Mandarin|pinyin|romaji|jp|ja|zh)[:,]?|read(?:ing)?(?: as)?|pronounced|romani[sz]ed(?: as)?|aka|a\.k\.a\.),?"
    r"(?: the)?|[=/])\s?[“‘\"']?\Z",
    re.IGNORECASE,
)
_EXPLAINED = deferred(
    r"[”’\"']?(?: ?[(（](?!sic\b)|,? (?:or|meaning|i\.e\.|that is|literally|lit\.|short for|stands for|means|refers to"
    r"|is (?:the|a|an) (?:\w+ )?(?:word|term|name|reading|abbreviation|shorthand|character|romani[sz]ation))\b| ?[=/])"
)
# The Jieitai, Japan’s Self-Defense Forces; the Gaimusho – the foreign ministry.
_APPOSITION = deferred(r"(?:,| [–—-]) (?:the|a|an|its|their|[A-Z][\w ]{2,20}[’']s) ")
_ITALICS = ("*", "_", "<i", "<em", "<cite", "<dfn")
_REACH = 40  # code points looked back
_NEAR = 8  # code points before a name in which its characters are its gloss
_LONGEST = 200  # code points of a bracket


def is_gloss(text: str, low: int, high: int) -> bool:
    """Whether text[low:high] is given as a word of another language: in brackets, before brackets, or with words that explain it."""
    if quoted_as_word(text, low, high):
        return True
    if _in_brackets(text, low, high) or _EXPLAINED.match(text, high):
        return True
    # 東海 is Tōkai; Tōkai 東海.
    if any(map(is_cjk, text[max(0, low - _NEAR) : low] + text[high : high + 2])):
        return True
    return _INTRODUCED.search(text, max(0, low - _REACH), low) is not None


def has_apposition(text: str, high: int) -> bool:
    """Whether other words for the same thing follow directly: the Jieitai, Japan’s Self-Defense Forces."""
    return _APPOSITION.match(text, high) is not None


def in_italics(part: Part, segment: Segment, start: int, end: int) -> bool:
    """Whether [start, end) of a part's decoded text is emphasised as foreign words and titles are; bold type is another thing."""
    return any(
        inline.start <= start
        and end <= inline.end
        and part.text[inline.outer_start : inline.start].lower().startswith(_ITALICS)
        and not part.text.startswith(("**", "__"), inline.outer_start)
        for inline in segment.inlines
    )


def _in_brackets(text: str, low: int, high: int) -> bool:
    ahead = text[max(0, low - _LONGEST) : low]
    opened = max(ahead.rfind("("), ahead.rfind("（"), ahead.rfind("["))
    if opened < 0 or any(char in ")）]" for char in ahead[opened:]):
        return False
    return re.match(r"[^()（）\[\]]{0,200}[)）\]]", text[high:]) is not None
