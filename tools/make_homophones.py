"""Write glossary/rules/homophones.txt: Chinese characters by syllable, from pypinyin's dictionary.

    python tools/make_homophones.py

The characters are those of GB 2312 and of the common plane of Big5; of several readings the first counts, as pypinyin orders them by
frequency. pypinyin is MIT, its data (pinyin-data, from the Unihan database) too.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pypinyin import Style, pinyin

TARGET = Path(__file__).parents[1] / "glossary" / "rules" / "homophones.txt"
HEAD = """\
# Chinese characters by syllable and tone, made by tools/make_homophones.py: GB 2312 and the common plane of Big5.
# Readings: pypinyin (MIT, Copyright 2016 mozillazg), from the Unihan database (Unicode License).
"""


def characters() -> list[str]:
    """Return the characters of both standards, by code point."""
    gb = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    big5 = (bytes((high, low)) for high in range(0xA4, 0xC7) for low in (*range(0x40, 0x7F), *range(0xA1, 0xFF)))
    found = {each.decode("gb2312", "ignore") for each in gb} | {each.decode("big5", "ignore") for each in big5}
    return sorted(char for char in found if len(char) == 1 and "\u4e00" <= char <= "\u9fff")


def main() -> None:
    rows: defaultdict[str, str] = defaultdict(str)
    for char in characters():
        rows[pinyin(char, style=Style.TONE3, neutral_tone_with_five=True)[0][0]] += char
    lines = (f"{syllable} {chars}\n" for syllable, chars in sorted(rows.items()) if syllable[-1].isdigit())
    TARGET.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
