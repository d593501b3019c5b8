"""Find renderings that the termbase marks as wrong, and say why and what to write.

A wrong form has a reason: a misrendering or a misspelling is an error, a false friend or an outdated word a warning, style,
register and political wording information, unless the profile says otherwise. Where the form is likely but not certain, the
finding is for review: information, and never fixed.

Silent where the form is part of a longer name (Bank of England, the Ukraine war), where it is short for a protected name seen
before (Nissin after Nissin Foods) and after [sic]. A form that is quoted as a word, or stands in
a sentence about wrong renderings, weighs one step less and stays as it is; inside a quotation
nothing is changed, and in verbatim quotations nothing is an error.

Bad: The two governments signed an intelligence protection agreement.
Good: The two governments signed an information security agreement.

Bad: New Zealand's Prime Minister praised the Nissin summit.
Good: New Zealand's Prime Minister praised the Japan–New Zealand summit.
Good: Nissin Foods opened a plant in New Zealand. Nissin hired two hundred people.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from glossary.documents.model import Document
from glossary.findings import Finding, Severity, Verdict
from glossary.matching.match import Match
from glossary.model import Reason, Status
from glossary.rules.certainty import weighed
from glossary.rules.longer_names import in_longer_name, is_glossed, protected_names, short_for_shield
from glossary.rules.protocol import RuleOptions, Summary
from glossary.rules.suggestions import Proposal, finding_at, propose
from glossary.rules.surroundings import Surroundings

id = "deprecated-term"
severity = Severity.ERROR
document_level = False

SEVERITIES = {
    Reason.MISRENDERING: Severity.ERROR,
    Reason.MISSPELLING: Severity.ERROR,
    Reason.FALSE_FRIEND: Severity.WARNING,
    Reason.OUTDATED: Severity.WARNING,
    Reason.STYLE: Severity.INFO,
    Reason.REGISTER: Severity.INFO,
    Reason.POLITICAL: Severity.INFO,
    None: Severity.WARNING,
}

EXAMPLES_TERMBASE = """
concepts:
  - id: information-security-agreement
    kind: agreement
    terms:
      en:
        - {text: information security agreement, status: preferred}
        - {text: intelligence protection agreement, status: deprecated, reason: misrendering, origin: 情報保護協定}
  - {id: japan, kind: state, terms: {en: [{text: Japan, status: preferred}]}}
  - {id: new-zealand, kind: state, terms: {en: [{text: New Zealand, status: preferred}]}}
  - id: japan-new-zealand
    kind: bilateral
    members: [japan, new-zealand]
    terms:
      en:
        - text: Nissin
          status: deprecated
          reason: misrendering
          origin: 日新
          near: {concepts: [new-zealand], within: document}
  - {id: nissin-foods, kind: shield, terms: {en: [{text: Nissin Foods}]}}
"""


def check(document: Document, matches: Sequence[Match], options: RuleOptions) -> tuple[list[Finding], Summary | None]:
    """Return a finding for each deprecated form that nothing excuses."""
    wrong = [match for match in matches if match.term.status is Status.DEPRECATED]
    if not wrong:
        return [], None
    around = Surroundings(document, matches)
    names = protected_names(around, options.termbase)
    findings = []
    for listed in wrong:
        if in_longer_name(listed, around) or is_glossed(listed, around) or short_for_shield(listed, around, names, options.termbase):
            continue
        match = weighed(listed, around, options.termbase)
        weight = _severity(match, around, options)
        if weight is not None:
            findings.append(_finding(match, around, options, weight))
    return findings, None


def conclude(summaries: Iterable[Summary], options: RuleOptions) -> Mapping[str, list[Finding]]:
    """Return nothing: every document stands for itself."""
    return {}


def _severity(match: Match, around: Surroundings, options: RuleOptions) -> Severity | None:
    """Return the weight by reason, no more than the rule's; less for doubtful and quoted forms; None where it is off."""
    reason = match.term.reason
    most = options.severity(severity, id)
    weight = options.severity(SEVERITIES[reason], *((reason.value,) if reason else ()))
    if weight is None or most is None:
        return None
    weight = weight.at_most(most)
    if match.verdict is Verdict.REVIEW:
        return Severity.INFO
    if around.as_word(match):
        return weight.lower()
    if options.verbatim and around.quoted(match):
        return weight.at_most(Severity.WARNING)
    return weight


def _finding(match: Match, around: Surroundings, options: RuleOptions, weight: Severity) -> Finding:
    quoted = around.quoted(match) or around.as_word(match)
    fixable = match.verdict is Verdict.ACCEPT and not quoted
    proposal = propose(match, around, options, fixable=fixable)
    message, arguments = _message(match, around, options, proposal)
    return finding_at(match, id, weight, message, arguments, proposal)


def _message(match: Match, around: Surroundings, options: RuleOptions, proposal: Proposal) -> tuple[str, dict[str, str]]:
    """Return the message id for reason, origin and what there is to suggest, with its arguments."""
    term, texts = match.term, [suggestion.text for suggestion in proposal.suggestions]
    region = options.region(around.segment(match), term.language)
    arguments = {
        "matched": around.shown(match),
        "preferred": " / ".join(texts),
        "reason": term.reason.value if term.reason else "",
        "origin": term.origin,
        "note": term.note.get("en") or next(iter(term.note.values()), ""),
        "language": f"{term.language}-{region}" if region and region not in term.language else term.language,
    }
    if not texts:
        return "deprecated-term.no-preferred", arguments
    if proposal.by_slot and len(texts) > 1:
        arguments |= {"first": texts[0], "second": texts[1]}
        return ("deprecated-term.pair" if term.origin else "deprecated-term.pair.bare"), arguments
    bare = "" if term.origin or term.reason not in (Reason.MISRENDERING, Reason.FALSE_FRIEND) else ".bare"
    return f"deprecated-term.{term.reason.value if term.reason else 'other'}{bare}", arguments
