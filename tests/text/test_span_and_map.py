"""Lines and positions; text with a map to its source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.text.mapped import MappedText, Piece
from glossary.text.span import Lines, Position


@pytest.mark.parametrize(
    ("text", "offset", "position"),
    [
        ("", 0, (1, 1)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("a\u2028b", 2, (1, 3)),
        ("a\u0085b\x0cc", 4, (1, 5)),
        ("𠮷新\n日新", 4, (2, 2)),
        ("a\n", 2, (2, 1)),
    ],
)
def test_lines_end_where_editors_end_them(text: str, offset: int, position: tuple[int, int]) -> None:
    assert Lines(text).position(offset) == Position(*position)


@given(st.text(st.sampled_from(list("ab\r\n\u2028𠮷")), max_size=20))
def test_lines_put_together_again_are_the_text_without_line_ends(text: str) -> None:
    lines = Lines(text)
    joined = "".join(lines.line(number) for number in range(1, len(lines) + 1))
    assert joined == text.replace("\r", "").replace("\n", "")


def test_runs_skip_the_markup_between_pieces_and_the_hull_holds_it() -> None:
    # Nis**sin** & co: the source of a term split by emphasis, and an entity read as one character
    mapped = MappedText("Nissin & co", [Piece(3, 0, 3), Piece(3, 5, 8), Piece(1, 10, 11), Piece(1, 11, 16), Piece(3, 16, 19)])
    assert mapped.runs(0, 6) == ((0, 3), (5, 8))
    assert mapped.hull(0, 6) == (0, 8)
    assert mapped.runs(7, 8) == ((11, 16),)
    assert mapped.hull(7, 9) == (11, 17)
    assert mapped.runs(1, 4) == ((1, 3), (5, 6))


def test_pieces_that_do_not_make_up_the_text_are_refused() -> None:
    with pytest.raises(ValueError, match="pieces cover 2 code points of 3"):
        MappedText("abc", [Piece(2, 0, 2)])
