"""glossary init: begin a project with a configuration and a termbase of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from glossary.cli.help import verb
from glossary.cli.options import ui_language
from glossary.locale import gettext_ as _

_CONFIG = """\
# Settings for the drafts in this folder and below.
termbase = ["terms"]          # later ones win: ["bundled", "terms"] lays yours over the one of the program
# profile = "house"           # a profile of the termbase
# lang = "en"                 # where the language of the drafts is guessed wrongly
# fail_on = "warning"         # least severity that makes the exit status 1
# exclude = ["old/"]          # patterns as in .gitignore

[rules]
# mixed-terms = "error"       # error, warning, info or "off"
"""
_MANIFEST = """\
format: 1
title: {title}
version: 0.1.0
languages: [en, ja, zh-Hans, zh-Hant]
"""
_EXAMPLE = """\
# One subject a file; add files as you like. Lines after # are comments.
subject: examples
concepts:
  - id: information-security-agreement       # never changes; letters, digits and hyphens
    kind: agreement
    definition:
      en: Treaty under which two governments protect the classified information they exchange.
    terms:
      en:
        - text: information security agreement
          status: preferred                  # preferred admitted superseded deprecated
        - text: intelligence protection agreement
          status: deprecated
          reason: misrendering               # why it is wrong
          origin: 情報保護協定                 # what it was made from
      ja:
        - text: 情報保護協定
          status: preferred
          reading: じょうほう ほご きょうてい
      zh-Hans:
        - text: 情报保护协定
          status: preferred
          pinyin: qíngbào bǎohù xiédìng
      zh-Hant:
        - text: 情報保護協定
          status: preferred
"""


@verb("init", _("Begin a project."), _("Creates a configuration, a termbase and an example entry; nothing is overwritten."))
@click.argument("folder", metavar=_("[FOLDER]"), default=".", type=click.Path(file_okay=False, path_type=Path))
@ui_language
def command(folder: Path, **given: Any) -> int:
    """Create what is missing in `folder`."""
    from glossary.cli import output

    # JSON's quotation marks are YAML's too, for a folder called "no" or "a: b".
    title = '"' + folder.resolve().name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    contents = {
        Path("glossary.toml"): _CONFIG,
        Path("terms/termbase.yaml"): _MANIFEST.format(title=title),
        Path("terms/example.yaml"): _EXAMPLE,
    }
    for name, text in contents.items():
        path = folder / name
        if path.exists():
            output.line(_("%(path)s: there already, left as it is") % {"path": path})
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        # "x" and not "w": whoever was faster keeps their file.
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        output.line(_("%(path)s: created") % {"path": path})
    output.line(_('Now try: glossary lookup "intelligence protection agreement"'))
    return 0
