"""Time expressions in running Swedish text, read to EDTF (ISO 8601-2).

Every pattern is tried at every place; the longest reading of the earliest place wins, so "17-18 september 2015" is one
interval and not a month. A year that is not printed is inferred from `near` (the day of the meeting) and said to be
so; without `near` such an expression is not read at all, for it would be a guess.
"""

import datetime
import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from model.language.calendar import (
    MONTH,
    ORDINALS,
    WEEKDAY,
    compact_year,
    day_of,
    month_number,
    nearest_month,
    week_year,
)
from model.language.loosedates import LOOSE, Context, Reading

Precision = Literal["day", "week", "month", "year", "interval", "rule", "relative"]


class DateFound(NamedTuple):
    """A time expression: code points `start`–`end` (exclusive), EDTF value, precision, and if its year is inferred."""

    start: int
    end: int
    edtf: str
    precision: Precision
    inferred: bool = False


def find(text: str, near: datetime.date | None = None) -> list[DateFound]:
    """Every time expression of `text` in order, none overlapping; `near` is the day that a missing year lies near."""
    context = Context(text, near)
    found: list[DateFound] = []
    for pattern, read in _ALL:
        for match in pattern.finditer(text):
            reading = read(match, context)
            if reading is not None:
                start, end = match.span("all") if "all" in pattern.groupindex else match.span()
                found.append(DateFound(start, end, *reading))
    return _apart(found)


def _apart(found: list[DateFound]) -> list[DateFound]:
    result: list[DateFound] = []
    for date in sorted(found, key=lambda d: (d.start, -d.end)):
        if not result or date.start >= result[-1].end:
            result.append(date)
    return result


def _day(day: datetime.date | None, *, inferred: bool = False) -> Reading | None:
    return (day.isoformat(), "day", inferred) if day else None


def _iso(match: re.Match[str], _: Context) -> Reading | None:
    return _day(day_of(int(match["y"]), int(match["m"]), int(match["d"])))


def _compact(match: re.Match[str], context: Context) -> Reading | None:
    digits = re.sub(r"\D", "", match["c"])
    day = day_of(compact_year(int(digits[:2])), int(digits[2:4]), int(digits[4:]))
    if day is None or not 1990 <= day.year <= 2060:
        return None
    if context.near and abs(day.year - context.near.year) > 30:
        return None
    return _day(day)


def _long(match: re.Match[str], context: Context) -> Reading | None:
    day = int(match["d"]) if match["d"] else ORDINALS[match["o"].casefold()]
    return context.dated(month_number(match["m"]), day, match["y"], past=_looks_back(match, context))


def _slash(match: re.Match[str], context: Context) -> Reading | None:
    month, day = int(match["m"]), int(match["d"])
    if not 1 <= month <= 12:
        return None
    year = match["y"]
    if year and len(year) == 2:
        year = str(compact_year(int(year)))
    if not year and not (match["den"] or context.near):
        return None
    return context.dated(month, day, year)


def _days(match: re.Match[str], context: Context) -> Reading | None:
    """`17-18 september`, `30 maj–1 juni 2015`."""
    last = month_number(match["m2"])
    first = month_number(match["m1"]) if match["m1"] else last
    end = context.day(last, int(match["d2"]), match["y"])
    if end is None:
        return None
    start = day_of(end.year - (first > last), first, int(match["d1"]))
    if start is None or start >= end:
        return None
    return f"{start.isoformat()}/{end.isoformat()}", "interval", match["y"] is None


def _month(match: re.Match[str], context: Context) -> Reading | None:
    month = month_number(match["m"])
    if match["y"]:
        return f"{match['y']}-{month:02}", "month", False
    year = context.plan_year(match.start())
    if year is None and context.near:
        year = nearest_month(month, context.near)
    return (f"{year}-{month:02}", "month", True) if year else None


def _week(match: re.Match[str], context: Context) -> Reading | None:
    weeks = [int(number) for number in re.findall(r"\d+", match["w"])]
    if not all(1 <= week <= 53 for week in weeks):
        return None
    near = context.near
    if match["y"]:
        named = [f"{match['y']}-W{week:02}" for week in weeks]
    elif near:
        named = [f"{week_year(week, near)}-W{week:02}" for week in weeks]
    else:
        return None
    if len(named) == 1:
        return named[0], "week", not match["y"]
    joint = "/" if re.search("[-–]", match["w"]) and len(named) == 2 else "|"
    return joint.join(named), "week", not match["y"]


def _years(match: re.Match[str], _: Context) -> Reading | None:
    first, last = int(match["a"]), int(match["b"])
    if len(match["b"]) == 2:
        last += first // 100 * 100
    if not (1900 <= first < last <= 2100):
        return None
    return f"{first}/{last}", "interval", False


def _from_year(match: re.Match[str], _: Context) -> Reading | None:
    return f"{match['a']}/..", "interval", False


def _year(match: re.Match[str], _: Context) -> Reading | None:
    return match["a"], "year", False


def _looks_back(match: re.Match[str], context: Context) -> bool:
    return bool(re.search(r"\b(?:sedan|alltsedan|från och med)\s+(?:den\s+)?$", context.text[: match.start()], re.I))


_YEAR = r"(?:19|20)\d\d"
_TAIL = rf"(?:,?\s+\(?(?P<y>{_YEAR})\)?(?!\d|\s?(?:kr|tkr|kkr)\b))?"
_STRAY = r"(?<![\d.,–-])(?P<c>{})(?![\d]|[.,–-]\d)"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_ALL: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Context], Reading | None]], ...] = (
    (_compiled(rf"(?<![\d-])(?P<y>{_YEAR})-(?P<m>[01]\d)-(?P<d>[0-3]\d)(?!\d)"), _iso),
    (_compiled(rf"(?<![\d-])(?P<y>{_YEAR})(?P<m>[01]\d)(?P<d>[0-3]\d)(?![\d-])"), _iso),
    (
        _compiled(
            rf"(?<![\d.])(?:{WEEKDAY}\s+)?(?:den\s+)?(?P<d>[0-3]?\d)\.(?P<m>[01]?\d)\.(?P<y>(?:19|20)\d\d)(?![\d.]\d)"
        ),
        _iso,
    ),
    (_compiled(_STRAY.format(r"\d{6}")), _compact),
    (
        _compiled(r"(?:senast|möte[nt]?|mötet|den|till|på|inför)\s+(?P<all>(?P<c>\d\d\s\d{4}|\d{4}\s\d\d))(?![\d])"),
        _compact,
    ),
    (
        _compiled(
            rf"\b(?:{WEEKDAY}\s+)?(?:den\s+)?(?:(?P<d>\d{{1,2}})(?:\s?:?[ea])?|(?P<o>{'|'.join(ORDINALS)}))"
            rf"\s+(?P<m>{MONTH})\b{_TAIL}"
        ),
        _long,
    ),
    (
        _compiled(
            rf"(?<![\d/.])(?:{WEEKDAY}\s+)?(?P<den>den\s+)?(?P<d>[0-3]?\d)/(?P<m>[01]?\d)(?![\d/])"
            rf"(?:(?:[\s-]+|,\s?(?={_YEAR}))(?P<y>{_YEAR}|\d\d(?=\b)(?!\s*/))(?![\d.:]))?"
        ),
        _slash,
    ),
    (
        _compiled(
            rf"\b(?:den\s+)?(?P<d1>\d{{1,2}})(?:\s+(?P<m1>{MONTH}))?\s?(?:[-–]|till|och)\s?(?:den\s+)?(?P<d2>\d{{1,2}})"
            rf"\s+(?P<m2>{MONTH})\b{_TAIL}"
        ),
        _days,
    ),
    (_compiled(rf"\b(?P<m>{MONTH})\s+(?P<y>{_YEAR})(?!\d)"), _month),
    (_compiled(rf"\b(?:i|under|till|senast)\s+(?P<all>(?P<m>{MONTH})(?:\s+(?P<y>{_YEAR}))?)\b"), _month),
    (
        _compiled(
            rf"\b(?:vecka|veckorna|v\.?)\s?(?P<w>\d{{1,2}}(?:\s?(?:,|och|eller|samt|[-–])\s?\d{{1,2}})*)\b(?:[\s,]+(?P<y>{_YEAR}))?"
        ),
        _week,
    ),
    (_compiled(rf"(?<![\d.,/-])(?P<a>{_YEAR})\s?[-–/]\s?(?P<b>{_YEAR}|\d\d)(?![\d-])(?!/)"), _years),
    (_compiled(rf"\b(?:från|fr\.?\s?o\.?\s?m\.?)\s+(?:år\s+)?(?P<a>{_YEAR})(?![\d-]|\s?[–/-])"), _from_year),
    (
        _compiled(
            rf"(?<![\d.,/:-])(?P<a>{_YEAR})(?![\d]|\s?-?tal|[-–/.:,]\d|\s?(?:kr|kkr|tkr|mkr|st|meter|kvm|timmar|personer)\b)"
        ),
        _year,
    ),
    *LOOSE,
)
