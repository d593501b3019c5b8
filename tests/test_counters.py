"""What a run does and how often: counted, never timed. A figure that grows here is a start or a scan that grows slower."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from glossary.compile import compile_termbase, load_matcher
from glossary.documents.registry import read_document
from glossary.documents.segments import Segments
from glossary.matching import hits, tokens
from glossary.matching.matcher import Matcher
from glossary.matching.surfaces import MOST_SURFACES
from glossary.model import Concept, Kind, Term, Termbase
from glossary.records import Records
from glossary.termbase.positions import parse_count
from glossary.text import segmenters
from glossary.text.fold import fold
from glossary.text.mapped import MappedText

MANIFEST = "format: 1\ntitle: Test\nversion: 1\nlicence: CC0-1.0\nlanguages: [en, ja]\n"
TERMS = 300
DRAFT = "\n\n".join(["The talks ended.", "Term 7 and term 9 met term 7.", "会談が終わった。", "The talks ended."] * 50)
# Only what the draft and the options ask for is imported.
NEVER_AT_START = (
    *("yaml", "ruamel", "openpyxl", "lxml", "sudachipy", "rjieba", "opencc", "pykakasi", "pypinyin", "rapidfuzz", "babel", "jinja2"),
    *("charset_normalizer", "wcwidth", "pyromark", "concurrent.futures", "multiprocessing", "importlib.metadata", "hashlib", "socket"),
)
MOST_MODULES = {"scan": 90, "lint": 160}  # of glossary, at the start of a verb


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A termbase that has been compiled once."""
    monkeypatch.setenv("GLOSSARY_CACHE_DIR", str(tmp_path / "cache"))
    terms = tmp_path / "terms"
    terms.mkdir()
    entries = "".join(f"  - id: c{number}\n    terms: {{en: [term {number}], ja: [用語{number}番]}}\n" for number in range(TERMS))
    (terms / "termbase.yaml").write_text(MANIFEST, encoding="utf-8")
    (terms / "terms.yaml").write_text("concepts:\n" + entries, encoding="utf-8")
    load_matcher([terms])
    return terms


@pytest.fixture
def stored(folder: Path) -> Matcher:
    """Its matcher as a warm start has it."""
    loaded = load_matcher([folder])
    assert loaded.cached
    return loaded.matcher


def decoded(values: object) -> int:
    assert isinstance(values, Records)
    return values.decoded


def test_a_warm_start_decodes_no_concept_and_parses_no_yaml(folder: Path) -> None:
    parsed = parse_count()
    matcher = load_matcher([folder]).matcher
    assert parse_count() == parsed
    assert [decoded(each) for each in (matcher.termbase.concepts, matcher.table.entries, matcher.table.keys)] == [0, 0, 0]


def test_a_run_decodes_the_concepts_it_finds_and_no_others(stored: Matcher) -> None:
    matches = stored.find(read_document("draft.txt", DRAFT.encode()))
    assert len(matches) == 150
    assert decoded(stored.termbase.concepts) == 2
    assert stored.termbase["c7"].terms[0].text == "term 7"
    assert decoded(stored.termbase.concepts) == 2


def test_a_hit_touches_the_row_of_its_surface_once_a_run(stored: Matcher) -> None:
    stored.find(read_document("draft.txt", DRAFT.encode()))
    assert decoded(stored.table.entries) == 2
    assert decoded(stored.table.keys) == 0


def test_a_segment_is_made_where_something_is_found(stored: Matcher) -> None:
    document = read_document("draft.txt", DRAFT.encode())
    (part,) = document.parts
    stored.find(document)
    assert isinstance(part.segments, Segments)
    assert (part.segments.made, len(part.segments)) == (50, 200)


def test_a_text_is_folded_once_and_alone_only_where_more_than_one_for_one_changes(stored: Matcher, monkeypatch: pytest.MonkeyPatch) -> None:
    folded: list[str] = []

    def counting(text: str) -> MappedText:
        folded.append(text)
        return fold(text)

    monkeypatch.setattr(hits, "fold", counting)
    stored.find(read_document("draft.txt", DRAFT.encode()))
    assert folded == []
    stored.find(read_document("draft.txt", DRAFT.replace("term 9", "term\n9").encode()))
    assert len(folded) <= 50


def test_a_segmenter_is_called_at_most_once_a_clause_with_a_short_hit(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []

    def counting(text: str) -> tuple[segmenters.Word, ...]:
        calls.append(text)
        return segmenters.japanese_words(text)

    concepts = tuple(Concept(id=text, kind=Kind.STATE, terms=(Term(text=text, language="ja"),)) for text in ("日新", "日中"))
    matcher = compile_termbase(Termbase(title="Test", concepts=concepts))
    monkeypatch.setattr(tokens, "japanese_words", counting)
    tokens.segmented.cache_clear()
    clauses = ["日新関係は改善した", "日中関係と日新関係は改善した", "首脳会談が開かれた"]
    matcher.find(read_document("draft.txt", "。".join(clauses).encode(), language="ja"))
    assert len(calls) <= 2
    tokens.segmented.cache_clear()


def test_a_term_has_few_surfaces() -> None:
    terms = [Term(text=text, language="en") for text in ("information-sharing agreement", "Quad", "rules-based order", "Indo-Pacific")]
    concepts = tuple(Concept(id=f"c{number}", kind=Kind.PHRASE, terms=(term,)) for number, term in enumerate(terms))
    table = compile_termbase(Termbase(title="Test", concepts=concepts)).table
    assert len(table.keys) <= 6 * len(terms) <= MOST_SURFACES * len(terms)


@pytest.mark.parametrize("verb", sorted(MOST_MODULES))
def test_a_start_imports_what_it_needs(verb: str, folder: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("The talks on term 7 ended.\n", encoding="utf-8")
    load_matcher([folder], given=True)
    code = (
        "import sys, json, io, contextlib\n"
        "from glossary.__main__ import main\n"
        f"sys.argv = ['glossary', {verb!r}, '--format', 'json', '--termbase', {str(folder)!r}, {str(draft)!r}]\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        "    main()\n"
        "print(json.dumps(sorted(sys.modules)), file=sys.__stdout__)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    modules = json.loads(done.stdout)
    assert [name for name in NEVER_AT_START if name in modules] == []
    assert sum(name.split(".")[0] == "glossary" for name in modules) <= MOST_MODULES[verb]
    assert verb == "lint" or not any(name.startswith("glossary.rules") for name in modules)
