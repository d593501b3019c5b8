"""Find names that were right once and are used outside their time.

A superseded name is right in a text of its time, and in a sentence that names a year of its time. The document's date comes from
its front matter, its file name or `--date`, else a full date at its head, as news have it; without one the text is taken to be
of today. A name introduced as the former one (formerly, then known as, 旧, 原) is right as well.

Bad: Leaders of the South Pacific Forum will meet in Tonga next week.
Good: Leaders of the Pacific Islands Forum will meet in Tonga next week.
Good: In 1995 the South Pacific Forum suspended a dialogue partner.
Good: The Pacific Islands Forum, formerly the South Pacific Forum, has eighteen members.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from glossary.documents.model import Document
from glossary.findings import Finding, Severity, Verdict
from glossary.matching.match import Match
from glossary.model import Status
from glossary.rules.dates import Range, date_range, full_dates_in, overlap, period_range, years_in
from glossary.rules.longer_names import in_longer_name
from glossary.rules.protocol import RuleOptions, Summary
from glossary.rules.suggestions import finding_at, propose
from glossary.rules.surroundings import Surroundings
from glossary.text.patterns import deferred

id = "superseded-term"
severity = Severity.WARNING
document_level = False

EXAMPLES_TERMBASE = """
concepts:
  - id: pacific-islands-forum
    kind: organisation
    terms:
      en:
        - {text: Pacific Islands Forum, status: preferred}
        - {text: South Pacific Forum, status: superseded, valid: {until: 2000-10}}
"""

# Words that introduce a former name.
_FORMER_BEFORE = deferred(
    r"(?:\b(?:then[ -]|(?:former|formerly|previously|originally|erstwhile|predecessor|renamed from|(?:set up|founded|established|born) as"
    r"|(?:then|still|previously|formerly|originally|initially|first) (?:known as|named|called)"
    r"|known (?:then|previously|formerly) as)[\s,:-]+(?:as )?(?:the )?)[“\"‘(「『《]?|(?:旧称|旧名|前称|原称|原名|曾称|曾稱|舊稱|前身"
    r"|舊|旧|原|当時の|當時的|当时的|かつての"
    r"|(?:当時|當時|当时|最初|原先|起初|原)(?:名|稱|称|叫))(?:は|の|为|為|作|做|：|:)?[「『“《]?)\Z",
    re.IGNORECASE,
)
_FORMER_AFTER = deferred(
    r"[”\"’)」』》]?(?:,? (?:as it was (?:then )?(?:called|known)|was (?:later )?renamed|became\b|changed its name|(?:now|today)\b)"
    r"|\s?[（(](?:(?:当時|當時|当时)[）)]|現|现|now\b)|\s?[→⇒]|として(?:発足|設立)|から改称|更名|改称|改稱)"
)
_REACH = 60  # code points looked back for such words
_HEAD = 300  # code points: a headline and the first sentences


def check(document: Document, matches: Sequence[Match], options: RuleOptions) -> tuple[list[Finding], Summary | None]:
    """Return a finding for each superseded name outside its time."""
    old = [match for match in matches if match.term.status is Status.SUPERSEDED]
    weight = options.severity(severity, id)
    if not old or weight is None:
        return [], None
    around = Surroundings(document, matches)
    written = date_range(document.date) or _dateline(document)
    late = [match for match in old if not _timely(match, around, written) and not in_longer_name(match, around)]
    return [_finding(match, around, options, weight) for match in late], None


def conclude(summaries: Iterable[Summary], options: RuleOptions) -> Mapping[str, list[Finding]]:
    """Return nothing: every document stands for itself."""
    return {}


def _dateline(document: Document) -> Range | None:
    """Return the latest full date (year, month and day) at the head of the document, None where there is none."""
    return max(full_dates_in(document.parts[0].text[:_HEAD]), default=None) if document.parts else None


def _timely(match: Match, around: Surroundings, written: Range | None) -> bool:
    """Whether the name is right here: by the date of the document, a year in the sentence, or as a former name."""
    text = around.text(match)
    if _FORMER_BEFORE.search(text, max(0, match.low - _REACH), match.low) or _FORMER_AFTER.match(text, match.high):
        return True
    if match.term.valid is None:
        return False
    period = period_range(match.term.valid)
    if written is not None and overlap(written, period):
        return True
    low, high = around.sentence(match)
    return any(overlap(year, period) for year in years_in(text[low:high]))


def _finding(match: Match, around: Surroundings, options: RuleOptions, weight: Severity) -> Finding:
    review = match.verdict is Verdict.REVIEW
    if around.as_word(match):
        weight = weight.lower()  # a title, or the name as a word: 『キエフ』
    proposal = propose(match, around, options, fixable=not review and not around.quoted(match) and not around.as_word(match))
    texts = [suggestion.text for suggestion in proposal.suggestions]
    until = match.term.valid.until if match.term.valid else ""
    kind = ".no-preferred" if not texts else "" if until else ".undated"
    arguments = {"matched": around.shown(match), "preferred": " / ".join(texts), "until": until}
    return finding_at(match, id, Severity.INFO if review else weight, id + kind, arguments, proposal)
