"""Patterns that are compiled when they are first used: a run needs few of them, and compiling all takes a third of its start."""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "split")


class _Deferred:
    """Stands for a compiled pattern; after its first use its methods are those of the pattern itself."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def deferred(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern `source`, compiled when it is first used; errors in it show then."""
    return cast("re.Pattern[str]", _Deferred(source, flags))
