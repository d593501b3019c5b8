"""Which term of an entry became which: the same by text and type, or one that differs in its text alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from glossary.termbase.plain import Plain, PlainFields, type_of


class TermKey(NamedTuple):
    """What a term is found by inside one language of an entry; `number` counts those that share text and type."""

    text: str
    type: str
    number: int = 0


def numbered(terms: Sequence[Plain]) -> dict[TermKey, Plain]:
    """Return terms, as fields or a text alone, by their keys."""
    found: dict[TermKey, Plain] = {}
    seen: dict[tuple[str, str], int] = {}
    for term in terms:
        text, type = (term, "full") if isinstance(term, str) else (term["text"], type_of(term))
        number = seen[text, type] = seen.get((text, type), -1) + 1
        found[TermKey(text, type, number)] = term
    return found


def paired(before: Mapping[TermKey, PlainFields], after: Mapping[TermKey, PlainFields]) -> dict[TermKey, TermKey]:
    """Return for each term that stays the key it has afterwards."""
    pairs = {key: key for key in before if key in after}
    gone = [key for key in before if key not in pairs]
    come = [key for key in after if key not in pairs]
    for old in gone:
        like = [new for new in come if _but_text(before[old]) == _but_text(after[new])]
        # With two candidates on either side nobody can say which was meant.
        if len(like) == 1 and sum(_but_text(before[old]) == _but_text(before[other]) for other in gone) == 1:
            pairs[old] = like[0]
    return pairs


def _but_text(term: PlainFields) -> PlainFields:
    return {name: value for name, value in term.items() if name != "text"}
