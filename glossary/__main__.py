"""The command `glossary`: prepare the streams and the language, then run the command line."""

from __future__ import annotations

import gc
import gettext
import io
import os
import sys

from glossary import locale


def main() -> None:
    """Run the command line with the arguments of the process; leave with its exit status."""
    # A run makes many small values and hardly a cycle: looking for some after every 700 takes a tenth of its time.
    gc.set_threshold(50_000, 20, 100)
    prepare_streams()
    speak(locale.choose(sys.argv[1:], os.environ))
    # Only now: click evaluates help texts when the module is imported.
    from glossary.cli import run

    status = run(sys.argv[1:])
    _give_up_errors()
    sys.exit(status)


def prepare_streams() -> None:
    """Make sure that no character can stop the output: a Japanese Windows pipe is cp932, which lacks – and 钓."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _give_up_errors() -> None:
    """Flush standard error; where it is full or closed, drop what is left, or the interpreter would leave with status 120."""
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
    except (OSError, ValueError):
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - open until the process ends


def speak(language: str) -> None:
    """Speak `language` everywhere, in click's own words too: these look for the text domain and LANGUAGE of the process."""
    locale.activate(language)
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(locale.DOMAIN, str(locale.FOLDER))
    gettext.textdomain(locale.DOMAIN)


if __name__ == "__main__":
    main()
