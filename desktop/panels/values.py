"""What the panes show: meetings and finds, as plain values."""

import datetime
from collections.abc import Iterable, Sequence
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

    `marked` are pairs of start and end in `words`, code points. `number` is the item's printed number. A suggestion
    also says `why` it is there and the likely `relation`, in the screen's words; `kind`, `evidence` and `certainty` are
    what a link to it would hold. `later` is what has happened since, `warning` what does not go together.
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
    item: str = ""
    letter: str = ""
    relation: str = ""
    kind: str = "hanvisar"
    evidence: str = ""
    certainty: str = "explicit"
    later: str = ""
    warning: str = ""
    outside: str = ""
    """The name of the archive that it stands in, when that is another than the user's own."""
    faint: bool = False
    """True for an earlier decision that is only like this one: it stands below the sure ones, and quieter."""

    @property
    def address(self) -> str:
        """What tells one find from another, and what a link leads to: minutes and node, or a whole meeting."""
        return f"{self.minutes}#{self.node}" if self.node else self.minutes

    @property
    def card(self) -> str:
        """What tells one card from another: the minutes and the item."""
        return f"{self.minutes}#{self.item or self.node}"


@dataclass(frozen=True, slots=True)
class Promised:
    """What an earlier decision promised: where it stands, in short too, its words, and how it goes with it."""

    chip: str
    address: str
    words: str
    heading: str
    target: str
    path: Path | None
    state: str = ""
    who: str = ""
    due: str = ""
    closed: str = ""
    settled: str = ""


def steady(before: Sequence[Find], fresh: Sequence[Find], chosen: Find | None, *, held: bool) -> list[Find]:
    """`fresh` in the order that the eye knows: what stood there stays in its order, what is new comes below.

    The `chosen` card keeps its row; when it is `held` it stays there even if it is not among `fresh`.
    """
    left = {find.card: find for find in fresh}
    own = left.get(chosen.card, chosen if held else None) if chosen else None
    if chosen is not None:
        left.pop(chosen.card, None)
    kept = [left.pop(find.card) for find in before if find.card in left]
    shown = [*kept, *left.values()]
    if own is not None:
        shown.insert(min(_row(before, own), len(shown)), own)
    return shown


def _row(finds: Sequence[Find], wanted: Find) -> int:
    return next((row for row, find in enumerate(finds) if find.card == wanted.card), len(finds))


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
