"""Bytes to text: UTF-8, UTF-16 and the legacy encodings of Japan and China, without ever a replacement character.

A byte order mark is no part of the text. What cannot be decoded is an error with the place of the first bad byte: a guess that drops
or replaces bytes would be written back to the file one day.
"""

from __future__ import annotations

from typing import NamedTuple

from glossary.documents.encodings import UTF_8, byte_order_mark, codec_of, mark_length, named
from glossary.documents.guessing import guess
from glossary.errors import DocumentError
from glossary.text.patterns import deferred

# Files people pass by mistake, by their first bytes.
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP (DOCX, XLSX, ODT, EPUB)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC, XLS or PPT"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
)
_ESCAPES = (b"\x1b$B", b"\x1b$@", b"\x1b(J")


_WIDE_TEXT = deferred("[\t\n\r -~\u00a0-\u017f\u2010-\u2027\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]")
_READABLE = 0.9
_SAMPLE = 20_000  # code points


class Decoded(NamedTuple):
    """A text, the name of its encoding, and the length of its byte order mark in bytes."""

    text: str
    encoding: str
    bom_length: int


def decode(data: bytes, path: str, encoding: str = "") -> Decoded:
    """Return the text of a file; `encoding` "" lets its bytes tell.

    Raises DocumentError where the bytes are no text or no text in that encoding, UsageError for an unknown encoding.
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise DocumentError("document.other-format", path=path, kind=kind)
    if encoding:
        return _decode_as(data, path, _asked_for(data, named(encoding, path)))
    marked, _ = byte_order_mark(data)
    if marked:
        return _decode_as(data, path, marked)
    if b"\0" in data:
        return _decode_wide(data, path)
    if b"\x1b" in data and any(escape in data for escape in _ESCAPES):
        return _decode_as(data, path, "iso-2022-jp")
    try:
        return Decoded(data.decode(UTF_8), UTF_8, 0)
    except UnicodeDecodeError as error:
        return _decode_legacy(data, path, error.start)


def _asked_for(data: bytes, name: str) -> str:
    """Return the encoding to use: one that leaves the byte order open, or a mark, is made exact."""
    marked, _ = byte_order_mark(data)
    family = name.removesuffix("-sig")
    if marked.startswith(family) and marked:
        return marked
    if name in ("utf-16", "utf-32"):
        return _wide(data) or f"{name}-le"
    return family


def _decode_as(data: bytes, path: str, name: str) -> Decoded:
    mark = mark_length(data, name)
    try:
        text = data[mark:].decode(codec_of(name))
    except UnicodeDecodeError as error:
        raise DocumentError("document.undecodable", path=path, encoding=name, offset=mark + error.start) from None
    except UnicodeError:
        raise DocumentError("document.undecodable", path=path, encoding=name, offset=mark) from None
    if "\0" in text:
        raise DocumentError("document.binary", path=path)
    return Decoded(text, name, mark)


def _decode_wide(data: bytes, path: str) -> Decoded:
    name = _wide(data)
    if not name:
        raise DocumentError("document.binary", path=path)
    return _decode_as(data, path, name)


def _wide(data: bytes) -> str:
    """Return the byte order of UTF-16 without a mark, "" where neither gives a text."""
    shares = {name: _readable(data, name) for name in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] > _READABLE else ""


def _readable(data: bytes, name: str) -> float:
    """Return the share of letters, kana, Han and punctuation; turned the wrong way round they scatter over all scripts."""
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return 0.0
    return len(_WIDE_TEXT.findall(text[:_SAMPLE])) / max(1, min(len(text), _SAMPLE)) if "\0" not in text else 0.0


def _decode_legacy(data: bytes, path: str, offset: int) -> Decoded:
    """Decode what is not UTF-8 from `offset` on."""
    # Bytes that are UTF-8 but for a few are a damaged file; no legacy text looks like that.
    loose = data.decode(UTF_8, "surrogateescape")
    bad = sum("\udc80" <= char <= "\udcff" for char in loose)
    wide = sum(char > "\x7f" for char in loose) - bad
    if wide > 4 * bad:
        raise DocumentError("document.undecodable", path=path, encoding=UTF_8, offset=offset)
    name = guess(data)
    if not name:
        raise DocumentError("document.unknown-encoding", path=path, offset=offset)
    return _decode_as(data, path, name)
