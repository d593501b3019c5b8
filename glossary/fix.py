"""Mend a document: apply fixes to a copy, lint the copy, and keep only what made no sentence worse.

choose ─▶ apply to a copy ─▶ read and lint it ─ a sentence gained a finding? ─▶ drop its fixes, once more ─ still? ─▶ refuse the file

Repeated until a round changes nothing, so that fixing a fixed file changes nothing either. Findings about the whole document
do not count: one sentence cannot answer for the others.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from glossary.documents.encodings import codec_of
from glossary.documents.model import Document, Part
from glossary.findings import Edit, Finding, Fix, Verdict
from glossary.lint import DEFAULT_OPTIONS, PRECEDENCE, FileReport, Finder, LintOptions, lint_document
from glossary.rules import RULES
from glossary.rules.prose import Prose
from glossary.rules.protocol import Rule
from glossary.writing import diff, write_atomically

_MOST_ROUNDS = 8  # each mends what the one before uncovered; texts in practice need two

# Why a fix was not made.
GAINED = "fix.dropped.gained"
OVERLAPPING = "fix.dropped.overlapping"
STRUCTURE = "fix.dropped.structure"
UNENCODABLE = "fix.dropped.unencodable"


class Applied(NamedTuple):
    """A fix that was made, and the finding it answers; offsets are those of the text before round `round`, 0 the first."""

    finding: Finding
    fix: Fix
    round: int = 0


class Dropped(NamedTuple):
    """A fix that was not made; `reason` is a message id."""

    finding: Finding
    fix: Fix
    reason: str


class FixResult(NamedTuple):
    """The bytes after fixing, what was and was not done, and the report on the result; `refused`: nothing was done at all."""

    data: bytes
    applied: tuple[Applied, ...]
    dropped: tuple[Dropped, ...]
    refused: bool
    report: FileReport


class _State(NamedTuple):
    document: Document
    report: FileReport


class _Run(NamedTuple):
    """What stays the same in all rounds."""

    matcher: Finder
    options: LintOptions
    rules: Sequence[Rule]
    suggested: bool


def fix_document(
    document: Document,
    matcher: Finder,
    options: LintOptions = DEFAULT_OPTIONS,
    *,
    suggested: bool = False,
    rules: Sequence[Rule] = RULES,
) -> FixResult:
    """Return the document's bytes with its safe fixes made; with `suggested`, also the first suggestion of accepted matches.

    Nothing inside quotations is changed. Raises DocumentError or WriteError where the format cannot be written.
    """
    run = _Run(matcher, options, rules, suggested)
    before = state = _State(document, lint_document(document, matcher, options, rules))
    applied: list[Applied] = []
    for number in range(_MOST_ROUNDS):
        made = _round(state, run)
        if made is None:
            break
        state, done, dropped = made
        applied += [each._replace(round=number) for each in done]
        if not done:
            return FixResult(state.document.data, tuple(applied), dropped, False, state.report)
    return FixResult(document.data, (), _all_dropped(before, run), True, before.report)


def _round(state: _State, run: _Run) -> tuple[_State, list[Applied], tuple[Dropped, ...]] | None:
    """Return the state after one round, what it did and what it left out; None where the file is refused."""
    chosen, dropped = _choose(state, run)
    if chosen and _applied(state.document, chosen) is None:
        breaking = [each for each in chosen if _applied(state.document, [each]) is None] or chosen
        chosen = _without(chosen, breaking, STRUCTURE, dropped)
    for attempt in range(2):
        copy = _applied(state.document, chosen) if chosen else None
        if copy is None:
            return state, [], tuple(dropped)
        report = lint_document(copy, run.matcher, run.options, run.rules)
        worse = _worse(state, report, chosen, run)
        if not worse:
            return _State(copy, report), chosen, tuple(dropped)
        if attempt == 0:
            chosen = _without(chosen, worse, GAINED, dropped)
    return None


def _without(chosen: Sequence[Applied], left_out: Sequence[Applied], reason: str, dropped: list[Dropped]) -> list[Applied]:
    """Return `chosen` less `left_out`, which go to `dropped`."""
    dropped += [Dropped(each.finding, each.fix, reason) for each in left_out]
    return [each for each in chosen if not any(each is other for other in left_out)]


def _choose(state: _State, run: _Run) -> tuple[list[Applied], list[Dropped]]:
    """Return the fixes to make, and those that cannot be: two may not touch the same characters."""
    prose = Prose(state.document)
    chosen: list[Applied] = []
    dropped: list[Dropped] = []
    taken: set[tuple[str, int]] = set()
    rank = {rule: number for number, rule in enumerate(PRECEDENCE)}
    for finding in sorted(state.report.findings, key=lambda finding: rank.get(finding.rule, len(rank))):
        fix = _fix_of(finding, suggested=run.suggested)
        if fix is None or any(prose.quoted(edit.part, edit.start, edit.end) for edit in fix.edits):
            continue
        places = {(edit.part, at) for edit in fix.edits for at in range(edit.start, max(edit.end, edit.start + 1))}
        if not all(_encodable(edit.text, state.document.encoding) for edit in fix.edits):
            dropped.append(Dropped(finding, fix, UNENCODABLE))
        elif places & taken:
            dropped.append(Dropped(finding, fix, OVERLAPPING))
        else:
            taken |= places
            chosen.append(Applied(finding, fix))
    return chosen, dropped


def _fix_of(finding: Finding, *, suggested: bool) -> Fix | None:
    """Return the fix to make for `finding`: a safe one, or what the first suggestion says."""
    for fix in finding.fixes:
        if fix.safe:
            return fix
    if not suggested or finding.verdict is not Verdict.ACCEPT or not finding.suggestions:
        return None
    first = finding.suggestions[0].text
    return next((fix for fix in finding.fixes if fix.arguments.get("text") == first), None)


def _encodable(text: str, encoding: str) -> bool:
    try:
        text.encode(codec_of(encoding))
    except UnicodeEncodeError:
        return False
    except LookupError:
        return True
    return True


def _applied(document: Document, chosen: Sequence[Applied]) -> Document | None:
    """Return a copy with `chosen` made, read again; None where the edits would change what is a paragraph."""
    edits = sorted(edit for each in chosen for edit in each.fix.edits)
    data = document.format.splice(document, edits)
    copy: Document = document.format.read(data, document.path, encoding=document.encoding)
    parts = _with_languages(copy.parts, document.parts)
    if parts is None:
        return None
    return replace(copy, parts=parts, language=document.language, date=document.date, encoding=document.encoding)


def _with_languages(new: Sequence[Part], old: Sequence[Part]) -> tuple[Part, ...] | None:
    """Return `new` with the languages of `old`, segment by segment: a name does not change the language of its paragraph."""
    if [(part.id, len(part.segments)) for part in new] != [(part.id, len(part.segments)) for part in old]:
        return None
    return tuple(
        replace(
            part,
            segments=tuple(
                replace(segment, language=known.language, region=known.region, decided=known.decided)
                for segment, known in zip(part.segments, before.segments, strict=True)
            ),
        )
        for part, before in zip(new, old, strict=True)
    )


def _worse(state: _State, new: FileReport, chosen: Sequence[Applied], run: _Run) -> list[Applied]:
    """Return the fixes in whose sentences the copy has a finding that was not there before."""
    prose = Prose(state.document)
    whole = frozenset(rule.id for rule in run.rules if rule.document_level)
    moved = _Shift([edit for each in chosen for edit in each.fix.edits])
    before = _by_place(state.report, whole)
    after = _by_place(new, whole)
    found = []
    for each in chosen:
        sentences = {(edit.part, prose.sentence(edit.part, edit.start)) for edit in each.fix.edits}
        if any(
            _within(after, part, moved.new(part, start), moved.new(part, end)) - _within(before, part, start, end)
            for part, (start, end) in sentences
        ):
            found.append(each)
    return found


Key = tuple[str, str, str, str]  # what makes two findings the same: rule, concept, term, words


def _by_place(report: FileReport, left_out: frozenset[str]) -> dict[str, list[tuple[int, Key]]]:
    """Return the findings of each part by start, in order, without those about the whole document."""
    places: dict[str, list[tuple[int, Key]]] = {}
    for finding in report.findings:
        if finding.rule not in left_out:
            key = (finding.rule, finding.concept, finding.term, finding.matched)
            places.setdefault(finding.part, []).append((finding.start, key))
    return places


def _within(places: dict[str, list[tuple[int, Key]]], part: str, start: int, end: int) -> Counter[Key]:
    found = places.get(part, [])
    low, high = (bisect_left(found, at, key=lambda entry: entry[0]) for at in (start, end))
    return Counter(key for _, key in found[low:high])


class _Shift:
    """Where offsets of the old text are in the new one."""

    __slots__ = ("_edits",)

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits: dict[str, list[tuple[int, int]]] = {}  # by part: end of an edit, sum of what all up to it added
        for edit in sorted(edits):
            known = self._edits.setdefault(edit.part, [])
            known.append((edit.end, (known[-1][1] if known else 0) + len(edit.text) - (edit.end - edit.start)))

    def new(self, part: str, offset: int) -> int:
        """Return the new place of `offset`, which is in no edit; one at the very end of an edit is after it."""
        known = self._edits.get(part, [])
        index = bisect_right(known, offset, key=lambda entry: entry[0]) - 1
        return offset + (known[index][1] if index >= 0 else 0)


def _all_dropped(state: _State, run: _Run) -> tuple[Dropped, ...]:
    chosen, dropped = _choose(state, run)
    return (*dropped, *(Dropped(each.finding, each.fix, GAINED) for each in chosen))


__all__ = ["Applied", "Dropped", "FixResult", "diff", "fix_document", "write_atomically"]
