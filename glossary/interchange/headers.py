"""Headers as meanings: what a column is called, and the field of the format that this is.

Fields are named

    id, kind, definition:en, sources     of the concept, as in docs/format.md
    term.text, term.status, term.note:en of the one term of a row
    en, zh-TW, en.deprecated, en.acronym terms in a language, with this status or type
    en.reading, ja.note:ja               of the terms in that language
"""

from __future__ import annotations

import re
from typing import NamedTuple

from glossary.interchange import words
from glossary.interchange.fields import Leaf, leaf
from glossary.languages import canonical
from glossary.locale.names import is_territory
from glossary.model import Status, TermType

TERM = "term"
# Columns of a layout with a row a term that are no fields of it: its language, and the term as it was when it went out.
LANGUAGE, WAS = "language", "was"
STATUSES = tuple(status.value for status in Status)
TYPES = tuple(one.value for one in TermType)
# Two letters that are language tags and might be words: id, no, to, is … These are taken as tags without being asked.
_KNOWN = frozenset({"en", "eng", "ja", "jp", "jpn", "zh", "cn", "tw", "ko", "kr", "fr", "de", "es", "ru", "vi", "th", "ms"})
_PRIMARY = re.compile("[a-z]{2,3}(-|\\Z)")
_IN_BRACKETS = re.compile(r"(.*\S)\s*[(（\[]\s*([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)\s*[)）\]]\Z")
_IN_FRONT = re.compile(r"([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)[\s:：._/]+(\S.*)\Z")
_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*\Z")


_TERM_WORDS = sorted((word for word, field in words.FIELD_OF.items() if field == words.TERM and len(word) > 1), key=len, reverse=True)


class Target(NamedTuple):
    """What a column holds. `scope` is "" for the concept, `term` for the term of the row, else a language.

    `field` is a name that `fields.leaf` knows, or `text`; `status` and `type` are those of terms whose column says so.
    """

    scope: str
    field: str
    status: str = ""
    type: str = ""
    region: str = ""

    @property
    def name(self) -> str:
        """The name of the field, as `named` reads it."""
        if not self.scope:
            return self.field
        scope = f"{self.scope}-{self.region}" if self.region and self.scope != TERM else self.scope
        if self.field == "text" and self.scope != TERM:
            return ".".join(filter(None, (scope, self.status or self.type)))
        return f"{scope}.{self.field}"

    @property
    def is_text(self) -> bool:
        """Whether the column holds terms."""
        return bool(self.scope) and self.field == "text"

    @property
    def leaf(self) -> Leaf:
        """Where in the plain fields of its record the value goes."""
        found = leaf(TERM if self.scope else "concept", self.field)
        assert found is not None
        return found


def named(name: str) -> Target | None:
    """Return the target with that name, None where there is no such field."""
    name = name.strip()
    if leaf("concept", name):
        return Target("", name)
    scope, dot, field = name.partition(".")
    if scope == TERM:
        known = field in (LANGUAGE, WAS) or leaf(TERM, field)
        return Target(TERM, field) if dot and known else None
    try:
        language, region = canonical(scope)
    except ValueError:
        return None
    if not _PRIMARY.match(language):
        return None
    if not dot:
        return Target(language, "text", region=region)
    if field in STATUSES:
        return Target(language, "text", status=field, region=region)
    if field in TYPES:
        return Target(language, "text", type=field, region=region)
    return Target(language, field, region=region) if leaf(TERM, field) else None


class Guess(NamedTuple):
    """What a header seems to say: a language (`zh` for either script), a region, a key of `words.FIELD_WORDS`; "" for nothing."""

    language: str = ""
    region: str = ""
    field: str = ""
    word: str = ""


def guess(header: str) -> Guess:
    """Return what `header` seems to say; an empty guess for words nobody knows."""
    bare = header.strip()
    if _TAG.match(bare) and _is_known(bare):
        return _tagged(bare)
    folded = words.folded(bare)
    field = words.FIELD_OF.get(folded) or words.FIELD_OF.get(folded.removesuffix("s"))
    if field:
        return Guess(field=field, word=folded)
    for pattern, tag_at, rest_at in ((_IN_BRACKETS, 2, 1), (_IN_FRONT, 1, 2)):
        match = pattern.match(bare)
        if match and _is_known(match.group(tag_at)):
            rest = guess(match.group(rest_at))
            return (
                rest
                if rest.language
                else _tagged(match.group(tag_at))._replace(field=rest.field, word=rest.word)
                if rest.field
                else Guess()
            )
        if match and pattern is _IN_BRACKETS and match.group(tag_at).isupper() and is_territory(match.group(tag_at)):
            return guess(match.group(rest_at))._replace(region=match.group(tag_at))
    return _worded(folded)


def _is_known(tag: str) -> bool:
    return tag.lower().replace("_", "-").split("-")[0] in _KNOWN


def _tagged(tag: str) -> Guess:
    language, region = canonical(tag)
    return Guess(words.CHINESE if tag.lower() == "zh" else language, region)


def _worded(folded: str) -> Guess:
    """Return what a header says that names its language in words, and perhaps a field besides."""
    language, region, rest = _language_in(folded)
    if not language:
        return Guess()
    if rest in words.FIELD_OF:
        return Guess(language, region, words.FIELD_OF[rest], rest)
    # English Term (preferred): two words for a term; one that nobody knows beside it would be passed over.
    for word in _TERM_WORDS:
        if word in rest:
            rest = rest.replace(word, "", 1)
            break
    if not rest or rest in words.FIELD_OF:
        return Guess(language, region, words.FIELD_OF.get(rest, ""), rest)
    return Guess()


def _language_in(folded: str) -> tuple[str, str, str]:
    """Return the language that a header names, its region, and what is left of the header."""
    for word in sorted(words.LANGUAGE_OF, key=len, reverse=True):
        if word not in folded or (len(word) == 1 and folded != word):
            continue
        language, region = words.LANGUAGE_OF[word]
        rest = folded.replace(word, "", 1)
        # 中国語(簡体字), 繁體中文(台灣): the second word is about the same language.
        second, area, remainder = _language_in(rest) if rest else ("", "", "")
        if second and (second == language or words.CHINESE in (language, second)):
            language = second if language == words.CHINESE else language
            return language, region or area, remainder
        return language, region, rest
    return "", "", folded
