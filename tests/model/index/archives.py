"""Small archives for tests: minutes written in one line, saved as a person's are."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from model.record.blocks import Block
from model.record.ids import NodeId
from model.record.meeting import Meeting
from model.record.minutes import Body, Minutes
from model.store.archive import Archive
from model.store.minutesfile import save
from tests.builders import KDG, minutes


def made(number: int, day: str, *blocks: Block | Iterable[Block], body: Body = KDG) -> Minutes:
    """Minutes number `number` of the meeting on `day`."""
    date = datetime.date.fromisoformat(day)
    base = minutes(*blocks, number=number, year=date.year)
    ids = f"p-{number:02}{date:%y%m%d}{body.code}"
    return replace(base, id=NodeId(ids), body=body, meeting=Meeting(NodeId("m-" + ids), date))


def archive(folder: Path, *records: Minutes) -> Archive:
    """An archive that holds `records`."""
    there = Archive.create(folder, KDG)
    for record in records:
        put(there, record)
    return there


def put(there: Archive, record: Minutes) -> Path:
    """Save a record where new minutes go."""
    path = there.place_for(record)
    save(path, record, None)
    return path
