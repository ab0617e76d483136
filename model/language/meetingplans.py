"""A plan of coming meetings in one line: "Sammanträdesdagar 2023: 17/1, 14/2, 21/3 och 18/4"."""

import datetime
import re

from model.language.calendar import MONTH, day_of, month_number
from model.language.direction import Cue, choose

_DAY = rf"(?:\d{{1,2}}/\d{{1,2}}|\d{{1,2}}\s+{MONTH})"
_PLAN = re.compile(
    r"(?i)\b(?:sammanträdes|mötes|styrelsemötes)(?:dagar|tider|datum|plan|schema)(?:na|en|t)?(?:\s+för)?"
    r"(?:\s+(?:våren|hösten|vårterminen|höstterminen|år))?(?:\s+(?P<year>20\d\d))?\s*:\s*"
    rf"(?P<days>{_DAY}(?:(?:\s*,\s*|\s+och\s+|\s+samt\s+){_DAY})*)"
)
_ONE = re.compile(rf"(?i)(?P<day>\d{{1,2}})(?:/(?P<figure>\d{{1,2}})|\s+(?P<month>{MONTH}))")


def planned(text: str, near: datetime.date | None) -> list[tuple[int, int, datetime.date]]:
    """The days of every plan in `text`, by place; a plan that names no year means the days that come next."""
    found = []
    for plan in _PLAN.finditer(text):
        for match in _ONE.finditer(text, *plan.span("days")):
            month = int(match["figure"]) if match["figure"] else month_number(match["month"])
            day = _day(plan["year"], month, int(match["day"]), near)
            if day is not None:
                found.append((match.start(), match.end(), day))
    return found


def _day(year: str | None, month: int, day: int, near: datetime.date | None) -> datetime.date | None:
    if year:
        return day_of(int(year), month, day)
    return choose(month, day, near, Cue(1, 12.0)) if near else None
