"""Scripts of single characters, as far as boundaries and folding need them (Unicode Scripts.txt, by block)."""

from __future__ import annotations

HAN, KATAKANA, HANGUL, WORD, CJK, NONE = "han", "katakana", "hangul", "word", "cjk", ""

# First and last code point of each block. Han has 々 〇 〻 besides; CJK is hiragana and East Asian punctuation. The combining
# sound marks U+3099 and U+309A are none: what they follow decides.
_BLOCKS = (
    (HAN, 0x3005, 0x3005),
    (HAN, 0x3007, 0x3007),
    (HAN, 0x303B, 0x303B),
    (HAN, 0x2E80, 0x2FDF),
    (HAN, 0x3400, 0x4DBF),
    (HAN, 0x4E00, 0x9FFF),
    (HAN, 0xF900, 0xFAFF),
    (HAN, 0x20000, 0x323AF),
    (KATAKANA, 0x30A1, 0x30FA),
    (KATAKANA, 0x30FC, 0x30FF),
    (KATAKANA, 0x31F0, 0x31FF),
    (KATAKANA, 0xFF66, 0xFF9F),
    (HANGUL, 0x1100, 0x11FF),
    (HANGUL, 0x3130, 0x318F),
    (HANGUL, 0xAC00, 0xD7AF),
    (CJK, 0x3041, 0x3096),
    (CJK, 0x309B, 0x309F),
    (CJK, 0x3001, 0x303F),
    (CJK, 0x30FB, 0x30FB),
    (CJK, 0xFF01, 0xFF0F),
    (CJK, 0xFF1A, 0xFF20),
    (CJK, 0xFF3B, 0xFF40),
    (CJK, 0xFF5B, 0xFF65),
)


class _Classes(dict[str, str]):
    """The class of each character met so far: a text has few different ones."""

    def __missing__(self, char: str) -> str:
        found = self[char] = _class_of(char)
        return found


def _class_of(char: str) -> str:
    if not char:
        return NONE
    code = ord(char)
    for name, first, last in _BLOCKS:
        if first <= code <= last:
            return name
    return WORD if char.isalnum() or char == "_" else NONE


_CLASSES = _Classes()
_TOGETHER = frozenset({HAN, KATAKANA, CJK})


def is_han(char: str) -> bool:
    """Whether `char` (one code point or "") is a Han character, 々 and 〇 included."""
    return _CLASSES[char] == HAN


def is_cjk(char: str) -> bool:
    """Whether `char` (one code point or "") is Han, kana or East Asian punctuation: written without spaces."""
    return _CLASSES[char] in _TOGETHER


def all_han(text: str) -> bool:
    """Whether `text` is one or more Han characters and nothing else."""
    return bool(text) and all(map(is_han, text))


def script(char: str) -> str:
    """Return the class of `char` that decides about boundaries: han, katakana, hangul, word or "".

    `word` are letters, digits and `_` of alphabets: they make up words with each other. Hiragana, punctuation and "" have none:
    particles and endings touch names without being part of them.
    """
    found = _CLASSES[char]
    return NONE if found == CJK else found
