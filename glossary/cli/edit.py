"""glossary edit: change an entry of a termbase."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from glossary.cli import changing
from glossary.cli.completing import names, readable
from glossary.cli.help import verb
from glossary.cli.options import common, settings
from glossary.locale import gettext_ as _

if TYPE_CHECKING:
    from glossary.editing.target import Target
    from glossary.model import Concept


@verb(
    "edit",
    _("Change an entry of your termbase."),
    _("Its own fields, or with --term those of one of its terms. Without options the entry is opened in $VISUAL or $EDITOR."),
)
@click.argument("name", metavar=_("CONCEPT"), shell_complete=names)
@changing.term_options
@changing.dry_run_option
@common
def command(name: str, dry_run: bool, **given: Any) -> int:
    """Change the entry, or show what would change."""
    from glossary.editing.changing import change_of
    from glossary.editing.entries import find_concept, refuse_elsewhere
    from glossary.termbase.changes import apply

    wanted, rest = changing.split_term(given)
    chosen = settings(**rest)
    target = changing.target_of(chosen)
    concept = find_concept(target.load().termbase, readable(name))
    refuse_elsewhere(concept, target.folder)
    if not wanted.something:
        return _by_hand(target, concept)
    texts = apply(target.folder, [change_of(concept, wanted)])
    return changing.carry_out(target, texts, [concept.id], dry_run=dry_run, color=chosen.color)


def _by_hand(target: Target, concept: Concept) -> int:
    """Open the entry in an editor until it can be saved, or the person gives up."""
    from glossary.cli import output
    from glossary.editing.by_hand import answer, put_back, sheet
    from glossary.errors import GlossaryError, UsageError
    from glossary.termbase.entry_text import find_entry

    if sys.stdin is None or not sys.stdin.isatty():
        raise UsageError("edit.nothing")
    entry = find_entry(target.folder, concept.id)
    assert entry is not None
    advice = _("Change the entry, save the file and close the editor. Nothing is written where the entry cannot be read.")
    folder = Path(tempfile.mkdtemp(prefix="glossary-"))
    path = folder / f"{concept.id}.yaml"
    begun = sheet(entry, advice).encode("utf-8")
    path.write_bytes(begun)
    while True:
        _open(path, begun)
        try:
            text = answer(path.read_bytes().decode("utf-8", "surrogateescape"))
            if text == entry.text:
                output.note(_("Nothing was changed."))
            else:
                put_back(target, entry, text, path, advice)
                output.line(_("%(path)s: written") % {"path": changing.short(entry.path)})
            break
        except GlossaryError as error:
            output.complain(error)
            if not click.confirm(_("Edit again?"), default=True, err=True):
                output.note(_("%(path)s: your text is kept here; nothing was written.") % {"path": path})
                return 2
    shutil.rmtree(folder)
    return 0


def _open(path: Path, begun: bytes) -> None:
    try:
        click.edit(filename=str(path))
    except click.ClickException:  # there is no such editor
        if path.read_bytes() == begun:
            shutil.rmtree(path.parent)
        raise
