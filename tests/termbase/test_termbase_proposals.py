"""The queue of proposals: what is written comes back, readers pass it over, and a subject file of that name is no secret loss."""

from __future__ import annotations

from typing import Any

import pytest

from glossary.errors import TermbaseError
from glossary.termbase.changes import Action, Change
from glossary.termbase.folders import content_hash
from glossary.termbase.proposals import Proposal, Queue, queue_path, queue_text, read_queue
from glossary.termbase.reader import load

ENTRY = "concepts:\n  - {id: a, terms: {en: [A]}}\n"
CHANGES = [
    Change(
        action=Action.ADD_CONCEPT,
        concept="b",
        fields={"kind": "place", "subject": "s", "terms": {"en": [{"text": "B", "status": "admitted"}]}},
    ),
    Change(action=Action.CHANGE_CONCEPT, concept="a", fields={"note": {"en": "a: b"}}, without=("kind", "posts")),
    Change(action=Action.REMOVE_CONCEPT, concept="a"),
    Change(action=Action.ADD_TERM, concept="a", language="ja", text="エー", type="short", fields={"text": "エー", "type": "short"}),
    Change(action=Action.CHANGE_TERM, concept="a", language="en", text="A", number=1, fields={"status": "preferred"}),
    Change(action=Action.REMOVE_TERM, concept="a", language="en", text="A", type="acronym"),
]
SAID: dict[str, Any] = {"file": "b", "by": "Aki", "date": "2026-01-02", "note": "Why: so."}
DONE: dict[str, Any] = {**SAID, "outcome": "rejected", "reason": "no", "decided_by": "Ed", "decided": "2026-02-03"}


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.action.value)
def test_a_proposal_comes_back_as_it_was(change, folder):
    path = folder({"a.yaml": ENTRY})
    queue = Queue(proposals=(Proposal(number=3, change=change, **SAID),), closed=(Proposal(number=1, change=change, **DONE),))
    queue_path(path).write_text(queue_text(path, queue), "utf-8")
    assert read_queue(path) == queue
    assert queue.next_number == 4


def test_a_queue_that_is_not_there_is_empty(folder):
    path = folder({"a.yaml": ENTRY})
    assert read_queue(path) == Queue()
    assert Queue().next_number == 1
    assert queue_text(path, Queue()) == "proposals: []\n"


def test_comments_in_the_queue_stay(folder):
    path = folder({"proposals.yaml": "# ours\nproposals:\n  - {number: 1, action: remove-concept, concept: a}  # really?\n"})
    queue = read_queue(path)
    more = Queue(proposals=(*queue.proposals, Proposal(number=2, change=CHANGES[2], by="x")))
    assert queue_text(path, more) == (
        "# ours\nproposals:\n  - {number: 1, action: remove-concept, concept: a}  # really?\n"
        "  - number: 2\n    action: remove-concept\n    concept: a\n    by: x\n"
    )


def test_readers_pass_the_queue_over(folder):
    path = folder({"a.yaml": ENTRY})
    before, digest = load([path]), content_hash(path)
    queue_path(path).write_text("proposals: [{number: 1, action: add-term, concept: a}]\n")
    assert load([path]) == before
    assert content_hash(path) == digest


def test_a_subject_file_with_the_name_of_the_queue_is_an_error(folder, problems):
    found = problems(folder({"proposals.yaml": "subject: proposals\n" + ENTRY}))
    assert [problem.code for problem in found] == ["termbase.queue-name"]


@pytest.mark.parametrize(("text", "code"), [
    ("proposals: [{number: one, action: add-term, concept: a}]\n", "termbase.bad-number"),
    ("proposals: [{number: 1, action: add, concept: a}]\n", "termbase.choice"),
    ("proposals: [{number: 1, action: add-term}]\n", "termbase.required"),
    ("proposals: [{number: 1, action: change-term, concept: a, term: {sttus: x}}]\n", "termbase.unknown-field"),
    ("waiting: []\n", "termbase.unknown-field"),
])  # fmt: skip
def test_a_queue_that_cannot_be_read_says_where(text, code, folder):
    path = folder({"a.yaml": ENTRY, "proposals.yaml": text})
    with pytest.raises(TermbaseError) as caught:
        read_queue(path)
    assert code in {problem.code.removesuffix("-guess") for problem in caught.value.problems}


def test_the_queue_of_a_single_file_is_beside_it(tmp_path):
    (tmp_path / "a.yaml").write_text(ENTRY)
    assert queue_path(tmp_path / "a.yaml") == tmp_path / "proposals.yaml"
