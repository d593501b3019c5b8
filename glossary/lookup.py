"""Find concepts by any of their names, wrong ones included, by reading, romanisation or a slip of the pen.

Searches the termbase in memory, without an index on disk: a full-text index answers two-character words such as 日新 with
nothing, and these are the words that people ask about.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from msgspec import Struct

from glossary.model import Concept, Kind, Status, Term, Termbase
from glossary.readings.kana import hepburn, hiragana, is_kana, kunrei, loose

_HAN = re.compile(r"[\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_DAKUTEN = "\u3099\u309a"
_LEAST_ROMANISED = 3  # letters; two are a prefix of too many readings
_LEAST_FUZZY = 75  # per cent


class Result(Struct, frozen=True, kw_only=True):
    """A concept that answers a query; `score` is 0–100, `how` the way `matched`, one of its names, was found.

    `how` is exact, variant (another Han form), shorthand (it stands for the state in compounds: 新 in 日新), reading, romanisation,
    prefix, substring or fuzzy. `language` is that of the name; `uses` are the languages and regions of a shorthand. `term` is
    None for one, and when a confusable led here: `matched` is then not a name of the concept.
    """

    concept: Concept
    score: int
    matched: str
    how: str
    language: str
    term: Term | None = None
    uses: tuple[tuple[str, tuple[str, ...]], ...] = ()


class _Name(NamedTuple):
    key: str
    concept: Concept
    text: str
    language: str
    term: Term | None


def fold_key(text: str) -> str:
    """Return `text` for comparing names: width, case, diacritics, spaces, hyphens, apostrophes and middle dots do not count."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = (char for char in decomposed if not unicodedata.combining(char) or char in _DAKUTEN)
    return "".join(char for char in unicodedata.normalize("NFC", "".join(bare)) if char.isalnum() or char == "ー")


def look_up(termbase: Termbase, query: str, *, languages: Sequence[str] = (), region: str = "", limit: int = 20) -> tuple[Result, ...]:
    """Return the concepts that `query` may mean, best first, at most `limit`; every concept once.

    `languages` are canonical tags; only names in them are searched. With `region` a name of other regions only is left out.
    Shields are not answers: they only protect their names in texts. An empty query has no answer.
    """
    key = fold_key(query)
    if not key:
        return ()
    names = [name for name in _names(termbase) if not languages or name.language in languages]
    if region:
        names = [name for name in names if name.term is None or not name.term.region or region in name.term.region]
    best: dict[str, Result] = {}
    _keep_best(best, _by_shorthand(termbase, query, languages, region))
    for search in (_by_text, _by_reading, _by_romanisation, _by_han_variant):
        _keep_best(best, search(names, query, key))
    if not best:
        _keep_best(best, _by_likeness(names, query, key))
    order = {concept.id: number for number, concept in enumerate(termbase.concepts)}
    ranked = sorted(best.values(), key=lambda result: (-result.score, len(result.matched), order[result.concept.id]))
    return tuple(ranked[:limit])


def _keep_best(best: dict[str, Result], results: Iterable[Result]) -> None:
    for result in results:
        known = best.get(result.concept.id)
        if known is None or result.score > known.score:
            best[result.concept.id] = result


def _by_shorthand(termbase: Termbase, query: str, languages: Sequence[str], region: str) -> Iterator[Result]:
    """Yield the states that a short form stands for, then what it is taken for."""
    meant: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    taken_for: dict[str, str] = {}
    for shorthand in termbase.shorthands:
        if shorthand.text != query or (languages and shorthand.language not in languages):
            continue
        if not region or not shorthand.region or region in shorthand.region:
            meant.setdefault(shorthand.state, []).append((shorthand.language, shorthand.region))
            taken_for |= dict.fromkeys(shorthand.taken_for, shorthand.language)
    for id, uses in meant.items():
        if concept := termbase.get(id):
            yield Result(concept=concept, score=99, matched=query, how="shorthand", language=uses[0][0], uses=tuple(uses))
    for id, language in taken_for.items():
        if concept := termbase.get(id):
            yield Result(concept=concept, score=80, matched=query, how="exact", language=language)


def _names(termbase: Termbase) -> Iterator[_Name]:
    for concept in termbase.concepts:
        if concept.kind is Kind.SHIELD:
            continue
        for term in concept.terms:
            for text in dict.fromkeys((term.text, *term.forms)):
                yield _Name(fold_key(text), concept, text, term.language, term)
            if term.qualifier:
                text = f"{term.qualifier} {term.text}"
                yield _Name(fold_key(text), concept, text, term.language, term)
        for confusable in concept.confusable:
            target = termbase.get(confusable.to) if confusable.to else None
            yield _Name(fold_key(confusable.text), target or concept, confusable.text, confusable.language, None)


def _result(name: _Name, score: float, how: str) -> Result:
    return Result(concept=name.concept, score=round(score), matched=name.text, how=how, language=name.language, term=name.term)


def _compare(key: str, wanted: str, name: _Name, *, exact: int, part: int, how: str) -> Result | None:
    """Score `key` of a name against the query: the whole, its beginning, or (text only) any part of it."""
    if key == wanted:
        return _result(name, exact, how)
    if key.startswith(wanted):
        return _result(name, part + 15 * len(wanted) / len(key), "prefix" if how == "exact" else how)
    if how == "exact" and wanted in key:
        return _result(name, part - 25 + 20 * len(wanted) / len(key), "substring")
    return None


def _by_text(names: Sequence[_Name], query: str, key: str) -> Iterator[Result]:
    for name in names:
        # Typed exactly as it is written counts a little more: ISA before Isa.
        if result := _compare(name.key, key, name, exact=100 if name.text == query else 97, part=75, how="exact"):
            yield result


def _by_reading(names: Sequence[_Name], query: str, key: str) -> Iterator[Result]:
    if not is_kana(query):
        return
    wanted = hiragana(query)
    for name in names:
        reading = _kana_of(name)
        if reading and (result := _compare(hiragana(reading), wanted, name, exact=95, part=70, how="reading")):
            yield result


def _by_romanisation(names: Sequence[_Name], query: str, key: str) -> Iterator[Result]:
    wanted = loose(query)
    if not _LATIN.search(query) or len(wanted) < _LEAST_ROMANISED:
        return
    for name in names:
        for romanised in _romanisations(name):
            if result := _compare(loose(romanised), wanted, name, exact=92, part=65, how="romanisation"):
                yield result


def _by_han_variant(names: Sequence[_Name], query: str, key: str) -> Iterator[Result]:
    if not _HAN.search(query):
        return
    han = [name for name in names if _HAN.search(name.key)]
    # All at once: a call of OpenCC costs more than the characters in it.
    folded = _fold_han("\n".join([key, *(name.key for name in han)])).split("\n")
    for name, variant in zip(han, folded[1:], strict=True):
        if result := _compare(variant, folded[0], name, exact=94, part=70, how="variant"):
            yield result


def _by_likeness(names: Sequence[_Name], query: str, key: str) -> Iterator[Result]:
    from rapidfuzz import fuzz, process

    if len(key) < _LEAST_ROMANISED:
        return
    keys: list[tuple[str, _Name]] = [(_like(name.key), name) for name in names]
    for name in names:
        keys.extend((loose(romanised), name) for romanised in _romanisations(name))
    choices = [candidate for candidate, _ in keys]
    for _, ratio, index in process.extract(_like(key), choices, scorer=fuzz.ratio, score_cutoff=_LEAST_FUZZY, limit=50):
        yield _result(keys[index][1], 0.75 * ratio, "fuzzy")


def _like(key: str) -> str:
    return loose(key) if key.isascii() else key


def _kana_of(name: _Name) -> str:
    if name.language != "ja" or name.term is None:
        return ""
    return name.term.reading if name.text == name.term.text and name.term.reading else name.text if is_kana(name.text) else ""


def _romanisations(name: _Name) -> tuple[str, ...]:
    kana = _kana_of(name)
    if kana:
        return tuple(dict.fromkeys((hepburn(kana), kunrei(kana))))
    return (name.term.pinyin,) if name.term is not None and name.term.pinyin else ()


@cache
def _converters() -> tuple[Callable[[str], str], ...]:
    """Shinjitai and Traditional to Simplified, where OpenCC is; only for comparing, never to write."""
    try:
        import opencc
    except ImportError:
        return ()
    makers: Any = opencc.OpenCC
    return makers("jp2t").convert, makers("t2s").convert


def _fold_han(text: str) -> str:
    for convert in _converters():
        text = convert(text)
    return text


def terms_by_language(concept: Concept, languages: Sequence[str], regions: Mapping[str, str] | None = None) -> dict[str, tuple[Term, ...]]:
    """Return the terms of `concept` in each of `languages`, best status first.

    `regions` (language → region) leaves out forms of other regions: a Hong Kong reader gets a Hong Kong form, one of no region or
    none at all, never Taiwan's.
    """
    ranks = {status: rank for rank, status in enumerate(Status)}
    return {
        language: tuple(sorted(concept.terms_in(language, (regions or {}).get(language, "")), key=lambda term: ranks[term.status]))
        for language in languages
    }


def right_forms(concept: Concept, wrong: Term, profile: str = "") -> tuple[Term, ...]:
    """Return what to write for a wrong or superseded form: the preferred terms of its language, else the admitted ones.

    Those of the same type come first. With `profile` the terms of other profiles are left out; so are those of regions where the wrong
    form does not belong.
    """
    candidates = [
        term
        for term in concept.terms
        if term.language == wrong.language
        and (not profile or not term.profile or profile in term.profile)
        and (not wrong.region or not term.region or set(wrong.region) & set(term.region))
    ]
    for status in (Status.PREFERRED, Status.ADMITTED):
        found = [term for term in candidates if term.status is status]
        if found:
            return tuple(sorted(found, key=lambda term: term.type is not wrong.type))
    return ()


def all_languages(termbase: Termbase) -> tuple[str, ...]:
    """Return the languages of the termbase, those of its manifest first."""
    used = (term.language for concept in termbase.concepts for term in concept.terms)
    return tuple(dict.fromkeys((*termbase.languages, *used)))
