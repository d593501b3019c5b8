"""Readings of Japanese Han strings by pykakasi, for those that nobody has curated.

pykakasi drops characters that it does not know (髙, 﨑, 𠮷, simplified ones); such strings have no reading here rather than a
wrong one. Its dictionary costs 0.6 s of CPU at the first call and nothing before.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from glossary.readings.kana import hiragana, is_kana


def kana_reading(text: str) -> str:
    """Return the likely reading of `text` in hiragana, or "" where a character of it has none."""
    if is_kana(text):
        return hiragana(text)
    tokens = _converter().convert(text)
    if "".join(token["orig"] for token in tokens) != text:
        return ""
    reading = hiragana("".join(token["hira"] for token in tokens))
    return reading if is_kana(reading) else ""


@cache
def _converter() -> Any:
    import pykakasi

    maker: Any = pykakasi.kakasi
    return maker()
