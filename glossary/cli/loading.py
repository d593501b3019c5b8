"""Configurations and termbases, each loaded once a run; the termbase that holds is named on standard error."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from glossary.cli.options import Settings
from glossary.cli.output import complain, note
from glossary.compile import load_matcher
from glossary.config import Config, find_config, find_termbases
from glossary.errors import ConfigError, GlossaryError, UsageError
from glossary.languages import canonical
from glossary.locale import gettext_ as _
from glossary.matching.matcher import Matcher
from glossary.messages import N_
from glossary.model import Termbase

Kept = TypeVar("Kept", Config, Matcher)

_ORIGINS = {
    "option": N_("named with --termbase"),
    "config": N_("named in the configuration"),
    "folder": N_("found in this project"),
    "bundled": N_("bundled with the program"),
}


class Loader:
    """What has been loaded so far. Errors are kept as well: each is raised again, not met again."""

    def __init__(self, settings: Settings, rules: Collection[str] = ()) -> None:
        """Take the options, and the rule ids that a configuration may name; () where rules do not matter."""
        self.settings = settings
        self._rules = rules
        self._configs: dict[Path, Config | GlossaryError] = {}
        self._matchers: dict[tuple[Path, ...], Matcher | GlossaryError] = {}

    def silent(self) -> Loader:
        """Return a loader that knows what this one knows and says nothing."""
        other = Loader(replace(self.settings, verbose=False, quiet=True), self._rules)
        other._configs, other._matchers = dict(self._configs), dict(self._matchers)
        return other

    def config(self, folder: Path) -> Config:
        """Return the configuration that holds in `folder`. Raises ConfigError."""
        if folder not in self._configs:
            try:
                self._configs[folder] = find_config(folder, rules=self._rules)
            except GlossaryError as error:
                self._configs[folder] = error
        return _kept(self._configs[folder])

    def matcher(self, folder: Path = Path()) -> tuple[tuple[Path, ...], Matcher]:
        """Return the termbase folders that hold in `folder`, and their matcher. Raises ConfigError, UsageError, TermbaseError."""
        folders, origin = find_termbases(folder, self.settings.termbase, self.config(folder))
        key = tuple(each.resolve() for each in folders)
        if key not in self._matchers:
            try:
                self._matchers[key] = self._load(folders, origin)
            except GlossaryError as error:
                self._matchers[key] = error
        return folders, _kept(self._matchers[key])

    def profile(self, termbase: Termbase, folder: Path = Path()) -> str:
        """Return the profile that is asked for, "" where none is. Raises UsageError for one that the termbase lacks."""
        profile = self.settings.profile or self.config(folder).profile
        if profile and termbase.profile(profile) is None:
            known = ", ".join(each.id for each in termbase.profiles)
            raise UsageError("profile.unknown", profile=profile, known=known)
        return profile

    def check_language(self, termbase: Termbase, folder: Path = Path()) -> None:
        """Raise UsageError or ConfigError for a language of the drafts that the termbase lacks: nothing could ever be found."""
        config = self.config(folder)
        if self.settings.lang:
            check_languages(termbase, [canonical(self.settings.lang)[0]])
        elif config.lang and not has_language(termbase, canonical(config.lang)[0]):
            known = ", ".join(_all_languages(termbase))
            raise ConfigError("config.unknown-language", path=str(config.path), language=config.lang, known=known)

    def _load(self, folders: Sequence[Path], origin: str) -> Matcher:
        started = time.perf_counter()
        loaded = load_matcher(folders, given=origin == "option")
        if self.settings.quiet:
            return loaded.matcher
        for warning in loaded.warnings:
            complain(warning)
        _announce(loaded.matcher.termbase, folders, origin)
        if self.settings.verbose:
            seconds = f"{time.perf_counter() - started:.2f}"
            source = _("Loaded from the cache in %(seconds)s s.") if loaded.cached else _("Read and compiled in %(seconds)s s.")
            note(source % {"seconds": seconds})
        return loaded.matcher


def has_language(termbase: Termbase, language: str) -> bool:
    """Whether `language` is among those of the termbase or of one of its terms; an empty termbase may have any."""
    return language in termbase.languages or language in (_all_languages(termbase) or (language,))


def check_languages(termbase: Termbase, languages: Iterable[str]) -> None:
    """Raise UsageError for the first of `languages` that the termbase lacks."""
    for language in languages:
        if not has_language(termbase, language):
            raise UsageError("language.unknown", language=language, known=", ".join(_all_languages(termbase)))


def _all_languages(termbase: Termbase) -> tuple[str, ...]:
    from glossary.lookup import all_languages  # a run over drafts looks nothing up

    return all_languages(termbase)


def _kept(value: Kept | GlossaryError) -> Kept:
    if isinstance(value, GlossaryError):
        raise value
    return value


def _announce(termbase: Termbase, folders: Sequence[Path], origin: str) -> None:
    titles = " + ".join(f"{layer.title} {layer.version}".strip() for layer in termbase.layers) or termbase.title
    where = ", ".join(_short(folder) for folder in folders)
    note(_("Termbase: %(titles)s (%(where)s, %(origin)s)") % {"titles": titles, "where": where, "origin": _(_ORIGINS[origin])})


def _short(folder: Path) -> str:
    """Return the path from here where it is below, else the whole path."""
    here, there = Path().resolve(), folder.resolve()
    return there.relative_to(here).as_posix() if there.is_relative_to(here) and there != here else str(folder)
