"""Acronyms that the text itself gives another meaning: Syrian Democratic Forces (SDF), Public Investment Fund (PIF).

What a text defines holds in all of it, whatever the termbase knows of the letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from glossary.findings import Verdict
from glossary.languages import ENGLISH
from glossary.matching.candidates import Candidate, SegmentHits
from glossary.matching.opinion import Opinion
from glossary.model import TermType
from glossary.text.patterns import deferred

_SMALL = frozenset("of the and for on in to at by with from a an de la des du".split())
# Words, the last of them directly before an acronym in brackets.
_DEFINED = deferred(r"((?:[A-Za-z][\w'’.-]*[ \u00a0]+){1,9})[(（]([A-Z][A-Za-z0-9]{1,7})[)）]")
_WORD = deferred(r"[A-Za-z][\w'’.]*")


def redefined(segments: Sequence[SegmentHits]) -> dict[str, str]:
    """Return the acronyms that the document explains as something else, with the words that they stand for there.

    An acronym is explained by the words before its brackets where their first letters are its letters; it is ours where one of our
    names ends there.
    """
    found: dict[str, str] = {}
    ours: set[str] = set()
    for hits in segments:
        text = hits.segment.text.text
        if "(" not in text and "（" not in text:
            continue
        acronyms = {candidate.low: candidate for candidate in hits.candidates if _is_acronym(candidate)}
        for match in _DEFINED.finditer(text) if acronyms else ():
            candidate = acronyms.get(match.start(2))
            if candidate is None:
                continue
            if _is_ours(candidate, hits.candidates, match.end(1)):
                ours.add(match[2])
            elif words := _explaining(match[1], match[2]):
                found[match[2]] = words
    return {acronym: words for acronym, words in found.items() if acronym not in ours}


def judge_defined(candidates: Iterable[Candidate], text: str, redefined: dict[str, str]) -> list[Candidate]:
    """Return `candidates` of a segment whose text is `text`, acronyms with another meaning here rejected."""
    judged = []
    for candidate in candidates:
        words = redefined.get(text[candidate.low : candidate.high]) if _is_acronym(candidate) else None
        opinion = Opinion(Verdict.REJECT, "verdict.defined", {"words": words}) if words else candidate.opinion
        judged.append(candidate._replace(opinion=opinion) if words else candidate)
    return judged


def _is_acronym(candidate: Candidate) -> bool:
    return candidate.term.type is TermType.ACRONYM and candidate.term.language == ENGLISH


def _is_ours(acronym: Candidate, candidates: Iterable[Candidate], end: int) -> bool:
    return any(end - 2 <= one.high <= end and one.concept.id == acronym.concept.id for one in candidates)


def _explaining(words: str, acronym: str) -> str:
    """Return the fewest of the last of `words` that spell `acronym`, or "".

    The first letter of each word counts, of small words at will, and further letters in between may: polylactic acid is PLA.
    """
    found = list(_WORD.finditer(words))
    for first in range(len(found) - 1, -1, -1):
        if _spells([match[0].lower() for match in found[first:]], acronym.lower()):
            return words[found[first].start() :].strip()
    return ""


def _spells(words: list[str], letters: str) -> bool:
    if not words or not letters or words[0][0] != letters[0]:
        return (not words and not letters) or bool(words and words[0] in _SMALL and _spells(words[1:], letters))
    # As many letters of this word as it has in order, then the rest by the next words.
    taken, at = 1, 1
    if _spells(words[1:], letters[1:]):
        return True
    while taken < len(letters) and (at := words[0].find(letters[taken], at) + 1) > 0:
        taken += 1
        if _spells(words[1:], letters[taken:]):
            return True
    return words[0] in _SMALL and _spells(words[1:], letters)
