"""Where terms are found, and where not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest_matching import concept, document, matcher

from glossary.findings import Verdict
from glossary.matching.match import Match
from glossary.model import Kind, Near, Reason, Scope, Status, Term, TermType, Unless

Find = Callable[..., tuple[Match, ...]]

NZ = concept("new-zealand", Term(text="New Zealand", language="en"), Term(text="新西兰", language="zh-Hans"), kind=Kind.STATE)
SG = concept("singapore", Term(text="Singapore", language="en"), Term(text="新加坡", language="zh-Hans"), kind=Kind.STATE)
PAIR = concept(
    "japan-new-zealand",
    Term(text="日新", language="zh-Hans", type=TermType.SHORT, not_in=("日新月异", "今日新闻")),
    Term(text="日新", language="ja", type=TermType.SHORT),
    Term(
        text="Nissin",
        language="en",
        status=Status.DEPRECATED,
        near=Near(concepts=("new-zealand",)),
        unless=Unless(next=("Foods", "Cup")),
    ),
    kind=Kind.BILATERAL,
    members=("japan", "new-zealand"),
)
ISA = concept(
    "isa", Term(text="情報保護協定", language="ja"), Term(text="information security agreement", language="en"), kind=Kind.AGREEMENT
)


BOUNDARIES = [
    ("Quad", "en", "在Quad会议上", 1, "Han is no letter of the same script"),
    ("Quad", "en", "the Quad's leaders", 1, "possessive"),
    ("Quad", "en", "Quadrilateral", 0, "part of a word"),
    ("Quad", "en", "squad Quad_x Quad2", 0, "letter, underscore, digit"),
    ("Quad", "en", "anti-Quad rhetoric", 1, "a hyphen may touch"),
    ("Quad", "en", "the Quad—and others", 1, "dash"),
    ("Quad", "en", "https://example.org/Quad/ x", 0, "an address is not prose"),
    ("Quad", "en", "write to Quad@example.org", 0, "a mail address"),
    ("Quad", "en", "see quad.com or quad.pdf", 0, "a host or file name"),
    ("Quad", "en", "The end.Quad", 1, "a space forgotten"),
    ("Brien", "en", "O'Brien", 0, "name with apostrophe"),
    ("Brien", "en", "'Brien'", 1, "quoted"),
    ("インド", "ja", "インドネシアとインド、インドの", 2, "katakana joins katakana"),
    ("Quad", "en", "Quad\u0301", 0, "a combining mark makes another letter"),
    ("国防", "zh-Hans", "国防\ufe00部", 1, "variation selector"),
]


@pytest.mark.parametrize(("term", "language", "text", "count", "why"), BOUNDARIES)
def test_edges_are_decided_by_the_scripts_that_meet(find: Find, term: str, language: str, text: str, count: int, why: str) -> None:
    found = find([concept("x", Term(text=term, language=language))], text, language=language)
    assert len(found) == count, why


FORMS = [
    ("information security agreements", Kind.AGREEMENT, "plural"),
    ("Information Security Agreement", Kind.AGREEMENT, ""),
    ("information\u00a0security agreement’s", Kind.AGREEMENT, ""),
    ("information-security agreement", Kind.AGREEMENT, None),
    ("information-security-agreement", Kind.AGREEMENT, ""),
    ("information\r\n    security agreement", Kind.AGREEMENT, ""),
    ("information security agreements", Kind.ORGANISATION, None),
]


@pytest.mark.parametrize(("text", "kind", "inflection"), FORMS)
def test_english_forms_are_expanded(find: Find, text: str, kind: Kind, inflection: str | None) -> None:
    found = find([concept("isa", Term(text="information security agreement", language="en"), kind=kind)], f"an {text} was signed")
    assert [match.inflection for match in found] == ([] if inflection is None else [inflection])


@pytest.mark.parametrize(
    ("case", "type", "term", "text", "count"),
    [
        ("", TermType.FULL, "Nissin", "NISSIN nissin Nissin", 3),
        ("exact", TermType.FULL, "Quad", "the Quad, a quad bike, QUAD", 1),
        ("", TermType.ACRONYM, "ISA", "Isa isa ISA", 1),
        ("", TermType.FULL, "QUAD", "Quad QUAD", 1),
        ("ignore", TermType.ACRONYM, "ISA", "Isa isa ISA", 3),
        ("exact", TermType.FULL, "polish", "Polish. Polish it, and polish. The Polish army", 3),
    ],
)
def test_capitals_count_where_they_tell_a_name(find: Find, case: str, type: TermType, term: str, text: str, count: int) -> None:
    assert len(find([concept("x", Term(text=term, language="en", case=case, type=type))], text)) == count


def test_the_longest_wins_not_the_leftmost(find: Find) -> None:
    (match,) = find([NZ, PAIR], "21日新西兰总理访日", language="zh-Hans")
    assert match.matched == "新西兰"
    assert [lost.matched for lost in match.covers] == []  # 日 is a day here, so 日新 is no candidate


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("日新关系", 1),
        ("日新月异", 0),
        ("今日新闻", 0),
        ("12日新规", 0),
        ("二十一日新规", 0),
        ("G7日新会谈", 1),
        ("２１日新規", 0),
        ("2021日新关系", 1),
    ],
)
def test_short_shorthands_are_not_found_inside_other_words(find: Find, text: str, count: int) -> None:
    assert len(find([PAIR], text, language="zh-Hans")) == count


def test_shields_protect_what_is_inside_and_are_reported_as_shields(find: Find) -> None:
    shield = concept("mainichi", Term(text="毎日新聞", language="ja"), kind=Kind.SHIELD)
    assert [match.concept for match in find([PAIR, shield], "毎日新聞は日新協定を報じた", language="ja")] == [
        "mainichi",
        "japan-new-zealand",
    ]


def test_latin_shields_count_in_every_language(find: Find) -> None:
    shield = concept("nissin-foods", Term(text="Nissin Foods", language="en"), kind=Kind.SHIELD)
    assert [match.concept for match in find([shield], "Nissin Foodsの株価", language="ja")] == ["nissin-foods"]


def test_a_segment_admits_its_own_language_and_region(find: Find) -> None:
    taiwan = concept("nz", Term(text="紐西蘭", language="zh-Hant", region=("TW",)), Term(text="新西蘭", language="zh-Hant", region=("HK",)))
    assert find([ISA], "情報保護協定", language="zh-Hant") == ()
    assert [m.matched for m in find([taiwan], "紐西蘭 新西蘭", language="zh-Hant")] == ["紐西蘭"]
    assert [m.matched for m in find([taiwan], "紐西蘭 新西蘭", language="zh-Hant", region="HK")] == ["新西蘭"]


def test_undecided_han_text_is_matched_for_review(find: Find) -> None:
    (match,) = find([ISA], "情報保護協定", language="und-Hani", decided=False)
    assert (match.verdict, match.reason) == (Verdict.REVIEW, "verdict.language")


GUARDS = [
    (["After the Nissin summit New Zealand's leader flew home."], 1),
    (["New Zealand won.", "The Nissin talks went on."], 1),
    (["The Nissin talks went on."], 0),
    (["Nissin Foods opened a plant in New Zealand."], 0),
    (["Nissin-Foods opened a plant in New Zealand."], 0),
    (["A Nissin Foodstuff stall in New Zealand."], 1),
]


@pytest.mark.parametrize(("paragraphs", "count"), GUARDS)
def test_a_guarded_form_counts_only_in_its_context(find: Find, paragraphs: list[str], count: int) -> None:
    found = [m for m in find([NZ, PAIR], *paragraphs) if m.concept == "japan-new-zealand"]
    assert len(found) == count


def scoped(scope: Scope) -> Term:
    return Term(text="collusion", language="en", status=Status.DEPRECATED, near=Near(concepts=("new-zealand",), within=scope))


@pytest.mark.parametrize(
    ("scope", "counts"),
    [(Scope.SENTENCE, [1, 0, 0]), (Scope.PARAGRAPH, [1, 1, 0]), (Scope.DOCUMENT, [1, 1, 1])],
)
def test_context_reaches_as_far_as_its_scope(find: Find, scope: Scope, counts: list[int]) -> None:
    texts = [["No collusion in New Zealand."], ["New Zealand won. No collusion."], ["New Zealand won.", "No collusion."]]
    concepts = [NZ, concept("coercion", scoped(scope))]
    assert [sum(m.concept == "coercion" for m in find(concepts, *text)) for text in texts] == counts


def test_a_name_inside_a_wrong_form_is_no_evidence(find: Find) -> None:
    slip = Term(text="Japan-Singapore", language="en", status=Status.DEPRECATED, unless=Unless(concepts=("singapore",)))
    concepts = [SG, concept("japan-new-zealand", slip, kind=Kind.BILATERAL)]
    assert [m.matched for m in find(concepts, "The Japan-Singapore talks; Japan–Singapore ties.")] == ["Japan-Singapore", "Japan–Singapore"]
    assert [m.matched for m in find(concepts, "The Japan-Singapore talks in Singapore.")] == ["Singapore", "Singapore"]


def test_a_form_that_only_a_style_forbids_still_names_its_concept(find: Find) -> None:
    forbidden = concept("forum", Term(text="Forum", language="en", status=Status.DEPRECATED, reason=Reason.STYLE))
    guarded = concept("x", Term(text="strategy", language="en", near=Near(concepts=("forum",))))
    assert [m.concept for m in find([forbidden, guarded], "The Forum reviews its strategy.")] == ["forum", "x"]


def test_members_of_a_matched_bilateral_are_evidence(find: Find) -> None:
    guarded = concept("x", Term(text="pact", language="en", near=Near(concepts=("new-zealand",))))
    pair = concept("pair", Term(text="Japan–NZ", language="en"), kind=Kind.BILATERAL, members=("japan", "new-zealand"))
    assert [m.concept for m in find([guarded, pair], "The Japan-NZ pact")] == ["pair", "x"]


def test_at_least_asks_for_several_concepts(find: Find) -> None:
    guarded = concept("x", Term(text="pact", language="en", near=Near(concepts=("new-zealand", "singapore"), at_least=2)))
    assert [len(find([guarded, NZ, SG], text)) for text in ("a New Zealand pact", "a pact of New Zealand and Singapore")] == [1, 3]


def test_one_surface_of_two_concepts_is_decided_by_their_members_or_left_for_review(find: Find) -> None:
    other = concept(
        "japan-singapore", Term(text="日新", language="zh-Hans", type=TermType.SHORT), kind=Kind.BILATERAL, members=("japan", "singapore")
    )
    near = find([NZ, SG, PAIR, other], "新西兰总理说，日新关系很好", language="zh-Hans")
    assert [(m.concept, m.verdict) for m in near] == [("new-zealand", Verdict.ACCEPT), ("japan-new-zealand", Verdict.ACCEPT)]
    (alone,) = find([NZ, SG, PAIR, other], "日新关系很好", language="zh-Hans")
    assert (alone.verdict, alone.reason) == (Verdict.REVIEW, "verdict.ambiguous")


def test_a_form_as_written_wins_over_one_that_differs_in_case(find: Find) -> None:
    quad = concept("quad", Term(text="Quad", language="en"), Term(text="QUAD", language="en", status=Status.DEPRECATED))
    assert [m.term.text for m in find([quad], "The Quad met. QUAD members agreed. The quad")] == ["Quad", "QUAD", "Quad"]


def test_rejected_hits_hide_nothing_and_explain_themselves(find: Find) -> None:
    found = find([NZ, PAIR], "The Nissin Cup in New Zealand", explain=True)
    assert [(m.matched, m.verdict, m.reason) for m in found] == [
        ("Nissin", Verdict.REJECT, "verdict.unless-next"),
        ("New Zealand", Verdict.ACCEPT, ""),
    ]


def test_losers_of_an_overlap_stay_with_the_winner(find: Find) -> None:
    forum = concept("forum", Term(text="New Zealand Forum", language="en"))
    (match,) = find([NZ, forum], "the New Zealand Forum")
    assert [lost.concept for lost in match.covers] == ["new-zealand"]


def test_other_languages_are_admitted_by_name() -> None:
    draft = document("The 情報保護協定 was signed", language="en")
    assert matcher(ISA).find(draft) == ()
    assert [m.matched for m in matcher(ISA).find(draft, languages=["ja"])] == ["情報保護協定"]
