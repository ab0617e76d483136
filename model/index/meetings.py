"""The archive's meetings: the first that a start asks for, so this room needs nothing that searching needs."""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from model.index.opened import Index, asking
from model.record.ids import NodeId


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One set of minutes in the archive."""

    id: NodeId
    path: Path
    short_name: str
    number: int | None
    year: int | None
    date: datetime.date | None
    body: str
    status: str


_SELECT = "select m.id, path, short_name, no, year, date, b.name, status from meeting m join body b on b.id = m.body"


def meetings(index: Index, start: int = 0, count: int = -1) -> tuple[MeetingRow, ...]:
    """The archive's meetings, newest first: all, or `count` of them from the `start`th on."""
    with asking(index):
        rows = index.ask(f"{_SELECT} order by date desc, year desc, no desc, m.id limit ? offset ?", count, start)
    return tuple(_meeting(row) for row in rows)


def meeting_at(index: Index, path: Path) -> MeetingRow | None:
    """The meeting whose record is `path`, as the list of all has it; None when it has gone."""
    with asking(index):
        rows = index.ask(f"{_SELECT} where path=?", str(path))
    return _meeting(rows[0]) if rows else None


def _meeting(row: tuple[Any, ...]) -> MeetingRow:
    day = datetime.date.fromisoformat(row[5]) if row[5] else None
    return MeetingRow(row[0], Path(row[1]), row[2], row[3], row[4], day, row[6], row[7])
