"""The cache of compiled termbases: a warm start reads no YAML, and nothing unsafe is read."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from glossary import cache
from glossary.compile import Loaded, load_matcher
from glossary.errors import TermbaseError
from glossary.matching.matcher import Matcher
from glossary.termbase.positions import parse_count

MANIFEST = "format: 1\ntitle: Test\nversion: 1\nlicence: CC0-1.0\nlanguages: [en, ja]\n"
CONCEPTS = """\
subject: test
concepts:
  - id: new-zealand
    kind: state
    terms:
      en:
        - text: New Zealand
          status: preferred
      zh-Hans:
        - text: 新西兰
          not_in: [新西兰花]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GLOSSARY_CACHE_DIR", str(tmp_path / "cache"))
    terms = tmp_path / "terms"
    terms.mkdir()
    (terms / "termbase.yaml").write_text(MANIFEST, encoding="utf-8")
    (terms / "names.yaml").write_text(CONCEPTS, encoding="utf-8")
    return terms


def cold(folder: Path) -> Loaded:
    loaded = load_matcher([folder])
    assert not loaded.cached
    return loaded


def cache_files(folder: Path) -> list[Path]:
    return sorted((folder.parent / "cache").glob("*.bin"))


def same(one: Matcher, two: Matcher) -> bool:
    return one.termbase == two.termbase and one.table == two.table


def test_a_warm_start_parses_no_yaml_and_gives_the_same_matcher(folder: Path) -> None:
    first = cold(folder)
    parsed = parse_count()
    second = load_matcher([folder])
    assert second.cached
    assert parse_count() == parsed
    assert same(first.matcher, second.matcher)


def test_a_changed_file_is_read_anew(folder: Path) -> None:
    cold(folder)
    (folder / "names.yaml").write_text(CONCEPTS.replace("New Zealand", "Aotearoa"), encoding="utf-8")
    assert cold(folder).matcher.termbase["new-zealand"].terms[0].text == "Aotearoa"


def test_a_new_file_is_read(folder: Path) -> None:
    cold(folder)
    (folder / "more.yaml").write_text("concepts:\n  - id: quad\n    terms:\n      en: [Quad]\n", encoding="utf-8")
    assert cold(folder).matcher.termbase.get("quad") is not None


def test_only_changed_files_are_parsed_again(folder: Path) -> None:
    (folder / "more.yaml").write_text("concepts:\n  - id: quad\n    terms:\n      en: [Quad]\n", encoding="utf-8")
    cold(folder)
    (folder / "names.yaml").write_text(CONCEPTS.replace("New Zealand", "Aotearoa"), encoding="utf-8")
    parsed = parse_count()
    changed = cold(folder).matcher
    assert parse_count() - parsed == 2  # the manifest and the changed file
    assert same(changed, load_matcher([folder], use_cache=False).matcher)
    assert same(changed, load_matcher([folder]).matcher)


def test_a_new_title_of_the_termbase_is_a_new_layer_on_every_concept(folder: Path) -> None:
    cold(folder)
    (folder / "termbase.yaml").write_text(MANIFEST.replace("Test", "House"), encoding="utf-8")
    assert cold(folder).matcher.termbase["new-zealand"].layer == "House"


def test_a_file_with_a_problem_is_read_each_time(folder: Path) -> None:
    cold(folder)
    (folder / "names.yaml").write_text(CONCEPTS + "  - id: new-zealand\n    terms: {en: [NZ]}\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(TermbaseError, match="problem"):
            load_matcher([folder])


def test_a_touched_file_with_the_same_content_needs_no_reading(folder: Path) -> None:
    cold(folder)
    os.utime(folder / "names.yaml", ns=(1, 1))
    assert load_matcher([folder]).cached


def test_a_touched_file_is_looked_into_once(folder: Path) -> None:
    cold(folder)
    os.utime(folder / "names.yaml", ns=(1, 1))
    (file,) = cache_files(folder)
    before = file.read_bytes()
    load_matcher([folder])
    touched = file.read_bytes()
    assert touched != before
    assert load_matcher([folder]).cached
    assert file.read_bytes() == touched


@pytest.mark.parametrize(
    "harm", [lambda data: data[:40], lambda data: data[:-1] + b"x", lambda data: b"", lambda data: b"x" * 200, lambda data: data + b"x"]
)
def test_a_damaged_cache_is_made_again(folder: Path, harm: object) -> None:
    cold(folder)
    (file,) = cache_files(folder)
    file.write_bytes(harm(file.read_bytes()))  # type: ignore[operator]
    cold(folder)
    assert load_matcher([folder]).cached


def test_another_version_of_anything_is_another_cache(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cold(folder)
    monkeypatch.setattr(cache, "FOLD_VERSION", -1)
    cold(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_a_cache_folder_others_may_write_in_is_never_read(folder: Path) -> None:
    cold(folder)
    (folder.parent / "cache").chmod(0o777)
    loaded = load_matcher([folder])
    assert not loaded.cached
    assert [str(warning).count("cannot be written") for warning in loaded.warnings] == [1]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_cache_is_private(folder: Path) -> None:
    cold(folder)
    (file,) = cache_files(folder)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_a_cache_that_cannot_be_written_is_a_warning(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = folder.parent / "file"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setenv("GLOSSARY_CACHE_DIR", str(blocked / "cache"))
    (warning,) = load_matcher([folder]).warnings
    assert str(blocked) in str(warning)


def test_the_order_of_layers_makes_another_cache(folder: Path) -> None:
    other = folder.parent / "client"
    other.mkdir()
    (other / "termbase.yaml").write_text(MANIFEST.replace("Test", "Client"), encoding="utf-8")
    (other / "c.yaml").write_text("concepts:\n  - extends: new-zealand\n    prefer: {en: Aotearoa}\n", encoding="utf-8")
    cold(folder)
    assert not load_matcher([folder, other]).cached
    assert len(cache_files(folder)) == 2
