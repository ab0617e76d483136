"""Time expressions that say no date outright: meeting rules, next week, the turn of the year, terms of office."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from model.language.calendar import MONTH, WEEKDAY, day_of, month_number, nearest, weekday_stem

Reading: TypeAlias = tuple[str, Literal["day", "week", "month", "year", "interval", "rule", "relative"], bool]
"""EDTF value, precision, year inferred."""

_PLAN = re.compile(
    r"(?:plan|planer|kalender|kalendarium|dagar|schema|tider|agenda)\s+(?:för\s+)?((?:19|20)\d\d)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds an expression: the whole text, and the day that a missing year lies near."""

    text: str
    near: datetime.date | None

    def day(self, month: int, day: int, year: str | None, *, past: bool = False) -> datetime.date | None:
        """The date; a missing year is the one nearest `near`."""
        if year:
            return day_of(int(year), month, day)
        return nearest(month, day, self.near, past=past) if self.near else None

    def dated(self, month: int, day: int, year: str | None, *, past: bool = False) -> Reading | None:
        """The reading of a day and a month."""
        found = self.day(month, day, year, past=past)
        return (found.isoformat(), "day", year is None) if found else None

    def plan_year(self, before: int) -> int | None:
        """The year of a plan of meetings that the text has named earlier ("mötesplan 2012")."""
        years = _PLAN.findall(self.text[:before])
        return int(years[-1]) if years else None


def _rule(match: re.Match[str], context: Context) -> Reading | None:
    """`sista torsdagen i varje månad utom juni och juli` → `R/2012:sista torsdagen; ej 06,07`."""
    year = context.plan_year(match.start()) or (context.near.year if context.near else None)
    if year is None:
        return None
    months = re.findall(MONTH, match["not"] or "", re.IGNORECASE)
    without = "; ej " + ",".join(f"{month_number(month):02}" for month in months) if months else ""
    words = f"{match['which'].casefold()} {weekday_stem(match['day'])}en"
    return f"R/{year}:{words}{without}", "rule", True


def _week(by: int) -> Callable[[re.Match[str], Context], Reading | None]:
    def read(_: re.Match[str], context: Context) -> Reading | None:
        if context.near is None:
            return None
        year, week, _day = (context.near + datetime.timedelta(weeks=by)).isocalendar()
        return f"{year}-W{week:02}", "relative", True

    return read


def _turn(_: re.Match[str], context: Context) -> Reading | None:
    """The turn of the year that lies nearest: in spring the last one, else the next."""
    if context.near is None:
        return None
    year = context.near.year - (context.near.month <= 3)
    return f"{year}-12-31/{year + 1}-01-01", "relative", True


def _this_year(_: re.Match[str], context: Context) -> Reading | None:
    return (str(context.near.year), "relative", True) if context.near else None


def _next_year(_: re.Match[str], context: Context) -> Reading | None:
    return (str(context.near.year + 1), "relative", True) if context.near else None


def _term(_: re.Match[str], context: Context) -> Reading | None:
    """The term of office: four years from the election in 1994, 1998 … (kommunallagen)."""
    if context.near is None:
        return None
    first = context.near.year - (context.near.year - 1994) % 4
    return f"{first}/{first + 4}", "relative", True


def _decade(match: re.Match[str], _: Context) -> Reading | None:
    return f"{match['c'][:3]}X", "relative", False


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


LOOSE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Context], Reading | None]], ...] = (
    (
        _compiled(
            rf"\b(?P<which>första|andra|tredje|fjärde|sista)\s+(?P<day>{WEEKDAY})\s+i\s+(?:varje\s+månad|månaden)"
            rf"(?:,?\s+(?:utom|förutom|ej|men\s+inte)\s+(?:i\s+)?(?P<not>{MONTH}(?:(?:\s?,\s?|\s+och\s+|\s+samt\s+){MONTH})*))?"
        ),
        _rule,
    ),
    (_compiled(r"\b(?:i\s+)?nästa\s+vecka\b"), _week(1)),
    (_compiled(r"\b(?:i\s+)?förra\s+veckan\b"), _week(-1)),
    (_compiled(r"\b(?:vid|efter|före|till|kring)\s+årsskiftet\b"), _turn),
    (_compiled(r"\bdet\s+gångna\s+året\b|\bunder\s+innevarande\s+år\b|\bi\s+år\b"), _this_year),
    (_compiled(r"\bnästa\s+år\b"), _next_year),
    (_compiled(r"\bunder\s+(?:hela\s+)?mandatperioden\b"), _term),
    (_compiled(r"\b(?:i\s+)?(?:början|mitten|slutet)\s+av\s+(?P<c>(?:19|20)\d0)-talet\b"), _decade),
)
