"""Changes to a termbase in words, a line each: what was added, removed and changed, term by term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from glossary.locale import gettext_ as _
from glossary.reporters.display import Display, hanging, visible
from glossary.termbase.actions import Action, Change
from glossary.termbase.plain import Plain, PlainFields

_ADDED, _REMOVED, _CHANGED = "+", "-", "~"
_ROLES = {_ADDED: "good", _REMOVED: "bad", _CHANGED: "warning"}


def render_changes(changes: Iterable[tuple[Change, PlainFields]], display: Display) -> Iterator[str]:
    """Yield lines for (change, fields before) in order, those of one entry below its id."""
    for id, group in groupby(changes, key=lambda pair: pair[0].concept):
        pairs = list(group)
        whole = {Action.ADD_CONCEPT: _ADDED, Action.REMOVE_CONCEPT: _REMOVED}.get(pairs[0][0].action, _CHANGED)
        kind = str(pairs[0][0].fields.get("kind", "")) if whole == _ADDED else ""
        yield f"{display.style(whole, _ROLES[whole])} {display.style(visible(id), 'mark')}{f' ({kind})' if kind else ''}"
        for change, before in pairs:
            for sign, text in describe(change, before):
                yield from hanging(f"    {display.style(sign, _ROLES[sign])} ", 6, visible(text), display)


def describe(change: Change, before: PlainFields) -> Iterator[tuple[str, str]]:
    """Yield (sign, words) for what a change does to an entry."""
    match change.action:
        case Action.ADD_CONCEPT | Action.REMOVE_CONCEPT:
            sign, entry = (_ADDED, change.fields) if change.action is Action.ADD_CONCEPT else (_REMOVED, before)
            yield from ((sign, f"{language} {term_words(term)}") for language, terms in entry.get("terms", {}).items() for term in terms)
            own = {name: value for name, value in entry.items() if name not in ("id", "kind", "terms", "extends")}
            yield from ((sign, f"{name}: {words(value)}") for name, value in own.items())
        case Action.ADD_TERM:
            yield _ADDED, f"{change.language} {term_words({'text': change.text, **change.fields})}"
        case Action.REMOVE_TERM:
            yield _REMOVED, f"{change.language} {term_words(before or {'text': change.text})}"
        case _:
            lead = f"{change.language} “{change.text}”: " if change.language else ""
            for name, value in change.fields.items():
                yield (
                    _CHANGED,
                    f"{lead}{name}: {words(before[name])} → {words(value)}" if name in before else f"{lead}{name}: {words(value)}",
                )
            for name in change.without:
                gone = words(before[name]) if name in before else ""
                yield _CHANGED, f"{lead}{name}: {gone} → {_('dropped')}".replace(":  →", ": →")


def term_words(term: Plain) -> str:
    """Return a term with its fields, as “Quad” (status: preferred)."""
    if isinstance(term, str):
        return f"“{term}”"
    rest = ", ".join(f"{name}: {words(value)}" for name, value in term.items() if name != "text")
    return f"“{term['text']}”" + (f" ({rest})" if rest else "")


def words(value: Plain) -> str:
    """Return a plain value on one line, as YAML would have it in braces, but without quotation marks."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {words(one)}" for name, one in value.items()) + "}"
    return "[" + ", ".join(map(words, value)) + "]"
