"""Hurried words for a day put in the words that the reader of dates knows: "i morgon", "nästa torsdag", "to 3 dec"."""

import datetime
import re
from collections.abc import Callable

from model.language.calendar import MONTHS, WEEKDAYS

_TWO = {"må": 0, "ti": 1, "on": 2, "to": 3, "fr": 4, "lö": 5, "sö": 6}
_DAYS = "|".join(WEEKDAYS)
_DAY = rf"(?P<day>{_DAYS}|mån|tis|ons|tors?|fre|lör|sön)(?:en)?\b\.?"
_WEEKS = r"v(?:ecka)?\.?\s?(?P<w{}>\d\d?)"
_AHEAD = {"idag": 0, "imorgon": 1, "iövermorgon": 2, "övermorgon": 2}
_WEEK = 7


def spelled(words: str, today: datetime.date) -> str:
    """`words` with the day that they say in a hurry in digits or in full; other words are left as they are."""
    for pattern, written in _RULES:
        match = pattern.search(words)
        made = written(match, today) if match else None
        if match and made is not None:
            words = words[: match.start()] + made + words[match.end() :]
    return words


def _ahead(match: re.Match[str], today: datetime.date) -> str:
    return (today + datetime.timedelta(days=_AHEAD[re.sub(r"\s", "", match.group().casefold())])).isoformat()


def _coming(match: re.Match[str], today: datetime.date) -> str:
    """The next such day after "på"; the one of next week after "nästa"."""
    number = _number(match["day"])
    if match["which"].casefold() == "på":
        return (today + datetime.timedelta(days=(number - today.weekday() - 1) % _WEEK + 1)).isoformat()
    return (today + datetime.timedelta(days=_WEEK - today.weekday() + number)).isoformat()


def _of_week(match: re.Match[str], today: datetime.date) -> str | None:
    """A day of a week by its number; of this year, unless that is long past."""
    week, number = int(match["w1"] or match["w2"]), _number(match["day"] or match["day2"])
    for year in (today.year, today.year + 1):
        try:
            found = datetime.date.fromisocalendar(year, week, number + 1)
        except ValueError:
            return None
        if (today - found).days < 26 * _WEEK:
            return found.isoformat()
    return None


def _two(match: re.Match[str], _today: datetime.date) -> str:
    return f"{WEEKDAYS[_TWO[match['day'].casefold()]]} "


def _hour(match: re.Match[str], today: datetime.date) -> str | None:
    """A number after a day and month is the hour, unless it is this year's, last year's or next year's."""
    if not match["more"] and abs(int(match["hour"]) - today.year % 100) <= 1:
        return None
    return f"{match['date']}, {match['hour']}{match['more']}"


def _two_days(match: re.Match[str], _today: datetime.date) -> str | None:
    month = int(match["m"])
    return f"{match['a']}–{match['b']} {MONTHS[month - 1]}" if 1 <= month <= len(MONTHS) else None


def _dotted(match: re.Match[str], _today: datetime.date) -> str:
    """Only where a line begins: elsewhere "11.45." is when a meeting ends."""
    return f"{match['before']}{match['d']}/{match['m']} {match['y'] or ''}".rstrip()


def _number(day: str) -> int:
    return next(place for place, name in enumerate(WEEKDAYS) if name.startswith(day.casefold()[:3]))


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?i){pattern}")


_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], datetime.date], str | None]], ...] = (
    (_rule(r"\b(?:i\s?dag|i\s?morgon|i\s?övermorgon|övermorgon)\b"), _ahead),
    (_rule(rf"\b(?P<which>nästa|på)\s+{_DAY}(?!\s*(?:den\s)?\d{{1,2}}\s*(?:/|[a-zåäö]))"), _coming),
    (_rule(rf"\b(?:{_WEEKS.format(1)},?\s+{_DAY}|{_DAY.replace('day', 'day2')}\s+{_WEEKS.format(2)}\b)"), _of_week),
    (_rule(r"^(?P<day>må|ti|on|to|fr|lö|sö)\b\.?\s+(?=(?:den\s)?\d)"), _two),
    (_rule(r"(?<![\d/])(?P<a>\d\d?)\s?[-–]\s?(?P<b>\d\d?)/(?P<m>\d\d?)(?![\d/])"), _two_days),
    (_rule(rf"^(?P<before>(?:(?:{_DAYS})\s+)?(?:den\s+)?)(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>\d{{4}})?(?!\d)"), _dotted),
    (_rule(r"(?<=\d)T(?=\d\d:\d\d)()"), lambda _match, _today: " "),
    (_rule(r"(?<![\d/])(?P<date>\d\d?/\d\d?|\d\d?\s(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z]*)"
           r"\s+(?P<hour>\d\d?)(?P<more>\s?[-–—]\s?\d|[.:]\d\d|\d\d(?=\s?[-–—])|)(?![\d/])"), _hour),
)  # fmt: skip
