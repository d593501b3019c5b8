"""What the verbs that change a termbase share: options, the termbase that is written, and what is said of it."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from glossary.cli.completing import readable
from glossary.cli.options import Settings
from glossary.config import is_date
from glossary.locale import gettext_ as _
from glossary.model import Kind, Reason, TermType

if TYPE_CHECKING:
    from glossary.editing.changing import Wanted
    from glossary.editing.entries import NewTerm
    from glossary.editing.target import Target
    from glossary.model import Concept, Termbase


def _date(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if value and not is_date(value):
        raise click.BadParameter(_("%(value)s is not a date; write year-month-day, for instance 2022-04-21.") % {"value": value})
    return value


date_option = click.option("--date", metavar=_("DATE"), default="", callback=_date, help=_("The day it is done; else today."))
by_option = click.option("--by", metavar=_("NAME"), default="", help=_("Who does it; else GLOSSARY_BY, else the name that git knows."))
dry_run_option = click.option("--dry-run", is_flag=True, help=_("Write nothing; show what would be written."))
set_option = click.option(
    "--set",
    "assignments",
    metavar=_("FIELD=VALUE"),
    multiple=True,
    help=_("Give a field a value, as in status=admitted, note.en=Text or region=[TW, HK]; repeat it for several."),
)


def names_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that name a new entry: a language each."""
    named = [
        click.option(f"--{tag}", parameter(tag), metavar=_("TEXT"), multiple=True, help=_("Name in %(language)s.") % {"language": name})
        for tag, name in language_names().items()
    ]
    more = (
        click.option("--name", "others", metavar=_("LANG=TEXT"), multiple=True, help=_("Name in another language.")),
        click.option("--reading", metavar=_("KANA"), default="", help=_("Reading of the first Japanese name, a space between words.")),
        click.option("--pinyin", metavar=_("PINYIN"), default="", help=_("Pinyin of the first Simplified Chinese name.")),
        click.option("--wrong", metavar=_("LANG=TEXT"), multiple=True, help=_("A wrong form; the first right one is what to write.")),
        click.option("--reason", "wrong_reason", type=_words(Reason), default=None, help=_("Why the wrong forms are wrong.")),
        click.option("--origin", "wrong_origin", metavar=_("TEXT"), default="", help=_("Foreign term that the wrong forms came from.")),
        click.option("--definition", metavar=_("TEXT"), default="", help=_("What it is, in a line of English.")),
        click.option("--kind", type=_words(Kind), default=None, help=_("What sort of thing it is; phrase unless said.")),
        click.option("--subject", metavar=_("SUBJECT"), default="", help=_("Subject; the entry goes to the file that has it.")),
        click.option("--file", "file_name", metavar=_("NAME"), default="", help=_("File of the termbase for the entry.")),
    )
    return reduce(lambda decorated, decorate: decorate(decorated), reversed((*named, *more)), command)


def _words(choices: type[enum.Enum]) -> click.Choice[str]:
    return click.Choice([choice.value for choice in choices])


def parameter(tag: str) -> str:
    """Return the name of the option for names in a language."""
    return f"names_{tag.replace('-', '_').lower()}"


def language_names() -> dict[str, str]:
    """Return the languages that have an option of their own, with their names."""
    return {"en": _("English"), "ja": _("Japanese"), "zh-Hans": _("Simplified Chinese"), "zh-Hant": _("Traditional Chinese")}


def named_terms(given: Mapping[str, Any]) -> list[NewTerm]:
    """Return the new terms that the options of `names_options` give; the first right one of a language is preferred."""
    from glossary.editing.assignments import by_language
    from glossary.editing.entries import NewTerm

    right = [(tag, readable(text)) for tag in language_names() for text in given[parameter(tag)]]
    right += by_language([readable(each) for each in given["others"]])
    extra = {"ja": ("reading", given["reading"]), "zh-Hans": ("pinyin", given["pinyin"])}
    terms: list[NewTerm] = []
    for language, text in right:
        first = all(term.language != language for term in terms)
        name, value = extra.get(language, ("", ""))
        fields = {name: readable(value)} if value and first else {}
        terms.append(NewTerm(language=language, text=text, status="preferred" if first else "admitted", fields=fields))
    why = {name: readable(given[f"wrong_{name}"]) for name in ("reason", "origin") if given[f"wrong_{name}"]}
    wrong = by_language([readable(each) for each in given["wrong"]])
    return terms + [NewTerm(language=language, text=text, status="deprecated", fields=why) for language, text in wrong]


def entry_fields(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the other fields of a new entry that the options of `names_options` give."""
    fields: dict[str, Any] = {"kind": given["kind"] or "phrase"}
    if given["subject"]:
        fields["subject"] = readable(given["subject"])
    if given["definition"]:
        fields["definition"] = {"en": readable(given["definition"])}
    return fields


def split(given: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the options of `names_options`, and the rest."""
    own = {name: value for name, value in given.items() if name in _NAMING or name.startswith("names_")}
    return own, {name: value for name, value in given.items() if name not in own}


_NAMING = ("others", "reading", "pinyin", "wrong", "wrong_reason", "wrong_origin", "definition", "kind", "subject", "file_name")


def term_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say what to change in an entry."""
    options = (
        click.option("--term", "text", metavar=_("TEXT"), default="", help=_("The term to change, as it is written now.")),
        click.option("--lang", "-l", "language", metavar="TAG", default="", help=_("Its language, where several are written so.")),
        click.option("--type", "term_type", type=_words(TermType), default=None, help=_("Its type, where several are written so.")),
        click.option("--add", "addition", metavar=_("LANG=TEXT"), default="", help=_("Add a term; --set gives it fields.")),
        set_option,
        click.option("--unset", metavar=_("FIELD"), multiple=True, help=_("Drop a field; repeat it for several.")),
        click.option("--remove", is_flag=True, help=_("Remove the term, or without --term the entry.")),
    )
    return reduce(lambda decorated, decorate: decorate(decorated), reversed(options), command)


def split_term(given: dict[str, Any]) -> tuple[Wanted, dict[str, Any]]:
    """Return what the options of `term_options` ask for, and the other options."""
    from glossary.editing.changing import Wanted

    own = {name: given[name] for name in ("text", "language", "term_type", "addition", "assignments", "unset", "remove")}
    wanted = Wanted(
        text=readable(own["text"]),
        language=own["language"],
        type=own["term_type"] or "",
        add=readable(own["addition"]),
        assignments=tuple(map(readable, own["assignments"])),
        unset=own["unset"],
        remove=own["remove"],
    )
    return wanted, {name: value for name, value in given.items() if name not in own}


def target_of(settings: Settings) -> Target:
    """Return the termbase that is written, and say on standard error which it is."""
    from glossary.cli import output
    from glossary.config import find_config
    from glossary.editing.target import find_target

    found = find_target(Path(), settings.termbase, find_config(Path()))
    if settings.verbose:
        output.note(_("Writing to %(folder)s") % {"folder": found.folder})
    return found


def carry_out(target: Target, texts: Mapping[Path, str], concepts: Sequence[str], *, dry_run: bool, color: str) -> int:
    """Write `texts`, or show them as a diff; say what was done, and what `check` says of the entries. Return the exit status."""
    from glossary.cli import output
    from glossary.editing.saving import save, try_out
    from glossary.reporters.display import visible

    if not texts:
        output.note(_("Nothing to change: it is so already."))
        return 0
    if dry_run:
        loaded = try_out(texts, target.folders, given=target.given)
        for path, text in texts.items():
            output.lines(map(visible, diff_lines(path, text)), color)
    else:
        loaded = save(texts, target.folders, given=target.given)
        for path in texts:
            output.line(visible(_("%(path)s: written") % {"path": short(path)}))
    report_problems(loaded.termbase, [concept for id in concepts if (concept := loaded.termbase.get(id)) is not None])
    return 0


def short(path: Path) -> str:
    """Return a path from here where it is below, else as it is."""
    here, there = Path().resolve(), path.resolve()
    return str(there.relative_to(here)) if there.is_relative_to(here) else str(path)


def diff_lines(path: Path, text: str) -> list[str]:
    """Return what would change in the file at `path`, as a unified diff."""
    from glossary.editing.formatting import Formatted

    return Formatted(path, path.read_bytes() if path.exists() else b"", text).diff()


def report_problems(termbase: Termbase, concepts: Iterable[Concept]) -> None:
    """Say on standard error what `glossary check` says of these entries themselves."""
    from glossary.check.entries import check_entries
    from glossary.cli import output
    from glossary.locale.labels import label
    from glossary.messages import render
    from glossary.reporters.display import visible

    places = {place for concept in concepts for place in (concept.place, *(term.place for term in concept.terms))}
    for problem in check_entries(termbase):
        if f"{problem.path}:{problem.line}:{problem.column}" in places:
            severity = label("severity", problem.severity.value)
            output.note(visible(f"{severity}: {render(problem.message_id, problem.arguments, _)}"))
