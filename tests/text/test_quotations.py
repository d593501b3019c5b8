"""What stands between quotation marks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.text.quotations import has_sic, quotation_spans, quoted_as_word

CASES = [
    ("He said “the Nissin talks” yesterday", ["the Nissin talks"]),
    ("He said “a ‘b’ c” and “d”", ["a ‘b’ c", "b", "d"]),
    ("the ministers’ meeting wasn’t long", []),
    ("‘The ministers’ meeting’ was long", ["The ministers’ meeting"]),
    ("‘It wasn’t long’, he said", ["It wasn’t long"]),
    ('say "Nissin" and "Rixin"', ["Nissin", "Rixin"]),
    ('a 5" gun and a 6" gun', []),
    ("首相は「日新『共同』声明」と述べた", ["日新『共同』声明", "共同"]),
    ("他写的《新西兰》和〈日本〉", []),
    ("“First paragraph of a long quotation.", ["First paragraph of a long quotation."]),
    ("「続く段落", ["続く段落"]),
    ('an unclosed "word', []),
    ("an unclosed ‘word", []),
    ("a stray ” mark", []),
    ("“A” then “B", ["A", "B"]),
    ("“”", []),
    ("the ’90s were “good”", ["good"]),
    ('日本の"新"政策', ["新"]),
    ("“A „B“ c” d", ["A „B“ c", "B"]),
    ("word“, more", []),
    ("‘新’政策", ["新"]),
    # straight single marks
    ("He said 'the agreement is near.'", ["the agreement is near."]),
    ("'It wasn't long', he said", ["It wasn't long"]),
    ("He said 'the states' role is near.' Then he left", ["the states' role is near."]),
    ("the states' role and the boys' plan", []),
    ("don't 'quote me', it's rock 'n' roll in the '90s", ["quote me"]),
    ("'It's rock 'n' roll,' he said", ["It's rock 'n' roll,"]),
    ("‘It’s rock ’n’ roll,’ he said", ["It’s rock ’n’ roll,"]),
    ("in '98 the states' role grew; 'tis so, 'em too, the boys' plan", []),
    ("'20 years ago the talks began,' he said", ["20 years ago the talks began,"]),
    ("Japan 's role and the states ' role", []),
    ("'Peters' visit' was long. The ministers' meeting", ["Peters' visit"]),
    ("It is about 'the talks' too. The ministers' meeting was on.", ["the talks"]),
    ("'hood said \"the states' role is near,\" he", ["the states' role is near,"]),
    ("'The \"Nissin\" talks' (the 'best'—'so far')", ['The "Nissin" talks', "Nissin", "best", "so far"]),
    ("He said 'yes. The talks go on and on", []),
    ("6' 2'' tall and 5'' wide", []),
    ("日本の'新'政策", ["新"]),
    # two straight single marks, TeX
    ("a ''title'' and ``another''", ["title", "another"]),
    ("'''bold''' and ''open", []),
    # guillemets
    ("« traité » et «accord», l'« Europe »", [" traité ", "accord", " Europe "]),
    ("»Vertrag« und ›Pakt‹ ‹a›", ["Vertrag", "Pakt", "a"]),
    ("Home » News » Japan « back", []),
    ("an « unclosed word", []),
    # low marks
    ("„das ‚neue‘ Wort“ hier und „słowo” tu", ["das ‚neue‘ Wort", "neue", "słowo"]),
    ("„Ja“, “yes” x", ["Ja", "yes"]),
    ("an „unclosed word", []),
]


@pytest.mark.parametrize(("text", "quoted"), CASES)
def test_quotations_are_what_stands_between_the_marks(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotation_spans(text)] == quoted


@pytest.mark.parametrize(
    ("text", "word", "alone"),
    [
        ("called “Nissin” by", "Nissin", True),
        ("called “Nissin,” by", "Nissin", True),
        ("called 'Nissin' by", "Nissin", True),
        ("「日新」という", "日新", True),
        ("“the Nissin talks”", "Nissin", False),
        ("“Nissin talks”", "Nissin", False),
        ("“Nissin」", "Nissin", False),
        ("《日新》", "日新", False),
        ("Nissin", "Nissin", False),
        ("«Nissin»", "Nissin", True),
        ("« Nissin »", "Nissin", True),
        ("‹Nissin›", "Nissin", True),
        ("»Nissin«", "Nissin", True),
        ("„Nissin“", "Nissin", True),
        ("„Nissin”", "Nissin", True),
        ("‚Nissin‘", "Nissin", True),
        ("called ''Nissin'' by", "Nissin", True),
        ("called ``Nissin'' by", "Nissin", True),
        ("called 'Nissin,' by", "Nissin", True),
        ("日本の'日新'政策", "日新", True),
        ("the states'Nissin'", "Nissin", False),
        ("'Nissin's role'", "Nissin", False),
        ("‘Nissin’s role’", "Nissin", False),
        ("''Nissin'", "Nissin", False),
        ("«Nissin«", "Nissin", False),
    ],
)
def test_a_word_quoted_by_itself_is_spoken_about(text: str, word: str, alone: bool) -> None:
    start = text.index(word)
    assert quoted_as_word(text, start, start + len(word)) is alone


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (" [sic] talks", True),
        ("(sic)", True),
        ("” [Sic]", True),
        ("［ママ］", True),
        ("（ママ）", True),
        ("（原文如此）", True),
        (" talks [sic]", False),
        ("", False),
    ],
)
def test_sic_counts_directly_after_the_word_only(after: str, found: bool) -> None:
    assert has_sic("Nissin" + after, len("Nissin")) is found


MARKS = "aé s“”‘’\"「」『』'\n5«»‹›„‚`.n日"


@given(st.text(alphabet=MARKS) | st.text())
def test_quotations_lie_inside_the_text_in_order(text: str) -> None:
    spans = quotation_spans(text)
    assert list(spans) == sorted(spans)
    assert all(0 < start < end <= len(text) for start, end in spans)


@given(st.text(alphabet=MARKS))
def test_quotations_begin_after_a_mark_and_end_before_one_or_at_the_end(text: str) -> None:
    for start, end in quotation_spans(text):
        assert text[start - 1] in "“‘\"「『'«»‹›„‚`"
        assert end == len(text) or text[end] in "”’\"」』'«»‹›“‘"
        assert end < len(text) or text[start - 1] in "“「"


WORDS = st.sampled_from(["states'", "don't", "it's", "o'clock", "'n'", "'90s", "'tis", "ministers'", "Peters'", "6'", "role", "a", "n'"])


@given(st.lists(WORDS).map(" ".join))
def test_apostrophes_quote_nothing(text: str) -> None:
    assert quotation_spans(text) == ()


@given(
    st.lists(st.sampled_from(["the", "states'", "don't", "role", "'n'", "'90s", "is", "near"]), min_size=1).map(" ".join),
    st.sampled_from(["''", "“”", '""', "«»", "„“", "„”", "‹›", "「」"]),
)
def test_a_sentence_between_marks_is_quoted_whatever_apostrophes_it_holds(words: str, marks: str) -> None:
    text = f"He said {marks[0]}So {words} now.{marks[1]} She left"
    assert (9, 9 + len(f"So {words} now.")) in quotation_spans(text)


def test_one_long_paragraph_takes_time_in_proportion_to_its_length() -> None:
    def cpu(text: str) -> float:
        best = float("inf")
        for _ in range(3):  # the collector may run in any of them
            start = time.process_time()
            quotation_spans(text)
            best = min(best, time.process_time() - start)
        return best

    curly = ("“a” ", "‘as’ b ", "“", "‘", "「『", "« a » ", "«", "„a“ ", "„")
    straight = ('"a" ', "'as' b ", "as' b ", "'as. ", "'", "' ", "''a'' ", "`")
    for unit in curly + straight:
        assert cpu(unit * 40_000) < 40 * max(cpu(unit * 4_000), 0.002)
