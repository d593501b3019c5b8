"""Checking a termbase (`glossary check`): what its files say of themselves, and what the matcher makes of its terms.

    folders ─ read ─▶ problems of form ─┐
             └ Termbase ─ CHECKS ───────┼─▶ problems, by file, line and column
                       └ Matcher ─ examples, hidden forms ─┘

run        all of it; the table CHECKS
entries    slots, references, conflicts, evidence
surfaces   characters that do not belong into a form
readings   kana and pinyin against the form they are the reading of
scripts    Traditional characters in Simplified terms, and the reverse
duplicates two entries, or two terms, that are one when folded
cldr       names of states against the Unicode CLDR
matching   examples that fail, forms that nothing can contain
drafts     on demand: readings that differ from what dictionaries propose
"""
