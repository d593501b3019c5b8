"""Markdown: what of it is prose."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.documents.builder import OBJECT
from glossary.documents.markdown import MARKDOWN, escaped, segments
from glossary.documents.model import Segment, SegmentKind
from glossary.text.quotations import quotation_spans

H, P, Q, I, C, F = (  # noqa: E741
    SegmentKind.HEADING,
    SegmentKind.PARAGRAPH,
    SegmentKind.QUOTE,
    SegmentKind.ITEM,
    SegmentKind.CELL,
    SegmentKind.CAPTION,
)

CASES = [
    ("", []),
    ("para\n\n# Head\n\nSet\n===\n", [(P, "para"), (H, "Head"), (H, "Set")]),
    ("# Head {#nissin .x}", [(H, "Head")]),
    ("Nis**sin** and *a ~~b~~ c*", [(P, "Nissin and a b c")]),
    ("intelligence\nprotection\r\nagreement", [(P, "intelligence\nprotection\r\nagreement")]),
    ("> quoted Nis**sin**\n> Foods\nlazy", [(Q, "quoted Nissin\nFoods\nlazy")]),
    ("> # head\n> - item", [(Q, "head"), (Q, "item")]),
    ("- one\n  goes on\n- [x] two\n\n  para\n", [(I, "one\ngoes on"), (I, "two"), (I, "para")]),
    ("| a | x\\|y |\n|---|---|\n| `z` | *b* c |\n", [(C, "a"), (C, "x|y"), (C, "b c")]),
    ("see `nissin` and ``nis`sin`` here", [(P, f"see {OBJECT} and {OBJECT} here")]),
    ("    nissin\n\n```\nnissin\n```\n\n~~~ nissin\nx\n~~~\n", []),
    ("[Nissin](http://nissin.com 'Nissin') <http://nissin.com> http://nissin.com", [(P, f"Nissin {OBJECT} {OBJECT}")]),
    ("[http://nissin.com](http://nissin.com), x", [(P, f"{OBJECT}, x")]),
    ("[text][ref] [ref][] [ref]\n\n[ref]: http://nissin.com 'Nissin'\n", [(P, "text ref ref")]),
    ("[broken] link", [(P, "[broken] link")]),
    ("a ![alt *text*](nissin.jpg 'x') b", [(P, f"a {OBJECT} b"), (F, "alt text")]),
    ("[![alt](a.png)](b) c", [(P, f"{OBJECT} c"), (F, "alt")]),
    ("note[^1] here\n\n[^1]: The note\n    goes on", [(P, "note here"), (P, "The note\ngoes on")]),
    ("A &amp; &#x65E5;&#26032; \\*b\\* C\\+", [(P, "A & 日新 *b* C+")]),
    ("a <b>b</b> <!-- nissin --><span title='nissin'>c</span>", [(P, "a b c")]),
    ("<ruby>尖閣<rp>(</rp><rt>せんかく</rt><rp>)</rp>諸島</ruby>", [(P, "尖閣諸島")]),
    ("press <kbd>nissin</kbd> now<br>next", [(P, f"press {OBJECT} now\nnext")]),
    ("hard  \nbreak\\\nagain", [(P, "hard\nbreak\nagain")]),
    ("<div>\nsome <b>text</b> &amp;\n<p>more</p>\n<pre>nissin</pre>\n<!-- nissin -->\n</div>\n", [(P, "some text &\n"), (P, "more")]),
    ("<details>\n<summary>Nissin</summary>\n\nText\n\n</details>", [(H, "Nissin"), (P, "Text")]),
    ("<script>\nnissin\n</script>\n\n<!-- nissin\n\nnissin -->\n\nx", [(P, "x")]),
    ("---\ntitle: Nissin talks\ntags: [nissin]\nslug: nissin\n---\n\nx", [(H, "Nissin talks"), (P, "x")]),
    ("---\ntitle: \"a: b\"\nsubtitle: 'c'\ndescription: d # e\nsummary: >\n  folded\n---\n", [(H, "a: b"), (H, "c")]),
    ('+++\ntitle = "Nissin"\nsummary = \'x\'\n[params]\ntitle = "no"\n+++\ny', [(H, "Nissin"), (P, "x"), (P, "y")]),
    ("---\n\nprose\n\n---\n\nmore\n", [(P, "prose"), (P, "more")]),
    ("a\u2028b\x85c\x0bd\x0ce", [(P, "a\u2028b\x85c\x0bd\x0ce")]),
    ("one\rtwo\r\rthree", [(P, "one\rtwo"), (P, "three")]),
    ("𠮷野家と**日新**", [(P, "𠮷野家と日新")]),
    ("http://a_b.com/c_d_e f_g_h", [(P, f"{OBJECT} f_g_h")]),
    # the tags of quoted elements are quotation marks, where both are there
    ("a <q>b *c*</q> <cite class='x'>d</cite> e", [(P, "a “b c” “d” e")]),
    ("a <blockquote>b</blockquote> c", [(P, "a “b” c")]),
    ("a <q>b and </cite> c", [(P, "a b and  c")]),
    ("<div>\na <q>b</q> <cite>c\n</div>", [(P, "a “b” c\n")]),
    ("<blockquote>a <b>b</b></blockquote>", [(Q, "a b")]),
    ("<blockquote>\n<p>a</p>\n<h2>b</h2>\n</blockquote>\n\nc", [(Q, "a"), (Q, "b"), (P, "c")]),
    ("<blockquote cite='x'>\n\na *b*\n\n# c\n\n</blockquote>\n\nd", [(Q, "a b"), (Q, "c"), (P, "d")]),
    ("<blockquote>\n\na\n\n<blockquote>\n\nb\n\n</blockquote>\n\nc\n\n</blockquote>\n\nd", [(Q, "a"), (Q, "b"), (Q, "c"), (P, "d")]),
    ("<blockquote>\n\na\n\nb", [(P, "a"), (P, "b")]),
    ("a\n\n</blockquote>\n\nb", [(P, "a"), (P, "b")]),
    # no prose
    ("# Head\n\n{#security-agreement .x}\n\ntext\n{: .nissin}\n", [(H, "Head"), (P, f"text\n{OBJECT}")]),
    ("[[Nissin|the *talks*]] [[1]](x) {{cite\n| a={{b}}\n}} {{ x }} {% if nissin %}", []),
    ("use `{{` for nissin and `}}` there", [(P, f"use {OBJECT} for nissin and {OBJECT} there")]),
    ("so $x$, $a_b = \\text{nissin}$ and\n$$\nE = mc^2\n$$\nhold", [(P, f"so {OBJECT}, {OBJECT} and\n{OBJECT}\nhold")]),
    ("**#security-agreement** [docs/a-b-c/x](y) state-of-the-art&nbsp;arms", [(P, f"{OBJECT} {OBJECT} state-of-the-art\xa0arms")]),
]

PROSE = [
    "$5 and $6",
    "from US$5m to A$10m, $5/$6, 5$ or 6$",
    "$5 for a man and then 6$ for the other",
    "between $5 = NZ$8 and $6 = NZ$9",
    "he paid $ 5 or $ 6",
    "a $ sign, a $$ sign and a $$$ sign",
    "[broken] and [one] [two]",
    "a {b} c {} {d}",
]


@pytest.mark.parametrize("text", PROSE)
def test_what_only_looks_like_markup_is_prose(text: str) -> None:
    assert [segment.text.text for segment in segments(text)] == [text]


ELEMENTS = ["a <q>Nissin talks</q> b", "<div>\na <q>Nissin talks</q> b</div>", "a <cite><b>Nissin</b> talks</cite> b"]


@pytest.mark.parametrize("text", ELEMENTS)
def test_places_in_a_quoted_element_stay_right(text: str) -> None:
    (segment,) = segments(text)
    low = segment.text.text.index("talks")
    assert segment.text.runs(low, low + 5) == ((text.index("talks"), text.index("talks") + 5),)
    ((start, end),) = quotation_spans(segment.text.text)
    assert segment.text.text[start:end] == "Nissin talks"
    low, high = segment.text.hull(start, end)
    assert text[low:high].replace("</b>", "") == "Nissin talks"


@pytest.mark.parametrize(("text", "expected"), CASES, ids=lambda value: repr(value)[:40])
def test_prose_is_what_a_reader_of_the_page_reads(text: str, expected: list[tuple[SegmentKind, str]]) -> None:
    assert [(segment.kind, segment.text.text) for segment in segments(text)] == expected


def inlines(text: str) -> list[tuple[str, str, bool, bool]]:
    (segment,) = segments(text)
    return [(text[each.outer_start : each.outer_end], text[each.start : each.end], each.removable, each.fixed) for each in segment.inlines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("日*a*", ("*a*", "a", True, False)),
        ("__a__", ("__a__", "a", True, False)),
        ("~~a~~", ("~~a~~", "a", True, False)),
        ("~a~", ("~a~", "a", True, False)),
        ("[日a\\]](x 'y')", ("[日a\\]](x 'y')", "日a\\]", False, False)),
        ("[a][b]\n\n[b]: x", ("[a][b]", "a", False, False)),
        ("[b]\n\n[b]: x", ("[b]", "b", False, True)),
        ("<b>a</b>", ("<b>a</b>", "a", False, False)),
    ],
)
def test_markup_within_a_line_is_known_with_what_it_holds(text: str, expected: tuple[str, str, bool, bool]) -> None:
    assert inlines(text) == [expected]


BITS = ["*", "**", "_", "~~", "a", " ", "\n", "\r\n", "> ", "- ", "  ", "[", "](x)", "]", "&amp;", "\\", "`", "<b>", "</b>", "<br>"]
QUOTED = ["<q>", "</q>", "<cite>", "<blockquote>", "</blockquote>\n\n", "{{", "}}", "[[", "]]", "{#", "}", "$", "$$", "a-b-c", "/", "="]
MORE = ["日新", "|", "|--|\n", "http://a.b/c", "![", "<code>", "</code>", "[^1]", "<!-- ", "-->", "# ", "<rt>", "</rt>", ".", "\n\n"]
HEADS = ["", "> ", "- ", "| a |\n|--|\n| ", "<div>", "---\n", "---\ntitle: "]
SIGNS = 'aB日 \n\r\t*_~`[]()<>!|#-+1.:&;\\/b="{}'
MARKDOWN_TEXT = st.tuples(
    st.sampled_from(HEADS),
    st.text(alphabet=SIGNS) | st.lists(st.sampled_from([*BITS, *MORE, *QUOTED, "&NotEqualTilde;"]), max_size=25).map("".join),
).map("".join)


def check(text: str, found: tuple[Segment, ...]) -> None:
    """Every linear piece is the source at its place, pieces go forward, segments of one level do not overlap."""
    for segment in found:
        last = -1
        for offset in range(len(segment.text)):
            ((low, high),) = segment.text.runs(offset, offset + 1)
            assert 0 <= low < high <= len(text)
            assert low >= last or segment.text.runs(offset - 1, offset) == ((low, high),)
            if high - low == 1:
                assert segment.text.text[offset] == text[low]
            last = high
        for inline in segment.inlines:
            assert 0 <= inline.outer_start < inline.start <= inline.end < inline.outer_end <= len(text)


@settings(max_examples=400)
@given(MARKDOWN_TEXT | st.text())
def test_the_text_of_a_segment_is_the_source_at_its_place(text: str) -> None:
    check(text, segments(text))


@given(MARKDOWN_TEXT | st.text())
def test_escaped_text_stands_as_prose(text: str) -> None:
    words = " ".join(f"x{text}x".split())
    assert [segment.text.text for segment in segments(escaped(words)) if OBJECT not in segment.text.text] in ([words], [])


@pytest.mark.parametrize("text", ["Japan–New Zealand", "snake_case", "5 < 6 & 7", "日新", "a. b", "(x)!", "50% + $4"])
def test_nothing_is_escaped_without_need(text: str) -> None:
    assert MARKDOWN.escape(text) == text


QUOTING = ["<q>", "<q>a</q>", "<blockquote>\n\na\n\n", "<div><blockquote>a</blockquote></div>\n"]
NO_PROSE = ["{{", "{{a} ", "[[a", "$a", "$a$ ", "{#a"]
UNITS = ["word *a* ", "**", "[a](b) ", "[a", "<b>", "> a\n", "日本 `a` ", "&amp;", "\\*", "| a ", "<div>a</div>\n", "<a '", "![", "<!--"]


@pytest.mark.parametrize("unit", [*UNITS, *QUOTING, *NO_PROSE])
def test_one_long_paragraph_takes_time_in_proportion_to_its_length(unit: str) -> None:
    def cpu(text: str) -> float:
        best = float("inf")
        for _ in range(3):  # the collector may run in any of them
            start = time.process_time()
            segments(text)
            best = min(best, time.process_time() - start)
        return best

    assert cpu(unit * 20_000) < 40 * max(cpu(unit * 2_000), 0.005)
