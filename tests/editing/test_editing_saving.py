"""Saving: the result is loaded first, all files are written or none, and never the bundled termbase."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from glossary.config import bundled, find_config
from glossary.editing.saving import save, write_all
from glossary.editing.target import find_target
from glossary.errors import TermbaseError, UsageError, WriteError

GOOD = "concepts:\n  - {id: a, terms: {en: [A]}}\n"
OVERLAY = "concepts:\n  - {extends: a, prefer: {en: B}}\n"


def test_what_could_not_be_loaded_is_not_written(folder):
    path = folder({"a.yaml": GOOD})
    with pytest.raises(TermbaseError) as caught:
        save({path / "a.yaml": GOOD.replace("terms", "term"), path / "new.yaml": GOOD}, [path])
    assert {problem.code for problem in caught.value.problems} >= {"termbase.unknown-field-guess", "termbase.duplicate-id"}
    assert (path / "a.yaml").read_text() == GOOD
    assert not (path / "new.yaml").exists()


def test_a_text_that_is_no_text_is_refused(folder):
    path = folder({"a.yaml": GOOD})
    with pytest.raises(TermbaseError) as caught:
        save({path / "a.yaml": GOOD.replace("A]", "\udcff]")}, [path])
    assert [problem.code for problem in caught.value.problems] == ["termbase.not-utf8"]


def test_a_layer_is_judged_together_with_those_below_it(folder):
    base = folder({"a.yaml": GOOD})
    layer = folder({}, name="layer")
    loaded = save({layer / "sub" / "b.yaml": OVERLAY}, [base, layer])
    assert [term.text for term in loaded.termbase["a"].terms] == ["A", "B"]
    assert (layer / "sub" / "b.yaml").read_text() == OVERLAY
    with pytest.raises(TermbaseError):
        save({layer / "sub" / "b.yaml": OVERLAY.replace("extends: a", "extends: x")}, [base, layer])


def test_a_termbase_that_is_only_begun_can_be_saved(folder, tmp_path):
    base, new = folder({"a.yaml": GOOD}), tmp_path / "new"
    texts = {new / "termbase.yaml": "format: 1\ntitle: New\n", new / "b.yaml": OVERLAY}
    assert save(texts, [base, new], given=False).termbase.layers[-1].title == "New"
    assert sorted(path.name for path in new.iterdir()) == ["b.yaml", "termbase.yaml"]


def test_where_one_file_cannot_be_written_none_is(tmp_path):
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_bytes(b"old")
    second.mkdir()
    with pytest.raises(WriteError) as caught:
        write_all({tmp_path / "new.yaml": "x", first: "new", second: "new"})
    assert str(second) in str(caught.value)
    assert first.read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "b.yaml"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_file_is_left_alone(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(WriteError, match="no permission"):
        write_all({path: "new"})


def test_a_folder_that_is_a_file_is_an_error_of_one_line(tmp_path):
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(WriteError, match="not written"):
        write_all({tmp_path / "a" / "b.yaml": "x"})


def test_the_last_termbase_is_written_and_never_the_bundled_one(folder, tmp_path):
    base = folder({"a.yaml": GOOD})
    config = tmp_path / "glossary.toml"
    assert find_target(tmp_path, [], find_config(tmp_path)).folder == base  # terms/, found
    config.write_text('termbase = ["bundled", "terms"]')
    target = find_target(tmp_path, [], find_config(tmp_path))
    assert (target.folder.resolve(), len(target.folders), target.given) == (base, 2, False)
    config.write_text('termbase = ["terms", "bundled"]')
    for named in ([], [base, Path("bundled")]):
        with pytest.raises(UsageError) as caught:
            find_target(tmp_path, named, find_config(tmp_path))
        assert caught.value.code == "edit.bundled"
    assert find_target(tmp_path, [bundled()], find_config(tmp_path)).folder == bundled(), "named by its path in a checkout"


def test_without_any_termbase_of_ones_own_there_is_nothing_to_write_to(tmp_path):
    with pytest.raises(UsageError) as caught:
        find_target(tmp_path, [], find_config(tmp_path))
    assert caught.value.code == "edit.bundled"
