"""The smart line of the header: when and where, typed in a hurry."""

import datetime

import pytest

from model.language.clocktimes import read
from model.language.meetingline import Note, understood
from model.record.ids import NodeId
from model.record.meeting import Meeting, Place
from model.record.style import CLASSIC, HOUSE, StyleProfile

MEETING = Meeting(NodeId("m-222222"))
TODAY = datetime.date(2015, 11, 20)


def at(hour: int, minute: int = 0) -> datetime.time:
    return datetime.time(hour, minute)


@pytest.mark.parametrize(("typed", "clock"), [
    ("845", at(8, 45)), ("0845", at(8, 45)), ("9.50", at(9, 50)), ("9:50", at(9, 50)), ("kl 9", at(9)), ("9", at(9)),
    ("kl. 13.05", at(13, 5)), ("1145", at(11, 45)), ("24", at(0)), ("från kl 8.45", at(8, 45)), ("klockan 10", at(10)),
    ("2575", None), ("870", None), ("nio", None), ("", None), ("25", None), ("12.5", None), ("4/2015", None),
])  # fmt: skip
def test_a_clock_time_is_typed_any_way(typed: str, clock: datetime.time | None) -> None:
    assert read(typed) == clock


@pytest.mark.parametrize(("typed", "day", "begins", "ends", "place"), [
    ("fre 27/11 9-1145 Drottninggatan 7 Helsingborg", "2015-11-27", at(9), at(11, 45),
     Place(None, "Drottninggatan 7", "Helsingborg", "Helsingborg")),
    ("27 nov 13.00–15 Sessionssalen Rådhuset Höganäs", "2015-11-27", at(13), at(15),
     Place("Sessionssalen Rådhuset", None, "Höganäs", "Höganäs")),
    ("fre 27 9-12 Teams", "2015-11-27", at(9), at(12), Place("Teams")),
    ("151127 kl 0900-1145, Kulturhuset, Storgatan 7-9, Åstorp", "2015-11-27", at(9), at(11, 45),
     Place("Kulturhuset", "Storgatan 7-9", "Åstorp", "Åstorp")),
    ("tis 1/12 kl 8.30 Upplands Väsby", "2015-12-01", at(8, 30), None,
     Place(None, None, "Upplands Väsby", "Upplands Väsby")),
    ("28/11 845-10 Sal 3-4", "2015-11-28", at(8, 45), at(10), Place("Sal 3-4")),
    ("15/1 9-10", "2016-01-15", at(9), at(10), Place()),
    ("fredag 9-11", "2015-11-20", at(9), at(11), Place()),
    ("2026-06-18 10-12", "2026-06-18", at(10), at(12), Place()),
])  # fmt: skip
def test_a_line_says_date_times_and_place(
    typed: str, day: str, begins: datetime.time, ends: datetime.time | None, place: Place
) -> None:
    made = understood(typed, MEETING, HOUSE, TODAY).meeting
    assert (made.date, made.start, made.end, made.place) == (datetime.date.fromisoformat(day), begins, ends, place)


@pytest.mark.parametrize("style", [HOUSE, CLASSIC], ids=lambda s: s.name)
@pytest.mark.parametrize(
    "typed", ["fre 27/11 9-1145 Drottninggatan 7 Helsingborg", "27/11", "1/12 kl 8 Rådhuset i Lund"]
)
def test_the_printed_line_reads_as_the_same_meeting(typed: str, style: StyleProfile) -> None:
    made = understood(typed, MEETING, style, TODAY).meeting
    assert understood(made.line, made, style, TODAY).meeting == made


def test_the_style_says_how_the_line_is_printed() -> None:
    typed = "fre 27/11 9-1145 Drottninggatan 7 Helsingborg"
    assert understood(typed, MEETING, HOUSE, TODAY).meeting.line == (
        "Fredag den 27 november 2015 kl. 9.00–11.45, Drottninggatan 7, Helsingborg"
    )
    assert understood(typed, MEETING, CLASSIC, TODAY).meeting.line == (
        "151127, Drottninggatan 7, Helsingborg kl 09.00–11.45"
    )


@pytest.mark.parametrize("typed", ["Sessionssalen", "", "17-18 september 2015 Hotell Riviera Båstad"])
def test_a_line_the_style_cannot_print_stays_as_typed(typed: str) -> None:
    assert understood(typed, MEETING, HOUSE, TODAY).meeting.line == typed


@pytest.mark.parametrize(("typed", "notes"), [
    ("fre 27/11 9-11", ()), ("tors 27/11 9-11", (Note("weekday", "fredag"),)),
    ("28/11 9-11", (Note("weekend", "lördag"),)), ("24/12", (Note("holiday", "julafton"),)),
    ("2026-06-19", (Note("holiday", "midsommarafton"),)), ("3 april 2026", (Note("holiday", "långfredagen"),)),
    ("1/9 2015", (Note("past"),)),
])  # fmt: skip
def test_an_odd_day_is_said_softly(typed: str, notes: tuple[Note, ...]) -> None:
    assert understood(typed, MEETING, HOUSE, TODAY).notes == notes
