"""Random scripts of commands, undo and redo: the journal's replay is the record at every step, and nothing breaks."""

import json

from hypothesis import given
from hypothesis import strategies as st

from model.edit.command import Command, from_entry, to_entry
from model.edit.document import Document
from model.record.difference import touched
from model.record.minutes import Minutes, UnknownNodeError
from model.record.tree import derive, flatten
from model.store.minutesfile import faithful_bytes
from model.store.reader import NOWHERE, from_bytes
from tests.strategies import SOME_RUNS, commands, records


@SOME_RUNS
@given(records(), st.data())
def test_the_journal_replayed_is_the_record_at_every_step(first: Minutes, data: st.DataObject) -> None:
    replayed = [first]

    def record(entry: Command, made: Minutes) -> None:
        again = from_entry(json.loads(json.dumps(to_entry(entry))))
        replayed.append(again.apply(replayed[-1]))
        assert made == replayed[-1]

    document = Document(first, recorder=record)
    for _ in range(data.draw(st.integers(1, 12), label="steps")):
        _step(document, data)
        assert replayed[-1] == document.minutes
        assert tuple(flatten(derive(document.minutes.blocks))) == document.minutes.blocks
    while document.can_redo:
        document.redo()
    last = document.minutes
    while document.can_undo:
        document.undo()
        assert replayed[-1] == document.minutes
    assert document.minutes is first
    while document.can_redo:
        document.redo()
    assert document.minutes is last
    assert replayed[-1] == last


@SOME_RUNS
@given(records(), st.data())
def test_whatever_was_done_can_be_saved_and_read_back(first: Minutes, data: st.DataObject) -> None:
    document = Document(first)
    for _ in range(data.draw(st.integers(1, 8), label="steps")):
        _step(document, data)
    assert from_bytes(faithful_bytes(document.minutes, NOWHERE)).minutes == document.minutes


@SOME_RUNS
@given(records(), st.data())
def test_what_is_announced_is_what_differs(first: Minutes, data: st.DataObject) -> None:
    document, heard = Document(first), []
    document.observe(heard.append)
    for _ in range(5):
        before = document.minutes
        _step(document, data)
        if document.minutes is not before:
            assert heard[-1].before is before
            assert heard[-1].touched == touched(before, document.minutes)
    changed = {block.id for block in first.blocks} ^ {block.id for block in document.minutes.blocks}
    assert changed <= frozenset().union(*(change.touched for change in heard))


def _step(document: Document, data: st.DataObject) -> None:
    """An undo, a redo or some command; one that names nothing, or an id twice, leaves all as it was."""
    choice = data.draw(st.integers(0, 9), label="undo, redo or a command")
    if choice < 2:
        document.undo() if choice else document.redo()
        return
    command, before = data.draw(commands(document.minutes), label="command"), document.minutes
    try:
        made = command.apply(before)
    except UnknownNodeError:
        assert document.minutes is before
        return
    ids = [block.id for block in made.blocks]
    people = (made.attendance.present, made.attendance.apologies, made.attendance.guests)
    entries = [entry.id for own in people if own for entry in own.entries]
    if len(set(ids)) == len(ids) and len(set(entries)) == len(entries):
        document.apply(command)
