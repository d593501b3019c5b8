"""From termbase to the entries of a printed glossary: values only, ready to be set, in the order of print."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from glossary.describe import details, spoken
from glossary.languages import DEFAULT_REGION
from glossary.locale import own_text
from glossary.locale.labels import label
from glossary.lookup import fold_key, right_forms, terms_by_language
from glossary.model import Concept, Kind, Source, Status, Term, Termbase
from glossary.printing.options import Options
from glossary.printing.ruby import Piece, furigana, pinyin

OTHER = "#"  # the letter of what does not begin with one


class Rendering(Struct, frozen=True, kw_only=True):
    """A name that may be written; `tag` is its language with region, for the lang attribute and the choice of glyphs."""

    tag: str
    language: str
    pieces: tuple[Piece, ...]
    text: str
    details: tuple[str, ...]
    note: str
    preferred: bool


class Wrong(Struct, frozen=True, kw_only=True):
    """A name that may not be written, why, and what is right; `condition` is the source term without which it is no mistake."""

    tag: str
    language: str
    text: str
    reason: str
    origin: str
    right: tuple[str, ...]
    note: str
    condition: str


class Choice(Struct, frozen=True, kw_only=True):
    """One of the names of a contested concept, and who uses it."""

    text: str
    tag: str
    profiles: tuple[str, ...]


class Entry(Struct, frozen=True, kw_only=True):
    """A concept as it is printed."""

    id: str
    headword: str
    tag: str
    kind: str
    names: dict[str, tuple[Rendering, ...]]
    wrong: tuple[Wrong, ...]
    choices: tuple[Choice, ...]
    definition: str
    note: str
    posts: tuple[str, ...]
    not_the_same: tuple[tuple[str, str], ...]
    sources: tuple[Source, ...]
    layer: str


class See(Struct, frozen=True, kw_only=True):
    """A cross-reference in its alphabetical place: from a name to the entry that has the right one."""

    headword: str
    id: str
    target: str
    wrong: bool
    condition: str


class Letter(Struct, frozen=True, kw_only=True):
    """The entries and cross-references of one letter, or of one kind, sorted."""

    name: str
    items: tuple[Entry | See, ...]


def letters(termbase: Termbase, options: Options) -> tuple[Letter, ...]:
    """Return what is printed, by letter of the English name, or by kind; what has no English name comes last."""
    languages = options.languages or termbase.languages
    concepts = [concept for concept in termbase.concepts if concept.kind is not Kind.SHIELD and concept.terms]
    entries = [_entry(concept, termbase, languages, options) for concept in concepts]
    items: list[tuple[str, Entry | See]] = []
    for concept, entry in zip(concepts, entries, strict=True):
        name = label("kind", concept.kind.value) if options.by_kind else initial(entry.headword)
        items.append((name, entry))
        items += ((name if options.by_kind else initial(see.headword), see) for see in _cross_references(concept, entry, options))
    # A letter that is none sorts behind Z.
    items.sort(key=lambda item: (item[0] == OTHER, item[0], sort_key(item[1].headword), isinstance(item[1], See)))
    names = dict.fromkeys(name for name, _item in items)
    return tuple(Letter(name=name, items=tuple(item for owner, item in items if owner == name)) for name in names)


def initial(text: str) -> str:
    """Return the letter A–Z that `text` is filed under, else `OTHER`."""
    letter = fold_key(text)[:1].upper()
    return letter if "A" <= letter <= "Z" else OTHER


def sort_key(text: str) -> tuple[str, str]:
    """Return a key that files word by word, marks and case not counted: New Zealand before Newcastle (ISO 999)."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    words = "".join(char if char.isalnum() else " " for char in plain.replace("'", "").replace("’", ""))
    return " ".join(words.split()), text


def _entry(concept: Concept, termbase: Termbase, languages: Sequence[str], options: Options) -> Entry:
    by_language = terms_by_language(concept, languages, options.regions)
    headword = _headword(concept, options.profile)
    return Entry(
        id=concept.id,
        headword=headword.text,
        tag=_tag(headword),
        kind=label("kind", concept.kind.value),
        names={
            language: tuple(_rendering(concept, term) for term in terms if _is_printed(term)) for language, terms in by_language.items()
        },
        wrong=tuple(
            _wrong(concept, term, options.profile) for terms in by_language.values() for term in terms if term.status is Status.DEPRECATED
        ),
        choices=_choices(concept, termbase),
        definition=own_text(concept.definition),
        note=own_text(concept.note),
        posts=tuple(_post(post.title, post.period.since, post.period.until) for post in concept.posts),
        not_the_same=tuple((confusable.text, own_text(confusable.note)) for confusable in concept.confusable),
        sources=tuple(source for source in concept.sources if source.title or source.publisher),
        layer=concept.layer if len(termbase.layers) > 1 else "",
    )


def _is_printed(term: Term) -> bool:
    # Derived forms besides the preferred one (Kishida, Kishida Fumio, F. Kishida) are for finding, not for reading.
    return term.status is not Status.DEPRECATED and (term.status is Status.PREFERRED or not term.derived)


def _headword(concept: Concept, profile: str) -> Term:
    """Return the name an entry stands under: English first; of a contested concept the profile's, else the double name.

    Where there is neither, the first in the alphabet, so that the order in the file favours nobody.
    """
    right = [term for term in concept.terms if term.status is not Status.DEPRECATED] or list(concept.terms)
    english = [term for term in right if term.language == "en"] or right
    best = [term for term in english if term.status is Status.PREFERRED] or english
    named = [term for term in best if profile in term.profile] if profile else []
    neutral = [term for term in best if term.type.value == "dual"]
    if concept.contested:
        return (named or neutral or sorted(best, key=lambda term: sort_key(term.text)))[0]
    full = [term for term in best if term.type.value == "full"]
    return (named or full or best)[0]


def _rendering(concept: Concept, term: Term) -> Rendering:
    return Rendering(
        tag=_tag(term),
        language=term.language,
        pieces=_pieces(concept, term),
        text=term.text,
        details=tuple(details(term, profiles=False)),
        note=own_text(term.note),
        preferred=term.status is Status.PREFERRED,
    )


def _pieces(concept: Concept, term: Term) -> tuple[Piece, ...]:
    if term.pinyin:
        return pinyin(term.text, term.pinyin)
    name, words = concept.names.get(term.language), spoken(term).split()
    names = ((name.family, words[0]), (name.given, words[1])) if name and name.family and name.given and len(words) == 2 else ()
    return furigana(term.text, spoken(term), names)


def _wrong(concept: Concept, term: Term, profile: str) -> Wrong:
    return Wrong(
        tag=_tag(term),
        language=term.language,
        text=term.text,
        reason=label("reason", term.reason.value) if term.reason else label("status", "deprecated"),
        origin=term.origin,
        right=tuple(dict.fromkeys(right.text for right in right_forms(concept, term, profile))),
        note=own_text(term.note),
        condition=term.only_when.source if term.only_when else "",
    )


def _choices(concept: Concept, termbase: Termbase) -> tuple[Choice, ...]:
    """Return the names of a contested concept in the order of the profiles, each profile once: none is set apart."""
    if not concept.contested:
        return ()
    titles = {profile.id: own_text(profile.title) or profile.id for profile in termbase.profiles}
    found: dict[tuple[str, str], list[str]] = {}
    order = list(titles)
    terms = [term for term in concept.terms if term.profile and term.status is not Status.DEPRECATED and term.language == "en"]
    for term in sorted(terms, key=lambda term: min(order.index(id) if id in titles else len(order) for id in term.profile)):
        found.setdefault((term.text, _tag(term)), []).extend(titles.get(id, id) for id in term.profile)
    return tuple(Choice(text=text, tag=tag, profiles=tuple(profiles)) for (text, tag), profiles in found.items())


def _cross_references(concept: Concept, entry: Entry, options: Options) -> Iterator[See]:
    """Yield one for each English name that people may look for and that is filed elsewhere."""
    seen = {fold_key(entry.headword)}
    # Of the derived names of a person only the one that is filed under the family name helps anybody.
    name = concept.names.get("en")
    by_family = fold_key(f"{name.family} {name.given}") if name else ""
    for term in concept.terms:
        key = fold_key(term.text)
        if term.language != "en" or key in seen or (term.derived and key != by_family):
            continue
        seen.add(key)
        wrong = term.status is Status.DEPRECATED
        right = [each.text for each in right_forms(concept, term, options.profile)] if wrong else []
        target = " / ".join(dict.fromkeys(right)) or entry.headword
        yield See(headword=term.text, id=concept.id, target=target, wrong=wrong, condition=term.only_when.source if term.only_when else "")


def _post(title: str, since: str, until: str) -> str:
    # An en dash between dates, as in print; an open end stays open.
    return f"{title}, {since}–{until}" if since or until else title


def _tag(term: Term) -> str:
    # Without a region a browser takes Traditional for Simplified glyphs, or the other way round.
    region = term.region[0] if term.region else DEFAULT_REGION.get(term.language, "")
    return f"{term.language}-{region}" if region else term.language


def used_languages(shown: Sequence[Letter]) -> Mapping[str, None]:
    """Return the languages that some entry has a name in, in order."""
    return dict.fromkeys(
        language for letter in shown for item in letter.items if isinstance(item, Entry) for language, names in item.names.items() if names
    )
