"""Characters of the other script: Traditional ones in Simplified terms, and the reverse.

Which characters those are follows from the national character sets and OpenCC's tables (`text.han_tables`); a character with a
use in both, as 乾 of 乾隆 or 著 of 著作, is none, nor is one that has no simplified form, as 潟 of 新潟.
"""

from __future__ import annotations

from collections.abc import Iterator

from glossary.check.problems import Problem, problem
from glossary.languages import SIMPLIFIED, TRADITIONAL
from glossary.model import Status, Termbase
from glossary.text import han_tables
from glossary.text.segmenters import simplified

_FOREIGN = {
    SIMPLIFIED: frozenset(han_tables.TRADITIONAL_ONLY + han_tables.NOT_SIMPLIFIED + han_tables.KYUJITAI),
    TRADITIONAL: frozenset(han_tables.SIMPLIFIED_ONLY + han_tables.NOT_TRADITIONAL),
}


def check_scripts(termbase: Termbase) -> Iterator[Problem]:
    """Yield terms with characters of the other script; a wrong form may be wrong in just that."""
    for concept in termbase.concepts:
        for term in concept.terms:
            foreign = _FOREIGN.get(term.language, frozenset())
            for text in (term.text, *term.forms):
                found = "".join(dict.fromkeys(char for char in text if char in foreign and _has_other_form(char, term.language)))
                if found and term.status is not Status.DEPRECATED:
                    yield problem("check.wrong-script", term.place, text=text, characters=found, language=term.language)


def _has_other_form(char: str, language: str) -> bool:
    return language != SIMPLIFIED or simplified(char) != char
