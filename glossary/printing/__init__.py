"""Printing: a termbase as a glossary to read; one format a module, all in `FORMATS`.

Each module has `write(termbase, options)`, which returns the bytes of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from glossary.model import Termbase
from glossary.printing.options import Options

# Modules by the ending of the file, imported when asked for.
FORMATS: Mapping[str, str] = {".html": "glossary.printing.html"}


def writer(suffix: str) -> Callable[[Termbase, Options], bytes]:
    """Return the function that writes files ending in `suffix`; raises KeyError."""
    write: Callable[[Termbase, Options], bytes] = import_module(FORMATS[suffix]).write
    return write
