"""The card of a concept for people: its names in every language, wrong ones with what is right, notes and posts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from glossary.describe import details, period, spoken
from glossary.locale import gettext_ as _
from glossary.locale import own_text
from glossary.locale.labels import label
from glossary.locale.names import language_name, territory_name
from glossary.lookup import Result, right_forms, terms_by_language
from glossary.model import Concept, Status, Term
from glossary.reporters.display import Display, display_width, visible, wrapped

_INDENT = "  "
_WRONG = "×"  # U+00D7 and not ✗: cp932, GBK and Big5 have it


class Shown(Struct, frozen=True, kw_only=True):
    """What to show of a card: languages in order, regions by language, a profile or "", whether to name the layers."""

    languages: tuple[str, ...]
    regions: dict[str, str] = {}
    profile: str = ""
    layers: bool = False


def render_card(result: Result, shown: Shown, display: Display) -> Iterator[str]:
    """Yield the lines of the card of `result`."""
    concept = result.concept
    kind = label("kind", concept.kind.value)
    yield f"{display.style(visible(_title(concept, result)), 'mark')}  {display.style(f'{concept.id} ({kind})', 'dim')}"
    yield from _query(result, shown, display)
    column = max((display_width(language_name(language)) for language in shown.languages), default=0) + 2
    for language, terms in terms_by_language(concept, shown.languages, shown.regions).items():
        name = language_name(language)
        indent = _INDENT + name + " " * (column - display_width(name))
        texts = [_term(concept, term, shown, display) for term in terms] or _nothing(concept, language, shown.regions)
        for text in texts:
            for number, line in enumerate(wrapped(text, display.width - len(_INDENT) - column)):
                # What goes on in the next line stands deeper than the next name.
                yield indent + ("  " if number else "") + line
                indent = _INDENT + " " * column
    yield from _about(concept, shown, display)


def _title(concept: Concept, result: Result) -> str:
    english = [term.text for term in concept.terms if term.language == "en" and term.status is Status.PREFERRED]
    best = english or [term.text for term in concept.terms if term.status is Status.PREFERRED]
    return " / ".join(dict.fromkeys(best)) or result.matched


def _query(result: Result, shown: Shown, display: Display) -> Iterator[str]:
    """Yield a warning where the name that was asked for is not one to write."""
    term = result.term
    if result.how == "shorthand":
        told = {"name": result.matched, "where": "; ".join(_place(language, regions) for language, regions in result.uses)}
        lines = wrapped(visible(_("%(name)s stands for it in compounds (%(where)s).") % told), display.width - len(_INDENT))
        yield from (_INDENT + display.style(line, "info") for line in lines)
    elif term is None:
        yield _INDENT + display.style(
            visible(_("%(name)s is not a name of this, but is often taken for one.") % {"name": result.matched}), "bad"
        )
    elif term.status is Status.DEPRECATED:
        right = _right(result.concept, term, shown)
        yield _INDENT + display.style(
            visible(
                _("%(name)s is wrong; write %(right)s.") % {"name": term.text, "right": right}
                if right
                else _("%(name)s is wrong.") % {"name": term.text}
            ),
            "bad",
        )


def _place(language: str, regions: Sequence[str]) -> str:
    return ", ".join((language_name(language), *map(territory_name, regions)))


def _right(concept: Concept, wrong: Term, shown: Shown) -> str:
    return " / ".join(dict.fromkeys(term.text for term in right_forms(concept, wrong, shown.profile)))


def _term(concept: Concept, term: Term, shown: Shown, display: Display) -> str:
    reading = spoken(term)
    text = visible(term.text) + (f" ({visible(reading)})" if reading else "")
    if term.status is Status.DEPRECATED:
        right = _right(concept, term, shown)
        reason = label("reason", term.reason.value) if term.reason else label("status", "deprecated")
        why = reason + (f" < {term.origin}" if term.origin else "")
        return display.style(f"{_WRONG} {text}", "bad") + f"  {visible(why)}" + (f" → {visible(right)}" if right else "") + _note(term)
    role = "good" if term.status is Status.PREFERRED else "info"
    told = ", ".join(details(term))
    return display.style(text, role) + (f"  [{visible(told)}]" if told else "") + _note(term)


def _note(term: Term) -> str:
    return f"  {visible(own_text(term.note))}" if term.note else ""


def _nothing(concept: Concept, language: str, regions: Mapping[str, str]) -> Sequence[str]:
    region = regions.get(language, "")
    if region and any(term.language == language for term in concept.terms):
        return [_("no form recorded for %(region)s") % {"region": territory_name(region)}]
    return ["-"]


def _about(concept: Concept, shown: Shown, display: Display) -> Iterator[str]:
    for text in (own_text(concept.definition), own_text(concept.note)):
        yield from (_INDENT + line for line in wrapped(visible(text), display.width - len(_INDENT)))
    for post in concept.posts:
        held = period(post.period.since, post.period.until) if post.period.since or post.period.until else ""
        yield _INDENT + visible(post.title + (f", {held}" if held else ""))
    for confusable in concept.confusable:
        text = _("Not the same: %(name)s") % {"name": confusable.text}
        lines = wrapped(visible(text + (f"  {own_text(confusable.note)}" if confusable.note else "")), display.width - 2 * len(_INDENT))
        yield from (_INDENT + ("  " if number else "") + line for number, line in enumerate(lines))
    if shown.layers and concept.layer:
        yield _INDENT + display.style(_("Decided by: %(layer)s") % {"layer": visible(concept.layer)}, "dim")
