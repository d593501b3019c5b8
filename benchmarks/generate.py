"""Realistic texts and termbases of any size, seeded, nothing downloaded.

Words are drawn by Zipf's law from small built-in lists, terms are compounds of them; the same seed gives the same bytes.
"""

from __future__ import annotations

import random
from pathlib import Path

SEED = 7
ENGLISH = (
    "the of and to in for on with by at joint security maritime regional bilateral partnership agreement statement minister defence "
    "summit cooperation strategy island forum trade border talks leader council policy region treaty exercise naval climate "
    "transfer framework dialogue declaration order law information exchange capacity support visit official"
).split()
JAPANESE = "両国 首脳 会談 協定 防衛 協力 地域 安全 保障 海洋 情報 共同 声明 外務 大臣 政府 訪問 平和 秩序 経済 支援 強化 連携 島嶼".split()
CHINESE = "两国 领导人 会谈 协定 防务 合作 地区 安全 海洋 情报 联合 声明 外交 部长 政府 访问 和平 秩序 经济 支持 加强 伙伴 岛屿".split()


def draw(words: list[str], random_: random.Random) -> str:
    """Return a word, the first ones far more often."""
    return words[min(int(random_.paretovariate(0.7)) - 1, len(words) - 1)] if random_.random() < 0.6 else random_.choice(words)


def terms(count: int) -> list[tuple[str, str]]:
    """Return `count` (language, term) pairs, a third each of English, Japanese and Chinese; never very short."""
    random_ = random.Random(SEED)
    found: dict[tuple[str, str], None] = {}
    number = 0
    while len(found) < count:
        number += 1
        kind = number % 3
        if kind == 0:
            found["en", " ".join(random_.sample(ENGLISH[9:], random_.randint(2, 4)))] = None
        else:
            words = JAPANESE if kind == 1 else CHINESE
            found["ja" if kind == 1 else "zh-Hans", "".join(random_.sample(words, random_.randint(2, 4)))] = None
    return list(found)


def text(size: int, planted: list[tuple[str, str]], every: int = 2000) -> str:
    """Return about `size` bytes of mixed paragraphs with a planted term every `every` bytes."""
    random_ = random.Random(SEED + 1)
    paragraphs: list[str] = []
    length = due = 0
    while length < size:
        kind = random_.randrange(3)
        if kind == 0:
            paragraph = " ".join(draw(ENGLISH, random_) for _ in range(60)).capitalize() + "."
        elif kind == 1:
            paragraph = "のは".join("を".join(draw(JAPANESE, random_) for _ in range(3)) for _ in range(12)) + "した。"
        else:
            paragraph = "的".join("，".join(draw(CHINESE, random_) for _ in range(3)) for _ in range(12)) + "这些。"
        length += len(paragraph.encode())
        if length >= due:
            language = ("en", "ja", "zh-Hans")[kind]
            paragraph += f" {random_.choice([term for tag, term in planted if tag == language])} "
            due = length + every
        paragraphs.append(paragraph)
    return "\n\n".join(paragraphs)


def write_termbase(folder: Path, count: int) -> None:
    """Write a termbase of `count` concepts with three terms each into `folder`, 500 concepts a file."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.joinpath("termbase.yaml").write_text("format: 1\ntitle: Benchmark\nversion: 1\nlanguages: [en, ja, zh-Hans]\n", encoding="utf-8")
    drawn = terms(count * 3)
    for first in range(0, count, 500):
        lines = ["concepts:"]
        for number in range(first, min(first + 500, count)):
            lines += [f"  - id: c{number}", "    definition: {en: A concept made for measuring.}", "    terms:"]
            for language in ("en", "ja", "zh-Hans"):
                lines += [f"      {language}:" for tag, _ in drawn[number * 3 : number * 3 + 3] if tag == language][:1]
                for tag, term in drawn[number * 3 : number * 3 + 3]:
                    if tag == language:
                        lines += [f"        - text: {term}", "          status: admitted"]
        folder.joinpath(f"part{first:05}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
