"""Find terms with a Python library, in a process of its own: python_peer.py LIBRARY PATTERNS TEXT. Prints how many."""

from __future__ import annotations

import sys
from pathlib import Path


def flashtext(patterns: list[str], text: str) -> int:
    from flashtext import KeywordProcessor

    processor = KeywordProcessor()
    processor.add_keywords_from_list(patterns)
    return len(processor.extract_keywords(text))


def flashtext2(patterns: list[str], text: str) -> int:
    from flashtext2 import KeywordProcessor

    processor = KeywordProcessor(case_sensitive=False)
    processor.add_keywords_from_iter(patterns)
    return len(list(processor.extract_keywords(text)))


def spacy(patterns: list[str], text: str) -> int:
    import spacy as library
    from spacy.matcher import PhraseMatcher

    nlp = library.blank("xx")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("terms", list(nlp.tokenizer.pipe(patterns)))
    return sum(len(matcher(document)) for document in nlp.tokenizer.pipe(text.split("\n\n")))


def main() -> None:
    """Run one library."""
    name, patterns, text = sys.argv[1:]
    lines = Path(patterns).read_text(encoding="utf-8").splitlines()
    print({"flashtext": flashtext, "flashtext2": flashtext2, "spacy": spacy}[name](lines, Path(text).read_text(encoding="utf-8")))


if __name__ == "__main__":
    main()
