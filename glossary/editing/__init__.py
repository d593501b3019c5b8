"""Editing a termbase: what the verbs do that change one.

target       which folder is written, and which never is
saving       new texts, loaded before they are written
formatting   files in their canonical form
entries      a new entry from names, and what exists already under such a name
changing     what somebody wants of an entry, as one change
by_hand      an entry in an editor
assignments  `status=admitted` as a field with its value
deciding     proposals: made, accepted, rejected
protecting   what must never be flagged
own_layer    where a project keeps what is its own
comparing    two termbases, on disk or as git had them
people       who does it, and on which day
"""
