"""The printed page in a real browser: Chromium makes a PDF of it, and the names are in it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from glossary.printing import writer
from glossary.printing.options import Options
from glossary.termbase.reader import load

TERMS = Path(__file__).parents[2] / "terms"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync".split()

SHOWN = ("information-security-agreement", "pacific-islands-forum", "new-zealand", "australia")

pytestmark = pytest.mark.slow


@pytest.mark.skipif(CHROMIUM is None, reason="LOUDLY SKIPPED: Chromium is not installed (Debian: apt install chromium)")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="LOUDLY SKIPPED: no pdftotext (Debian: apt install poppler-utils)")
def test_chromium_prints_every_headword_of_the_page(tmp_path: Path) -> None:
    assert CHROMIUM is not None
    page, pdf = tmp_path / "glossary.html", tmp_path / "glossary.pdf"
    termbase = load([TERMS]).termbase
    # A browser lays out a thousand entries in columns in minutes, not seconds; every fifth one has all there is to see.
    few = tuple(concept for number, concept in enumerate(termbase.concepts) if number % 5 == 0 or concept.id in SHOWN)
    termbase = replace(termbase, concepts=few)
    page.write_bytes(writer(".html")(termbase, Options()))
    command = [CHROMIUM, *QUIET, f"--user-data-dir={tmp_path / 'profile'}", f"--print-to-pdf={pdf}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    text = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, encoding="utf-8").stdout
    squeezed = "".join(text.split())
    for name in ("Information Security Agreement", "Pacific Islands Forum", "New Zealand", "オーストラリア", "新西兰"):
        assert name.replace(" ", "") in squeezed
