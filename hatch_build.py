"""Build hook: compiled message catalogs, and the termbase inside the wheel.

A catalog with an error stops the build: a placeholder that a translation has lost would be a traceback for its readers only.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUNDLED = "glossary/_bundled/terms"
COMPILED = "glossary/_bundled/termbase.bin"


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compile the catalogs beside their sources and put terms/ into the wheel, where `glossary.config.bundled` looks for it."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add to the build what is not a source file; an editable install reads terms/ where it is."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        build_data["artifacts"] += [f"/{path.relative_to(root).as_posix()}" for path in _compile(root)]
        if version != "editable":
            files = (path for path in sorted((root / "terms").iterdir()) if path.is_file())
            build_data["force_include"] |= {str(path): f"{BUNDLED}/{path.name}" for path in files}
            build_data["force_include"][str(_compile_termbase(root))] = COMPILED

    def clean(self, versions: list[str]) -> None:
        """Delete the compiled catalogs."""
        for path in Path(self.root).glob("glossary/locale/*/LC_MESSAGES/*.mo"):
            path.unlink()


def _compile(root: Path) -> list[Path]:
    sys.path.insert(0, str(root / "tools"))
    try:
        from catalogs import compile_all  # type: ignore[import-not-found]
    finally:
        sys.path.pop(0)
    written: list[Path] = compile_all(root)
    return written


def _compile_termbase(root: Path) -> Path:
    """Write terms/ compiled, as the cache would hold it, so that the first start of an installed wheel is a fast one."""
    sys.path.insert(0, str(root))
    try:
        from glossary import cache
        from glossary.compile import compile_termbase, stored_form
        from glossary.termbase.reader import load
    finally:
        sys.path.pop(0)
    matcher = compile_termbase(load([root / "terms"]).termbase)
    path = root / "build" / "termbase.bin"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(cache.pack(stored_form(matcher), cache.relative_stamps(root / "terms")))
    return path
