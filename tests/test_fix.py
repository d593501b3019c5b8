"""Fix: nothing outside the edits changes, a second run changes nothing, a sentence never gains a finding."""

from __future__ import annotations

import difflib
import errno
import os
import stat
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_drafts import draft, matcher_of

from glossary.documents.model import Document
from glossary.errors import WriteError
from glossary.findings import Edit, Finding, Fix, Severity, Suggestion
from glossary.fix import GAINED, OVERLAPPING, STRUCTURE, UNENCODABLE, diff, fix_document, write_atomically
from glossary.lint import lint_document
from glossary.matching.match import Match
from glossary.rules import RULES
from glossary.rules.protocol import RuleOptions, Summary

TERMBASE = """
concepts:
  - id: agreement
    terms:
      en:
        - {text: information security agreement, status: preferred}
        - {text: information sharing agreement, status: admitted}
        - {text: intelligence protection agreement, status: deprecated, reason: misrendering, origin: 情報保護協定}
      ja:
        - {text: 情報保護協定, status: preferred}
        - {text: 諜報保護協定, status: deprecated, reason: misrendering}
  - id: forum
    kind: organisation
    terms:
      en:
        - {text: Pacific Islands Forum, status: preferred}
        - {text: Pacific Island Forum, status: deprecated, reason: misspelling}
        - {text: South Pacific Forum, status: superseded, valid: {until: 2000-10}}
  - {id: japan, kind: state, terms: {en: [{text: Japan, status: preferred}]}}
  - {id: new-zealand, kind: state, terms: {en: [{text: New Zealand, status: preferred}]}}
  - id: japan-new-zealand
    kind: bilateral
    members: [japan, new-zealand]
    terms:
      en:
        - text: Nissin
          status: deprecated
          reason: misrendering
          near: {concepts: [new-zealand], within: document}
  # Each of these is right in one sense and wrong in the other.
  - id: one
    terms:
      en:
        - {text: good word, status: preferred}
        - {text: bad word, status: deprecated, reason: misrendering}
  - id: two
    terms:
      en:
        - {text: fine word, status: preferred}
        - {text: good word today, status: deprecated, reason: misrendering}
"""
MATCHER = matcher_of(TERMBASE)

_PIECES = [
    "intelligence protection agreement",
    "Intelligence protection agreements",
    "information sharing agreement",
    "information security agreement",
    "Pacific Island Forum",
    "South Pacific Forum",
    "Nissin",
    "New Zealand",
    "bad word",
    "good word",
    " today",
    "諜報保護協定",
    "情報",
    "“",
    "”",
    "「",
    "」",
    "[sic]",
    " a ",
    " an ",
    "the ",
    ". ",
    "。",
    ", ",
    " ",
    "\n",
    "\r\n",
    "\n\n",
    "> ",
    "# ",
    "*",
    "**",
    "_",
    "`",
    "[",
    "](/u)",
    "<b>",
    "</b>",
    "- ",
    "\\",
    "&amp;",
    "\u00ad",
    "\u3000",
    "é",
    "𠮷",
    "summit",
]
TEXTS = st.builds(str.join, st.sampled_from(["", " "]), st.lists(st.sampled_from(_PIECES), max_size=24))


class Adding:
    """A rule that would replace a word by another text."""

    severity = Severity.ERROR
    document_level = False

    def __init__(self, id: str, word: str, text: str, *, safe: bool = True) -> None:
        self.id, self.word, self.text, self.safe = id, word, text, safe

    def check(self, document: Document, matches: Sequence[Match], options: RuleOptions) -> tuple[list[Finding], Summary | None]:
        whole, findings, at = document.parts[0].text, [], -1
        while (at := whole.find(self.word, at + 1)) >= 0:
            end = at + len(self.word)
            fix = Fix("fix.replace", {"text": self.text, "matched": self.word}, self.safe, (Edit("", at, end, self.text),))
            findings.append(
                Finding(
                    rule=self.id,
                    severity=self.severity,
                    message_id="",
                    arguments={},
                    part="",
                    start=at,
                    end=end,
                    matched=self.word,
                    suggestions=(Suggestion(self.text),),
                    fixes=(fix,),
                )
            )
        return findings, None

    def conclude(self, summaries: Iterable[Summary], options: RuleOptions) -> Mapping[str, list[Finding]]:
        return {}


def test_safe_fixes_are_made_and_suggestions_are_not() -> None:
    document = draft("An intelligence protection agreement. The South Pacific Forum.")
    result = fix_document(document, MATCHER)
    assert result.data.decode() == "An information security agreement. The South Pacific Forum."
    assert [applied.finding.matched for applied in result.applied] == ["intelligence protection agreement"]
    assert (result.dropped, result.refused) == ((), False)
    assert [finding.rule for finding in result.report.findings] == ["superseded-term"]


def test_suggested_makes_the_first_suggestion_as_well() -> None:
    document = draft("New Zealand liked Nissin talks at the South Pacific Forum.")
    result = fix_document(document, MATCHER, suggested=True)
    assert result.data.decode() == "New Zealand liked Japan–New Zealand talks at the Pacific Islands Forum."


def test_clean_text_comes_back_as_the_same_bytes() -> None:
    data = b"\xef\xbb\xbfOne.\r\nTwo.\rThree.\n\n"
    assert fix_document(draft(data), MATCHER, suggested=True).data == data


def test_file_keeps_its_encoding() -> None:
    data = "諜報保護協定に署名した。".encode("cp932")
    document = draft_in("cp932", data)
    assert fix_document(document, MATCHER).data == "情報保護協定に署名した。".encode("cp932")


def test_fix_that_the_encoding_cannot_hold_is_dropped() -> None:
    document = draft_in("cp932", "日本 word".encode("cp932"))
    result = fix_document(document, MATCHER, rules=[Adding("mine", "word", "wörd")])
    assert result.data == document.data
    assert [dropped.reason for dropped in result.dropped] == [UNENCODABLE]


def draft_in(encoding: str, data: bytes) -> Document:
    from glossary.documents.registry import read_document

    return read_document("draft.txt", data, encoding=encoding, language="ja")


def test_fix_after_which_the_sentence_has_a_new_finding_is_dropped() -> None:
    document = draft("A bad word today. A bad word.")
    result = fix_document(document, MATCHER)
    assert result.data.decode() == "A bad word today. A good word."
    assert [(dropped.finding.start, dropped.reason) for dropped in result.dropped] == [(2, GAINED)]
    assert not result.refused


def test_findings_about_the_whole_document_do_not_count() -> None:
    document = draft("The information sharing agreement. An intelligence protection agreement.")
    result = fix_document(document, MATCHER)
    assert result.data.decode() == "The information sharing agreement. An information security agreement."
    assert [finding.rule for finding in result.report.findings] == ["mixed-terms"]


def test_of_two_fixes_at_one_place_the_first_is_made() -> None:
    rules = [Adding("a", "old name", "new name"), Adding("b", "name then", "title then")]
    result = fix_document(draft("The old name then."), MATCHER, rules=rules)
    assert result.data.decode() in ("The new name then.", "The new title then.")
    one = fix_document(draft("The old name then."), MATCHER, rules=[Adding("a", "old name", "new one"), rules[1]])
    assert one.data.decode() == "The new one then."
    assert OVERLAPPING not in [dropped.reason for dropped in one.dropped]


class Jealous(Adding):
    """It reports its text in the second sentence where the first did not get what it wanted."""

    def check(self, document: Document, matches: Sequence[Match], options: RuleOptions) -> tuple[list[Finding], Summary | None]:
        text = document.parts[0].text
        return super().check(document, matches, options) if ("delta" in text) != ("beta" in text) or self.word == "beta" else ([], None)


def test_file_is_refused_where_a_sentence_is_still_worse_after_dropping() -> None:
    rules = [
        Adding("a", "alpha", "beta"),
        Adding("b", "gamma", "delta"),
        Jealous("c", "beta", "x", safe=False),
        Jealous("d", "delta", "x", safe=False),
    ]
    document = draft("An alpha here. A gamma there.")
    result = fix_document(document, MATCHER, rules=rules)
    assert result.refused
    assert (result.data, result.applied) == (document.data, ())
    assert [dropped.reason for dropped in result.dropped] == [GAINED, GAINED]


def test_fixes_that_undo_each_other_change_nothing() -> None:
    document = draft("ping here.")
    assert fix_document(document, MATCHER, rules=[Adding("a", "ping", "pong"), Adding("a", "pong", "ping")]).data == document.data


def test_fix_that_would_make_another_paragraph_is_dropped() -> None:
    document = draft("One word here, one name.")
    result = fix_document(document, MATCHER, rules=[Adding("a", "word", "word\n\nword"), Adding("b", "name", "title")])
    assert result.data.decode() == "One word here, one title."
    assert [dropped.reason for dropped in result.dropped] == [STRUCTURE]


def test_rules_from_outside_do_not_touch_quotations_either() -> None:
    document = draft("She said: “My word is my word, sir.” Another word.")
    result = fix_document(document, MATCHER, rules=[Adding("a", "word", "bond")])
    assert result.data.decode() == "She said: “My word is my word, sir.” Another bond."


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.booleans(), st.sampled_from(["draft.txt", "draft.md"]), st.sampled_from(["", "en", "ja"]))
def test_fixing_a_fixed_file_changes_nothing(text: str, suggested: bool, path: str, language: str) -> None:
    once = fix_document(draft(text, path=path, language=language), MATCHER, suggested=suggested).data
    assert fix_document(draft(once, path=path, language=language), MATCHER, suggested=suggested).data == once


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.booleans(), st.sampled_from(["draft.txt", "draft.md"]))
def test_bytes_outside_the_edits_are_as_they_were(text: str, suggested: bool, path: str) -> None:
    document = draft(text, path=path)
    result = fix_document(document, MATCHER, suggested=suggested)
    assert bool(result.applied) == (result.data != document.data)
    replayed = document.parts[0].text
    for number in range(1 + max((applied.round for applied in result.applied), default=0)):
        edits = sorted(edit for applied in result.applied if applied.round == number for edit in applied.fix.edits)
        assert all(one.end <= two.start for one, two in pairwise(edits))
        for edit in reversed(edits):
            replayed = replayed[: edit.start] + edit.text + replayed[edit.end :]
    assert result.data.decode() == replayed


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.booleans())
def test_no_safe_fix_is_left_and_no_finding_is_added(text: str, suggested: bool) -> None:
    document = draft(text)
    local = [rule for rule in RULES if not rule.document_level]
    before = lint_document(document, MATCHER, rules=local)
    result = fix_document(document, MATCHER, suggested=suggested, rules=local)
    assert len(result.report.findings) <= len(before.findings)


def test_diff_shows_the_changed_lines_and_the_missing_last_line_end() -> None:
    document = draft("One.\r\nAn intelligence protection agreement.\r\nThree.")
    shown = diff(document, fix_document(document, MATCHER).data)
    assert shown == (
        "--- draft.txt\n+++ draft.txt\n@@ -1,3 +1,3 @@\n One.\r\n-An intelligence protection agreement.\r\n"
        "+An information security agreement.\r\n Three.\n\\ No newline at end of file\n"
    )
    assert diff(document, document.data) == ""


def test_diff_keeps_to_line_ends_of_editors() -> None:
    document = draft("a\u2028b\fc\nAn intelligence protection agreement.\n")
    assert "a\u2028b\fc\n" in diff(document, fix_document(document, MATCHER).data)
    assert difflib  # the module that makes the diff would split there


def test_written_file_keeps_its_mode_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_symbolic_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    target = tmp_path / "target.txt"
    target.write_bytes(b"old")
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_new_file_can_be_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / "new.txt", b"new")
    assert (tmp_path / "new.txt").read_bytes() == b"new"


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "write.full"), (errno.EACCES, "write.denied"), (errno.EIO, "write.failed")])
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, code: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(WriteError) as caught:
        write_atomically(path, b"new")
    assert caught.value.code == code
    assert str(path) in str(caught.value)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(WriteError):
        write_atomically(tmp_path / "folder", b"new")


@pytest.mark.skipif(sys.platform == "win32" or getattr(os, "geteuid", lambda: 1)() == 0, reason="needs a user who can be refused")
def test_write_protected_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(WriteError):
        write_atomically(path, b"new")
