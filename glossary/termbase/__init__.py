"""Termbases in YAML: the format, reading with positions, layers, derived names, checks.

shapes, schema         the format as a table
positions              YAML → nodes with lines and columns
values, scalars        nodes → checked fields; `problems` collects what is wrong
folders, build, reader files → values of the model
layers, derive, slots  several termbases → one, names that follow from others
jsonschema, reference  the format for editors and for people (`generate` writes both)
"""
