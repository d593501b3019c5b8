"""Where sentences end: English, Japanese and Chinese.

A full stop ends no sentence after a title (Mr., Gen.), an initial, a number sign (No. 3), a month before its day, or inside a number;
after U.S., a.m., Inc. and the like only where the next word is one that begins sentences. 。！？ end one wherever they stand,
with the closing brackets after them; not where Japanese goes on in the same sentence (「行く。」と言った). A single line end never
ends a sentence, a blank line does.
"""

from __future__ import annotations

import re

from glossary.text.patterns import deferred

_CLOSING = "\"'”’»)\\]」』）】〉》〕］"
_END = deferred(
    f"(?P<cjk>[。｡！？‼⁇⁈⁉]+[{_CLOSING}]*)"
    f"|(?P<latin>[.!?．…]+[{_CLOSING}]*)(?=\\s|\\Z|[\u3040-\u30ff\u3400-\u9fff「『（])"
    r"|(?P<blank>(?:\r\n|\r|\n)[ \t\u3000]*(?:\r\n|\r|\n)\s*)"
)
_SPACE = deferred(r"\s*")
_WORD_BEFORE = deferred(r"[^\s(\[“‘\"「（]*\Z")
_NEXT_WORD = deferred(r"[“‘\"'(\[「『（]*(\w+)")
_HIRAGANA = deferred("[\u3041-\u309f]")
_INITIAL = deferred(r"(?:[^\W\d_]\.-?)*[^\W\d_]\.\Z")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Before a name or a number: never the end of a sentence.
_TITLES = _words(
    "mr. mrs. ms. messrs. dr. prof. gen. lt. col. maj. capt. cmdr. cdr. adm. brig. sgt. rep. sen. gov. pres. hon. rev. st. mt. ft. "
    "fr. sr. amb. sec. vs. cf. ca. viz. e.g. i.e. approx. esp."
)
# Before a number only.
_COUNTED = _words(
    "no. nos. vol. vols. fig. figs. art. arts. para. paras. p. pp. ch. sect. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec."
)
# May end a sentence.
_ABBREVIATIONS = _words("inc. co. corp. ltd. jr. etc. al. dept. govt. ed. eds. est. ph.d. b.c. a.d.")
# Words that begin sentences rather than go on after U.S. or Inc.
_STARTERS = _words(
    "the a an this that these those it its he she his her they their we our i you in on at for from with by after before since "
    "under as if when while although but and or so yet however there then also both no not some many most what who why how "
    "meanwhile moreover according during two three last one all such to"
)


def sentence_spans(text: str, language: str = "") -> tuple[tuple[int, int], ...]:
    """Return the sentences of a paragraph as half-open code points; together they cover the text, white space ends with its sentence.

    `language` is accepted for callers that know it; the rules of all languages hold together, as texts mix them.
    """
    del language
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.end() <= start or not _ends(text, match):
            continue
        blank = _SPACE.match(text, match.end())
        end = blank.end() if blank else match.end()
        spans.append((start, end))
        start = end
    if start < len(text):
        spans.append((start, len(text)))
    return tuple(spans)


def _ends(text: str, match: re.Match[str]) -> bool:
    if match.lastgroup == "blank":
        return True
    end = match.end()
    marks = match.group()
    if match.lastgroup == "cjk":
        # 「行く。」と言った, and 本当か？と: the sentence goes on.
        return not (_HIRAGANA.match(text, end) and (marks[-1] in _CLOSING or marks[-1] not in "。｡"))
    if "…" in marks and end < len(text) and not text[end].isspace():
        return False
    following = _NEXT_WORD.match(text, _after_space(text, end))
    word = following.group(1) if following else ""
    if word[:1].islower():
        return False
    if marks.rstrip(_CLOSING) != ".":
        return True
    return not _abbreviated(text, match.start() + 1, word)


def _after_space(text: str, offset: int) -> int:
    blank = _SPACE.match(text, offset)
    return blank.end() if blank else offset


def _abbreviated(text: str, end: int, following: str) -> bool:
    """Whether the full stop before `end` belongs to an abbreviation and `following` goes on with the sentence."""
    found = _WORD_BEFORE.search(text, max(0, end - 24), end)
    word = found.group() if found else ""
    lowered = word.lower()
    if lowered in _TITLES:
        return True
    if lowered in _COUNTED:
        return following[:1].isdigit()
    if _INITIAL.match(word) and word != "I.":
        # One capital is an initial (J. Smith); several are a name that may close a sentence (the U.S. The …).
        return (len(word) == 2 and word[0].isupper()) or following.lower() not in _STARTERS
    return lowered in _ABBREVIATIONS and following.lower() not in _STARTERS
