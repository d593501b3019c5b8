"""What there is to say of a term beside its text, in the reader's language: for cards and printed pages."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.locale import gettext_ as _
from glossary.locale.labels import label
from glossary.locale.names import territory_name
from glossary.model import Status, Term


def details(term: Term, *, profiles: bool = True) -> Iterator[str]:
    """Yield status (unless preferred), whether it is only proposed, type, qualifier, regions, profiles if wanted, and time of `term`."""
    if term.status is not Status.PREFERRED:
        yield label("status", term.status.value)
    if term.stage:
        yield _("proposed")
    if label("type", term.type.value):
        yield label("type", term.type.value)
    if term.qualifier:
        yield term.qualifier
    yield from map(territory_name, term.region)
    if profiles and term.profile:
        yield _("profile %(profiles)s") % {"profiles": ", ".join(term.profile)}
    if term.valid and (term.valid.since or term.valid.until):
        yield period(term.valid.since, term.valid.until)


def spoken(term: Term) -> str:
    """Return the reading or pinyin of `term` as people write it, without the marks between morphemes; "" where there is none."""
    return term.reading.replace("|", "") or term.pinyin


def period(since: str, until: str) -> str:
    """Return a time in words; either end may be "" for open, not both."""
    if not until:
        return _("since %(since)s") % {"since": since}
    if not since:
        return _("until %(until)s") % {"until": until}
    return _("%(since)s to %(until)s") % {"since": since, "until": until}
