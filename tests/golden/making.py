"""Makes a journal with every command of the prover's table: `python -m tests.golden.making journal-2`.

A journal of a released version is never made anew; a new command gets a journal of its own beside it.
"""

import sys
from pathlib import Path

from model.edit.command import Command, to_entry
from model.edit.patch import Patch
from model.record.minutes import Minutes
from model.record.values import to_plain
from model.store.frames import frame
from model.store.writer import to_bytes
from tests.model.edit.test_commands import CASES, full_minutes

HERE = Path(__file__).parent


def journal(first: Minutes, commands: list[Command]) -> tuple[bytes, Minutes]:
    """A segment with each command done to `first` and taken back, the last left done; and the record it leads to."""
    head = {
        "format": 1, "session": "golden", "segment": 1, "n": 0, "why": "open", "saved": 0, "continues": None,
        "at": "2015-06-12T09:30:00", "owner": {"machine": "0", "host": "h", "user": "u", "pid": 1, "started": "x"},
        "record": first.id, "base": None, "path": None, "minutes": to_plain(first),
    }  # fmt: skip
    data, check = frame(head, 0)
    made = first
    entries = [entry for command in commands for entry in (command, Patch.between(command.apply(first), first))][:-1]
    for number, entry in enumerate(entries, 1):
        made = entry.apply(made)
        line, check = frame({"n": number, "entry": to_entry(entry)}, check)
        data += line
    return data, made


if __name__ == "__main__":
    written, record = journal(full_minutes(), CASES)
    (HERE / f"{sys.argv[1]}.journal").write_bytes(written)
    (HERE / f"{sys.argv[1]}.xml").write_bytes(to_bytes(record))
