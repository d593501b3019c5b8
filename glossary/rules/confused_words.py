"""English words that stand in names for one another: by their letters, so that no spelling program objects, or by their sense.

A line says what is right in a name, what is written for it, and how many content words the name must have: a general word needs a
longer name around it before it can only be a slip. Words that tell one real name from another (East and South, Security and
Defense, Guard and Force) have no place here, nor have words that no dictionary knows: those are found by their letters.

Sources: pairs of homophones and near-homophones of English usage guides (Fowler s.v. principal, counsel, strait; Garner s.v. naval,
peninsula, complement), as far as one of the two stands in names of states, bodies and agreements; renderings of one Han word by
another English one, as in 四方安全对话 (quarter), 海上自衛隊 (marine), 陸上自衛隊 (land).
"""

from __future__ import annotations

from typing import NamedTuple

LETTERS, SENSE = "confused", "sense"


class Confused(NamedTuple):
    """The word that is `right` in names of at least `words` content words, and why another stands for it (LETTERS, SENSE)."""

    right: str
    why: str
    words: int


_BY_LETTERS = """
    noble        2  nobel
    united       2  untied
    minister     2  minster
    ministers    2  minsters
    marshall     2  marshal martial
    strait       2  straight
    straits      2  straights
    council      2  counsel
    naval        2  navel
    public       2  pubic
    peninsula    2  peninsular
    status       3  statue statues statute statutes
    nuclear      2  unclear nucleus
    principal    3  principle
    principles   3  principals
    complementary 3 complimentary
    cooperation  3  corporation
    organization 3  organism
    organisation 3  organism
    territorial  3  terrestrial
    conference   3  confidence
    convention   3  convection
    missile      2  missal
    martial      2  marital
    deterrence   3  deference
    strategic    3  static
    commission   3  omission
    intelligence 3  intelligent
    proliferation 3 profligation
"""
_BY_SENSE = """
    quadrilateral 2 quarter quartet quadruple fourfold quadrangle quadratic
    maritime     4  marine
    ground       4  land
    nations      4  countries
    dialogue     3  conversation
    belt         3  band
    council      4  board
    shield       3  armour armor
"""


def _table() -> dict[str, tuple[Confused, ...]]:
    found: dict[str, list[Confused]] = {}
    for why, text in ((LETTERS, _BY_LETTERS), (SENSE, _BY_SENSE)):
        for line in text.strip().splitlines():
            right, words, *wrong = line.split()
            for word in wrong:
                found.setdefault(word, []).append(Confused(right, why, int(words)))
    return {word: tuple(rights) for word, rights in found.items()}


# What is written → what may be meant.
CONFUSED: dict[str, tuple[Confused, ...]] = _table()
