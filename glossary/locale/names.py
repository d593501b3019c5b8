"""Names of languages and territories in the language in use, from CLDR through Babel."""

from __future__ import annotations

from functools import cache

from glossary.locale import active, gettext_
from glossary.messages import N_

# CLDR's names of these are long and politically loaded ("Hong Kong SAR China"); a label says whose usage a form is, no more.
_TERRITORIES = {
    "CN": N_("mainland China"),
    "HK": N_("Hong Kong"),
    "MO": N_("Macau"),
    "TW": N_("Taiwan"),
}

# Codes that CLDR names, for its own purposes, though no place has them (UTS #35: unknown, pseudo-locales, outlying Oceania).
_NO_PLACES = frozenset({"ZZ", "XA", "XB", "QO"})

# One character, as Chinese and Japanese reference works label them; used in print where a column is narrow.
_SHORT = {"en": "En", "ja": "日", "zh-Hans": "简", "zh-Hant": "繁"}


def language_name(tag: str) -> str:
    """Return the name of the language, or the tag itself where CLDR has none."""
    return _language(tag, active())


def territory_name(code: str) -> str:
    """Return the name of a region (ISO 3166-1 alpha-2 or UN M49), or the code itself where CLDR has none."""
    return gettext_(_TERRITORIES[code]) if code in _TERRITORIES else _territory(code, active())


def is_territory(code: str) -> bool:
    """Whether `code`, in capitals, is that of a country or territory (ISO 3166-1 alpha-2) or a region of the world (UN M49)."""
    from babel import Locale

    return code in Locale("en").territories and code not in _NO_PLACES


def short_name(tag: str) -> str:
    """Return a label of a character or two: 日, 简, 繁, else the tag."""
    return _SHORT.get(tag, tag)


@cache
def _language(tag: str, ui: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(tag.replace("-", "_")).get_display_name(ui)
    except (UnknownLocaleError, ValueError):
        return tag
    return name or tag


@cache
def _territory(code: str, ui: str) -> str:
    from babel import Locale

    name: str = Locale.parse(ui).territories.get(code, code)
    return name
