"""The line "Tid/Plats" as it is typed: "fre 27/11 9-1145 Drottninggatan 7 Helsingborg" becomes date, times and place.

What `meetings` reads of old minutes is stricter, for there a number may be anything. Here somebody has just typed it,
and sees at once how it was understood.
"""

import datetime
import re
from dataclasses import dataclass, replace
from typing import Literal

from model.language import clocktimes, dates
from model.language.calendar import WEEKDAYS, day_of, nearest
from model.language.clocktimes import TimesFound
from model.language.holidays import holiday, is_weekend
from model.language.hurried import spelled
from model.language.meetings import compose_line, read_place
from model.language.municipalities import municipality
from model.record.meeting import Meeting, Place
from model.record.style import StyleProfile

_SHORT = {"mån": 0, "tis": 1, "ons": 2, "tor": 3, "tors": 3, "fre": 4, "lör": 5, "sön": 6}
_WEEKDAY = re.compile(
    rf"(?i)\b(?P<day>{'|'.join(WEEKDAYS)}|{'|'.join(sorted(_SHORT, key=len, reverse=True))})(?:en)?\b\.?(?:\s+den\b)?,?"
)
_BARE_DAY = re.compile(r"^\s*(?:den\s+)?(?P<d>[0-3]?\d)(?::?[ea])?(?=\s|$|,)(?!\s*[-–]\s?\d)")
_ISO_SHORT = re.compile(r"^\s*(?P<m>[01]\d)-?(?P<d>[0-3]\d)(?=\s|$|,)")
_STREET_END = re.compile(
    r"(?i)\w(?:gatan|vägen|väg|gata|torget|torg|gränd|allén|allé|plan|stigen|backen|platsen|esplanaden|kajen|leden|parken|"
    r"ringen)\s*$|\b(?:rum|sal|lokal|nr|nummer|plan|våning|hus)\s*$"
)
_AFTER_NUMBER = re.compile(r"^(?P<street>.+?\D\s\d+\s?[a-zA-Z]?(?:[-–]\d+)?)[ ]+(?P<town>[A-ZÅÄÖ].*)$")

_LABEL = re.compile(
    r"(?i)(?:^|,|\b)\s*(?:plats och tid|tid och plats|tid/plats)\b:?|(?:^|,)\s*(?:tid|plats)\b:?(?=[\s,])"
)
_HOUR = re.compile(r"^[\s,]*,[\s,]*(?P<hour>[7-9]|1\d|2[0-2])(?=\s*$|,|\s+[^\W\d])")
"""A place stands where the day was."""

NoteKind = Literal["weekday", "holiday", "weekend", "past"]
PAST = datetime.timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Note:
    """Something to say softly of a meeting's day; `words` is the weekday that it is, or the holiday's name."""

    kind: NoteKind
    words: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """The meeting that a typed line says, its line printed in the style, and what to say softly of it."""

    meeting: Meeting
    notes: tuple[Note, ...] = ()


def understood(line: str, meeting: Meeting, style: StyleProfile, today: datetime.date) -> Understood:
    """How `line` is understood. A missing year is the one that lies nearest the meeting's day, or `today`.

    Without a date that was understood, and for a meeting of several days, the line stays as typed. Reading the printed
    line again gives the same meeting. A weekday and a day alone ("fre 27") are the next such day.
    """
    words = spelled(" ".join(line.split()), today)
    near = meeting.date or today
    said, bare = _weekday(words)
    day, end_day, rest = _day(bare, near, said)
    times = clocktimes.find_range(rest, taken=_STREET_END) or _hour_alone(rest)
    begins, ends = (times.begins, times.ends) if times else (None, None)
    if times:
        rest = f"{rest[: times.start]} , {rest[times.end :]}"
    made = replace(meeting, date=day, end_date=end_day, start=begins, end=ends, place=_place(rest), line=line)
    if day is None:
        return Understood(made)
    if end_day is not None:
        return Understood(made, notes_on(day, said, today))
    return Understood(replace(made, line=compose_line(made, style)), notes_on(day, said, today))


def notes_on(day: datetime.date, said: int | None, today: datetime.date | None = None) -> tuple[Note, ...]:
    """What to say softly of `day`, of which the line said that it is the weekday `said` (0 is Monday)."""
    notes = []
    if said is not None and said != day.weekday():
        notes.append(Note("weekday", WEEKDAYS[day.weekday()]))
    name = holiday(day)
    if name:
        notes.append(Note("holiday", name))
    elif is_weekend(day):
        notes.append(Note("weekend", WEEKDAYS[day.weekday()]))
    if today is not None and today - day > PAST:
        notes.append(Note("past"))
    return tuple(notes)


def said_weekday(line: str) -> int | None:
    """The weekday that `line` names, 0 for Monday; None if it names none."""
    return _weekday(line)[0]


def _hour_alone(rest: str) -> TimesFound | None:
    """The hour that stands alone right after the day: "3/12 13 Teams"."""
    match = _HOUR.match(rest)
    return TimesFound(datetime.time(int(match["hour"])), None, *match.span("hour")) if match else None


def _weekday(words: str) -> tuple[int | None, str]:
    match = _WEEKDAY.search(words)
    if not match:
        return None, words
    name = match["day"].casefold()
    number = _SHORT.get(name, -1)
    rest = f"{words[: match.start()]} {words[match.end() :]}"
    return (number if number >= 0 else WEEKDAYS.index(name)), rest


def _day(words: str, near: datetime.date, said: int | None) -> tuple[datetime.date | None, datetime.date | None, str]:
    for found in dates.find(words, near):
        first, _, last = found.edtf.partition("/")
        if found.precision == "day" or (found.precision == "interval" and len(first) == 10 and len(last) == 10):
            end = datetime.date.fromisoformat(last) if last else None
            rest = f"{words[: found.start]} , {words[found.end :]}"
            return datetime.date.fromisoformat(first), end, rest
    return _month_and_day(words, near) if said is None else _bare_day(words, near, said)


def _bare_day(words: str, near: datetime.date, said: int) -> tuple[datetime.date | None, datetime.date | None, str]:
    """A day of the month alone, or a weekday alone: the next such day."""
    match = _BARE_DAY.match(words)
    if match:
        for month in range(near.month, near.month + 3):
            day = day_of(near.year + (month - 1) // 12, (month - 1) % 12 + 1, int(match["d"]))
            if day and day >= near:
                return day, None, words[match.end() :]
    ahead = (said - near.weekday()) % 7
    return near + datetime.timedelta(days=ahead), None, words


def _month_and_day(words: str, near: datetime.date) -> tuple[datetime.date | None, datetime.date | None, str]:
    match = _ISO_SHORT.match(words)
    day = nearest(int(match["m"]), int(match["d"]), near) if match else None
    return (day, None, words[match.end() :]) if match and day else (None, None, words)


def _place(words: str) -> Place:
    """The place in what is left; a street's town needs no comma, nor does a known municipality at the end."""
    bare = re.sub(r"\s*,(?:\s*,)*\s*", ", ", _LABEL.sub(", ", f" {words} ")).strip(" ,")
    if "," not in bare:
        bare = _parted(bare)
    return read_place(bare)


def _parted(words: str) -> str:
    street = _AFTER_NUMBER.match(words)
    if street:
        return f"{street['street']}, {street['town']}"
    parts = words.split(" ")
    for count in (3, 2, 1):
        tail = " ".join(parts[-count:])
        if len(parts) > count and tail[:1].isupper() and municipality(tail):
            head = " ".join(parts[:-count])
            return words if head.endswith((" i", " på")) else f"{head}, {tail}"
    return words
