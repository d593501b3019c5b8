"""A whole run through the command line: data valid against the schemas, one configuration a folder, progress, defects."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from glossary.cli import run, session
from glossary.documents.registry import FORMATS

HERE = Path(__file__).parent
SCHEMAS = HERE.parents[1] / "docs" / "schemas"
DRAFT = (
    "After the Nissin summit New Zealand's leader left.\r\n\r\n日新两国签署协定。\r\n\r\n"
    "The South Pacific Forum met in 2022. 𠮷 Nissin again.\r\n"
)


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = (tmp_path / "work").resolve()
    shutil.copytree(HERE / "sample", folder / "terms")
    (folder / "draft.md").write_bytes(("\ufeff" + DRAFT).encode("utf-8"))
    (folder / "clean.txt").write_text("New Zealand.\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GLOSSARY_CACHE_DIR", str(tmp_path / "cache"))
    return folder


def glossary(*arguments: str) -> tuple[int, str, str]:
    with CliRunner().isolation() as (out, err, _both):
        status = run(arguments)
        return status, out.getvalue().decode("utf-8"), err.getvalue().decode("utf-8")


def validated(schema: str, line: str) -> Any:
    data = json.loads(line)
    jsonschema.Draft202012Validator(json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))).validate(data)
    return data


@pytest.mark.parametrize("verb", [["lint"], ["fix", "--diff"]])
def test_lint_and_fix_give_valid_data_whose_offsets_cut_the_match_out_of_the_text(verb: list[str]) -> None:
    status, out, _err = glossary(*verb, "draft.md", "clean.txt", "missing.md", "--format", "json")
    data = validated("lint", out)
    assert status == 2
    assert [file["path"] for file in data["files"]] == ["clean.txt", "draft.md"]
    assert [error["path"] for error in data["errors"]] == ["missing.md"]
    findings = data["files"][1]["findings"]
    assert {finding["rule"] for finding in findings} >= {"deprecated-term", "superseded-term"}
    for finding in findings:
        assert DRAFT[finding["start"] : finding["end"]] == finding["matched"]
    counted = [sum(finding["severity"] == severity for finding in findings) for severity in ("error", "warning", "info")]
    assert [data["summary"][name] for name in ("errors", "warnings", "infos")] == counted
    assert (Path("draft.md")).read_bytes() == ("\ufeff" + DRAFT).encode("utf-8")


def test_scan_gives_valid_data_and_rejected_hits_only_when_asked() -> None:
    Path("day.txt").write_text("21日新西兰总理访问。", encoding="utf-8")
    for arguments, verdicts in (([], {"accept"}), (["--explain"], {"accept", "reject"})):
        data = validated("scan", glossary("scan", "draft.md", "day.txt", "--format", "json", *arguments)[1])
        matches = {file["path"]: file["matches"] for file in data["files"]}
        assert {match["verdict"] for match in matches["day.txt"]} == verdicts
        for match in matches["draft.md"]:
            assert DRAFT[match["start"] : match["end"]] == match["matched"]


def test_look_up_gives_a_valid_line_a_query() -> None:
    lines = glossary("lookup", "--format", "json", "Nissin", "日新", "zzz")[1].splitlines()
    assert [validated("lookup", line)["query"] for line in lines] == ["Nissin", "日新", "zzz"]


def test_each_draft_goes_by_the_configuration_nearest_to_it() -> None:
    for folder, config in (("loose", "[rules]\ndeprecated-term = 'off'\n"), ("strict", "fail_on = 'warning'\n")):
        Path(folder).mkdir()
        Path(folder, "glossary.toml").write_text(config, encoding="utf-8")
        Path(folder, "a.md").write_text("An intelligence protection agreement.\n", encoding="utf-8")
    data = json.loads(glossary("lint", "loose", "strict", "--format", "json")[1])
    assert [len(file["findings"]) for file in data["files"]] == [0, 1]
    assert glossary("lint", "loose")[0] == 0
    assert glossary("lint", "strict")[0] == 1


def test_what_fails_is_set_a_folder_and_the_option_wins() -> None:
    Path("strict").mkdir()
    Path("strict", "glossary.toml").write_text("fail_on = 'warning'\n", encoding="utf-8")
    Path("strict", "a.md").write_text("The South Pacific Forum met in 2022.\n", encoding="utf-8")
    assert glossary("lint", "strict")[0] == 1
    assert glossary("lint", "strict", "--fail-on", "error")[0] == 0


def test_a_defect_in_one_draft_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    from glossary.cli import run as module

    def broken(document: Any, *given: Any) -> Any:
        if document.path == "clean.txt":
            raise RecursionError("maximum depth")
        return lint_document(document, *given)

    lint_document = module.lint_document
    monkeypatch.setattr(module, "lint_document", broken)
    status, out, err = glossary("lint", "clean.txt", "draft.md")
    assert status == 2
    assert "draft.md:1:11: error" in out
    assert "clean.txt: an unexpected error (RecursionError: maximum depth)" in err
    assert "Traceback" not in err


def test_a_broken_termbase_is_told_once() -> None:
    Path("terms", "broken.yaml").write_text("concepts: [", encoding="utf-8")
    status, out, err = glossary("lint", "draft.md", "clean.txt")
    assert (status, out) == (2, "")
    assert err.count("broken.yaml") == 1


def test_a_run_of_more_than_two_seconds_shows_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(session._with_progress(["a", "b"], quiet=False)) == ["a", "b"]
    assert terminal.getvalue() == ""
    monkeypatch.setattr(session, "_PATIENCE", -1.0)
    assert list(session._with_progress(["a", "b"], quiet=False)) == ["a", "b"]
    assert "Reading" in terminal.getvalue()


def test_every_ending_of_every_format_is_found_in_a_folder() -> None:
    Path("drafts").mkdir()
    names = sorted(f"drafts/a{suffix}" for format in FORMATS.values() for suffix in format.suffixes)
    for name in names:
        Path(name).write_text("New Zealand.\n", encoding="utf-8")
    data = json.loads(glossary("scan", "drafts", "--format", "json")[1])
    assert [file["path"] for file in data["files"]] == names


def test_the_printed_file_is_whole_or_not_there() -> None:
    assert glossary("print", "-o", "out.html")[0] == 0
    assert Path("out.html").read_text(encoding="utf-8").endswith("</html>\n")
    assert glossary("print", "-o", "-", "--format", "html")[1] == Path("out.html").read_text(encoding="utf-8")


def test_a_wrong_date_region_or_encoding_is_a_usage_error() -> None:
    for option, value in (("--date", "yesterday"), ("--encoding", "shift-jus"), ("--region", "Taiwan"), ("--lang", "!")):
        status, _out, err = glossary("lint", "draft.md", option, value)
        assert status == 2
        assert option in err
