"""What a shell is offered while somebody types: the names, profiles and languages of the termbase that holds here, and files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import BashComplete, CompletionItem, add_completion_class

if TYPE_CHECKING:
    from glossary.model import Termbase

VARIABLE = "_GLOSSARY_COMPLETE"
_MOST = 20  # candidates a shell shows before it asks
_SPECIAL = re.compile(r"([ \t!\"#$&'()*;<>?\[\\\]^`{|}~])")  # what bash does not take for itself in a word


class Bash(BashComplete):
    """Click's completion for bash, made for names of several words and for values after an equals sign."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is typed, and that one; bash makes words of their own of = and what follows."""
        before, incomplete = super().get_completion_args()
        if before and before[-1] == "=":
            before = before[:-1]
        return before, incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """Return a line for click's script, whose `read` takes one backslash for itself."""
        value = item.value
        if item.type == "plain":
            # Inside a quotation mark the words of a name stay together without help.
            value = value if self._is_quoted() else _SPECIAL.sub(r"\\\1", value)
        return f"{item.type},{value.replace(chr(92), chr(92) * 2)}"

    @staticmethod
    def _is_quoted() -> bool:
        words, number = os.environ["COMP_WORDS"].split("\n"), int(os.environ["COMP_CWORD"])
        return number < len(words) and words[number][:1] in ('"', "'")


def register() -> None:
    """Let click use `Bash`."""
    add_completion_class(Bash)


def readable(argument: str) -> str:
    """Return an argument as it was typed: under the C locale Python takes UTF-8 for single bytes (PEP 383)."""
    try:
        return os.fsencode(argument).decode("utf-8")
    except UnicodeError:
        return argument


def names(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the names in the termbase that begin with what has been typed, wrong ones among them, short ones first."""
    termbase = _termbase(context)
    texts = (term.text for concept in termbase.concepts for term in concept.terms) if termbase else ()
    return _beginning(incomplete, sorted(texts, key=len))


def profiles(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the profiles of the termbase."""
    termbase = _termbase(context)
    return _beginning(incomplete, (profile.id for profile in termbase.profiles) if termbase else ())


def languages(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the languages of the termbase."""
    termbase = _termbase(context)
    return _beginning(incomplete, termbase.languages if termbase else ())


def rules(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the ids of the rules."""
    from glossary.rules import RULES

    return _beginning(incomplete, (rule.id for rule in RULES))


def paths(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Let the shell offer the files it sees."""
    return [CompletionItem(incomplete, type="file")]


def _beginning(incomplete: str, candidates: Iterable[str]) -> list[str]:
    wanted = readable(incomplete).casefold()
    return list(dict.fromkeys(each for each in candidates if each.casefold().startswith(wanted)))[:_MOST]


def _termbase(context: click.Context) -> Termbase | None:
    """Return the termbase that holds here, None where it cannot be read: a shell has no place for an error."""
    from glossary.compile import load_matcher
    from glossary.config import find_config, find_termbases
    from glossary.errors import GlossaryError

    given: Any = context.params.get("termbase") or ()
    try:
        folders, origin = find_termbases(Path(), given, find_config(Path()))
        return load_matcher(folders, given=origin == "option").matcher.termbase
    except (GlossaryError, OSError):
        return None
