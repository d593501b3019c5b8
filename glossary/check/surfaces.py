"""What a form may consist of: the text as it would stand in a draft, nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from glossary.model import Term, TermType
from glossary.text.fold import folded

_BRACKETS = re.compile(r"[()\[\]{}<>（）［］｛｝【】〔〕〖〗〘〙＜＞⟨⟩]")
# An apostrophe inside a form is a letter's neighbour (People's); a single quotation mark stands at an edge or beside a space.
# 〈〉《》 are the title marks of Chinese and belong into `title_marks`.
_QUOTATION_MARKS = re.compile(r"[\"“”„‟«»‹›「」『』〝〞〟＂《》〈〉﹁﹂﹃﹄]|^['‘‚‛]|(?<=\s)['‘‚‛]")
_SEMICOLON = re.compile("[;；]")
# AC/DC and 9/11 are names; a slash between spaces, or a full-width one, separates alternatives.
_ALTERNATIVES = re.compile(r"\s/|/\s|／|\s\|\s")

_TYPOGRAPHY = (
    ("check.brackets", _BRACKETS),
    ("check.quotation-marks", _QUOTATION_MARKS),
    ("check.semicolon", _SEMICOLON),
    ("check.alternatives", _ALTERNATIVES),
)


def surface_problems(term: Term) -> Iterator[tuple[str, bool, dict[str, Any]]]:
    """Yield (message id, whether it is only a warning, arguments) for the text and the declared forms of `term`."""
    for text in (term.text, *term.forms):
        for code, pattern in _TYPOGRAPHY:
            if pattern.search(text) and not (pattern is _ALTERNATIVES and term.type is TermType.DUAL):
                yield code, False, {"text": text}
        if text != text.strip() or "  " in text:
            yield "check.spaces", False, {"text": text}
        control = next((char for char in text if _is_control(char)), "")
        if control:
            yield "check.control", False, {"text": text, "character": f"U+{ord(control):04X}"}
        if not any(char.isalnum() for char in folded(text)):
            yield "check.never-matches", False, {"text": text}
    texts = [folded(text) for text in (term.text, *term.forms)]
    for longer in term.not_in:
        if not any(text in folded(longer) for text in texts):
            yield "check.not-in", False, {"text": term.text, "longer": longer}


def _is_control(char: str) -> bool:
    """Whether `char` cannot be seen: controls, formats and line ends; variation selectors (葛󠄀) are part of a name."""
    return unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp", "Co", "Cn")
