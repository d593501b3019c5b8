"""What a reporter gets: files with their findings or matches, what went wrong, and how to show it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from glossary.errors import GlossaryError
from glossary.findings import Finding, Verdict
from glossary.locale import gettext_
from glossary.locale.labels import label
from glossary.matching.match import Match
from glossary.messages import MESSAGES, render
from glossary.model import Concept, Kind, Layer, Status, Termbase, TermType

if TYPE_CHECKING:  # a look-up prints cards and must not pay for the rules
    from glossary.lint import Counts, FileReport

_OR = " / "  # what rules put between the suggestions of a message
_MARKED = re.compile(r"(\W)%\(preferred\)s(\W)")


class Report(Struct, frozen=True, kw_only=True):
    """A lint run: files in order of path, and the errors of those that could not be read.

    `texts` holds the decoded text of each part, by path, then part id, for showing the lines, and `names` what people call the
    concepts, by path, then id; a reporter for programs needs neither.
    """

    files: tuple[FileReport, ...] = ()
    failures: tuple[GlossaryError, ...] = ()
    layers: tuple[Layer, ...] = ()
    texts: dict[str, dict[str, str]] = {}
    names: dict[str, Mapping[str, str]] = {}

    @property
    def counts(self) -> Counts:
        """How many files, errors, warnings and notes."""
        from glossary.lint import count

        return count(self.files)


class ScanFile(Struct, frozen=True, kw_only=True):
    """The matches in one file."""

    path: str
    language: str = ""
    matches: tuple[Match, ...] = ()


class ScanReport(Struct, frozen=True, kw_only=True):
    """A scan run: files in order of path; `texts` and `names` as in `Report`, for every file."""

    files: tuple[ScanFile, ...] = ()
    texts: dict[str, dict[str, str]] = {}
    names: dict[str, Mapping[str, str]] = {}


def explained(matches: Iterable[Match], termbase: Termbase) -> tuple[Match, ...]:
    """Return `matches` with the hits that they cover as entries of their own, sorted by start, then end.

    A covered hit keeps its verdict, for the name may well be there (日米 in 日米同盟), and has the longer one as its reason; one in a
    shield is rejected.
    """
    found: dict[tuple[object, ...], Match] = {}
    for match in matches:
        found[match.part, match.start, match.end, match.concept, match.term.text] = match
        shield = termbase[match.concept].kind is Kind.SHIELD
        for hit in match.covers:
            if (hit.start, hit.end, hit.concept) == (match.start, match.end, match.concept):
                continue  # another form of the same name
            if hit.verdict is not Verdict.REJECT:
                verdict = Verdict.REJECT if shield else hit.verdict
                hit = replace(hit, verdict=verdict, reason="verdict.covered", reason_arguments={"name": match.matched})
            found.setdefault((hit.part, hit.start, hit.end, hit.concept, hit.term.text), hit)
    return tuple(sorted(found.values(), key=lambda match: (match.start, match.end, match.verdict is Verdict.REJECT)))


def headwords(termbase: Termbase) -> Mapping[str, str]:
    """Return the name of each concept by its id: English first, the preferred one; of a contested concept the double name."""
    return _Headwords(termbase)


class _Headwords(Mapping[str, str]):
    """Made when asked for: a report names few of the concepts."""

    def __init__(self, termbase: Termbase) -> None:
        self._termbase = termbase

    def __getitem__(self, id: str) -> str:
        return _headword(self._termbase[id])

    def __iter__(self) -> Iterator[str]:
        return (concept.id for concept in self._termbase.concepts)

    def __len__(self) -> int:
        return len(self._termbase.concepts)


def _headword(concept: Concept) -> str:
    right = [term for term in concept.terms if term.status is not Status.DEPRECATED]
    english = [term for term in right if term.language == "en"] or right
    best = [term for term in english if term.status is Status.PREFERRED] or english
    if concept.contested:
        # Without a double name the alphabet decides, so that the order in the file favours nobody.
        double = [term for term in best if term.type is TermType.DUAL]
        best = double or sorted(best, key=lambda term: term.text.casefold())
    return best[0].text if best else concept.id


def message(code: str, arguments: dict[str, Any], *, translate: Callable[[str], str] = gettext_) -> str:
    """Return the message `code`, by default in the language in use. A reason without its arguments is left out."""
    if not code:
        return ""
    try:
        return render(code, arguments, translate)
    except KeyError:
        return "" if code in MESSAGES else code


def reason(code: str, arguments: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """Return why a person must look, for people: concepts by `names` and not by id, scopes in the language in use."""
    shown = dict(arguments)
    if "concepts" in shown:
        shown["concepts"] = ", ".join(names.get(id, id) for id in shown["concepts"].split(", "))
    if "within" in shown:
        shown["within"] = label("scope", shown["within"]) or shown["within"]
    return message(code, shown)


def finding_message(finding: Finding) -> str:
    """Return the message of a finding for people: of several suggestions each stands in quotation marks of its own."""
    arguments = finding.arguments
    texts = [suggestion.text for suggestion in finding.suggestions]
    if len(texts) > 1 and arguments.get("preferred") == _OR.join(texts):
        # The marks are those of the language in use, 「」 or “”, so they are read off its template.
        marks = _MARKED.search(gettext_(MESSAGES.get(finding.message_id, "")))
        if marks:
            arguments = {**arguments, "preferred": f"{marks[2]}{_OR}{marks[1]}".join(texts)}
    return message(finding.message_id, arguments)
