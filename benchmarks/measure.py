"""CPU seconds and memory of child processes: the best of several runs, since other programs share the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

GLOSSARY = (sys.executable, "-m", "glossary")


class Cost(NamedTuple):
    """CPU seconds (user and system), peak memory in MB (10⁶ bytes), and the exit status."""

    seconds: float
    memory: float
    status: int = 0


class Meter:
    """Runs commands in one folder; `runs` is how often each."""

    def __init__(self, folder: Path, runs: int) -> None:
        self.folder = folder
        self.runs = runs

    def cost(self, *command: str | Path, runs: int = 0, output: str = "output") -> Cost:
        """Return the least CPU time and the greatest memory of `command`; what it prints goes to a file, never to a screen."""
        return min_of([self._once(command, output) for _ in range(runs or self.runs)])

    def pair(self, one: Sequence[str | Path], two: Sequence[str | Path]) -> tuple[Cost, Cost]:
        """Return the costs of two commands that are compared, run in turn."""
        both = [(self._once(one, "output"), self._once(two, "other")) for _ in range(self.runs)]
        return min_of([first for first, _ in both]), min_of([second for _, second in both])

    def text(self, name: str = "output") -> str:
        """Return what the last command printed."""
        return (self.folder / name).read_text(encoding="utf-8", errors="replace")

    def _once(self, command: Sequence[str | Path], output: str) -> Cost:
        with (self.folder / output).open("wb") as file:
            process = subprocess.Popen(
                list(map(str, command)), cwd=self.folder, stdout=file, stderr=subprocess.DEVNULL, env=self._environment()
            )
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        scale = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there, in kilobytes elsewhere
        return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * scale / 1e6, process.returncode)

    def _environment(self) -> dict[str, str]:
        """Return this environment with a cache of its own, and compiled modules allowed as in any installation."""
        kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")}
        return {**kept, "GLOSSARY_CACHE_DIR": str(self.folder / "cache")}


def min_of(costs: Sequence[Cost]) -> Cost:
    """Return the least time of several runs, with the greatest memory."""
    return Cost(min(cost.seconds for cost in costs), max(cost.memory for cost in costs), max(cost.status for cost in costs))
