"""Build the wheel, install it into an empty environment and lint with the bundled termbase, away from the checkout.

Needs the package index; it runs beside the offline tests, in `make test`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DRAFT = "The Japanese side called the talks a success. Nissin agreed to begin negotiations, New Zealand said.\n"


def run(*command: str | Path, cwd: Path, status: int = 0) -> str:
    """Run `command`, return its output; fail with it where the exit status is another."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, encoding="utf-8", env=environment())
    if done.returncode != status:
        sys.exit(f"{' '.join(map(str, command))}: exit status {done.returncode}, expected {status}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def environment() -> dict[str, str]:
    """Return this environment without what would lead Python back into the checkout."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "GLOSSARY"))}
    return {**kept, "PYTHONUTF8": "1"}


def main() -> None:
    """Build, install, lint; say so, or fail loudly."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, cwd=folder)
        (wheel,) = folder.glob("*.whl")
        venv.create(folder / "empty", with_pip=True)
        python = folder / "empty" / ("Scripts" if os.name == "nt" else "bin") / "python"
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel, cwd=folder)
        work = folder / "work"
        work.mkdir()
        (work / "draft.txt").write_text(DRAFT, encoding="utf-8")
        command = Path(shutil.which("glossary", path=str(python.parent)) or "glossary")
        output = run(command, "lint", "draft.txt", cwd=work, status=1)
        if "Nissin" not in output or "deprecated-term" not in output:
            sys.exit(f"the installed wheel did not find the wrong name:\n{output}")
        for language, word in (("ja", "使い方"), ("zh-Hant", "用法"), ("zh-Hans", "用法")):
            if word not in run(command, "--ui-lang", language, "--help", cwd=work):
                sys.exit(f"the installed wheel has no {language} catalog")
        print(f"{wheel.name}: installs into an empty environment, lints with the bundled termbase, speaks ja, zh-Hans and zh-Hant")


if __name__ == "__main__":
    main()
