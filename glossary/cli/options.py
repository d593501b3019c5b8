"""Options that several verbs share, and their values checked."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

import click
from msgspec import Struct

from glossary.cli.completing import languages, paths, profiles
from glossary.config import FAIL_ON, is_date
from glossary.languages import canonical
from glossary.locale import UI_LANGUAGES, folder_of
from glossary.locale import gettext_ as _
from glossary.locale.names import is_territory

Command = TypeVar("Command", bound=Callable[..., Any])
Decorator = Callable[[Command], Command]


class Settings(Struct, frozen=True, kw_only=True):
    """What the options say; "" and () where they are not given, so that a configuration can speak."""

    termbase: tuple[Path, ...] = ()
    lang: str = ""
    region: str = ""
    profile: str = ""
    date: str = ""
    encoding: str = ""
    fail_on: str = ""
    together: bool = False
    color: str = "auto"
    verbose: bool = False
    debug: bool = False
    jobs: int = 0  # processes; 0 for as many as pay
    quiet: bool = False  # a worker process: nothing is said


def _language(context: click.Context, parameter: click.Parameter, value: str) -> str:
    try:
        _tag, region = canonical(value or "en")
    except ValueError:
        raise click.BadParameter(
            _("%(value)s is not a language tag; write for instance en, ja, zh-Hans or zh-HK.") % {"value": value}
        ) from None
    _must_exist(region)
    return value


def _languages(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return each value as (language, region or "")."""
    return tuple(canonical(_language(context, parameter, value)) for value in values)


def _region(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if value and not re.fullmatch(r"[A-Za-z]{2}|[0-9]{3}", value):
        raise click.BadParameter(_("%(value)s is not a region code; write two letters, for instance TW.") % {"value": value})
    _must_exist(value.upper())
    return value.upper()


def _must_exist(region: str) -> None:
    if region and not is_territory(region):
        raise click.BadParameter(
            _("%(value)s is not the code of a country or territory (ISO 3166); write for instance TW or GB.") % {"value": region}
        )


def _date(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if value and not is_date(value):
        raise click.BadParameter(_("%(value)s is not a date; write year-month-day, for instance 2022-04-21.") % {"value": value})
    return value


def _encoding(context: click.Context, parameter: click.Parameter, value: str) -> str:
    try:
        "".encode(value or "utf-8")
    except (LookupError, ValueError):
        raise click.BadParameter(
            _("There is no encoding %(value)s; write for instance utf-8, cp932 or gb18030.") % {"value": value}
        ) from None
    return value


def _ui_language(context: click.Context, parameter: click.Parameter, value: str) -> None:
    # The language was chosen before this module was imported; here the value is only judged.
    if value and not folder_of(value):
        raise click.BadParameter(
            _("The program does not speak %(value)s; it speaks %(known)s.") % {"value": value, "known": ", ".join(UI_LANGUAGES)}
        )


def _all(*decorators: Decorator[Any]) -> Decorator[Any]:
    return lambda command: reduce(lambda decorated, decorate: decorate(decorated), reversed(decorators), command)


_MOST_JOBS = 1000
_SPOKEN = tuple(language.replace("_", "-") for language in UI_LANGUAGES)
ui_language = click.option(
    "--ui-lang",
    metavar="LANG",
    default="",
    expose_value=False,
    is_eager=True,
    callback=_ui_language,
    shell_complete=lambda context, parameter, incomplete: [each for each in _SPOKEN if each.startswith(incomplete)],
    help=_("Language of the program: en, ja, zh-Hans or zh-Hant."),
)
_termbase = click.option(
    "--termbase",
    "-t",
    metavar="DIR",
    multiple=True,
    type=click.Path(path_type=Path),
    help=_("Folder of a termbase; repeat it for layers, later over earlier."),
)
_color = click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help=_("Colour the output."))
_verbose = click.option("--verbose", "-v", is_flag=True, help=_("Say on standard error what is done."))
_debug = click.option("--debug", is_flag=True, help=_("Show where in the program an unexpected error happened."))
profile_option = click.option(
    "--profile", metavar="ID", default="", shell_complete=profiles, help=_("House style: a profile of the termbase.")
)
_lang = click.option(
    "--lang",
    "-l",
    metavar="TAG",
    default="",
    callback=_language,
    shell_complete=languages,
    help=_("Language of the drafts, for instance zh-HK."),
)
region_option = click.option("--region", metavar="CODE", default="", callback=_region, help=_("Region whose usage holds, for instance TW."))
languages_option = click.option(
    "--lang",
    "-l",
    "languages",
    metavar="TAG",
    multiple=True,
    callback=_languages,
    shell_complete=languages,
    help=_("Language to show, for instance zh-HK; repeat it for several."),
)
_date_option = click.option(
    "--date", metavar="DATE", default="", callback=_date, help=_("Date of the drafts, for names that have changed.")
)
_encoding_option = click.option(
    "--encoding", metavar="NAME", default="", callback=_encoding, help=_("Encoding of the drafts, where it is guessed wrongly.")
)
_fail_on = click.option("--fail-on", type=click.Choice(FAIL_ON), default=None, help=_("Least severity that makes the exit status 1."))

# Every verb that opens a termbase has these.
common = _all(_termbase, ui_language, _color, _verbose, _debug)
# And those that read drafts.
drafting = _all(_lang, region_option, profile_option, _date_option, _encoding_option, common)
# And those that judge them.
judging = _all(_fail_on, drafting)

files_argument = click.argument("files", metavar=_("FILES..."), nargs=-1, required=True, shell_complete=paths)


together_option = click.option("--together", is_flag=True, help=_("Judge all drafts as one text: a name used in two ways in two of them."))


def _jobs(context: click.Context, parameter: click.Parameter, value: str) -> int:
    if value == "auto":
        return 0
    if not value.isascii() or not value.isdigit() or not 0 < int(value) <= _MOST_JOBS:
        raise click.BadParameter(_("%(value)s is no number of processes; write auto, or a number from 1 on.") % {"value": value})
    return int(value)


jobs_option = click.option(
    "--jobs",
    "-j",
    metavar="N",
    default="auto",
    callback=_jobs,
    help=_("Processes that read several drafts at a time: a number, or auto for as many as make it faster."),
)


def format_option(*formats: str) -> Decorator[Any]:
    """Return the option --format with these choices, the first the default."""
    return click.option("--format", "-f", "output_format", type=click.Choice(formats), default=formats[0], help=_("Format of the output."))


def settings(**given: Any) -> Settings:
    """Return what the shared options say."""
    return Settings(**{name: value for name, value in given.items() if value is not None})
