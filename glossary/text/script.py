"""Scripts of single characters, as far as boundaries and folding need them (Unicode Scripts.txt, by block)."""

from __future__ import annotations

import re

_HAN = "\u3005\u3007\u303b\u2e80-\u2fdf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_HIRAGANA = "\u3041-\u3096\u309b-\u309f"
_KATAKANA = "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_CJK_MARKS = "\u3001-\u3004\u3006\u3008-\u303f\u30fb\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"

_IS_HAN = re.compile(f"[{_HAN}]").match
_IS_KATAKANA = re.compile(f"[{_KATAKANA}]").match
_IS_CJK = re.compile(f"[{_HAN}{_HIRAGANA}{_KATAKANA}{_CJK_MARKS}]").match
_ALL_HAN = re.compile(f"[{_HAN}]+").fullmatch
_IS_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]").match


def is_han(char: str) -> bool:
    """Whether `char` (one code point or "") is a Han character, 々 and 〇 included."""
    return _IS_HAN(char) is not None


def is_cjk(char: str) -> bool:
    """Whether `char` (one code point or "") is Han, kana or East Asian punctuation: written without spaces."""
    return _IS_CJK(char) is not None


def all_han(text: str) -> bool:
    """Whether `text` is one or more Han characters and nothing else."""
    return _ALL_HAN(text) is not None


def script(char: str) -> str:
    """Return the class of `char` that decides about boundaries: han, katakana, hangul, word or "".

    `word` are letters, digits and `_` of alphabets: they make up words with each other. Hiragana, punctuation and "" have none:
    particles and endings touch names without being part of them.
    """
    if not char:
        return ""
    if char.isascii():
        return "word" if char.isalnum() or char == "_" else ""
    if _IS_HAN(char):
        return "han"
    if _IS_KATAKANA(char):
        return "katakana"
    if _IS_HANGUL(char):
        return "hangul"
    if _IS_CJK(char):
        return ""
    return "word" if char.isalnum() else ""
