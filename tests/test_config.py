"""Configuration: what is found, what is refused, and which termbase holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.config import Config, bundled, find_config, find_termbases
from glossary.errors import ConfigError, UsageError

RULES = ("deprecated-term", "mixed-terms", "spelling-mix")

FULL = """
termbase = ["terms", "client"]
profile = "japan"
lang = "zh-HK"
region = "nz"
fail-on = "warning"
exclude = "old/"
encoding = "cp932"
date = 2022-04-21

[rules]
spelling-mix = "off"
mixed-terms = "error"
"""


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_setting_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "glossary.toml", FULL)
    assert find_config(tmp_path, rules=RULES) == Config(
        path=path.resolve(),
        termbase=(tmp_path.resolve() / "terms", tmp_path.resolve() / "client"),
        profile="japan",
        lang="zh-HK",
        region="NZ",
        fail_on="warning",
        rules={"spelling-mix": "off", "mixed-terms": "error"},
        exclude=("old/",),
        encoding="cp932",
        date="2022-04-21",
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pyproject.toml", "[tool.glossary]\nprofile = 'prc'\n"),
        ("glossary.toml", "[tool.glossary]\nprofile = 'prc'\n"),
        ("glossary.toml", "\ufeffprofile = 'prc'\r\n"),
    ],
)
def test_the_settings_may_stand_in_either_file(tmp_path: Path, name: str, text: str) -> None:
    write(tmp_path / name, text)
    assert find_config(tmp_path).profile == "prc"


def test_the_nearest_file_holds_alone(tmp_path: Path) -> None:
    write(tmp_path / "glossary.toml", "profile = 'prc'\nlang = 'en'\n")
    write(tmp_path / "a" / "glossary.toml", "profile = 'roc'\n")
    config = find_config(tmp_path / "a" / ".")
    assert (config.profile, config.lang) == ("roc", "")


def test_a_pyproject_of_others_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "glossary.toml", "profile = 'prc'\n")
    write(tmp_path / "a" / "pyproject.toml", "[project]\nname = 'x'\n")
    write(tmp_path / "a" / "b" / "pyproject.toml", "broken = [")
    (tmp_path / "a" / "b" / "c").mkdir()
    assert find_config(tmp_path / "a" / "b" / "c").profile == "prc"


@pytest.mark.parametrize(
    ("text", "code", "hint"),
    [
        ("profile = x\n", "config.syntax", "line 1"),
        ("profil = 'x'", "config.unknown-key-near", "did you mean profile"),
        ("zzz = 'x'", "config.unknown-key", "termbase, profile"),
        ("profile = 3", "config.not-string", "profile"),
        ("profile = ''", "config.not-string", "profile"),
        ("termbase = 3", "config.not-list", "termbase"),
        ("exclude = [1]", "config.not-list", "exclude"),
        ("rules = 'off'", "config.not-table", "[rules]"),
        ("[rules]\nmixed-term = 'off'", "config.unknown-rule-near", "mixed-terms"),
        ("[rules]\nqqqqq = 'off'", "config.unknown-rule", "deprecated-term"),
        ("[rules]\nmixed-terms = 'loud'", "config.not-choice", "rules.mixed-terms"),
        ("[rules]\nmixed-terms = {}", "config.not-choice", "rules.mixed-terms"),
        ("fail_on = 'all'", "config.not-choice", "never"),
        ("fail_on = ['error']", "config.not-choice", "never"),
        ("lang = 'English language'", "config.not-language", "zh-Hans"),
        ("region = 'Taiwan'", "config.not-region", "TW"),
        ("region = 12", "config.not-region", "TW"),
        ("region = 'QQ'", "config.no-territory", "QQ"),
        ("region = 'UK'", "config.no-territory", "GB"),
        ("lang = 'zh-QQ'", "config.no-territory", "QQ"),
        ("exclude = ['a.md', '[']", "config.not-pattern", "["),
        ("exclude = 'old/[a'", "config.not-pattern", "old/[a"),
        ("exclude = '[z-a]'", "config.not-pattern", "[z-a]"),
        ("exclude = '!'", "config.not-pattern", "!"),
        ("exclude = 'a\\'", "config.not-pattern", "exclude"),
        ("exclude = '#old'", "config.not-pattern", "#old"),
        ("exclude = '/'", "config.not-pattern", "exclude"),
        ("encoding = 'shift-jus'", "config.not-encoding", "shift-jus"),
        ("date = '21 April'", "config.not-date", "2022-04-21"),
        ("date = '2022-02-30'", "config.not-date", "2022-02-30"),
        ("date = 2022-04-21T10:00:00", "config.not-date", "date"),
        ("[tool]\nglossary = 1", "config.not-table", "tool.glossary"),
    ],
)
def test_a_mistake_is_one_line_with_file_and_key(tmp_path: Path, text: str, code: str, hint: str) -> None:
    path = write(tmp_path / "glossary.toml", text)
    with pytest.raises(ConfigError) as caught:
        find_config(tmp_path, rules=RULES)
    message = str(caught.value)
    assert caught.value.code == code
    assert message.startswith(str(path.resolve()))
    assert hint in message
    assert "\n" not in message


@pytest.mark.parametrize("pattern", ["old/", "/old", "!keep.md", "*.[ch]", "[!a]*", "a/**/b", "\\\\#x", "\\[x"])
def test_a_pattern_that_can_match_is_taken(tmp_path: Path, pattern: str) -> None:
    write(tmp_path / "glossary.toml", f"exclude = ['{pattern}']")
    assert find_config(tmp_path).exclude == (pattern,)


def test_a_configuration_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "glossary.toml").write_bytes("profile = '日本'".encode("cp932"))
    with pytest.raises(ConfigError, match="UTF-8"):
        find_config(tmp_path)


def test_rules_are_not_judged_when_none_are_known(tmp_path: Path) -> None:
    write(tmp_path / "glossary.toml", "[rules]\nmy-own = 'off'\n")
    assert find_config(tmp_path).rules == {"my-own": "off"}


def test_false_switches_a_rule_off(tmp_path: Path) -> None:
    write(tmp_path / "glossary.toml", "[rules]\nmixed-terms = false\n")
    assert find_config(tmp_path, rules=RULES).rules == {"mixed-terms": "off"}


def test_the_option_comes_before_the_configuration_before_the_folder_before_the_bundled(tmp_path: Path) -> None:
    root = tmp_path.resolve()
    for name in ("named", "configured"):
        (root / name).mkdir()
    config = Config(path=root / "glossary.toml", termbase=(root / "configured",))
    inner = root / "texts" / "deep"
    inner.mkdir(parents=True)
    assert find_termbases(inner, (), Config()) == ((bundled(),), "bundled")
    write(root / "terms" / "termbase.yaml", "format: 1\n")
    assert find_termbases(inner, (), Config()) == ((root / "terms",), "folder")
    assert find_termbases(inner, (), config) == ((root / "configured",), "config")
    assert find_termbases(inner, (root / "named",), config) == ((root / "named",), "option")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        find_termbases(tmp_path, (tmp_path / "absent",), Config())
    with pytest.raises(ConfigError, match=r"glossary\.toml: termbase: there is no folder"):
        find_termbases(tmp_path, (), Config(path=tmp_path / "glossary.toml", termbase=(tmp_path / "absent",)))


def test_the_bundled_termbase_of_a_checkout_is_its_own() -> None:
    assert (bundled() / "termbase.yaml").is_file()


def test_the_bundled_termbase_has_a_name_for_layers(tmp_path: Path) -> None:
    config = Config(path=tmp_path / "glossary.toml", termbase=(tmp_path / "bundled", tmp_path))
    assert find_termbases(tmp_path, (), config) == ((bundled(), tmp_path), "config")
    assert find_termbases(tmp_path, (Path("bundled"),), Config()) == ((bundled(),), "option")


def test_a_folder_of_that_name_is_the_folder(tmp_path: Path) -> None:
    (tmp_path / "bundled").mkdir()
    assert find_termbases(tmp_path, (tmp_path / "bundled",), Config()) == ((tmp_path / "bundled",), "option")
