"""Other senses of two shorthands that their surroundings give away: no word crosses the edges, and it is no pair of states."""

from __future__ import annotations

from glossary.findings import Verdict
from glossary.languages import JAPANESE
from glossary.matching.opinion import ACCEPTED, Opinion
from glossary.text.patterns import deferred

# 驻韩美军 are American forces in Korea, 访日美团 Americans on a visit to Japan.
_ABROAD = frozenset("驻駐访訪赴旅")
# 中日双语, 日中同時通訳: the languages, not the states.
_LANGUAGES = deferred(
    "双语|雙語|对照|對照|对译|對譯|词典|詞典|辞典|辭典|字典|翻译|翻譯|同传|同傳|口译|口譯|字幕|同声|同聲|文(?!化)|[語语](?![气氣])"
    "|翻訳|(?:同時|逐次)?通訳|対訳|対照|辞書"
)
# 在市场中所…, 从事故中…: in the course of something.
_IN_THE_COURSE = deferred("(?:在|从|從|自|于|於)[^在从從自于於]{2,14}$")


def judge_pair(text: str, start: int, end: int, language: str) -> Opinion:
    """Return what stands before and after the Han pair of states [start, end) of folded `text` says of it."""
    if language != JAPANESE and start and text[start - 1] in _ABROAD:
        return Opinion(Verdict.REJECT, "verdict.not-after", {"after": text[start - 1]})
    found = _LANGUAGES.match(text, end)
    return Opinion(Verdict.REVIEW, "verdict.languages", {"word": found[0]}) if found else ACCEPTED


def in_the_course(text: str, start: int, end: int, around: tuple[int, int]) -> Opinion:
    """Doubt a Chinese hit that begins with 中 after a noun, or after 在 and its like, where a single character follows: 市場中|所|買.

    `around` are the lengths of the words before and after the hit in code points, 0 for none.
    """
    before, after = around
    if text[start] == "中" and after == 1 and (before > 1 or _IN_THE_COURSE.search(text, max(0, start - 16), start)):
        return Opinion(Verdict.REVIEW, "verdict.split", {"words": text[start:end]})
    return ACCEPTED
