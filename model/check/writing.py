"""Rules on the words themselves: days, blanks, quotes, dashes. What the spelling finds is asked for by itself."""

from collections.abc import Iterator

from model.check.finding import Finding
from model.language.holidays import holiday, is_weekend
from model.language.slips import slips, without_year, wrong_weekdays
from model.record.blocks import words
from model.record.ids import APOLOGIES, GUESTS, MEETING_LINE, PRESENT, NodeId
from model.record.members import Register
from model.record.minutes import Minutes


def days(minutes: Minutes, _: Register) -> Iterator[Finding]:
    """A weekday that is not the date's (D04), a meeting when offices are closed, a day without its year (D02)."""
    day = minutes.meeting.date
    for node, text in _texts(minutes):
        for wrong in wrong_weekdays(text, day):
            yield Finding("weekday", node, wrong.weekday, wrong.start, wrong.end)
        for start, end in without_year(text, day) if node != MEETING_LINE else ():
            yield Finding("year-missing", node, text[start:end], start, end)
    if day is not None and (holiday(day) or is_weekend(day)):
        yield Finding("meeting-closed", MEETING_LINE, holiday(day) or "")


def typing(minutes: Minutes, _: Register) -> Iterator[Finding]:
    """Slips of the pen (D03, O04, T01–T08) and slots that were not filled in."""
    for node, text in _texts(minutes):
        for slip in slips(text):
            found = text[slip.start : slip.end]
            if slip.kind == "clock-form" and minutes.style.clock == "kl":
                continue
            yield _finding(slip.kind, node, found, slip.start, slip.end)


def _finding(kind: str, node: NodeId, found: str, start: int, end: int) -> Finding:
    return Finding(kind, node, found, start, end)


def _texts(minutes: Minutes) -> Iterator[tuple[NodeId, str]]:
    yield MEETING_LINE, minutes.meeting.line
    for row in (PRESENT, APOLOGIES, GUESTS):
        people = minutes.people(row)
        if people:
            yield row, people.line.plain
    for block in minutes.blocks:
        yield block.id, words(block).plain
