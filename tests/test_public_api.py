"""The public names: complete, sorted, importable, and free until used."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import glossary

ROOT = Path(__file__).parents[1]


def test_the_public_names_are_complete_and_sorted() -> None:
    # As ruff sorts __all__: constants, classes, then functions.
    constants = sorted(name for name in glossary.__all__ if name.isupper())
    classes = sorted(name for name in glossary.__all__ if name[0].isupper() and not name.isupper())
    functions = sorted(name for name in glossary.__all__ if name[0].islower() or name[0] == "_")
    assert glossary.__all__ == [*constants, *classes, *functions]
    assert set(glossary.__all__) == set(glossary._HOMES)
    assert set(glossary.__all__) <= set(dir(glossary))


@pytest.mark.parametrize("name", glossary.__all__)
def test_every_public_name_can_be_imported_and_is_explained(name: str) -> None:
    value = getattr(glossary, name)
    assert name in ("RULES", "__version__") or value.__doc__


def test_a_name_that_is_not_public_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        glossary.nonsense  # noqa: B018


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys; before = set(sys.modules); import glossary; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    assert {name for name in done.stdout.split() if name.startswith("glossary")} == {"glossary"}


def test_nothing_inside_imports_the_package_itself() -> None:
    inside = (path for path in (ROOT / "glossary").rglob("*.py") if path.name != "__init__.py" or path.parent.name != "glossary")
    lines = (line.strip() for path in inside for line in path.read_text(encoding="utf-8").splitlines())
    assert [line for line in lines if line == "import glossary"] == []
