"""A day as a style profile prints it in running text, and a day typed any way turned into that."""

import datetime
import re
from typing import NamedTuple

from model.language import dates
from model.language.calendar import MONTHS
from model.record.style import StyleProfile

_TYPED = re.compile(
    r"(?<![\w./–-])(?<!§ )(?<!§)(?<!\bnr )(?<!\bp )(?:den\s+)?"
    r"(?:\d{1,2}/\d{1,2}(?:[-/ ]\d{2,4})?|\d{6}|\d{8}|\d{4}-\d\d-\d\d|"
    r"\d{1,2}(?::?[ea])?\s+[a-zåäö]{3,9}\.?(?:\s+\d{4})?)$",
    re.IGNORECASE,
)
_DEN = re.compile(r"\bden\s+$", re.IGNORECASE)


class Rewrite(NamedTuple):
    """Take the `back` last code points away and write `words` instead."""

    back: int
    words: str


def printed(day: datetime.date, style: StyleProfile) -> str:
    """`28 augusti 2015`, or `150828` where the profile writes so; without "den", which is the sentence's."""
    if style.text_date == "compact":
        return f"{day:%y%m%d}"
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if style.text_date == "day_month" else f"{words} {day.year}"


def read_day(typed: str, near: datetime.date | None) -> datetime.date | None:
    """The one day that `typed` is; None if it says more, less, or no day."""
    words = typed.strip()
    found = dates.find(words, near)
    if len(found) != 1 or found[0].precision != "day" or (found[0].start, found[0].end) != (0, len(words)):
        return None
    return datetime.date.fromisoformat(found[0].edtf)


def rewritten(before: str, near: datetime.date | None, style: StyleProfile) -> Rewrite | None:
    """What the day that ends right before the caret would be in the profile's form; None if it has that form already.

    A short date that stands bare gets its "den" where the profile writes the month as a word.
    """
    match = _TYPED.search(before)
    if match is None:
        return None
    typed = match.group()
    day = read_day(typed, near)
    if day is None or (style.text_date == "mixed" and not _shorter(typed)):
        return None
    said = typed.casefold().startswith("den ")
    form = printed(day, style)
    if not form.isdigit() and (said or not _DEN.search(before[: match.start()])):
        form = f"{typed[:3] if said else 'den'} {form}"
    return None if form == typed or typed.endswith(form) else Rewrite(len(typed), form)


def _shorter(typed: str) -> bool:
    return "/" in typed
