"""Find pairs of states that a shorthand was expanded to by mistake: Japan–Singapore for 日新, Japan–Macau for 日澳.

The state table of the termbase says which character stands for which states, and what it is taken for; the pairs follow from it, in
the ways English writes them: A-B, A–B, A/B, A and B, B-A, Nippon-B. Information, always for review: the message says how often the
text names each state.

Silent unless the text is about the right pair, both states of which it names at least as often, and names the wrong state nowhere else;
silent on titles of treaties, on rows of states, on comparisons, and where the text goes through several pairs.

Bad: Japan and New Zealand signed the pact in Wellington, and New Zealand hopes for more. The Japan-Singapore cooperation worries China.
Good: Japan and New Zealand signed the pact in Wellington. Its model is the Japan-Singapore pact, which Singapore proposed.
Good: Japan and Singapore agreed on an energy pact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from glossary.documents.model import Document, SegmentKind
from glossary.findings import Finding, Severity, Verdict
from glossary.languages import ENGLISH
from glossary.matching.match import Match
from glossary.matching.slips import Slip
from glossary.model import Kind, Reason, Status, Term, Termbase
from glossary.rules.named import Named, english_name
from glossary.rules.protocol import RuleOptions, Summary
from glossary.rules.suggestions import finding_at, propose
from glossary.rules.surroundings import Surroundings
from glossary.text.patterns import deferred

id = "shorthand-slip"
severity = Severity.INFO
document_level = True

EXAMPLES_TERMBASE = """
concepts:
  - {id: japan, kind: state, terms: {en: [{text: Japan, status: preferred}]}}
  - {id: new-zealand, kind: state, terms: {en: [{text: New Zealand, status: preferred}]}}
  - {id: singapore, kind: state, terms: {en: [{text: Singapore, status: preferred}]}}
  - id: japan-new-zealand
    kind: bilateral
    members: [japan, new-zealand]
    terms:
      zh-Hans: [{text: 日新, type: short}]
shorthands:
  zh-Hans:
    - {text: 日, state: japan}
    - {text: 新, state: new-zealand}
    - {text: 新, state: singapore}
"""

_JOINED = deferred(r"\s?[-‐‑–—/]\s?\Z|-and-\Z")
_AND = deferred(r" (?:and|&) (?:the )?\Z")
_GAP = 9  # code points between two states of a pair: " and the "
_NIPPON = deferred(r"(?<![\w-])(?:Nippon|Nihon)(?:[-‐‑–/]| and )\Z")
_CHAIN_BEFORE = deferred(r"[A-Za-z][-‐‑–—/]\Z")
_LIST_BEFORE = deferred(r"[A-Z][\w.]*, (?:the )?\Z")
_CHAIN_AFTER = deferred(r"\s?[-‐‑–—/]\s?[A-Z]|,? (?:and|&|or|plus) (?:the )?[A-Z]|, (?:the )?[A-Z][\w ]{2,24}(?:,|\)| and | or )")
_TITLE = deferred(r" [A-Z]")
# Another pair is mentioned for the sake of a comparison: a pact like the Japan–Singapore one.
_COMPARING = deferred(
    r"\b(?:like|unlike|similar to|same as|compared (?:with|to)|comparable to|as with|as in|as opposed to|model(?:led|ed)? (?:on|after)"
    r"|besides|previous|earlier|already|existing|another|other|such as|including|include[sd]?|for example|for instance|separate)\b"
    r"[^.;:]{0,30}\Z",
    re.IGNORECASE,
)
_BETWEEN = deferred(r"\b(?:between|of|by|both) (?:the )?\Z")
_OFTEN = 4  # times the right state is named, before "A and B" is thought to be a slip
_AFTER = deferred(r"[^.;:]{0,60}\b(?:than|unlike|like (?:the|that)|whereas|while)\b", re.IGNORECASE)
_REACH = 50  # code points looked back
_NEW = deferred(r"\b(?:an?|another|any|each|every) \Z", re.IGNORECASE)
_MOST_PAIRS = 2  # other pairs with the same state: a text with more goes through them one by one


class _Pair(NamedTuple):
    """Two states named together, at a match that covers both names."""

    match: Match
    states: frozenset[str]
    joined: bool  # A-B, not A and B


def check(document: Document, matches: Sequence[Match], options: RuleOptions) -> tuple[list[Finding], Summary | None]:
    """Return a finding for each pair that the document gives more reason to take for another one."""
    weight = options.severity(severity, id)
    english = [match for match in matches if match.term.language == ENGLISH]
    if weight is None or not english or not options.derived.slips:
        return [], None
    pairs = list(_pairs(document, english, options.termbase))
    suspects = [pair for pair in pairs if pair.states in options.derived.slips]
    if not suspects:
        return [], None
    around = Surroundings(document, matches)
    named = Named(document, matches, options.termbase)
    findings = []
    for states in dict.fromkeys(pair.states for pair in suspects):
        here = [pair for pair in suspects if pair.states == states]
        found = _meant(here, pairs, named, around, options)
        if found is not None:
            slip, counts = found
            findings += [
                _finding(pair, slip, counts, weight, around, options)
                for pair in here
                if (pair.joined or _between(pair, slip, counts, pairs, around)) and not _excused(pair, slip, named, around)
            ]
    return findings, None


def conclude(summaries: Iterable[Summary], options: RuleOptions) -> Mapping[str, list[Finding]]:
    """Return nothing: every document stands for itself."""
    return {}


def _pairs(document: Document, english: Sequence[Match], termbase: Termbase) -> Iterator[_Pair]:
    """Yield the pairs of states in a document: names of pairs, two names joined, and Nippon joined to one."""
    parts = {part.id: part for part in document.parts}
    places = {(match.part, match.segment) for match in english}
    texts = {(part, number): parts[part].segments[number].text.text for part, number in places}
    for match in english:
        text = texts[match.part, match.segment]
        concept = termbase.get(match.concept)
        if concept is not None and concept.kind is Kind.BILATERAL and len(concept.members) == 2:
            yield _Pair(match, frozenset(concept.members), " " not in text[match.low : match.high].replace("New ", "").strip())
        ahead = _NIPPON.search(text, max(0, match.low - 12), match.low)
        if ahead is not None:
            low = ahead.start()
            start, end = parts[match.part].segments[match.segment].text.hull(low, match.high)
            whole = replace(match, low=low, start=start, end=end, matched=parts[match.part].text[start:end], covers=(match,))
            yield _Pair(whole, frozenset(("japan", match.concept)), not ahead.group().endswith(" "))
    for one, two in pairwise(english):
        if (one.part, one.segment) != (two.part, two.segment) or not 0 < two.low - one.high <= _GAP:
            continue
        text = texts[one.part, one.segment]
        joined = _JOINED.match(text, one.high, two.low) is not None
        if joined or _AND.match(text, one.high, two.low):
            whole = replace(one, end=two.end, high=two.high, matched=parts[one.part].text[one.start : two.end], covers=(one, two))
            yield _Pair(whole, frozenset((one.concept, two.concept)), joined)


def _meant(
    here: Sequence[_Pair], pairs: Sequence[_Pair], named: Named, around: Surroundings, options: RuleOptions
) -> tuple[Slip, Mapping[str, int]] | None:
    """Return the slip that explains the pairs `here`, and how often the rest of the document names its states; None for none."""
    spans = {(pair.match.part, pair.match.segment, pair.match.low, pair.match.high) for pair in here}
    counts = named.counts_outside((named.place(part, segment), low, high) for part, segment, low, high in spans)
    fitting = [slip for slip in options.derived.slips[here[0].states] if _fits(slip, counts, here, pairs)]
    best = max(fitting, key=lambda slip: counts[slip.right], default=None)
    if best is None or _named_elsewhere(best.wrong, spans, around, options.termbase):
        return None
    return best, counts


def _fits(slip: Slip, counts: Mapping[str, int], here: Sequence[_Pair], pairs: Sequence[_Pair]) -> bool:
    """Whether the document is about the right pair, and about few others."""
    if counts.get(slip.wrong) or counts.get(slip.right, 0) < len(here):
        return False
    if not counts.get(slip.kept) and not counts.get(slip.concept):
        return False
    others = {pair.states for pair in pairs if slip.kept in pair.states and pair.joined} - {
        frozenset((slip.kept, slip.right)),
        here[0].states,
    }
    return len(others) <= _MOST_PAIRS


def _between(pair: _Pair, slip: Slip, counts: Mapping[str, int], pairs: Sequence[_Pair], around: Surroundings) -> bool:
    """Whether "A and B" is one pair in a text about another: cooperation between A and B, where A and the right state are paired often."""
    right = frozenset((slip.kept, slip.right))
    often = counts[slip.right] >= _OFTEN and sum(other.states == right for other in pairs) > 1
    text, low = around.text(pair.match), pair.match.low
    return often and _BETWEEN.search(text, max(0, low - _REACH), low) is not None


def _named_elsewhere(wrong: str, spans: set[tuple[str, int, int, int]], around: Surroundings, termbase: Termbase) -> bool:
    """Whether a name of the wrong state, or a word made of it (Singaporean), stands anywhere outside `spans`."""
    concept = termbase.get(wrong)
    names = (
        {term.text for term in concept.terms_in(ENGLISH) if len(term.text) > 2 and term.status is not Status.DEPRECATED}
        if concept
        else set()
    )
    if not names:
        return False
    stems = "|".join(re.escape(name.removesuffix("s")) for name in sorted(names))
    pattern = deferred(rf"(?<!\w)(?:{stems})")
    return any(
        not any(_inside_at(part.id, number, found.start(), span) for span in spans)
        for part in around.document.parts
        for number, segment in enumerate(part.segments)
        for found in pattern.finditer(segment.text.text)
    )


def _inside_at(part: str, segment: int, low: int, span: tuple[str, int, int, int]) -> bool:
    return (part, segment) == span[:2] and span[2] <= low < span[3]


def _before_the_right(pair: _Pair, right: str, named: Named, around: Surroundings) -> bool:
    """Whether the text has not named the right state when it comes to the pair; a headline comes first."""
    if around.segment(pair.match).kind is SegmentKind.HEADING:
        return False
    first = named.first(right)
    return first is None or (named.place(pair.match.part, pair.match.segment), pair.match.low) < first


def _excused(pair: _Pair, slip: Slip, named: Named, around: Surroundings) -> bool:
    """Whether the pair is part of a title or of a row, is compared, is new to the text, or is spoken about."""
    match, text = pair.match, around.text(pair.match)
    row = _CHAIN_BEFORE if pair.joined else _LIST_BEFORE
    if row.search(text, max(0, match.low - _REACH), match.low) or _CHAIN_AFTER.match(text, match.high):
        return True
    if around.segment(match).kind is not SegmentKind.HEADING and _TITLE.match(text, match.high):
        return True
    begin = max(around.sentence(match)[0], match.low - _REACH)
    if _NEW.search(text, begin, match.low) or _before_the_right(pair, slip.right, named, around):
        return True
    compared = _COMPARING.search(text, begin, match.low) or _AFTER.match(text, match.high)
    low, high = around.sentence(match)
    return compared is not None or around.as_word(match) or slip.source in text[low:high]


def _finding(pair: _Pair, slip: Slip, counts: Mapping[str, int], weight: Severity, around: Surroundings, options: RuleOptions) -> Finding:
    right, wrong = (english_name(options.termbase.get(each)) for each in (slip.right, slip.wrong))
    match = replace(
        pair.match,
        concept=slip.concept,
        term=Term(
            text=around.shown(pair.match),
            language=ENGLISH,
            status=Status.DEPRECATED,
            reason=Reason.MISRENDERING,
            origin=slip.source,
            layer=options.termbase[slip.concept].layer,
        ),
        inflection="",
        verdict=Verdict.REVIEW,
        reason=f"{id}.evidence",
        reason_arguments={"right": right, "count": str(counts[slip.right]), "wrong": wrong},
    )
    proposal = propose(match, around, options, fixable=False)
    arguments = {
        "matched": around.shown(match),
        "source": slip.source,
        "character": slip.character,
        "right": right,
        "wrong": wrong,
        "preferred": " / ".join(suggestion.text for suggestion in proposal.suggestions[:2]),
    }
    return finding_at(match, id, weight.at_most(severity), id, arguments, proposal)
