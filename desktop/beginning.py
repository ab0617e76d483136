"""How a new set of minutes begins: from the last one of the same body, or from nothing."""

import datetime
from dataclasses import replace

from model.record import ids as prefix
from model.record.blocks import Item
from model.record.ids import IdSource
from model.record.meeting import Meeting
from model.record.minutes import Body, Minutes
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
    """Minutes of the same body and style, prepared from the last ones."""
    from model.commands.preparing import prepared
    from model.record.members import Register

    return prepared((last,), day, ids, Register(), number=number, year=year)


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
