"""Surface forms: how a term may stand in a text, expanded once when the termbase is compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from glossary.languages import ENGLISH
from glossary.model import Kind, Term, TermType
from glossary.text.fold import folded

MOST_SURFACES = 64  # a term
PLURAL = "plural"

# Names have no plural: New Zealand Defence Forces is not the New Zealand Defence Force.
_WITH_PLURAL = frozenset({Kind.AGREEMENT, Kind.DOCUMENT, Kind.POST, Kind.PHRASE})
_NOT_NOUNS = frozenset({"verb", "adjective", "adverb"})
# The head of an English noun phrase stands before its first preposition: ministers of defence, treaties with Japan.
_HEAD = re.compile(r"^(.+?)( (?:of|for|in|on|with|between|against|among|at|by|to|from|under)\b.*)?$", re.DOTALL)
_POSTPOSED = re.compile(r"^(attorney|governor|secretary|director|consul|auditor)([ -]general)$", re.IGNORECASE)
# Classes without or with an irregular plural that names of the field use.
_INVARIABLE = frozenset(
    {"aircraft", "series", "species", "headquarters", "forces", "affairs", "relations", "waters", "seas", "islands", "talks", "ties"}
)
_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "crisis": "crises",
    "basis": "bases",
    "analysis": "analyses",
}
_MASS = re.compile(r"(?:ness|ship-building|ics|ing)$")


class Surface(Struct, frozen=True, gc=False):
    """One form of a term: `key` is folded; `exact` is what the text must be when only the case is not folded, or ""."""

    key: str
    exact: str = ""
    inflection: str = ""
    literal: bool = True


def is_exact(term: Term) -> bool:
    """Whether the capitals of `term` count: declared so, an acronym, or a single word in capitals (QUAD, NATO)."""
    if term.case:
        return term.case == "exact"
    single = term.text.isupper() and term.text.isascii() and " " not in term.text
    return (term.type is TermType.ACRONYM and term.text.isascii()) or single


def plural(phrase: str) -> str:
    """Return the English plural of `phrase`, made on its head: attorneys general, statements of intent; "" where none is sure."""
    postposed = _POSTPOSED.match(phrase)
    if postposed:
        return f"{postposed[1]}s{postposed[2]}"
    match = _HEAD.match(phrase)
    if match is None:
        return ""
    head, tail = match[1], match[2] or ""
    cut = max(head.rfind(" "), head.rfind("-")) + 1
    word = _plural_word(head[cut:])
    return f"{head[:cut]}{word}{tail}" if word else ""


def _plural_word(word: str) -> str:
    lower = word.lower()
    if not word or not word[-1].isalpha() or not word.isascii() or lower in _INVARIABLE or _MASS.search(lower):
        return ""
    if lower in _IRREGULAR:
        return word[0] + _IRREGULAR[lower][1:]
    if re.search(r"[a-z](?:man|woman)$", lower) and lower not in ("human", "german", "roman", "ottoman"):
        return word[:-2] + "en"
    if word.isupper():
        return word + "s"
    if re.search(r"(?:s|x|z|ch|sh)$", lower):
        return word + "es"
    if re.search(r"[^aeiou]y$", lower):
        return word[:-1] + "ies"
    return word + "s"


def expand(term: Term, kind: Kind) -> tuple[Surface, ...]:
    """Return the surfaces of `term`, the term itself first, at most `MOST_SURFACES`, no key twice.

    Possessives need none: the boundary of Nissin's is before the apostrophe.
    """
    exact = is_exact(term)
    surfaces: dict[str, Surface] = {}
    for text, inflection, literal in _forms(term, kind):
        key = folded(text)
        if key.strip() and key not in surfaces:
            surfaces[key] = Surface(key, folded(text, case=False) if exact else "", inflection, literal)
    return tuple(surfaces.values())[:MOST_SURFACES]


def _forms(term: Term, kind: Kind) -> Iterator[tuple[str, str, bool]]:
    declared = (term.text, *term.forms)
    for text in declared:
        yield text, "", True
    if term.expand == "no":
        return
    if term.language != ENGLISH:
        from glossary.matching.variants import variants  # rules need plurals, and nothing of this

        for text in declared:
            yield from ((spelling, "", False) for spelling in variants(text, term.language))
        return
    inflects = kind in _WITH_PLURAL and term.pos not in _NOT_NOUNS and term.case != "exact"
    plurals = [form for form in map(plural, declared) if form] if inflects else []
    for text in plurals:
        yield text, PLURAL, False
    if kind is Kind.BILATERAL:
        return  # Japan Singapore without its hyphen is a list of states, over two lines or in a table
    for text in declared:
        yield from _joined(text, "")
    for text in plurals:
        yield from _joined(text, PLURAL)


def _joined(text: str, inflection: str) -> Iterator[tuple[str, str, bool]]:
    """Yield `text` with its hyphens as spaces (information sharing) and its spaces as hyphens (rules-based-order)."""
    spaced = re.sub(r"(?<=\w)[-‐‑–](?=\w)", " ", text)
    if spaced != text:
        yield spaced, inflection, False
    hyphened = re.sub(r"(?<=\w) (?=\w)", "-", text)
    if hyphened != text:
        yield hyphened, inflection, False
