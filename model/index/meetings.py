"""The archive's meetings: the first that a start asks for, so this room needs nothing that searching needs."""

import datetime
from dataclasses import dataclass
from pathlib import Path

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


def meetings(index: Index) -> tuple[MeetingRow, ...]:
    """Every meeting, newest first."""
    with asking(index):
        rows = index.ask(
            "select m.id, path, short_name, no, year, date, b.name, status from meeting m join body b on b.id = m.body"
            " order by date desc, year desc, no desc"
        )
    return tuple(MeetingRow(r[0], Path(r[1]), r[2], r[3], r[4], _day(r[5]), r[6], r[7]) for r in rows)


def _day(value: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(value) if value else None
