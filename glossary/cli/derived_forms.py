"""The wrong forms derived from a term, for `glossary explain misread-name`: how each is written, how it was read, what else it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from glossary.locale import gettext_ as _
from glossary.messages import N_

if TYPE_CHECKING:
    from glossary.matching.matcher import Matcher
    from glossary.matching.romanised import Form
    from glossary.model import Concept
    from glossary.reporters.display import Display

_STYLES = {
    "hepburn": N_("Hepburn"),
    "passport": N_("Hepburn of passports"),
    "kunrei": N_("Kunrei-shiki"),
    "wapuro": N_("as typed"),
    "pinyin": N_("pinyin"),
}
_KNOWN = {
    "s": N_("a family name"),
    "g": N_("a given name"),
    "p": N_("a place"),
    "o": N_("a company or the like"),
    "v": N_("a ship"),
    "z": N_("any Chinese name"),
}


def derived_forms(matcher: Matcher, query: str, display: Display) -> Iterator[str]:
    """Yield the lines on the Han name `query`: for each concept that has it, its derived forms; none where nothing is derived."""
    from glossary.matching.romanised import forms_of
    from glossary.text.fold import folded

    wanted = folded(query)
    for concept in matcher.termbase.concepts:
        if any(folded(term.text) == wanted for term in concept.terms):
            for text, forms in forms_of(concept):
                if folded(text) == wanted:
                    yield from _table(matcher, concept, text, forms, display)


def _table(matcher: Matcher, concept: Concept, text: str, forms: tuple[Form, ...], display: Display) -> Iterator[str]:
    from glossary.matching.romanised import varieties
    from glossary.reporters.display import hanging

    yield ""
    yield f"{display.style(text, 'mark')} ({concept.id})"
    for form in forms:
        yield f"  {', '.join(varieties(form))}"
        reading = f"{_(_STYLES[form.style])}, {form.reading}"
        yield from hanging("    ", 4, "; ".join((reading, *_remarks(matcher, concept, form))), display)


def _remarks(matcher: Matcher, concept: Concept, form: Form) -> Iterator[str]:
    """Yield what the rule makes of a form beyond reporting it."""
    row = next((row for row in matcher.derived.misreadings.at(form.key) if row.concept == concept.id), None)
    if row is None:
        yield _("a contested name, never reported") if concept.contested else _("a right name, never reported")
        return
    if row.listed:
        yield _("in the termbase, which decides")
    known = [_(_KNOWN[flag]) for flag in dict.fromkeys(row.known) if flag in _KNOWN]
    if known:
        yield _("also %(names)s") % {"names": ", ".join(known)}
