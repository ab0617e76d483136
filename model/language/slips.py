"""Slips of the pen that can be seen without the dictionary: days, blanks, quotes, dashes, genitives."""

import datetime
import re
from typing import Literal, NamedTuple

from model.language import amounts, dates
from model.language.calendar import WEEKDAYS, weekday_stem

SlipKind = Literal[
    "straight-quote", "hyphen-range", "amount-blank", "double-blank", "clock-form", "blank-before-mark", "apostrophe",
    "broken-date", "slot-left",
]  # fmt: skip
_MONTH = "(?:0[1-9]|1[0-2])"
_PATTERNS: tuple[tuple[SlipKind, re.Pattern[str]], ...] = (
    ("straight-quote", re.compile(r"\"[^\"\n]*\"|\"")),
    ("hyphen-range", re.compile(r"(?<![\d.:-])(?:(?:19|20)\d\d-(?:(?:19|20)\d\d|\d\d)(?!-?\d)|"
                                r"\d{1,2}[.:]\d\d ?- ?\d{1,2}[.:]\d\d|\d{1,2}-\d{1,2}(?=\s+[a-zåäö])|"
                                r"\d{1,2}[.:]\d\d – \d{1,2}[.:]\d\d)")),
    ("double-blank", re.compile(r"(?<=\S)  +(?=\S)|(?<!\.)\.\.(?!\.)")),
    ("clock-form", re.compile(r"\bkl (?=\d)")),
    ("blank-before-mark", re.compile(r" (?=[,;.](?:\s|$))|\( ")),
    ("apostrophe", re.compile(r"\b[A-ZÅÄÖ][\wåäö]* ?['’´]s\b|\b[A-ZÅÄÖ]{2,}s\b")),
    ("broken-date", re.compile(rf"(?<![\d.,-])(?:\d\d {_MONTH}[0-3]\d|\d\d{_MONTH} [0-3]\d)(?![\d.,-]| ?kr)")),
    ("slot-left", re.compile(r"\{[a-zåäö ]+\}|‹[^›]+›")),
)  # fmt: skip
_WEEKDAY = re.compile(rf"(?i)\b({'|'.join(WEEKDAYS)})(?:en)?(?:\s+den)?\s+$")


class Slip(NamedTuple):
    """A slip at code points `start`–`end` (exclusive)."""

    kind: SlipKind
    start: int
    end: int


class WrongDay(NamedTuple):
    """A weekday and a date that do not go together; `weekday` is what the date is."""

    start: int
    end: int
    weekday: str


def slips(text: str) -> list[Slip]:
    """The slips of `text`, in order."""
    found = [Slip(kind, *match.span()) for kind, pattern in _PATTERNS for match in pattern.finditer(text)]
    for amount in amounts.find(text):
        words = text[amount.start : amount.end]
        if re.search(r"\d(?=[a-z])", words):
            found.append(Slip("amount-blank", amount.start, amount.end))
    return sorted(found, key=lambda slip: slip.start)


def wrong_weekdays(text: str, near: datetime.date | None) -> list[WrongDay]:
    """Weekdays of `text` that their date is not; a date without a year is left alone when its year is inferred."""
    found = []
    for date in dates.find(text, near):
        if date.precision != "day":
            continue
        first = next((place for place in range(date.start, date.end) if text[place].isdigit()), date.start)
        match = _WEEKDAY.search(text[:first])
        day = datetime.date.fromisoformat(date.edtf)
        if match and weekday_stem(match[1]) != WEEKDAYS[day.weekday()]:
            found.append(WrongDay(match.start(), date.end, WEEKDAYS[day.weekday()]))
    return found


def without_year(text: str, near: datetime.date | None) -> list[tuple[int, int]]:
    """Where `text` names a day without its year."""
    found = (d for d in dates.find(text, near) if d.inferred and d.precision in {"day", "interval"})
    return [(d.start, d.end) for d in found if any(sign.isdigit() for sign in text[d.start : d.end])]


def typed_att(words: str) -> bool:
    """True when a clause has its own "att" in its words: it is painted, and would stand twice."""
    return bool(re.match(r"(?i)(?:samt\s+)?att\s", words))


def latest_days(words: str, near: datetime.date | None) -> list[datetime.date]:
    """The days of `words` by which something must be done: "senast den 1 juni"."""
    return [
        datetime.date.fromisoformat(found.edtf)
        for found in dates.find(words, near)
        if found.precision == "day" and re.search(r"(?i)\bsenast\s*$", words[: found.start])
    ]
