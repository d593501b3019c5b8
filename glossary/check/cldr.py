"""Names of states and territories against the Unicode CLDR, as Babel carries it.

The preferred name need not be CLDR's, but a difference is a decision: the entry gives its reason in `differs_from_cldr`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from glossary.check.problems import Problem, problem
from glossary.model import Concept, Status, Term, Termbase
from glossary.text.fold import folded

_LOCALES = {"en": "en", "ja": "ja", "zh-Hans": "zh_Hans", "zh-Hant": "zh_Hant"}
_HOME = {"zh-Hans": "CN", "zh-Hant": "TW"}  # whose usage CLDR's forms without region are


def check_cldr(termbase: Termbase) -> Iterator[Problem]:
    """Yield preferred names that are not CLDR's without a reason, reasons without a difference, and codes that CLDR does not know."""
    for concept in termbase.concepts:
        if not concept.territory:
            continue
        if concept.territory not in _names("en"):
            yield problem("check.cldr-no-territory", concept.place, id=concept.id, territory=concept.territory)
            continue
        for language in _LOCALES:
            yield from _check(concept, language)


def _check(concept: Concept, language: str) -> Iterator[Problem]:
    name = _names(_LOCALES[language]).get(concept.territory, "")
    preferred = [term for term in concept.terms if _is_standard(term, language)]
    same = any(folded(name) == folded(text) for term in preferred for text in (term.text, *term.forms))
    reason = concept.differs_from_cldr.get(language)
    if preferred and name and not same and not reason:
        term = preferred[0]
        yield problem("check.cldr-differs", term.place, text=term.text, name=name, language=language, id=concept.id)
    elif reason and (same or not preferred):
        yield problem("check.cldr-same", concept.place, id=concept.id, language=language)


def _is_standard(term: Term, language: str) -> bool:
    """Whether the term is what the entry prefers in the region that CLDR's form without region is from."""
    home = _HOME.get(language, "")
    return term.language == language and term.status is Status.PREFERRED and (not term.region or home in term.region)


@cache
def _names(locale: str) -> dict[str, str]:
    from babel import Locale

    return dict(Locale.parse(locale).territories)
