"""The curated termbase: sound, complete as promised, and in agreement with what was attested."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from pathlib import Path

import pytest

from glossary.check.run import check_folders
from glossary.languages import LANGUAGES
from glossary.matching.surfaces import expand
from glossary.model import Kind, Status, Termbase
from glossary.readings.kana import hiragana
from glossary.termbase.reader import load
from glossary.termbase.writer import formatted
from glossary.text.fold import folded

ROOT = Path(__file__).parents[1]
TERMS = ROOT / "terms"
SHARED = ROOT.parent / "shared" / "data"
shared = pytest.mark.skipif(not SHARED.is_dir(), reason="LOUDLY SKIPPED: the research data in ../shared/data is not there")
RIGHT = (Status.PREFERRED, Status.ADMITTED)


@pytest.fixture(scope="module")
def termbase() -> Termbase:
    return load([TERMS]).termbase


def test_the_curated_termbase_has_no_problem() -> None:
    report = check_folders([TERMS], given=False)
    assert [str(problem) for problem in report.problems] == []


def test_it_is_as_large_as_promised(termbase: Termbase) -> None:
    concepts = [concept for concept in termbase.concepts if concept.kind is not Kind.SHIELD]
    whole = [concept for concept in concepts if {term.language for term in concept.terms if term.status in RIGHT} >= set(LANGUAGES)]
    bilaterals = [concept for concept in concepts if concept.kind is Kind.BILATERAL]
    contested = [concept for concept in concepts if concept.contested]
    shields = [concept for concept in termbase.concepts if concept.kind is Kind.SHIELD]
    assert len(concepts) >= 700
    assert len(whole) >= 420
    assert len(bilaterals) >= 45
    assert len(contested) >= 15
    assert len(shields) >= 250
    assert {profile.id for profile in termbase.profiles} >= {"neutral", "japan", "prc", "roc", "nz", "wire"}


def test_every_profile_is_documented(termbase: Termbase) -> None:
    assert [profile.id for profile in termbase.profiles if not profile.sources and profile.id != "neutral"] == []


def test_what_is_decided_has_a_source_with_a_date(termbase: Termbase) -> None:
    decided = [concept for concept in termbase.concepts if concept.stage == "decided"]
    assert decided
    assert [concept.id for concept in decided if not any(source.date for source in concept.sources)] == []


def test_every_wrong_form_says_why_and_where_from(termbase: Termbase) -> None:
    wrong = [term for concept in termbase.concepts for term in concept.terms if term.status is Status.DEPRECATED]
    assert [term.text for term in wrong if term.reason is None] == []
    assert [term.text for term in wrong if not (term.origin or term.seen or term.only_when)] == []


def known_strings(termbase: Termbase) -> dict[str, set[str]]:
    """Return every string the termbase holds, folded, by language: what is matched, short forms of states, confusables, contexts."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for concept in termbase.concepts:
        for term in concept.terms:
            found[term.language].update(surface.key for surface in expand(term, concept.kind))
            found[term.language].update(map(folded, (*term.collocations, *(context.text for context in term.context))))
            if term.article:
                found[term.language].add(folded(f"{term.article} {term.text}"))
        for entry in concept.confusable:
            found[entry.language].add(folded(entry.text))
    for shorthand in termbase.shorthands:
        found[shorthand.language].add(folded(shorthand.text))
    return found


@shared
def test_every_attested_string_is_in_or_on_the_list_with_a_reason(termbase: Termbase) -> None:
    known = known_strings(termbase)
    with (ROOT / "seeds" / "left_out.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [row for row in rows if not row["reason"]] == []
    left_out = {(row["concept"], row["language"], row["text"]) for row in rows}
    missing = []
    for line in (SHARED / "attestations.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if folded(row["text"]) not in known[row["lang"]] and (row["concept"], row["lang"], row["text"]) not in left_out:
            missing.append((row["concept"], row["lang"], row["text"]))
    assert missing == []


@shared
def test_readings_agree_with_the_gold_ones(termbase: Termbase) -> None:
    readings: defaultdict[str, set[str]] = defaultdict(set)
    for concept in termbase.concepts:
        for term in concept.terms:
            if term.language == "ja" and term.reading:
                readings[term.text].add(hiragana(term.reading))
    with (SHARED / "readings.tsv").open(encoding="utf-8", newline="") as file:
        gold = {row[0]: row[1] for row in csv.reader(file, delimiter="\t")}
    held = [text for text in gold if text in readings]
    assert [(text, readings[text]) for text in held if hiragana(gold[text]) not in readings[text]] == []
    assert len(held) >= 60


def test_nothing_is_left_out_that_is_in(termbase: Termbase) -> None:
    known = known_strings(termbase)
    with (ROOT / "seeds" / "left_out.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [(row["concept"], row["text"]) for row in rows if folded(row["text"]) in known[row["language"]]] == []


@pytest.mark.parametrize("path", sorted(TERMS.glob("*.yaml")), ids=lambda path: path.name)
def test_every_file_is_in_order(path: Path) -> None:
    assert formatted(path.read_bytes(), path) == path.read_bytes().decode()
