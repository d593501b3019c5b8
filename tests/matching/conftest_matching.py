"""Small termbases and documents, made by hand, for the tests of matching."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from glossary.compile import compile_termbase
from glossary.documents.model import Document, Part, Segment
from glossary.matching.match import Match
from glossary.matching.matcher import Matcher
from glossary.model import Concept, Kind, Term, Termbase
from glossary.text.mapped import MappedText


def concept(id: str, *terms: Term, kind: Kind = Kind.PHRASE, **fields: object) -> Concept:
    return Concept(id=id, kind=kind, terms=terms, **fields)  # type: ignore[arg-type]


def matcher(*concepts: Concept) -> Matcher:
    return compile_termbase(Termbase(title="test", concepts=concepts))


def document(*paragraphs: str, language: str = "en", region: str = "", decided: bool = True) -> Document:
    text = "\n\n".join(paragraphs)
    segments, start = [], 0
    for paragraph in paragraphs:
        segments.append(Segment(text=MappedText.identity(paragraph, start), language=language, region=region, decided=decided))
        start += len(paragraph) + 2
    return Document(path="draft.txt", format=None, data=text.encode(), parts=(Part(text=text, segments=tuple(segments)),))


@pytest.fixture
def find() -> Callable[..., tuple[Match, ...]]:
    """Find matches of concepts in paragraphs; checks for every match that the text at its span equals `matched`."""

    def run(concepts: list[Concept], *paragraphs: str, explain: bool = False, **fields: object) -> tuple[Match, ...]:
        draft = document(*paragraphs, **fields)  # type: ignore[arg-type]
        engine = matcher(*concepts)
        matches = engine.explain(draft) if explain else engine.find(draft)
        for match in matches:
            assert draft.parts[0].text[match.start : match.end] == match.matched
        return matches

    return run
