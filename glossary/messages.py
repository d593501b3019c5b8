"""Every message of the library: an id and its English template, rendered only at the edge.

Templates are `%`-format with named fields, so that gettext tools can check the placeholders of translations.
The library passes ids and arguments; reporters and the command line render them with the reader's catalog.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def N_(template: str) -> str:
    """Mark `template` for extraction into the message catalogs; return it unchanged."""
    return template


MESSAGES: dict[str, str] = {
    # errors: files
    "file.missing": N_("%(path)s: no such file; check the name"),
    "file.dangling": N_("%(path)s: this link leads to a file that is not there"),
    "file.special": N_("%(path)s: this is a device or socket, not a file; to read a stream, name - for standard input"),
    # config
    "config.unreadable": N_("%(path)s: this configuration cannot be read: %(reason)s"),
    "config.not-utf8": N_("%(path)s: this configuration is not UTF-8 text; save it as UTF-8"),
    "config.syntax": N_("%(path)s: this is not valid TOML: %(reason)s"),
    "config.unknown-key": N_("%(path)s: there is no setting %(key)s; known settings are %(known)s"),
    "config.unknown-key-near": N_("%(path)s: there is no setting %(key)s; did you mean %(near)s?"),
    "config.unknown-rule": N_("%(path)s: there is no rule %(key)s; known rules are %(known)s"),
    "config.unknown-rule-near": N_("%(path)s: there is no rule %(key)s; did you mean %(near)s?"),
    "config.not-string": N_("%(path)s: %(key)s must be a text in quotation marks"),
    "config.not-list": N_('%(path)s: %(key)s must be a list of texts, for instance ["one", "two"]'),
    "config.not-table": N_("%(path)s: %(key)s must be a table, written as [%(key)s]"),
    "config.not-choice": N_("%(path)s: %(key)s cannot be %(value)s; choose one of %(known)s"),
    "config.not-language": N_("%(path)s: %(key)s: %(value)s is not a language tag; write for instance en, ja, zh-Hans or zh-HK"),
    "config.not-region": N_("%(path)s: %(key)s: %(value)s is not a region code; write two letters, for instance TW"),
    "config.no-territory": N_(
        "%(path)s: %(key)s: %(value)s is not the code of a country or territory (ISO 3166); write for instance TW or GB"
    ),
    "config.unknown-language": N_("%(path)s: lang: this termbase has no language %(language)s; its languages are %(known)s"),
    "config.not-pattern": N_("%(path)s: %(key)s: %(value)s is not a pattern as in .gitignore; check brackets and backslashes"),
    "config.not-encoding": N_("%(path)s: %(key)s: there is no encoding %(value)s; write for instance utf-8, cp932 or gb18030"),
    "config.not-date": N_("%(path)s: %(key)s: %(value)s is not a date; write year-month-day, for instance 2022-04-21"),
    "config.no-termbase": N_("%(path)s: termbase: there is no folder %(folder)s"),
    "termbase.no-folder": N_("%(path)s: there is no such folder; --termbase wants the folder of a termbase"),
    # verdicts: why a hit is for review or no match
    "verdict.day": N_("the character is a day of the month: %(day)s"),
    "verdict.crossed": N_("words cross its edge: %(words)s"),
    "verdict.contested-words": N_("words cross both of its edges: %(words)s"),
    "verdict.split": N_("no word of the dictionary: %(words)s"),
    "verdict.nested": N_("part of a longer word: %(words)s"),
    "verdict.covered": N_("part of %(name)s"),
    "verdict.defined": N_("the text defines it as %(words)s"),
    "verdict.given-name": N_("the given name of a person"),
    "verdict.languages": N_("the languages, with %(word)s"),
    "verdict.row": N_("part of a longer row of states, with %(row)s"),
    "verdict.list": N_("the end of a longer list of states"),
    "verdict.not-in": N_("part of %(in)s"),
    "verdict.not-after": N_("directly after %(after)s"),
    "verdict.not-before": N_("directly before %(before)s"),
    "verdict.language": N_("the language of the text is not certain"),
    "verdict.ambiguous": N_("the name of several: %(concepts)s"),
    "verdict.near": N_("not near %(concepts)s (%(within)s)"),
    "verdict.only-when": N_("only where the source text has %(source)s"),
    "verdict.unless-next": N_("followed by %(next)s"),
    "verdict.unless-previous": N_("preceded by %(previous)s"),
    "verdict.unless": N_("together with %(concepts)s (%(within)s)"),
    "verdict.weak": N_("only one of the two states is named in the text; it may be something else"),
    "verdict.right-name": N_("also the right name of something else, and nothing else here is misnamed like this"),
    "verdict.alone": N_("it stands alone; it may be something else"),
    # cache
    "cache.unwritable": N_("%(path)s: the cache cannot be written (%(problem)s); every start will be slow until it can"),
    # rules; %(matched)s is what the text has
    "deprecated-term.misrendering": N_("“%(matched)s” is a wrong rendering of %(origin)s; write “%(preferred)s”"),
    "deprecated-term.misrendering.bare": N_("“%(matched)s” is a wrong rendering; write “%(preferred)s”"),
    "deprecated-term.false-friend": N_("“%(matched)s” looks like %(origin)s and means something else; write “%(preferred)s”"),
    "deprecated-term.false-friend.bare": N_("“%(matched)s” means something else; write “%(preferred)s”"),
    "deprecated-term.misspelling": N_("“%(matched)s” is misspelt; write “%(preferred)s”"),
    "deprecated-term.outdated": N_("“%(matched)s” is outdated; write “%(preferred)s”"),
    "deprecated-term.style": N_("“%(matched)s” is against the style; write “%(preferred)s”"),
    "deprecated-term.register": N_("“%(matched)s” is in the wrong register; write “%(preferred)s”"),
    "deprecated-term.political": N_("“%(matched)s” takes sides; consider “%(preferred)s”"),
    "deprecated-term.other": N_("“%(matched)s” is not to be used; write “%(preferred)s”"),
    "deprecated-term.no-preferred": N_("“%(matched)s” is not to be used; the termbase records no other form for %(language)s"),
    "deprecated-term.pair": N_(
        "“%(matched)s” is a wrong rendering of %(origin)s (two states); write “%(first)s” or “%(second)s”, "
        "then check the verb (plural) and its → their"
    ),
    "deprecated-term.pair.bare": N_(
        "“%(matched)s” means two states; write “%(first)s” or “%(second)s”, then check the verb (plural) and its → their"
    ),
    "superseded-term": N_("“%(matched)s” was the name until %(until)s; write “%(preferred)s” or give the year"),
    "superseded-term.undated": N_("“%(matched)s” is no longer the name; write “%(preferred)s”"),
    "superseded-term.no-preferred": N_("“%(matched)s” is no longer the name; the termbase records no newer one"),
    "shorthand-slip": N_(
        "“%(matched)s” may be %(source)s with %(character)s, here %(right)s, taken for %(wrong)s; if so, write “%(preferred)s”"
    ),
    "shorthand-slip.evidence": N_("nobody listed this form; elsewhere the text names %(right)s %(count)s× and %(wrong)s never"),
    "misread-name.ja": N_("“%(matched)s” is probably %(source)s read as Japanese (%(reading)s); write “%(preferred)s”"),
    "misread-name.zh": N_("“%(matched)s” is probably %(source)s read as Chinese (%(reading)s); write “%(preferred)s”"),
    "misread-name.ja.perhaps": N_("“%(matched)s” may be %(source)s read as Japanese (%(reading)s); if so, write “%(preferred)s”"),
    "misread-name.zh.perhaps": N_("“%(matched)s” may be %(source)s read as Chinese (%(reading)s); if so, write “%(preferred)s”"),
    "misread-name.named": N_("nobody listed this form; the text names %(named)s"),
    "misread-name.partly": N_("nobody listed this form; the text names %(named)s only"),
    "misread-name.alone": N_("nobody listed this form, and nothing else in the text names what it may stand for"),
    "mixed-terms": N_(
        "“%(matched)s” (%(count)s×) and “%(dominant)s” (%(dominant_count)s×) name the same thing; “%(first)s” came first; keep to one"
    ),
    "mixed-terms.dominant": N_("“%(matched)s” here"),
    "mixed-terms.again": N_("again “%(matched)s”"),
    "mixed-terms.fix": N_("Write “%(text)s” throughout (%(count)s×)"),
    "near-miss.letters": N_("“%(matched)s” is probably “%(name)s”: “%(written)s” seems misspelt"),
    "near-miss.confused": N_("“%(matched)s” may be meant for “%(name)s”: “%(written)s” is easily written for “%(right)s”"),
    "near-miss.sense": N_("“%(matched)s” may be meant for “%(name)s”: “%(written)s” renders the same word as “%(right)s”"),
    "near-miss.number": N_("“%(matched)s” may be meant for “%(name)s”, with “%(right)s”"),
    "near-miss.order": N_("“%(matched)s” has the words of “%(name)s” in another order"),
    "near-miss.looks": N_("“%(matched)s” may be meant for “%(name)s”: %(written)s looks like %(right)s"),
    "near-miss.sounds": N_("“%(matched)s” may be meant for “%(name)s”: %(written)s is read like %(right)s"),
    "near-miss.script": N_("“%(matched)s” may be meant for “%(name)s”: %(written)s is the form of %(right)s in another script"),
    "near-miss.missing": N_("“%(matched)s” may be meant for “%(name)s”: %(right)s seems to be missing"),
    "near-miss.long-mark": N_("“%(matched)s” is probably “%(name)s”: a long mark is missing or too many"),
    "near-miss.kana": N_("“%(matched)s” is probably “%(name)s”: %(written)s stands for %(right)s"),
    "repeated-name": N_("“%(matched)s” has the family name twice; “%(name)s” is known"),
    "repeated-name.review": N_("who is meant has to be looked up"),
    "name-order.family-first": N_("“%(matched)s” has the given name first; the house style has the family name first: “%(name)s”"),
    "name-order.given-first": N_("“%(matched)s” has the family name first; the house style has the given name first: “%(name)s”"),
    "name-order.culture": N_("“%(matched)s” has the given name first; names of this kind have the family name first: “%(name)s”"),
    "name-order.mixed": N_(
        "“%(matched)s” (%(count)s×) and “%(other)s” (%(other_count)s×) put family and given name in different order; keep to one"
    ),
    "name-order.other": N_("“%(matched)s” here"),
    "name-order.again": N_("again “%(matched)s”"),
    "near-miss.review": N_("it only resembles a known name and may be something else"),
    # fixes
    "fix.replace": N_("Replace “%(matched)s” with “%(text)s”"),
    "fix.dropped.gained": N_("not made: the sentence would have a new finding"),
    "fix.dropped.overlapping": N_("not made: another fix changes the same words"),
    "fix.dropped.structure": N_("not made: it would change where a paragraph begins or ends"),
    "fix.dropped.unencodable": N_("not made: the file's encoding lacks a character of it; save the file as UTF-8"),
    "write.full": N_("%(path)s: not written, the disk is full; the file is as it was"),
    "write.denied": N_("%(path)s: not written, there is no permission; the file is as it was"),
    "write.failed": N_("%(path)s: not written: %(problem)s; the file is as it was"),
    # command line: files and streams
    "output.unwritable": N_("standard output cannot be written: %(reason)s"),
    "output.closed": N_("standard output is closed; nothing can be written to it"),
    "file.no-drafts": N_("%(path)s: no drafts in this folder; the formats read are %(known)s"),
    "file.worker": N_("%(path)s: not read, because the process that read it was ended from outside; try again with --jobs 1"),
    "file.unexpected": N_("%(path)s: an unexpected error (%(problem)s); please report it with what --debug prints"),
    # look-up
    "lookup.no-match": N_("%(query)s: nothing like it in the termbase"),
    # glossary check: readings, scripts, duplicates, CLDR
    "check.reading-language": N_("%(path)s:%(line)d:%(column)d: “%(text)s” is %(language)s; a kana reading belongs to Japanese terms"),
    "check.reading-kana": N_(
        "%(path)s:%(line)d:%(column)d: the reading “%(reading)s” of “%(text)s” may have kana, ー, ・, single spaces between words and | "
        "between morphemes only"
    ),
    "check.reading-order": N_(
        "%(path)s:%(line)d:%(column)d: the reading “%(reading)s” does not hold the kana of “%(text)s” in their order"
    ),
    "check.pinyin-language": N_("%(path)s:%(line)d:%(column)d: “%(text)s” is %(language)s; pinyin belongs to Chinese terms"),
    "check.pinyin-count": N_(
        "%(path)s:%(line)d:%(column)d: the pinyin “%(pinyin)s” has %(syllables)d syllables for the %(characters)d characters of “%(text)s” "
        "(0: it is no pinyin)"
    ),
    "check.pinyin-unknown": N_(
        "%(path)s:%(line)d:%(column)d: %(character)s in “%(text)s” is not known to be read %(syllable)s, but %(known)s"
    ),
    "check.wrong-script": N_("%(path)s:%(line)d:%(column)d: %(characters)s in “%(text)s” is not written in %(language)s"),
    "check.folded-twin": N_("%(path)s:%(line)d:%(column)d: “%(text)s” and “%(other)s” (%(other_place)s) are matched alike; one is enough"),
    "check.same-name": N_(
        "%(path)s:%(line)d:%(column)d: “%(text)s” is also a name of %(other)s (%(other_place)s); merge the entries, "
        "or name one in the other (related, broader, confusable), or add a qualifier"
    ),
    "check.cldr-no-territory": N_("%(path)s:%(line)d:%(column)d: CLDR knows no territory %(territory)s"),
    "check.cldr-differs": N_(
        "%(path)s:%(line)d:%(column)d: “%(text)s” is “%(name)s” in CLDR (%(language)s); correct it, or give the reason in differs_from_cldr"
    ),
    "check.cldr-same": N_(
        "%(path)s:%(line)d:%(column)d: %(id)s does not differ from CLDR in %(language)s; drop the reason in differs_from_cldr"
    ),
    "check.draft-kana": N_("%(path)s:%(line)d:%(column)d: “%(text)s” is read “%(reading)s” here; dictionaries propose %(drafts)s"),
    "check.draft-pinyin": N_("%(path)s:%(line)d:%(column)d: “%(text)s” is read “%(pinyin)s” here; the dictionary proposes %(drafts)s"),
    "check.no-reading": N_("%(path)s:%(line)d:%(column)d: “%(text)s” has no reading; dictionaries propose %(drafts)s"),
    # glossary check, with the matcher
    "check.example-missed": N_("%(path)s:%(line)d:%(column)d: “%(text)s” is not found in its example: %(example)s"),
    "check.example-found": N_("%(path)s:%(line)d:%(column)d: “%(text)s” is found in an example where it should not be: %(example)s"),
    "check.shielded": N_("%(path)s:%(line)d:%(column)d: the shield %(shield)s hides “%(text)s” everywhere; protect longer names only"),
    "check.never-found": N_("%(path)s:%(line)d:%(column)d: no text can contain “%(text)s”; check not_in, not_after and not_before"),
    "check.hidden": N_("%(path)s:%(line)d:%(column)d: “%(text)s” is always read as “%(other)s” (%(other_place)s); drop one of them"),
    "language.unknown": N_("this termbase has no language %(language)s; its languages are %(known)s"),
    "profile.unknown": N_("there is no profile %(profile)s in this termbase; its profiles are %(known)s"),
    "file.unreadable": N_("%(path)s: cannot be read: %(reason)s"),
    # documents
    "document.other-format": N_("%(path)s: this is a %(kind)s file, not a text; save it as plain text or Markdown and try again"),
    "document.binary": N_("%(path)s: this is not a text file; only plain text and Markdown can be read"),
    "document.undecodable": N_(
        "%(path)s: the file is not %(encoding)s text throughout (byte %(offset)d cannot be read); "
        "save it again as UTF-8, or name its encoding with --encoding, for instance --encoding shift_jis"
    ),
    "document.unknown-encoding": N_(
        "%(path)s: the encoding of this file cannot be recognised (byte %(offset)d is not UTF-8); "
        "name it with --encoding, for instance shift_jis, euc-jp, gb18030 or big5"
    ),
    "document.no-such-encoding": N_(
        "%(path)s: there is no encoding %(encoding)s; write for instance --encoding utf-8, shift_jis, euc-jp, gb18030 or big5"
    ),
    "document.unencodable": N_("%(path)s: %(characters)s cannot be written in %(encoding)s; save the file as UTF-8 and try again"),
    "document.no-editing": N_("%(path)s: a file in %(encoding)s cannot be changed in place; save it as UTF-8 and try again"),
    "document.no-such-language": N_("%(path)s: %(language)s is not a language tag; write for instance en, ja, zh-Hans or zh-HK"),
    "document.no-such-region": N_("%(path)s: %(region)s is not a region code; write two letters, for instance TW"),
    "document.no-such-date": N_("%(path)s: %(date)s is not a date; write year-month-day, for instance 2022-04-21"),
    "rule.unknown": N_("there is no rule %(rule)s; the rules are %(known)s"),
    "rule.unknown-near": N_("there is no rule %(rule)s; did you mean %(near)s?"),
    "rule.derives-nothing": N_("%(rule)s derives no forms from names; %(derives)s does"),
    "misread-name.nothing": N_(
        "nothing is derived from “%(name)s”: it must be in the termbase, a name of two to six Han characters for a person, a place, "
        "an organisation or a pair of states"
    ),
    # termbases: files
    "termbase.problems": N_("%(path)s: the termbase cannot be used; problems found: %(count)d"),
    "termbase.missing": N_("%(path)s: there is no such termbase; check the name"),
    "termbase.no-files": N_("%(path)s: there are no YAML files in this folder; a termbase consists of files ending in .yaml"),
    "termbase.no-manifest": N_(
        "%(path)s: this folder has no termbase.yaml, so it is no termbase; add one, or name the folder with --termbase"
    ),
    "termbase.not-yaml": N_("%(path)s: not a termbase; name a folder, or a file ending in .yaml"),
    "termbase.unreadable": N_("%(path)s: cannot be read: %(reason)s"),
    "termbase.not-utf8": N_("%(path)s:%(line)d:%(column)d: not UTF-8 text; save the file as UTF-8"),
    "termbase.empty-file": N_(
        "%(path)s:%(line)d:%(column)d: there is nothing in this file; give it entries below “concepts:”, or delete it"
    ),
    "termbase.format": N_(
        "%(path)s:%(line)d:%(column)d: format %(found)s is not known, only %(known)s; a newer version of the program may read it"
    ),
    # termbases: YAML
    "yaml.alias": N_(
        "%(path)s:%(line)d:%(column)d: “%(found)s” is an anchor or alias, which a termbase may not have; write the value out, or "
        "put it in quotation marks"
    ),
    "yaml.tag": N_(
        "%(path)s:%(line)d:%(column)d: “%(found)s” is a YAML tag, which a termbase may not have; put the value in quotation marks"
    ),
    "yaml.tab": N_("%(path)s:%(line)d:%(column)d: there is a tab here (lines with tabs: %(count)d); indent with spaces"),
    "yaml.control": N_("%(path)s:%(line)d:%(column)d: there is an invisible character here (%(character)s); delete it"),
    "yaml.depth": N_("%(path)s:%(line)d:%(column)d: lists or fields are nested too deeply here to be a termbase; check the brackets"),
    "yaml.colon": N_(
        '%(path)s:%(line)d:%(column)d: unexpected “: ” in “%(found)s”; put the value in quotation marks ("…"), and check that '
        "the line begins below its neighbours"
    ),
    "yaml.quote": N_("%(path)s:%(line)d:%(column)d: the quotation mark opened here is never closed: “%(found)s”"),
    "yaml.brackets": N_(
        "%(path)s:%(line)d:%(column)d: the bracket opened here is not closed properly: “%(found)s”; put a value that contains "
        "brackets, commas or colons in quotation marks"
    ),
    "yaml.start": N_("%(path)s:%(line)d:%(column)d: a value cannot begin like this: “%(found)s”; put it in quotation marks"),
    "yaml.escape": N_(
        "%(path)s:%(line)d:%(column)d: “%(found)s” has an unknown escape after a backslash; put the value in single quotation marks ('…')"
    ),
    "yaml.documents": N_(
        "%(path)s:%(line)d:%(column)d: a termbase file is one document, but another begins here: “%(found)s”; delete lines with "
        "--- or ..., or check the indentation"
    ),
    "yaml.no-colon": N_("%(path)s:%(line)d:%(column)d: “%(found)s” has no “: ”; a line is written “name: value”, a space after the colon"),
    "yaml.structure": N_(
        "%(path)s:%(line)d:%(column)d: “%(found)s” does not fit here; indent it like its neighbours, and put quotation marks "
        "around the whole value, not a part"
    ),
    "yaml.other": N_("%(path)s:%(line)d:%(column)d: “%(found)s” is not valid YAML (%(problem)s)"),
    "yaml.key": N_("%(path)s:%(line)d:%(column)d: the name of a field must be a plain word"),
    "yaml.comment": N_(
        "%(path)s:%(line)d:%(column)d: “%(rest)s” is taken for a comment, the value is only “%(value)s”; put the value in "
        "quotation marks, or two spaces before the comment"
    ),
    # termbases: fields
    "termbase.duplicate-key": N_(
        "%(path)s:%(line)d:%(column)d: “%(found)s” stands here a second time (first in line %(first)d); keep one of them"
    ),
    "termbase.unknown-field": N_("%(path)s:%(line)d:%(column)d: there is no field “%(found)s” here; possible are %(known)s"),
    "termbase.unknown-field-guess": N_("%(path)s:%(line)d:%(column)d: there is no field “%(found)s” here; did you mean “%(guess)s”?"),
    "termbase.comma": N_(
        "%(path)s:%(line)d:%(column)d: “%(found)s” follows a comma; put the whole text before and after the comma in quotation marks"
    ),
    "termbase.required": N_("%(path)s:%(line)d:%(column)d: “%(field)s” is missing here"),
    "termbase.any-of": N_("%(path)s:%(line)d:%(column)d: at least one of these must stand here: %(known)s"),
    "termbase.want-text": N_(
        "%(path)s:%(line)d:%(column)d: “%(field)s” must be a text; put it in quotation marks if it begins with a bracket"
    ),
    "termbase.want-texts": N_("%(path)s:%(line)d:%(column)d: “%(field)s” must be a text or a list of texts, as in [one, two]"),
    "termbase.want-list": N_("%(path)s:%(line)d:%(column)d: “%(field)s” must be a list, each line of it beginning with “- ”"),
    "termbase.want-fields": N_("%(path)s:%(line)d:%(column)d: “%(field)s” must have fields of its own: %(known)s"),
    "termbase.want-named": N_("%(path)s:%(line)d:%(column)d: “%(field)s” must have names and values, as in {name: value}"),
    "termbase.want-languages": N_("%(path)s:%(line)d:%(column)d: “%(field)s” must name the language, as in {en: …}"),
    "termbase.empty": N_(
        "%(path)s:%(line)d:%(column)d: “%(field)s” is empty; write a value or delete the line (a value that begins with # needs "
        "quotation marks)"
    ),
    "termbase.choice": N_("%(path)s:%(line)d:%(column)d: “%(field)s” cannot be “%(found)s”; possible are %(known)s"),
    "termbase.choice-guess": N_(
        "%(path)s:%(line)d:%(column)d: “%(field)s” cannot be “%(found)s”; did you mean “%(guess)s”? (possible are %(known)s)"
    ),
    "termbase.bad-id": N_(
        "%(path)s:%(line)d:%(column)d: “%(field)s”: “%(found)s” is not an id; write letters, digits and hyphens, a letter first"
    ),
    "termbase.bad-date": N_("%(path)s:%(line)d:%(column)d: “%(field)s”: “%(found)s” is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"),
    "termbase.bad-number": N_("%(path)s:%(line)d:%(column)d: “%(field)s”: “%(found)s” is not a whole number from 1"),
    "termbase.bad-region": N_(
        "%(path)s:%(line)d:%(column)d: “%(field)s”: “%(found)s” is not a region; write its two capital letters, as in TW"
    ),
    "termbase.bad-url": N_(
        "%(path)s:%(line)d:%(column)d: “%(field)s”: “%(found)s” is not an address; write it in full, as in https://www.example.org/"
    ),
    "termbase.bad-flag": N_("%(path)s:%(line)d:%(column)d: “%(field)s”: “%(found)s” must be true or false"),
    "termbase.bad-language": N_(
        "%(path)s:%(line)d:%(column)d: “%(found)s” is not a language; write en, ja, zh-Hans, zh-Hant or another language tag"
    ),
    "termbase.language-alias": N_("%(path)s:%(line)d:%(column)d: write the language “%(found)s” as “%(language)s”"),
    "termbase.language-region": N_(
        "%(path)s:%(line)d:%(column)d: write the language “%(found)s” as “%(language)s”, and “region: [%(region)s]” on the term"
    ),
    "termbase.period": N_("%(path)s:%(line)d:%(column)d: “from: %(since)s” is later than “until: %(until)s”"),
    "termbase.names-kind": N_(
        "%(path)s:%(line)d:%(column)d: “names” are for persons, but “kind” is %(kind)s; write “kind: person”, or put the names "
        "below “terms”"
    ),
    "termbase.one-member": N_("%(path)s:%(line)d:%(column)d: a bilateral has two members, not one"),
    "termbase.overlay-status": N_(
        "%(path)s:%(line)d:%(column)d: “status” has no place below “%(field)s”, which says it already; delete it"
    ),
    # termbases: entries and layers
    "termbase.duplicate-id": N_(
        "%(path)s:%(line)d:%(column)d: the id “%(id)s” is taken by the entry at %(first)s; give this one another id"
    ),
    "termbase.duplicate-overlay": N_("%(path)s:%(line)d:%(column)d: “%(id)s” is changed already by the entry at %(first)s; join the two"),
    "termbase.defined-before": N_(
        "%(path)s:%(line)d:%(column)d: “%(id)s” is an entry of “%(layer)s” already (%(first)s); to change it write “extends: "
        "%(id)s”, else choose another id"
    ),
    "termbase.dangling-extends": N_(
        "%(path)s:%(line)d:%(column)d: “extends: %(id)s”, but no termbase up to this one has that entry; check the id and the "
        "order of the termbases"
    ),
    "termbase.added-twice": N_(
        "%(path)s:%(line)d:%(column)d: “%(text)s” is a term of “%(id)s” already; use prefer, admit or forbid to change it"
    ),
    "termbase.nothing-hidden": N_("%(path)s:%(line)d:%(column)d: “hide” finds no term “%(text)s” in “%(id)s”; check the spelling"),
    "termbase.no-profile": N_("%(path)s:%(line)d:%(column)d: the default profile “%(id)s” is not among the profiles"),
    "termbase.no-member": N_("%(path)s:%(line)d:%(column)d: member “%(member)s” of “%(id)s” is no entry; check the id"),
    "termbase.unnamed-member": N_(
        "%(path)s:%(line)d:%(column)d: member “%(member)s” of “%(id)s” has no preferred English name, so none is derived for “%(id)s”"
    ),
    # termbases: check
    "check.two-preferred": N_(
        "%(path)s:%(line)d:%(column)d: “%(text)s” and “%(other)s” (%(other_place)s) are both preferred in the same slot "
        "(%(language)s, %(type)s); keep one"
    ),
    "check.twin": N_("%(path)s:%(line)d:%(column)d: “%(text)s” stands twice in “%(id)s” (%(other_place)s); keep one"),
    "check.no-concept": N_("%(path)s:%(line)d:%(column)d: “%(field)s” names “%(target)s”, which is no entry; check the id"),
    "check.no-profile": N_(
        "%(path)s:%(line)d:%(column)d: “profile: %(target)s” is not among the profiles of termbase.yaml; check the name"
    ),
    "check.no-language": N_(
        "%(path)s:%(line)d:%(column)d: “%(language)s” is not among the languages of termbase.yaml; check the tag or add it there"
    ),
    "check.near-too-many": N_(
        "%(path)s:%(line)d:%(column)d: “at_least: %(count)d”, but “near” names fewer concepts; the form can never be found"
    ),
    "check.deprecated-right-own": N_(
        "%(path)s:%(line)d:%(column)d: “%(text)s” is both deprecated and right in “%(id)s” (%(other_place)s); delete one, or "
        "tell them apart with “case: exact”"
    ),
    "check.deprecated-right-other": N_(
        "%(path)s:%(line)d:%(column)d: “%(text)s” is deprecated here and the right name of “%(other)s” (%(other_place)s); add a "
        "guard: near, unless or only_when"
    ),
    "check.ordinary": N_(
        "%(path)s:%(line)d:%(column)d: “%(text)s” is made of ordinary words and would be reported in right texts as well; add a "
        "guard: near, unless, only_when or case: exact"
    ),
    "check.brackets": N_(
        "%(path)s:%(line)d:%(column)d: “%(text)s” has brackets; put what is in them into qualifier or note, or make two terms of it"
    ),
    "check.quotation-marks": N_("%(path)s:%(line)d:%(column)d: “%(text)s” has quotation marks; delete them, or write title_marks"),
    "check.semicolon": N_("%(path)s:%(line)d:%(column)d: “%(text)s” has a semicolon; make a term of each part"),
    "check.alternatives": N_(
        "%(path)s:%(line)d:%(column)d: “%(text)s” has alternatives with a slash; make a term of each, or write “type: dual” for "
        "a double name"
    ),
    "check.spaces": N_("%(path)s:%(line)d:%(column)d: “%(text)s” begins or ends with a space, or has two in a row; delete it"),
    "check.control": N_("%(path)s:%(line)d:%(column)d: “%(text)s” has an invisible character (%(character)s); delete it"),
    "check.never-matches": N_("%(path)s:%(line)d:%(column)d: “%(text)s” has no letter and can never be found; delete it"),
    "check.not-in": N_("%(path)s:%(line)d:%(column)d: “%(longer)s” below not_in does not contain “%(text)s”, so it has no effect"),
    "check.no-examples": N_(
        "%(path)s:%(line)d:%(column)d: “examples” of “%(text)s” has no sentences; add some below match or not, or delete it"
    ),
    "check.no-source": N_("%(path)s:%(line)d:%(column)d: “%(id)s” is decided, but has no source with a date; add one"),
    # editing termbases
    "termbase.queue-name": N_(
        "%(path)s: proposals.yaml is the queue of `glossary propose` and is not read for entries; give this file another name"
    ),
    "change.no-concept": N_("%(path)s: this termbase has no entry “%(id)s”; check the id"),
    "change.concept-exists": N_("%(path)s: there is an entry “%(id)s” already; change it, or choose another id"),
    "change.no-term": N_("%(path)s: “%(id)s” has no term “%(text)s” (%(language)s, %(type)s); check the spelling and the type"),
    "change.term-exists": N_("%(path)s: “%(id)s” has the term “%(text)s” (%(language)s) already; change that one"),
    "change.bad-file": N_("%(path)s: new entries cannot go into this file; name a subject file inside the termbase"),
    "edit.bundled": N_(
        "%(path)s: the termbase that comes with the program is never changed; name your own with --termbase, or begin one with "
        "glossary init"
    ),
    "edit.nobody": N_("nobody is named as the author; say who with --by, or in the environment variable %(variable)s"),
    "edit.no-names": N_("no name is given; give one with --en, --ja, --zh-Hans, --zh-Hant or --name LANG=TEXT"),
    "edit.no-id": N_("no id can be made of these names; write one in Latin letters, as in: glossary add mainichi-shimbun --ja 毎日新聞"),
    "edit.namesake": N_(
        "“%(text)s” is there already: “%(other)s” (%(language)s, %(status)s) of “%(id)s”, %(place)s; nothing is added without --anyway"
    ),
    "edit.not-assignment": N_("%(value)s: write a field and its value, as in --set status=admitted"),
    "edit.not-by-language": N_("%(value)s: write the language and the text, as in en=Quad"),
    "edit.no-parts": N_("“%(field)s” has no parts by language; write %(field)s=… without a dot"),
    "edit.no-field": N_("there is no field “%(field)s” here; possible are %(known)s"),
    "edit.no-field-near": N_("there is no field “%(field)s” here; did you mean “%(near)s”?"),
    "edit.bad-value": N_("“%(field)s”: %(value)s is not a value that YAML can read; check brackets and quotation marks"),
    "edit.several": N_("“%(name)s” is the name of several entries: %(known)s; write the id of one"),
    "edit.no-concept": N_("there is no entry with the id or name “%(name)s”; find it with glossary lookup"),
    "edit.no-concept-near": N_("there is no entry with the id or name “%(name)s”; did you mean “%(near)s”?"),
    "edit.no-term": N_("“%(id)s” has no such term “%(text)s”; it has %(known)s"),
    "edit.several-terms": N_("“%(id)s” has several terms like “%(text)s”: %(known)s; tell them apart with --lang and --type"),
    "edit.elsewhere": N_(
        "“%(id)s” is not an entry of %(folder)s but stands at %(place)s; name its termbase with --termbase, or write an entry with "
        "“extends: %(id)s” in your own"
    ),
    "edit.nothing": N_("nothing to do: say what to change with --set, --unset, --add or --remove; an editor needs a terminal"),
    "propose.nothing": N_(
        "nothing is proposed: name an entry and what to change, with --set, --unset, --add or --remove, or a new one with --en …"
    ),
    "edit.immutable": N_("the id of an entry never changes: texts and other entries refer to it; add a new entry instead"),
    "edit.terms-apart": N_("terms are changed one by one: with --term TEXT, or --add LANG=TEXT"),
    "edit.add-alone": N_("--add goes with --set only"),
    "edit.remove-alone": N_("--remove and --set contradict each other; give one of them"),
    "diff.no-side": N_("%(name)s: there is no such file or folder, and git has no such revision here; write for instance HEAD~1"),
    "edit.new-or-old": N_("a new entry is named by --en, --ja …; --term, --add, --unset and --remove are for one that exists"),
    "review.waits-already": N_("the same is proposed already: it waits as number %(number)d"),
    "review.no-number": N_("no proposal %(number)d waits for a decision; those that do: %(known)s"),
    "review.both-ways": N_("proposal %(number)d cannot be both accepted and rejected; choose"),
    "fmt.differs": N_("%(path)s: left as it is, since in its canonical form it would say something else; please report it with the file"),
    "protect.empty": N_("there is nothing to protect; write the text that is right"),
    "protect.already": N_("“%(text)s” is protected already by “%(id)s” (%(place)s)"),
    "protect.whole": N_(
        "“%(text)s” is itself a term of “%(id)s” (%(status)s, %(place)s) and would never be found again; name the longer text in which it "
        "is something else with --in, or change its status"
    ),
    "protect.not-inside": N_("“%(longer)s” does not contain “%(text)s”"),
    "protect.no-term": N_("no term “%(text)s” stands inside “%(longer)s”; to protect the whole: glossary protect “%(longer)s”"),
    "protect.already-in": N_("“%(longer)s” is an exception already"),
    "protect.shield-instead": N_(
        "“%(text)s” of “%(id)s” is not written out in a file of yours, so it can have no exception there; protect the whole: "
        "glossary protect “%(longer)s”"
    ),
    "protect.note": N_("--note goes with a protected name; an exception of a term has none"),
    "protect.no-folder": N_("%(path)s: no folder for the termbase of this project could be made; name one with --termbase"),
    "protect.config": N_("%(path)s: this configuration could not be changed by a program; write %(setting)s into it and try again"),
    # termbases: end
    # spreadsheets: files that cannot be read
    "import.empty-file": N_("%(path)s: the file is empty; check that the list was saved"),
    "import.encrypted": N_(
        "%(path)s: the workbook is protected by a password; take the password off in Excel (File, Info) and save it again"
    ),
    "import.xls": N_("%(path)s: this is a workbook of Excel 97–2003 (.xls); open it in Excel or LibreOffice and save it as .xlsx"),
    "import.xlsb": N_("%(path)s: this is a binary workbook (.xlsb); open it in Excel and save it as .xlsx"),
    "import.ods": N_("%(path)s: this is an OpenDocument spreadsheet (.ods); open it and save it as .xlsx or CSV"),
    "import.odt": N_("%(path)s: this is an OpenDocument text; copy its table into a spreadsheet and save that as .xlsx"),
    "import.html": N_("%(path)s: this is a web page, whatever its name ends in; open it in Excel or LibreOffice and save it as .xlsx"),
    "import.xml-2003": N_("%(path)s: this is an XML spreadsheet of Excel 2003; open it in Excel or LibreOffice and save it as .xlsx"),
    "import.xml": N_("%(path)s: this is an XML file, not a spreadsheet; save the list as .xlsx or CSV"),
    "import.zip": N_("%(path)s: this is a packed file, but no workbook; save the list as .xlsx or CSV"),
    "import.damaged": N_(
        "%(path)s: the workbook is damaged and cannot be read; open it in Excel or LibreOffice, let it be repaired, and save it again"
    ),
    "import.too-large": N_("%(path)s: unpacked the workbook has more than a gigabyte; save only the sheet with the terms, as CSV"),
    "import.text-has-no-sheets": N_("%(path)s: a text file has no sheets; leave out --sheet"),
    "import.no-sheet": N_("%(path)s: there is no sheet “%(sheet)s”; the sheets are %(known)s"),
    "import.bad-quote": N_(
        "%(path)s:%(row)d: a quotation mark is not closed here or stands inside a cell (line %(line)d); double it, or save the "
        "list as .xlsx"
    ),
    "import.no-header": N_(
        "%(path)s: no row is a header with names of languages; row %(row)d has %(cells)s. Say what the columns are, as in "
        "--map A=en --map B=ja"
    ),
    "import.no-field": N_("%(path)s: there is no field “%(field)s”; write for instance %(known)s"),
    "import.map-language": N_("%(path)s: whose “%(field)s”? Name the language as well, as in ja.%(field)s"),
    "import.no-column": N_("%(path)s: there is no column “%(column)s”; the columns are %(known)s"),
    "import.which-language": N_("%(path)s: the language of the column “%(header)s” cannot be told; name it, as in --map '%(header)s=ja'"),
    "import.not-a-termbase": N_("%(path)s: this folder has other files and no termbase; name a new folder, or the folder of a termbase"),
    # spreadsheets: remarks on a sheet
    "import.other-sheets": N_("%(path)s: only the sheet “%(sheet)s” is read; name others with --sheet: %(others)s"),
    "import.comments": N_("%(path)s: comments on cells are not carried: %(count)d (%(cells)s); put what matters into a column for notes"),
    "import.colours": N_(
        "%(path)s: colours of cells are not carried: %(count)d (from %(cells)s); put what they mean into a column for the status"
    ),
    "import.struck": N_("%(path)s: text struck out is read as any other: %(count)d (%(cells)s); delete it, or give it a status"),
    "import.hidden-rows": N_("%(path)s: hidden rows are read as well: %(count)d (%(rows)s)"),
    "import.hidden-columns": N_("%(path)s: hidden columns are read as well: %(columns)s"),
    "import.above": N_("%(path)s: the header is row %(row)d; rows with text above it, not carried: %(count)d"),
    "import.numbers": N_(
        "%(path)s: cells that are numbers, taken as they are written: %(count)d (%(first)s: %(example)s); check zeros at the front"
    ),
    "import.dates": N_("%(path)s: cells that are dates: %(count)d (%(first)s: %(example)s); make them text where no date was meant"),
    "import.formulas": N_("%(path)s: cells that are formulas, taken by their results: %(count)d (%(first)s: %(example)s)"),
    "import.parted": N_("%(path)s: cells with several terms: %(count)d (%(first)s: %(example)s); --separators says what parts them"),
    "import.slash": N_(
        "%(path)s: cells with a slash that is taken as part of the term: %(count)d (%(first)s: %(example)s); else --separators '/;'"
    ),
    "import.no-status": N_(
        "%(path)s: terms without a status: %(count)d (from %(first)s), taken as %(example)s; --status says which is meant"
    ),
    "import.tidied": N_("%(path)s: cells with stray spaces or invisible characters, tidied: %(count)d (from %(first)s)"),
    "import.nothing-mapped": N_("%(path)s: rows with nothing in the columns that are carried: %(count)d (from %(first)s)"),
    "import.about-nothing": N_("%(path)s: cells about a term that is not in the row, not carried: %(count)d (%(first)s: %(example)s)"),
    "import.same-id": N_("%(path)s: rows with the id of an earlier one, joined with it: %(count)d (%(first)s: %(example)s)"),
    "import.same-row": N_("%(path)s: rows that stand in the list already, left out: %(count)d (%(first)s is %(example)s again)"),
    "import.id-taken": N_("%(path)s: another entry is called %(other)s, so this one becomes %(id)s; if it is the same, give it that id"),
    "import.same-name": N_(
        "%(path)s: an earlier row gave an entry %(other)s, so this one becomes %(id)s; if they are the same, give both one id, or one row"
    ),
    # spreadsheets: why a row is refused
    "import.cell-choice": N_(
        "%(path)s: “%(found)s” is no %(field)s; known are %(known)s, and words for them in several languages; else --value '%(found)s=…'"
    ),
    "import.cell-text": N_("%(path)s: “%(field)s” has a part without text; fill it or delete its quotation marks"),
    "import.cell-invisible": N_("%(path)s: “%(field)s” has an invisible character that no text should have; type the cell anew"),
    "import.cell-id": N_("%(path)s: “%(field)s”: “%(found)s” is not an id; write letters, digits and hyphens, a letter first"),
    "import.cell-date": N_("%(path)s: “%(field)s”: “%(found)s” is not a date; write YYYY, YYYY-MM or YYYY-MM-DD"),
    "import.cell-number": N_("%(path)s: “%(field)s”: “%(found)s” is not a whole number from 1"),
    "import.cell-region": N_("%(path)s: “%(field)s”: “%(found)s” is not a region; write its two capital letters, as in TW"),
    "import.cell-language": N_("%(path)s: “%(field)s”: “%(found)s” is not a language; write en, ja, zh-Hans or zh-Hant"),
    "import.cell-url": N_("%(path)s: “%(field)s”: “%(found)s” is not an address; write it in full, as in https://www.example.org/"),
    "import.cell-flag": N_("%(path)s: “%(field)s”: “%(found)s” must be true or false"),
    "import.cell-record": N_("%(path)s: “%(field)s”: “%(found)s” has no “name: ”; write it as in %(example)s"),
    "import.cell-field": N_("%(path)s: “%(field)s” has no part “%(found)s”; possible are %(known)s"),
    "import.cell-one-record": N_("%(path)s: “%(field)s” holds one line of parts, not several"),
    "import.cell-error": N_("%(path)s: the cell shows an error (%(found)s); mend it in the spreadsheet"),
    "import.cell-no-result": N_(
        "%(path)s: the cell is a formula whose result was not saved; open the file in Excel or LibreOffice and save it, or "
        "paste it as values"
    ),
    "import.no-term": N_("%(path)s: the row has no term; fill it, or delete the row"),
    "import.no-language": N_("%(path)s: the row does not say the language of “%(text)s”; write en, ja, zh-Hans or zh-Hant"),
    "import.bad-language": N_("%(path)s: “%(found)s” is not a language; write en, ja, zh-Hans, zh-Hant or another language tag"),
    "import.contradiction": N_(
        "%(path)s: the row says another “%(field)s” of %(id)s than %(first)s; make them the same, or give one another id"
    ),
    "import.entry-twice": N_(
        "%(path)s: an earlier row changes the entry %(id)s already; put both into one row, or give them the id %(id)s"
    ),
    "import.was-gone": N_(
        "%(path)s: the row was “%(was)s” (%(language)s) of %(id)s, which has no such term any more; empty the column "
        "“term.was” to add it as new"
    ),
    # spreadsheets: what an export could not carry
    "export.unencodable": N_("%(path)s: %(characters)s cannot be written in %(encoding)s; leave out --encoding to write UTF-8"),
    "export.line-end": N_("%(path)s: %(cell)s (%(field)s of %(id)s) has a character that this format does not keep"),
    "export.too-long": N_("%(path)s: %(cell)s (%(field)s of %(id)s) is longer than a cell of Excel may be and was cut; export as CSV"),
    "export.left-out": N_("%(path)s: not in this layout: %(fields)s; --rows term has all fields"),
    "export.no-names": N_("%(path)s: entries without a name to show: %(count)d (%(ids)s)"),
    "export.shorthands": N_("%(path)s: shorthands of states are no terms and are not in the table: %(count)d"),
    "export.differs": N_("%(path)s: %(id)s would not come back as it is"),
    "export.no-subject": N_("this termbase has no subject “%(subject)s”; its subjects are %(known)s"),
    # spreadsheets: end
}


def render(code: str, arguments: Mapping[str, Any], translate: Callable[[str], str] = str) -> str:
    """Return the message `code` with `arguments` filled in, its template passed through `translate` first.

    Raises KeyError for an id that is not in `MESSAGES`: a message nobody can read is a defect.
    """
    return translate(MESSAGES[code]) % arguments
