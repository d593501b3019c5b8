"""New words in the place of old ones, the markup kept whole."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from glossary.documents.edits import edits_for
from glossary.documents.markdown import MARKDOWN
from glossary.documents.markdown import segments as markdown_segments
from glossary.documents.model import Part
from glossary.documents.opaque import opaque_spans
from glossary.documents.plain import PLAIN
from glossary.documents.splice import splice_text
from glossary.documents.text_format import TextFormat

NO_FIX = None


def rewritten(source: str, old: str, new: str, format: TextFormat = MARKDOWN) -> str | None:
    """Return `source` with the first `old` of its prose (a space is any white space) written as `new`, None where there is no fix."""
    segments = format.segments(source)
    part = Part(text=source, segments=segments)
    pattern = re.compile(re.escape(old).replace(r"\ ", r"\s+"))
    for segment in segments:
        match = pattern.search(segment.text.text)
        if match:
            edits = edits_for(part, segment, match.start(), match.end(), new, format.escape)
            return None if edits is None else splice_text(source.encode(), "utf-8", 0, source, edits).decode()
    raise AssertionError(f"{old} is not in the prose of {source!r}")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("the Nissin talks", "the NZ talks"),
        ("Nis**sin** talks", "NZ talks"),
        ("**Nissin**", "**NZ**"),
        ("*Nis*sin", "*NZ*"),
        ("**Nis***sin* x", "**NZ** x"),
        ("Nis***sin*** x", "NZ x"),
        ("***Nis***sin x", "***NZ*** x"),
        ("*a **Nissin** b*", "*a **NZ** b*"),
        ("*a **Nis**sin b*", "*a **NZ** b*"),
        ("~~Nis~~sin", "~~NZ~~"),
        ("[Nissin](x)", "[NZ](x)"),
        ("[Nis**sin**](x)", "[NZ](x)"),
        ("[Nis](x)sin", "[NZ](x)"),
        ("[Nissin][r]\n\n[r]: x", "[NZ][r]\n\n[r]: x"),
        ("![Nissin](x)", "![NZ](x)"),
        ("<b>Nis</b>sin", "<b>NZ</b>"),
        ("Nis&#115;in x", "NZ x"),
        ("| a | Nissin |\n|--|--|\n", "| a | NZ |\n|--|--|\n"),
        ("---\ntitle: The Nissin talks\n---\n", "---\ntitle: The NZ talks\n---\n"),
        ("Nis[sin](x)", NO_FIX),
        ("[Nissin]\n\n[Nissin]: x", NO_FIX),
        ("[Nissin][]\n\n[Nissin]: x", NO_FIX),
        ("Nis<b>sin</b>", NO_FIX),
        ("Nis<!-- c -->sin", NO_FIX),
        ("Nis[^1]sin\n\n[^1]: x", NO_FIX),
        ("Nis**sin Foods**", NO_FIX),
        ("_Nis_**sin**x", NO_FIX),
    ],
)
def test_the_first_stretch_takes_the_new_text_and_markup_around_nothing_goes(source: str, expected: str | None) -> None:
    assert rewritten(source, "Nissin", "NZ") == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("the Nissin\nFoods x", "the NZ x"),
        ("the Nissin\r\nFoods x", "the NZ x"),
        ("the Nissin \nFoods x", "the NZ x"),
        ("- the Nissin\n  Foods x", "- the NZ x"),
        ("- the **Nissin\r\n  Foods** x", "- the **NZ** x"),
        ("the *Nissin\nFoods* x", "the *NZ* x"),
        ("the *Nissin*\nFoods x", "the *NZ* x"),
        ("> the Nissin\nFoods x", "> the NZ x"),
        ("> the Nissin\n> Foods x", NO_FIX),
        ("the Nissin  \nFoods x", NO_FIX),
        ("the Nissin\\\nFoods x", NO_FIX),
        ("the Nissin<br>Foods x", NO_FIX),
    ],
)
def test_lines_become_one_where_only_indentation_is_lost(source: str, expected: str | None) -> None:
    assert rewritten(source, "Nissin Foods", "NZ") == expected


@pytest.mark.parametrize(
    ("source", "new", "expected"),
    [
        ("a Nissin b", "a*b_c_ [d] <e> &amp; \\* |", "a a\\*b_c\\_ \\[d\\] \\<e> \\&amp; \\\\\\* \\| b"),
        ("Nissin b", "1. x", NO_FIX),
        ("Nissin b", "- x", NO_FIX),
        ("a Nissin b", "- x", "a - x b"),
        ("a\nNissin b", "# x", NO_FIX),
        ("a Nissin b", "x\ny", NO_FIX),
        ("a Nissin b", "", NO_FIX),
        ("**Nissin**s", "U.S.", NO_FIX),
        ("**Nissin** s", "U.S.", "**U.S.** s"),
        ("x <日新> y".replace("日新", "_Nissin_"), "NZ", "x <_NZ_> y"),
        ("x \\Nissin y", "*x", NO_FIX),
        ("---\ntitle: Nissin\n---\n", "Japan: NZ", NO_FIX),
        ("---\ntitle: 'Nissin'\n---\n", "Japan: *NZ*", "---\ntitle: 'Japan: *NZ*'\n---\n"),
        ("---\ntitle: 'Nissin'\n---\n", "Japan's", NO_FIX),
        ('+++\ntitle = "Nissin"\n+++\n', "\\d", NO_FIX),
    ],
)
def test_new_text_never_becomes_markup(source: str, new: str, expected: str | None) -> None:
    assert rewritten(source, "Nissin", new) == expected


def test_a_tag_does_not_come_of_a_literal_bracket() -> None:
    assert rewritten("x <日新> y", "日新", "NZ") is None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("the Nissin\nFoods x.", "the *NZ* x."),
        ("the Nissin\r\n  Foods x.", "the *NZ* x."),
        ("> the Nissin Foods", "> the *NZ*"),
        ("> the Nissin\n> Foods x", NO_FIX),
    ],
)
def test_plain_text_takes_the_new_text_as_it_is(source: str, expected: str | None) -> None:
    assert rewritten(source, "Nissin Foods", "*NZ*", PLAIN) == expected


def test_what_the_source_writes_as_one_is_not_cut() -> None:
    source = "a &NotEqualTilde; b"
    (segment,) = markdown_segments(source)
    part = Part(text=source, segments=(segment,))
    assert edits_for(part, segment, 2, 3, "x", MARKDOWN.escape) is None
    assert edits_for(part, segment, 2, 4, "x", MARKDOWN.escape) is not None


@pytest.mark.parametrize(("low", "high"), [(0, 0), (2, 1), (-1, 2), (0, 99)])
def test_places_outside_the_text_have_no_edits(low: int, high: int) -> None:
    (segment,) = markdown_segments("Nissin")
    assert edits_for(Part(text="Nissin", segments=(segment,)), segment, low, high, "x", MARKDOWN.escape) is None


BITS = ["*", "**", "_", "__", "~~", "a", "b", "c", "日", "新", " ", "\n", "\n> ", "\n  ", "[", "](x)", "&amp;", "\\*", "`x`", "<b>", "</b>"]
MARKED = st.tuples(
    st.sampled_from(["", "", "> ", "- ", "| ", "[a]: x\n\n"]),
    st.lists(st.sampled_from([*BITS, "(", ")", ".", "“", "\r\n", "<br>", "[a]", "<i>", "</i>"]), max_size=20).map("".join),
).map("".join)


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(MARKED, st.data())
def test_after_the_edits_the_prose_reads_as_wanted(source: str, data: st.DataObject) -> None:
    segments = markdown_segments(source)
    assume(segments)
    number = data.draw(st.integers(0, len(segments) - 1))
    segment = segments[number]
    text = segment.text.text
    # As terms do, what is matched begins and ends with a letter.
    letters = [offset for offset, char in enumerate(text) if char.isalnum()]
    low = data.draw(st.sampled_from(letters))
    high = data.draw(st.sampled_from([offset for offset in letters if low <= offset < low + 6])) + 1
    new = data.draw(st.sampled_from(["NZ", "日本", "U.S.", "(x)", "*x*", "a_b", "“x”", "[x]", "x & y", "1. x"]))
    edits = edits_for(Part(text=source, segments=segments), segment, low, high, new, MARKDOWN.escape)
    if edits is None:
        return
    written = splice_text(source.encode(), "utf-8", 0, source, edits).decode()
    # New words may come to stand in what is no prose: [x] between brackets is a link of a wiki.
    assume(len(opaque_spans(written, formulas=True)) == len(opaque_spans(source, formulas=True)))
    after = markdown_segments(written)
    wanted = [each.text.text for each in segments]
    wanted[number] = text[:low] + new + text[high:]
    assert [each.text.text for each in after] == wanted
    assert len(after[number].inlines) <= len(segment.inlines)
