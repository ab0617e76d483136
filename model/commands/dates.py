"""The days of a set of minutes as calendar entries: the meeting, those it plans, and what is due."""

import datetime
from collections.abc import Iterator

from model.index.rows import Promise, Ref
from model.index.said import promises, references
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.record.printing import address
from model.sentences import due_by, meeting_of
from model.word.calendar import Entry, to_ics


def calendar_of(minutes: Minutes, stamp: datetime.datetime) -> str:
    """The `.ics` of `minutes`."""
    return to_ics(entries(minutes), stamp)


def entries(minutes: Minutes) -> Iterator[Entry]:
    """The meeting itself, each coming meeting of the body that is named once, and each promise that has a day."""
    meeting, name = minutes.meeting, minutes.body.name
    if meeting.date:
        place = ", ".join(part for part in (meeting.place.room, meeting.place.street, meeting.place.town) if part)
        yield Entry(
            minutes.id, meeting.date, meeting_of(name, minutes.short_name), "", meeting.start, meeting.end, place
        )
    yield from _planned(minutes, name)
    for said in promises(minutes):
        if isinstance(said, Promise) and said.deadline and len(said.deadline) == 10:
            where = address(minutes, NodeId(said.node))
            day = datetime.date.fromisoformat(said.deadline)
            yield Entry(f"{minutes.id}-{said.node}-{said.deadline}", day, due_by(said.who, said.words), where)


def _planned(minutes: Minutes, name: str) -> Iterator[Entry]:
    said = [ref for ref in references(minutes) if isinstance(ref, Ref)]
    moved = {str(ref.value).split("/")[0] for ref in said if ref.kind == "move"}
    days = {str(ref.value) for ref in said if ref.kind == "date" and ref.direction == 1 and ref.body == ""}
    for day in sorted(days - moved):
        yield Entry(f"{minutes.body.code}-{day}", datetime.date.fromisoformat(day), meeting_of(name))
