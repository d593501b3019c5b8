"""Judge the order of family and given name in English: against the house style, against custom, and mixed in one text.

A profile may say in which order Japanese names stand (`name_order`); official texts of Japan have had the family name first since
September 2019, so older ones are left alone. Without it either order is right, but a text keeps to one, over all its modern Japanese
names; with `together` a run of files does. Chinese and Korean names whose entry has the family name first keep it there.

Silent where the order is somebody else's or has a reason: Kishida, Fumio; KISHIDA Fumio; quotations, bylines, references and indexes,
names that stand alone in a line or cell, persons from before 1868.

Bad: Fumio Kishida arrived in the morning. In the evening Kishida Fumio left again.
Good: Fumio Kishida arrived in the morning. In the evening Mr Kishida left again.
Good: KISHIDA Fumio arrived, and Fumio Kishida left again.

Bad: The envoy met Jinping Xi in Beijing.
Good: The envoy met Xi Jinping in Beijing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from glossary.documents.model import Document
from glossary.findings import Finding, Related, Severity, Suggestion, Verdict
from glossary.languages import ENGLISH, JAPANESE
from glossary.matching.match import Match
from glossary.model import Concept, Kind
from glossary.rules.dates import date_range
from glossary.rules.name_parts import (
    CHINESE,
    FAMILY_FIRST,
    GIVEN_FIRST,
    OFFICIAL_SINCE,
    custom_of,
    is_historical,
    order_of,
    says_nothing,
    turned,
)
from glossary.rules.protocol import RuleOptions, Summary
from glossary.rules.rivals import MOST_PLACES, Place
from glossary.rules.suggestions import Proposal, finding_at
from glossary.rules.surroundings import Surroundings

id = "name-order"
severity = Severity.INFO
document_level = True

EXAMPLES_TERMBASE = """
concepts:
  - id: kishida-fumio
    kind: person
    names: {en: {family: Kishida, given: Fumio}, ja: {family: 岸田, given: 文雄, reading: きしだ ふみお}}
  - id: xi-jinping
    kind: person
    names: {en: {family: Xi, given: Jinping, full: Xi Jinping}, ja: {family: 習, given: 近平, reading: しゅう きんぺい}}
"""


class Use(NamedTuple):
    """How one person's name stands in a text in one order: as the name is written, how often, and where first."""

    concept: str
    order: str
    text: str
    other: str  # the name in the other order
    layer: str
    uses: int
    places: tuple[Place, ...]


def check(document: Document, matches: Sequence[Match], options: RuleOptions) -> tuple[list[Finding], Summary | None]:
    """Return a finding at the first use of each name that is in the wrong order, or in the rarer one."""
    weight = options.severity(severity, id)
    if weight is None:
        return [], None
    people = list(_people(matches, options))
    if not people:
        return [], None
    around = Surroundings(document, matches)
    groups: dict[tuple[str, str], list[tuple[Match, Concept, str]]] = {}
    for match, concept, order in people:
        if not says_nothing(match, around):
            groups.setdefault((concept.id, order), []).append((match, concept, order))
    findings: list[Finding] = []
    free: list[Use] = []
    for uses in groups.values():
        match, concept, order = uses[0]
        wanted = _wanted(concept, document, options)
        if not wanted:
            free.append(_use([one for one, _, _ in uses], concept, order, around))
        elif order != wanted:
            findings.append(_against(match, concept, wanted, around, weight))
    if options.together:
        return findings, Summary(path=document.path, data=tuple(free)) if free else None
    return findings + [_mixed(use, other, weight) for use, other in _rarer(free)], None


def conclude(summaries: Iterable[Summary], options: RuleOptions) -> Mapping[str, list[Finding]]:
    """Return a finding at the first use, in each file, of each name in the order that is rarer in the run."""
    weight = options.severity(severity, id)
    uses = [use for summary in summaries for use in summary.data or ()]
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    if weight is not None:
        for use, other in _rarer(uses):
            findings[use.places[0].path].append(_mixed(use, other, weight))
    return findings


def _people(matches: Sequence[Match], options: RuleOptions) -> Iterator[tuple[Match, Concept, str]]:
    """Yield the full names of Japanese, Chinese and Korean persons with their order."""
    known: dict[str, Concept | None] = {}
    for match in matches:
        if match.verdict is Verdict.ACCEPT and match.term.language == ENGLISH and " " in match.term.text:
            if match.concept not in known:
                concept = options.termbase.get(match.concept)
                judged = concept is not None and concept.kind is Kind.PERSON and custom_of(concept) and not is_historical(concept)
                known[match.concept] = concept if judged else None
            person = known[match.concept]
            order = order_of(match, person) if person else ""
            if person and order:
                yield match, person, order


def _wanted(concept: Concept, document: Document, options: RuleOptions) -> str:
    """Return the order that custom or the house style wants, "" where both are right."""
    if custom_of(concept) == CHINESE:
        return FAMILY_FIRST
    wanted = options.house.name_order.get(JAPANESE, "") if options.house else ""
    written = date_range(document.date)
    return "" if wanted == FAMILY_FIRST and written is not None and written[1] < OFFICIAL_SINCE else wanted


def _use(group: Sequence[Match], concept: Concept, order: str, around: Surroundings) -> Use:
    other = turned(concept, GIVEN_FIRST if order == FAMILY_FIRST else FAMILY_FIRST)
    places = tuple(_place(match, around) for match in group[:MOST_PLACES])
    return Use(concept.id, order, turned(concept, order), other, group[0].term.layer, len(group), places)


def _place(match: Match, around: Surroundings) -> Place:
    line, column = around.position(match.part, match.start)
    end_line, end_column = around.position(match.part, match.end)
    return Place(around.document.path, match.part, match.start, match.end, line, column, end_line, end_column, match.matched)


def _rarer(uses: Sequence[Use]) -> Iterator[tuple[Use, Use]]:
    """Yield the uses in the rarer of two orders, the later one of equals, each with one in the other order, of the same person if any.

    Both count their uses in all of the files.
    """
    orders: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for use in uses:
        orders[use.order] += use.uses
        names[use.text] += use.uses
    if len(orders) < 2:
        return
    leading = max(orders, key=lambda order: orders[order])
    lead = [use for use in uses if use.order == leading]
    for use in uses:
        if use.order != leading:
            other = next((one for one in lead if one.concept == use.concept), lead[0])
            yield use._replace(uses=names[use.text]), other._replace(uses=names[other.text])


def _against(match: Match, concept: Concept, wanted: str, around: Surroundings, weight: Severity) -> Finding:
    name = turned(concept, wanted)
    message = f"{id}.culture" if custom_of(concept) == CHINESE else f"{id}.{wanted}"
    return finding_at(match, id, weight, message, {"matched": around.shown(match), "name": name}, Proposal((Suggestion(name),)))


def _mixed(use: Use, other: Use, weight: Severity) -> Finding:
    here = use.places[0]
    related = [_related(other.places[0], f"{id}.other"), *(_related(place, f"{id}.again") for place in use.places[1:])]
    arguments = {"matched": use.text, "count": str(use.uses), "other": other.text, "other_count": str(other.uses)}
    return Finding(
        rule=id,
        severity=weight,
        message_id=f"{id}.mixed",
        arguments=arguments,
        part=here.part,
        start=here.start,
        end=here.end,
        line=here.line,
        column=here.column,
        end_line=here.end_line,
        end_column=here.end_column,
        matched=here.matched,
        concept=use.concept,
        term=use.text,
        layer=use.layer,
        suggestions=(Suggestion(use.other),),
        related=tuple(related),
    )


def _related(place: Place, message_id: str) -> Related:
    return Related(place.path, place.part, place.start, place.end, place.line, place.column, message_id, {"matched": place.matched})
