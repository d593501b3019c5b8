"""Markdown (CommonMark with tables, footnotes, task lists and strikethrough): the prose, by the ranges pulldown-cmark gives.

Prose are paragraphs, headings, quotations, list items, table cells, footnotes, link texts, descriptions of images and the title
and summary of the front matter; code, addresses, HTML tags, comments and definitions are not. Entities and backslash escapes are
replaced pieces. A line break in a paragraph is in its text, the > or indentation after it is not.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from glossary.documents.front_matter import front_matter
from glossary.documents.model import Segment
from glossary.documents.text_format import TextFormat
from glossary.text.patterns import deferred

if TYPE_CHECKING:
    import pyromark

_PUNCTUATION = r"!-/:-@\[-`{-~"
# What would be markup within a line; what would be at the beginning of one is kept from there by `edits`.
_MARKUP = deferred(
    rf"\\(?=[{_PUNCTUATION}])|[*`\[\]|~]|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?\w+;)",
)


@cache
def _options() -> pyromark.Options:
    from pyromark import Options

    return (
        Options.ENABLE_TABLES
        | Options.ENABLE_FOOTNOTES
        | Options.ENABLE_STRIKETHROUGH
        | Options.ENABLE_TASKLISTS
        | Options.ENABLE_HEADING_ATTRIBUTES
        | Options.ENABLE_GFM
    )


def segments(text: str) -> tuple[Segment, ...]:
    """Return the prose of a Markdown text, in order of the source."""
    # Only where a text is Markdown.
    import pyromark

    from glossary.documents.events import Reader

    matter = front_matter(text)
    start = matter.end if matter is not None else 0
    reader = Reader(text, start)
    if matter is not None:
        reader.front_matter(matter)
    # NUL never comes here; a lone surrogate never comes out of decoding.
    for event, place in pyromark.events_with_range(text[start:], options=_options()):
        reader.event(event, place["start"], place["end"])
    return reader.segments()


def escaped(text: str) -> str:
    """Return `text` with a backslash before what would be markup, and no more than needed."""
    return _MARKUP.sub(lambda match: "\\" + match.group(), text)


MARKDOWN = TextFormat(id="markdown", suffixes=(".md", ".markdown"), segments=segments, escaped=escaped)
