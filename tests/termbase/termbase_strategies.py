"""Generated entries: any field of the table, with texts that YAML finds hard."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from glossary.termbase.schema import RECORDS
from glossary.termbase.shapes import Choice, Entry, Keyed, Many, Record, Scalar, Shape

UGLY = (
    "no", "on", "true", "~", "null", "012", "1:30", "0x1F", "1e3", "2001-01-01", "<<", "=", "=1+1", "-", "--", "---", "...", "- a", "-a",
    "?", "? a", "?a", ":", ": a", ":a", "a:", "a: b", "a:b", "a #b", "a#b", "#a", "# a", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a",
    "{a", "[a", "a]", "a, b", "a,b", ",", "'", "''", "'a'", '"', '"a"', "it's", 'say "a"', "it's \"a\"", "a\\nb", "\\", " a", "a ", "\ta",
    "a\tb", "a\nb", "a\n\nb", "a\n", "\na", "a\n  b", " a\nb", "a \nb", "a\n#b", "a\r\nb", "a\rb", "日本", "𠮷野家", "😀",
    "👩‍👩‍👧", "葛\U000e0100城",
    "\xa0a", "a\xa0b", "a\u3000", "a\u200bb", "\ufeffa", "a\x85b", "a\u2028b", "\x00", "\x1b[31m", "e\u0301", "\u202eabc", "a  b",
)  # fmt: skip

_SCALARS = {
    "text": st.sampled_from(UGLY) | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).filter(str.strip),
    "id": st.sampled_from(["quad", "a", "b-c", "日本", "x1"]),
    "date": st.sampled_from(["2000", "2000-10", "2022-04-21"]),
    "number": st.sampled_from(["1", "20"]),
    "region": st.sampled_from(["TW", "NO", "001"]),
    "language": st.sampled_from(["en", "ja"]),
    "url": st.sampled_from(["https://example.org/a?b=c&d=[e]", "http://x/#y", "https://x.y/a,b"]),
    "flag": st.sampled_from(["true", "false"]),
}
_KEYS = {"language": st.sampled_from(["en", "ja", "zh-Hans", "ko"]), "name": st.sampled_from(["style", "a: b", "x"])}
# Enough of a record for a reader, whatever else is drawn.
_ALWAYS = {"term": ("text", "status"), "concept": ("id", "terms"), "act": ("act",), "period": ("from",), "source": ("title",)}


def values(shape: Shape) -> st.SearchStrategy[Any]:
    """Return plain values of a shape."""
    match shape:
        case Choice():
            return st.sampled_from(shape.values)
        case Many():
            return st.lists(values(shape.of), min_size=shape.least, max_size=3)
        case Keyed():
            return st.dictionaries(_KEYS[shape.keys], values(shape.of), max_size=3)
        case Entry():
            return st.deferred(lambda: fields(RECORDS[shape.record]))
        case Scalar():
            return _SCALARS[shape.kind]


def fields(record: Record) -> st.SearchStrategy[dict[str, Any]]:
    """Return some fields of a record, in any order."""
    always = {*_ALWAYS.get(record.name, ()), *(field.name for field in record.fields if field.required), *record.any_of[:1]}
    shapes = {field.name: values(field.shape) for field in record.fields}
    drawn = st.fixed_dictionaries(
        {name: shapes[name] for name in shapes if name in always},
        optional={name: shape for name, shape in shapes.items() if name not in always},
    )
    few = st.sampled_from(sorted(shapes)).flatmap(lambda name: st.fixed_dictionaries({each: shapes[each] for each in {*always, name}}))
    return few | drawn


def files() -> st.SearchStrategy[dict[str, Any]]:
    """Return subject files with entries of different ids."""
    entries = st.lists(fields(RECORDS["concept"]), max_size=4, unique_by=lambda entry: entry["id"])
    return st.fixed_dictionaries({"concepts": entries}, optional={"subject": _SCALARS["text"]})
