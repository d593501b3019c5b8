"""Broken subject files: text, line, column and message id of the one problem, and whether the JSON Schema can see it.

Both the reader and the schema are tested with these. What a schema never sees is the business of YAML (duplicate keys, tabs),
of the calendar, or of two fields at once.
"""

from __future__ import annotations

from typing import NamedTuple


class Bad(NamedTuple):
    name: str
    text: str
    line: int
    column: int
    code: str
    schema: bool | None = True  # None: no YAML that a schema could be asked about


TERM = "concepts:\n  - id: quad\n    terms:\n      en:\n        - text: Quad\n"  # five lines; fields follow at column 11
FIELD = "          "
Q = "concepts:\n  - {id: q, terms: {en: [Q]}}\n"

BAD = (
    # YAML
    Bad("a colon inside a value", "concepts:\n  - id: quad\n    note: {en: x}\n    subject: Quad: a group\n", 4, 18, "yaml.colon", None),
    Bad("a quotation mark that is never closed", TERM + FIELD + 'origin: "Quad\n', 6, 19, "yaml.quote", None),
    Bad("a bracket that is never closed", TERM + FIELD + "near: {concepts: [a]\n", 6, 17, "yaml.brackets", None),
    Bad("a value that begins with a per cent sign", TERM + FIELD + "origin: %foo\n", 6, 19, "yaml.start", None),
    Bad("an unknown escape", TERM + FIELD + 'origin: "a\\qb"\n', 6, 19, "yaml.escape", None),
    Bad("text after a quoted part", TERM + FIELD + 'origin: "Quad" group\n', 6, 26, "yaml.structure", None),
    Bad("a line without a colon", TERM + FIELD + "origin\n" + FIELD + "case: exact\n", 6, 11, "yaml.no-colon", None),
    Bad("a field indented too little", "concepts:\n  - id: quad\n   terms: {en: [Quad]}\n", 3, 4, "yaml.structure", None),
    Bad("a second document", "concepts: []\n---\nconcepts: []\n", 2, 1, "yaml.documents", None),
    Bad("an alias", "concepts:\n  - id: &x quad\n    terms: {en: [Quad]}\n", 2, 9, "yaml.alias", None),
    Bad("an alias without anchor", "concepts:\n  - id: quad\n    terms: {en: [*Quad]}\n", 3, 18, "yaml.alias", None),
    Bad("a tag", "concepts:\n  - id: !!str quad\n    terms: {en: [Quad]}\n", 2, 9, "yaml.tag", None),
    Bad("a tab before a field", "concepts:\n\t- id: quad\n", 2, 1, "yaml.tab", None),
    Bad("a tab inside a value", TERM + FIELD + "origin: a\tb\n", 6, 20, "yaml.tab", None),
    Bad("a control character", TERM + FIELD + "origin: a\x07b\n", 6, 20, "yaml.control", None),
    Bad("a line end only YAML knows", TERM + FIELD + "origin: a\u2028b\n", 6, 20, "yaml.control", None),
    Bad("brackets a thousand deep", "concepts: " + "[" * 1000 + "\n", 1, 11, "yaml.depth", None),
    Bad("lists a thousand deep", "concepts:\n  " + "- " * 1000 + "a\n", 2, 3, "yaml.depth", None),
    Bad("a list as the name of a field", "concepts: []\n[a]: b\n", 2, 1, "yaml.key", None),
    Bad("a duplicate key", TERM + FIELD + "text: Quint\n", 6, 11, "termbase.duplicate-key", None),
    Bad("a language twice", "concepts:\n  - id: quad\n    terms: {en: [Quad], en: [Quint]}\n", 3, 25, "termbase.duplicate-key", None),
    Bad("nothing at all", "", 1, 1, "termbase.empty-file", None),
    Bad("only a comment", "# later\n", 1, 1, "termbase.empty-file", None),
    # fields
    Bad("an unknown field with a near one", TERM + FIELD + "sttaus: preferred\n", 6, 11, "termbase.unknown-field-guess"),
    Bad("an unknown field", TERM + FIELD + "zzz: preferred\n", 6, 11, "termbase.unknown-field"),
    Bad("a field with a hyphen", TERM + FIELD + "not-in: [Quadrant]\n", 6, 11, "termbase.unknown-field-guess"),
    Bad("a field of the manifest in a file", "title: x\nconcepts: []\n", 1, 1, "termbase.unknown-field"),
    Bad("a merge key", TERM + FIELD + "<<: {case: exact}\n", 6, 11, "termbase.unknown-field"),
    Bad("a file without concepts", "subject: x\n", 1, 1, "termbase.any-of"),
    Bad("a file that is a list", "- id: quad\n", 1, 1, "termbase.want-fields"),
    Bad("concepts that are no list", "concepts:\n  quad:\n    terms: {en: [Quad]}\n", 2, 3, "termbase.want-list"),
    Bad("an entry without id", "concepts:\n  - terms: {en: [Quad]}\n", 2, 5, "termbase.required"),
    Bad("an entry without terms", "concepts:\n  - id: quad\n", 2, 5, "termbase.any-of"),
    Bad("an entry that is a text", "concepts: [quad]\n", 1, 12, "termbase.want-fields"),
    Bad("a term without text", "concepts:\n  - id: quad\n    terms:\n      en:\n        - status: preferred\n", 5, 11, "termbase.required"),
    Bad("terms without language", "concepts:\n  - id: quad\n    terms: [Quad]\n", 3, 12, "termbase.want-languages"),
    Bad("terms that are no list", "concepts:\n  - id: quad\n    terms: {en: Quad}\n", 3, 17, "termbase.want-list"),
    Bad("an empty term", "concepts:\n  - id: quad\n    terms:\n      en:\n        - text:\n", 5, 16, "termbase.empty"),
    Bad("an empty bare term", 'concepts:\n  - id: quad\n    terms: {en: [""]}\n', 3, 18, "termbase.empty"),
    Bad("a term of spaces", 'concepts:\n  - id: quad\n    terms: {en: ["  "]}\n', 3, 18, "termbase.empty"),
    Bad("a term that became a comment", "concepts:\n  - id: quad\n    terms:\n      en:\n        - text: #1\n", 5, 16, "termbase.empty"),
    Bad("a list where a text belongs", TERM + FIELD + "origin: [a, b]\n", 6, 19, "termbase.want-text"),
    Bad("fields where a text belongs", TERM + FIELD + "origin: {a: b}\n", 6, 19, "termbase.want-text"),
    Bad("a text where fields belong", TERM + FIELD + "near: new-zealand\n", 6, 17, "termbase.want-fields"),
    Bad("a note without language", TERM + FIELD + "note: Never.\n", 6, 17, "termbase.want-languages"),
    Bad("a note with a comma in braces", TERM + FIELD + "note: {en: Never, in no text}\n", 6, 29, "termbase.comma"),
    Bad("a place with a comma in braces", TERM + FIELD + "seen: {where: Agency, in English, date: 2022}\n", 6, 33, "termbase.comma"),
    Bad("a colon in braces", TERM + FIELD + "note: {en: Never: in no text}\n", 6, 17, "yaml.brackets", None),
    Bad("a text where a list of records belongs", TERM + FIELD + "context: Quad\n", 6, 20, "termbase.want-list"),
    Bad("an unknown status", TERM + FIELD + "status: prefered\n", 6, 19, "termbase.choice-guess"),
    Bad("a status in capitals", TERM + FIELD + "status: Preferred\n", 6, 19, "termbase.choice-guess"),
    Bad("a status that is none", TERM + FIELD + "status: forbidden\n", 6, 19, "termbase.choice"),
    Bad("an unknown type", TERM + FIELD + "type: abbr\n", 6, 17, "termbase.choice"),
    Bad("an unknown reason", TERM + FIELD + "reason: wrong\n", 6, 19, "termbase.choice"),
    Bad("an unknown kind", "concepts:\n  - id: quad\n    kind: grouping\n    terms: {en: [Quad]}\n", 3, 11, "termbase.choice"),
    Bad("an unknown act", "concepts:\n  - id: q\n    terms: {en: [Q]}\n    history: [{act: decide}]\n", 4, 21, "termbase.choice-guess"),
    Bad("an unknown scope", TERM + FIELD + "near: {concepts: [a], within: chapter}\n", 6, 41, "termbase.choice"),
    Bad("a guard without concepts", TERM + FIELD + "near: {within: sentence}\n", 6, 17, "termbase.required"),
    Bad("a guard with an empty list", TERM + FIELD + "near: {concepts: []}\n", 6, 28, "termbase.empty"),
    Bad("a guard that says nothing", TERM + FIELD + "unless: {within: sentence}\n", 6, 19, "termbase.any-of"),
    Bad("a number that is a word", TERM + FIELD + "near: {concepts: [a], at_least: two}\n", 6, 43, "termbase.bad-number"),
    Bad("a number below one", TERM + FIELD + "near: {concepts: [a], at_least: 0}\n", 6, 43, "termbase.bad-number"),
    Bad("an id with a space", "concepts:\n  - id: the quad\n    terms: {en: [Quad]}\n", 2, 9, "termbase.bad-id"),
    Bad("an id that begins with a digit", "concepts:\n  - id: 9-dash-line\n    terms: {en: [Quad]}\n", 2, 9, "termbase.bad-id"),
    Bad("an id with a colon", "concepts:\n  - id: a:b\n    terms: {en: [Quad]}\n", 2, 9, "termbase.bad-id"),
    Bad("a date in words", TERM + FIELD + "seen: {where: x, date: June 2024}\n", 6, 34, "termbase.bad-date"),
    Bad("a date with slashes", TERM + FIELD + "seen: {where: x, date: 2024/06/19}\n", 6, 34, "termbase.bad-date"),
    Bad("a month that does not exist", TERM + FIELD + "valid: {until: 2000-13}\n", 6, 26, "termbase.bad-date"),
    Bad("a day that does not exist", TERM + FIELD + "valid: {until: 2023-02-29}\n", 6, 26, "termbase.bad-date", False),
    Bad("a period that ends before it begins", TERM + FIELD + "valid: {from: 2001, until: 2000-10}\n", 6, 18, "termbase.period", False),
    Bad("a period without dates", TERM + FIELD + "valid: {}\n", 6, 18, "termbase.any-of"),
    Bad("a region in words", TERM + FIELD + "region: Taiwan\n", 6, 19, "termbase.bad-region"),
    Bad("a region in lower case", TERM + FIELD + "region: [tw]\n", 6, 20, "termbase.bad-region"),
    Bad("an address without scheme", "concepts:\n  - id: q\n    terms: {en: [Q]}\n    sources: [{url: a.b}]\n", 4, 21, "termbase.bad-url"),
    Bad("a flag that is neither", "concepts:\n  - id: q\n    terms: {en: [Q]}\n    contested: maybe\n", 4, 16, "termbase.bad-flag"),
    Bad("a region inside the language", "concepts:\n  - id: q\n    terms: {zh-TW: [四方]}\n", 3, 13, "termbase.language-region"),
    Bad("an alias of a language", "concepts:\n  - id: q\n    terms: {jp: [クアッド]}\n", 3, 13, "termbase.language-alias", False),
    Bad("a language that is none", "concepts:\n  - id: q\n    terms: {Klingonisch!: [Q]}\n", 3, 13, "termbase.bad-language"),
    Bad("names of a place", "concepts:\n  - id: q\n    kind: place\n    names: {en: {family: Q}}\n", 2, 5, "termbase.names-kind", False),
    Bad("a bilateral of one", "concepts:\n  - id: q\n    kind: bilateral\n    members: q\n", 2, 5, "termbase.one-member", False),
    Bad("a name without parts", "concepts:\n  - id: q\n    names: {en: {pinyin: q}}\n", 3, 17, "termbase.any-of"),
    Bad("an overlay that changes nothing", Q + "  - extends: q\n", 3, 5, "termbase.any-of"),
    Bad("an overlay with its own id", Q + "  - extends: q\n    id: q\n    hide: {en: Q}\n", 4, 5, "termbase.unknown-field"),
)
