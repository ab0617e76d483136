"""The days on which Swedish offices are closed, computed for any year (lagen 1989:253 om allmänna helgdagar)."""

import datetime
from functools import lru_cache

_FIXED = {(1, 1): "nyårsdagen", (1, 6): "trettondedag jul", (5, 1): "första maj", (12, 25): "juldagen",
          (12, 26): "annandag jul"}  # fmt: skip
_EVES = {(12, 24): "julafton", (12, 31): "nyårsafton"}
"""Not public holidays by law, but treated as such nearly everywhere (semesterlagen 3 a §)."""

NATIONAL_DAY_SINCE = 2005
SATURDAY = 5


def easter(year: int) -> datetime.date:
    """Easter Sunday of the Gregorian year (the anonymous computus of 1876)."""
    a, b, c = year % 19, *divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return datetime.date(year, month, day + 1)


def holiday(day: datetime.date) -> str | None:
    """What `day` is called if it is a public holiday or one of the three eves; None for any other day."""
    return _of(day.year).get(day)


def is_weekend(day: datetime.date) -> bool:
    """True on a Saturday or a Sunday."""
    return day.weekday() >= SATURDAY


@lru_cache(maxsize=64)
def _of(year: int) -> dict[datetime.date, str]:
    sunday = easter(year)
    named = {
        _after(sunday, -2): "långfredagen", _after(sunday, -1): "påskafton", sunday: "påskdagen",
        _after(sunday, 1): "annandag påsk", _after(sunday, 39): "Kristi himmelsfärdsdag",
        _after(sunday, 49): "pingstdagen",
    }  # fmt: skip
    if year < NATIONAL_DAY_SINCE:
        named[_after(sunday, 50)] = "annandag pingst"
    else:
        named[datetime.date(year, 6, 6)] = "nationaldagen"
    midsummer = saturday(datetime.date(year, 6, 20))
    named |= {_after(midsummer, -1): "midsommarafton", midsummer: "midsommardagen"}
    named[saturday(datetime.date(year, 10, 31))] = "alla helgons dag"
    fixed = {datetime.date(year, month, day): name for (month, day), name in (_FIXED | _EVES).items()}
    return named | fixed


def saturday(earliest: datetime.date) -> datetime.date:
    """The first Saturday from `earliest` on."""
    return _after(earliest, (SATURDAY - earliest.weekday()) % 7)


def _after(day: datetime.date, days: int) -> datetime.date:
    return day + datetime.timedelta(days=days)
