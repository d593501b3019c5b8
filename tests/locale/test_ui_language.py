"""Which language the program speaks, and that its catalogs are whole."""

from __future__ import annotations

import gettext
import importlib.util
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import click
import pytest

from glossary import locale
from glossary.locale.labels import _LABELS, label
from glossary.locale.names import is_territory, language_name, territory_name
from glossary.messages import MESSAGES
from glossary.model import Kind, Reason, Scope, Status, TermType

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    locale.activate("en")


@pytest.fixture(scope="module")
def catalogs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogs", ROOT / "tools" / "catalogs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["catalogs"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("arguments", "environ", "expected"),
    [
        ([], {}, "en"),
        ([], {"LANG": "ja_JP.UTF-8"}, "ja"),
        ([], {"LANG": "zh_TW.UTF-8"}, "zh_Hant"),
        ([], {"LANG": "zh_HK.UTF-8"}, "zh_Hant"),
        ([], {"LANG": "zh_MO"}, "zh_Hant"),
        ([], {"LANG": "zh_CN.GB18030"}, "zh_Hans"),
        ([], {"LANG": "zh_SG.UTF-8"}, "zh_Hans"),
        ([], {"LANG": "zh_Hant"}, "zh_Hant"),
        ([], {"LANG": "sr_RS@latin"}, "en"),
        ([], {"LANG": "C"}, "en"),
        ([], {"LANG": "C.UTF-8", "LANGUAGE": "ja"}, "en"),
        ([], {"LC_ALL": "ja_JP", "LANG": "zh_CN"}, "ja"),
        ([], {"LC_ALL": "", "LC_MESSAGES": "zh_CN", "LANG": "ja_JP"}, "zh_Hans"),
        ([], {"LANGUAGE": "fr:zh_TW:ja", "LANG": "ja_JP"}, "zh_Hant"),
        ([], {"LANGUAGE": "fr:de", "LANG": "ja_JP"}, "ja"),
        ([], {"LANG": "de_DE"}, "en"),
        ([], {"LANG": "?!"}, "en"),
        ([], {"GLOSSARY_UI_LANG": "zh-TW", "LANG": "ja_JP"}, "zh_Hant"),
        ([], {"GLOSSARY_UI_LANG": "klingon", "LANG": "ja_JP"}, "en"),
        (["lint", "--ui-lang", "ja", "x"], {"GLOSSARY_UI_LANG": "zh-TW"}, "ja"),
        (["--ui-lang=zh-Hans", "lint"], {}, "zh_Hans"),
        (["lookup", "--", "--ui-lang", "ja"], {}, "en"),
        (["lookup", "--ui-lang"], {"LANG": "ja_JP"}, "ja"),
    ],
)
def test_the_language_is_chosen_before_anything_is_parsed(arguments: list[str], environ: dict[str, str], expected: str) -> None:
    assert locale.choose(arguments, environ) == expected


def test_without_activation_everything_is_english() -> None:
    assert locale.active() == "en"
    assert locale.gettext_("preferred") == "preferred"
    assert locale.gettext_("") == ""
    assert locale.ngettext_("%(number)d file", "%(number)d files", 2) == "%(number)d files"


def test_a_catalog_that_is_not_there_is_english() -> None:
    locale.activate("klingon")
    assert locale.active() == "en"


def test_messages_come_from_the_catalog(tmp_path: Path, catalogs: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "zh_Hant" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source = folder / "glossary.po"
    source.write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
        'msgid "preferred"\nmsgstr "優先"\n\nmsgid "%(number)d file"\nmsgid_plural "%(number)d files"\nmsgstr[0] "%(number)d 個檔案"\n',
        encoding="utf-8",
    )
    (folder / "glossary.mo").write_bytes(catalogs.compiled(source))
    monkeypatch.setattr(locale, "FOLDER", tmp_path)
    locale.activate("zh_Hant")
    assert locale.gettext_("preferred") == "優先"
    assert locale.gettext_("not in the catalog") == "not in the catalog"
    assert locale.ngettext_("%(number)d file", "%(number)d files", 1) == "%(number)d 個檔案"
    assert locale.own_text({"en": "e", "zh-Hant": "h"}) == "h"
    assert gettext.find(locale.DOMAIN, tmp_path, ["zh_Hant"])  # as click's gettext looks for it


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (('"%(number)d 個檔案"', '"檔案"'), "placeholders"),
        (('"%(number)d 個檔案"', '"%(zahl)d 檔案"'), "placeholders"),
        (('msgid "%', '#, fuzzy\nmsgid "%'), "fuzzy"),
        (('msgstr[0] "', "msgstr[0] "), "po"),
    ],
)
def test_a_catalog_with_an_error_is_not_compiled(tmp_path: Path, catalogs: ModuleType, change: tuple[str, str], problem: str) -> None:
    source = tmp_path / "ja" / "LC_MESSAGES" / "glossary.po"
    source.parent.mkdir(parents=True)
    text = (
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'
        'msgid "%(number)d file"\nmsgid_plural "%(number)d files"\nmsgstr[0] "%(number)d 個檔案"\n'
    )
    source.write_text(text, encoding="utf-8")
    assert catalogs.compiled(source)
    source.write_text(text.replace(*change), encoding="utf-8")
    with pytest.raises(ValueError, match=problem):
        catalogs.compiled(source)


def test_every_language_is_complete(catalogs: ModuleType) -> None:
    assert catalogs.check() == []


def test_catalogs_are_sorted_and_have_neither_places_nor_dates(catalogs: ModuleType) -> None:
    for language in catalogs.LANGUAGES:
        text = catalogs.path_of(language).read_text(encoding="utf-8")
        assert "\n#: " not in text
        assert "Date:" not in text
        ids = [message.id if isinstance(message.id, str) else message.id[0] for message in catalogs.read(catalogs.path_of(language))]
        assert ids == sorted(ids)


def test_clicks_own_words_are_those_of_the_installed_click(catalogs: ModuleType) -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(inspect.getfile(click)).parent.glob("*.py"))
    joined = re.sub(r'"\s*\n\s*"', "", sources)
    words = [*catalogs.CLICK, *(word for pair in catalogs.CLICK_PLURALS for word in pair)]
    assert [word for word in words if word.replace("\n", "\\n").replace("\t", "\\t") not in joined] == []


def test_every_message_of_the_library_is_extracted(catalogs: ModuleType) -> None:
    extracted = {message.id for message in catalogs.template()}
    assert set(MESSAGES.values()) - extracted == set()


def test_every_value_of_the_model_has_a_label() -> None:
    assert set(_LABELS["status"]) == {status.value for status in Status}
    assert set(_LABELS["reason"]) == {reason.value for reason in Reason}
    assert set(_LABELS["kind"]) == {kind.value for kind in Kind}
    assert set(_LABELS["scope"]) == {scope.value for scope in Scope}
    assert {*_LABELS["type"], "full"} == {type.value for type in TermType}
    assert label("type", "full") == ""


def test_names_of_languages_and_territories_are_plain() -> None:
    assert language_name("zh-Hant") == "Chinese (Traditional)"
    assert language_name("xx-weird") == "xx-weird"
    assert territory_name("HK") == "Hong Kong"
    assert territory_name("NZ") == "New Zealand"
    assert territory_name("ZZZ") == "ZZZ"
    locale.activate("ja")
    assert language_name("ja") == "日本語"


@pytest.mark.parametrize(
    ("code", "known"),
    [("TW", True), ("HK", True), ("GB", True), ("CK", True), ("419", True), ("QQ", False), ("UK", False), ("ZZ", False), ("XA", False)],
)
def test_a_region_is_one_that_exists(code: str, known: bool) -> None:
    assert is_territory(code) is known
