"""Paragraphs in two scripts, and those that only hold a foreign name."""

from __future__ import annotations

from itertools import pairwise

import pytest

from glossary.documents.registry import read_document

ENGLISH = "The two leaders agreed to open formal talks on an agreement."
JAPANESE = "両首脳は協定の正式な交渉を始めることで一致した。"
CHINESE = "兩國領袖同意展開協定談判，並將於明年簽署。"


def languages(text: str, path: str = "x.txt", **given: str) -> list[str]:
    document = read_document(path, text.encode(), **given)
    return [segment.language for part in document.parts for segment in part.segments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{JAPANESE} {ENGLISH}", ["ja", "en"]),
        (f"{ENGLISH} {JAPANESE} {ENGLISH}", ["en", "ja", "en"]),
        (f"{CHINESE}{ENGLISH}", ["zh-Hant", "en"]),
        (f"{ENGLISH}\n{JAPANESE}", ["en", "ja"]),
        # names and titles of the other language
        ("The paper 毎日新聞 said the two leaders agreed to open talks on it.", ["en"]),
        ("The agreement (情報の保護に関する日本国政府とニュージーランド政府との間の協定) was signed in Tokyo by both.", ["en"]),
        ("両首脳はInformation Security Agreementの交渉を始めることで一致した。", ["ja"]),
        ("日本の安倍晋三首相と中国の习近平国家主席が会談した。李克强首相も同席したという。", ["ja"]),
        ("日本首相岸田文雄、外務大臣林芳正于4月21日举行会谈，并发表了声明。", ["zh-Hans"]),
        ("据日本《ニューズウィーク日本版》报道，双方将于下周签署这项协定。", ["zh-Hans"]),
        (f"Yes. {JAPANESE}", ["ja"]),
    ],
)
def test_whole_sentences_in_another_script_are_read_in_theirs(text: str, expected: list[str]) -> None:
    assert languages(text) == expected


def test_a_language_given_decides_what_could_be_written_in_it() -> None:
    assert languages(f"{JAPANESE} {ENGLISH}", language="ja") == ["ja", "en"]
    assert languages("首相訪問", language="zh-Hant") == ["zh-Hant"]


@pytest.mark.parametrize("text", [f"{JAPANESE} *{ENGLISH}*", f"**{ENGLISH[:30]}**{ENGLISH[30:]} {JAPANESE} &amp; {ENGLISH}"])
def test_the_parts_are_the_paragraph(text: str) -> None:
    document = read_document("x.md", text.encode())
    (part,) = document.parts
    assert len(part.segments) > 1
    hulls = [segment.text.hull(0, len(segment.text)) for segment in part.segments]
    assert hulls == sorted(hulls)
    assert all(end <= start for (_, end), (start, _) in pairwise(hulls))
    assert "".join(segment.text.text for segment in part.segments) == text.replace("*", "").replace("&amp;", "&")
