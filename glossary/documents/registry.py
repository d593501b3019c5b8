"""The formats that can be read, and the way from bytes to a document whose paragraphs have a language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import PurePath
from types import MappingProxyType

from msgspec.structs import replace

from glossary.documents.dates import document_date, iso_date
from glossary.documents.markdown import MARKDOWN
from glossary.documents.mixed import divided, may_divide
from glossary.documents.model import Document, Format, Part, Segment
from glossary.documents.plain import PLAIN
from glossary.documents.segments import Segments, texts_of
from glossary.errors import UsageError
from glossary.languages import SCRIPT_OF_REGION, SIMPLIFIED, TRADITIONAL, canonical
from glossary.text.detect import Languages

# In the order of the documentation. A file of none of these endings is read as plain text, if it is text.
FORMATS: dict[str, Format] = {
    "plain": PLAIN,
    "markdown": MARKDOWN,
}
_REGION = re.compile(r"[A-Za-z]{2}\Z|\d{3}\Z")


def format_for(path: str, formats: Mapping[str, Format] = FORMATS) -> Format:
    """Return the format of the file by its ending, plain text where no format has that ending; "-" is standard input."""
    suffix = PurePath(path).suffix.lower()
    return next((format for format in formats.values() if suffix in format.suffixes), PLAIN)


def read_document(
    path: str,
    data: bytes,
    *,
    encoding: str = "",
    language: str = "",
    region: str = "",
    date: str = "",
    regions: Mapping[str, str] = MappingProxyType({}),
    formats: Mapping[str, Format] = FORMATS,
) -> Document:
    """Return the document that the bytes `data` of the file `path` ("-" for standard input) are.

    `encoding` is a name or "" to recognise it. `language` (a BCP 47 tag) decides every paragraph that could be written in it, else
    each goes by what it looks like; `region` (or that of the tag) stands on the segments it can be said of, and only when given,
    so that a profile may set another default: `regions`, by language. `date` wins over the front matter and the file name.

    Raises DocumentError for bytes that are no text, UsageError for an argument that cannot be used.
    """
    tag, tag_region = _language(language, path)
    place = _region(region, path) or tag_region
    day = _date(date, path)
    document = format_for(path, formats).read(data, path, encoding=encoding)
    parts = [replace(part, segments=_divided(part.segments)) for part in document.parts]
    found = Languages([text for part in parts for text in texts_of(part.segments)], tag)

    first = document.parts[0].text if document.parts else ""
    return replace(
        document,
        parts=tuple(_described(parts, partial(_with_language, found, place, tag, regions))),
        language=found.majority(),
        date=day or document.date or document_date(first, path),
    )


def _divided(segments: Sequence[Segment]) -> Sequence[Segment]:
    """Return the segments of a part with paragraphs in two scripts divided."""
    if not any(map(may_divide, texts_of(segments))):
        return segments
    return tuple(one for segment in segments for one in divided(segment))


def _described(parts: Iterable[Part], describe: Callable[[Sequence[Segment], int, int], Segment]) -> Iterator[Part]:
    """Yield the parts with the language on each segment, as soon as it is asked for."""
    before = 0
    for part in parts:
        segments = Segments(texts_of(part.segments), partial(describe, part.segments, before))
        yield replace(part, segments=segments)
        before += len(segments)


def _with_language(
    languages: Languages,
    region: str,
    language: str,
    regions: Mapping[str, str],
    segments: Sequence[Segment],
    before: int,
    number: int,
) -> Segment:
    """Return segment `number` of a part with its language; `before` segments of the document come before the part."""
    found, decided = languages[before + number]
    place = region if region and _concerns(region, found, language) else regions.get(found, "")
    return replace(segments[number], language=found, decided=decided, region=place)


def _concerns(region: str, found: str, language: str) -> bool:
    """Whether `region` can be said of text in `found`: the language it was given with, else the one the region writes."""
    if language:
        return found == language
    chinese = SCRIPT_OF_REGION.get(region, "")
    return found == chinese if chinese else found not in (SIMPLIFIED, TRADITIONAL)


def _language(tag: str, path: str) -> tuple[str, str]:
    if not tag:
        return "", ""
    try:
        return canonical(tag)
    except ValueError:
        raise UsageError("document.no-such-language", path=path, language=tag) from None


def _region(region: str, path: str) -> str:
    if region and not _REGION.match(region):
        raise UsageError("document.no-such-region", path=path, region=region)
    return region.upper()


def _date(date: str, path: str) -> str:
    found = iso_date(date)
    if date and not found:
        raise UsageError("document.no-such-date", path=path, date=date)
    return found
