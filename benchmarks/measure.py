"""CPU seconds and memory of child processes: the best of several runs, since other programs share the machine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_LAUNCHER = Path(__file__).with_name("launch.py")
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

    def turns(self, *commands: Sequence[str | Path]) -> list[list[Cost]]:
        """Return the costs of each of `commands`, run in turn: what slows one down for a while slows down all of them.

        What command number n prints goes to the file output<n>.
        """
        turns = [[self._once(command, f"output{number}") for number, command in enumerate(commands)] for _ in range(self.runs)]
        return [list(column) for column in zip(*turns, strict=True)]

    def text(self, name: str = "output") -> str:
        """Return what the last command printed."""
        return (self.folder / name).read_text(encoding="utf-8", errors="replace")

    def _once(self, command: Sequence[str | Path], output: str) -> Cost:
        launched = [sys.executable, "-I", "-S", str(_LAUNCHER), str(self.folder / output), *map(str, command)]
        done = subprocess.run(launched, cwd=self.folder, env=self._environment(), stdout=subprocess.PIPE, check=True)
        seconds, memory, status = done.stdout.split()
        return Cost(float(seconds), float(memory), int(status))

    def _environment(self) -> dict[str, str]:
        """Return this environment with a cache of its own, and compiled modules allowed as in any installation."""
        kept = {name: value for name, value in os.environ.items() if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")}
        return {**kept, "GLOSSARY_CACHE_DIR": str(self.folder / "cache")}


def min_of(costs: Sequence[Cost]) -> Cost:
    """Return the least time of several runs, with the greatest memory."""
    return Cost(min(cost.seconds for cost in costs), max(cost.memory for cost in costs), max(cost.status for cost in costs))
