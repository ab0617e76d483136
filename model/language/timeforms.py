"""What a form in a text says of a time, a meeting or a paragraph, and what stands around it."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from model.language.calendar import compact_year, day_of
from model.language.direction import choose, cue

Kind = Literal["date", "interval", "month", "season", "year", "week", "number", "paragraph", "case", "relative"]


class Form(NamedTuple):
    """What a form says: its kind, its value, and whether the year was inferred."""

    kind: Kind
    value: str
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """The text, and the day of the meeting in whose minutes it stands (None where it is not known)."""

    text: str
    near: datetime.date | None

    def plausible(self, day: datetime.date | None) -> bool:
        """A day that minutes may speak of: from twelve years before the meeting to five after."""
        if day is None:
            return False
        return self.near is None or self.near.year - 12 <= day.year <= self.near.year + 5

    def whole(self, year: int, month: int, day: int) -> Form | None:
        """A day whose year is printed."""
        found = day_of(year, month, day)
        return Form("date", found.isoformat()) if found and self.plausible(found) else None

    def day(self, match: re.Match[str], month: int, day: int, year: str | None) -> Form | None:
        """A day whose year may be missing."""
        if year:
            return self.whole(int(year) if len(year) == 4 else compact_year(int(year)), month, day)
        if self.near is None:
            return None
        found = choose(month, day, self.near, cue(self.text, *place_of(match)))
        return Form("date", found.isoformat(), inferred=True) if found else None


Reader: TypeAlias = Callable[[re.Match[str], Around], Form | None]
Found: TypeAlias = tuple[int, int, Form]


def place_of(match: re.Match[str]) -> tuple[int, int]:
    """What a form takes: its group `all`, else the whole."""
    return match.span("all") if "all" in match.re.groupindex else match.span()
