"""Drafts and small termbases for the tests of rules, lint and fix: the real reader, matcher and formats, on texts in memory."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

from glossary.compile import compile_termbase
from glossary.documents.model import Document
from glossary.documents.registry import read_document
from glossary.errors import TermbaseError
from glossary.matching.matcher import Matcher
from glossary.model import Termbase
from glossary.termbase.reader import load

CASES = Path(__file__).parent / "rules"


@functools.cache
def termbase_of(text: str) -> Termbase:
    """Return the termbase that is the YAML `text`, a subject file; `profiles` before `concepts` go into its manifest."""
    head, _, concepts = text.strip().partition("concepts:\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        manifest = "format: 1\ntitle: test\nlanguages: [en, ja, zh-Hans, zh-Hant]\n" + head
        (folder / "termbase.yaml").write_text(manifest, encoding="utf-8")
        (folder / "subject.yaml").write_text("concepts:\n" + concepts, encoding="utf-8")
        try:
            return load([folder]).termbase
        except TermbaseError as error:
            raise AssertionError("\n".join(map(str, error.problems))) from None


@functools.cache
def matcher_of(text: str) -> Matcher:
    """Return the matcher of the termbase that is the YAML `text`."""
    return compile_termbase(termbase_of(text))


def draft(text: str | bytes, *, path: str = "draft.txt", language: str = "en", region: str = "", date: str = "") -> Document:
    """Return the document that `text` is in the file `path`, read as `language`."""
    data = text if isinstance(text, bytes) else text.encode()
    return read_document(path, data, language=language, region=region, date=date)
