"""The version of the toolkit, in one place: the build reads it from here; and those of the libraries that results depend on."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

__version__ = "0.1.0"


@cache
def installed_version(distribution: str, module: str) -> str:
    """Return the version of the library `distribution`, which has the top-level `module`; "" where it is not installed.

    It is read off the name of the metadata folder beside the module: `importlib.metadata` takes longer to import than a small file
    takes to lint, and is asked only where there is no such folder.
    """
    spec = find_spec(module)
    if spec is None or not spec.origin:
        return ""
    file = Path(spec.origin)
    site = file.parent.parent if file.stem == "__init__" else file.parent
    prefix, suffix = distribution.replace("-", "_") + "-", ".dist-info"
    found = sorted(folder.name for folder in site.glob(f"{prefix}*{suffix}"))
    return found[-1][len(prefix) : -len(suffix)] if found else _from_metadata(distribution)


def _from_metadata(distribution: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""
