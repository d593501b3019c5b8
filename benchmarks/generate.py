"""Realistic texts and termbases of any size, seeded, nothing downloaded: the same seed gives the same bytes.

Vocabularies are made of syllables (English, katakana) and of pairs of common characters (Japanese, Chinese), drawn by Zipf's law;
terms are compounds of their words, as in a real termbase: 2-4 words in English, 2-3 in Japanese and Chinese.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

SEED = 7
LANGUAGES = ("en", "ja", "zh-Hans")
HITS_PER_KB = 0.5
FUNCTION_WORDS = "the of and to in for on with by at that is was as from has will be its said after their which have been".split()
ONSETS = "b c d f g h l m n p r s t v w br ch cl cr dr fl gr pl pr sh sp st th tr".split()
RHYMES = "a e i o u an ar en er in on or al el is ate ent ion ine ure".split()
KANJI = (
    "国会人年大本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明"
    "実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公野協取都和統以機平総加山"
    "思家話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文反元重近"
)
KANA = "アイウエオカキクケコサシスセソタチツテトナニネノハヒフヘホマミムメモラリルレロワガギグゴザジズゼゾダデドバビブベボパピプペポ"
HANZI = (
    "国会人年大本出三同时政事自行社见月分议后前民生连五发间对上部东者党地合市业内相方四定今回场金员九入选立开手力学问高代明实关决子"
    "动京全目表战经通外最言现理调体化当八六约主题下首意法不来作性要用制治度务强气小七成期公野协取都和统以机平总加山思家话世受区领多"
    "县续进正安设保改数记院女初北午指权心界支第产结百派点教报济书府活原先共得解名交资向际查胜面委告军文反元重近说这个们为还没样么"
)
STATES = (
    ("Japan", "日本", "日", "日本", "日"),
    ("China", "中国", "中", "中国", "中"),
    ("United States", "米国", "米", "美国", "美"),
    ("South Korea", "韓国", "韓", "韩国", "韩"),
    ("New Zealand", "ニュージーランド", "新", "新西兰", "新"),
    ("Australia", "豪州", "豪", "澳大利亚", "澳"),
    ("India", "インド", "印", "印度", "印"),
    ("United Kingdom", "英国", "英", "英国", "英"),
    ("France", "フランス", "仏", "法国", "法"),
    ("Germany", "ドイツ", "独", "德国", "德"),
    ("Russia", "ロシア", "露", "俄罗斯", "俄"),
    ("Canada", "カナダ", "加", "加拿大", "加"),
    ("Italy", "イタリア", "伊", "意大利", "意"),
    ("Vietnam", "ベトナム", "越", "越南", "越"),
    ("Philippines", "フィリピン", "比", "菲律宾", "菲"),
)
PAIRS = tuple(itertools.combinations(range(len(STATES)), 2))
# How a pair of states, or its characters by chance, stand in news.
IN_SENTENCES = {
    "en": ("{}",),
    "ja": ("{}首脳会談が開かれた。", "{}関係は改善した。", "両国は{}協定に署名した。", "毎{}聞によると、", "今{}に発表する。"),
    "zh-Hans": ("{}关系得到改善。", "{}领导人会晤，", "双方签署{}协定。", "今{}闻报道，", "每{}刊登。"),
}


class Term(NamedTuple):
    """One term; `short` where it is decided by the words around it."""

    language: str
    text: str
    short: bool = False


def vocabulary(language: str, size: int = 3000) -> list[str]:
    """Return `size` different words of `language`, the commonest first."""
    random_ = random.Random(f"{SEED} {language}")
    found: dict[str, None] = {}
    while len(found) < size:
        found[_word(language, random_)] = None
    return list(found)


def _word(language: str, random_: random.Random) -> str:
    if language == "en":
        return "".join(random_.choice(ONSETS) + random_.choice(RHYMES) for _ in range(random_.randint(1, 3)))
    if language == "ja":
        if random_.random() < 0.2:
            return "".join(random_.choices(KANA, k=random_.randint(3, 5)))
        return "".join(random_.choices(KANJI, k=2))
    return "".join(random_.choices(HANZI, k=2))


def terms(count: int) -> list[Term]:
    """Return `count` terms, a third each of English, Japanese and Chinese, none of them short."""
    random_ = random.Random(SEED)
    words = {language: vocabulary(language) for language in LANGUAGES}
    found: dict[Term, None] = {}
    for language in itertools.cycle(LANGUAGES):
        if len(found) >= count:
            break
        chosen = random_.choices(words[language], k=random_.randint(2, 4 if language == "en" else 3))
        found[Term(language, (" " if language == "en" else "").join(chosen))] = None
    return list(found)


def short_terms() -> list[Term]:
    """Return the two-character names of 105 pairs of states in Japanese and Chinese."""
    return [
        Term(language, STATES[one][column] + STATES[two][column], short=True)
        for one, two in PAIRS
        for language, column in (("ja", 2), ("zh-Hans", 4))
    ]


def text(
    size: int, planted: Sequence[Term], *, language: str = "", hits_per_kb: float = HITS_PER_KB, between: str = "\n\n", seed: int = SEED
) -> str:
    """Return about `size` bytes of paragraphs in `language`, or of all in turn, with planted terms; `between` separates paragraphs."""
    random_ = random.Random(f"{seed} {language}")
    writers = {each: _Writer(each, random_, planted) for each in ([language] if language else LANGUAGES)}
    paragraphs: list[str] = []
    written = hits = 0
    for writer in itertools.cycle(writers.values()):
        if written >= size:
            break
        wanted = int(written * hits_per_kb / 1000) - hits
        paragraph = writer.paragraph(wanted)
        hits += max(0, wanted)
        written += len(paragraph.encode()) + len(between)
        paragraphs.append(paragraph)
    return between.join(paragraphs) + "\n"


class _Writer:
    """Writes paragraphs of one language."""

    def __init__(self, language: str, random_: random.Random, planted: Sequence[Term]) -> None:
        self._language = language
        self._random = random_
        self._words = vocabulary(language)
        self._weights = list(itertools.accumulate(1 / (rank + 5) for rank in range(len(self._words))))
        self._planted = [term for term in planted if term.language == language]
        self._shares = list(itertools.accumulate(1 / (rank + 5) for rank in range(len(self._planted))))

    def paragraph(self, planted: int) -> str:
        sentences = [self._sentence() for _ in range(self._random.randint(2, 5))]
        for _ in range(planted if self._planted else 0):
            sentences.insert(
                self._random.randint(0, len(sentences)), self._with_term(self._random.choices(self._planted, cum_weights=self._shares)[0])
            )
        return (" " if self._language == "en" else "").join(sentences)

    def _with_term(self, term: Term) -> str:
        before, after = self._some(3), self._some(2)
        if term.short:  # in a clause that no other sentence has
            joint = "の" if self._language == "ja" else "的"
            return "".join(before) + joint + self._random.choice(IN_SENTENCES[self._language]).format(term.text)
        if self._language == "en":
            return " ".join([*before, term.text, *after]).capitalize() + "."
        return (
            "、".join(before) + "の" + term.text + "が" + "".join(after) + "。"
            if self._language == "ja"
            else ("".join(before) + "的" + term.text + "在" + "，".join(after) + "。")
        )

    def _some(self, count: int) -> list[str]:
        return self._random.choices(self._words, cum_weights=self._weights, k=count)

    def _sentence(self) -> str:
        random_ = self._random
        if self._language == "en":
            words = [w for word in self._some(random_.randint(6, 12)) for w in (random_.choice(FUNCTION_WORDS), word)]
            return (" ".join(words[:9]) + ", " + " ".join(words[9:])).capitalize() + "."
        words = self._some(random_.randint(6, 14))
        if self._language == "ja":
            return "".join(word + random_.choice("のはがをにでとも") for word in words) + random_.choice(("した。", "である。", "という、"))
        return "".join(word + random_.choice(("的", "在", "了", "，", "和", "", "")) for word in words) + "。"


def write_termbase(folder: Path, drawn: Sequence[Term], *, short: bool = False, wrong: bool = False) -> None:
    """Write `drawn` as a termbase, three terms a concept, 500 concepts a file; `short` adds the pairs of states.

    With `wrong` each term is a wrong form of its own concept, whose right name has "Proper" or 正 in front.
    """
    folder.mkdir(parents=True, exist_ok=True)
    languages = ", ".join(LANGUAGES)
    manifest = f"format: 1\ntitle: Benchmark\nversion: 1\nlicence: CC0-1.0\nlanguages: [{languages}]\n"
    folder.joinpath("termbase.yaml").write_text(manifest, encoding="utf-8")
    entries = [_wrong_entry(n, term) for n, term in enumerate(drawn)] if wrong else list(_entries(drawn))
    if short:
        entries += _state_entries()
    for number, first in enumerate(range(0, len(entries), 500)):
        lines = ["concepts:", *itertools.chain.from_iterable(entries[first : first + 500])]
        folder.joinpath(f"part{number:03}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def right_name(term: Term) -> str:
    """Return the right name for a wrong form."""
    return f"proper {term.text}" if term.language == "en" else f"正{term.text}"


def _entries(drawn: Sequence[Term]) -> Iterator[list[str]]:
    for number in range(0, len(drawn), 3):
        lines = [
            f"  - id: c{number}",
            "    definition:",
            "      en: A concept made for measuring, with a definition of usual length.",
            "    terms:",
        ]
        for language in LANGUAGES:
            own = [term for term in drawn[number : number + 3] if term.language == language]
            lines += [f"      {language}:"] if own else []
            for term in own:
                lines += [f"        - text: {term.text}", "          status: preferred"]
        yield lines


def _wrong_entry(number: int, term: Term) -> list[str]:
    return [
        *(f"  - id: w{number}", "    terms:", f"      {term.language}:"),
        *(f"        - text: {right_name(term)}", "          status: preferred"),
        *(f"        - text: {term.text}", "          status: deprecated", "          reason: misrendering"),
    ]


def _state_entries() -> Iterator[list[str]]:
    for number, (english, japanese, _ja, chinese, _zh) in enumerate(STATES):
        yield [
            *(f"  - id: state-{number}", "    kind: state", "    terms:"),
            *("      en:", f"        - text: {english}", "          status: preferred"),
            *("      ja:", f"        - text: {japanese}", "          status: preferred"),
            *("      zh-Hans:", f"        - text: {chinese}", "          status: preferred"),
        ]
    for one, two in PAIRS:
        yield [
            *(f"  - id: pair-{one}-{two}", "    kind: bilateral", f"    members: [state-{one}, state-{two}]", "    terms:"),
            *("      ja:", f"        - text: {STATES[one][2]}{STATES[two][2]}", "          status: preferred", "          type: short"),
            *(
                "      zh-Hans:",
                f"        - text: {STATES[one][4]}{STATES[two][4]}",
                "          status: preferred",
                "          type: short",
            ),
        ]
