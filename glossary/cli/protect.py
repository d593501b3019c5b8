"""glossary protect: say once that something is right, and never see it flagged again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from glossary.cli import changing
from glossary.cli.completing import readable
from glossary.cli.help import verb
from glossary.cli.options import common, languages_option, settings
from glossary.locale import gettext_ as _

if TYPE_CHECKING:
    from glossary.model import Termbase
    from glossary.termbase.actions import Change


@verb(
    "protect",
    _("Protect a name: this is right, never flag it."),
    _(
        "TEXT becomes a protected name, and nothing inside it is reported. With --in, TEXT is a term that is something else inside a "
        "longer text; with --concept, so are the terms of that entry inside TEXT. It goes into the termbase of your project, which is "
        "begun where there is none; the bundled termbase is never changed."
    ),
)
@click.argument("text", metavar=_("TEXT"))
@click.option("--in", "longer", metavar=_("LONGER"), default="", help=_("Longer text in which TEXT is something else."))
@click.option("--concept", metavar=_("ID"), default="", help=_("Entry whose terms are meant."))
@click.option("--note", metavar=_("TEXT"), default="", help=_("Why, for the next reader."))
@languages_option
@changing.dry_run_option
@common
def command(text: str, longer: str, concept: str, note: str, languages: Sequence[tuple[str, str]], dry_run: bool, **given: Any) -> int:
    """Write the protection, and say what was written where."""
    from glossary.cli import output
    from glossary.editing.own_layer import own_layer
    from glossary.editing.saving import save, try_out
    from glossary.errors import UsageError
    from glossary.reporters.display import visible
    from glossary.termbase.changes import apply
    from glossary.termbase.reader import load

    text, longer, note = readable(text).strip(), readable(longer).strip(), readable(note)
    if not text:
        raise UsageError("protect.empty")
    if note and (longer or concept):
        raise UsageError("protect.note")
    chosen = settings(**given)
    layer = own_layer(Path(), chosen.termbase)
    target, tags = layer.target, tuple(tag for tag, _region in languages)
    # A layer that is only begun has nothing to read yet.
    termbase = load(target.folders[:-1] if layer.texts else target.folders, given=target.given).termbase
    if longer or concept:
        # Only a new overlay entry asks for a file; a protected name has a subject.
        changes, said = _exception(termbase, target.folder, text, longer, concept, tags)
        texts = {**layer.texts, **apply(target.folder, changes, file="exceptions")}
    else:
        changes, said = _shield(termbase, text, tags, note)
        texts = {**layer.texts, **apply(target.folder, changes)}
    if dry_run:
        try_out(texts, target.folders, given=target.given)
        for path, new in texts.items():
            output.lines(map(visible, changing.diff_lines(path, new)), chosen.color)
        return 0
    save(texts, target.folders, given=target.given)
    for path in texts:
        begun = path.name == "termbase.yaml" and path in layer.texts
        template = _("%(path)s: a termbase of your project, begun") if begun else _("%(path)s: written")
        output.line(visible(template % {"path": changing.short(path)}))
    for sentence in said:
        output.line(visible(sentence))
    return 0


def _exception(
    termbase: Termbase, folder: Path, text: str, longer: str, concept: str, tags: Sequence[str]
) -> tuple[list[Change], list[str]]:
    """Return the changes for a longer text in which terms are something else, and what to say of them."""
    from glossary.editing.protecting import exceptions

    whole = longer or text
    found = exceptions(termbase, folder, whole, text=text if longer else "", concept=concept, tags=tags)
    sentence = _("“%(text)s” (%(id)s) is not found any more in “%(longer)s”.")
    said = [sentence % {"text": term.text, "longer": whole, "id": change.concept} for change, term in found]
    return [change for change, _term in found], list(dict.fromkeys(said))


def _shield(termbase: Termbase, text: str, tags: Sequence[str], note: str) -> tuple[list[Change], list[str]]:
    """Return the change that protects a name, and what to say of it."""
    from glossary.editing.protecting import covered_terms, shield

    said = [_("“%(text)s” is a protected name now; nothing inside it is reported.") % {"text": text}]
    inside = [f"“{term.text}” ({owner.id})" for owner, term in covered_terms(termbase, text, tags)]
    if inside:
        said.append(_("It covers %(terms)s.") % {"terms": ", ".join(dict.fromkeys(inside))})
    return [shield(termbase, text, tags, note)], said
