"""On demand: readings that differ from what dictionaries propose, and terms that have none. A person decides; dictionaries err."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.check.problems import Problem, problem
from glossary.languages import JAPANESE, SIMPLIFIED
from glossary.model import Kind, Status, Termbase
from glossary.readings.drafts import kana_drafts, pinyin_draft
from glossary.readings.kana import hiragana, is_kana
from glossary.readings.pinyin import syllables
from glossary.text.script import is_han


def check_drafts(termbase: Termbase) -> Iterator[Problem]:
    """Yield, for information, readings that no dictionary proposes, and right terms with Han characters that have no reading."""
    for concept in termbase.concepts:
        for term in concept.terms:
            if concept.kind is Kind.SHIELD or term.status is Status.DEPRECATED or not any(map(is_han, term.text)):
                continue
            if term.language == JAPANESE:
                drafts = kana_drafts(term.text)
                if term.reading and drafts and hiragana(term.reading) not in drafts:
                    yield problem("check.draft-kana", term.place, info=True, text=term.text, reading=term.reading, drafts=", ".join(drafts))
                elif not term.reading and not is_kana(term.text):
                    yield problem("check.no-reading", term.place, info=True, text=term.text, drafts=", ".join(drafts))
            elif term.pinyin:
                draft, given = pinyin_draft(term.text), syllables(term.pinyin)
                if draft and len(draft) == len(given) and [(one, one.tone) for one in draft] != [(one, one.tone) for one in given]:
                    proposed = " ".join(f"{one}{one.tone}" for one in draft)
                    yield problem("check.draft-pinyin", term.place, info=True, text=term.text, pinyin=term.pinyin, drafts=proposed)
            elif term.language == SIMPLIFIED:
                proposed = " ".join(f"{one}{one.tone}" for one in pinyin_draft(term.text))
                yield problem("check.no-reading", term.place, info=True, text=term.text, drafts=proposed)
