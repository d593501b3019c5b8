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

from glossary import locale
from glossary.cli import run, session
from glossary.documents.registry import FORMATS
from glossary.reporters.display import display_width
from glossary.rules import RULES

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


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["lint", "draft.md", "--lang", "xx"], "language xx; its languages are en, ja, zh-Hans, zh-Hant"),
        (["scan", "draft.md", "--lang", "fr"], "language fr;"),
        (["fix", "--diff", "draft.md", "--lang", "und"], "language und;"),
        (["lookup", "Japan", "--lang", "ja", "--lang", "fr-CA"], "language fr;"),
        (["print", "-o", "-", "-f", "html", "--lang", "ko"], "language ko;"),
        (["lint", "draft.md", "--region", "QQ"], "QQ is not the code of a country"),
        (["lint", "draft.md", "--region", "uk"], "UK is not the code of a country"),
        (["lint", "draft.md", "--lang", "zh-QQ"], "QQ is not the code of a country"),
        (["lookup", "Japan", "--region", "ZZ"], "ZZ is not the code of a country"),
    ],
)
def test_a_language_or_region_that_cannot_be_meant_is_an_error_and_not_a_clean_run(arguments: list[str], told: str) -> None:
    status, out, err = glossary(*arguments)
    assert (status, out) == (2, "")
    assert err.count(told) == 1


@pytest.mark.parametrize("verb", [["lint"], ["scan"], ["fix", "--diff"]])
def test_a_configured_language_that_the_termbase_lacks_is_told_with_the_file(verb: list[str], project: Path) -> None:
    Path("glossary.toml").write_text("lang = 'xx'\n", encoding="utf-8")
    status, out, err = glossary(*verb, "draft.md", "clean.txt")
    assert (status, out) == (2, "")
    assert err.splitlines()[1:] == [
        f"glossary: {project / 'glossary.toml'}: lang: this termbase has no language xx; its languages are en, ja, zh-Hans, zh-Hant"
    ]
    assert glossary(*verb, "draft.md", "--lang", "en")[0] != 2


def test_a_termbase_without_a_list_of_languages_has_those_of_its_terms() -> None:
    Path("own.yaml").write_text("concepts:\n  - id: a\n    terms:\n      fr: [{text: Alpha, status: preferred}]\n", encoding="utf-8")
    assert glossary("lint", "clean.txt", "-t", "own.yaml", "--lang", "fr")[0] == 0
    status, _out, err = glossary("lint", "clean.txt", "-t", "own.yaml", "--lang", "en")
    assert status == 2
    assert "language en; its languages are fr" in err
    # A layer may bring a language of its own.
    assert glossary("lint", "clean.txt", "-t", "terms", "-t", "own.yaml", "--lang", "fr")[0] == 0


def test_reasons_name_concepts_and_scopes_as_people_do_and_data_does_not_change() -> None:
    Path("far.txt").write_text("The Nissin summit opened.\n", encoding="utf-8")
    assert glossary("scan", "--explain", "far.txt")[1] == (
        "far.txt:1:5: Nissin  japan-new-zealand  en  wrong  (not this term: not near New Zealand (whole text))\n"
    )
    data = json.loads(glossary("scan", "--explain", "far.txt", "--format", "json")[1])
    assert [match["reason"] for match in data["files"][0]["matches"]] == ["not near new-zealand (document)"]


def test_places_where_two_states_stand_now_are_listed_as_they_are_in_the_mended_text() -> None:
    text = "Japan and New Zealand signed an intelligence protection\nagreement. Nissin has agreed.\n\nNissin is glad. Nissin met.\n"
    for path in ("a.txt", "b.txt"):
        Path(path).write_text(text, encoding="utf-8")
    status, out, err = glossary("fix", "--suggested", "a.txt", "b.txt")
    assert (status, out) == (0, "")
    lines = err.splitlines()
    assert lines[lines.index("No finding is left.") + 1 :] == [
        f"{path}:{line}: check the verb (plural) and its → their" for path in ("a.txt", "b.txt") for line in (1, 3)
    ]
    mended = Path("a.txt").read_text(encoding="utf-8").splitlines()
    assert "has agreed" in mended[0]
    assert "is glad" in mended[2]
    Path("b.txt").write_text(text, encoding="utf-8")
    assert "b.txt:3: check the verb" in glossary("fix", "--suggested", "--diff", "b.txt")[2]
    assert "check the verb" not in glossary("fix", "a.txt")[2]


@pytest.mark.parametrize("language", ["en", "ja", "zh_Hans", "zh_Hant"])
@pytest.mark.parametrize("arguments", [["rules"], *(["explain", rule.id] for rule in RULES)])
def test_rules_and_their_pages_keep_to_the_width(arguments: list[str], language: str) -> None:
    locale.activate(language)
    try:
        out = glossary(*arguments)[1]
    finally:
        locale.activate("en")
    assert max(map(display_width, out.splitlines())) <= 80
    assert not [line for line in out.splitlines() if line != line.rstrip()]
