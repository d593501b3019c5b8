"""What the words around a romanised name say it is: a pair of states that deal with each other, or a family, a company, a ship, a town.

English only. Nissin is 日新 read as Japanese in "the Nissin summit", a maker of noodles in "Nissin shares"; where the words say
nothing, the document has to.
"""

from __future__ import annotations

import enum

from glossary.rules.slots import Slot, acts_as_states, is_head, slot
from glossary.rules.words import CLOSED, DETERMINERS, TITLES_AND_DATES
from glossary.text.patterns import deferred


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


class Sign(enum.Enum):
    """What the sentence around a name speaks for."""

    STATES = "states"  # it does what states do
    DEALINGS = "dealings"  # its sentence is about what states do
    ELSE = "else"
    NONE = "none"


# Said of companies, ships, towns, persons and food, hardly of two states.
ELSE = _words(
    """aboard actor actress album anime archbishop artist asteroid author band battalion battleship beer bike bikes bishop bottle brake
    brakes brand brands brewer brewery broth captained cartoon cast chef chicken class club comet company cooking crew cruiser
    cruisers cup customers destroyer dish distillery drama earnings employees episode factories factory film firm firms flour
    goalkeeper guitar hull instant investor investors label lake league magazine maker makers mall manga manufacturer mascot monk
    mountain museum noodle noodles novel painter park pianist pitcher plant plants player players poet potter price prices priest
    producer product products profit profits racing ramen recipe restaurant retailer rice sailed salmon sank sauce seasoning sedan
    sell selling sells shareholder shareholders shares shrine singer snack snacks soup sponsor sponsored stake steel store stores
    striker studio subsidiary sugar sunk sushi temple tenor tournament town trawler vessel village violinist warship warships
    whaler whalers whaling whisky wine wrestler"""
)
# Of the heads of dealings between states those that companies and persons have less.
DEALINGS = _words(
    """accord alliance allies ally bilateral communique communiqué cooperation co-operation coordination declaration defence defense
    dialogue diplomacy diplomatic drills exercises friendship intelligence leaders minister ministers ministerial neighbours
    neighbors pact partnership ratified rapprochement relations relationship sanctions security sovereignty strategic strategy summit
    summits talks territorial ties treaty trilateral troops two-plus-two visa waters"""
)
# Capitalised beside a pair of states in titles and headlines: the Japan–New Zealand Summit, Japan–New Zealand Foreign Ministers’ Talks.
_OF_STATES = (
    DEALINGS
    | TITLES_AND_DATES
    | _words(
        """agreement bilateral defence defense economic foreign free joint leaders’ leaders' meeting ministers’
    ministers' statement trade vice"""
    )
)
POST_TITLES = _words(
    """Ambassador Chairman Chancellor Commander Comrade Director General Governor Leader Minister Mr Mrs Ms Dr Premier President Prime
    Professor Secretary Senator Spokesman Spokesperson Spokeswoman Admiral"""
)
_DAYS = _words(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October
    November December"""
)
NATIONALITIES = _words("American Asian Australian British Chinese Indian Japanese Korean Taiwanese Russian")
_SAID_IN_PLACES = deferred(
    r"(?:\b(?:in|at|near|around|outside|born in|city of|town of|village of|village|city|town|port of|island of|isle of)\s)\Z"
)
_CAPITAL_BEFORE = deferred(r"(?<![\w’'-])([A-ZÀ-ÖØ-ÞĀĒĪŌŪ][\w’'.-]*?)(?:[ ]|[-‐‑–])\Z")
_CAPITAL_AFTER = deferred(r"(?: |[-‐‑–])([A-ZÀ-ÖØ-ÞĀĒĪŌŪ][\w’'-]*)")
# Nisshin, Aichi; Oki, Takeo. 2010; but not "with Nissin, New Zealand’s minister said".
# Nissin and Fonterra, Kyocera and Nissin: what stands in a row with a name is one of the kind, and which kind nobody says.
_BESIDE_NAME = deferred(r" and [A-Z]")
_NAME_BESIDE = deferred(r"[a-z] (?:[A-Z][\w’'-]*,? )+and \Z")
_COMMA_NAME = deferred(r", (?:(?:[A-Z][\w’'.-]*){1,2}(?=[,.;:)]|\Z)|(?:19|20)\d\d[a-z]?\b)")
_WORD = deferred(r"[^\W\d_](?:[\w’'-]*\w)?")
_FUNCTION = CLOSED | DETERMINERS | _words("if so here there he she they we you it what how why where whether according about despite under")
_REACH = 60  # code points looked back for the word before
_NEAR = 8  # words on either side
_PAGES = deferred(r"(?:,? (?:see also|ff?\.|passim|[ivxl]+|\d{1,4}(?:[-–]\d{1,4})?n?))+[.;]?\s*\Z")

_YEAR = deferred(r"[.,]? [(\[]?(?:19|20)\d\d[a-z]?[)\]]?[.,:]")


def sign(text: str, low: int, high: int, sentence: tuple[int, int]) -> Sign:
    """Return what the sentence [sentence) speaks for as to text[low:high]; what stands directly beside the name weighs most."""
    before, after = _lower(text, sentence[0], low), _lower(text, high, sentence[1])
    if not ELSE.isdisjoint((*before[-1:], *after[:2])):
        return Sign.ELSE
    if _BESIDE_NAME.match(text, high) or _NAME_BESIDE.search(text, max(sentence[0], low - _REACH), low):
        return Sign.NONE
    dealing = slot(text, low, high) is not Slot.ATTRIBUTIVE or any(map(is_head, after[:4]))
    if dealing and acts_as_states(text, low, high) and ELSE.isdisjoint(before[-4:]) and not _is_company(text, high, after):
        return Sign.STATES
    # A pair of states has no article of its own: the Nisshin is a ship, the Chunichi a newspaper.
    if (
        before[-1:] == ["the"]
        or not ELSE.isdisjoint((*before[-_NEAR:], *after[:_NEAR]))
        or _SAID_IN_PLACES.search(text, max(0, low - _REACH), low)
    ):
        return Sign.ELSE
    return Sign.NONE if DEALINGS.isdisjoint((*before, *after)) else Sign.DEALINGS


def _is_company(text: str, high: int, after: list[str]) -> bool:
    """Whether what it has is what companies have as well: a strategy, a decision; not a summit or a treaty."""
    return text[high : high + 1] in ("’", "'") and DEALINGS.isdisjoint(
        {*after[:4], *(word + "s" for word in after[:4])} - {"s", "strategy"}
    )


def _lower(text: str, low: int, high: int) -> list[str]:
    return [word.lower().removesuffix("’s").removesuffix("'s") for word in _WORD.findall(text, low, high)]


def in_name(text: str, low: int, high: int, begin: int, *, person: bool = False) -> bool:
    """Whether capitals beside text[low:high] make it part of a longer name: Li Rixin, Lake Suwa, Nissin Airport, Nisshin, Aichi.

    `begin` is where its sentence begins. Titles go before names of persons, so with `person` they are no part of one.
    """
    before = _CAPITAL_BEFORE.search(text, max(begin, low - _REACH), low)
    if before is not None and not _stands_apart(before[1], text[begin : before.start(1)], person):
        return True
    after = _CAPITAL_AFTER.match(text, high)
    if after is not None:
        word = after[1] if after[1] in TITLES_AND_DATES else after[1].lower()
        if not (word in _OF_STATES if text[high] == " " else is_head(word)):
            return True
    return _COMMA_NAME.match(text, high) is not None


def in_index(text: str, low: int, high: int) -> bool:
    """Whether the paragraph is an entry of an index (Nisshin, 45, 67–9) or begins with an author and a year (Boeisho. 2019)."""
    return _PAGES.match(text, high) is not None or (not text[:low].strip() and _YEAR.match(text, high) is not None)


def _stands_apart(word: str, ahead: str, person: bool) -> bool:
    """Whether a capitalised word before a name is none of it; `ahead` is what the sentence has before the word."""
    if word.lower() in _FUNCTION or word in NATIONALITIES or word in _DAYS or (person and word.rstrip(".") in POST_TITLES):
        return True
    # Praising Nissin ties, …: a participle at the beginning of a sentence.
    return word.endswith(("ing", "ed")) and not any(char.isalnum() for char in ahead)
