"""What is typed into a slot of autotext, in the form that is printed: an amount with its blanks, a clock time."""

import re

from model.language import clocktimes
from model.language.typography import amount_words
from model.record.roster import clock
from model.record.style import StyleProfile

AMOUNT, TIME, PLACE = "belopp", "tid", "plats"
_BARE = re.compile(r"\d[\d \u00a0]{2,}")
"""Three digits or more without a unit are kronor: a slot for an amount holds nothing else."""


def filled(slot: str, typed: str, style: StyleProfile) -> str | None:
    """`typed` as it is printed in `slot`; None where it stands so already, or says nothing of the kind."""
    made: str | None = None
    if slot == AMOUNT:
        bare = re.sub(r"\s", "", typed)
        made = amount_words(f"{bare}kr" if _BARE.fullmatch(typed) else typed)
    elif slot == TIME:
        moment = clocktimes.read(typed)
        made = clock(moment, style) if moment else None
    return None if made == typed else made
