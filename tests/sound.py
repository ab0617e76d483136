"""The prover: everything that must hold of every command, in one call."""

import json

from model.edit.command import Command, from_entry, to_entry
from model.edit.document import Document
from model.edit.patch import Patch
from model.record.difference import touched
from model.record.minutes import Minutes
from model.record.values import from_plain, to_plain
from model.store.reader import from_bytes
from model.store.writer import to_bytes


def assert_sound(command: Command, before: Minutes, after: Minutes | None = None) -> Minutes:
    """Apply `command` to `before` and prove the rest.

    The record is the expected one; undo gives the same object, redo an equal one; the journal's form of the command,
    and of the undo, lead to the same records; what is announced as touched is what differs; data and XML round trips.
    """
    entries: list[Command] = []
    heard = []
    document = Document(before, recorder=lambda entry, _made: entries.append(entry))
    document.observe(heard.append)
    happened = document.apply(command)
    made = document.minutes
    if after is not None:
        assert made == after
    assert happened == (made is not before)
    again = from_entry(json.loads(json.dumps(to_entry(command))))
    assert again == command
    assert again.apply(before) == made
    if happened:
        assert heard[-1].touched == touched(before, made)
        document.undo()
        assert document.minutes is before
        assert _replayed(before, entries) == before
        document.redo()
        assert document.minutes is made
        assert _replayed(before, entries) == made
    assert Patch.between(before, made).apply(before) == made
    assert Patch.between(made, before).apply(made) == before
    assert from_plain(Minutes, json.loads(json.dumps(to_plain(made)))) == made
    assert from_bytes(to_bytes(made)).minutes == made
    return made


def _replayed(first: Minutes, entries: list[Command]) -> Minutes:
    for entry in entries:
        first = from_entry(json.loads(json.dumps(to_entry(entry)))).apply(first)
    return first
