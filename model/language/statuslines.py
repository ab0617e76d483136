"""The line that says that an item is not dealt with now, and when it will be, in the words and dates of the style."""

import datetime
from typing import Literal

from model.language import datewords
from model.record.style import StyleProfile

PutOffAs = Literal["withdrawn", "tabled", "referred_back", "dormant"]
_WORDS: dict[PutOffAs, tuple[str, str]] = {
    "withdrawn": ("Ärendet utgick.", "Ärendet utgick. Tas upp på mötet {}."),
    "tabled": ("bordlägga ärendet", "bordlägga ärendet till mötet {}"),
    "referred_back": ("återremittera ärendet", "återremittera ärendet till mötet {}"),
    "dormant": ("Ärendet vilar.", "Ärendet vilar till mötet {}."),
}
DECIDED: dict[PutOffAs, str] = {"tabled": "bordlägga", "referred_back": "återremittera"}
"""What a body decides, and so says in a clause, with the clause's action; the others are stated."""


def status_words(status: PutOffAs, until: datetime.date | None, style: StyleProfile) -> str:
    """The words of the line: a clause without "att" for what is decided, else a sentence."""
    without, until_day = _WORDS[status]
    if until is None:
        return without
    day = datewords.printed(until, style)
    return until_day.format(day if day.isdigit() else f"den {day}")
