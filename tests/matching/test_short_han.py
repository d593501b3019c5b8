"""Short Han hits: accepted, doubted, rejected, each with a reason that can be printed; rows of states are no pairs."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from glossary.compile import compile_termbase
from glossary.documents.registry import read_document
from glossary.findings import Verdict
from glossary.matching.matcher import Matcher
from glossary.messages import render
from glossary.model import Concept, Kind, Term, Termbase
from glossary.termbase.reader import load

DATA = Path(__file__).parent / "data"
SHORT = yaml.safe_load((DATA / "short_han.yaml").read_text("utf-8"))
ROWS = yaml.safe_load((DATA / "rows_of_states.yaml").read_text("utf-8"))


def matcher_for(language: str, text: str, kind: Kind = Kind.PHRASE) -> Matcher:
    term = Term(text=text, language=language)
    return compile_termbase(Termbase(title="Test", languages=(language,), concepts=(Concept(id="x", kind=kind, terms=(term,)),)))


def verdict_of(matcher: Matcher, language: str, text: str, wanted: str) -> tuple[str, str]:
    """Return the best verdict on `wanted` in `text`, with the reason as printed; "none" where there is no hit of its own."""
    document = read_document("x.txt", text.encode(), language=language)
    found = [match for match in matcher.explain(document) if match.matched == wanted]
    order = [Verdict.ACCEPT, Verdict.REVIEW, Verdict.REJECT]
    best = min(found, key=lambda match: order.index(match.verdict), default=None)
    if best is None:
        return "none", ""
    return best.verdict.value, render(best.reason, best.reason_arguments) if best.reason else ""


@pytest.mark.parametrize("case", SHORT, ids=lambda case: f"{case[2]} in {case[1]}")
def test_a_short_han_hit_is_judged_by_the_words_around_it(case: list[str]) -> None:
    language, text, term, expected, *reason = case
    verdict, shown = verdict_of(matcher_for(language, term), language, text, term)
    assert verdict == expected
    assert bool(shown) == (verdict != "accept")
    assert not reason or reason[0] in shown


@pytest.fixture(scope="module")
def pairs(tmp_path_factory) -> Matcher:
    """The pairs of the curated termbase without its longer rows, which would win over them."""
    found = load([Path(__file__).parents[2] / "terms"]).termbase
    kinds = (Kind.STATE, Kind.TERRITORY, Kind.BILATERAL)
    kept = tuple(concept for concept in found.concepts if concept.kind in kinds and len(concept.members) < 3)
    return compile_termbase(Termbase(title="Pairs", languages=found.languages, concepts=kept, shorthands=found.shorthands))


@pytest.mark.parametrize("case", ROWS, ids=lambda case: f"{case[2]} in {case[1]}")
def test_a_row_of_states_is_no_pair(case: list[str], pairs: Matcher) -> None:
    language, text, pair, expected = case
    verdict, _shown = verdict_of(pairs, language, text, pair)
    assert verdict == "accept" if expected == "accept" else verdict != "accept"
