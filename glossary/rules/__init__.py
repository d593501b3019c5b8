"""The rules, in the order of the documentation; one module a rule, named as its id.

To add one, write its module, name it in `RULES`, and give it a page, a folder of cases and its messages.
"""

from __future__ import annotations

from glossary.rules import deprecated_term, misread_name, mixed_terms, name_order, near_miss, repeated_name, shorthand_slip, superseded_term
from glossary.rules.protocol import Rule

RULES: tuple[Rule, ...] = (
    deprecated_term,
    superseded_term,
    mixed_terms,
    misread_name,
    shorthand_slip,
    near_miss,
    repeated_name,
    name_order,
)


def rule(id: str) -> Rule:
    """Return the rule with that id; raises KeyError."""
    for each in RULES:
        if each.id == id:
            return each
    raise KeyError(id)
