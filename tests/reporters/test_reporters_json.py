"""The JSON contracts: field by field, in order, and valid against the published schemas."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from glossary.errors import DocumentError
from glossary.findings import Edit, Finding, Fix, Related, Severity, Suggestion, Verdict
from glossary.lint import FileReport
from glossary.lookup import look_up
from glossary.matching.match import Match
from glossary.model import Concept, Layer, Status, Term, Termbase
from glossary.reporters import json as reporter
from glossary.reporters.report import Report, ScanFile, ScanReport
from glossary.text.segmenters import versions

SCHEMAS = Path(__file__).parents[2] / "docs" / "schemas"

FINDING = Finding(
    rule="deprecated-term",
    severity=Severity.ERROR,
    message_id="file.missing",
    arguments={"path": "x"},
    part="",
    start=4,
    end=10,
    matched="Nissin",
    concept="japan-new-zealand",
    term="Nissin",
    layer="Sample",
    verdict=Verdict.REVIEW,
    reason="verdict.language",
    suggestions=(Suggestion("Japan–New Zealand", True),),
    fixes=(Fix("file.missing", {"path": "y"}, True, (Edit("", 4, 10, "Japan–New Zealand"),)),),
    related=(Related("b.md", "", 1, 2, 1, 2, "file.missing", {"path": "z"}),),
    line=1,
    column=5,
    end_line=1,
    end_column=11,
)
REPORT = Report(
    files=(FileReport(path="a.md", language="en", encoding="utf-8", suppressed=2, findings=(FINDING,)), FileReport(path="b.md")),
    failures=(DocumentError("file.missing", path="c.md"),),
    layers=(Layer(title="Sample", version="1", hash="abc"),),
)
TERM = Term(text="日新", language="zh-Hans", status=Status.PREFERRED, pinyin="rì xīn", note={"en": "Two readings."})
SCAN = ScanReport(
    files=(
        ScanFile(
            path="a.md",
            language="zh-Hans",
            matches=(Match(part="", start=4, end=6, matched="日新", segment=0, low=4, high=6, concept="x", term=TERM),),
        ),
    ),
    texts={"a.md": {"": "\n一二三日新"}},
)
TERMBASE = Termbase(title="Sample", concepts=(Concept(id="x", terms=(TERM, Term(text="Nissin", language="en"))),))


def validate(schema: str, line: str) -> Any:
    data = json.loads(line)
    loaded = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(loaded)
    jsonschema.Draft202012Validator(loaded).validate(data)
    return data


def test_a_lint_report_is_one_object_as_published() -> None:
    (line,) = reporter.render_lint(REPORT)
    data = validate("lint", line)
    assert list(data) == ["version", "tool", "termbase", "files", "errors", "summary"]
    assert data["tool"]["segmenters"] == versions()
    assert data["termbase"] == [{"title": "Sample", "version": "1", "hash": "abc"}]
    assert [file["path"] for file in data["files"]] == ["a.md", "b.md"]
    assert list(data["files"][0]) == ["path", "language", "encoding", "suppressed", "findings"]
    assert data["errors"] == [{"path": "c.md", "code": "file.missing", "message": "c.md: no such file; check the name"}]
    assert data["summary"] == {"files": 2, "errors": 1, "warnings": 0, "infos": 0}


def test_a_finding_has_the_published_fields_in_their_order() -> None:
    (line,) = reporter.render_lint(REPORT)
    finding = json.loads(line)["files"][0]["findings"][0]
    assert finding == {
        "rule": "deprecated-term",
        "severity": "error",
        "message_id": "file.missing",
        "args": {"path": "x"},
        "message": "x: no such file; check the name",
        "concept": "japan-new-zealand",
        "term": "Nissin",
        "matched": "Nissin",
        "layer": "Sample",
        "part": "",
        "start": 4,
        "end": 10,
        "line": 1,
        "column": 5,
        "end_line": 1,
        "end_column": 11,
        "location": "1:5",
        "verdict": "review",
        "reason": "the language of the text is not certain",
        "suggestions": [{"text": "Japan–New Zealand", "safe": True}],
        "fixes": [
            {
                "title": "y: no such file; check the name",
                "safe": True,
                "edits": [{"part": "", "start": 4, "end": 10, "text": "Japan–New Zealand"}],
            }
        ],
        "related": [{"path": "b.md", "start": 1, "end": 2, "line": 1, "column": 2, "message": "z: no such file; check the name"}],
    }
    order = "rule severity message_id args message concept term matched layer part start end line column end_line end_column location"
    assert list(finding) == [*order.split(), "verdict", "reason", "suggestions", "fixes", "related"]


def test_a_scan_report_is_one_object_as_published() -> None:
    (line,) = reporter.render_scan(SCAN)
    assert validate("scan", line) == {
        "version": 1,
        "files": [
            {
                "path": "a.md",
                "language": "zh-Hans",
                "matches": [
                    {
                        "concept": "x",
                        "term": "日新",
                        "language": "zh-Hans",
                        "status": "preferred",
                        "matched": "日新",
                        "part": "",
                        "start": 4,
                        "end": 6,
                        "line": 2,
                        "column": 4,
                        "verdict": "accept",
                        "reason": "",
                    }
                ],
            }
        ],
    }


def test_a_look_up_is_one_line_as_published() -> None:
    line = reporter.render_lookup("日新", look_up(TERMBASE, "日新"), ("en", "ja", "zh-Hans"))
    assert "\n" not in line
    assert validate("lookup", line) == {
        "version": 1,
        "query": "日新",
        "results": [
            {
                "concept": "x",
                "score": 100,
                "matched": "日新",
                "how": "exact",
                "terms": {
                    "en": [{"text": "Nissin", "status": "admitted", "reading": "", "note": ""}],
                    "ja": [],
                    "zh-Hans": [{"text": "日新", "status": "preferred", "reading": "rì xīn", "note": "Two readings."}],
                },
            }
        ],
    }


@pytest.mark.parametrize("schema", ["lint", "scan", "lookup"])
def test_the_schemas_refuse_what_lacks_a_field(schema: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        validate(schema, '{"version": 1}')


def test_a_reason_whose_arguments_are_not_known_is_left_out_not_fatal() -> None:
    from glossary.reporters.report import message

    assert message("verdict.near", {}) == ""
    assert message("", {}) == ""
