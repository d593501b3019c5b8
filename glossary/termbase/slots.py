"""Slots: the language, type, region and profile in which one form is preferred.

A form without region is for every region that has none of its own, so that it is no rival of a form for Hong Kong; the same
holds for profiles.
"""

from __future__ import annotations

from glossary.model import Status, Term


def rivals(one: Term, other: Term) -> bool:
    """Whether both terms, were they preferred, would be so in the same slot."""
    return (
        one.language == other.language and one.type is other.type and _meet(one.region, other.region) and _meet(one.profile, other.profile)
    )


def together(one: Term, other: Term) -> bool:
    """Whether some text is open to both terms: same language, no regions or profiles that exclude each other."""
    return (
        one.language == other.language
        and (not one.region or not other.region or _meet(one.region, other.region))
        and (not one.profile or not other.profile or _meet(one.profile, other.profile))
    )


def preferred_rival(term: Term, terms: tuple[Term, ...]) -> bool:
    """Whether the slot of `term` has a preferred form among `terms`."""
    return any(other.status is Status.PREFERRED and rivals(term, other) for other in terms)


def _meet(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return not one and not other if not one or not other else not set(one).isdisjoint(other)
