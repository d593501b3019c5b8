"""What the matcher makes of the terms: examples that fail, forms that no text can contain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from glossary.check.problems import Problem, problem
from glossary.compile import compile_termbase
from glossary.documents.model import Document, Part, Segment
from glossary.findings import Verdict
from glossary.languages import DEFAULT_REGION
from glossary.matching.match import Match
from glossary.matching.matcher import Matcher
from glossary.model import Concept, Kind, Term, Termbase
from glossary.text.mapped import MappedText

# What rejects a form by its own context; everywhere else it may still be found.
_CONTEXTS = frozenset({"verdict.near", "verdict.unless", "verdict.unless-next", "verdict.unless-previous", "verdict.only-when"})


def check_matching(termbase: Termbase) -> Iterator[Problem]:
    """Yield examples that fail and forms that no text can contain, by running the matcher on them."""
    matcher = compile_termbase(termbase)
    for concept in termbase.concepts:
        for term in concept.terms:
            yield from _check_examples(matcher, concept, term)
            if concept.kind is not Kind.SHIELD and not term.derived:
                yield from _check_findable(matcher, concept, term)


def _check_examples(matcher: Matcher, concept: Concept, term: Term) -> Iterator[Problem]:
    if term.examples is None or (term.only_when is not None):
        return
    for sentence in term.examples.match:
        if not _is_found(matcher.find(_text(sentence, term)), concept, term):
            yield problem("check.example-missed", term.place, text=term.text, example=sentence)
    for sentence in term.examples.no_match:
        if _is_found(matcher.find(_text(sentence, term)), concept, term):
            yield problem("check.example-found", term.place, text=term.text, example=sentence)


def _is_found(matches: Sequence[Match], concept: Concept, term: Term) -> bool:
    return any(match.concept == concept.id and match.term == term for match in matches)


def _check_findable(matcher: Matcher, concept: Concept, term: Term) -> Iterator[Problem]:
    """Yield a problem where the form, standing alone, is not found though no context was asked for."""
    matches = matcher.explain(_text(term.text, term))
    own = [match for match in matches if match.concept == concept.id and match.term == term]
    if any(match.verdict is not Verdict.REJECT or match.reason in _CONTEXTS for match in own):
        return
    covers = [match for match in matches if any(lost.concept == concept.id and lost.term == term for lost in match.covers)]
    shield = next((match for match in covers if matcher.termbase[match.concept].kind is Kind.SHIELD), None)
    if shield is not None:
        yield problem("check.shielded", term.place, text=term.text, shield=shield.concept)
    elif not covers:
        yield problem("check.never-found", term.place, text=term.text)
    elif covers and covers[0].concept == concept.id:
        yield problem("check.hidden", term.place, text=term.text, other=covers[0].term.text, other_place=covers[0].term.place)


def _text(text: str, term: Term) -> Document:
    """Return `text` as a document of one paragraph in the language and the first region of `term`."""
    region = term.region[0] if term.region else DEFAULT_REGION.get(term.language, "")
    segment = Segment(text=MappedText.identity(text), language=term.language, region=region)
    return Document(path="", format=None, data=b"", parts=(Part(text=text, segments=(segment,)),))
