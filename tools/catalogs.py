"""The message catalogs of the program: update them from the sources, check them, compile them.

    python tools/catalogs.py update     # after a text of the program has changed; keeps what is translated
    python tools/catalogs.py check      # complete, no fuzzy entries, placeholders as in English
    python tools/catalogs.py compile    # .po to .mo, for running from a checkout

A catalog is glossary/locale/<language>/LC_MESSAGES/glossary.po, sorted and without locations and dates, so that two people who change
it meet in as few lines as possible. The build of the wheel compiles them with `compiled`.
"""

from __future__ import annotations

import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALE = Path("glossary") / "locale"
DOMAIN = "glossary"
LANGUAGES = ("ja", "zh_Hans", "zh_Hant")
KEYWORDS = {"_": None, "gettext_": None, "N_": None, "ngettext": (1, 2), "ngettext_": (1, 2)}

# Click's own words that a user of this program can meet. Click asks the text domain of the process for them.
CLICK = (
    "Usage:",
    "Options",
    "Commands",
    "Positional arguments",
    "Error: {message}",
    "Try '{command} {option}' for help.",
    "Show this message and exit.",
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "Missing argument",
    "Missing option",
    "Missing command.",
    "No such option {name!r}.",
    "No such command {name!r}.",
    "Choose from:\n\t{choices}",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    "Option {name!r} does not take a value.",
    "{name} {filename!r} is a file.",
    "default: {default}",
    "required",
    "Aborted!",
)
CLICK_PLURALS = (
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)

_PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*(?:!r)?\}")
_PERSONAL = "Project-Id-Version|POT-Creation-Date|PO-Revision-Date|Generated-By|Last-Translator|Language-Team|Report-Msgid-Bugs-To"
_DATED = re.compile(rf'^"(?:{_PERSONAL}):.*\n', re.MULTILINE)


def path_of(language: str, root: Path = ROOT) -> Path:
    """Return the catalog of `language`."""
    return root / LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def template() -> Catalog:
    """Return every message of the program: of its sources, of the pages of its rules, and click's own."""
    catalog = Catalog(project="glossary-toolkit", charset="utf-8")
    with (ROOT / "babel.cfg").open("rb") as file:
        methods, options = parse_mapping_cfg(io.TextIOWrapper(file, "utf-8"))
    found = extract_from_dir(ROOT, methods, options, keywords=KEYWORDS, comment_tags=("TRANSLATORS:",), strip_comment_tags=True)
    for _path, _line, message, comments, _context in found:
        catalog.add(message, auto_comments=comments)
    for message in (*rule_pages(), *CLICK, *CLICK_PLURALS):
        catalog.add(message)
    return catalog


def rule_pages() -> Iterator[str]:
    """Yield the paragraphs of the pages of the rules, as `glossary explain` prints them."""
    sys.path.insert(0, str(ROOT))
    from glossary.rules import RULES
    from glossary.rules.pages import page

    for rule in RULES:
        shown = page(rule)
        yield from (shown.title, *shown.paragraphs)


def read(path: Path) -> Catalog:
    """Return the catalog in `path`. Raises PoFileError."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3], domain=DOMAIN, abort_invalid=True, ignore_obsolete=True)


def update() -> None:
    """Bring the catalogs up to date: new messages without translation, old ones dropped, the others kept."""
    messages = template()
    for language in LANGUAGES:
        path = path_of(language)
        catalog = read(path) if path.exists() else Catalog(locale=language, domain=DOMAIN, charset="utf-8")
        # Nothing is guessed: a translation of a similar sentence is a wrong translation that looks right.
        catalog.update(messages, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        catalog.fuzzy = False
        catalog.header_comment = "# Messages of glossary-toolkit. The project's licence holds."
        buffer = io.BytesIO()
        write_po(buffer, catalog, width=0, no_location=True, sort_output=True, ignore_obsolete=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_DATED.sub("", buffer.getvalue().decode("utf-8")), encoding="utf-8", newline="\n")


def errors(path: Path) -> Iterator[str]:
    """Yield what would harm a user: entries marked fuzzy, placeholders that differ, a file that is no catalog."""
    try:
        catalog = read(path)
    except PoFileError as error:
        yield f"{path}: {error}"
        return
    for message in catalog:
        if message.id:
            yield from (f"{path}: {_shown(message)}: {problem}" for problem in _problems(message))


def untranslated(path: Path) -> Iterator[str]:
    """Yield the messages without translation."""
    for message in read(path):
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and not all(texts):
            yield f"{path}: {_shown(message)}: not translated"


def compiled(path: Path) -> bytes:
    """Return the .mo file of a catalog. Raises ValueError with the errors in it."""
    found = list(errors(path))
    if found:
        raise ValueError("\n".join(found))
    buffer = io.BytesIO()
    write_mo(buffer, read(path))
    return buffer.getvalue()


def compile_all(root: Path = ROOT) -> list[Path]:
    """Compile every catalog beside its source; return the .mo files. Raises ValueError."""
    written = []
    for language in LANGUAGES:
        source = path_of(language, root)
        target = source.with_suffix(".mo")
        target.write_bytes(compiled(source))
        written.append(target)
    return written


def check() -> list[str]:
    """Return everything that is wrong with the catalogs, what is missing among it."""
    wanted = {message.id for message in template() if message.id}
    found: list[str] = []
    for language in LANGUAGES:
        path = path_of(language)
        if not path.exists():
            found.append(f"{path}: missing; run tools/catalogs.py update")
            continue
        found += [*errors(path), *untranslated(path)]
        present = {message.id for message in read(path) if message.id}
        found += [f"{path}: {id!r}: not in the catalog; run tools/catalogs.py update" for id in sorted(map(str, wanted - present))]
        found += [f"{path}: {id!r}: no longer in the program; run tools/catalogs.py update" for id in sorted(map(str, present - wanted))]
    return found


def _problems(message: Message) -> Iterator[str]:
    if message.fuzzy:
        yield "marked fuzzy"
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    texts = message.string if isinstance(message.string, tuple) else (message.string,)
    allowed = [Counter(_PLACEHOLDER.findall(id)) for id in ids]
    for text in texts:
        if text and set(_PLACEHOLDER.findall(text)) not in [set(each) for each in allowed]:
            yield f"other placeholders in {text!r}"


def _shown(message: Message) -> str:
    return repr(message.id if isinstance(message.id, str) else message.id[0])


def main(arguments: list[str]) -> int:
    """Run the command; return the exit status."""
    if arguments == ["update"]:
        update()
    elif arguments == ["compile"]:
        compile_all()
    elif arguments == ["check"]:
        found = check()
        print(*found, sep="\n")
        return int(bool(found))
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
