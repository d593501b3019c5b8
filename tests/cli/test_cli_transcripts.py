"""Transcripts: what is typed, what is answered. One file a subject, see transcripts/*.toml.

`files` are written first, beside a small termbase in terms/ (sample/). Each `run` has a `command`, and any of `stdin`, `stdout`,
`stderr`, `exit` (0 unless said) and `after`, the files as they must be afterwards. The folder of the run is shown as DIR. Where `stderr` is
not given, only the line that names the termbase may stand there. An output that ends in `...` is compared as far as that.
"""

from __future__ import annotations

import shlex
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from glossary.cli import run

HERE = Path(__file__).parent
TERMBASE = "Termbase: Sample 1.0.0 (terms, found in this project)\n"


def transcripts() -> list[Any]:
    return [pytest.param(path, id=path.stem) for path in sorted((HERE / "transcripts").glob("*.toml"))]


@pytest.mark.parametrize("path", transcripts())
def test_transcript(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = (tmp_path / "work").resolve()
    shutil.copytree(HERE / "sample", folder / "terms")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("GLOSSARY_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    transcript = tomllib.loads(path.read_text(encoding="utf-8"))
    for name, text in transcript.get("files", {}).items():
        write(folder / name, text)
    for step in transcript["run"]:
        play(step, folder)


def play(step: dict[str, Any], folder: Path) -> None:
    for name, text in step.get("files", {}).items():
        write(folder / name, text)
    # Standard input is bytes: a draft may be in any encoding.
    with CliRunner().isolation(input=step.get("stdin", "").encode("utf-8")) as (out, err, _both):
        status = run(shlex.split(step["command"]))
        stdout, stderr = (stream.getvalue().decode("utf-8").replace(str(folder), "DIR") for stream in (out, err))
    said = f"$ glossary {step['command']}\n{stdout}{stderr}"
    if "stdout" in step:
        assert_same(stdout, step["stdout"], said)
    assert_same(stderr.replace(TERMBASE, ""), step.get("stderr", ""), said)
    assert status == step.get("exit", 0), said
    for name, text in step.get("after", {}).items():
        assert (folder / name).read_bytes().decode("utf-8") == text, said


def assert_same(seen: str, expected: str, said: str) -> None:
    if expected.endswith("...\n"):
        expected = expected.removesuffix("...\n")
        seen = seen[: len(expected)]
    assert seen == expected, said


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
