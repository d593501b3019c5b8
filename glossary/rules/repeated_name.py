"""Find a person whose family name stands twice, where the given name should stand once.

Machine translation out of Chinese and Japanese, and hurried editing, double a family name: Takahashi Takahashi for Koji Takahashi. The
two stand one space apart; over the end of a sentence, a line or a table cell they are two mentions. Only family names of persons
whose given name the termbase knows are looked at.

Silent on double names that are right: places and people (Pago Pago, Wagga Wagga, Boutros Boutros-Ghali), given names that repeat the
family name, and family names of one syllable, which Chinese given names and pet names double (Lee Lee, Yang Yang).

Bad: Takahashi Takahashi of Rikkyo University agreed.
Good: Koji Takahashi of Rikkyo University agreed.
Good: Mr Takahashi agreed. Takahashi teaches at Rikkyo University.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from glossary.documents.model import Document
from glossary.findings import Finding, Severity, Suggestion, Verdict
from glossary.languages import ENGLISH
from glossary.matching.match import Match
from glossary.model import Concept, Kind, Status, Termbase, TermType
from glossary.rules.protocol import RuleOptions, Summary
from glossary.rules.suggestions import Proposal, finding_at
from glossary.rules.surroundings import Surroundings
from glossary.text.patterns import deferred

id = "repeated-name"
severity = Severity.WARNING
document_level = False

EXAMPLES_TERMBASE = """
concepts:
  - id: takahashi-koji
    kind: person
    names: {en: {family: Takahashi, given: Koji}, ja: {family: 高橋, given: 孝治, reading: たかはし こうじ}}
"""

_SYLLABLE = deferred(r"[^aeiouy]*[aeiouy]+[^aeiouy]*\Z", re.IGNORECASE)
_ONE_SPACE = (" ", "\xa0")
_HYPHENS = ("-", "‐", "‑", "–")
_HYPHEN = deferred(r"[-‐‑–]\w")  # Boutros Boutros-Ghali
# Names of places, people, bands and persons in novels that are double by right.
_DOUBLE_NAMES = frozenset("baden bora boutros duran humbert pago wagga walla".split())


def check(document: Document, matches: Sequence[Match], options: RuleOptions) -> tuple[list[Finding], Summary | None]:
    """Return a finding for each doubled family name."""
    weight = options.severity(severity, id)
    doubled = list(_doubled(matches))
    if weight is None or not doubled:
        return [], None
    around = Surroundings(document, matches)
    findings = []
    for one, other in doubled:
        match = _joined(one, other, around)
        names = _people(match, one.matched, around, options.termbase) if match else []
        if match and names and not around.as_word(match):
            findings.append(_finding(match, one.matched, names, around, weight))
    return findings, None


def conclude(summaries: Iterable[Summary], options: RuleOptions) -> Mapping[str, list[Finding]]:
    """Return nothing: every document stands for itself."""
    return {}


def _doubled(matches: Sequence[Match]) -> Iterator[tuple[Match, Match]]:
    """Yield the pairs of matches of one family name that stand one space apart."""
    taken: Match | None = None
    for one, other in pairwise(matches):
        same = one.term.type is TermType.SHORT and one.term.language == ENGLISH and one.matched == other.matched
        if same and one is not taken and (one.part, one.segment) == (other.part, other.segment) and other.low == one.high + 1:
            taken = other
            yield one, other


def _joined(one: Match, other: Match, around: Surroundings) -> Match | None:
    """Return both as one match, None where they are no doubled name."""
    text = around.text(one)
    if text[one.high] not in _ONE_SPACE or _HYPHEN.match(text, other.high) or text[: one.low].endswith(_HYPHENS):
        return None
    if one.matched.lower() in _DOUBLE_NAMES or _SYLLABLE.match(one.matched):
        return None
    source = around.part(one).text
    return replace(
        one, end=other.end, high=other.high, matched=source[one.start : other.end], verdict=Verdict.REVIEW, reason="repeated-name.review"
    )


def _people(match: Match, family: str, around: Surroundings, termbase: Termbase) -> list[str]:
    """Return the full names of those who may be meant: those the text names in full, else all of that family name."""
    known = [one for one in _of_family(match, family, termbase) if _given(one)]
    if any(_given(one).startswith(family) for one in known):
        return []
    names = [name for one in known if (name := around.full_name(one.id))]
    preferred = (term for one in known for term in one.terms_in(ENGLISH) if term.status is Status.PREFERRED)
    return names or [term.text for term in preferred if family in term.text]


def _of_family(match: Match, family: str, termbase: Termbase) -> list[Concept]:
    """Return the persons of that family name, the one that was matched first."""
    ids = dict.fromkeys((match.concept, *(lost.concept for lost in match.covers)))
    found = (termbase.get(id) for id in ids)
    people = [one for one in found if one is not None and one.kind is Kind.PERSON and ENGLISH in one.names]
    return [one for one in people if one.names[ENGLISH].family == family]


def _given(concept: Concept) -> str:
    return concept.names[ENGLISH].given


def _finding(match: Match, family: str, names: Sequence[str], around: Surroundings, weight: Severity) -> Finding:
    arguments = {"matched": around.shown(match), "family": family, "name": " / ".join(names)}
    return finding_at(match, id, weight, id, arguments, Proposal(tuple(map(Suggestion, names))))
