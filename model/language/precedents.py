"""The sentence that says what was decided before: body, day and the exact words, in the dates of the style."""

import datetime

from model.language import datewords
from model.record.style import StyleProfile


def earlier_treatment(
    body: str, day: datetime.date | None, quotation: str, style: StyleProfile, *, decided: bool
) -> str:
    """`Kommundirektörsgruppen beslutade vid sitt möte den 12 juni 2015 ”att anta …” (4/2015 § 1 p 1).`"""
    when = datewords.printed(day, style) if day else ""
    when = f" vid sitt möte {when if when.isdigit() else f'den {when}'}" if when else ""
    return f"{body} beslutade{when} {quotation}." if decided else f"{body} behandlade ärendet{when}: {quotation}."
