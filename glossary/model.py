"""The termbase as frozen values: concepts, terms, and look-ups among them. No input or output.

Words are ISO 1087's and TBX's (ISO 30042): a concept has terms, a term one language and an administrative status.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from glossary.records import Records


class Status(enum.Enum):
    """TBX administrativeStatus, best first."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    SUPERSEDED = "superseded"
    DEPRECATED = "deprecated"


class TermType(enum.Enum):
    """TBX termType, with the two that bilateral and contested names need."""

    FULL = "full"
    ACRONYM = "acronym"
    SHORT = "short"
    VARIANT = "variant"
    ATTRIBUTIVE = "attributive"
    PHRASE = "phrase"
    DUAL = "dual"
    PARTY = "party"  # 日方, 新方: a side in talks
    TITLED = "titled"  # a name with title or honorific: 岸田首相, 岸田氏


class Kind(enum.Enum):
    """What sort of thing a concept is; decides about plurals, derived names and severities."""

    STATE = "state"
    TERRITORY = "territory"
    PLACE = "place"
    PERSON = "person"
    ORGANISATION = "organisation"
    AGREEMENT = "agreement"
    DOCUMENT = "document"
    EXERCISE = "exercise"
    EVENT = "event"
    BILATERAL = "bilateral"
    POST = "post"
    PHRASE = "phrase"
    SHIELD = "shield"


class Reason(enum.Enum):
    """Why a form is deprecated."""

    MISRENDERING = "misrendering"
    FALSE_FRIEND = "false-friend"
    MISSPELLING = "misspelling"
    OUTDATED = "outdated"
    STYLE = "style"
    REGISTER = "register"
    POLITICAL = "political"


class Scope(enum.Enum):
    """How far a context condition looks."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    DOCUMENT = "document"


class Near(Struct, frozen=True, gc=False):
    """Guard: at least `at_least` of `concepts` must be named within the scope."""

    concepts: tuple[str, ...]
    within: Scope = Scope.DOCUMENT
    at_least: int = 1


class Unless(Struct, frozen=True, gc=False):
    """Guard: not when one of these words stands next or before, or one of these concepts is named within the scope."""

    next: tuple[str, ...] = ()
    previous: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    within: Scope = Scope.DOCUMENT


class OnlyWhen(Struct, frozen=True, gc=False):
    """Guard: only where the source segment has this term; never in a text without its source."""

    source: str


class Period(Struct, frozen=True, gc=False):
    """A time from `since` until before `until`; ISO 8601 dates of any precision (2000, 2000-10, 2000-10-01), "" for open."""

    since: str = ""
    until: str = ""


class Seen(Struct, frozen=True, gc=False):
    """Where and when a form was seen."""

    where: str
    date: str = ""
    url: str = ""


class Examples(Struct, frozen=True, gc=False):
    """Sentences that test a term: in `match` it must be found, in `no_match` it must not."""

    match: tuple[str, ...] = ()
    no_match: tuple[str, ...] = ()


class Quoted(Struct, frozen=True, gc=False):
    """A text with its source: how a term is used."""

    text: str
    source: str = ""


class Term(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One designation of a concept in one language."""

    text: str
    language: str
    status: Status = Status.ADMITTED
    type: TermType = TermType.FULL
    reading: str = ""
    pinyin: str = ""
    region: tuple[str, ...] = ()
    profile: tuple[str, ...] = ()
    case: str = ""  # "exact", "ignore" or "" (acronyms and all-capitals words exact, all else ignored)
    qualifier: str = ""
    article: str = ""
    title_marks: str = ""
    forms: tuple[str, ...] = ()
    pos: str = ""
    expand: str = ""  # "no": matched only as written and in its declared forms
    boundary: str = ""
    reason: Reason | None = None
    origin: str = ""
    seen: Seen | None = None
    stage: str = ""  # "proposed": not yet seen in a source, or not yet settled
    note: dict[str, str] = {}
    valid: Period | None = None
    authority: str = ""
    use: str = ""
    context: tuple[Quoted, ...] = ()
    collocations: tuple[str, ...] = ()
    mix: str = ""  # "free": never a rival form for mixed-terms
    first_use: str = ""
    translate: str = ""  # "no": left as it is in translation
    near_miss: str = ""
    misread: str = ""
    not_in: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    near: Near | None = None
    unless: Unless | None = None
    only_when: OnlyWhen | None = None
    examples: Examples | None = None
    derived: bool = False  # from the names of a person or the members of a bilateral
    layer: str = ""  # title of the termbase that decided
    place: str = ""  # file:line:column

    @property
    def guarded(self) -> bool:
        """Whether the term counts only in some context."""
        return self.near is not None or self.unless is not None or self.only_when is not None


class Name(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A person's name in one language; `family` and `given` as written there, `full` where they do not simply join."""

    family: str = ""
    given: str = ""
    full: str = ""
    reading: str = ""
    pinyin: str = ""


class Post(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A post a person held."""

    title: str
    period: Period = Period()
    source: str = ""


class Confusable(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something that is not a name of the concept and is often taken for one."""

    text: str
    language: str
    to: str = ""
    note: dict[str, str] = {}


class Source(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where an entry is documented."""

    title: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    authority: str = ""


class Act(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An editorial step: proposed, reviewed, decided or withdrawn."""

    act: str
    by: str = ""
    date: str = ""
    note: str = ""


class Concept(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A unit of meaning with its terms; derived terms of persons and bilaterals are among them."""

    id: str
    kind: Kind = Kind.PHRASE
    subject: str = ""
    definition: dict[str, str] = {}
    note: dict[str, str] = {}
    terms: tuple[Term, ...] = ()
    names: dict[str, Name] = {}
    posts: tuple[Post, ...] = ()
    members: tuple[str, ...] = ()
    contested: bool = False
    territory: str = ""  # ISO 3166-1 code of a state or territory, under which CLDR names it
    differs_from_cldr: dict[str, str] = {}  # language → why the preferred name is another than CLDR's
    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    confusable: tuple[Confusable, ...] = ()
    sources: tuple[Source, ...] = ()
    history: tuple[Act, ...] = ()
    layer: str = ""
    place: str = ""  # file:line:column

    def terms_in(self, language: str, region: str = "") -> Iterator[Term]:
        """Yield the terms in `language`; with `region`, those of that region and those of none."""
        for term in self.terms:
            if term.language == language and (not region or not term.region or region in term.region):
                yield term

    @property
    def stage(self) -> str:
        """The last editorial step, or "" where none is recorded."""
        return self.history[-1].act if self.history else ""


class Profile(Struct, frozen=True, kw_only=True):
    """A house style: which name of a contested concept, how quotations are read."""

    id: str
    title: dict[str, str] = {}
    note: dict[str, str] = {}
    quotations: str = "verbatim"  # or "translated"
    region: dict[str, str] = {}  # language → region
    severities: dict[str, str] = {}  # reason or rule id → severity or "off"
    name_order: dict[str, str] = {}  # language of the person → "family-first" or "given-first" in English
    sources: tuple[Source, ...] = ()


class Shorthand(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The short form, mostly one character, that stands for a state in compounds: 新 in 日新, 紐 in 日紐."""

    text: str
    language: str
    state: str  # id of the concept
    region: tuple[str, ...] = ()
    taken_for: tuple[str, ...] = ()  # ids of what readers and machines take it for, apart from states with the same shorthand
    seen: Seen | None = None
    note: dict[str, str] = {}
    layer: str = ""
    place: str = ""  # file:line:column


class Layer(Struct, frozen=True, kw_only=True):
    """One termbase that took part: for findings, cards and the JSON report."""

    title: str
    version: str = ""
    licence: str = ""
    hash: str = ""  # sha256 over the files, in order of name
    path: str = ""


class Termbase(Struct, frozen=True, kw_only=True, dict=True):
    """The whole collection: layers already merged, names derived. Concepts of a stored one are decoded when asked for."""

    title: str
    version: str = ""
    licence: str = ""
    languages: tuple[str, ...] = ()
    default_profile: str = ""
    profiles: tuple[Profile, ...] = ()
    concepts: Sequence[Concept] = ()
    shorthands: tuple[Shorthand, ...] = ()
    layers: tuple[Layer, ...] = ()

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        ids: Iterable[str] = self.concepts.names() if isinstance(self.concepts, Records) else (concept.id for concept in self.concepts)
        return {id: number for number, id in enumerate(ids)}

    def get(self, id: str) -> Concept | None:
        """Return the concept with that id, or None."""
        number = self._numbers.get(id)
        return None if number is None else self.concepts[number]

    def __getitem__(self, id: str) -> Concept:
        return self.concepts[self._numbers[id]]

    def profile(self, id: str) -> Profile | None:
        """Return the profile with that id, or None; "" stands for the default one."""
        wanted = id or self.default_profile
        return next((profile for profile in self.profiles if profile.id == wanted), None)
