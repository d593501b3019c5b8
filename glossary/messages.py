"""Every message of the library: an id and its English template, rendered only at the edge.

Templates are `%`-format with named fields, so that gettext tools can check the placeholders of translations.
The library passes ids and arguments; reporters and the command line render them with the reader's catalog.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def N_(template: str) -> str:
    """Mark `template` for extraction into the message catalogs; return it unchanged."""
    return template


MESSAGES: dict[str, str] = {
    # errors: files
    "file.missing": N_("%(path)s: no such file; check the name"),
    # config
    "config.unreadable": N_("%(path)s: this configuration cannot be read: %(reason)s"),
    "config.not-utf8": N_("%(path)s: this configuration is not UTF-8 text; save it as UTF-8"),
    "config.syntax": N_("%(path)s: this is not valid TOML: %(reason)s"),
    "config.unknown-key": N_("%(path)s: there is no setting %(key)s; known settings are %(known)s"),
    "config.unknown-key-near": N_("%(path)s: there is no setting %(key)s; did you mean %(near)s?"),
    "config.unknown-rule": N_("%(path)s: there is no rule %(key)s; known rules are %(known)s"),
    "config.unknown-rule-near": N_("%(path)s: there is no rule %(key)s; did you mean %(near)s?"),
    "config.not-string": N_("%(path)s: %(key)s must be a text in quotation marks"),
    "config.not-list": N_('%(path)s: %(key)s must be a list of texts, for instance ["one", "two"]'),
    "config.not-table": N_("%(path)s: %(key)s must be a table, written as [%(key)s]"),
    "config.not-choice": N_("%(path)s: %(key)s cannot be %(value)s; choose one of %(known)s"),
    "config.not-language": N_("%(path)s: %(key)s: %(value)s is not a language tag; write for instance en, ja, zh-Hans or zh-HK"),
    "config.not-region": N_("%(path)s: %(key)s: %(value)s is not a region code; write two letters, for instance TW"),
    "config.not-encoding": N_("%(path)s: %(key)s: there is no encoding %(value)s; write for instance utf-8, cp932 or gb18030"),
    "config.not-date": N_("%(path)s: %(key)s: %(value)s is not a date; write year-month-day, for instance 2022-04-21"),
    "config.no-termbase": N_("%(path)s: termbase: there is no folder %(folder)s"),
    "termbase.no-folder": N_("%(path)s: there is no such folder; --termbase wants the folder of a termbase"),
    # verdicts: why a hit is for review or no match
    "verdict.day": N_("the character is a day of the month: %(day)s"),
    "verdict.not-in": N_("part of %(in)s"),
    "verdict.not-after": N_("directly after %(after)s"),
    "verdict.not-before": N_("directly before %(before)s"),
    "verdict.language": N_("the language of the text is not certain"),
    "verdict.ambiguous": N_("the name of several: %(concepts)s"),
    "verdict.near": N_("not near %(concepts)s (%(within)s)"),
    "verdict.only-when": N_("only where the source text has %(source)s"),
    "verdict.unless-next": N_("followed by %(next)s"),
    "verdict.unless-previous": N_("preceded by %(previous)s"),
    "verdict.unless": N_("together with %(concepts)s (%(within)s)"),
    # cache
    "cache.unwritable": N_("%(path)s: the cache cannot be written (%(problem)s); every start will be slow until it can"),
}


def render(code: str, arguments: Mapping[str, Any], translate: Callable[[str], str] = str) -> str:
    """Return the message `code` with `arguments` filled in, its template passed through `translate` first.

    Raises KeyError for an id that is not in `MESSAGES`: a message nobody can read is a defect.
    """
    return translate(MESSAGES[code]) % arguments
