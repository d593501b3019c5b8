"""Edits in the bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents.encodings import codec_of, mark_length
from glossary.documents.splice import splice_text
from glossary.errors import WriteError
from glossary.findings import Edit

ENCODINGS = {
    "utf-8": "",
    "utf-8-sig": "\ufeff",
    "utf-16-le": "\ufeff",
    "utf-16-be": "\ufeff",
    "shift_jis": "",
    "euc-jp": "",
    "gb18030": "",
    "gbk": "",
    "big5": "",
    "big5-hkscs": "",
    "windows-1252": "",
}
# ∪ and ∵ have several codes in cp932, Ê̄ is one code for two code points in Big5-HKSCS, 𠮷 is four bytes in GB 18030.
ALPHABET = "aZ0 \r\n日新情报報ニｱﾞ∪∵ê§Ê\u0304𠮷臺€“"


@st.composite
def edited_texts(draw: st.DrawFn) -> tuple[str, str, list[tuple[int, int, str]]]:
    encoding = draw(st.sampled_from(sorted(ENCODINGS)))
    codec = codec_of(encoding)
    writable = "".join(char for char in ALPHABET if char.encode(codec, "ignore"))
    texts = st.text(alphabet=writable, max_size=30)
    pieces = draw(st.lists(st.tuples(texts, texts.filter(bool), texts), max_size=4))
    text, edits = "", []
    for before, old, new in pieces:
        text += before
        edits.append((len(text), len(text) + len(old), new))
        text += old
    return encoding, text + draw(texts), edits


@given(edited_texts())
def test_only_the_edited_bytes_change(case: tuple[str, str, list[tuple[int, int, str]]]) -> None:
    encoding, text, changes = case
    codec = codec_of(encoding)
    # Character by character, so that no two code points make one code.
    codes = [char.encode(codec) for char in text]
    data = ENCODINGS[encoding].encode(codec) + b"".join(codes)
    decoded = data[mark_length(data, encoding) :].decode(codec)
    edits = [Edit("", start, end, new) for start, end, new in changes]
    expected, place = [ENCODINGS[encoding].encode(codec)], 0
    for start, end, new in changes:
        expected += [*codes[place:start], new.encode(codec)]
        place = end
    assert decoded == text
    assert splice_text(data, encoding, mark_length(data, encoding), text, reversed(edits)) == b"".join([*expected, *codes[place:]])


def test_bytes_that_would_be_encoded_otherwise_stay() -> None:
    data = b"\x87\x9b \x93\xfa\x90V"  # the second code of ∪ in cp932
    text = data.decode("cp932")
    assert text.encode("cp932") != data
    assert splice_text(data, "shift_jis", 0, text, [Edit("", 2, 4, "日本")]) == b"\x87\x9b " + "日本".encode("cp932")


def test_an_edit_far_into_a_legacy_file_finds_its_place() -> None:
    text = "日本 nissin ∪\r\n" * 3000
    data = text.encode("cp932")
    start = text.rindex("nissin")
    expected = (text[:start] + "NZ" + text[start + 6 :]).encode("cp932")
    assert splice_text(data, "shift_jis", 0, text, [Edit("", start, start + 6, "NZ")]) == expected


def test_no_edits_give_the_same_bytes() -> None:
    assert splice_text(b"\x87\x9b", "shift_jis", 0, "∪", []) == b"\x87\x9b"


@pytest.mark.parametrize(
    "edits",
    [
        [(0, 3, "x"), (2, 4, "y")],
        [(1, 1, "x"), (1, 1, "y")],
        [(0, 2, "x"), (0, 2, "x")],
        [(3, 2, "x")],
        [(0, 9, "x")],
        [(-1, 1, "x")],
    ],
)
def test_edits_that_overlap_or_lie_outside_are_refused(edits: list[tuple[int, int, str]]) -> None:
    with pytest.raises(ValueError, match="edit"):
        splice_text(b"abcd", "utf-8", 0, "abcd", [Edit("", *edit) for edit in edits])


def test_touching_edits_are_made() -> None:
    assert splice_text(b"abcd", "utf-8", 0, "abcd", [Edit("", 2, 3, "y"), Edit("", 0, 2, "x")]) == b"xyd"


def test_characters_the_encoding_lacks_are_named() -> None:
    with pytest.raises(WriteError) as caught:
        splice_text(b"Nissin", "shift_jis", 0, "Nissin", [Edit("", 0, 6, "Japan–New Zéaland")], "draft.txt")
    assert str(caught.value) == "draft.txt: – é cannot be written in shift_jis; save the file as UTF-8 and try again"


def test_an_encoding_with_shift_sequences_is_not_edited() -> None:
    data = "日新".encode("iso2022_jp")
    with pytest.raises(WriteError, match="cannot be changed in place"):
        splice_text(data, "iso-2022-jp", 0, "日新", [Edit("", 0, 2, "日本")], "draft.txt")
