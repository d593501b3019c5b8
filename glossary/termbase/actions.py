"""What can be done to an entry, as values (`changes` finds and applies them)."""

from __future__ import annotations

import enum
from typing import Any

from msgspec import Struct


class Action(enum.Enum):
    """What is done to an entry."""

    ADD_CONCEPT = "add-concept"
    CHANGE_CONCEPT = "change-concept"
    REMOVE_CONCEPT = "remove-concept"
    ADD_TERM = "add-term"
    CHANGE_TERM = "change-term"
    REMOVE_TERM = "remove-term"


class Change(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing to do to the entry `concept` (its id).

    | action         | `fields`                                         | which term                             |
    |----------------|--------------------------------------------------|----------------------------------------|
    | add-concept    | the whole entry; `subject` says into which file  |                                        |
    | change-concept | those that get another value, `terms` apart      |                                        |
    | remove-concept |                                                  |                                        |
    | add-term       | the whole term, `text` among them                | `language` that it is added to         |
    | change-term    | those that get another value                     | `language`, `text`, `type` as they are |
    | remove-term    |                                                  | `language`, `text`, `type`             |

    `fields` has whole new values: a new list takes the place of the old one. `without` names fields that are dropped. `number`
    counts, from 0, among terms of one language, text and type (for two regions, say). An entry that is added with `extends`
    among its fields is an overlay entry, and `concept` is what it extends.
    """

    action: Action
    concept: str
    language: str = ""
    text: str = ""
    type: str = "full"
    number: int = 0
    fields: dict[str, Any] = {}
    without: tuple[str, ...] = ()
