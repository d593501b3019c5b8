"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents.decoding import decode
from glossary.documents.encodings import CODECS, codec_of
from glossary.errors import DocumentError, GlossaryError, UsageError

JAPANESE = "日本とニュージーランドは情報保護協定の交渉を始めた。"
SIMPLIFIED = "新西兰总理访问日本，双方讨论情报保护协定。"
TRADITIONAL = "紐西蘭總理訪問日本，雙方討論情報保護協定。"

RECOGNISED = [
    (JAPANESE, "utf-8", "utf-8"),
    (JAPANESE, "utf-8-sig", "utf-8-sig"),
    (JAPANESE, "cp932", "shift_jis"),
    (JAPANESE, "euc_jp", "euc-jp"),
    (JAPANESE, "iso2022_jp", "iso-2022-jp"),
    (SIMPLIFIED, "gb18030", "gb18030"),
    (TRADITIONAL, "big5", "big5"),
    ("香港嘅政府話佢哋唔會㗎。", "big5hkscs", "big5-hkscs"),
    ("The talks ended.", "ascii", "utf-8"),
    ("首脳会談", "cp932", "shift_jis"),
    ("首脳会談", "euc_jp", "euc-jp"),
    ("尖閣諸島", "euc_jp", "euc-jp"),
    ("新西兰", "gb18030", "gb18030"),
    ("紐西蘭", "big5", "big5"),
    ("釣魚臺列嶼", "big5", "big5"),
    ("ﾆｭｰｼﾞｰﾗﾝﾄﾞとの会談。", "cp932", "shift_jis"),
    ("ﾆｭｰｼﾞｰﾗﾝﾄﾞ", "cp932", "shift_jis"),
    ("北朝鮮", "cp932", "shift_jis"),
    ("日NZ", "cp932", "shift_jis"),
    ("髙橋と﨑山は①㈱の人。", "cp932", "shift_jis"),
    ("The agreement (情報保護協定) was signed in Tokyo (東京). " * 20, "cp932", "shift_jis"),
    ("The agreement (情報保護協定) was signed in Tokyo (東京). " * 20, "euc_jp", "euc-jp"),
    ("The agreement (情报保护协定) was signed in Beijing (北京).", "gb18030", "gb18030"),
    ("The agreement (情報保護協定) was signed in Taipei (臺北).", "big5", "big5"),
    ("He said “the Nissin talks” weren’t over – naïve.", "cp1252", "windows-1252"),
    ("“The talks” in Zürich", "cp1252", "windows-1252"),
]


@pytest.mark.parametrize(("text", "codec", "name"), RECOGNISED)
def test_the_encoding_is_recognised(text: str, codec: str, name: str) -> None:
    decoded = decode(text.encode(codec), "draft.txt")
    assert (decoded.text, decoded.encoding) == (text, name)


@pytest.mark.parametrize(
    ("mark", "name"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF8, "utf-8-sig")]
)
def test_a_byte_order_mark_is_no_part_of_the_text(mark: bytes, name: str) -> None:
    decoded = decode(mark + JAPANESE.encode(codec_of(name)), "draft.txt")
    assert decoded == (JAPANESE, name, len(mark))


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["The talks ended.\n", "一つ、二つ。\n一方で会談は続く。\n"])
def test_utf_16_without_a_mark_is_recognised_where_it_is_clear(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "draft.txt") == (text, codec, 0)


@pytest.mark.parametrize(
    ("text", "codec", "asked", "name"),
    [
        (JAPANESE, "cp932", "cp932", "shift_jis"),
        (JAPANESE, "cp932", "Shift_JIS", "shift_jis"),
        (JAPANESE, "cp932", "sjis", "shift_jis"),
        (JAPANESE, "euc_jp", "EUC-JP", "euc-jp"),
        (SIMPLIFIED, "gbk", "gb2312", "gbk"),
        (TRADITIONAL, "big5", "cp950", "big5"),
        (JAPANESE, "utf-8-sig", "utf-8", "utf-8-sig"),
        (JAPANESE, "utf-8", "utf-8-sig", "utf-8"),
        (JAPANESE, "utf-16", "utf-16", "utf-16-le"),
        (JAPANESE + "\n", "utf-16-be", "utf-16", "utf-16-be"),
        ("Zürich", "latin-1", "latin-1", "iso8859-1"),
        ("", "ascii", "gb18030", "gb18030"),
    ],
)
def test_an_encoding_asked_for_is_used(text: str, codec: str, asked: str, name: str) -> None:
    decoded = decode(text.encode(codec), "draft.txt", asked)
    assert (decoded.text, decoded.encoding) == (text, name)


@pytest.mark.parametrize("name", [*CODECS, "utf-8", "utf-16-le", "gb18030", "gbk"])
def test_a_reported_name_can_be_asked_for(name: str) -> None:
    data = "Nissin\n".encode(codec_of(name))
    decoded = decode(data, "draft.txt", name)
    assert decoded.text == "Nissin\n"
    assert decode(data, "draft.txt", decoded.encoding) == decoded


def test_an_empty_file_is_an_empty_text() -> None:
    assert decode(b"", "draft.txt") == ("", "utf-8", 0)
    assert decode(codecs.BOM_UTF8, "draft.txt") == ("", "utf-8-sig", 3)


@pytest.mark.parametrize(
    ("data", "code", "told"),
    [
        (b"%PDF-1.7\n", "document.other-format", "PDF"),
        (b"PK\x03\x04\x14\x00", "document.other-format", "DOCX"),
        (b"\x89PNG\r\n\x1a\n\x00", "document.other-format", "PNG"),
        (b"{\\rtf1 text}", "document.other-format", "RTF"),
        (b"text\x00text", "document.binary", "draft.txt"),
        (bytes(range(256)) * 4, "document.binary", "draft.txt"),
        (JAPANESE.encode()[:-1], "document.undecodable", "byte 75"),
        (b"\xef\xbb\xbfabc\xff", "document.undecodable", "byte 6"),
        (JAPANESE.encode() + b"\xff" + JAPANESE.encode(), "document.undecodable", "byte 78"),
        (b"\xff\xfe\x41", "document.undecodable", "byte 2"),
        (b"abc \x81\x8d\x8f\x90\x9d\xff\xff\xff", "document.unknown-encoding", "byte 4"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(data: bytes, code: str, told: str) -> None:
    with pytest.raises(DocumentError) as caught:
        decode(data, "draft.txt")
    assert caught.value.code == code
    assert told in str(caught.value)
    assert str(caught.value).startswith("draft.txt: ")
    assert "\n" not in str(caught.value)


def test_bytes_that_are_not_in_the_encoding_asked_for_are_told_with_their_place() -> None:
    with pytest.raises(DocumentError, match=r"not shift_jis text throughout \(byte 4 cannot be read\)"):
        decode(b"abc \x81", "draft.txt", "cp932")


@pytest.mark.parametrize("name", ["no-such", "base64", "rot13", "\0", "é", " "])
def test_an_unknown_encoding_is_a_usage_error(name: str) -> None:
    with pytest.raises(UsageError, match="there is no encoding"):
        decode(b"abc", "draft.txt", name)


@given(st.binary(max_size=60), st.sampled_from(["", "utf-8", "cp932", "euc-jp", "gb18030", "big5", "utf-16", "iso-2022-jp", "utf-7"]))
def test_any_bytes_are_a_text_or_an_error_and_nothing_is_replaced(data: bytes, encoding: str) -> None:
    try:
        decoded = decode(data, "draft.txt", encoding)
    except GlossaryError:
        return
    assert decoded.text == data[decoded.bom_length :].decode(codec_of(decoded.encoding))


@given(st.text())
def test_utf_8_is_always_itself(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    if b"\0" not in data and b"\x1b" not in data and not data.startswith((b"{\\rtf", b"GIF8", b"%PDF-", b"\xef\xbb\xbf")):
        assert decode(data, "draft.txt").text.encode() == data
