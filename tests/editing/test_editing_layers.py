"""The termbase of a project: found, or begun and configured, and what is protected in it is not flagged any more."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from glossary.compile import compile_termbase
from glossary.config import bundled, find_config
from glossary.documents.registry import read_document
from glossary.editing.own_layer import own_layer
from glossary.editing.protecting import exceptions, languages_of, shield
from glossary.editing.saving import save
from glossary.errors import UsageError
from glossary.lint import lint_document
from glossary.model import Termbase
from glossary.termbase.changes import apply
from glossary.termbase.reader import load

CONFIGS = {
    "none": (None, None),
    "empty": ("glossary.toml", ""),
    "another setting": ("glossary.toml", '# ours\nprofile = "japan"\n\n[rules]\nstyle = "off"\n'),
    "bundled alone": ("glossary.toml", 'lang = "en"\ntermbase = "bundled" # theirs\n'),
    "bundled in a list": ("glossary.toml", "termbase = [\n  'bundled',\n]\nlang = 'en'\n"),
    "pyproject": ("pyproject.toml", '[project]\nname = "x"\n\n[tool.glossary]\nlang = "en"\n[tool.other]\ntermbase = 1\n'),
    "Windows line ends": ("glossary.toml", 'lang = "en"\r\n'),
    "table in glossary.toml": ("glossary.toml", '[tool.glossary]\nlang = "en"\n'),
}


@pytest.mark.parametrize(("name", "text"), CONFIGS.values(), ids=CONFIGS)
def test_a_project_without_termbase_gets_one_over_the_bundled_one(name, text, tmp_path):
    if name:
        (tmp_path / name).write_bytes(text.encode())
    layer = own_layer(tmp_path, [])
    assert layer.target.folders == (bundled(), tmp_path / "glossary")
    config = layer.texts[tmp_path / (name or "glossary.toml")]
    for path, new in layer.texts.items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(new.encode())
    assert [path.resolve() for path in find_config(tmp_path).termbase][1:] == [tmp_path / "glossary"]
    kept = [line for line in (text or "").splitlines() if "bundled" not in line and line not in ("]", "termbase = [")]
    assert all(line in config for line in kept), "what stood there stays"
    assert ("\r\n" in config) == ("\r\n" in (text or ""))
    again = own_layer(tmp_path, [])
    assert again.texts == {}
    assert again.target.folder.resolve() == tmp_path / "glossary"


def test_a_folder_that_is_there_is_not_taken(tmp_path):
    (tmp_path / "glossary").mkdir()
    assert own_layer(tmp_path, []).target.folder == tmp_path / "glossary-terms"
    (tmp_path / "glossary-terms").mkdir()
    (tmp_path / "house-terms").mkdir()
    with pytest.raises(UsageError) as caught:
        own_layer(tmp_path, [])
    assert caught.value.code == "protect.no-folder"


def test_a_configuration_that_no_program_should_touch_is_left_to_the_person(tmp_path):
    (tmp_path / "pyproject.toml").write_text('tool.glossary = {lang = "en"}\n')
    with pytest.raises(UsageError) as caught:
        own_layer(tmp_path, [])
    assert caught.value.code == "protect.config"
    assert "termbase" in str(caught.value)
    assert (tmp_path / "pyproject.toml").read_text() == 'tool.glossary = {lang = "en"}\n'


def test_a_termbase_that_is_named_is_the_one(folder, tmp_path):
    path = folder({"a.yaml": "concepts: [{id: a, terms: {en: [A]}}]\n"})
    assert own_layer(tmp_path, [path]).target.folder == path
    with pytest.raises(UsageError) as caught:
        own_layer(tmp_path, [Path("bundled")])
    assert caught.value.code == "edit.bundled"


@pytest.mark.parametrize(("text", "tags"), [
    ("Nissin Foods", ("en",)),
    ("日新食品", ("ja", "zh-Hans", "zh-Hant")),
    ("日新かい", ("ja",)),
    ("ニッシン", ("ja",)),
    ("日新电机", ("zh-Hans",)),
    ("日新電機", ("ja", "zh-Hant")),
    ("毎日新聞", ("ja",)),
])  # fmt: skip
def test_a_name_is_protected_in_the_languages_that_write_it(text, tags):
    assert languages_of(text, Termbase(title="", languages=("en", "ja", "zh-Hans", "zh-Hant"))) == tags


ENTRIES = """\
subject: s
concepts:
  - id: new-zealand
    terms: {en: [{text: New Zealand, status: preferred}]}
  - id: jnz
    terms:
      en:
        - {text: Nissin, status: deprecated, reason: misrendering, near: {concepts: [new-zealand]}}
        - {text: Nissin pair, status: admitted, region: [TW], profile: [p]}
        - {text: the pair of, status: deprecated, reason: style, forms: [pair of]}
"""
LAYER = "concepts:\n  # ours\n  - extends: jnz\n    forbid: {en: [Nissin]}   # at last\n    note: {en: x}\n"


def test_an_exception_in_an_overlay_entry_keeps_what_that_entry_says(folder):
    base = folder({"a.yaml": ENTRIES})
    layer = folder({"b.yaml": LAYER}, name="layer")
    termbase = load([base, layer]).termbase
    changes = [change for change, _ in exceptions(termbase, layer, "Nissin pair of Foods")]
    texts = apply(layer, changes)
    merged = save(texts, [base, layer]).termbase["jnz"]
    assert [(term.text, term.status.value, term.not_in, term.region, term.profile, bool(term.near)) for term in merged.terms] == [
        ("Nissin", "deprecated", ("Nissin pair of Foods",), (), (), True),
        ("Nissin pair", "admitted", ("Nissin pair of Foods",), ("TW",), ("p",), False),
        ("the pair of", "deprecated", ("Nissin pair of Foods",), (), (), False),
    ]
    assert texts[layer / "b.yaml"].startswith("concepts:\n  # ours\n  - extends: jnz\n")
    assert "note: {en: x}" in texts[layer / "b.yaml"]


PACT = """\
concepts:
  - id: isa
    terms:
      en: [{text: security agreement, status: preferred}, {text: secrecy pact, status: deprecated, reason: misrendering}]
"""


def test_a_name_is_no_finding_once_it_is_protected(folder):
    base = folder({"a.yaml": PACT})

    def found(termbase: Termbase) -> int:
        draft = "They keep a family secrecy pact. The bank signed a secrecy pact with clients. They signed a secrecy pact."
        document = read_document("a.txt", draft.encode(), language="en")
        return len(lint_document(document, compile_termbase(termbase)).findings)

    termbase = load([base]).termbase
    assert found(termbase) == 3
    termbase = save(apply(base, [shield(termbase, "family secrecy pact")]), [base]).termbase
    assert found(termbase) == 2
    changes = [change for change, _ in exceptions(termbase, base, "secrecy pact with clients", text="Secrecy Pact")]
    assert found(save(apply(base, changes), [base]).termbase) == 1


def test_the_configuration_that_is_written_is_read_by_others_as_well(tmp_path):
    text = own_layer(tmp_path, []).texts[tmp_path / "glossary.toml"]
    assert tomllib.loads(text) == {"termbase": ["bundled", "glossary"]}
