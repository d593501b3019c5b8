"""Which concepts a document names, and how often: the evidence of rules that report what nobody listed."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

from glossary.documents.model import Document
from glossary.findings import Verdict
from glossary.languages import ENGLISH
from glossary.matching.match import Match
from glossary.model import Concept, Kind, Status, Termbase, TermType

FAR = 1_000_000  # segments
Place = tuple[int, int]  # numbers of a part and of a segment in it


class Named:
    """The concepts that a document names by a right name, alone, inside longer names or as members of a pair."""

    def __init__(self, document: Document, matches: Sequence[Match], termbase: Termbase) -> None:
        self._matches = matches
        self._termbase = termbase
        self._order = {part.id: number for number, part in enumerate(document.parts)}

    @cached_property
    def _by_segment(self) -> dict[Place, list[tuple[int, frozenset[str]]]]:
        """Offset and concepts of each match, by segment."""
        found: dict[Place, list[tuple[int, frozenset[str]]]] = {}
        for match in self._matches:
            ids = named_by(match, self._termbase)
            if ids:
                found.setdefault(self.place(match.part, match.segment), []).append((match.low, ids))
        return found

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each concept is named."""
        return Counter(id for group in self._by_segment.values() for _, ids in group for id in ids)

    @cached_property
    def _places(self) -> dict[str, list[tuple[Place, int]]]:
        """Where each concept is named, in order: segment and offset in it."""
        found: dict[str, list[tuple[Place, int]]] = {}
        for place, group in sorted(self._by_segment.items()):
            for low, ids in group:
                for id in ids:
                    found.setdefault(id, []).append((place, low))
        return found

    def counts_outside(self, spans: Iterable[tuple[Place, int, int]]) -> Counter[str]:
        """Return how often each concept is named outside half-open ranges of segments."""
        left = Counter(self.counts)
        for place, low, high in spans:
            left.subtract(id for at, ids in self._by_segment.get(place, ()) if low <= at < high for id in ids)
        return left

    def first(self, id: str) -> tuple[Place, int] | None:
        """Return where the concept is first named, None where it is not."""
        places = self._places.get(id)
        return places[0] if places else None

    def place(self, part: str, segment: int) -> Place:
        """Return the numbers of a part and of a segment in it, in the order of the document."""
        return self._order[part], segment

    def distance(self, id: str, place: Place) -> int:
        """Return how many segments away from `place` the concept is named in the same part; `FAR` where it is not."""
        part, segment = place
        places = self._places.get(id, ())
        at = bisect_left(places, (place, 0)) if places else 0
        near = (other for other, _ in places[max(0, at - 1) : at + 1])
        return min((abs(number - segment) for here, number in near if here == part), default=FAR)

    def all(self, ids: Collection[str]) -> bool:
        """Whether each of `ids`, and at least one, is named."""
        return bool(ids) and all(self.counts[id] for id in ids)


def named_by(match: Match, termbase: Termbase) -> frozenset[str]:
    """Return the concepts that a match names for certain: its own and those of the hits inside it, with the members of pairs."""
    if match.verdict is not Verdict.ACCEPT or match.term.status is Status.DEPRECATED:
        return frozenset()
    found: set[str] = set()
    for each in (match, *match.covers):
        concept = termbase.get(each.concept)
        if concept is not None and concept.kind is not Kind.SHIELD and each.term.status is not Status.DEPRECATED:
            found.update((concept.id, *concept.members))
    return frozenset(found)


def english_name(concept: Concept | None) -> str:
    """Return the English name to show for a concept: the preferred full one, else any right one, else "" ."""
    terms = [term for term in concept.terms if term.language == ENGLISH and term.status is not Status.DEPRECATED] if concept else []
    best = min(terms, key=lambda term: (term.status is not Status.PREFERRED, term.type is not TermType.FULL), default=None)
    return best.text if best else ""
