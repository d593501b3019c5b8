"""Readers of single values: scalars, choices, and the language tags that are keys."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from functools import cache
from typing import Any

from glossary import languages
from glossary.termbase.positions import Node, ScalarNode
from glossary.termbase.problems import Context, complain, complain_unknown
from glossary.termbase.shapes import SCALARS, Choice, Scalar

# A node, the context and the name of the field → the value, or None after a complaint.
Reader = Callable[[Node, Context, str], Any]


def _calendar_date(text: str) -> str | None:
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    try:
        datetime.date(year, month, day)
    except ValueError:
        return None
    return text


_FINISH: dict[str, Callable[[str], Any]] = {"number": int, "flag": lambda text: text in ("true", "yes"), "date": _calendar_date}


def scalar_reader(shape: Scalar) -> Reader:
    kind, pattern = shape.kind, re.compile(SCALARS[shape.kind].pattern)
    finish: Callable[[str], Any] = _FINISH.get(kind, str)

    def read(node: Node, context: Context, field: str) -> Any:
        if type(node) is not ScalarNode:
            return complain(node, context, "termbase.want-text", field=field)
        text: str = node.value
        if text[-1:] == "\n" and node.style in ("|", ">"):
            text = text.rstrip("\n")
        if not text.strip():
            return complain(node, context, "termbase.empty", field=field)
        value = finish(text) if pattern.search(text) else None
        if value is None:
            return complain(node, context, f"termbase.bad-{kind}", field=field, found=text)
        return value

    def read_text(node: Node, context: Context, field: str) -> Any:
        if type(node) is ScalarNode and node.style not in ("|", ">") and node.value and not node.value.isspace():
            return node.value
        return read(node, context, field)

    return read_text if kind == "text" else read


def choice_reader(shape: Choice) -> Reader:
    values: dict[str, Any] = {value: shape.enum(value) if shape.enum else value for value in shape.values}

    def read(node: Node, context: Context, field: str) -> Any:
        if type(node) is not ScalarNode:
            return complain(node, context, "termbase.want-text", field=field)
        value = values.get(node.value)
        if value is None:
            complain_unknown(node, context, "termbase.choice", node.value, values, field=field)
        return value

    return read


def is_language(tag: str, key: Node, context: Context) -> bool:
    """Whether `tag` is a canonical tag without region: the region stands on the term, in one way only."""
    problem = _language_problem(tag)
    if problem is None:
        return True
    code, language, region = problem
    complain(key, context, code, found=tag, language=language, region=region)
    return False


@cache
def _language_problem(tag: str) -> tuple[str, str, str] | None:
    try:
        language, region = languages.canonical(tag)
    except ValueError:
        return "termbase.bad-language", "", ""
    if region:
        return "termbase.language-region", language, region
    return None if language == tag else ("termbase.language-alias", language, "")
