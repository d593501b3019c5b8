"""Compare the names that one document, or with `together` one run, uses for the same thing.

Two preferred or admitted names of one concept, language and type are rivals: each is right, but a text keeps to one. The finding
stands at the first use of each name but the leading one and says which came first; the preferred name leads, else the commonest, of
equals the first.

Silent on full, short and acronym side by side, on headlines and quotations, on the two orders of a person's or a pair's name, on
names marked `mix: free`, on names with a title (岸田首相, 岸田氏), on case, hyphens and plurals, and on contested names, which have a
rule of their own.

Bad: Officials drafted an information sharing agreement. The information exchange agreement covers secrets.
Good: Officials drafted an information sharing agreement. The information sharing agreement covers secrets.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from glossary.documents.model import Document, SegmentKind
from glossary.findings import Edit, Finding, Fix, Related, Severity, Suggestion, Verdict
from glossary.matching.match import Match
from glossary.model import Concept, Kind, Status, Term, TermType
from glossary.rules.protocol import RuleOptions, Summary
from glossary.rules.rivals import MOST_PLACES, Form, Place, Rivals, Slot, folded_form, joined, rivals_among
from glossary.rules.suggestions import edits_to, fitted
from glossary.rules.surroundings import Surroundings

id = "mixed-terms"
severity = Severity.WARNING
document_level = True

EXAMPLES_TERMBASE = """
concepts:
  - id: information-sharing-agreement
    kind: agreement
    terms:
      en:
        - {text: information sharing agreement, status: preferred}
        - {text: information exchange agreement, status: admitted}
"""


def check(document: Document, matches: Sequence[Match], options: RuleOptions) -> tuple[list[Finding], Summary | None]:
    """Return a finding at the first use of each rival form, or with `together` only what `conclude` needs."""
    weight = options.severity(severity, id)
    if weight is None:
        return [], None
    around = Surroundings(document, matches)
    groups = {slot: _used(forms, around) for slot, forms in _groups(around, options).items() if options.together or len(forms) > 1}
    if options.together:
        used = {slot: {key: _form(group, around) for key, group in forms.items()} for slot, forms in groups.items()}
        return [], Summary(path=document.path, data=used)
    findings = []
    for slot, forms in groups.items():
        for rivals in rivals_among([_form(group, around) for group in forms.values()]):
            for form in rivals.others:
                fix = _fix(forms[folded_form(form.text)], rivals.dominant.text, around)
                findings.append(_finding(slot, form, rivals, weight, fix))
    return findings, None


def conclude(summaries: Iterable[Summary], options: RuleOptions) -> Mapping[str, list[Finding]]:
    """Return a finding at the first use, in each file, of a form that is not the run's commonest."""
    weight = options.severity(severity, id)
    used = [(summary.path, summary.data) for summary in summaries if summary.data]
    run: dict[Slot, dict[str, Form]] = {}
    for _, slots in used:
        for slot, forms in slots.items():
            known = run.setdefault(slot, {})
            for key, form in forms.items():
                known[key] = joined(known[key], form) if key in known else form
    findings: defaultdict[str, list[Finding]] = defaultdict(list)
    for slot, forms in run.items():
        for rivals in rivals_among(list(forms.values())):
            for form in rivals.others:
                for path, slots in used:
                    here = slots.get(slot, {}).get(folded_form(form.text))
                    if here is not None and weight is not None:
                        findings[path].append(_finding(slot, form._replace(places=here.places), rivals, weight, None))
    return findings


def _groups(around: Surroundings, options: RuleOptions) -> dict[Slot, dict[str, list[Match]]]:
    """Return the matches of slots that could have rivals, by slot and form."""
    groups: dict[Slot, dict[str, list[Match]]] = {}
    contended: dict[Slot, bool] = {}
    for match in around.matches:
        if match.verdict is not Verdict.ACCEPT or not _competes(match.term):
            continue
        slot = (match.concept, match.term.language, match.term.type.value)
        if slot not in contended:
            contended[slot] = _contended(options.termbase.get(match.concept), match.term)
        if contended[slot]:
            groups.setdefault(slot, {}).setdefault(folded_form(match.term.text), []).append(match)
    return groups


def _competes(term: Term) -> bool:
    return (
        term.status in (Status.PREFERRED, Status.ADMITTED) and not term.derived and term.mix != "free" and term.type is not TermType.TITLED
    )


def _contended(concept: Concept | None, term: Term) -> bool:
    if concept is None or concept.contested or concept.kind is Kind.SHIELD:
        return False
    return sum(1 for each in concept.terms if each.language == term.language and each.type is term.type and _competes(each)) > 1


def _used(forms: Mapping[str, list[Match]], around: Surroundings) -> dict[str, list[Match]]:
    """Return the matches outside quotations of the forms that are used outside headlines, in order of first use there."""
    order = {part.id: number for number, part in enumerate(around.document.parts)}
    kept: list[tuple[tuple[int, int], str, list[Match]]] = []
    for key, group in forms.items():
        outside = [match for match in group if not around.quoted(match)]
        counted = [match for match in outside if not _headline(match, around)]
        if counted:
            kept.append(((order[counted[0].part], counted[0].start), key, outside))
    return {key: outside for _, key, outside in sorted(kept, key=lambda entry: entry[:2])}


def _headline(match: Match, around: Surroundings) -> bool:
    return around.segment(match).kind is SegmentKind.HEADING


def _form(group: Sequence[Match], around: Surroundings) -> Form:
    counted = [match for match in group if not _headline(match, around)]
    term = counted[0].term
    return Form(
        term.text,
        term.status is Status.PREFERRED,
        term.region,
        term.layer,
        len(counted),
        tuple(_place(match, around) for match in counted[:MOST_PLACES]),
    )


def _place(match: Match, around: Surroundings) -> Place:
    line, column = around.position(match.part, match.start)
    end_line, end_column = around.position(match.part, match.end)
    return Place(around.document.path, match.part, match.start, match.end, line, column, end_line, end_column, match.matched)


def _fix(group: Sequence[Match], text: str, around: Surroundings) -> Fix | None:
    """Return the fix that writes `text` wherever the document has the form."""
    # A form that is this concept's only in some context may be another's a line further on.
    if any(match.term.guarded for match in group):
        return None
    edits: list[Edit] = []
    count = 0
    for match in group:
        made = edits_to(match, fitted(match, text, around), around)
        if made is not None:
            edits += made
            count += 1
    return Fix("mixed-terms.fix", {"text": text, "count": str(count)}, False, tuple(edits)) if edits else None


def _finding(slot: Slot, form: Form, rivals: Rivals, weight: Severity, fix: Fix | None) -> Finding:
    here, dominant = form.places[0], rivals.dominant
    related = [_related(place, "mixed-terms.dominant") for place in dominant.places[:1]]
    related += [_related(place, "mixed-terms.again") for place in form.places[1:]]
    return Finding(
        rule=id,
        severity=weight,
        message_id=id,
        arguments={
            "matched": form.text,
            "count": str(form.uses),
            "dominant": dominant.text,
            "dominant_count": str(dominant.uses),
            "first": rivals.first.text,
        },
        part=here.part,
        start=here.start,
        end=here.end,
        line=here.line,
        column=here.column,
        end_line=here.end_line,
        end_column=here.end_column,
        matched=here.matched,
        concept=slot[0],
        term=form.text,
        layer=form.layer,
        suggestions=(Suggestion(dominant.text),),
        fixes=(fix,) if fix else (),
        related=tuple(related),
    )


def _related(place: Place, message_id: str) -> Related:
    return Related(place.path, place.part, place.start, place.end, place.line, place.column, message_id, {"matched": place.matched})
