"""The header rows: a typed line becomes a command that keeps it as printed and reads what it says."""

import datetime
import re
from dataclasses import replace

from model.edit.attend import SetPeople
from model.edit.command import Command
from model.edit.head import SetMeeting, SetNumber, SetTitle
from model.edit.together import Together
from model.record import printing
from model.record.ids import GUESTS, MEETING_LINE, TITLE, IdSource, NodeId
from model.record.minutes import Minutes
from model.record.people import PeopleList
from model.record.text import Text, clean

_NUMBERED = re.compile(r"(.+) protokoll(?: (\d{1,4})/(\d{4}))?", re.IGNORECASE)


def one_line(words: str) -> str:
    """`words` as a header row may hold them: clean, on one line."""
    return clean(words).replace("\n", " ")


def near_day(minutes: Minutes) -> datetime.date:
    """The day that a day without a year lies near: today, or the middle of the year that the minutes are of."""
    today = datetime.date.today()
    return today if minutes.year in (None, today.year) else datetime.date(minutes.year or today.year, 7, 1)


def write_row(minutes: Minutes, row: NodeId, plain: str, ids: IdSource) -> Command:
    """The command that gives the header row `row` the line `plain`."""
    line = one_line(plain)
    if row == TITLE:
        return _title(minutes, line)
    if row == MEETING_LINE:
        return _meeting(minutes, line)
    return _people(minutes, row, line, ids)


def _title(minutes: Minutes, line: str) -> Command:
    """Number and year when the line reads as the body's own title, else a title of its own."""
    found = _NUMBERED.fullmatch(line)
    if found and found[1] == minutes.body.genitive:
        number, year = (int(found[2]), int(found[3])) if found[2] else (None, None)
        numbered = SetNumber(number, year, minutes.series)
        after = numbered.apply(minutes)
        if printing.title(after) == line:
            return numbered
        return Together((numbered, SetTitle(line)))
    return SetTitle(line)


def _meeting(minutes: Minutes, line: str) -> Command:
    """As old minutes are read; a line typed in a hurry ("fre 27/11 9-1145 …") says its times in no other way."""
    from model.language.meetingline import understood
    from model.language.meetings import read_meeting_line

    read = read_meeting_line(line, minutes.meeting)
    if read.start is None:
        hurried = understood(line, minutes.meeting, minutes.style, near_day(minutes)).meeting
        read = hurried if hurried.start is not None else read
    return SetMeeting(replace(read, line=line))


def _people(minutes: Minutes, row: NodeId, line: str, ids: IdSource) -> Command:
    from model.language.people import read_people

    if not line:
        return SetPeople(row, None)
    read = read_people(line, ids, minutes.people(row), role="guest" if row == GUESTS else None)
    return SetPeople(row, read if read.line.plain == line else PeopleList(Text(line)))
