"""The linguistics under the rules: slots of pairs, articles, doubling, dates."""

from __future__ import annotations

import pytest

from glossary.model import Period
from glossary.rules.articles import article_before, matching_article, takes_an
from glossary.rules.dates import date_range, overlap, period_range, years_in
from glossary.rules.slots import Slot, slot
from glossary.rules.suggestions import doubles


@pytest.mark.parametrize(
    "text",
    [
        "the Nissin summit",
        "Nissin bilateral security cooperation will grow",
        "Nissin defence and security ties",
        "a Nissin leaders’ meeting",
        "new Nissin treaties were signed",
        "the Nissin-led initiative",
        "the Nissin–Australia exercise",
        "the Nissin rice panel met",  # after an article, before a word that is no verb
        "Nissin relations",
    ],
)
def test_pair_before_a_noun_is_attributive(text: str) -> None:
    low = text.index("Nissin")
    assert slot(text, low, low + 6) is Slot.ATTRIBUTIVE


@pytest.mark.parametrize(
    "text",
    [
        "Nissin’s decision",
        "Nissin's summit",
        "Nissin agreed on a summit",
        "before Nissin can talk",
        "Now that Nissin deepens cooperation, all is well",
        "talks between Nissin, Australia and India",
        "cooperation of Nissin",
        "Nissin and Australia held talks",
        "Nissin will sign a treaty",
        "Nissin.",
        "the Nissin has agreed",
    ],
)
def test_pair_elsewhere_is_a_noun(text: str) -> None:
    low = text.index("Nissin")
    assert slot(text, low, low + 6) is Slot.NOUN


@pytest.mark.parametrize(
    "text",
    [
        "apple",
        "hour",
        "honest broker",
        "MoU",
        "F-35",
        "EEZ",
        "8 ships",
        "11th",
        "unintended",
        "x-ray",
        "NGO",
        "AUKUS pact",
        "ANZUS",
        "SDF",
        "I",
    ],
)
def test_takes_an(text: str) -> None:
    assert takes_an(text)


@pytest.mark.parametrize(
    "text",
    [
        "union",
        "European",
        "one-China policy",
        "UN force",
        "UK visit",
        "NATO summit",
        "QUAD",
        "Quad",
        "house",
        "Ukraine deal",
        "use",
        "12",
        "GSOMIA",
        "Japan",
        "100",
    ],
)
def test_takes_a(text: str) -> None:
    assert not takes_an(text)


def test_article_keeps_its_capital() -> None:
    assert matching_article("A", "apple") == "An"
    assert matching_article("an", "union") == "a"


@pytest.mark.parametrize(
    ("text", "found"), [("sign a ", (5, 6, "a")), ("An ", (0, 2, "An")), ("Atlanta ", None), ("the ", None), ("plan a, ", None)]
)
def test_article_is_a_word_directly_before(text: str, found: tuple[int, int, str] | None) -> None:
    assert article_before(text + "treaty", len(text)) == found


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("軍事情報", "情報保護協定", "に署名"),
        ("", "情報保護協定", "協定に署名"),
        ("at the ", "the Forum", ""),
        ("Japan and ", "Japan and New Zealand", " met"),
        ("The Japan-", "Japan–New Zealand", " summit"),
        ("an ", "information sharing agreement", " agreement"),
    ],
)
def test_doubling_of_a_neighbour_is_seen(before: str, text: str, after: str) -> None:
    assert doubles(before, text, after)


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("中国", "国家主席", "は"),
        ("同日", "日新首脳会談", ""),
        ("the Forum, ", "Forum", ""),
        ("the ", "Forum", ""),
        ("", "Japan", " and Japan"),
    ],
)
def test_neighbours_that_only_look_alike_double_nothing(before: str, text: str, after: str) -> None:
    assert not doubles(before, text, after)


@pytest.mark.parametrize(
    ("date", "period", "within"),
    [
        ("2000-09-30", Period(until="2000-10"), True),
        ("2000-10-01", Period(until="2000-10"), False),
        ("2000", Period(until="2000-10"), True),
        ("2000-10", Period(until="2000-10-02"), True),
        ("1953-12", Period(since="1954"), False),
        ("1954", Period(since="1954", until="1955"), True),
        ("1955", Period(since="1954", until="1955"), False),
        ("2000-03", Period(until="2000-03-01"), False),
        ("2000-01", Period(until="2000"), False),
    ],
)
def test_date_and_period(date: str, period: Period, within: bool) -> None:
    written = date_range(date)
    assert written is not None
    assert overlap(written, period_range(period)) is within


@pytest.mark.parametrize("date", ["", "yesterday", "22 April"])
def test_no_date_is_no_range(date: str) -> None:
    assert date_range(date) is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("in 1999 and 2004", [1999, 2004]),
        ("the 1990s", [1990]),
        ("１９９９年", [1999]),
        ("一九九九年", [1999]),
        ("平成元年", [1989]),
        ("令和4年", [2022]),
        ("民國89年", [2000]),
        ("1971–2000, 1971-2000", [1971, 2000, 1971, 2000]),
        ("2022-04-21", [2022]),
        ("1,999 men, 2000.5, ISO1999, 19990, 1999 kg", [1999]),
        ("99年", []),
    ],
)
def test_years_in_a_sentence(text: str, years: list[int]) -> None:
    assert [first[0] for first, _ in years_in(text)] == years
