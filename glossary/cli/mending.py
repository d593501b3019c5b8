"""Fixing over a run: each draft mended and written, or the changes shown, and a sentence about every file that has any."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from glossary.cli import output
from glossary.cli.files import STANDARD_INPUT
from glossary.cli.run import Run, lint_planned
from glossary.cli.session import Plan
from glossary.documents.model import Document
from glossary.fix import FixResult, fix_document
from glossary.locale import gettext_ as _
from glossary.locale import ngettext_
from glossary.reporters.display import visible
from glossary.reporters.report import message
from glossary.text.span import Lines
from glossary.writing import diff, write_atomically

_PAIR = "deprecated-term.pair"  # how the ids of messages begin that leave a sentence to read over


class Mending:
    """A run that mends. In a diff, standard output has the diff alone; else it says what was done.

    What comes from standard input goes to standard output, mended.
    """

    def __init__(self, run: Run, *, only_diff: bool, suggested: bool, quiet: bool) -> None:
        self.run = run
        self._only_diff = only_diff
        self._suggested = suggested
        self._quiet = quiet
        self._pairs: list[str] = []  # where a pair of states now stands and its sentence must be read over

    def mend(self, document: Document, plan: Plan) -> None:
        """Mend one draft; an error in it is noted and the next one follows."""
        try:
            texts = {part.id: part.text for part in document.parts}
            if self._quiet:
                self.run.add(lint_planned(document, plan), texts, plan)
                return
            result = fix_document(document, plan.matcher, plan.options, suggested=self._suggested)
            if self._only_diff:
                self.run.add(lint_planned(document, plan), texts, plan)
                output.lines(_diff_lines(document, result), self._color)
            else:
                self._write(document, result)
                self.run.add(result.report, texts, plan)
            self._tell(document, result)
            self._pairs += _pairs(document, result)
        except (output.ClosedPipe, output.Unwritable):
            raise
        except Exception as error:
            self.run.session.unexpected(document.path, error)

    def finish(self, format: str) -> int:
        """Say what is left and what went wrong; return the exit status."""
        report = self.run.report()
        if self._quiet:
            return self.run.finish(format)
        if not self._only_diff and report.files:
            left = sum(len(file.findings) for file in report.files)
            output.note(
                ngettext_(
                    "%(number)d finding is left; see it with glossary lint.",
                    "%(number)d findings are left; see them with glossary lint.",
                    left,
                )
                % {"number": left}
                if left
                else _("No finding is left.")
            )
        for place in self._pairs:
            # Two states are plural; the verb and the pronoun were written for the wrong name, which was one.
            output.note(visible(_("%(place)s: check the verb (plural) and its → their") % {"place": place}))
        for failure in report.failures:
            output.complain(failure)
        return self.run.status(report)

    @property
    def _color(self) -> str:
        return self.run.settings.color

    def _write(self, document: Document, result: FixResult) -> None:
        if document.path == STANDARD_INPUT:
            output.raw(result.data)
        elif result.data != document.data:
            write_atomically(document.path, result.data)

    def _tell(self, document: Document, result: FixResult) -> None:
        """Say on standard error what was done, and what was not and why."""
        for line in _account(document.path, result, only_diff=self._only_diff):
            output.note(visible(line))


def _diff_lines(document: Document, result: FixResult) -> Iterator[str]:
    if result.data == document.data:
        return
    for line in diff(document, result.data).removesuffix("\n").split("\n"):
        # A patch must be exact; a terminal must not be given orders by a draft.
        yield "\t".join(map(visible, line.split("\t"))) if output.on_terminal() else line


def _pairs(document: Document, result: FixResult) -> Iterator[str]:
    """Yield the places, in the mended text, where a fix put two states for one name."""
    texts = {part.id: part.text for part in document.parts}
    places: list[tuple[str, int]] = []
    for _round, made in groupby(result.applied, lambda applied: applied.round):
        done = list(made)
        places += [(each.finding.part, each.finding.start) for each in done if each.finding.message_id.startswith(_PAIR)]
        # From the last edit to the first, so that the offsets of those to come still hold.
        for edit in sorted((edit for each in done for edit in each.fix.edits), reverse=True):
            texts[edit.part] = texts[edit.part][: edit.start] + edit.text + texts[edit.part][edit.end :]
            grown = len(edit.text) - (edit.end - edit.start)
            places = [(part, at + grown if part == edit.part and at >= edit.end else at) for part, at in places]
    lines = {part: Lines(text) for part, text in texts.items()}
    for part, line in dict.fromkeys((part, lines[part].position(at).line) for part, at in sorted(places)):
        yield f"{document.path}:{part}:{line}" if part else f"{document.path}:{line}"


def _account(path: str, result: FixResult, *, only_diff: bool) -> Iterator[str]:
    if result.refused:
        yield _("%(path)s: left as it was, because every way to mend it would bring new findings.") % {"path": path}
    for applied in () if only_diff else result.applied:
        place = f"{path}:{applied.finding.line}:{applied.finding.column}"
        yield f"{place}: {message(applied.fix.title, applied.fix.arguments)}"
    for dropped in result.dropped:
        place = f"{path}:{dropped.finding.line}:{dropped.finding.column}"
        yield f"{place}: {message(dropped.fix.title, dropped.fix.arguments)}: {message(dropped.reason, {})}"
    if result.applied:
        number = len(result.applied)
        text = (
            ngettext_("%(path)s: %(number)d fix would be made.", "%(path)s: %(number)d fixes would be made.", number)
            if only_diff
            else ngettext_("%(path)s: %(number)d fix made.", "%(path)s: %(number)d fixes made.", number)
        )
        yield text % {"path": path, "number": number}
