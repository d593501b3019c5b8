"""The termbase format, field by field: the one table from which validation, JSON Schema and reference page come.

Records are in the order of the reference page: the manifest, a file, a concept with what it holds, an overlay entry,
the queue of proposals.
"""

from __future__ import annotations

from glossary.model import Kind, Reason, Scope, Status, TermType
from glossary.termbase.actions import Action
from glossary.termbase.shapes import (
    BY_LANGUAGE,
    DATE,
    FLAG,
    ID,
    IDS,
    LANGUAGE,
    NUMBER,
    REGION,
    TEXT,
    TEXTS,
    URL,
    Choice,
    Entry,
    Field,
    Keyed,
    Many,
    Record,
    choices,
)

FORMAT = "1"
ACTS = ("proposed", "reviewed", "decided", "withdrawn")
AUTHORITIES = Choice(("government", "treaty", "organisation", "standard", "academic", "press"))
PARTS_OF_SPEECH = Choice(("noun", "proper-noun", "verb", "adjective", "adverb", "other"))
_NO = Choice(("no",))
_TERMS = Keyed(Many(Entry("term")))
_PICKED = Keyed(Many(Entry("term"), single=True))

# A table: one field a line.
# fmt: off
MANIFEST = Record("manifest", "Manifest: termbase.yaml", "A folder is a termbase when it has this file.", (
    Field("format", NUMBER, "Version of this format; 1.", "1", required=True),
    Field("title", TEXT,
          "Name of the termbase; findings and cards name it as the layer that decided.", "Indo-Pacific diplomacy", required=True),
    Field("version", TEXT, "Version of the data.", "0.1.0"),
    Field("licence", TEXT, "Licence of the data, as an SPDX expression.", "CC0-1.0"),
    Field("languages", Many(LANGUAGE, single=True),
          "Languages the termbase covers; terms in others are reported by `glossary check`.", "[en, ja, zh-Hans, zh-Hant]"),
    Field("default_profile", ID, "The house style that holds where none is named.", "neutral"),
    Field("profiles", Many(Entry("profile")),
          "House styles that terms may be marked for.", "[{id: neutral, title: {en: Neutral wording}}]"),
))

PROFILE = Record("profile", "Profile", "A house style: which name of a contested concept, how quotations are read.", (
    Field("id", ID, "What `profile:` of a term and `--profile` refer to.", "japan", required=True),
    Field("title", BY_LANGUAGE, "Name of the profile.", "{en: Usage of the Government of Japan}"),
    Field("note", BY_LANGUAGE, "When to use it.", "{en: For releases of the ministry.}"),
    Field("quotations", Choice(("verbatim", "translated")),
          "Whether quotations are the speaker's own words, never an error, or translations.", "verbatim"),
    Field("region", Keyed(REGION), "Region whose usage holds for an untagged text.", "{zh-Hant: HK}"),
    Field("severities", Keyed(Choice(("error", "warning", "info", "off")), keys="name"),
          "Severity by rule or by reason of a wrong form.", "{political: warning}"),
    Field("name_order", Keyed(Choice(("family-first", "given-first"))),
          "By the language of a person, the order of names in English texts.", "{ja: family-first}"),
    Field("sources", Many(Entry("source")), "Where the usage is documented.", "[{title: Style guide, date: 2026}]"),
))

FILE = Record("file", "Subject file", "Every other YAML file of the folder: the entries of one subject.", (
    Field("subject", TEXT, "Subject of the concepts in this file.", "security treaties"),
    Field("concepts", Many(Entry("concept")),
          "The entries; one with `extends` is an overlay entry.", "[{id: quad, terms: {en: [Quad]}}]"),
    Field("shorthands", Keyed(Many(Entry("shorthand"))),
          "By language, the short forms that stand for states in compounds; not matched by themselves.",
          "{zh-Hans: [{text: 新, state: new-zealand}]}"),
), any_of=("concepts", "shorthands"))

CONCEPT = Record("concept", "Concept", "A unit of meaning with its names.", (
    Field("id", ID,
          "Immutable name of the entry, an XML NCName, lower case with hyphens.", "information-security-agreement", required=True),
    Field("kind", choices(Kind),
          "What it is; decides about plurals. Default phrase, with `names` person, with `members` bilateral.", "agreement"),
    Field("subject", TEXT, "Subject, where it is not the file's.", "security treaties"),
    Field("definition", BY_LANGUAGE, "What it is, in one line.", "{en: Treaty on the protection of exchanged information.}"),
    Field("note", BY_LANGUAGE, "Advice for people.", "{en: Signed by either minister.}"),
    Field("terms", _TERMS,
          "Names and wrong forms by language; a bare text is an admitted full form.", "{en: [{text: Quad, status: preferred}]}"),
    Field("names", Keyed(Entry("name")), "Names of a person; full and short forms are derived.", "{en: {family: Kishida, given: Fumio}}"),
    Field("posts", Many(Entry("post")), "Posts a person held.", "[{title: Prime Minister of Japan, from: 2021-10-04}]"),
    Field("members", IDS, "Concepts a bilateral consists of; its English names are derived.", "[japan, new-zealand]"),
    Field("contested", FLAG, "Whether the name itself takes a side.", "true"),
    Field("territory", REGION, "ISO 3166-1 code of a state or territory; `glossary check` compares its names with CLDR's.", "NZ"),
    Field("differs_from_cldr", BY_LANGUAGE,
          "Why the preferred name is another than CLDR's, by language.", "{zh-Hant: Name in use by the Government.}"),
    Field("broader", IDS, "More general concepts.", "security-treaty"),
    Field("narrower", IDS, "More special concepts.", "[gsomia, acsa]"),
    Field("related", IDS, "Other concepts to look at.", "[five-eyes]"),
    Field("confusable", Keyed(Many(Entry("confusable"))),
          "What is not a name of the concept and is often taken for one.", "{en: [{text: Quint, note: {en: Another group.}}]}"),
    Field("sources", Many(Entry("source")),
          "Where the entry is documented.", "[{title: Joint statement, date: 2024-06-19, authority: government}]"),
    Field("history", Many(Entry("act")),
          "Editorial steps, oldest first; the last one is the entry's stage.", "[{act: decided, by: editors, date: 2026-11-22}]"),
), any_of=("terms", "names", "members"), instead=("extends", "overlay"))

TERM = Record("term", "Term", "One name or wrong form of a concept in one language.", (
    Field("text", TEXT,
          "The form as it stands in a text; no brackets, quotation marks or alternatives.", "Pacific Islands Forum", required=True),
    Field("status", choices(Status),
          "preferred: use it; admitted: right as well; superseded: right in its time; deprecated: wrong. Default admitted.", "preferred"),
    Field("type", choices(TermType), "Which form it is; one preferred form a type. Default full.", "acronym"),
    Field("reading", TEXT, "Kana reading, a space between words.", "じょうほう ほご きょうてい"),
    Field("pinyin", TEXT, "Pinyin with tone marks, words joined.", "qíngbào bǎohù xiédìng"),
    Field("region", Many(REGION, single=True), "Where the form belongs (ISO 3166); none: everywhere.", "[TW]"),
    Field("profile", IDS, "House styles the form belongs to; none: all.", "[neutral]"),
    Field("case", Choice(("exact", "ignore")), "Whether capitals count; default: they do in acronyms and words all in capitals.", "exact"),
    Field("qualifier", TEXT, "Addition that is printed, not matched.", "Japan–New Zealand"),
    Field("article", TEXT, "Article that goes with it in running text.", "the"),
    Field("title_marks", TEXT, "Marks that a title is set in.", "《》"),
    Field("forms", TEXTS, "Further surface forms of the same term.", "[岸田 文雄]"),
    Field("pos", PARTS_OF_SPEECH, "Part of speech.", "proper-noun"),
    Field("expand", _NO, "no: matched as written and in its `forms` only, without plural, hyphen, kana and character variants.", "no"),
    Field("boundary", Choice(("strict",)),
          "strict: matched only where a word begins and ends, as forms of three Han characters and fewer are.", "strict"),
    Field("reason", choices(Reason), "Why the form is deprecated.", "misrendering"),
    Field("origin", TEXT, "Foreign term that the wrong form came from.", "情報保護協定"),
    Field("seen", Entry("seen"), "Where the form was seen.", "{where: Agency report, date: 2022-04-25}"),
    Field("stage", Choice(("proposed",)), "proposed: not yet seen in a source, or not yet settled.", "proposed"),
    Field("note", BY_LANGUAGE, "Advice for people.", "{en: 情報 is information here.}"),
    Field("valid", Entry("period"), "When the name was in force.", "{until: 2000-10}"),
    Field("authority", AUTHORITIES, "Whose usage the form is.", "government"),
    Field("use", Choice(("headline", "treaty", "interpreting")), "Where the form is at home.", "headline"),
    Field("context", Many(Entry("quoted")), "The form in use, with source.", "[{text: The Quad met in Tokyo., source: Communiqué}]"),
    Field("collocations", TEXTS, "Words it goes with.", "[conclude, ratify]"),
    Field("mix", Choice(("free",)), "free: never reported as a rival form by mixed-terms.", "free"),
    Field("first_use", Choice(("full",)), "full: the full form must come first in a document.", "full"),
    Field("translate", _NO, "no: stays as it is in translation.", "no"),
    Field("near_miss", _NO, "no: similar forms are not reported.", "no"),
    Field("misread", _NO, "no: romanised readings of it are not reported.", "no"),
    Field("not_in", TEXTS, "Longer strings that contain the text and are something else.", "[日新月异]"),
    Field("not_after", TEXTS, "Strings directly before it with which it is something else.", "[朝, 毎]"),
    Field("not_before", TEXTS, "Strings directly after it with which it is something else.", "[聞]"),
    Field("near", Entry("near"), "Guard: counts only where one of these concepts is named.", "{concepts: [new-zealand], within: document}"),
    Field("unless", Entry("unless"),
          "Guard: does not count beside these words or where these concepts are named.", "{next: [Foods, Electric]}"),
    Field("only_when", Entry("only_when"), "Guard: counts only in bilingual documents whose source has this term.", "{source: 情报}"),
    Field("examples", Entry("examples"),
          "Sentences that are run as tests by `glossary check`.", "{match: [The Quad met.], not: [He crossed the quad.]}"),
), bare="text")

_DETAILS = (
    Record("near", "Guard near", "At least so many of the concepts must be named in the scope.", (
        Field("concepts", Many(ID, single=True, least=1), "Concepts to look for.", "[new-zealand]", required=True),
        Field("within", choices(Scope), "How far to look. Default document.", "sentence"),
        Field("at_least", NUMBER, "How many of them; default 1: any one.", "2"),
    )),
    Record("unless", "Guard unless", "Not beside one of the words, and not where one of the concepts is named.", (
        Field("next", TEXTS, "Words directly after it.", "[Foods, Electric]"),
        Field("previous", TEXTS, "Words directly before it.", "[Bank of]"),
        Field("concepts", IDS, "Concepts to look for.", "[singapore]"),
        Field("within", choices(Scope), "How far to look for the concepts. Default document.", "paragraph"),
    ), any_of=("next", "previous", "concepts")),
    Record("only_when", "Guard only_when", "Only where the source segment has the term.", (
        Field("source", TEXT, "Term in the source language.", "情报", required=True),
    )),
    Record("seen", "Seen", "Where a form was seen.", (
        Field("where", TEXT, "Publication.", "Agency report in English", required=True),
        Field("date", DATE, "Its date.", "2022-04-25"),
        Field("url", URL, "Its address.", "https://www.mofa.go.jp/"),
    ), bare="where"),
    Record("shorthand", "Shorthand of a state", "A short form that stands for a state in compounds.", (
        Field("text", TEXT, "The form.", "新", required=True),
        Field("state", ID, "The concept it stands for.", "new-zealand", required=True),
        Field("region", Many(REGION, single=True), "Where it is used so (ISO 3166); none: everywhere.", "[CN]"),
        Field("taken_for", IDS,
              "Concepts it is taken for, apart from states with the same short form.", "[xinjiang]"),
        Field("seen", Entry("seen"), "Where it was seen.", "{where: Joint statement, date: 2022-04-21}"),
        Field("note", BY_LANGUAGE, "Advice for people.", "{en: Singapore has the same character.}"),
    )),
    Record("period", "Period", "From a date until before another.", (
        Field("from", DATE, "First day, month or year.", "2021-10-04", into="since"),
        Field("until", DATE, "The day, month or year it ended.", "2000-10"),
    ), any_of=("from", "until")),
    Record("quoted", "Context", "A quotation that shows the term in use.", (
        Field("text", TEXT, "The quotation.", "The Quad met in Tokyo.", required=True),
        Field("source", TEXT, "Where it stands.", "Joint statement, 24 May 2022"),
    ), bare="text"),
    Record("examples", "Examples", "Sentences that test the term.", (
        Field("match", TEXTS, "Here it must be found.", "[The Quad met in Tokyo.]"),
        Field("not", TEXTS, "Here it must not.", "[He crossed the quad.]", into="no_match"),
    )),
    Record("name", "Name of a person", "The name in one language, as written there.", (
        Field("family", TEXT, "Family name.", "岸田"),
        Field("given", TEXT, "Given name.", "文雄"),
        Field("full", TEXT, "Full name, where the two do not simply join.", "杰辛达·阿德恩"),
        Field("reading", TEXT, "Kana reading of the full name, a space between its parts.", "きしだ ふみお"),
        Field("pinyin", TEXT, "Pinyin of the full name.", "Àntián Wénxióng"),
    ), any_of=("family", "given", "full")),
    Record("post", "Post", "A post a person held.", (
        Field("title", TEXT, "Name of the post.", "Prime Minister of Japan", required=True),
        Field("from", DATE, "When it began.", "2021-10-04", into="since"),
        Field("until", DATE, "When it ended.", "2024-10-01"),
        Field("source", TEXT, "Where that is documented.", "Cabinet Office"),
    )),
    Record("confusable", "Confusable", "Not a name of the concept, but often taken for one.", (
        Field("text", TEXT, "The form.", "General Security of Military Information Agreement", required=True),
        Field("to", ID, "The concept it belongs to.", "gsomia"),
        Field("note", BY_LANGUAGE, "The difference.", "{en: Covers military information only.}"),
    ), bare="text"),
    Record("source", "Source", "Where an entry is documented.", (
        Field("title", TEXT, "Title of the publication.", "Joint statement"),
        Field("publisher", TEXT, "Who published it.", "Ministry of Foreign Affairs of Japan"),
        Field("date", DATE, "When.", "2025-12-19"),
        Field("url", URL, "Its address.", "https://www.mofa.go.jp/"),
        Field("authority", AUTHORITIES, "What weight it has.", "government"),
    ), any_of=("title", "publisher", "url")),
    Record("act", "History", "An editorial step.", (
        Field("act", Choice(ACTS), "What was done.", "decided", required=True),
        Field("by", TEXT, "By whom.", "editors"),
        Field("date", DATE, "When.", "2026-11-22"),
        Field("note", TEXT, "Why.", "Two sources agree."),
    )),
)

OVERLAY = Record("overlay", "Overlay entry", "Changes single terms of a concept that an earlier termbase has: house, client, job.", (
    Field("extends", ID, "The concept of an earlier termbase.", "senkaku-islands", required=True),
    Field("prefer", _PICKED,
          "These become preferred, the former preferred ones of the slot admitted; unknown ones are added.", "{en: Senkaku Islands}"),
    Field("admit", _PICKED, "These become admitted; unknown ones are added.", "{en: [Senkakus]}"),
    Field("forbid", _PICKED, "These become deprecated, reason style unless another is given; unknown ones are added.", "{en: [Senkakus]}"),
    Field("hide", Keyed(TEXTS), "These are left out.", "{en: [Diaoyu Dao]}"),
    Field("add", _PICKED, "Further terms, with all fields.", "{en: [{text: Senkaku Is., type: short}]}"),
    Field("note", BY_LANGUAGE, "Advice for people; takes the place of the earlier note.", "{en: Never with Diaoyu in brackets.}"),
    Field("sources", Many(Entry("source")), "Further sources.", "[{title: Style guide, date: 2026}]"),
    Field("history", Many(Entry("act")), "Further editorial steps.", "[{act: decided, by: desk, date: 2026-11}]"),
), any_of=("prefer", "admit", "forbid", "hide", "add", "note"))

QUEUE = Record("queue", "Queue: proposals.yaml", "What is proposed and not yet decided; `glossary propose` and `review` keep it.", (
    Field("proposals", Many(Entry("proposal")), "What waits for a decision.", "[{number: 1, action: remove-term, concept: quad}]"),
    Field("closed", Many(Entry("proposal")),
          "What was decided and stands in no history.", "[{number: 1, action: remove-term, concept: quad, outcome: rejected}]"),
), any_of=("proposals", "closed"))

_PROPOSAL = Record("proposal", "Proposal", "A change, or a new entry, that somebody proposes.", (
    Field("number", NUMBER, "What `glossary review` calls it.", "3", required=True),
    Field("action", choices(Action), "What is to be done.", "change-term", required=True),
    Field("concept", ID, "The entry it is about.", "quad", required=True),
    Field("language", LANGUAGE, "Language of the term.", "en"),
    Field("text", TEXT, "The term as it is now.", "Quad"),
    Field("type", choices(TermType), "Its type. Default full.", "short"),
    Field("which", NUMBER, "Which one, where several share language, text and type. Default 1.", "2"),
    Field("term", Entry("term-part"), "The fields of the new term, or those that change.", "{status: admitted}"),
    Field("entry", Entry("concept-part"), "The fields of the new entry, or those that change.", "{kind: organisation}"),
    Field("without", TEXTS, "Fields that are dropped.", "[note]"),
    Field("file", TEXT, "File of the termbase for a new entry, where its subject does not say.", "groupings"),
    Field("by", TEXT, "Who proposes it.", "A. Translator"),
    Field("date", DATE, "When.", "2026-11-22"),
    Field("note", TEXT, "Why.", "The ministry writes it so."),
    Field("outcome", Choice(("accepted", "rejected")), "What became of it.", "rejected"),
    Field("reason", TEXT, "Why it was decided so.", "No source."),
    Field("decided_by", TEXT, "Who decided.", "editors"),
    Field("decided", DATE, "When.", "2026-11-23"),
))
# fmt: on


def _part(record: Record, *left_out: str) -> Record:
    """Return the record of some fields of another."""
    fields = tuple(field._replace(required=False) for field in record.fields if field.name not in left_out)
    title = record.title.lower()
    return Record(f"{record.name}-part", f"Fields of a {title}", f"Some of what a {title} has.", fields, like=record.title)


_ALL = (MANIFEST, PROFILE, FILE, CONCEPT, TERM, *_DETAILS, OVERLAY, QUEUE, _PROPOSAL, _part(TERM), _part(CONCEPT, "id"))
RECORDS: dict[str, Record] = {record.name: record for record in _ALL}
