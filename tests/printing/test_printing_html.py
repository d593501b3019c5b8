"""The printed page: self-contained, well formed, accessible, and fair."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest

from glossary.model import Concept, Confusable, Kind, Layer, Name, OnlyWhen, Post, Profile, Reason, Source, Status, Term, Termbase
from glossary.printing import FORMATS, writer
from glossary.printing.entries import initial, sort_key
from glossary.printing.indexes import by_kana, by_pinyin
from glossary.printing.options import Options

PREFERRED, WRONG = Status.PREFERRED, Status.DEPRECATED


def term(language: str, text: str, status: Status = PREFERRED, **fields: Any) -> Term:
    return Term(text=text, language=language, status=status, **fields)


TERMBASE = Termbase(
    title="Sample <1>",
    version="1.2",
    licence="CC0-1.0",
    languages=("en", "ja", "zh-Hans", "zh-Hant"),
    profiles=(
        Profile(id="neutral", title={"en": "Neutral"}),
        Profile(id="japan", title={"en": "Japan"}),
        Profile(id="prc", title={"en": "PRC"}),
    ),
    layers=(Layer(title="Sample <1>", version="1.2", licence="CC0-1.0"),),
    concepts=(
        Concept(
            id="japan-new-zealand",
            kind=Kind.BILATERAL,
            terms=(
                term("en", "Japan–New Zealand"),
                term("en", "Nissin", WRONG, reason=Reason.MISRENDERING, origin="日新"),
                term("ja", "日・ニュージーランド", reading="にち・ニュージーランド"),
                term("zh-Hans", "日新", pinyin="rì xīn"),
                term("zh-Hant", "日紐", region=("TW",)),
            ),
            definition={"en": "Named by <two> states & more."},
            sources=(
                Source(title="Joint statement", publisher="MOFA", url="https://www.mofa.go.jp/x"),
                Source(title="Bad address", url="javascript:alert(1)"),
            ),
        ),
        Concept(
            id="intelligence",
            terms=(term("en", "intelligence"), term("en", "information", WRONG, only_when=OnlyWhen(source="情报"))),
            confusable=(Confusable(text="news", language="en"),),
        ),
        Concept(
            id="senkaku",
            kind=Kind.PLACE,
            contested=True,
            terms=(
                term("en", "Senkaku Islands", profile=("japan",)),
                term("en", "Diaoyu Dao", profile=("prc",)),
                term("ja", "尖閣諸島", reading="せんかく しょとう"),
            ),
        ),
        Concept(
            id="kishida",
            kind=Kind.PERSON,
            names={"en": Name(family="Kishida", given="Fumio")},
            posts=(Post(title="Prime Minister of Japan"),),
            terms=(
                term("en", "Fumio Kishida", derived=True),
                term("en", "Kishida Fumio", Status.ADMITTED, derived=True),
                term("en", "Kishida", Status.ADMITTED, derived=True),
            ),
        ),
        Concept(id="shield", kind=Kind.SHIELD, terms=(term("en", "Nissin Foods"),)),
        Concept(id="only-ja", terms=(term("ja", "霞が関", reading="かすみがせき"),)),
    ),
)


def page(**options: Any) -> str:
    return writer(".html")(TERMBASE, Options(**options)).decode("utf-8")


class Page(HTMLParser):
    """The ids, links and unbalanced elements of a page."""

    VOID = frozenset({"meta", "path", "br"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if tag == "a" else []
        self.loads += [tag] if tag in ("script", "link", "img", "iframe", "object", "base") or "src" in given else []
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag, f"{tag} at {self.getpos()}"


def test_the_page_is_well_formed_and_its_links_lead_somewhere() -> None:
    parsed = Page(page())
    assert parsed.open == []
    assert len(parsed.ids) == len(set(parsed.ids))
    assert {link[1:] for link in parsed.links if link.startswith("#")} <= set(parsed.ids)


def test_nothing_is_loaded_from_elsewhere() -> None:
    text = page()
    assert Page(text).loads == []
    assert "url(" not in text
    assert "@import" not in text
    assert "default-src 'none'" in text


def test_text_of_the_termbase_is_never_markup() -> None:
    text = page()
    assert "Sample &lt;1&gt;" in text
    assert "Named by &lt;two&gt; states &amp; more." in text
    assert 'href="javascript:' not in text
    assert "Bad address" in text


def test_readings_are_ruby_and_every_name_has_its_language() -> None:
    text = page()
    assert '<span class="name" lang="ja"><ruby>日<rp>(</rp><rt>にち</rt><rp>)</rp></ruby>・ニュージーランド</span>' in text
    assert '<span class="name" lang="zh-Hans-CN"><ruby>日<rp>(</rp><rt>rì</rt>' in text
    assert '<span class="name" lang="zh-Hant-TW">日紐</span> <span class="details">Taiwan</span>' in text
    assert '<html lang="en">' in text


def test_a_wrong_form_is_struck_out_said_in_words_and_leads_to_the_right_one() -> None:
    text = page()
    assert (
        '<s lang="en">Nissin</s> <span class="why">wrong rendering (日新) → <span class="right" lang="en">Japan–New Zealand</span>' in text
    )
    assert re.search(r'wrong form:</span> <s>Nissin</s> → .*?<a href="#c-japan-new-zealand">Japan–New Zealand</a>', text)
    assert text.index("<s>Nissin</s>") > text.index('id="l-4e"')  # under N


def test_a_form_wrong_only_for_some_source_says_so() -> None:
    assert re.search(r'<s>information</s> <span class="details" lang="en">for 情报</span>', page())


def test_a_contested_name_stands_evenly_with_all_profiles() -> None:
    text = page()
    assert text.index('<dt lang="en">Senkaku Islands</dt><dd>Japan</dd>') < text.index('<dt lang="en">Diaoyu Dao</dt><dd>PRC</dd>')
    assert '<a href="#c-senkaku" lang="en">Diaoyu Dao</a>' in text  # neither is neutral: the alphabet decides
    assert '<a href="#c-senkaku" lang="en">Senkaku Islands</a>' in page(profile="japan")


def test_a_person_is_found_under_the_family_name_and_once() -> None:
    text = page()
    assert re.search(r'<p lang="en">Kishida Fumio → .*?<a href="#c-kishida">Fumio Kishida</a>', text)
    assert '<p lang="en">Kishida →' not in text
    assert "Prime Minister of Japan" in text


def test_shields_are_not_printed_and_names_without_english_come_last() -> None:
    text = page()
    assert "Nissin Foods" not in text
    assert text.rindex('class="letter"') < text.index('id="c-only-ja"')


def test_indexes_are_in_the_order_of_kana_and_of_pinyin() -> None:
    assert [(head.name, [line.text for line in head.lines]) for head in by_kana(TERMBASE, Options())] == [
        ("か", ["霞が関"]),
        ("さ", ["尖閣諸島"]),
        ("な", ["日・ニュージーランド"]),
    ]
    assert [(head.name, [line.text for line in head.lines]) for head in by_pinyin(TERMBASE, Options())] == [("R", ["日新"])]


def test_languages_and_kinds_can_be_chosen() -> None:
    text = page(languages=("en", "ja"), by_kind=True)
    assert "日新</ruby>" not in text
    assert "Index by pinyin" not in text
    assert re.search(r"<h2 id=[^>]*>person</h2>", text)


def test_a_region_without_a_form_gets_none() -> None:
    assert "日紐" not in page(regions={"zh-Hant": "HK"})


@pytest.mark.parametrize(("text", "letter"), [("Ōhira", "O"), ("“Quad”", "Q"), ("2+2", "#"), ("日新", "#")])
def test_a_name_is_filed_under(text: str, letter: str) -> None:
    assert initial(text) == letter


def test_names_are_filed_word_by_word() -> None:
    assert sorted(["Newcastle", "New Zealand", "new-built", "New"], key=sort_key) == ["New", "new-built", "New Zealand", "Newcastle"]


def test_an_empty_termbase_is_still_a_page() -> None:
    for suffix in FORMATS:
        assert writer(suffix)(Termbase(title="Empty"), Options())
