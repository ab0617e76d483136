"""Times and meetings named in words: seasons, feasts, "sista torsdagen i april", "augustimötet", "årsmötet 2022".

A season's value is EDTF's (ISO 8601-2, 4.8): `2024-21` is spring, `-22` summer, `-23` autumn, `-24` the winter that
begins then. A winter bears the year of its December.
"""

import datetime
import re
from calendar import monthrange

from model.language.calendar import MONTH, MONTHS, ORDINALS, WEEKDAY, WEEKDAYS, day_of, month_number, weekday_stem
from model.language.direction import choose, cue, sentence
from model.language.holidays import easter, saturday
from model.language.timeforms import Around, Form, Reader, place_of

_YEAR = r"(?:19|20)\d\d"
_GATHERING = r"(?:möte|sammanträde)(?:t|ts|s)?"

SEASONS = {"vår": (21, 3, 5), "sommar": (22, 6, 8), "höst": (23, 9, 11), "vint": (24, 12, 2)}
"""A season's number, its first and its last month."""


def season_days(value: str) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of `2024-23`."""
    year, number = int(value[:4]), int(value[-2:])
    first, last = next((first, last) for n, first, last in SEASONS.values() if n == number)
    end = year + (last < first)
    return datetime.date(year, first, 1), datetime.date(end, last, monthrange(end, last)[1])


def _season(match: re.Match[str], around: Around) -> Form | None:
    """`i höstas` is the last one that has begun, `i höst` the one that is not over; "hösten" goes by its verb."""
    word = match["s"].casefold().replace("somr", "sommar")
    number, first, last = next(SEASONS[name] for name in SEASONS if word.startswith(name))
    if match["y"]:
        return Form("season", f"{match['y']}-{number}") if around.plausible(day_of(int(match["y"]), first, 1)) else None
    if around.near is None:
        return None
    year, month = around.near.year, around.near.month
    is_past = bool(match["as"]) or (not match["i"] and cue(around.text, *place_of(match)).way < 0)
    if is_past:
        year -= month < first + (first < last)
    elif last < first:
        year -= month <= last
    else:
        year += month > last
    return Form("season", f"{year}-{number}", inferred=True)


def _nth(match: re.Match[str], around: Around) -> Form | None:
    """`sista torsdagen i april 2024`; "i månaden" is the month that the sentence has named, or the coming one."""
    if around.near is None and not match["y"]:
        return None
    near = around.near or datetime.date.min
    month = month_number(match["m"]) if match["m"] else _month_before(match, around)
    middle = choose(month, 15, near, cue(around.text, *place_of(match))) if not match["y"] else None
    year = int(match["y"]) if match["y"] else middle.year if middle else near.year
    found = nth_weekday(year, month, match["n"], match["d"])
    return Form("date", found.isoformat(), inferred=not match["y"]) if found and around.plausible(found) else None


def _month_before(match: re.Match[str], around: Around) -> int:
    first, _ = sentence(around.text, *place_of(match))
    named = re.findall(rf"(?i)\b{MONTH}\b", around.text[first : match.start()])
    if named:
        return month_number(named[-1])
    return around.near.month % 12 + 1 if around.near else 1


def nth_weekday(year: int, month: int, which: str, weekday: str) -> datetime.date | None:
    """`andra`, `tisdagen` → the day; None when the month has no such day."""
    days = monthrange(year, month)[1]
    wanted = WEEKDAYS.index(weekday_stem(weekday))
    found = [day for n in range(1, days + 1) if (day := datetime.date(year, month, n)).weekday() == wanted]
    place = {"sista": -1, "näst sista": -2}.get(" ".join(which.casefold().split()))
    place = ORDINALS[which.casefold()] - 1 if place is None else place
    return found[place] if place < len(found) else None


def _advent(match: re.Match[str], around: Around) -> Form | None:
    """The first Sunday in Advent is the fourth before Christmas Day."""
    if around.near is None:
        return None
    year = around.near.year
    christmas = datetime.date(year, 12, 25)
    last = christmas - datetime.timedelta(days=christmas.weekday() + 1)
    day = last - datetime.timedelta(weeks=4 - ORDINALS[match["n"].casefold()])
    return Form("date", day.isoformat(), inferred=True)


def _feast(match: re.Match[str], around: Around) -> Form | None:
    """The feast that comes next; that of midsummer, Christmas and New Year is its eve."""
    if around.near is None or cue(around.text, *place_of(match)).way < 0:
        return None
    word = match["f"].casefold()
    days = (_feast_of(word, year) for year in (around.near.year, around.near.year + 1))
    return next((Form("date", day.isoformat(), inferred=True) for day in days if day >= around.near), None)


def _feast_of(word: str, year: int) -> datetime.date:
    if word.startswith("påsk"):
        return easter(year)
    if word.startswith("pingst"):
        return easter(year) + datetime.timedelta(days=49)
    if word.startswith("midsommar"):
        return saturday(datetime.date(year, 6, 20)) - datetime.timedelta(days=1)
    return datetime.date(year, 12, 24 if word.startswith("jul") else 31)


def _turn_of_month(match: re.Match[str], around: Around) -> Form | None:
    """`före månadsskiftet`, `månadsskiftet mars/april`: the last day of the month that ends."""
    if around.near is None:
        return None
    month = month_number(match["m"]) if match["m"] else around.near.month
    year = around.near.year + (month < around.near.month)
    return Form("date", f"{year}-{month:02}-{monthrange(year, month)[1]:02}", inferred=True)


def _monthly(match: re.Match[str], around: Around) -> Form | None:
    """`augustimötet`: the meeting in that month."""
    if around.near is None:
        return None
    month = month_number(match["m"])
    middle = choose(month, 15, around.near, cue(around.text, *match.span()))
    return Form("month", f"{middle.year}-{month:02}", inferred=True) if middle else None


def _yearly(match: re.Match[str], around: Around) -> Form | None:
    """`årsmötet 2022`: a meeting that is held once a year."""
    year = int(match["y"])
    return Form("year", match["y"]) if around.plausible(datetime.date(year, 7, 1)) else None


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?i){pattern}")


_NO_NOUN = r"(?=\s*(?:[.,;:!?)]|$|\n)|\s+(?:och|samt|med|för|på|av|när|då|inför|till|vid|från|igen)\b)"
"""After "i vår": what follows is not what is ours."""

WORD_FORMS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        _compiled(
            rf"\b(?P<n>näst\s+sista|första|andra|tredje|fjärde|femte|sista)\s+(?P<d>{WEEKDAY})\s+i\s+"
            rf"(?:(?P<m>{MONTH})(?![\w-])(?:\s+(?P<y>{_YEAR})(?!\s?[-–/]\s?\d))?|månaden(?!\w))"
        ),
        _nth,
    ),
    (_compiled(r"\b(?P<n>första|andra|tredje|fjärde)\s+(?:söndagen\s+i\s+)?advent\b"), _advent),
    (
        _compiled(
            r"\b(?:före|innan|till|senast|inför|i(?=\s+jul\b))\s+(?P<all>(?P<f>påsk|pingst|midsommar|jul(?!i)|nyår)(?:en|et|afton|"
            r"helgen|uppehållet|ledigheten)?)(?!\w)"
        ),
        _feast,
    ),
    (
        _compiled(
            rf"\b(?:vid|före|innan|till|senast|efter|kring)\s+(?P<all>månadsskiftet(?:\s+(?P<m>{MONTH})\s?[/–-]\s?"
            rf"{MONTH})?)(?!\w)"
        ),
        _turn_of_month,
    ),
    (_compiled(rf"\b(?P<m>{'|'.join(MONTHS)}){_GATHERING}(?!\w)"), _monthly),
    (
        _compiled(rf"\b(?:års|förenings|bolags|höst|vår)(?:möte|stämma)\w*\s+(?:år\s+)?(?P<all>(?P<y>{_YEAR}))(?!\s?[-–/]\s?\d|\d)"),
        _yearly,
    ),
    (_compiled(r"\b(?P<i>i)\s+(?P<s>(?:vår|somr|höst|vintr)(?P<as>as))(?P<y>)(?!\w)"), _season),
    (_compiled(r"\b(?P<i>i)\s+(?P<s>sommar|höst|vinter)(?P<as>)(?P<y>)(?!\w)"), _season),
    (_compiled(rf"\b(?P<i>i)\s+(?P<s>vår)(?P<as>)(?P<y>){_NO_NOUN}"), _season),
    (
        _compiled(
            rf"\b(?:(?:under|till|i|inför|före|senast)\s+)(?:(?:slutet|början|mitten)\s+av\s+)?(?P<i>)"
            rf"(?P<all>(?P<s>vår|sommar|höst|vinter)(?P<as>)(?:en|n)(?:\s+(?P<y>{_YEAR})(?!\s?[-–/]\s?\d))?)(?!\w)"
        ),
        _season,
    ),
)  # fmt: skip

WORDS = (
    "höst", "i vår", "våren", "våras", "sommar", "somras", "vinter", "vintras", "påsk", "pingst", "nyår", "jul",
    "månadsskiftet", "advent", "månaden", "stämma",
)  # fmt: skip
"""A text without any of these, and without a month's or a meeting's name, holds no form made of words."""
