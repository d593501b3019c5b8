"""Words for the fixed values of the model: statuses, reasons, kinds, severities, verdicts, scopes."""

from __future__ import annotations

from glossary.locale import gettext_
from glossary.messages import N_

_LABELS = {
    "severity": {"error": N_("error"), "warning": N_("warning"), "info": N_("note")},
    "verdict": {"review": N_("please check"), "reject": N_("not this term")},
    "scope": {"sentence": N_("same sentence"), "paragraph": N_("same paragraph"), "document": N_("whole text")},
    "status": {
        "preferred": N_("preferred"),
        "admitted": N_("admitted"),
        "superseded": N_("superseded"),
        "deprecated": N_("wrong"),
    },
    "reason": {
        "misrendering": N_("wrong rendering"),
        "false-friend": N_("false friend"),
        "misspelling": N_("misspelling"),
        "outdated": N_("outdated"),
        "style": N_("against the style"),
        "register": N_("wrong register"),
        "political": N_("takes sides"),
    },
    "type": {
        "acronym": N_("acronym"),
        "short": N_("short form"),
        "variant": N_("variant"),
        "attributive": N_("before a noun"),
        "phrase": N_("phrase"),
        "dual": N_("double name"),
        "party": N_("side in talks"),
        "titled": N_("with title"),
    },
    "kind": {
        "state": N_("state"),
        "territory": N_("territory"),
        "place": N_("place"),
        "person": N_("person"),
        "organisation": N_("organisation"),
        "agreement": N_("agreement"),
        "document": N_("document"),
        "exercise": N_("exercise"),
        "event": N_("event"),
        "bilateral": N_("two states"),
        "post": N_("post"),
        "phrase": N_("phrase"),
        "shield": N_("protected name"),
    },
}


def label(field: str, value: str) -> str:
    """Return the word for `value` of `field` (severity, verdict, scope, status, reason, type, kind), "" where it needs none."""
    return gettext_(_LABELS[field].get(value, ""))
