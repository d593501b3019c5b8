"""The report of an import for people: what each column was taken for, what will be done, what was refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glossary.interchange.collecting import ReadSheet
from glossary.interchange.importing import Plan, Written
from glossary.interchange.mapping import BESIDE, CELLS, SERIAL, TAKEN, MappedColumn
from glossary.interchange.sheet import Note, letter
from glossary.locale import gettext_ as _
from glossary.locale import ngettext_
from glossary.messages import render
from glossary.reporters.changes import render_changes
from glossary.reporters.display import Display, display_width, hanging, visible

_WIDEST = 30
_MOST = 20  # refused rows, entries and remarks that are shown one by one


def lines(plan: Plan, display: Display, *, everything: bool) -> Iterator[str]:
    """Yield the report on what an import does; without `everything`, long lists are cut, and say so."""
    for sheet in plan.sheets:
        yield from _sheet(sheet, display)
    remarks = [note for sheet in plan.sheets for note in sheet.notes]
    yield from _notes("", (*remarks, *plan.joined.notes), display, everything)
    joined = plan.joined
    terms = sum(len(listed) for one in joined.added for listed in one.change.fields.get("terms", {}).values())
    yield _counted(_("To add:"), len(joined.added), _terms(terms) if joined.added else "")
    yield from _changes([(one.change, one.before) for one in joined.added], display, everything)
    yield _counted(_("To change:"), len({one.change.concept for one in plan.changes}), "")
    yield from _changes([(one.change, one.before) for one in plan.changes], display, everything)
    if joined.unchanged:
        yield _counted(_("Unchanged:"), joined.unchanged, "")
    if joined.missing and not plan.withdraw:
        text = _("In the termbase and not in the file, left as they are; --withdraw proposes to withdraw them:")
        yield from hanging("", 0, text, display)
        yield from _changes([(one.change, one.before) for one in joined.missing], display, everything)
    if plan.refused:
        rows = sum(sheet.refused_rows for sheet in plan.sheets) + len(joined.refused)
        yield display.style(ngettext_("Refused: %(number)d row", "Refused: %(number)d rows", rows) % {"number": rows}, "error")
        yield from _notes("  ", plan.refused, display, everything)


def outcome(plan: Plan, written: Written | None, *, dry_run: bool) -> Iterator[str]:
    """Yield what was written, or why nothing was."""
    if written is None:
        yield _("Nothing is written while rows are refused: mend them, or leave them out with --skip-refused.")
        return
    if dry_run:
        yield _("Nothing is written: this was a dry run.")
        return
    for path in written.files:
        yield visible(_("%(path)s: written") % {"path": path})
    if written.proposed:
        message = ngettext_(
            "%(number)d change proposed; glossary review shows it.",
            "%(number)d changes proposed; glossary review shows them.",
            written.proposed,
        )
        yield message % {"number": written.proposed}
    if written.waiting:
        message = ngettext_("%(number)d change waits already.", "%(number)d changes wait already.", written.waiting)
        yield message % {"number": written.waiting}
    if not written.files and not written.waiting:
        yield _("Nothing to write.")


def _sheet(found: ReadSheet, display: Display) -> Iterator[str]:
    sheet, mapping = found.sheet, found.mapping
    parts = [ngettext_("%(number)d row", "%(number)d rows", found.rows) % {"number": found.rows}]
    if mapping.header_row:
        parts.append(_("header in row %(row)d") % {"row": mapping.header_row})
    if sheet.encoding:
        parts.append(sheet.encoding)
    yield from hanging("", 2, f"{display.style(visible(sheet.title), 'path')}: {', '.join(parts)}", display)
    if mapping.own:
        carried = [one for one in mapping.columns if one.target]
        yield "  " + _("columns of glossary export: %(number)d") % {"number": len(carried)}
    shown = [one for one in mapping.columns if not mapping.own or not one.target]
    widths = [min(_WIDEST, display_width(visible(one.header))) for one in shown]
    for one in shown:
        header = visible(one.header)
        gap = " " * max(1, max(widths, default=0) + 2 - display_width(header))
        lead = f"  {letter(one.index):<2} {header}{gap}"
        yield from hanging(lead, display_width(lead), _meaning(one, found), display)


def _meaning(one: MappedColumn, found: ReadSheet) -> str:
    lost = found.lost.get(one.index, 0)
    if one.target is None:
        why = {
            SERIAL: _("numbers of rows, not carried"),
            TAKEN: _("not carried, column %(column)s is that already") % {"column": letter(one.beside) if one.beside >= 0 else ""},
        }.get(one.how, _("not carried; --map gives it a field"))
        return f"→ {why} ({lost})" if lost else f"→ {why}"
    how = {
        CELLS: _("by what is in the cells"),
        BESIDE: _("by column %(column)s beside it") % {"column": letter(one.beside) if one.beside >= 0 else ""},
    }.get(one.how, "")
    return f"→ {one.target.name}" + (f" ({how})" if how else "")


def _terms(number: int) -> str:
    return ngettext_("%(number)d term", "%(number)d terms", number) % {"number": number}


def _counted(title: str, number: int, more: str) -> str:
    entries = ngettext_("%(number)d entry", "%(number)d entries", number) % {"number": number}
    return f"{title} {entries}" + (f", {more}" if more else "")


def _changes(pairs: list[tuple[object, object]], display: Display, everything: bool) -> Iterator[str]:
    ids = list(dict.fromkeys(change.concept for change, _before in pairs))  # type: ignore[attr-defined]
    shown = ids if everything else ids[:_MOST]
    kept = frozenset(shown)
    for line in render_changes([pair for pair in pairs if pair[0].concept in kept], display):  # type: ignore[attr-defined, misc]
        yield f"  {line}"
    if len(shown) < len(ids):
        yield "  " + _("… and %(number)d more; -v shows all") % {"number": len(ids) - len(shown)}


def _notes(margin: str, notes: Iterable[Note], display: Display, everything: bool) -> Iterator[str]:
    listed = list(notes)
    for note in listed if everything else listed[:_MOST]:
        yield from hanging(margin, len(margin) + 2, visible(render(note.code, note.values, _)), display)
    if not everything and len(listed) > _MOST:
        yield margin + _("… and %(number)d more; -v shows all") % {"number": len(listed) - _MOST}
