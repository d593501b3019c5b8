"""Forms derived from Han names: how they are read, written, counted and looked up."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from glossary.matching.derived import of_stored, of_termbase
from glossary.matching.known_names import known_as, letters, sound_key
from glossary.matching.misreadings import Misreadings, derive
from glossary.matching.romanised import FAMILY, GIVEN, MOST_FORMS, SHORTEST, forms_of, varieties
from glossary.matching.slips import derive_slips
from glossary.model import Concept, Kind, Name, Shorthand, Status, Term, Termbase, TermType


def concept(*terms: Term, kind: Kind = Kind.BILATERAL, names: dict[str, Name] | None = None, id: str = "x", **fields: object) -> Concept:
    return Concept(id=id, kind=kind, terms=terms, names=names or {}, **fields)  # type: ignore[arg-type]


def forms(one: Concept) -> dict[str, list[str]]:
    return {text: [form.text for form in found] for text, found in forms_of(one)}


JAPANESE = Term(text="日新", language="ja", type=TermType.SHORT, reading="にっしん")
CHINESE = Term(text="日新", language="zh-Hans", type=TermType.SHORT)


def test_a_japanese_name_is_read_as_japanese_in_every_style_and_as_chinese() -> None:
    assert forms(concept(JAPANESE)) == {"日新": ["Nisshin", "Nissin", "Rixin"]}


def test_a_chinese_name_is_read_as_chinese_and_as_japanese() -> None:
    assert forms(concept(CHINESE)) == {"日新": ["Rixin", "Nisshin", "Nissin"]}


def test_simplified_characters_are_read_as_japan_writes_them() -> None:
    assert "Jieitai" in forms(concept(Term(text="自卫队", language="zh-Hans"), kind=Kind.ORGANISATION))["自卫队"]


def test_a_curated_reading_divides_words_and_a_curated_pinyin_replaces_the_draft() -> None:
    force = Term(text="海上自衛隊", language="ja", reading="かいじょう じえいたい")
    found = forms(concept(force, kind=Kind.ORGANISATION))["海上自衛隊"]
    assert found[:3] == ["Kaijo Jieitai", "Kaizyo Zieitai", "Kaijou Jieitai"]
    bank = Term(text="重行", language="zh-Hans", pinyin="chóng háng")
    assert forms(concept(bank))["重行"][0] == "Chonghang"


def test_a_form_is_written_joined_spaced_hyphenated_and_with_tones() -> None:
    [(_, (form, *_rest))] = forms_of(concept(CHINESE))
    assert varieties(form) == ("Rixin", "Ri Xin", "Ri-xin", "Rìxīn")


def test_names_of_persons_are_derived_by_part_in_both_orders() -> None:
    names = {"ja": Name(family="岸田", given="文雄", reading="きしだ ふみお")}
    terms = (Term(text="岸田文雄", language="ja", reading="きしだ ふみお"), Term(text="岸田", language="ja", reading="きしだ"))
    found = {form.text: form for _, derived in forms_of(concept(*terms, kind=Kind.PERSON, names=names)) for form in derived}
    assert {"Kisida Humio", "Humio Kisida", "Antian Wenxiong", "Wenxiong Antian", "Kisida", "Antian", "Humio"} <= set(found)
    assert found["Antian Wenxiong"].needed == len("antian")
    assert (found["Antian"].part, found["Humio"].part) == (FAMILY, GIVEN)


@pytest.mark.parametrize(
    "term",
    [
        Term(text="日", language="ja"),
        Term(text="日米安全保障条約", language="ja"),
        Term(text="日NZ", language="ja"),
        Term(text="日新", language="ja", status=Status.DEPRECATED),
        Term(text="日新", language="ja", misread="no"),
        Term(text="日新", language="ja", type=TermType.TITLED),
        Term(text="Nissin", language="en"),
    ],
)
def test_nothing_is_derived_from_what_is_no_short_han_name(term: Term) -> None:
    assert forms(concept(term)) == {}


@pytest.mark.parametrize("kind", [Kind.PHRASE, Kind.STATE, Kind.AGREEMENT, Kind.POST])
def test_nothing_is_derived_from_other_kinds(kind: Kind) -> None:
    assert forms(concept(JAPANESE, kind=kind)) == {}


def test_forms_are_few_and_long_enough() -> None:
    many = Term(text="防衛政策研究所"[:6], language="ja", reading="ぼうえい せいさく けんきゅう")
    for _, derived in forms_of(concept(many, kind=Kind.ORGANISATION)):
        assert 0 < len(derived) <= MOST_FORMS
        assert all(len(form.key) >= SHORTEST for form in derived)
        assert len({form.key for form in derived}) == len(derived)


def test_of_many_readings_the_likeliest_forms_are_kept() -> None:
    names = {"ja": Name(family="習", given="近平", reading="しゅう きんぺい")}
    [(_, derived)] = forms_of(concept(Term(text="習近平", language="ja", reading="しゅう きんぺい"), kind=Kind.PERSON, names=names))
    assert len(derived) == MOST_FORMS
    assert [form.text for form in derived[:2]] == ["Shu Kinpei", "Kinpei Shu"]


def table(*concepts: Concept) -> Misreadings:
    return Misreadings(lambda: derive(Termbase(title="t", concepts=concepts)))


def found(table: Misreadings, text: str) -> list[str]:
    return [text[hit.low : hit.high] for hit in table.find(text)]


def test_the_table_finds_a_form_however_it_is_divided_and_marked() -> None:
    text = "Nisshin, Nissin’s, Rixin, Ri Xin, Ri-xin, Rìxīn, Nisshin-led"
    assert found(table(concept(JAPANESE)), text) == ["Nisshin", "Nissin", "Rixin", "Ri Xin", "Ri-xin", "Rìxīn", "Nisshin"]


def test_the_table_finds_neither_other_divisions_nor_parts_of_words() -> None:
    assert found(table(concept(JAPANESE)), "Nis Shin, Nis-sin, R Ixin, Rixing, Nisshinbo, nisshin, XNisshin, Ri xin") == []


def test_right_english_names_are_not_in_the_table() -> None:
    tokyo = concept(
        Term(text="東京都", language="ja", reading="とうきょうと"), Term(text="Tokyo-to", language="en"), kind=Kind.PLACE, id="tokyo"
    )
    assert found(table(tokyo), "Tokyoto, Tokyo-to, Tōkyōto, Toukyouto") == ["Toukyouto"]


def test_forms_that_the_termbase_lists_are_marked() -> None:
    wrong = Term(text="Nissin", language="en", status=Status.DEPRECATED)
    made = table(concept(JAPANESE, wrong))
    assert [row.listed for row in made.at("nissin")] == [True]
    assert [row.listed for row in made.at("nisshin")] == [False]


def test_contested_names_are_not_in_the_table() -> None:
    assert derive(Termbase(title="t", concepts=(concept(JAPANESE, kind=Kind.PLACE, contested=True),))) == b""


def test_a_termbase_without_such_names_has_no_table() -> None:
    assert derive(Termbase(title="t", concepts=(concept(JAPANESE, kind=Kind.PHRASE),))) == b""
    assert list(Misreadings().find("Nisshin")) == []


def test_every_row_can_be_looked_up_by_halves() -> None:
    pairs = [concept(Term(text=f"日{char}", language="ja"), id=f"c{number}") for number, char in enumerate("新豪印米中韓英仏独伊露比越泰")]
    made = table(*pairs)
    keys = [line.split(b"\t")[0].decode() for line in made.data.splitlines()]
    assert keys == sorted(keys)
    assert all(made.at(key) for key in keys)
    assert made.at("aaaaa") == made.at("zzzzz") == made.at("") == ()


@pytest.mark.parametrize(
    ("latin", "key"),
    [
        ("Nissin", "nisshin"),
        ("Nisshin", "nisshin"),
        ("Ōno", "ono"),
        ("Oono", "ono"),
        ("Ohno", "ono"),
        ("Shimbun", "shinbun"),
        ("Tyuniti", "chunichi"),
    ],
)
def test_romanisations_of_one_reading_have_one_key(latin: str, key: str) -> None:
    assert sound_key(latin) == key


def test_letters_are_what_marks_case_and_divisions_do_not_change() -> None:
    assert letters("Kaijō Jieitai") == letters("kaijo-jieitai") == letters("KAIJO JIEITAI") == "kaijojieitai"


@pytest.mark.parametrize(
    ("name", "flag"), [("Nissin", "o"), ("Nisshin", "v"), ("Hoshi", "s"), ("Kaihō", "s"), ("Kinpei", "g"), ("Takao", "p")]
)
def test_known_names_are_known_in_any_romanisation(name: str, flag: str) -> None:
    assert flag in known_as(name)


def test_known_names_are_sorted_and_say_where_they_come_from() -> None:
    from importlib.resources import files

    lines = files("glossary.matching").joinpath("known_names.txt").read_text("utf-8").splitlines()
    names = [line for line in lines if not line.startswith("#")]
    assert names == sorted(names)
    assert any("Apache License" in line for line in lines if line.startswith("#"))


SHORTHANDS = (
    Shorthand(text="日", language="ja", state="japan"),
    Shorthand(text="新", language="ja", state="new-zealand"),
    Shorthand(text="新", language="zh-Hans", state="singapore"),
    Shorthand(text="澳", language="zh-Hans", state="australia", taken_for=("macau",)),
    Shorthand(text="中", language="zh-Hans", state="china"),
)


def states(*ids: str) -> tuple[Concept, ...]:
    return tuple(Concept(id=id, kind=Kind.STATE, terms=(Term(text=id.title(), language="en"),)) for id in ids)


def test_slips_follow_from_shared_shorthands_and_from_what_they_are_taken_for() -> None:
    pairs = (
        Concept(id="jn", kind=Kind.BILATERAL, members=("japan", "new-zealand"), terms=(CHINESE, JAPANESE)),
        Concept(id="ca", kind=Kind.BILATERAL, members=("china", "australia")),
    )
    termbase = Termbase(title="t", concepts=(*states("japan", "new-zealand", "singapore", "macau"), *pairs), shorthands=SHORTHANDS)
    assert [(slip.concept, slip.kept, slip.wrong, slip.source) for slip in derive_slips(termbase)] == [
        ("jn", "japan", "singapore", "日新"),
        ("ca", "china", "macau", "中澳"),
    ]


def test_no_slip_leads_to_a_state_that_the_termbase_does_not_know() -> None:
    pair = Concept(id="jn", kind=Kind.BILATERAL, members=("japan", "new-zealand"))
    assert derive_slips(Termbase(title="t", concepts=(pair,), shorthands=SHORTHANDS)) == ()


def test_what_is_stored_is_what_was_derived() -> None:
    pair = Concept(id="jn", kind=Kind.BILATERAL, members=("japan", "new-zealand"), terms=(JAPANESE,))
    termbase = Termbase(title="t", concepts=(*states("japan", "singapore"), pair), shorthands=SHORTHANDS)
    made = of_termbase(termbase)
    again = of_stored(*map(memoryview, made.stored()))
    assert again.misreadings.data == made.misreadings.data != b""
    assert again.slips == made.slips != {}


def test_nothing_is_derived_before_a_text_is_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def make(name: str) -> Callable[[], bytes]:
        return lambda: asked.append(name) or b""  # type: ignore[func-returns-value]

    from glossary.matching.derived import Derived

    derived = Derived(make("misreadings"), make("slips"))
    assert asked == []
    assert list(derived.misreadings.find("Nisshin")) == []
    assert list(derived.misreadings.find("Nisshin")) == []
    assert asked == ["misreadings"]
