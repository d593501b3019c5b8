"""Write docs/format.md and docs/termbase.schema.json anew: `python -m glossary.termbase.generate [docs]`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from glossary.termbase.jsonschema import json_schema
from glossary.termbase.reference import reference_page


def pages() -> dict[str, str]:
    """Return the generated files, text by name."""
    schema = json.dumps(json_schema(), ensure_ascii=False, indent=2)
    return {"format.md": reference_page(), "termbase.schema.json": schema + "\n"}


def main(arguments: Sequence[str] = ()) -> None:
    """Write the generated files into the folder named, or into docs/."""
    folder = Path(arguments[0] if arguments else "docs")
    for name, text in pages().items():
        (folder / name).write_bytes(text.encode())


if __name__ == "__main__":
    main(sys.argv[1:])
