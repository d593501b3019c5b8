"""From bytes to a document whose paragraphs have a language."""

from __future__ import annotations

import pickle
import time

import pytest
from two_parts import SECTIONS

from glossary.documents.dates import document_date, iso_date
from glossary.documents.edits import edits_for
from glossary.documents.registry import FORMATS, format_for, read_document
from glossary.errors import DocumentError, UsageError
from glossary.findings import Edit
from glossary.languages import UNDECIDED_HAN
from glossary.messages import MESSAGES


@pytest.mark.parametrize(
    ("path", "format"),
    [("a.md", "markdown"), ("a.MARKDOWN", "markdown"), ("a.txt", "plain"), ("-", "plain"), ("a.srt", "plain"), ("x.md/a", "plain")],
)
def test_the_ending_of_a_file_tells_its_format(path: str, format: str) -> None:
    assert format_for(path).id == format


def test_formats_stand_under_their_names_and_no_ending_belongs_to_two() -> None:
    assert [format.id for format in FORMATS.values()] == list(FORMATS)
    suffixes = [suffix for format in FORMATS.values() for suffix in format.suffixes]
    assert len(set(suffixes)) == len(suffixes)


def languages(text: str, **options: str) -> list[tuple[str, str, bool]]:
    document = read_document(options.pop("path", "draft.txt"), text.encode(), **options)
    return [(each.language, each.region, each.decided) for part in document.parts for each in part.segments]


MIXED = "The talks ended.\n\n会談が行われた。\n\n中国与日本签署协定。\n\n美國總統訪問日本。\n\n12\n\n中央政府"


def test_each_paragraph_has_its_language() -> None:
    assert [language for language, _, _ in languages(MIXED)] == ["en", "ja", "zh-Hans", "zh-Hant", "und", "zh-Hans"]


def test_undecided_han_text_stays_undecided_without_a_document_to_go_by() -> None:
    assert languages("The talks.\n\n中央政府") == [("en", "", True), (UNDECIDED_HAN, "", False)]


@pytest.mark.parametrize(
    ("options", "regions"),
    [
        ({}, ["", "", "", "", "", ""]),
        ({"region": "HK"}, ["", "", "", "HK", "", ""]),
        ({"region": "sg"}, ["", "", "SG", "", "", "SG"]),
        ({"region": "NZ"}, ["NZ", "NZ", "", "", "NZ", ""]),
        ({"language": "zh-HK"}, ["", "", "", "HK", "", "HK"]),
        ({"language": "zh_TW", "region": "MO"}, ["", "", "", "MO", "", "MO"]),
        ({"language": "en-NZ"}, ["NZ", "", "", "", "", ""]),
    ],
)
def test_a_region_stands_where_it_can_be_said_of_the_text(options: dict[str, str], regions: list[str]) -> None:
    assert [region for _, region, _ in languages(MIXED, **options)] == regions


def test_the_language_of_a_document_is_that_of_most_of_it() -> None:
    assert read_document("-", "Short.\n\n会談が東京で行われた。".encode()).language == "ja"
    assert read_document("-", b"").language == "und"


@pytest.mark.parametrize(
    ("path", "text", "options", "date"),
    [
        ("a.md", "---\ndate: 2022-04-21\n---\n", {}, "2022-04-21"),
        ("2021-01-01.md", "---\ndate: 2022-04-21T10:00:00+09:00\n---\n", {}, "2022-04-21"),
        ("2021-01-01.md", "---\ndate: 2022-04-21\n---\n", {"date": "2020-05"}, "2020-05"),
        ("news/2022-04-21-talks.md", "", {}, "2022-04-21"),
        ("20220421.txt", "", {}, "2022-04-21"),
        ("talks_2022_04_21.txt", "", {}, "2022-04-21"),
        ("report-2022-04.txt", "", {}, "2022-04"),
        ("2022-04-21/draft.txt", "", {}, ""),
        ("20221399.txt", "", {}, ""),
        ("1234567890.txt", "", {}, ""),
        ("-", "", {}, ""),
    ],
)
def test_the_date_is_what_was_said_else_in_the_front_matter_else_in_the_name(
    path: str, text: str, options: dict[str, str], date: str
) -> None:
    assert read_document(path, text.encode(), **options).date == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2022-4-1", "2022-04-01"),
        ("2022/04/21", "2022-04-21"),
        ("2022", "2022"),
        ("2022年4月21日", "2022-04-21"),
        ("21 April 2022", "2022-04-21"),
        ("Apr. 21, 2022", "2022-04-21"),
        ("2022-02-30", ""),
        ("yesterday", ""),
        ("20220421", ""),
        ("", ""),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, date: str) -> None:
    assert iso_date(text) == date


def test_the_first_key_of_the_front_matter_counts() -> None:
    assert document_date("---\npublished: 2021-01-01\ndate: 2022-04-21\n---\n", "a.md") == "2022-04-21"


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"language": "not a tag"}, "document.no-such-language"),
        ({"region": "Taiwan"}, "document.no-such-region"),
        ({"date": "yesterday"}, "document.no-such-date"),
        ({"encoding": "nonsense"}, "document.no-such-encoding"),
    ],
)
def test_an_argument_that_cannot_be_used_is_told(options: dict[str, str], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_document("draft.txt", b"text", **options)
    assert caught.value.code == code
    assert str(caught.value).startswith("draft.txt: ")


def test_a_binary_file_of_any_ending_is_told() -> None:
    with pytest.raises(DocumentError, match="not a text"):
        read_document("draft.docx", b"PK\x03\x04")


def test_every_message_of_documents_can_be_rendered() -> None:
    assert sum(code.startswith("document.") for code in MESSAGES) >= 10


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
def test_a_document_survives_pickling(path: str) -> None:
    document = read_document(path, "Nis**sin** 日新".encode())
    assert pickle.loads(pickle.dumps(document)).format is not None
    assert pickle.loads(pickle.dumps(document)).format.splice(document, []) == document.data


TWO_PARTS = "=== body\r\nThe Nissin talks.\r\n\r\n日新首脳会談が開かれた。\r\n=== notes\r\nNissin is not a place."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc-jp"])
def test_a_format_of_several_parts_goes_by_part(encoding: str) -> None:
    data = TWO_PARTS.encode(encoding)
    document = read_document("a.sections", data, formats={"sections": SECTIONS})
    assert [part.id for part in document.parts] == ["body", "notes"]
    assert [each.language for part in document.parts for each in part.segments] == ["en", "ja", "en"]
    edits = []
    for part in document.parts:
        segment = part.segments[0]
        low = segment.text.text.index("Nissin")
        start, end = segment.text.hull(low, low + 6)
        assert part.text[start:end] == "Nissin"
        made = edits_for(part, segment, low, low + 6, "日本", document.format.escape)
        assert made == (Edit(part.id, start, end, "日本"),)
        edits += made
    assert document.format.splice(document, edits) == TWO_PARTS.replace("Nissin", "日本").encode(encoding)


@pytest.mark.parametrize("path", ["draft.txt", "draft.md"])
def test_five_megabytes_are_read_quickly(path: str) -> None:
    english, japanese = "The talks between Japan and New Zealand ended in Tokyo. ", "日本とニュージーランドは首脳会談を行った。"
    paragraph = f"{english * 8}\n\n{japanese * 8}\n\n"
    data = (paragraph * (5_000_000 // len(paragraph.encode()))).encode()
    start = time.process_time()
    read_document(path, data)
    assert time.process_time() - start < 3
