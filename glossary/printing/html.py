"""A glossary as one HTML page: nothing is loaded from elsewhere, and it prints in two columns."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from glossary import locale
from glossary.locale.names import language_name, short_name
from glossary.model import Termbase
from glossary.printing.entries import Entry, See, letters, used_languages
from glossary.printing.indexes import by_kana, by_pinyin
from glossary.printing.options import Options

_UI_TAGS = {"zh_Hans": "zh-Hans", "zh_Hant": "zh-Hant-TW"}


def write(termbase: Termbase, options: Options) -> bytes:
    """Return the page in UTF-8, its labels in the language in use."""
    shown = letters(termbase, options)
    profile = termbase.profile(options.profile) if options.profile else None
    page = _environment().get_template("glossary.html.j2").render(
        ui=_UI_TAGS.get(locale.active(), locale.active()),
        termbase=termbase,
        profile=locale.own_text(profile.title) or profile.id if profile else "",
        letters=shown,
        entries=sum(isinstance(item, Entry) for letter in shown for item in letter.items),
        languages=tuple(used_languages(shown)),
        kana=by_kana(termbase, options),
        pinyin=by_pinyin(termbase, options),
    )  # fmt: skip
    return page.encode("utf-8", "xmlcharrefreplace")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("glossary", "printing"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(_=locale.gettext_, ngettext=locale.ngettext_, language_name=language_name, short_name=short_name)
    environment.tests.update(reference=lambda item: isinstance(item, See), address=_is_address)
    environment.filters.update(anchor=_anchor)
    return environment


def _is_address(url: str) -> bool:
    # A termbase may come from elsewhere: javascript: is no address.
    return re.match(r"https?://[^\s]+\Z", url, re.IGNORECASE) is not None


def _anchor(name: str) -> str:
    return "_".join(f"{ord(char):x}" for char in name)
