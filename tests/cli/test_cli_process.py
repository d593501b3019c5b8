"""The program as a process: streams that cannot show everything, pipes that close, signals, imports, languages."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from glossary import locale

SAMPLE = Path(__file__).parent / "sample"
ROOT = Path(__file__).parents[2]


def glossary(*arguments: str, cwd: Path = ROOT, **environ: str) -> subprocess.CompletedProcess[bytes]:
    kept = {
        name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE", "PYTHONIOENCODING")
    }
    return subprocess.run(
        [sys.executable, "-m", "glossary", *arguments],
        cwd=cwd,
        env={**kept, "PYTHONPATH": str(ROOT), **environ},
        capture_output=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def cache(tmp_path: Path) -> str:
    return str(tmp_path / "cache")


@pytest.mark.parametrize(
    "environ",
    [
        {"PYTHONIOENCODING": "cp932"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "gbk"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=["cp932", "ascii", "gbk", "C"],
)
def test_no_character_stops_the_output(environ: dict[str, str], cache: str) -> None:
    done = glossary("lookup", "日新", "--termbase", str(SAMPLE), GLOSSARY_CACHE_DIR=cache, **environ)
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Japan and New Zealand" in done.stdout


def test_data_is_utf8_whatever_the_terminal_is(cache: str) -> None:
    done = glossary("lookup", "日新", "-f", "json", "-t", str(SAMPLE), GLOSSARY_CACHE_DIR=cache, PYTHONIOENCODING="cp932")
    assert json.loads(done.stdout.decode("utf-8"))["query"] == "日新"
    assert done.stdout.endswith(b"}\n")
    assert b"\r" not in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
@pytest.mark.parametrize(
    "arguments", [["lookup", "Japan", "New Zealand"], ["lookup", "-f", "json", "Japan"], ["print", "-f", "html", "-o", "-"]]
)
def test_a_closed_pipe_ends_it_quietly(arguments: list[str], cache: str) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "glossary", *arguments, "-t", str(SAMPLE)],
        cwd=ROOT,
        env={**os.environ, "GLOSSARY_CACHE_DIR": cache},
        stdout=write,
        stderr=subprocess.PIPE,
        timeout=120,
        check=False,
    )
    os.close(write)
    assert done.returncode == 141
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_an_interrupt_ends_it_quietly(cache: str, tmp_path: Path) -> None:
    code = (
        "import sys, threading, os, signal; threading.Timer(1, lambda: os.kill(os.getpid(), signal.SIGINT)).start();"
        "sys.argv[1:] = ['lint', '-', '-t', sys.argv[1]]; from glossary.__main__ import main; main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(SAMPLE)],
        cwd=ROOT,
        env={**os.environ, "GLOSSARY_CACHE_DIR": cache},
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell's background job inherits interrupts switched off.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    process.wait(60)
    assert process.stderr is not None
    assert process.returncode == 130 != -signal.SIGINT
    assert b"Traceback" not in process.stderr.read()


@pytest.mark.parametrize("arguments", [["--help"], ["lint", "--help"], ["--version"], ["print", "--help"], ["completion", "bash"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom glossary.__main__ import prepare_streams\nfrom glossary.cli import run\n"
        f"run({arguments!r})\nprint('@' + ' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True)
    imported = set(done.stdout.rpartition("@")[2].split())
    heavy = {
        "pykakasi",
        "pypinyin",
        "babel",
        "lxml",
        "yaml",
        "jinja2",
        "opencc",
        "rapidfuzz",
        "daachorse",
        "charset_normalizer",
        "glossary.lint",
    }
    assert imported & heavy == set()


def test_a_look_up_of_a_known_name_reads_no_yaml_the_second_time_and_imports_no_rules(cache: str) -> None:
    code = (
        "import sys\nfrom glossary.cli import run\n"
        f"status = run(['lookup', 'Japan', '-t', {str(SAMPLE)!r}])\nprint('@' + ' '.join(sys.modules))\nsys.exit(status)"
    )
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "GLOSSARY_CACHE_DIR": cache},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=True,
        )
    imported = set(done.stdout.rpartition("@")[2].split())
    assert imported & {"yaml", "pykakasi", "babel.messages", "jinja2", "lxml", "glossary.lint"} == set()


@pytest.mark.parametrize(("shell", "sign"), [("bash", "_glossary_completion"), ("zsh", "#compdef glossary"), ("fish", "complete ")])
def test_a_completion_script_is_printed(shell: str, sign: str) -> None:
    done = glossary("completion", shell)
    assert done.returncode == 0
    assert sign in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("glossary lo", "lookup"),
        ("glossary lookup 情", "情報保護協定"),
        ("glossary lookup nis", "Nissin"),
        ("glossary explain dep", "deprecated-term"),
        ("glossary lint --fail-on w", "warning"),
        ("glossary lint --tog", "--together"),
        ("glossary lint --profile j", "japan"),
        ("glossary lookup --profile n", "neutral"),
        ("glossary lint --profile = j", "japan"),
        ("glossary lint -l zh", "zh-Hant"),
        ("glossary lint --ui-lang zh", "zh-Hans"),
        ("glossary lookup New", r"New\\ Zealand"),
        (r"glossary lookup New\ Z", r"New\\ Zealand"),
        ('glossary lookup "New Z', "New Zealand"),
        ("glossary lookup nissin 'New", "New Zealand"),
        ("glossary completion b", "bash"),
    ],
)
def test_verbs_names_and_values_complete(words: str, expected: str, cache: str, tmp_path: Path) -> None:
    (tmp_path / "terms").symlink_to(SAMPLE)
    # As bash has it: a word a line, with its quotation mark and its backslashes.
    split = re.findall(r"""["'].*|(?:\\.|\S)+""", words)
    assert f"plain,{expected}" in completed(split, tmp_path, cache)


def completed(words: list[str], folder: Path, cache: str) -> list[str]:
    done = glossary(
        cwd=folder,
        _GLOSSARY_COMPLETE="bash_complete",
        COMP_WORDS="\n".join(words),
        COMP_CWORD=str(len(words) - 1),
        GLOSSARY_CACHE_DIR=cache,
    )
    assert done.stderr == b""
    return done.stdout.decode("utf-8").splitlines()


@pytest.mark.parametrize("words", [["glossary", "lint", "x"], ["glossary", "fix", "--diff", "x"], ["glossary", "print", "-o", "x"]])
def test_files_are_left_to_the_shell(words: list[str], cache: str, tmp_path: Path) -> None:
    assert completed(words, tmp_path, cache) == ["file,x"]


def test_a_termbase_that_cannot_be_read_completes_to_nothing_without_a_word(cache: str, tmp_path: Path) -> None:
    assert completed(["glossary", "lookup", "-t", "nowhere", "J"], tmp_path, cache) == [""]


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [(["lookup", r"New\ Z"], r"New\ Zealand"), (["lookup", '"New Z'], "New Zealand"), (["lookup", "情"], "情報保護協定")],
)
def test_bash_puts_a_name_of_several_words_in_as_one(words: list[str], expected: str, cache: str, tmp_path: Path) -> None:
    (tmp_path / "terms").symlink_to(SAMPLE)
    program = tmp_path / "glossary"
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m glossary "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = (
        'eval "$(./glossary completion bash)"; COMP_WORDS=(glossary "$@"); COMP_CWORD=$#; _glossary_completion ./glossary;'
        ' printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "--norc", "-c", script, "bash", *words],
        cwd=tmp_path,
        env={**os.environ, "LC_ALL": "C.UTF-8", "GLOSSARY_CACHE_DIR": cache},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert expected in done.stdout.splitlines()


OUTPUTS = [
    ["lint", "-"],
    ["lint", "-", "-f", "json"],
    ["fix", "-"],
    ["fix", "--diff", "-"],
    ["scan", "-"],
    ["lookup", "Japan"],
    ["print", "-o", "-", "-f", "html"],
    ["check", str(SAMPLE)],
    ["rules"],
    ["explain", "deprecated-term"],
    ["completion", "fish"],
    ["--version"],
    ["--help"],
    ["lint", "--help"],
]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
@pytest.mark.parametrize(
    ("redirection", "told"),
    [(">/dev/full", "standard output cannot be written: No space left on device"), (">&-", "standard output is closed; ")],
)
@pytest.mark.parametrize("arguments", OUTPUTS, ids=" ".join)
def test_output_that_cannot_be_written_is_one_line_that_blames_no_draft(
    arguments: list[str], redirection: str, told: str, cache: str
) -> None:
    done = in_shell(arguments, redirection, cache)
    assert done.returncode == 2
    lines = [line for line in done.stderr.splitlines() if not line.startswith("Termbase: ")]
    assert len(lines) == 1
    assert lines[0].startswith(f"glossary: {told}")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")
@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-"])
@pytest.mark.parametrize(("arguments", "status"), [(["lint", "-"], 1), (["lookup", "Japan"], 0), (["lint", "nowhere"], 2), (["lint"], 2)])
def test_what_standard_error_cannot_take_changes_nothing(arguments: list[str], status: int, redirection: str, cache: str) -> None:
    assert in_shell(arguments, redirection, cache).returncode == status


def test_standard_input_that_is_closed_is_one_line(cache: str) -> None:
    done = in_shell(["lint", "-"], "<&-", cache)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("glossary: -: cannot be read: ")


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no devices")
def test_a_device_is_not_read(cache: str) -> None:
    done = in_shell(["lint", "/dev/zero"], "", cache)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("glossary: /dev/zero: this is a device")


def in_shell(arguments: list[str], redirection: str, cache: str) -> subprocess.CompletedProcess[str]:
    """Run with the draft of the tests as standard input."""
    where = (
        [] if arguments[:1] in (["check"], ["rules"], ["explain"], ["completion"]) or arguments[-1] in ("--version", "--help") else ["-t"]
    )
    return subprocess.run(
        ["sh", "-c", f'"$@" {redirection}', "sh", sys.executable, "-m", "glossary", *arguments, *where, *([str(SAMPLE)] if where else [])],
        cwd=ROOT,
        env={**os.environ, "GLOSSARY_CACHE_DIR": cache, "LC_ALL": "C.UTF-8"},
        input="An intelligence protection agreement.\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(("language", "usage"), [("ja_JP.UTF-8", "ja"), ("zh_TW.UTF-8", "zh_Hant"), ("zh_CN.UTF-8", "zh_Hans")])
def test_help_is_in_the_language_of_the_reader(language: str, usage: str) -> None:
    if not (locale.FOLDER / usage / "LC_MESSAGES" / "glossary.mo").exists():
        pytest.skip("catalogs are not compiled: make catalogs")
    english, own = (glossary("lint", "--help", LC_ALL=tag).stdout.decode("utf-8") for tag in ("C.UTF-8", language))
    assert own != english
    assert "Usage:" not in own
    assert "Show this message" not in own


def test_debug_shows_the_place_and_without_it_there_is_one_line(cache: str, tmp_path: Path) -> None:
    code = (
        "import sys\nimport glossary.lookup\nfrom glossary.cli import run\n"
        "def broken(*given, **named): raise RecursionError('too\\ndeep')\n"
        f"glossary.lookup.look_up = broken\nsys.exit(run(['lookup', 'x', '-t', {str(SAMPLE)!r}, *sys.argv[1:]]))"
    )
    for arguments, traceback in (([], False), (["--debug"], True)):
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            cwd=ROOT,
            env={**os.environ, "GLOSSARY_CACHE_DIR": cache},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert done.returncode == 2
        assert ("Traceback" in done.stderr) is traceback
        assert done.stderr.splitlines()[-1] == (
            "glossary: An unexpected error (RecursionError: too). Please report it with what --debug prints."
        )
