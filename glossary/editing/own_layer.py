"""The termbase of a project itself: the last one of its configuration; where there is none, one is begun and configured."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from glossary.config import BUNDLED, FILE_NAME, Config, bundled, find_config
from glossary.editing.target import Target, find_target
from glossary.errors import UsageError
from glossary.termbase.folders import MANIFEST_NAME
from glossary.termbase.layout import file_text
from glossary.termbase.tree import Branch, tree_from

_NAMES = ("glossary", "glossary-terms", "house-terms")
_LIST = re.compile(r"^(termbase[ \t]*=[ \t]*)(\[[^\]]*\]|\"[^\"\n]*\"|'[^'\n]*')", re.MULTILINE)

_TABLE = re.compile(r"^\[tool\.glossary\][^\r\n]*", re.MULTILINE)


class OwnLayer(Struct, frozen=True, kw_only=True):
    """Where a project keeps what is its own; `texts` are the files that begin it, {} where it is there."""

    target: Target
    texts: dict[Path, str] = {}


def own_layer(start: Path, named: Sequence[Path]) -> OwnLayer:
    """Return the termbase of the project that the folder `start` belongs to; nothing is written.

    A project that has only the bundled termbase gets a layer over it, beside its configuration or in `start`, and the setting
    that names both. Raises UsageError where a configuration cannot be changed by a program, and what `find_target` raises.
    """
    config = find_config(start)
    try:
        return OwnLayer(target=find_target(start, named, config))
    except UsageError as error:
        if error.code != "edit.bundled" or named:
            raise
    place = (config.path.parent if config.path else start).resolve()
    folder = next((place / name for name in _NAMES if not (place / name).exists()), None)
    if folder is None:
        raise UsageError("protect.no-folder", path=str(place / _NAMES[0]))
    manifest = tree_from({"format": "1", "title": place.name or folder.name, "version": "1"})
    assert isinstance(manifest, Branch)
    texts = {folder / MANIFEST_NAME: file_text("manifest", manifest), **_configured(config, place, folder.name)}
    return OwnLayer(target=Target(folders=(bundled(), folder)), texts=texts)


def _configured(config: Config, place: Path, name: str) -> dict[Path, str]:
    """Return the text of the configuration with the folder `name` as its last termbase."""
    path = config.path or place / FILE_NAME
    old = path.read_bytes().decode("utf-8") if path.exists() else ""
    listed = [BUNDLED, name]
    setting = f"termbase = {json.dumps(listed)}"
    newline = "\r\n" if "\r\n" in old else "\n"
    if config.termbase:
        text = _LIST.sub(lambda match: f"{match.group(1)}{json.dumps(listed)}", old, count=1)
    elif path.name == FILE_NAME and "[tool.glossary]" not in old:
        text = f"{setting}{newline}{old}"
    else:
        text = re.sub(
            r"^(\[tool\.glossary\][^\r\n]*)", lambda match: f"{match.group(1)}{newline}{setting}", old, count=1, flags=re.MULTILINE
        )
    if _settings(text).get("termbase") != listed:
        raise UsageError("protect.config", path=str(path), setting=setting)
    return {path: text}


def _settings(text: str) -> dict[str, object]:
    try:
        data = tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError:
        return {}
    inner = data.get("tool", {}).get("glossary")
    return inner if isinstance(inner, dict) else data
