"""--jobs: several processes read many drafts; nothing of the result tells."""

from __future__ import annotations

import io
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from glossary import working
from glossary.cli import run

SAMPLE = Path(__file__).parent / "sample"
ROOT = Path(__file__).parents[2]
SENTENCES = (
    "Nissin agreed to begin talks on an intelligence protection agreement, New Zealand said.",
    "日新首脳会談が開かれた。毎日新聞が伝えた。",
    "The Pacific Island Forum met in New Zealand.",
    "情報保護協定の交渉が始まった。",
    "Nothing is named here.",
)


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GLOSSARY_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "drafts"
    folder.mkdir()
    for number in range(9):
        text = "\n\n".join(random.Random(number).choices(SENTENCES, k=6))
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    (folder / "binary.txt").write_bytes(b"%PDF-1.7 \xff")
    return folder


def output(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    status = run([*arguments, "--termbase", str(SAMPLE)])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.mark.parametrize("method", ["spawn", pytest.param("fork", marks=pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork"))])
@pytest.mark.parametrize("verb", ["lint", "scan"])
def test_four_processes_print_what_one_prints(
    verb: str, method: str, drafts: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "METHOD", method)
    for arguments in ([verb, "--format", "json"], [verb, "-v"]):
        one = output(capsys, *arguments, "--jobs", "1", str(drafts))
        four = output(capsys, *arguments, "--jobs", "4", str(drafts))
        assert timeless(one) == timeless(four)
        assert one[0] == 2
        assert "binary.txt" in one[2]


def timeless(done: tuple[int, str, str]) -> tuple[int, str, str]:
    """Return `done` without the line that says how long the termbase took."""
    return done[0], done[1], "\n".join(line for line in done[2].splitlines() if " s." not in line)


def test_the_order_of_the_files_does_not_matter(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(path) for path in sorted(drafts.glob("[0-9].txt"))]
    expected = output(capsys, "lint", "--together", "--format", "json", "--jobs", "1", *files)
    shuffled = random.Random(1).sample(files, k=len(files))
    assert output(capsys, "lint", "--together", "--format", "json", "--jobs", "3", *shuffled) == expected


def test_every_draft_whose_termbase_is_broken_is_one_error(drafts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "glossary.toml").write_text('termbase = "nowhere"\n', encoding="utf-8")
    found = []
    for jobs in ("1", "4"):
        capsys.readouterr()
        status = run(["lint", "--jobs", jobs, str(drafts)])
        found.append((status, capsys.readouterr().err))
    assert found[0] == found[1]
    assert found[0][0] == 2
    assert found[0][1].count("nowhere") == 1


def test_standard_input_is_read_by_the_process_that_has_it(
    drafts: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "METHOD", "spawn")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SENTENCES[0].encode())))
    status, out, _ = output(capsys, "scan", "--format", "json", "--jobs", "4", "-", str(drafts / "0.txt"))
    assert status == 0
    assert '"path": "-", "language": "en", "matches": [{' in out


def test_termbases_are_announced_once_whoever_loads_them(drafts: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        shutil.copytree(SAMPLE, folder / "terms")
        for number in range(4):
            (folder / f"{number}.txt").write_text(SENTENCES[number], encoding="utf-8")
    said = []
    for jobs in ("1", "4"):
        command = [sys.executable, "-m", "glossary", "lint", "--jobs", jobs, "one", "two"]
        done = subprocess.run(command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False)
        said.append(done.stderr)
    assert said[0] == said[1]
    assert said[0].count(b"Termbase: ") == 2


@pytest.mark.parametrize("value", ["0", "-1", "two", "1.5", "９", "99999999999"])
def test_a_number_of_processes_that_is_none_is_an_error(value: str, drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = output(capsys, "lint", "--jobs", value, str(drafts))
    assert status == 2
    assert "--jobs" in err


@pytest.mark.skipif(not hasattr(os, "fork"), reason="signals differ")
def test_ctrl_c_ends_all_processes_without_a_traceback(tmp_path: Path) -> None:
    folder = tmp_path / "drafts"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text("\n\n".join(SENTENCES * 900), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "glossary", "lint", "--jobs", "2", "-v", "--termbase", str(SAMPLE), str(folder)],
        cwd=ROOT,
        env={**os.environ, "GLOSSARY_CACHE_DIR": str(tmp_path / "cache")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A shell's background job inherits interrupts switched off.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stderr is not None
    while b"Reading" not in process.stderr.readline():
        pass
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
