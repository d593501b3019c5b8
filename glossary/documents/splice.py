"""Edits put into the original bytes: what is outside them stays as it was, byte for byte.

Legacy encodings write some characters in more than one way (cp932 has three codes for ∪), so that text is never encoded again:
the byte offsets of the edits are found in the bytes, and only what is new is encoded.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence
from itertools import pairwise

from glossary.documents.encodings import codec_of, is_stateful
from glossary.errors import WriteError
from glossary.findings import Edit

# Encodings that write each character in one way: the bytes of a text are its encoding.
_EXACT = frozenset(("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "ascii"))
_CHUNK = 4096


def byte_offsets(data: bytes, encoding: str, bom: int, text: str, offsets: Sequence[int]) -> list[int]:
    """Return where in `data` the code points of `text` at `offsets` (ascending) begin.

    `data` is `text` in `encoding` after a byte order mark of `bom` bytes. An offset in the middle of what the encoding writes as
    one character (Big5-HKSCS has four such) gives the beginning of that character.
    """
    if encoding in _EXACT:
        return _exact_offsets(codec_of(encoding), bom, text, offsets)
    return _decoded_offsets(data, codec_of(encoding), bom, offsets)


def splice_text(data: bytes, encoding: str, bom: int, text: str, edits: Iterable[Edit], path: str = "") -> bytes:
    """Return `data` with `edits` made in it; they are half-open code points of `text`, all of one part.

    Raises ValueError where edits overlap or lie outside the text, WriteError where the encoding cannot write a new text or
    cannot be edited in place.
    """
    ordered = _checked(edits, len(text))
    if not ordered:
        return data
    if is_stateful(encoding):
        raise WriteError("document.no-editing", path=path, encoding=encoding)
    _refuse_unencodable(ordered, encoding, path)
    bounds = sorted({bound for edit in ordered for bound in (edit.start, edit.end)})
    place = dict(zip(bounds, byte_offsets(data, encoding, bom, text, bounds), strict=True))
    out: list[bytes] = []
    done = 0
    for edit in ordered:
        out += (data[done : place[edit.start]], edit.text.encode(codec_of(encoding)))
        done = place[edit.end]
    out.append(data[done:])
    return b"".join(out)


def _checked(edits: Iterable[Edit], length: int) -> list[Edit]:
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    for edit in ordered:
        if not 0 <= edit.start <= edit.end <= length:
            raise ValueError(f"edit outside the text: {edit}")
    for first, second in pairwise(ordered):
        if second.start < first.end or second.start == first.start:
            raise ValueError(f"edits overlap: {first} and {second}")
    return ordered


def _refuse_unencodable(edits: Sequence[Edit], encoding: str, path: str) -> None:
    codec = codec_of(encoding)
    new = dict.fromkeys("".join(edit.text for edit in edits))
    foreign = [char for char in new if not _encodable(char, codec)]
    if foreign:
        raise WriteError("document.unencodable", path=path, characters=" ".join(foreign), encoding=encoding)


def _encodable(char: str, codec: str) -> bool:
    try:
        return char.encode(codec).decode(codec) == char
    except UnicodeError:
        return False


def _exact_offsets(codec: str, bom: int, text: str, offsets: Sequence[int]) -> list[int]:
    found: list[int] = []
    done, place = 0, bom
    for offset in offsets:
        place += len(text[done:offset].encode(codec))
        done = offset
        found.append(place)
    return found


def _decoded_offsets(data: bytes, codec: str, bom: int, offsets: Sequence[int]) -> list[int]:
    """Decode in chunks, and byte by byte in those that hold an offset."""
    found: list[int] = []
    wanted = iter(offsets)
    target = next(wanted, None)
    start, count = bom, 0  # a place between two characters, and how many code points are before it
    while target is not None and start < len(data):
        end, length = _chunk(data, codec, start)
        while target is not None and target < count + length:
            found.append(_within(data, codec, start, target - count))
            target = next(wanted, None)
        start, count = end, count + length
    rest = [] if target is None else [target, *wanted]
    return found + [len(data)] * len(rest)


def _chunk(data: bytes, codec: str, start: int) -> tuple[int, int]:
    """Return where the last whole character of the chunk from `start` ends, and how many code points it holds."""
    stop = min(start + _CHUNK, len(data))
    decoder = codecs.getincrementaldecoder(codec)()
    text = decoder.decode(data[start:stop])
    pending = decoder.getstate()[0]
    return stop - len(pending), len(text)


def _within(data: bytes, codec: str, start: int, target: int) -> int:
    """Return where the character that holds code point number `target` from byte `start` on begins."""
    decoder = codecs.getincrementaldecoder(codec)()
    begin, count = start, 0
    for place in range(start, len(data)):
        count += len(decoder.decode(data[place : place + 1]))
        if count > target:
            return begin
        if not decoder.getstate()[0]:
            begin = place + 1
    return len(data)
