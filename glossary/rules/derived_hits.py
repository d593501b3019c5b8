"""Where derived forms stand in a document, and which name each of them stands for.

A form that the termbase has among its terms is left to those terms with their guards, and so is one that a right name covers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from glossary.documents.model import Document, Part
from glossary.documents.segments import Segments
from glossary.findings import Verdict
from glossary.languages import ENGLISH, UNDECIDED
from glossary.matching.boundary import addresses, is_bounded
from glossary.matching.match import Match
from glossary.matching.misreadings import Found, Misreading
from glossary.matching.romanised import FAMILY
from glossary.model import Kind, Reason, Status, Term, Termbase, TermType
from glossary.rules.longer_names import Protected
from glossary.rules.named import Named
from glossary.rules.protocol import RuleOptions
from glossary.rules.surroundings import Surroundings
from glossary.text.fold import folded

_ENGLISH = frozenset({ENGLISH, UNDECIDED, ""})


def derived_hits(document: Document, options: RuleOptions) -> Iterator[tuple[Part, int, Found]]:
    """Yield part, number of the segment and derived forms of the English text; a segment is made only where one stands."""
    for part in document.parts:
        texts = part.segments.texts if isinstance(part.segments, Segments) else [segment.text.text for segment in part.segments]
        for number, text in enumerate(texts):
            for hit in options.derived.misreadings.find(text):
                if part.segments[number].language in _ENGLISH:
                    yield part, number, hit


def free_hits(found: Sequence[tuple[Part, int, Found]], matches: Sequence[Match]) -> Iterator[tuple[Part, int, Found]]:
    """Yield the hits that neither each other nor right or listed names of the termbase overlap, longest first at each place."""
    taken: defaultdict[tuple[str, int], list[Match]] = defaultdict(list)
    places = {(part.id, number) for part, number, _ in found}
    for match in matches:
        if (match.part, match.segment) in places:
            taken[match.part, match.segment].append(match)
    reached: dict[tuple[str, int], int] = {}
    for part, number, hit in found:
        place, text = (part.id, number), part.segments[number].text.text
        if hit.low < reached.get(place, 0):
            continue
        if any(form.listed for form in hit.forms):
            reached[place] = hit.high
        elif not any(_covers(match, hit) for match in taken[place]) and _bounded(text, hit):
            reached[place] = hit.high
            yield part, number, hit


def _covers(match: Match, hit: Found) -> bool:
    """Whether a match has the place of a hit; a right name inside a longer hit (Kishida Bun’yū, Beijing Daxue) has not."""
    if match.high <= hit.low or hit.high <= match.low:
        return False
    inside = hit.low <= match.low and match.high <= hit.high and match.high - match.low < hit.high - hit.low
    return not inside or match.term.status is Status.DEPRECATED


def _bounded(text: str, hit: Found) -> bool:
    if any(low <= hit.low and hit.high <= high for low, high in addresses(text)):
        return False
    # A title in capitals and a trade name (NISSIN) say nothing.
    return is_bounded(text, hit.low, hit.high) and not text[hit.low : hit.high].isupper()


def chosen(part: Part, number: int, hit: Found, named: Named, options: RuleOptions) -> tuple[Match, Misreading]:
    """Return the match for the concept of which the document names most: 日新 is also Japan and Singapore."""
    place = named.place(part.id, number)
    form = max(hit.forms, key=lambda each: _support(each, place, named, options))
    segment = part.segments[number]
    start, end = segment.text.hull(hit.low, hit.high)
    matched = part.text[start:end]
    term = Term(
        text=form.text,
        language=ENGLISH,
        status=Status.DEPRECATED,
        type=TermType.SHORT if form.part == FAMILY else TermType.FULL,
        reason=Reason.MISRENDERING,
        origin=form.source,
        layer=options.termbase[form.concept].layer,
    )
    match = Match(
        part=part.id,
        start=start,
        end=end,
        matched=matched,
        segment=number,
        low=hit.low,
        high=hit.high,
        concept=form.concept,
        term=term,
        verdict=Verdict.REVIEW,
    )
    return match, form


def _support(form: Misreading, place: tuple[int, int], named: Named, options: RuleOptions) -> tuple[int, int, int]:
    """Return how much speaks for one meaning of a form: how far its states, or it itself, are named, and how near to `place`."""
    concept = options.termbase[form.concept]
    wanted = concept.members or (concept.id,)
    missing = sum(not named.counts[each] for each in wanted)
    distance = max(named.distance(each, place) for each in wanted)
    return -missing, -distance, named.counts[concept.id]


def longer_names(found: Sequence[tuple[Part, int, Found]], around: Surroundings, termbase: Termbase) -> tuple[Protected, ...]:
    """Return the shields and organisations in the document that begin with one of the forms, each where it first stands."""
    forms = {folded(part.segments[number].text.text[hit.low : hit.high]) for part, number, hit in found}
    seen: dict[tuple[str, str], Protected] = {}
    for match in around.matches:
        form = folded(around.shown(match)) if match.term.status is not Status.DEPRECATED else ""
        if form and any(form.startswith(each) for each in forms):
            concept = termbase.get(match.concept)
            if concept is not None and concept.kind in (Kind.SHIELD, Kind.ORGANISATION):
                seen.setdefault((form, match.concept), Protected(form, match.concept, around.place(match)))
    return tuple(seen.values())
