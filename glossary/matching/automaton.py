"""Finding many surfaces at once: Aho–Corasick over folded UTF-8, behind one small protocol.

Backends are interchangeable and give the same hits (one parity test for all). `daachorse` is the fastest and the only one that
serialises; where it has no wheel another one is built anew at the start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from glossary.version import installed_version


class Automaton(Protocol):
    """Finds every occurrence of every pattern, overlapping ones included."""

    def find(self, haystack: bytes) -> Iterable[tuple[int, int, int]]:
        """Return (start, end, pattern) in bytes, in any order."""

    def serialize(self) -> bytes:
        """Return what `load` takes, or b"" where the backend has no such form."""


class _Daachorse:
    name = "daachorse"

    def __init__(self, patterns: Sequence[bytes], stored: bytes = b"") -> None:
        from daachorse import DoubleArrayAhoCorasick as Automaton

        # An automaton of nothing cannot be built; one that finds nothing can.
        self._automaton = Automaton.deserialize(stored) if stored else Automaton(list(patterns) or [b"\xff"])
        self.find = self._automaton.find_overlapping

    def serialize(self) -> bytes:
        return bytes(self._automaton.serialize())


class _AhocorasickRs:
    name = "ahocorasick_rs"

    def __init__(self, patterns: Sequence[bytes], stored: bytes = b"") -> None:
        from ahocorasick_rs import BytesAhoCorasick

        self._automaton = BytesAhoCorasick(list(patterns) or [b"\xff"])

    def find(self, haystack: bytes) -> Iterable[tuple[int, int, int]]:
        return ((start, end, pattern) for pattern, start, end in self._automaton.find_matches_as_indexes(haystack, overlapping=True))

    def serialize(self) -> bytes:
        return b""


class _Pyahocorasick:
    """`iter` only: `iter_long` loses matches (issues 133, 185 and 189 of the library).

    The library takes text or bytes depending on how it was built; latin-1 makes each byte one character.
    """

    name = "pyahocorasick"

    def __init__(self, patterns: Sequence[bytes], stored: bytes = b"") -> None:
        import ahocorasick

        self._automaton = ahocorasick.Automaton()
        for number, pattern in enumerate(patterns):
            self._automaton.add_word(pattern.decode("latin-1"), (number, len(pattern)))
        self._automaton.make_automaton()

    def find(self, haystack: bytes) -> Iterable[tuple[int, int, int]]:
        if not len(self._automaton):
            return
        for last, (pattern, length) in self._automaton.iter(haystack.decode("latin-1")):
            yield last + 1 - length, last + 1, pattern

    def serialize(self) -> bytes:
        return b""


BACKENDS: tuple[tuple[str, Callable[..., Automaton]], ...] = (
    ("daachorse", _Daachorse),
    ("ahocorasick_rs", _AhocorasickRs),
    ("pyahocorasick", _Pyahocorasick),
)

_MODULES = {"pyahocorasick": "ahocorasick"}


def load(patterns: Sequence[bytes], stored: bytes = b"") -> Automaton:
    """Return an automaton for `patterns` (unique, not empty), from `stored` where its backend wrote that.

    Raises ImportError when no backend is installed, ValueError when `stored` is damaged.
    """
    for _, backend in BACKENDS:
        try:
            return backend(patterns, stored)
        except ImportError:
            continue
    raise ImportError("daachorse, ahocorasick_rs or pyahocorasick")


def backend_version() -> str:
    """Return name and version of the backend in use, for the key of the cache."""
    for name, _ in BACKENDS:
        version = installed_version(name, _MODULES.get(name, name))
        if version:
            return f"{name}-{version}"
    return ""
