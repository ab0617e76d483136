"""The smart line of the header: when and where, typed in a hurry."""

import datetime
from dataclasses import replace

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


THURSDAY = datetime.date(2026, 11, 26)


@pytest.mark.parametrize(("typed", "day", "times", "place"), [
    ("to 3 dec 13.00-15.30 Teams", "12-03", "13:00 15:30", "Teams"),
    ("27/11 kl 9 – 11:45, Rådhuset Höör, lokal Kullen", "11-27", "09:00 11:45", "Rådhuset Höör, lokal Kullen"),
    ("2026-12-03 0900-1200", "12-03", "09:00 12:00", ""), ("2026-12-03T13:00", "12-03", "13:00", ""),
    ("3/12 13-15 digitalt", "12-03", "13:00 15:00", "digitalt"),
    ("3/12 9.00 - 12.00 Zoom", "12-03", "09:00 12:00", "Zoom"),
    ("3 dec 13 Teams", "12-03", "13:00", "Teams"), ("3/12 26 kl 9", "12-03", "09:00", ""),
    ("lö 5/12 10-14 Folkets hus", "12-05", "10:00 14:00", "Folkets hus"), ("fr 27/11 9-11", "11-27", "09:00 11:00", ""),
    ("i morgon 9-12 Rådhuset", "11-27", "09:00 12:00", "Rådhuset"), ("idag 13", "11-26", "13:00", ""),
    ("i övermorgon kl 9", "11-28", "09:00", ""), ("på torsdag kl 13", "12-03", "13:00", ""),
    ("på fredag kl 13", "11-27", "13:00", ""), ("nästa tisdag 13-15", "12-01", "13:00 15:00", ""),
    ("v 50 ons 9-10", "12-09", "09:00 10:00", ""), ("torsdag v. 49 kl 9", "12-03", "09:00", ""),
    ("ti 1.12. 9-11", "12-01", "09:00 11:00", ""), ("1.12.2026 kl 9", "12-01", "09:00", ""),
    ("Teams 3/12 kl 9-10", "12-03", "09:00 10:00", "Teams"), ("kl 9-10 den 3/12", "12-03", "09:00 10:00", ""),
    ("fredag den 27:e november kl 9", "11-27", "09:00", ""), ("3 dec 2026 kl 1300-1530", "12-03", "13:00 15:30", ""),
    ("3/12 klockan 9 till 11", "12-03", "09:00 11:00", ""), ("to 3/12 9-12 rum 214", "12-03", "09:00 12:00", "rum 214"),
    ("3/12 kl 9.00-11.12.", "12-03", "09:00 11:12", ""), ("3/12", "12-03", "", ""),
    ("2026-12-03 Plats och tid: Stadshuset, kl 13-16", "12-03", "13:00 16:00", "Stadshuset"),
    ("Tid: 3/12 kl 9, Plats: Stadshuset", "12-03", "09:00", "Stadshuset"),
    ("må 7/12 8:30-10", "12-07", "08:30 10:00", ""),
])  # fmt: skip
def test_the_odd_ways_of_a_hurried_hand(typed: str, day: str, times: str, place: str) -> None:
    made = understood(typed, MEETING, HOUSE, THURSDAY).meeting
    said = " ".join(at.isoformat("minutes") for at in (made.start, made.end) if at)
    where = ", ".join(part for part in (made.place.room, made.place.street, made.place.town) if part)
    assert (made.date, said, where) == (datetime.date.fromisoformat(f"2026-{day}"), times, place)


@pytest.mark.parametrize("typed", ["15-16/12 Tylösand", "15–16 december 2026 Tylösand"])
def test_a_meeting_of_two_days(typed: str) -> None:
    made = understood(typed, MEETING, HOUSE, THURSDAY).meeting
    assert (made.date, made.end_date) == (datetime.date(2026, 12, 15), datetime.date(2026, 12, 16))


STOPPED = replace(CLASSIC, name="with a stop", meeting_stop=True)


def test_a_line_ends_with_a_stop_where_the_body_writes_so_and_it_is_whole() -> None:
    whole = understood("27/11 9-11 Rådhuset", MEETING, STOPPED, TODAY).meeting.line
    assert whole == "151127, Rådhuset kl 09.00–11.00."
    assert understood("27/11", MEETING, STOPPED, TODAY).meeting.line == "151127"


@pytest.mark.parametrize("style", [HOUSE, CLASSIC, STOPPED], ids=lambda s: s.name)
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
