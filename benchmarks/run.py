"""Measure the toolkit, as ratios inside one run: CPU seconds of child processes, best of three.

`make bench` prints the table; nothing here is a test. Peers are measured where they are installed.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from generate import terms, text, write_termbase

GLOSSARY = Path(sys.executable).parent / "glossary"


def cpu(command: Sequence[str | Path], folder: Path, *, runs: int = 3) -> tuple[float, float]:
    """Return CPU seconds (user and system, best of `runs`) and peak memory in MB of `command`."""
    best, peak = float("inf"), 0.0
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        process = subprocess.Popen(
            [str(part) for part in command], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(folder)
        )
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
        peak = max(peak, usage.ru_maxrss / 1024)
    return best, peak


def environment(folder: Path) -> dict[str, str]:
    """Return this environment with a cache of its own."""
    return {**os.environ, "GLOSSARY_CACHE_DIR": str(folder / "cache")}


def row(what: str, seconds: float, peak: float, ratio: str) -> None:
    """Print one line of the table."""
    print(f"{what:<58} {seconds:8.3f} s {peak:7.0f} MB  {ratio}")


def main() -> None:
    """Measure start, compile and scan."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_termbase(folder / "terms", 10_000)
        small, large = folder / "small.txt", folder / "large.txt"
        small.write_text("Japan and New Zealand agreed.\n", encoding="utf-8")
        large.write_text(text(5_000_000, terms(30_000)), encoding="utf-8")
        megabytes = large.stat().st_size / 1e6
        bare, _ = cpu([sys.executable, "-c", "pass"], folder)
        row("bare Python", bare, 0, "")
        scan = [GLOSSARY, "scan", "--termbase", "terms", "--format", "json"]
        cold, peak = cpu([*scan, small], folder, runs=1)
        row("cold: load and compile 10,000 concepts, 30,000 terms", cold, peak, "")
        warm, peak = cpu([*scan, small], folder)
        row("warm start, small file", warm, peak, f"{(warm - bare) * 1000:.0f} ms over bare Python (budget 120)")
        one, peak = cpu([*scan, large], folder)
        row(f"scan {megabytes:.1f} MB", one, peak, f"{megabytes / (one - warm):.1f} MB/s net of start")
        lint, peak = cpu([GLOSSARY, "lint", "--termbase", "terms", "--format", "json", large], folder)
        row(f"lint {megabytes:.1f} MB", lint, peak, f"{lint / one:.2f} × scan")
        if shutil.which("rg"):
            (folder / "patterns").write_text("\n".join(term for _, term in terms(30_000)), encoding="utf-8")
            peer, peak = cpu(["rg", "-F", "-f", "patterns", "-c", large], folder)
            row("rg -F -f patterns", peer, peak, f"scan takes {one / peer:.2f} × its CPU")
        else:
            print("rg is not installed: no comparison with it")


if __name__ == "__main__":
    main()
