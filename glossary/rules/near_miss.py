"""Find what is almost a known name: a word confused, misspelt or in the wrong number, a character that only looks or sounds right.

English names of two content words or more are compared with one word of a short table of confusions (Nobel for Noble), those of three
or more by the letters and the number of one word (Pacific Island Forum), those of four or more with their words in another order. In
Japanese and Chinese a name of four characters or more, a person's of three, may have one character that looks or sounds like the
right one, comes from another script or is missing; a katakana name one slipped kana or lost long mark. Everything is for review,
and nothing is changed.

Silent where the result is itself a name or a word, on other spellings (Defence, Defense) and other forms of a word (Korea, Korean),
on names less a modifier, on phrases that speak of wrong names, and on names marked `near_miss: no`.

Bad: Leaders of the Pacific Island Forum met in Tonga.
Good: Leaders of the Pacific Islands Forum met in Tonga.
Good: Fishers crossed the East and South China Seas.

Bad: The frigate joined exercise Nobel Raven in August.
Good: The frigate joined exercise Noble Raven in August.

Bad (ja): 演習には中国人民開放軍の艦艇が参加した。
Good (ja): 演習には中国人民解放軍の艦艇が参加した。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from glossary.documents.model import Document, Segment
from glossary.findings import Finding, Severity, Suggestion, Verdict
from glossary.languages import ENGLISH, HAN_LANGUAGES, JAPANESE, UNDECIDED
from glossary.matching.match import Match
from glossary.model import Termbase
from glossary.rules.near_english import english_names, is_wrong_number
from glossary.rules.near_han import han_names
from glossary.rules.near_kana import kana_names
from glossary.rules.near_names import Near
from glossary.rules.protocol import RuleOptions, Summary
from glossary.rules.suggestions import Proposal, finding_at, fitted
from glossary.rules.surroundings import Surroundings

id = "near-miss"
severity = Severity.WARNING
document_level = False

EXAMPLES_TERMBASE = """
concepts:
  - {id: pacific-islands-forum, kind: organisation, terms: {en: [{text: Pacific Islands Forum, status: preferred}]}}
  - {id: noble-raven, kind: exercise, terms: {en: [{text: Noble Raven, status: preferred}]}}
  - {id: south-china-sea, kind: place, terms: {en: [{text: South China Sea, status: preferred}]}}
  - {id: pla, kind: organisation, terms: {ja: [{text: 人民解放軍, status: preferred, reading: じんみん かいほうぐん}]}}
"""


def check(document: Document, matches: Sequence[Match], options: RuleOptions) -> tuple[list[Finding], Summary | None]:
    """Return a finding for each stretch that is almost a name."""
    weight = options.severity(severity, id)
    if weight is None:
        return [], None
    beside = _by_segment(matches)
    around: Surroundings | None = None
    findings: list[Finding] = []
    for part in document.parts:
        for number, segment in enumerate(part.segments):
            found = [near for near in _nears(segment, options) if not _explained(near, beside.get((part.id, number), ()))]
            if not found:
                continue
            around = around or Surroundings(document, matches)
            for near in _longest(found):
                match = _match(near, part.id, part.text, number, segment, options.termbase)
                if not around.as_word(match):
                    findings.append(_finding(near, match, around, weight))
    return findings, None


def conclude(summaries: Iterable[Summary], options: RuleOptions) -> Mapping[str, list[Finding]]:
    """Return nothing: every document stands for itself."""
    return {}


def _nears(segment: Segment, options: RuleOptions) -> Iterator[Near]:
    """Yield what looks like a name in a segment whose language is sure."""
    text, language = segment.text.text, segment.language
    if language in (ENGLISH, UNDECIDED, ""):
        for near in english_names(options.derived).find(text):
            if near.how != "number" or is_wrong_number(text, near, options.termbase):
                yield near
    elif language in HAN_LANGUAGES and segment.decided:
        yield from han_names(options.derived, options.termbase, language).find(text)
        if language == JAPANESE:
            yield from kana_names(options.derived, options.termbase).find(text)


def _by_segment(matches: Iterable[Match]) -> dict[tuple[str, int], list[Match]]:
    found: dict[tuple[str, int], list[Match]] = {}
    for match in matches:
        found.setdefault((match.part, match.segment), []).append(match)
    return found


def _explained(near: Near, matches: Sequence[Match]) -> bool:
    """Whether a name in the text accounts for it: one that reaches out of the stretch or fills it, or that the slip would be part of.

    Where all words are right and only their order is not, that is any name of more than one word.
    """
    return any(_accounts(match, near) for match in matches if match.low < near.high and near.low < match.high)


def _accounts(match: Match, near: Near) -> bool:
    inside = near.low <= match.low and match.high <= near.high and (match.low, match.high) != (near.low, near.high)
    if not inside or near.how == "order":
        return not inside or len(match.matched.split()) > 1
    return match.low < near.at[1] and near.at[0] < match.high


def _longest(found: Sequence[Near]) -> list[Near]:
    """Return what is left when overlaps are settled longest first; of names of one stretch the first."""
    kept: list[Near] = []
    for near in sorted(found, key=lambda one: (one.low - one.high, one.low)):
        if all(near.high <= other.low or other.high <= near.low for other in kept):
            kept.append(near)
    return sorted(kept, key=lambda one: one.low)


def _match(near: Near, part: str, source: str, number: int, segment: Segment, termbase: Termbase) -> Match:
    concept = termbase.concepts[near.concept]
    start, end = segment.text.hull(near.low, near.high)
    return Match(
        part=part,
        start=start,
        end=end,
        matched=source[start:end],
        segment=number,
        low=near.low,
        high=near.high,
        concept=concept.id,
        term=concept.terms[near.term],
        verdict=Verdict.REVIEW,
        reason="near-miss.review",
    )


def _finding(near: Near, match: Match, around: Surroundings, weight: Severity) -> Finding:
    name = fitted(match, near.name, around)
    arguments = {"matched": around.shown(match), "name": name, "written": near.written, "right": near.right}
    return finding_at(
        match, id, weight if near.sure else Severity.INFO.at_most(weight), f"{id}.{near.how}", arguments, Proposal((Suggestion(name),))
    )
