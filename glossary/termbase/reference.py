"""The reference page of the format, made from the table in `schema`."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.termbase.schema import RECORDS
from glossary.termbase.shapes import SCALARS, Choice, Entry, Keyed, Many, Record, Scalar, Shape

_INTRODUCTION = """\
# Termbase format

<!-- Generated from glossary/termbase/schema.py by `python -m glossary.termbase.generate`; change it there. -->

A termbase is a folder of YAML files (UTF-8). `termbase.yaml` is its manifest; every other `.yaml` file below the folder holds
the entries of one subject. `docs/termbase.schema.json` tells editors the same; in Visual Studio Code and others, this first line
of a file switches completion on:

    # yaml-language-server: $schema=termbase.schema.json

Rules for all files:

- Everything is text as typed: `no`, `012` and `1:30` need no quotation marks. Quote a value that contains `: ` or ` #`, or that
  begins with one of ``[ ] { } & * ! | > ' " % @ ` ``. A comment stands two spaces after its value.
- No tabs, anchors, aliases, tags or second document. A field that stands twice, or that is not on this page, is an error.
- Languages are `en`, `ja`, `zh-Hans`, `zh-Hant` or another language tag. The region stands on the term (`region: [HK]`), never in
  the tag.
- Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `until` is the first date that no longer counts.
- Where a list of texts or ids is asked for, a single one may stand without brackets.

A small file:

```yaml
subject: security treaties
concepts:
  - id: information-security-agreement
    kind: agreement
    terms:
      en:
        - text: information security agreement
          status: preferred
        - text: intelligence protection agreement
          status: deprecated
          reason: misrendering
          origin: 情報保護協定
      ja:
        - text: 情報保護協定
          status: preferred
          reading: じょうほう ほご きょうてい
```

Derived names: a person's `names` give the full name in both orders and the family name alone (in Japanese and Chinese only where
it has two characters or more); a bilateral's two `members` give “A and B” and “A–B” in both orders. A form that the entry
writes out itself is not derived again.

Layers: termbases named later change earlier ones by overlay entries (`extends`). What such an entry says of a form holds in all
regions and profiles unless it names some. Title, version and licence are those of the first termbase.
"""


def reference_page() -> str:
    """Return the page as Markdown: an introduction, then a table of fields for each record."""
    return "\n".join([_INTRODUCTION, *(line for record in RECORDS.values() for line in _section(record))])


def _section(record: Record) -> Iterator[str]:
    yield f"## {record.title}"
    yield ""
    yield record.text
    if record.like:
        yield f"Its fields are those of [{record.like}](#{record.like.lower()}); none is required."
        yield ""
        return
    if record.bare:
        yield f"A text alone stands for `{{{record.bare}: …}}`."
    if record.any_of:
        yield f"At least one of {_listed(record.any_of)}."
    yield ""
    yield "| field | value | what it says | example |"
    yield "|---|---|---|---|"
    for field in record.fields:
        name = f"`{field.name}`" + (" (required)" if field.required else "")
        cells = (name, _words(field.shape), field.text, f"`{field.name}: {field.example}`")
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""


def _words(shape: Shape) -> str:
    match shape:
        case Scalar():
            return SCALARS[shape.kind].words
        case Choice():
            return _listed(shape.values)
        case Many():
            return ("one or a list: " if shape.single else "list: ") + _words(shape.of)
        case Keyed():
            return ("by language: " if shape.keys == "language" else "by name: ") + _words(shape.of)
        case Entry():
            record = RECORDS[shape.record]
            return f"[{record.title}](#{record.title.lower().replace(' ', '-')})"


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
