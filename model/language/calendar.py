"""The Swedish calendar's words, and which year a date without one means."""

import datetime
import re

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
_SHORT = {"jan": 1, "feb": 2, "febr": 2, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10,
          "nov": 11, "dec": 12}  # fmt: skip
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
ORDINALS = {
    "första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "sjunde": 7, "åttonde": 8, "nionde": 9,
    "tionde": 10, "elfte": 11, "tolfte": 12, "trettonde": 13, "fjortonde": 14, "femtonde": 15, "sista": 31,
}  # fmt: skip

MONTH = "(?:" + "|".join((*MONTHS, *(rf"{name}\b\.?" for name in sorted(_SHORT, key=len, reverse=True)))) + ")"
WEEKDAY = "(?:" + "|".join(f"{day}(?:en)?" for day in WEEKDAYS) + ")"
FUTURE = 0.8
"""Minutes speak more often of what is to come: a day ahead counts as four fifths of a day behind."""


def month_number(word: str) -> int:
    """1–12 for a month's name, whole or shortened."""
    folded = word.casefold().rstrip(".")
    return MONTHS.index(folded) + 1 if folded in MONTHS else _SHORT[folded]


def day_of(year: int, month: int, day: int) -> datetime.date | None:
    """The date, or None if there is no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def nearest(month: int, day: int, near: datetime.date, *, past: bool = False) -> datetime.date | None:
    """The day and month in the year that lies nearest `near`; with `past` the last one before it."""
    found = [d for year in (near.year - 1, near.year, near.year + 1) if (d := day_of(year, month, day)) is not None]
    if past:
        return max((d for d in found if d <= near), default=None)
    return min(found, key=lambda d: _distance(d, near), default=None)


def nearest_month(month: int, near: datetime.date) -> int:
    """The year in which `month` lies nearest `near`."""
    middle = nearest(month, 15, near)
    return middle.year if middle else near.year


def week_year(week: int, near: datetime.date) -> int:
    """The year in which week `week` lies nearest `near`."""
    found = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            found.append((datetime.date.fromisocalendar(year, week, 3), year))
        except ValueError:
            continue
    return min(found, key=lambda pair: _distance(pair[0], near), default=(near, near.year))[1]


def last_week(year: int) -> int:
    """The number of a year's last week, 52 or 53 (ISO 8601)."""
    return datetime.date(year, 12, 28).isocalendar().week


def compact_year(two: int) -> int:
    """The year of a date that prints two digits: 00–69 is this century."""
    return 2000 + two if two < 70 else 1900 + two


def weekday_stem(word: str) -> str:
    """`torsdag` of "Torsdagen"."""
    return re.sub("en$", "", word.casefold())


def _distance(day: datetime.date, near: datetime.date) -> float:
    days = (day - near).days
    return days * FUTURE if days >= 0 else -days
