"""What to write instead: the preferred names of the same concept, fitted to the place, and the edits that put them there.

Fitting is little: the plural of a plural, a capital at the beginning of a sentence, "a" or "an" before it. The curated form is
never re-cased otherwise, and nothing is put where it would double a neighbouring word (情報 + 情報保護協定).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from glossary.documents.edits import edits_for
from glossary.findings import Edit, Finding, Fix, Severity, Suggestion, Verdict
from glossary.languages import ENGLISH
from glossary.matching.match import Match
from glossary.matching.surfaces import PLURAL, plural
from glossary.model import Reason, Status, Term, TermType
from glossary.rules.articles import article_before, matching_article, takes_an
from glossary.rules.protocol import RuleOptions
from glossary.rules.slots import Slot, slot
from glossary.rules.surroundings import Surroundings
from glossary.text.fold import folded
from glossary.text.patterns import deferred
from glossary.text.script import is_cjk

REPLACE = "fix.replace"
_MOST = 4  # suggestions a finding
_NEIGHBOURHOOD = 200  # code points looked at on either side
_REACH = 200  # code points looked at on both sides
_LONGEST_JUNCTION = 12  # code points or words compared for doubling
_BARE_POSSESSIVE = deferred(r"(?<=s)['’](?=\s)")
_WORDS = deferred(r"[^\W_](?:[\w’'-]*\w)?")
_SMALL = frozenset({"and", "of", "the", "for", "in", "on", "to", "with", "by", "from"})
_SAFE_REASONS = frozenset({Reason.MISRENDERING, Reason.MISSPELLING})


class Proposal(NamedTuple):
    """Renderings to use instead, best first, the fixes that put them in, and whether the first two differ by slot."""

    suggestions: tuple[Suggestion, ...] = ()
    fixes: tuple[Fix, ...] = ()
    by_slot: bool = False


def propose(match: Match, around: Surroundings, options: RuleOptions, *, fixable: bool) -> Proposal:
    """Return what to write for `match`; no fixes unless `fixable`."""
    terms = candidates(match, around, options)
    concept = options.termbase.get(match.concept)
    # Which name of a contested concept is right is the profile's choice, never the program's.
    fixable = fixable and not (concept is not None and concept.contested and options.house is None)
    by_slot = match.term.language == ENGLISH and any(term.type is TermType.ATTRIBUTIVE for term in terms)
    if by_slot:
        terms = _fitting_first(terms, slot(around.text(match), match.low, match.high))
    safe_first = not by_slot and _safe(match, around, terms)
    suggestions: list[Suggestion] = []
    fixes: list[Fix] = []
    for text in dict.fromkeys(fitted(match, term.text, around) for term in terms[:_MOST]):
        fix = (
            fix_for(match, text, around, safe=safe_first and not suggestions)
            if fixable and not _loses_capitals(match, text, around)
            else None
        )
        suggestions.append(Suggestion(text, fix is not None and fix.safe))
        if fix is not None:
            fixes.append(fix)
    return Proposal(tuple(suggestions), tuple(fixes), by_slot)


def finding_at(match: Match, rule: str, severity: Severity, message: str, arguments: Mapping[str, str], proposal: Proposal) -> Finding:
    """Return the finding of `rule` at `match`; the reason of a doubtful match comes with its arguments."""
    return Finding(
        rule=rule,
        severity=severity,
        message_id=message,
        arguments=dict(arguments),
        part=match.part,
        start=match.start,
        end=match.end,
        matched=match.matched,
        concept=match.concept,
        term=match.term.text,
        layer=match.term.layer,
        verdict=match.verdict,
        reason=match.reason,
        reason_arguments=match.reason_arguments,
        suggestions=proposal.suggestions,
        fixes=proposal.fixes,
    )


def candidates(match: Match, around: Surroundings, options: RuleOptions) -> tuple[Term, ...]:
    """Return the preferred names of the concept in language, region and profile of the match, else the admitted ones.

    Those of the same type come first, then those of the region or profile before those of none.
    """
    concept = options.termbase.get(match.concept)
    if concept is None:
        return ()
    segment = around.segment(match)
    house = options.house.id if options.house else ""
    allowed = [
        term
        for term in concept.terms_in(match.term.language, options.region(segment, match.term.language))
        if term.text != match.term.text and (not house or not term.profile or house in term.profile)
    ]
    for status in (Status.PREFERRED, Status.ADMITTED):
        found = [term for term in allowed if term.status is status]
        if found:
            wanted = match.term.type
            return tuple(sorted(found, key=lambda term: (term.type is not wanted, not term.profile, not term.region, term.derived)))
    return ()


def fitted(match: Match, text: str, around: Surroundings) -> str:
    """Return the curated `text` as it stands in the place of `match`: plural for plural, a capital at the beginning."""
    if match.inflection == PLURAL:
        text = plural(text) or text
    whole = around.text(match)
    if text[:1].islower() and whole[match.low].isupper():
        low, _ = around.sentence(match)
        if not any(char.isalnum() for char in whole[low : match.low]):
            return text[0].upper() + text[1:]
    return text


def fix_for(match: Match, text: str, around: Surroundings, *, safe: bool) -> Fix | None:
    """Return the fix that writes `text` for `match`, None where it cannot be made or would double a neighbour."""
    edits = edits_to(match, text, around)
    if edits is None:
        return None
    return Fix(REPLACE, {"matched": around.shown(match), "text": text}, safe, edits)


def edits_to(match: Match, text: str, around: Surroundings) -> tuple[Edit, ...] | None:
    """Return the edits that write `text` for `match`, with "a" or "an" before it; None where there can be none."""
    whole = around.text(match)
    if doubles(whole[max(0, match.low - _NEIGHBOURHOOD) : match.low], text, whole[match.high : match.high + _NEIGHBOURHOOD]):
        return None
    part, segment, escape = around.part(match), around.segment(match), around.document.format.escape
    high = match.high
    if match.term.language == ENGLISH and _BARE_POSSESSIVE.match(whole, high) and not text.endswith("s"):
        text, high = f"{text}{whole[high]}s", high + 1  # the Forces' role, the Force's role
    edits = edits_for(part, segment, match.low, high, text, escape)
    article = article_before(whole, match.low) if match.term.language == ENGLISH else None
    if edits is None or article is None or takes_an(whole[match.low : match.high]) == takes_an(text):
        return edits
    low, high, word = article
    before = edits_for(part, segment, low, high, matching_article(word, text), escape)
    return None if before is None else (*before, *edits)


def doubles(before: str, text: str, after: str) -> bool:
    """Whether `text` between `before` and `after` would repeat what touches it: 情報 + 情報保護協定, the + the Forum."""
    if is_cjk(text[:1]) or is_cjk(text[-1:]):
        # Two characters: one alone is often right (中国 + 国家主席, 同日 + 日新会談).
        for length in range(2, min(len(text), _LONGEST_JUNCTION) + 1):
            if before.endswith(text[:length]) or after.startswith(text[-length:]):
                return True
        return False
    words = [folded(word) for word in _WORDS.findall(text)]
    left = _touching(before, left=True)
    right = _touching(after, left=False)
    return any(
        (left and left[-length:] == words[:length]) or (right and right[:length] == words[-length:])
        for length in range(1, min(len(words), _LONGEST_JUNCTION) + 1)
    )


def _touching(text: str, *, left: bool) -> list[str]:
    """Return the words next to the place, as far as only spaces and hyphens part them."""
    # Punctuation ends the neighbourhood: "the Forum, the Pacific …" doubles nothing.
    pieces = re.split(r"[^\w\s’'-]", text)
    return [folded(word) for word in _WORDS.findall(pieces[-1 if left else 0])]


def _fitting_first(terms: Sequence[Term], wanted: Slot) -> tuple[Term, ...]:
    attributive = wanted is Slot.ATTRIBUTIVE
    rank = {TermType.ATTRIBUTIVE: 0 if attributive else 1, TermType.FULL: 1 if attributive else 0}
    return tuple(sorted(terms, key=lambda term: rank.get(term.type, 2)))


def _safe(match: Match, around: Surroundings, terms: Sequence[Term]) -> bool:
    """Whether putting in the first of `terms` needs no judgement (DESIGN: fixes)."""
    term, segment = match.term, around.segment(match)
    same_slot = [each for each in terms if each.type is term.type and each.status is Status.PREFERRED]
    return (
        term.status is Status.DEPRECATED
        and not _is_slug(match, around)
        and term.reason in _SAFE_REASONS
        and not term.guarded
        and match.verdict is Verdict.ACCEPT
        and len(same_slot) == 1
        and segment.language in ("", term.language)
        and len(segment.text.runs(match.low, match.high)) == 1
        and _plainly_cased(match, segment.text.text)
    )


def _plainly_cased(match: Match, text: str) -> bool:
    """Whether the match has the capitals of its term: curated forms are not re-cased, so a headline in capitals needs a person."""
    shown = _letters(text[match.low : match.high])
    forms = (match.term.text, *match.term.forms)
    if match.inflection == PLURAL:
        forms = tuple(plural(form) for form in forms)
    return any(shown[1:] == _letters(form)[1:] for form in forms)


def _loses_capitals(match: Match, text: str, around: Surroundings) -> bool:
    """Whether a title in capitals would become plain words: the curated form is never re-cased, so a person has to see to it."""
    shown = _WORDS.findall(around.text(match)[match.low : match.high])
    titled = len(shown) > 1 and all(word[0].isupper() or word in _SMALL for word in shown)
    return titled and not any(char.isupper() for char in text[1:]) and not _plainly_cased(match, around.text(match))


def _is_slug(match: Match, around: Surroundings) -> bool:
    """Whether hyphens stand where the term has spaces: a name for machines rather than readers."""
    shown = folded(around.shown(match))
    return shown.count("-") > max(folded(form).count("-") for form in (match.term.text, *match.term.forms))


def _letters(text: str) -> str:
    return "".join(char for char in folded(text, case=False) if char.isalnum())
