"""Cells, headers, ids and files, one by one."""

from __future__ import annotations

import contextlib
import io
import zipfile
from typing import Any

import pytest

from glossary.errors import DocumentError, GlossaryError, UsageError
from glossary.interchange import csv, notation, xlsx
from glossary.interchange.cells import parted, tidied
from glossary.interchange.headers import guess, named
from glossary.interchange.ids import free, id_from
from glossary.interchange.importing import read_files
from glossary.interchange.joining import join, known
from glossary.interchange.options import Options
from glossary.interchange.sheet import Column, ReadOptions, Table, letter
from glossary.interchange.words import VALUE_OF, folded
from glossary.interchange.xlsx_marks import cell_at
from glossary.model import Status

LISTS = [["one"], ["a", "b"], ["a;b", "c"], ['"q"', "x"], [" edge "], ["a\nb", "c"], ["a；b"], [""], ['say "x"', "y"]]


@pytest.mark.parametrize("items", LISTS)
def test_a_list_in_a_cell_is_read_as_it_was_written(items: list[str]) -> None:
    assert notation.split(notation.join(items)) == items


def test_a_list_typed_by_hand_may_have_full_width_semicolons_and_lines() -> None:
    assert notation.split("甲；乙\n 丙 ;") == ["甲", "乙", "丙"]
    assert notation.split('"Quad" group; x') == ['"Quad" group', "x"]


def test_records_have_a_line_each() -> None:
    records = [{"title": "A; B", "url": "https://x.y/"}, {"title": "C"}]
    assert notation.split_records(notation.join_records(records)) == records
    with pytest.raises(ValueError, match="nothing"):
        notation.split_records("title: A; nothing")


@pytest.mark.parametrize(
    ("header", "language", "region", "field"),
    [
        ("英語", "en", "", ""),
        ("English term", "en", "", "TERM"),
        ("英語（推奨）", "en", "", "preferred"),
        ("日本語 NG", "ja", "", "deprecated"),
        ("中国語（繁体字）", "zh-Hant", "", ""),
        ("繁體中文(台灣)", "zh-Hant", "TW", ""),
        ("zh_TW", "zh-Hant", "TW", ""),
        ("中文", "zh", "", ""),
        ("English (US)", "en", "US", ""),
        ("Term (JA)", "ja", "", "TERM"),
        ("Forbidden terms", "", "", "deprecated"),
        ("ふりがな", "", "", "reading"),
        ("品詞", "", "", "pos"),
        ("狀態", "", "", "status"),
        ("用語集 2024年版", "", "", ""),
        ("担当", "", "", ""),
    ],
)
def test_a_header_says_what_its_column_is(header: str, language: str, region: str, field: str) -> None:
    found = guess(header)
    assert (found.language, found.region, found.field) == (language, region, field)


@pytest.mark.parametrize(
    "name", ["id", "en", "en.deprecated", "ja.reading", "term.note:en", "note:ja", "sources", "zh-Hant-TW", "ja.seen.where"]
)
def test_a_field_is_named_as_it_is_read(name: str) -> None:
    target = named(name)
    assert target is not None
    assert target.name == name


@pytest.mark.parametrize("name", ["note", "en.nothing", "term.nothing", "status", "x", "nowhere.text"])
def test_what_is_no_field_has_no_target(name: str) -> None:
    assert named(name) is None


STATES = {
    "preferred": ("推奨", "首选", "優先", "Approved", "◎"),
    "admitted": ("使用可", "允许", "○"),
    "superseded": ("旧称", "廃止"),
    "deprecated": ("禁止", "弃用", "ＮＧ", "do not use", "×"),
}


@pytest.mark.parametrize(("value", "word"), [(value, word) for value, words in STATES.items() for word in words])
def test_states_have_names_in_several_languages(value: str, word: str) -> None:
    assert VALUE_OF["status"][folded(word)] == value


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Five Eyes", "five-eyes"),
        ("Ōkubo’s plan", "okubos-plan"),
        ("2+2", "t-2-2"),
        ("情報保護協定", "情報保護協定"),
        ("𠮷野家", "u20bb7野家"),
        ("…", "t"),
        ("ガイダンス", "ガイダンス"),
    ],
)
def test_ids_are_names_of_entries(text: str, id: str) -> None:
    assert id_from(text) == id


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert free("bank", {"bank", "bank-2"}) == "bank-3"


def test_terms_are_parted_where_the_language_parts_them() -> None:
    assert parted("甲、乙；丙", "ja", Options()) == ["甲", "乙", "丙"]
    assert parted("A, B/C / D", "en", Options()) == ["A, B/C", "D"]
    assert parted("A/B", "en", Options(separators="/")) == ["A", "B"]
    assert parted("A; B", "en", Options(separators="")) == ["A; B"]


def test_cells_are_tidied() -> None:
    assert tidied("\u3000 a\u00a0 b\u200b \r\n c ") == "a b\nc"


def test_columns_have_letters() -> None:
    assert [letter(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert cell_at("AA10") == (10, 26)


def test_a_text_is_never_a_formula() -> None:
    table = Table(columns=(Column("id"), Column("en")), rows=[("a", "=1+1"), ("b", "-x"), ("c", "'=y")], layout="term")
    (sheet,) = csv.read(csv.write(table), "x.csv", ReadOptions())
    cells = [row.cells[1] for row in sheet.rows][1:]
    assert cells == ["'=1+1", "'-x", "''=y"]
    assert [csv.unescaped(cell) for cell in cells] == ["=1+1", "-x", "'=y"]
    with zipfile.ZipFile(io.BytesIO(xlsx.write(table))) as file:
        assert b"<f>" not in file.read("xl/worksheets/sheet1.xml")
        assert b'quotePrefix="1"' in file.read("xl/styles.xml")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_seen(delimiter: str) -> None:
    data = (
        f"English{delimiter}日本語\nA, B; C{delimiter}甲\n" if delimiter == "\t" else f'English{delimiter}日本語\n"A, B; C"{delimiter}甲\n'
    )
    (sheet,) = csv.read(data.encode(), "x.csv", ReadOptions())
    assert [row.cells for row in sheet.rows][1] == ("A, B; C", "甲")


def test_excel_may_name_the_delimiter_in_the_first_line() -> None:
    (sheet,) = csv.read("sep=|\nEnglish|日本語\nA|甲\n".encode(), "x.csv", ReadOptions())
    assert next((row.number, row.cells) for row in sheet.rows) == (2, ("English", "日本語"))


def test_an_encoding_that_lacks_a_character_is_an_error() -> None:
    table = Table(columns=(Column("id"), Column("en")), rows=[("a", "Māori 🙂")], layout="term")
    with pytest.raises(DocumentError, match="shift_jis"):
        csv.write(table, encoding="shift_jis")


LONG = "English,日本語\n" + "".join(f"term {number},用語{number}\n" for number in range(50_000))


def test_fifty_thousand_rows_are_read() -> None:
    (sheet,) = read_files([("long.csv", LONG.encode())], Options())
    assert (sheet.rows, len(sheet.drafts), sheet.refused) == (50_000, 50_000, ())


@pytest.mark.parametrize(
    ("text", "maps", "code"),
    [
        ("English,日本語\nA,甲\n", (("Nothing", "en"),), "import.no-column"),
        ("English,日本語\nA,甲\n", (("English", "xx.nothing"),), "import.no-field"),
        ("English,状態\nA,可\n", (("状態", "status"),), "import.map-language"),
        ("用語,訳語\n甲,乙\n", (), "import.which-language"),
        ("x,y\n1,2\n", (), "import.no-header"),
    ],
)
def test_what_cannot_be_told_is_asked_for(text: str, maps: tuple[tuple[str, str], ...], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_files([("x.csv", text.encode())], Options(maps=maps))
    assert caught.value.code == code
    assert "%" not in str(caught.value)


def test_a_list_without_header_is_read_by_letters() -> None:
    (sheet,) = read_files([("x.csv", "A,甲\nB,乙\n".encode())], Options(maps=(("A", "en"), ("B", "ja"))))
    assert [[term.fields["text"] for term in draft.terms] for draft in sheet.drafts] == [["A", "甲"], ["B", "乙"]]


@pytest.mark.parametrize("cut", [30, 200, 2000, 4000])
def test_a_workbook_cut_short_is_damaged_not_a_crash(cut: int) -> None:
    table = Table(columns=(Column("id"), Column("en")), rows=[("a", "b")] * 50, layout="term")
    with pytest.raises(GlossaryError):
        read_files([("x.xlsx", xlsx.write(table)[:cut])], Options())


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"])
@pytest.mark.parametrize("content", [b"", b"<a", b"<a/>", b"\xff\xfe"])
def test_a_workbook_with_a_bad_part_is_damaged_not_a_crash(name: str, content: bytes) -> None:
    table = Table(columns=(Column("English"), Column("日本語")), rows=[("a", "b")], layout="term")
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx.write(table))) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, content if entry == name else old.read(entry))
    # openpyxl reads on without styles or shared strings; whatever it raises is one of our errors.
    with contextlib.suppress(GlossaryError):
        read_files([("x.xlsx", stream.getvalue())], Options())


def terms(text: str, **options: Any) -> list[tuple[str, str, dict[str, Any]]]:
    """The terms of the first row, as new ones: language, text, the other fields."""
    (sheet,) = read_files([("x.csv", text.encode())], Options(**options))
    joined = join(sheet.drafts, known(()), subject="", own=False, extent=None)
    listed = joined.added[0].change.fields["terms"]
    return [(language, term.pop("text"), term) for language, each in listed.items() for term in each]


def test_one_word_about_several_terms_prefers_the_first() -> None:
    found = terms("日本語,状態\n甲;乙,推奨\n")
    assert found == [("ja", "甲", {"status": "preferred"}), ("ja", "乙", {"status": "admitted"})]


def test_a_column_of_wrong_forms_is_about_the_language_they_are_in() -> None:
    found = terms("English,日本語,NG\nQuad,クアッド,Quadd\n")
    assert ("en", "Quadd", {"status": "deprecated"}) in found


def test_terms_without_status_region_and_profile_get_those_asked_for() -> None:
    found = terms("English,繁體中文\nQuad; Four,四方安全對話\n", status=Status.PREFERRED, region="TW", profile="house")
    assert found == [
        ("en", "Quad", {"status": "preferred", "profile": ["house"]}),
        ("en", "Four", {"status": "admitted", "profile": ["house"]}),
        ("zh-Hant", "四方安全對話", {"status": "preferred", "region": ["TW"], "profile": ["house"]}),
    ]
