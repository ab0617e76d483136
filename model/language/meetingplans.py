"""Plans of coming meetings: "Sammanträdesdagar 2023: 17/1, 14/2 och 21/3", "andra tisdagen i varje månad"."""

import datetime
import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from model.language.calendar import MONTH, WEEKDAY, day_of, month_number
from model.language.direction import Cue, choose, sentence
from model.language.wordforms import nth_weekday

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


_ANNOUNCES = re.compile(
    r"(?i)^(?:\d+[.)]?\s+)?(?:(?:tid|datum|plats|dag)\w*\s+(?:och\s+\w+\s+)?för\s+)?(?:(?:nästa|nästkommande)\s+(?:ordinarie\s+)?(?:\w*möte|"
    r"\w*sammanträde|träff|sammankomst)\b|(?P<all>(?:kommande|planerade)\s+(?:\w*möten|\w*sammanträden|träffar)|"
    r"(?:mötes|sammanträdes|styrelsemötes)(?:tider|datum|dagar|plan))\b)"
)
"""A heading over the day of the body's next meeting, or over those of all that are planned."""

Announced: TypeAlias = Literal["next", "all"] | None


def announcement(heading: str) -> Announced:
    """What a heading announces: the body's next meeting, all that are planned, or none."""
    found = _ANNOUNCES.match(heading)
    return None if found is None else "all" if found["all"] else "next"


_RULE = re.compile(
    rf"(?i)\b(?P<n>näst\s+sista|första|andra|tredje|fjärde|sista)\s+(?P<d>{WEEKDAY})\s+(?:i\s+)?(?:varje\s+|var\s+)?"
    rf"månad(?:en)?(?:,?\s+(?:utom|förutom|ej|men\s+inte)\s+(?:i\s+)?(?P<not>{MONTH}(?:(?:\s?,\s?|\s+och\s+|\s+samt\s+)"
    rf"{MONTH})*))?"
)
_MEETS = re.compile(r"(?i)\b(?:\w*möten?a?|möts|mötas|träffas|sammanträd\w+|träffar(?:na)?)\b")
MONTHS_AHEAD = 12


def recurring(text: str, near: datetime.date | None) -> Iterator[datetime.date]:
    """The days of the coming year on which a rule in `text` puts meetings: "möts andra tisdagen i varje månad"."""
    for rule in _RULE.finditer(text) if near else ():
        first, last = sentence(text, rule.start(), rule.end())
        if (
            near is None
            or not _MEETS.search(text[first:last])
            or re.search(rf"(?i)\b{MONTH}\b", text[first : rule.start()])
        ):
            continue
        without = {month_number(name) for name in re.findall(MONTH, rule["not"] or "", re.IGNORECASE)}
        for ahead in range(MONTHS_AHEAD):
            year, month = near.year + (near.month + ahead) // 12, (near.month + ahead) % 12 + 1
            day = nth_weekday(year, month, rule["n"], rule["d"])
            if day is not None and month not in without:
                yield day
