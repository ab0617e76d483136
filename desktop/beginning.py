"""How a new set of minutes begins: from the last one of the same body, or from nothing."""

import datetime
from dataclasses import replace

from model.record import ids as prefix
from model.record.blocks import Item, Signature
from model.record.ids import IdSource
from model.record.meeting import Meeting
from model.record.minutes import Body, Minutes
from model.record.people import Attendance, Attendee
from model.record.roster import composed
from model.record.style import HOUSE, StyleProfile


def body_code(name: str) -> str:
    """A short code for a body that has none: the first letters of its words, or of its only word."""
    words = [word for word in name.casefold().split() if word]
    letters = words[0][:4] if len(words) == 1 else "".join(word[0] for word in words)
    return "".join(sign for sign in letters if sign.isalnum()) or "org"


def next_number(last: Minutes | None, year: int) -> int:
    """The number after the last one of the same year; the first of a year is 1."""
    if last is None or last.number is None or last.year != year:
        return 1
    return last.number + 1


def first(ids: IdSource, body: Body, number: int, year: int, day: datetime.date) -> Minutes:
    """Minutes with nothing before them: an empty first item."""
    return replace(_begun(ids, body, HOUSE, number, day), year=year)


def succeeding(last: Minutes, ids: IdSource, number: int, year: int, day: datetime.date) -> Minutes:
    """Minutes of the same body and style, with last time's people as present and the same places to sign."""
    begun = _begun(ids, last.body, last.style, number, day)
    signatures = tuple(
        Signature(ids.new(prefix.SIGNATURE), sign.role, sign.label, sign.name, sign.title) for sign in last.signatures
    )
    return replace(begun, year=year, series=last.series, attendance=_people(last, ids), signatures=signatures)


def _begun(ids: IdSource, body: Body, style: StyleProfile, number: int, day: datetime.date) -> Minutes:
    from model.language.meetings import compose_line

    meeting = Meeting(ids.new(prefix.MEETING), date=day)
    return Minutes(
        id=ids.new(prefix.MINUTES),
        body=body,
        meeting=replace(meeting, line=compose_line(meeting, style)),
        number=number,
        year=day.year,
        blocks=(Item(ids.new(prefix.ITEM)),),
        style=style,
    )


def _people(last: Minutes, ids: IdSource) -> Attendance:
    """Everybody who belongs to the body, those who were away last time too; guests were guests of that meeting."""
    lists = (last.attendance.present, last.attendance.apologies)
    entries = tuple(
        _fresh(entry, ids) for people in lists if people for entry in people.entries if not entry.collective
    )
    if not entries:
        return Attendance()
    return Attendance(present=composed(entries, last.style))


def _fresh(entry: Attendee, ids: IdSource) -> Attendee:
    return replace(entry, id=ids.new(prefix.PERSON), stays=(), note=None, group=None)
