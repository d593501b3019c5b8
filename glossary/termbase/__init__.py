"""Termbases in YAML: the format, reading with positions, layers, derived names, checks.

shapes, schema         the format as a table
positions              YAML → nodes with lines and columns
values, scalars        nodes → checked fields; `problems` collects what is wrong
folders, build, reader files → values of the model
layers, derive, slots  several termbases → one, names that follow from others
jsonschema, reference  the format for editors and for people (`generate` writes both)

tree, comments         a file as a tree that knows its text, and which comment belongs to what
layout, quoting        how entries are written; writer → a file in its canonical form
splicing               new values into the text of a file
plain, actions         entries and changes as values; pairing: which term became which
changes, applying      what turns one termbase into another, and the files with it applied
entry_text, proposals  one entry as text; the queue of proposals
"""
