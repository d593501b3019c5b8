"""The command line: parse, call, print, exit status. One module a verb; the work is done by the library."""

from __future__ import annotations

import contextlib
import os
import traceback
from collections.abc import Sequence

import click

from glossary.cli.output import ClosedPipe, Unwritable, close_quietly, complain, flush, note
from glossary.errors import GlossaryError
from glossary.locale import gettext_ as _

OK, FOUND, FAILED, INTERRUPTED, BROKEN_PIPE = 0, 1, 2, 130, 141


def run(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit status: 0 clean, 1 findings or no hit, 2 an error; never a traceback.

    130 after Ctrl-C and 141 after a closed pipe, as shells have it.
    """
    try:
        status = _main(arguments)
        flush()
    except click.ClickException as error:
        with contextlib.suppress(OSError):  # standard error may be full as well
            error.show()
        return FAILED
    except Unwritable as error:
        return _unwritable(error)
    except GlossaryError as error:
        complain(error)
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (ClosedPipe, BrokenPipeError):
        close_quietly()
        return BROKEN_PIPE
    except Exception as error:
        return _unexpected(error, debug="--debug" in arguments)
    return status


def _main(arguments: Sequence[str]) -> int:
    from glossary.cli.app import app
    from glossary.cli.completing import VARIABLE, register

    if VARIABLE in os.environ:
        register()
    try:
        status = app.main(list(arguments), prog_name="glossary", standalone_mode=False)
    except SystemExit as leaving:  # after shell completion, and after a closed pipe
        status = leaving.code
    return status if isinstance(status, int) else OK


def _unwritable(error: GlossaryError) -> int:
    complain(error)
    close_quietly()
    return FAILED


def _unexpected(error: Exception, *, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    reason = str(error).split("\n")[0]
    if isinstance(error, OSError) and error.strerror:
        place = f"{error.filename}: " if error.filename else ""
        line = f"{place}{error.strerror}"
    else:
        line = _("An unexpected error (%(problem)s). Please report it with what --debug prints.") % {
            "problem": f"{type(error).__name__}: {reason}"
        }
    note(f"glossary: {line}")
    return FAILED
