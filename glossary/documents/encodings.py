"""Names of encodings, as people know them, and the codecs that read them.

Shift_JIS is read as Windows reads it (cp932), Big5 likewise (cp950), GB 2312 as GBK: files that bear the older names have
characters of the newer sets (WHATWG Encoding Standard, "Names and labels").
"""

from __future__ import annotations

import codecs

from glossary.errors import UsageError

UTF_8, UTF_8_BOM = "utf-8", "utf-8-sig"

# Name → codec, for the names that are not their codec's own.
CODECS = {
    "utf-8-sig": "utf-8",
    "shift_jis": "cp932",
    "euc-jp": "euc_jp",
    "euc-jis-2004": "euc_jis_2004",
    "iso-2022-jp": "iso2022_jp_ext",
    "big5": "cp950",
    "big5-hkscs": "big5hkscs",
    "windows-1252": "cp1252",
}
# What Python calls a codec → the name reported.
_NAMES = {
    "cp932": "shift_jis",
    "euc_jp": "euc-jp",
    "euc_jis_2004": "euc-jis-2004",
    "iso2022_jp": "iso-2022-jp",
    "iso2022_jp_1": "iso-2022-jp",
    "iso2022_jp_ext": "iso-2022-jp",
    "cp950": "big5",
    "big5hkscs": "big5-hkscs",
    "gb2312": "gbk",
    "cp1252": "windows-1252",
}
# In order: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, UTF_8_BOM),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def codec_of(name: str) -> str:
    """Return the Python codec that reads the encoding `name`."""
    return CODECS.get(name, name)


def named(encoding: str, path: str) -> str:
    """Return the name of the encoding a user asked for; raises UsageError where there is none of that name."""
    try:
        codec = codecs.lookup(encoding.strip())
        "".encode(encoding.strip())
    except (LookupError, ValueError):
        raise UsageError("document.no-such-encoding", path=path, encoding=encoding) from None
    return _NAMES.get(codec.name, codec.name)


def byte_order_mark(data: bytes) -> tuple[str, int]:
    """Return the encoding a byte order mark announces and the length of the mark in bytes; ("", 0) without one."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, len(mark)
    return "", 0


def mark_length(data: bytes, encoding: str) -> int:
    """Return how many bytes of `data`, read as `encoding`, are a byte order mark."""
    name, length = byte_order_mark(data)
    return length if name == encoding else 0


def is_stateful(encoding: str) -> bool:
    """Whether bytes mean something else after a shift sequence: what is put in could change what follows."""
    codec = codec_of(encoding)
    return codec.startswith("iso2022") or codec in ("hz", "utf-7")
