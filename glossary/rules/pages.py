"""The page of a rule, read from its docstring: a title that begins with a verb, paragraphs, then Bad and Good lines."""

from __future__ import annotations

import inspect
import re
from typing import NamedTuple

from glossary.languages import ENGLISH
from glossary.rules.protocol import Rule

_EXAMPLE = re.compile(r"(Bad|Good)(?: \((?P<language>[\w-]+)\))?: (?P<text>.*)")


class Example(NamedTuple):
    """A sentence a rule reports (`bad`) or leaves alone."""

    bad: bool
    language: str
    text: str


class Page(NamedTuple):
    """What `glossary explain` prints of a rule."""

    title: str
    paragraphs: tuple[str, ...]
    examples: tuple[Example, ...]


def page(rule: Rule) -> Page:
    """Return the page of `rule`; examples are in English unless marked, as in `Bad (ja): …`."""
    lines = inspect.cleandoc(rule.__doc__ or "").split("\n")
    examples, prose = [], []
    for line in lines:
        match = _EXAMPLE.match(line)
        if match:
            examples.append(Example(match[1] == "Bad", match["language"] or ENGLISH, match["text"]))
        else:
            prose.append(line)
    title, *paragraphs = [" ".join(block.split("\n")) for block in "\n".join(prose).strip().split("\n\n")]
    return Page(title, tuple(block for block in paragraphs if block.strip()), tuple(examples))
