"""The language of a paragraph, from its script and from the Han characters that only some languages write.

Kana means Japanese. Han text without kana is decided by characters that Simplified Chinese, Traditional Chinese or Japanese
does not use (`han_tables`); what no such character decides goes by the document, else it stays `und-Hani`. Latin script is read as
English: telling it from other Latin-script languages would need more than a sentence, and the termbase has names for English only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, overload

from glossary.languages import ENGLISH, JAPANESE, SIMPLIFIED, TRADITIONAL, UNDECIDED, UNDECIDED_HAN
from glossary.text import han_tables
from glossary.text.patterns import deferred

KOREAN = "ko"
_HAN = (JAPANESE, SIMPLIFIED, TRADITIONAL)

# Main scripts of a paragraph.
_LATIN, _CJK, _HANGUL, _OTHER, _NONE = "latin", "cjk", "hangul", "other", ""

# Languages asked for by --lang that are written neither in Latin nor in Han script; all others are taken to be Latin.
_OTHER_SCRIPT = deferred("(am|ar|be|bg|bn|bo|dz|el|fa|he|hi|hy|ka|kk|km|ky|lo|mk|mn|mr|my|ne|ru|sr|ta|te|th|ti|uk|ur|yi)(-|\\Z)")

# For each class of Han characters the languages that do not write it.
_NOT_WRITTEN_IN = {
    "simplified": (TRADITIONAL, JAPANESE),
    "traditional": (SIMPLIFIED, JAPANESE),
    "japanese": (SIMPLIFIED, TRADITIONAL),
    "not-simplified": (SIMPLIFIED,),
    "not-traditional": (TRADITIONAL,),
    "not-japanese": (JAPANESE,),
    "kyujitai": (SIMPLIFIED, JAPANESE),
}
_TABLES = {
    "simplified": han_tables.SIMPLIFIED_ONLY,
    "traditional": han_tables.TRADITIONAL_ONLY,
    "japanese": han_tables.JAPANESE_ONLY,
    "not-simplified": han_tables.NOT_SIMPLIFIED,
    "not-traditional": han_tables.NOT_TRADITIONAL,
    "not-japanese": han_tables.NOT_JAPANESE,
    "kyujitai": han_tables.KYUJITAI,
}

# Glosses: "Abe (安倍)" is English, 情報保護協定 (Information Security Agreement) is not.
_GLOSS = deferred(r"\([^()]*\)|（[^（）]*）|\[[^\[\]]*\]|［[^［］]*］")
# What makes a sentence Japanese or Chinese however many foreign names it has: a particle at a Latin letter, a full stop at the end.
_CJK_SENTENCE = deferred("[A-Za-z0-9][はがをにでのへともや、的与與和在了是]|[的与與和在了是][A-Za-z0-9]|[^A-Za-z0-9]。\\s*\\Z")
_CHINESE = 3  # characters that Japanese does not write
_HIRAGANA = deferred("[\u3041-\u3096]")
_SENTENCE_MARKS = "。，；！？"
# One CJK character says about as much as two letters: 日本 is five letters in English, but a gloss is no paragraph.
_LETTERS_PER_CHARACTER = 2
# Japanese of this length has kana unless it is a name or a headline, and those have no sentence marks.
_SENTENCE_LENGTH = 10
_SHORT = 8
# Beginning and end of a long paragraph tell its language; code points of each.
_SAMPLE = 200
# So many paragraphs tell the language of a document.
_MOST = 400


class Detected(NamedTuple):
    """The language of one paragraph; `decided` is False where it is a guess not worth acting on (`und-Hani`)."""

    language: str
    decided: bool = True


class _Paragraph(NamedTuple):
    """What the characters say: main script, letters of it, the languages possible (best guess first, sure if it is one)."""

    script: str
    weight: int
    possible: tuple[str, ...] = ()
    excluded: tuple[int, int, int] = (0, 0, 0)  # characters that speak against each of _HAN
    kana: bool = False
    guess: str = ""  # holds where the document does not say otherwise


class _Classes(dict[str, str]):
    """Class of each character, worked out when first asked for."""

    def __missing__(self, char: str) -> str:
        found = self[char] = _class_of(char)
        return found


def _class_of(char: str) -> str:
    code = ord(char)
    if 0x3041 <= code <= 0x30FA or 0x31F0 <= code <= 0x31FF or 0xFF66 <= code <= 0xFF9D:
        return "kana"
    if 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x323AF or char in "々〇":
        return "han"
    if 0xAC00 <= code <= 0xD7AF or 0x1100 <= code <= 0x11FF or 0x3130 <= code <= 0x318F:
        return _HANGUL
    if not char.isalpha():
        return _NONE
    latin = code < 0x250 or 0x1E00 <= code < 0x1F00 or 0xFF21 <= code <= 0xFF5A
    return _LATIN if latin else _OTHER


# What a paragraph in Chinese or Japanese alone is made of: no letter of another script, and no gloss.
_NOT_PLAIN = deferred(
    "[^\\x00-'*-@\\\\^-`{-~\xa0-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2010-\u2027\u3000-\u3004\u3008-\u3020\u3041-\u30fc"
    "\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff07\uff0a-\uff20]"
)
_PARTICLES = "のはがをにでともしたてるいなれらさこ"  # hiragana that are a fifth and more of most Japanese texts
_ANY_KANA = deferred("[\u3041-\u30fc]")


def _any_of(*classes: str) -> re.Pattern[str]:
    return deferred(f"[{''.join(_TABLES[name] for name in classes)}]")


# Characters that only one of the two kinds of Chinese has, and those that it has not.
_WRITTEN = tuple(
    (language, _any_of(own), _any_of(*(name for name, languages in _NOT_WRITTEN_IN.items() if language in languages)))
    for language, own in ((SIMPLIFIED, "simplified"), (TRADITIONAL, "traditional"))
)

# For counting, each class is a letter.
_LETTERS = {name: chr(ord("a") + number) for number, name in enumerate(("kana", "han", _LATIN, _HANGUL, _OTHER, *_TABLES))}


class _LetterOf(dict[int, str]):
    """The letter for the class of each code point met so far; a space for those of none."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _LETTERS.get(_CLASSES[chr(code)], " ")
        return found


_LETTER_OF = _LetterOf()
_CLASSES = _Classes((char, name) for name, chars in _TABLES.items() for char in chars)
_ASCII_LETTER = deferred("[A-Za-z]")


def detect(text: str) -> str:
    """Return the canonical tag of a paragraph, `und-Hani` for Han text that nothing decides, `und` where there are no letters."""
    return detect_all([text])[0].language


def detect_all(texts: Sequence[str], language: str = "") -> tuple[Detected, ...]:
    """Return the language of each paragraph of one document; `language` as in `Languages`."""
    return tuple(Languages(texts, language))


def majority(texts: Sequence[str], language: str = "") -> str:
    """Return the language most of a document is in."""
    return Languages(texts, language).majority()


class Languages(Sequence[Detected]):
    """The language of each paragraph of one document, worked out when it is asked for.

    `language` (a canonical tag, or "") is what the user says the text is: it decides every paragraph that could be written in
    it, and no other: a paragraph with kana is not Chinese, one in Latin letters is not Japanese.

    What most of a long document is in is told from paragraphs spread evenly over it.
    """

    def __init__(self, texts: Sequence[str], language: str = "") -> None:
        self._texts = texts
        self._language = language
        self._examined: dict[int, _Paragraph] = {}
        self._totals: Counter[str] | None = None
        self._sample = range(len(texts)) if len(texts) <= _MOST else [number * len(texts) // _MOST for number in range(_MOST)]

    def __len__(self) -> int:
        return len(self._texts)

    @overload
    def __getitem__(self, index: int) -> Detected: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Detected]: ...
    def __getitem__(self, index: int | slice) -> Detected | Sequence[Detected]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        evident = "" if self._language else _evident(self._texts[index])
        if evident:
            return Detected(evident)
        paragraph = self._paragraph(index)
        return _decide(paragraph, self._language) or _by_totals(paragraph, self._document())

    def majority(self) -> str:
        """Return the language most of the document is in, by letters, a CJK character counting double; `und` where there are none."""
        weights: Counter[str] = Counter()
        for number in self._sample:
            language = self[number].language
            if language != UNDECIDED:
                weights[language] += len(self._texts[number]) * (1 if language == ENGLISH else _LETTERS_PER_CHARACTER)
        return max(weights, key=lambda language: weights[language], default=UNDECIDED)

    def _paragraph(self, number: int) -> _Paragraph:
        if number not in self._examined:
            self._examined[number] = _examine(self._texts[number])
        return self._examined[number]

    def _document(self) -> Counter[str]:
        if self._totals is None:
            # Where nothing in the sample is sure, all there is must help.
            self._totals = _totals(map(self._paragraph, self._sample)) or _totals(map(self._paragraph, range(len(self))))
        return self._totals


def _evident(text: str) -> str:
    """Return the language of a paragraph that a glance tells, as looking closer would, else "": most of them are in one script."""
    if text.isascii():
        return ENGLISH if _ASCII_LETTER.search(text) else ""
    sample = _sample(text)
    if _NOT_PLAIN.search(sample):
        return ""
    particles = sum(map(sample.count, _PARTICLES))
    if particles:
        return JAPANESE if particles * 5 >= len(sample) and sample.count("ー") < 2 * particles else ""
    if _ANY_KANA.search(sample):
        return ""
    return next((language for language, own, foreign in _WRITTEN if own.search(sample) and not foreign.search(sample)), "")


def _sample(text: str) -> str:
    return text if len(text) <= 2 * _SAMPLE else f"{text[:_SAMPLE]} {text[-_SAMPLE:]}"


def _examine(text: str) -> _Paragraph:
    if text.isascii():
        return _Paragraph(_LATIN if _ASCII_LETTER.search(text) else _NONE, len(text), (ENGLISH,))
    sample = _sample(text)
    counts = _counts(_GLOSS.sub(" ", sample))
    if not any(counts[script] for script in (_LATIN, _CJK, _HANGUL, _OTHER)):
        counts = _counts(sample)
    latin, cjk = counts[_LATIN], counts[_CJK]
    if latin and cjk and _CJK_SENTENCE.search(text):
        latin = 0
    weights = {
        _LATIN: latin,
        _CJK: cjk * _LETTERS_PER_CHARACTER,
        _HANGUL: counts[_HANGUL] * _LETTERS_PER_CHARACTER,
        _OTHER: counts[_OTHER],
    }
    script = max(weights, key=lambda name: weights[name])
    if not weights[script]:
        return _Paragraph(_NONE, 0)
    if script != _CJK:
        return _Paragraph(script, weights[script])
    return _examine_han(sample, counts, cjk)


def _counts(text: str) -> dict[str, int]:
    letters = text.translate(_LETTER_OF)
    counts = {name: letters.count(letter) for name, letter in _LETTERS.items()}
    counts[_CJK] = counts["kana"] + counts["han"] + sum(counts[name] for name in _NOT_WRITTEN_IN)
    return counts


def _examine_han(text: str, counts: Mapping[str, int], cjk: int) -> _Paragraph:
    kana = counts["kana"]
    against: Counter[str] = Counter()
    for name, languages in _NOT_WRITTEN_IN.items():
        for language in languages:
            against[language] += counts[name]
    # Chinese quotes Japanese titles and brand names with the odd kana; Japanese without any share of kana is a headline.
    chinese_only = counts["simplified"] + counts["traditional"] + counts["not-japanese"]
    named = chinese_only >= _CHINESE and not _HIRAGANA.search(text)  # katakana without hiragana is a name in a Chinese sentence
    if kana and not named and (kana * 5 >= cjk or kana > chinese_only):
        return _Paragraph(_CJK, cjk, (JAPANESE,), kana=True)
    if kana or (cjk >= _SENTENCE_LENGTH and any(mark in text for mark in _SENTENCE_MARKS)):
        against[JAPANESE] += cjk
    excluded = (against[JAPANESE], against[SIMPLIFIED], against[TRADITIONAL])
    least = min(excluded)
    possible = tuple(language for language, number in zip(_HAN, excluded, strict=True) if number == least)
    # 宮澤 is a Japanese name as well as Traditional Chinese: one old form in a short text leaves the choice to the document.
    if possible == (TRADITIONAL,) and cjk <= _SHORT and against[JAPANESE] == counts["kyujitai"] == 1:
        return _Paragraph(_CJK, cjk, (TRADITIONAL, JAPANESE), excluded, guess=TRADITIONAL)
    return _Paragraph(_CJK, cjk, possible, excluded)


def _totals(paragraphs: Iterable[_Paragraph]) -> Counter[str]:
    """Return how much of the document is surely in each Han language; without any, what the undecided paragraphs say together."""
    totals: Counter[str] = Counter()
    pooled = [0, 0, 0]
    for paragraph in paragraphs:
        if paragraph.script == _CJK:
            if len(paragraph.possible) == 1:
                totals[paragraph.possible[0]] += paragraph.weight
            else:
                pooled = [total + number for total, number in zip(pooled, paragraph.excluded, strict=True)]
    if not totals and pooled.count(min(pooled)) == 1:
        totals[_HAN[pooled.index(min(pooled))]] = 1
    return totals


def _decide(paragraph: _Paragraph, language: str) -> Detected | None:
    """Return the language that `paragraph` itself decides, else None."""
    if paragraph.script == _NONE:
        return Detected(UNDECIDED)
    if language and _could_be(paragraph, language):
        return Detected(language)
    if paragraph.script != _CJK:
        return Detected({_LATIN: ENGLISH, _HANGUL: KOREAN}.get(paragraph.script, UNDECIDED))
    return Detected(paragraph.possible[0]) if len(paragraph.possible) == 1 else None


def _by_totals(paragraph: _Paragraph, totals: Mapping[str, int]) -> Detected:
    """Return the language of a paragraph that the document has to decide."""
    best = max(paragraph.possible, key=lambda each: totals.get(each, 0))
    if totals.get(best):
        return Detected(best)
    return Detected(paragraph.guess) if paragraph.guess else Detected(UNDECIDED_HAN, decided=False)


def _could_be(paragraph: _Paragraph, language: str) -> bool:
    """Whether the paragraph could be written in `language`: in its script, with hardly a character it does not use."""
    if language in _HAN:
        if paragraph.script != _CJK or paragraph.kana:
            return paragraph.script == _CJK and language == JAPANESE
        against = paragraph.excluded[_HAN.index(language)]
        return language in paragraph.possible or against * 20 <= paragraph.weight
    if language == KOREAN:
        return paragraph.script == _HANGUL
    return paragraph.script == (_OTHER if _OTHER_SCRIPT.match(language) else _LATIN)
