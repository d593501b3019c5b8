"""The configuration of a project: glossary.toml, or [tool.glossary] in pyproject.toml, nearest to the file that is read.

termbase = ["bundled", "client-terms"]      # later over earlier: folders relative to this file, or what comes with the program
profile = "japan"
lang = "en"
region = "NZ"
fail_on = "warning"
exclude = ["drafts/old/"]                   # patterns as in .gitignore, each one that can match something
encoding = "cp932"
date = 2022-04-21

[rules]
mixed-terms = "error"
style = "off"
"""

from __future__ import annotations

import datetime
import difflib
import re
import tomllib
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from msgspec import Struct

from glossary.errors import ConfigError, UsageError
from glossary.languages import canonical
from glossary.locale.names import is_territory

FILE_NAME = "glossary.toml"
MANIFEST = "termbase.yaml"
SEVERITIES = ("error", "warning", "info")
FAIL_ON = (*SEVERITIES, "never")
OFF = "off"
BUNDLED = "bundled"


class Config(Struct, frozen=True, kw_only=True):
    """The settings of one configuration file; `path` is that file, or None where there is none."""

    path: Path | None = None
    termbase: tuple[Path, ...] = ()
    profile: str = ""
    lang: str = ""
    region: str = ""
    fail_on: str = ""
    rules: dict[str, str] = {}  # rule id → severity or "off"
    exclude: tuple[str, ...] = ()
    encoding: str = ""
    date: str = ""


def find_config(start: Path, *, rules: Collection[str] = ()) -> Config:
    """Return the configuration nearest to `start`, a folder, in it or above it; an empty one where there is none.

    `rules` are the known rule ids. Raises ConfigError.
    """
    folder = start.resolve()
    for parent in (folder, *folder.parents):
        for path in (parent / FILE_NAME, parent / "pyproject.toml"):
            if path.is_file() and (table := _table(path)) is not None:
                return _config(path, table, rules)
    return Config()


def find_termbases(start: Path, named: Collection[Path], config: Config) -> tuple[tuple[Path, ...], str]:
    """Return the folders of the termbases for a file in the folder `start`, and where they come from.

    The origin is `option`, `config`, `folder` (a terms/termbase.yaml in `start` or above) or `bundled`.
    A YAML file may stand for a folder, the word `bundled` for the termbase that comes with the program. Raises UsageError for a
    named folder that does not exist, ConfigError for a configured one.
    """
    if named:
        folders = tuple(map(_meant, named))
        for folder in folders:
            if not folder.exists():
                raise UsageError("termbase.no-folder", path=str(folder))
        return folders, "option"
    if config.termbase:
        folders = tuple(map(_meant, config.termbase))
        for folder in folders:
            if not folder.exists():
                raise ConfigError("config.no-termbase", path=str(config.path), folder=str(folder))
        return folders, "config"
    resolved = start.resolve()
    for parent in (resolved, *resolved.parents):
        if (parent / "terms" / MANIFEST).is_file():
            return (parent / "terms",), "folder"
    return (bundled(),), "bundled"


def _meant(folder: Path) -> Path:
    """Return what `folder` stands for: a folder of that name, else with the name `bundled` the bundled termbase."""
    return bundled() if folder.name == BUNDLED and not folder.exists() else folder


def bundled() -> Path:
    """Return the folder of the termbase that comes with the program; in a checkout the repository's own terms/."""
    package = Path(str(files("glossary")))
    installed = package / "_bundled" / "terms"
    return installed if installed.is_dir() else package.parent / "terms"


def _table(path: Path) -> dict[str, Any] | None:
    """Return the settings in `path`, None for a pyproject.toml without any."""
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        raise ConfigError("config.not-utf8", path=str(path)) from None
    except OSError as error:
        raise ConfigError("config.unreadable", path=str(path), reason=error.strerror or "") from None
    except tomllib.TOMLDecodeError as error:
        if path.name != FILE_NAME:
            return None  # another tool's file to mend
        raise ConfigError("config.syntax", path=str(path), reason=str(error)) from None
    tool = data.get("tool")
    inner = tool.get("glossary") if isinstance(tool, dict) else None
    if inner is None:
        return data if path.name == FILE_NAME else None
    if not isinstance(inner, dict):
        raise ConfigError("config.not-table", path=str(path), key="tool.glossary")
    return inner


def _config(path: Path, table: Mapping[str, Any], rules: Collection[str]) -> Config:
    settings: dict[str, Any] = {}
    for key, value in table.items():
        # fail-on is how the option is spelt.
        name = key.replace("-", "_")
        if name not in _KEYS:
            raise _unknown("config.unknown-key", path, key, _KEYS)
        settings[name] = _KEYS[name](_At(path=path, key=key, rules=tuple(rules)), value)
    return Config(path=path, **settings)


class _At(Struct, frozen=True):
    """Where a value stands."""

    path: Path
    key: str
    rules: tuple[str, ...]

    def wrong(self, code: str, **arguments: str) -> ConfigError:
        return ConfigError(code, path=str(self.path), key=self.key, **arguments)


def _unknown(code: str, path: Path, key: str, known: Collection[str]) -> ConfigError:
    near = difflib.get_close_matches(key, known, n=1)
    if near:
        return ConfigError(f"{code}-near", path=str(path), key=key, near=near[0])
    return ConfigError(code, path=str(path), key=key, known=", ".join(known))


def _string(at: _At, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise at.wrong("config.not-string")
    return value


def _strings(at: _At, value: Any) -> tuple[str, ...]:
    # One folder or pattern may stand without brackets.
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(item, str) and item for item in values):
        raise at.wrong("config.not-list")
    return tuple(values)


def _patterns(at: _At, value: Any) -> tuple[str, ...]:
    patterns = _strings(at, value)
    for pattern in patterns:
        if not is_pattern(pattern):
            raise at.wrong("config.not-pattern", value=pattern)
    return patterns


def is_pattern(text: str) -> bool:
    """Whether `text`, a line of a .gitignore, can match a path: no comment, no bracket left open, no range of letters backwards."""
    from pathspec import GitIgnoreSpec

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # re has doubts about [[: which are no business of whoever wrote a pattern
        try:
            patterns = GitIgnoreSpec.from_lines([text]).patterns
        except (ValueError, re.error):
            return False
    return any(pattern.include is not None for pattern in patterns)


def _folders(at: _At, value: Any) -> tuple[Path, ...]:
    return tuple(at.path.parent / Path(item).expanduser() for item in _strings(at, value))


def _language(at: _At, value: Any) -> str:
    tag = _string(at, value)
    try:
        _tag, region = canonical(tag)
    except ValueError:
        raise at.wrong("config.not-language", value=tag) from None
    if region and not is_territory(region):
        raise at.wrong("config.no-territory", value=region)
    return tag


def _region(at: _At, value: Any) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"[A-Za-z]{2}|[0-9]{3}", value):
        raise at.wrong("config.not-region", value=str(value))
    if not is_territory(value.upper()):
        raise at.wrong("config.no-territory", value=value)
    return value.upper()


def _fail_on(at: _At, value: Any) -> str:
    if value not in FAIL_ON:
        raise at.wrong("config.not-choice", value=str(value), known=", ".join(FAIL_ON))
    return str(value)


def _encoding(at: _At, value: Any) -> str:
    name = _string(at, value)
    try:
        "".encode(name)
    except LookupError:
        raise at.wrong("config.not-encoding", value=name) from None
    return name


def _date(at: _At, value: Any) -> str:
    text = value.isoformat() if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime) else value
    if not isinstance(text, str) or not is_date(text):
        raise at.wrong("config.not-date", value=str(value))
    return text


def is_date(text: str) -> bool:
    """Whether `text` is an ISO 8601 date, whole or as far as the month or the year."""
    shape = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", text)
    if not shape:
        return False
    try:
        datetime.date(*(int(part or 1) for part in shape.groups()))
    except ValueError:
        return False
    return True


def _rules(at: _At, value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise at.wrong("config.not-table")
    return dict(_rule_levels(at, value))


def _rule_levels(at: _At, table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    choices = (OFF, *SEVERITIES)
    for rule, level in table.items():
        if at.rules and rule not in at.rules:
            raise _unknown("config.unknown-rule", at.path, rule, at.rules)
        if level is False:  # off, as people write it
            level = OFF
        if level not in choices:
            raise ConfigError("config.not-choice", path=str(at.path), key=f"rules.{rule}", value=str(level), known=", ".join(choices))
        yield rule, level


_KEYS: dict[str, Callable[[_At, Any], Any]] = {
    "termbase": _folders,
    "profile": _string,
    "lang": _language,
    "region": _region,
    "fail_on": _fail_on,
    "rules": _rules,
    "exclude": _patterns,
    "encoding": _encoding,
    "date": _date,
}
