"""What the panes show: meetings and finds, as plain values."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One set of minutes in the archive's list. `status` is the record's own word for it."""

    minutes: str
    path: Path
    short_name: str
    year: int | None
    date: datetime.date | None
    body: str
    status: str = "draft"


@dataclass(frozen=True, slots=True)
class Find:
    """A decision or an item that was found: where it stands, its words, and which of them matched.

    `marked` are pairs of start and end in `words`, code points. `number` is the item's printed number.
    """

    minutes: str
    path: Path
    short_name: str
    date: datetime.date | None
    node: str
    number: int | None
    heading: str
    words: str
    marked: tuple[tuple[int, int], ...] = ()
    why: str = ""

    @property
    def address(self) -> str:
        """What tells one find from another: the minutes and the node."""
        return f"{self.minutes}#{self.node}"


def by_year(lines: Iterable[MeetingLine]) -> list[tuple[int | None, list[MeetingLine]]]:
    """Years from the last to the first, each with its meetings from the last to the first; no year comes last."""
    years: dict[int | None, list[MeetingLine]] = {}
    for line in lines:
        years.setdefault(line.year if line.year else (line.date.year if line.date else None), []).append(line)
    for of_year in years.values():
        of_year.sort(key=_order, reverse=True)
    return sorted(years.items(), key=lambda pair: pair[0] or 0, reverse=True)


def _order(line: MeetingLine) -> tuple[datetime.date, int]:
    number = line.short_name.split("/")[0]
    return line.date or datetime.date.min, int(number) if number.isdigit() else 0
