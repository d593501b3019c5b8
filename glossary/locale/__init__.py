"""The language the program speaks: one gettext catalog a language, chosen once at the start.

The library works in English until `activate` is called; only the command line and other front ends call it. Catalogs are
`<language>/LC_MESSAGES/glossary.mo` beside this file, compiled from the .po when the wheel is built. Language folders carry
Babel's names (zh_Hant), which is why the tags of the environment (zh_TW) need a step of their own: `negotiate_locale` of
Babel finds nothing for them.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from glossary.languages import SIMPLIFIED, TRADITIONAL, canonical

DOMAIN = "glossary"
FOLDER = Path(__file__).parent
UI_LANGUAGES = ("en", "ja", "zh_Hans", "zh_Hant")
ENVIRONMENT = "GLOSSARY_UI_LANG"
_FOLDERS = {"en": "en", "ja": "ja", SIMPLIFIED: "zh_Hans", TRADITIONAL: "zh_Hant"}

# POSIX, gettext(3): LANGUAGE is a list and counts before the others, unless the locale is C.
_POSIX = ("LC_ALL", "LC_MESSAGES", "LANG")

_active = "en"


def folder_of(tag: str) -> str:
    """Return the catalog for a language tag or POSIX locale (zh_TW.UTF-8 → zh_Hant), or "" where there is none."""
    try:
        language, _ = canonical(tag.split(".")[0].split("@")[0])
    except ValueError:
        return ""
    return _FOLDERS.get(language, "")


def choose(arguments: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return the catalog that `--ui-lang`, GLOSSARY_UI_LANG or the locale of the environment ask for, else `en`.

    Reads the raw arguments, because the command line evaluates its help texts before it parses them.
    """
    asked = _from_arguments(arguments) or environ.get(ENVIRONMENT, "")
    if asked:
        return folder_of(asked) or "en"
    posix = next((environ[name] for name in _POSIX if environ.get(name)), "")
    if posix.split(".")[0] in ("C", "POSIX"):
        return "en"
    for tag in (*environ.get("LANGUAGE", "").split(":"), posix):
        if tag and folder_of(tag):
            return folder_of(tag)
    return "en"


def _from_arguments(arguments: Sequence[str]) -> str:
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--ui-lang="):
            return argument.partition("=")[2]
        if argument == "--ui-lang" and index + 1 < len(arguments):
            return arguments[index + 1]
    return ""


def activate(language: str) -> None:
    """Speak `language`, one of `UI_LANGUAGES`, from now on; its catalog is read when the first message is asked for."""
    global _active
    _active = language if language in UI_LANGUAGES else "en"


def active() -> str:
    """Return the language in use, one of `UI_LANGUAGES`."""
    return _active


@cache
def _catalog(language: str, folder: Path) -> gettext.NullTranslations:
    if language == "en":
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, folder, [language], fallback=True)


def gettext_(message: str) -> str:
    """Return `message` in the language in use; an empty string stays empty (gettext would answer with the header)."""
    return _catalog(_active, FOLDER).gettext(message) if message else ""


def ngettext_(singular: str, plural: str, number: int) -> str:
    """Return the form of the message for `number` in the language in use."""
    return _catalog(_active, FOLDER).ngettext(singular, plural, number)


def own_text(texts: Mapping[str, str]) -> str:
    """Return the text (by language tag) in the language in use, else in English, else whatever there is, "" for none."""
    tag = next((tag for tag, folder in _FOLDERS.items() if folder == _active), "")
    return texts.get(tag) or texts.get("en") or next(iter(texts.values()), "")
