"""Measure the toolkit beside its peers, as ratios inside one run: python benchmarks/run.py [--quick].

CPU seconds of child processes, the best of several runs; a throughput is net of the start, for all programs alike, and a ratio the median
of runs in turn. `make bench` prints the tables; nothing here is a test. What the figures of a release were is in docs/performance.md.
"""

from __future__ import annotations

import argparse
import datetime
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import peers
from generate import LANGUAGES, short_terms, terms, text, write_termbase
from measure import GLOSSARY, Cost, Meter, min_of

from glossary.rules import RULES

MB = 1_000_000
_HAN = "両国の日韓首脳会談が行われた。\n\n据悉双方关系得到改善，这次中韩领导人会晤。\n"  # what both segmenters are asked about
TERM_RULES = ("deprecated-term", "superseded-term", "mixed-terms")


class Size(NamedTuple):
    """How much is measured: bytes of text, terms of the large termbase, runs."""

    text: int
    large: int
    runs: int


FULL, QUICK = Size(10 * MB, 100_000, 7), Size(2 * MB, 20_000, 3)


def main() -> None:
    """Print one table after the other."""
    arguments = _arguments()
    found = peers.versions(arguments.peer_python, arguments.textlint)
    _head(found)
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name), QUICK if arguments.quick else FULL, arguments, found)
        for title, table in (
            ("Start", bench.start),
            ("Load and compile 10,000 concepts", bench.load),
            ("Scan", bench.scan),
            ("Growth with the text and the termbase", bench.growth),
            ("Cost of a hit", bench.hits),
            ("Lint", bench.lint),
            ("Worker processes", bench.workers),
        ):
            print(f"\n## {title}\n")
            for line in table():
                print(line, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the toolkit beside its peers.")
    parser.add_argument("--quick", action="store_true", help="a fifth of the text, fewer runs")
    parser.add_argument("--peer-python", default=sys.executable, help="a Python that has flashtext, flashtext2, spacy")
    parser.add_argument("--textlint", type=Path, help="a folder with node_modules of textlint and textlint-rule-prh")
    return parser.parse_args()


def _head(found: dict[str, str]) -> None:
    print(
        f"{datetime.date.today()}, {platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}"
    )
    print("peers:", ", ".join(f"{name} {version}" for name, version in found.items() if version) or "none")
    missing = [name for name, version in found.items() if not version]
    if missing:
        print("not measured, because they are not installed:", ", ".join(missing))


def row(what: str, *cells: str) -> str:
    """Return one line of a table."""
    return f"{what:<52}" + "".join(f"{cell:>16}" for cell in cells)


class Bench:
    """The texts and termbases of one run, and what is measured with them."""

    def __init__(self, folder: Path, size: Size, arguments: argparse.Namespace, found: dict[str, str]) -> None:
        self.folder, self.size = folder, size
        self.meter = Meter(folder, size.runs)
        self.python: str = arguments.peer_python
        self.textlint: Path | None = arguments.textlint
        self.found = found
        self.small = self._text("small.txt", "The talks ended.\n")
        self.drawn = terms(10_000)
        write_termbase(folder / "t10k", self.drawn)

    def start(self) -> Iterator[str]:
        """Yield what a start costs: cold, then warm, over bare Python."""
        yield row("", "CPU ms", "over bare", "memory MB", "budget ms")
        bare = self.meter.cost(sys.executable, "-c", "pass", runs=4 * self.size.runs)
        yield row("bare Python", f"{bare.seconds * 1000:.0f}", "", f"{bare.memory:.0f}")
        write_termbase(self.folder / "s10k", self.drawn, short=True)
        write_termbase(self.folder / "c10k", terms(30_000))
        han = self._text("han.txt", _HAN.split("\n")[0])
        for what, termbase, draft, budget in (
            ("10,000 terms, small file", "t10k", self.small, "120"),
            ("10,000 terms, small file, a segmenter needed", "s10k", han, "220"),
            ("10,000 concepts (30,000 terms), small file", "c10k", self.small, ""),
        ):
            for verb in ("scan", "lint"):
                cold = self.meter.cost(*self._command(verb, termbase, draft), runs=1) if verb == "scan" else None
                warm = self.meter.cost(*self._command(verb, termbase, draft), runs=4 * self.size.runs)
                yield row(f"{verb}, {what}", *_milliseconds(warm, bare), budget)
                if cold is not None:
                    yield row("  the first time, nothing compiled", *_milliseconds(cold, bare))

    def load(self) -> Iterator[str]:
        """Yield CPU seconds of reading YAML and of compiling."""
        code = (
            "import time;from pathlib import Path;from glossary.termbase.reader import load;from glossary.compile import compile_termbase;"
            "a=time.process_time();t=load([Path('c10k')]).termbase;b=time.process_time();compile_termbase(t);print(b-a,time.process_time()-b)"
        )
        both = []
        for _ in range(self.size.runs):
            self.meter.cost(sys.executable, "-c", code, runs=1)
            both.append(tuple(map(float, self.meter.text().split())))
        yield row("", "CPU s", "budget s")
        yield row("load (YAML to termbase)", f"{min(one for one, _ in both):.2f}", "2")
        yield row("compile (termbase to matcher)", f"{min(two for _, two in both):.2f}", "8")

    def scan(self) -> Iterator[str]:
        """Yield throughput beside `rg -F -f terms`, and of other libraries, on the same text."""
        yield row("", "MB/s", "rg MB/s", "ratio", "memory MB", "hits", "budget")
        patterns = peers.write_patterns(self.folder / "p10k", self.drawn)
        for language in ("", *LANGUAGES):
            draft = self._text(f"draft{language}.txt", text(self.size.text, self.drawn, language=language))
            yield self._beside_ripgrep(f"10,000 terms, {language or 'mixed'}", "t10k", patterns, draft, "0.8 x")
        sparse = self._text("sparse.txt", text(self.size.text, self.drawn, hits_per_kb=0.05))
        yield self._beside_ripgrep("10,000 terms, mixed, 0.05 hits/kB", "t10k", patterns, sparse)
        # Every second hit is a short one.
        named = [term for pair in zip(self.drawn[::20], short_terms(), strict=False) for term in pair]
        short = self._text("short.txt", text(self.size.text, named))
        all_patterns = peers.write_patterns(self.folder / "ps10k", [*self.drawn, *short_terms()])
        han = self._text("both.txt", _HAN)
        yield self._beside_ripgrep("10,000 terms and 210 short Han terms, mixed", "s10k", all_patterns, short, "20 MB/s, 160 MB", han)
        large = terms(self.size.large)
        write_termbase(self.folder / "large", large)
        draft = self._text("large.txt", text(self.size.text // 2, large))
        large_patterns = peers.write_patterns(self.folder / "plarge", large)
        yield self._beside_ripgrep(f"{self.size.large:,} terms, mixed", "large", large_patterns, draft, "1 x, 80 MB")
        yield from self._libraries(patterns)

    def growth(self) -> Iterator[str]:
        """Yield how the time grows with the text, and with the termbase."""
        yield row("", "CPU s net", "MB/s", "memory MB")
        for part in (8, 4, 2, 1):
            draft = self._text("part.txt", text(self.size.text // part, self.drawn))
            yield self._net(f"{self.size.text / part / MB:.2f} MB, 10,000 terms", "t10k", draft)
        for count in (1_000, 10_000, self.size.large):
            drawn = terms(count)
            name = f"g{count}"
            write_termbase(self.folder / name, drawn)
            draft = self._text("part.txt", text(self.size.text // 2, drawn))
            yield self._net(f"{self.size.text / 2 / MB:.0f} MB, {count:,} terms", name, draft)

    def hits(self) -> Iterator[str]:
        """Yield what a hit costs: the slope between a text with few and one with many."""
        yield row("", "hits", "us a hit")
        drafts = [self._text(f"{density}.txt", text(self.size.text // 2, self.drawn, hits_per_kb=density)) for density in (0.05, 0.5, 5.0)]
        columns = self.meter.turns(*(self._command("scan", "t10k", draft) for draft in drafts))
        counts = [self._matches(f"output{number}") for number in range(len(drafts))]
        for number in (1, 2):
            more = median(many.seconds - few.seconds for many, few in zip(columns[number], columns[0], strict=True))
            each = more / (counts[number] - counts[0]) * 1e6
            yield row(f"{drafts[number].stem} hits/kB, beside {drafts[0].stem}", str(counts[number]), f"{each:.1f}")

    def lint(self) -> Iterator[str]:
        """Yield lint beside textlint and prh with the same rules, and one long paragraph beside many lines."""
        drawn = terms(1_000)
        write_termbase(self.folder / "w1k", drawn, wrong=True)
        content = text(self.size.text // 2, drawn)
        everything = self._text("lint.txt", content)
        only = self._text("only/lint.txt", content)
        off = "".join(f'{rule.id} = "off"\n' for rule in RULES if rule.id not in TERM_RULES)
        self._text("only/glossary.toml", f"[rules]\n{off}")
        config = peers.write_prh(self.folder / "prh.yml", drawn)
        yield row("", "CPU s", "textlint CPU s", "ratio", "memory MB", "textlint MB", "budget")
        for what, draft, budget in (("the term rules", only, "0.25 x, 150 MB"), ("all rules", everything, "1 x")):
            title = f"lint, 1,000 wrong terms, {draft.stat().st_size / MB:.1f} MB, {what}"
            command = self._command("lint", "w1k", draft)
            self.meter.cost(*command, runs=1)
            if self.textlint is None or not self.found["textlint-rule-prh"]:
                ours = self.meter.cost(*command)
                yield row(title, f"{ours.seconds:.2f}", "-", "-", f"{ours.memory:.0f}", "-", budget)
                continue
            both = self.meter.turns(command, peers.textlint(self.textlint, config, draft))
            ours, theirs = map(min_of, both)
            ratio = median(one.seconds / two.seconds for one, two in zip(*both, strict=True))
            memory = (f"{ours.memory:.0f}", f"{theirs.memory:.0f}")
            yield row(title, f"{ours.seconds:.2f}", f"{theirs.seconds:.2f}", f"{ratio:.2f}", *memory, budget)
        yield row("", "CPU s", "memory MB")
        for what, between in (("1 MB in lines", "\n\n"), ("1 MB in one paragraph", " ")):
            long = self._text("only/long.txt", text(MB, drawn, between=between))
            yield row(f"lint, {what}, the term rules", *_cells(self.meter.cost(*self._command("lint", "w1k", long))))

    def workers(self) -> Iterator[str]:
        """Yield what several processes make of many files: CPU of all of them."""
        yield row("", "CPU s", "status")
        drafts = self.folder / "drafts"
        drafts.mkdir(exist_ok=True)
        for number in range(40):
            (drafts / f"{number}.txt").write_text(text(self.size.text // 40, self.drawn, seed=number), encoding="utf-8")
        for jobs in ("1", "2", "4"):
            cost = self.meter.cost(*self._command("scan", "t10k", drafts), "--jobs", jobs)
            yield row(f"scan 40 files, --jobs {jobs}", f"{cost.seconds:.2f}", str(cost.status))

    def _beside_ripgrep(self, what: str, termbase: str, patterns: Path, draft: Path, budget: str = "", smallest: Path | None = None) -> str:
        """Return the row of one text; `smallest` is a draft that makes a program do all that it does once."""
        command, least = self._command("scan", termbase, draft), self._command("scan", termbase, smallest or self.small)
        self.meter.cost(*least, runs=1)
        size = draft.stat().st_size / MB
        if not self.found["ripgrep"]:
            ours = net(*self.meter.turns(command, least))
            return row(what, f"{size / median(ours):.1f}", "-", "-", "-", str(self._matches("output0")), budget)
        other = peers.ripgrep(patterns, draft), peers.ripgrep(patterns, self.small)
        one, one_start, two, two_start = self.meter.turns(command, least, *other)
        ours, theirs = net(one, one_start), net(two, two_start)
        ratio = median(other / mine for mine, other in zip(ours, theirs, strict=True))
        speeds = (f"{size / median(ours):.1f}", f"{size / median(theirs):.1f}", f"{ratio:.2f}")
        return row(what, *speeds, f"{min_of(one).memory:.0f}", str(self._matches("output0")), budget)

    def _libraries(self, patterns: Path) -> Iterator[str]:
        """Yield the throughput of Python libraries on a tenth of the mixed text."""
        draft = self._text("tenth.txt", text(self.size.text // 10, self.drawn))
        for library in peers.PYTHON_PEERS:
            if self.found[library]:
                commands = (peers.python_peer(self.python, library, patterns, path) for path in (draft, self.small))
                costs, starts = self.meter.turns(*commands)
                speed = draft.stat().st_size / MB / median(net(costs, starts))
                yield row(f"{library}, 10,000 terms, mixed", f"{speed:.1f}", "", "", f"{min_of(costs).memory:.0f}")

    def _net(self, what: str, termbase: str, draft: Path) -> str:
        least = self._command("scan", termbase, self.small)
        self.meter.cost(*least, runs=1)
        costs, starts = self.meter.turns(self._command("scan", termbase, draft), least)
        seconds = median(net(costs, starts))
        return row(what, f"{seconds:.3f}", f"{draft.stat().st_size / MB / seconds:.1f}", f"{min_of(costs).memory:.0f}")

    def _matches(self, output: str = "output") -> int:
        return self.meter.text(output).count('"concept"')

    def _command(self, verb: str, termbase: str, draft: Path) -> Sequence[str]:
        return (*GLOSSARY, verb, "--termbase", termbase, "--format", "json", str(draft))

    def _text(self, name: str, content: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
        return path


def net(costs: Sequence[Cost], starts: Sequence[Cost]) -> list[float]:
    """Return the seconds of runs less those of the starts run in turn with them."""
    return [max(cost.seconds - start.seconds, 0.001) for cost, start in zip(costs, starts, strict=True)]


def _milliseconds(cost: Cost, bare: Cost) -> tuple[str, str, str]:
    return f"{cost.seconds * 1000:.0f}", f"{(cost.seconds - bare.seconds) * 1000:.0f}", f"{cost.memory:.0f}"


def _cells(cost: Cost) -> tuple[str, str]:
    return f"{cost.seconds:.2f}", f"{cost.memory:.0f}"


if __name__ == "__main__":
    main()
