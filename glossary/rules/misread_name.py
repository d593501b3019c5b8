"""Find Han names that were read out where they should have been translated: Nissin or Rixin for 日新, Japan and New Zealand.

The forms follow from the termbase: Hepburn, passport, Kunrei-shiki and wāpuro spellings of the Japanese reading, and pinyin joined,
spaced or hyphenated, of the Han names of persons, places, organisations and pairs of states; Chinese names read as Japanese ones
and the other way round. `glossary explain misread-name 日新` prints them.

A warning where the text names the states or the thing itself as well, else information; always for review. Silent on the names that
English admits, on glosses in italics or brackets, on parts of longer names and what is short for one seen before (Nisshin Maru …
the Nisshin), and on a name that families, companies, ships or places have, unless the text gives reason.

Bad: Japan and New Zealand will share intelligence. The Rixin talks took two days.
Good: Japan and New Zealand will share intelligence. The Japan–New Zealand talks took two days.

Bad: New Zealand welcomed Japan’s offer at the Nisshin summit.
Good: Japan exports Nisshin flour to New Zealand.
Good: The Nisshin Maru left Japan for the waters south of New Zealand. Protesters met the Nisshin at sea.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from glossary.documents.model import Document, Part, Segment, SegmentKind
from glossary.findings import Finding, Severity, Suggestion
from glossary.languages import ENGLISH, JAPANESE
from glossary.matching.match import Match
from glossary.matching.misreadings import Misreading
from glossary.matching.romanised import FAMILY, FULL, GIVEN
from glossary.model import Kind, Status, TermType
from glossary.rules.derived_hits import chosen, derived_hits, free_hits, longer_names
from glossary.rules.glosses import has_apposition, in_italics, is_gloss
from glossary.rules.longer_names import short_for_shield
from glossary.rules.name_signs import Sign, in_index, in_name, sign
from glossary.rules.named import Named, english_name
from glossary.rules.protocol import RuleOptions, Summary
from glossary.rules.suggestions import Proposal, finding_at, propose
from glossary.rules.surroundings import Surroundings

id = "misread-name"
severity = Severity.WARNING
document_level = True

EXAMPLES_TERMBASE = """
concepts:
  - {id: japan, kind: state, terms: {en: [{text: Japan, status: preferred}]}}
  - {id: new-zealand, kind: state, terms: {en: [{text: New Zealand, status: preferred}]}}
  - id: japan-new-zealand
    kind: bilateral
    members: [japan, new-zealand]
    terms:
      zh-Hans: [{text: 日新, type: short}]
"""

_COMMON = frozenset("sgpv")  # families, given names, places, ships


class _Use(NamedTuple):
    """One derived form in the document, with the reading of it that the document supports most."""

    match: Match
    form: Misreading
    named: bool  # all members of the pair, or the thing itself, are named in the document
    speaks: Sign


def check(document: Document, matches: Sequence[Match], options: RuleOptions) -> tuple[list[Finding], Summary | None]:
    """Return a finding for each derived form that the text gives no other reason for."""
    weight = options.severity(severity, id)
    if weight is None:
        return [], None
    found = list(derived_hits(document, options))
    if not found:
        return [], None
    around = Surroundings(document, matches)
    named = Named(document, matches, options.termbase)
    names = longer_names(found, around, options.termbase)
    uses, glossed, longer = [], set[str](), set[str]()
    for part, number, hit in free_hits(found, matches):
        match, form = chosen(part, number, hit, named, options)
        if _given_as_word(part, match, options):
            glossed.add(form.source)
        elif _part_of_name(match, form, around, options) or short_for_shield(match, around, names, options.termbase):
            longer.add(form.source)
        elif not _set_aside(match, around):
            uses.append(_use(match, form, named, around, options))
    # What is given as a foreign word once is one; what is part of a longer name once is short for it, unless it acts as states do.
    uses = [use for use in uses if use.form.source not in glossed and (use.form.source not in longer or use.speaks is Sign.STATES)]
    findings: list[Finding] = []
    for use in uses:
        level = _level(use, uses, options)
        if level is not None:
            findings += _finding(use, level.at_most(weight), around, options, named)
    return findings, None


def conclude(summaries: Iterable[Summary], options: RuleOptions) -> Mapping[str, list[Finding]]:
    """Return nothing: every document stands for itself."""
    return {}


def _given_as_word(part: Part, match: Match, options: RuleOptions) -> bool:
    segment = part.segments[match.segment]
    text = segment.text.text
    if is_gloss(text, match.low, match.high) or in_italics(part, segment, match.start, match.end):
        return True
    # After a pair of states a comma and an article begin something else: after talks with Nissin, the minister …
    return options.termbase[match.concept].kind is not Kind.BILATERAL and has_apposition(text, match.high)


def _part_of_name(match: Match, form: Misreading, around: Surroundings, options: RuleOptions) -> bool:
    """Whether the capitals beside a form make a longer name of it; in a headline they say nothing."""
    if around.segment(match).kind is SegmentKind.HEADING:
        return False
    person = options.termbase[form.concept].kind is Kind.PERSON
    return in_name(around.text(match), match.low, match.high, around.sentence(match)[0], person=person)


def _set_aside(match: Match, around: Surroundings) -> bool:
    """Whether the form is no part of a sentence, or spoken about: an index, a cell or item of its own, a sentence on wrong names."""
    text, segment = around.text(match), around.segment(match)
    return in_index(text, match.low, match.high) or _alone(segment, match) or around.as_word(match)


def _alone(segment: Segment, match: Match) -> bool:
    text = segment.text.text
    return not any(char.isalpha() for char in text[: match.low] + text[match.high :])


def _use(match: Match, form: Misreading, named: Named, around: Surroundings, options: RuleOptions) -> _Use:
    concept = options.termbase[form.concept]
    full = bool(named.counts[concept.id]) or named.all(concept.members)
    speaks = sign(around.text(match), match.low, match.high, around.sentence(match))
    return _Use(match, form, full, speaks)


def _level(use: _Use, uses: Sequence[_Use], options: RuleOptions) -> Severity | None:
    """Return how much to make of a form: a warning where the text names what it stands for, information where it may be, else None."""
    pair = options.termbase[use.form.concept].kind is Kind.BILATERAL
    return _pair_level(use, uses) if pair else _name_level(use)


def _pair_level(use: _Use, uses: Sequence[_Use]) -> Severity | None:
    """Judge a pair of states: by what is said of it, else by what the same text says of it elsewhere."""
    if use.speaks is Sign.ELSE or (use.form.known and not use.named):
        return None
    same = [each for each in uses if each.form.source == use.form.source and each.speaks is not Sign.ELSE]
    # A company spells its name in one way: where Nissin and Nisshin stand in one text, a machine wrote them.
    witness = any(each.speaks is Sign.STATES for each in same) or len({each.form.text for each in same}) > 1
    if not use.named:
        return Severity.INFO if use.speaks in (Sign.STATES, Sign.DEALINGS) else None
    if witness or (not use.form.known and use.form.language == JAPANESE):
        return Severity.WARNING
    return Severity.INFO if use.speaks is Sign.DEALINGS else None


def _name_level(use: _Use) -> Severity | None:
    """Judge a person, place or organisation: what others are called as well needs the thing itself named, and is never a warning.

    One word that families and places are called says nothing even then, nor does one name of a person that others may have.
    """
    form = use.form
    if form.known and (not use.named or use.speaks is Sign.ELSE):
        return None
    if not form.needed and not _COMMON.isdisjoint(form.known):
        return None
    if form.part != FULL and (not use.named or (form.known and (form.part == GIVEN or not form.breaks))):
        return None  # Zheng is half of China
    return Severity.WARNING if use.named and not form.known and form.part == FULL else Severity.INFO


def _finding(use: _Use, level: Severity, around: Surroundings, options: RuleOptions, named: Named) -> Iterator[Finding]:
    proposal = _proposal(use, around, options)
    if not proposal.suggestions:
        return
    match = _with_reason(use, named, options)
    message = f"{id}.{'ja' if use.form.language == JAPANESE else 'zh'}{'' if use.named else '.perhaps'}"
    arguments = {
        "matched": around.shown(match),
        "source": use.form.source,
        "reading": use.form.reading,
        "preferred": " / ".join(suggestion.text for suggestion in proposal.suggestions[:2]),
    }
    yield finding_at(match, id, level, message, arguments, proposal)


def _proposal(use: _Use, around: Surroundings, options: RuleOptions) -> Proposal:
    """Return what to write; for a family name alone the family name."""
    proposal = propose(use.match, around, options, fixable=False)
    if use.form.part != FAMILY:
        return proposal
    short = [
        term.text
        for term in options.termbase[use.form.concept].terms_in(ENGLISH)
        if term.type is TermType.SHORT and term.status in (Status.PREFERRED, Status.ADMITTED)
    ]
    texts = dict.fromkeys([*short, *(suggestion.text for suggestion in proposal.suggestions)])
    return Proposal(tuple(map(Suggestion, texts)))


def _with_reason(use: _Use, named: Named, options: RuleOptions) -> Match:
    """Return the match with why it is thought to be the name, or why it may not be."""
    concept = options.termbase[use.form.concept]
    ids = [member for member in concept.members if named.counts[member]] or [concept.id] * bool(named.counts[concept.id])
    names = ", ".join(filter(None, (english_name(options.termbase.get(each)) for each in ids)))
    reason = f"{id}.named" if use.named else f"{id}.partly" if names else f"{id}.alone"
    return replace(use.match, reason=reason, reason_arguments={"named": names} if names else {})
