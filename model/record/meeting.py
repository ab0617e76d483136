"""The meeting: when and where."""

import datetime
from dataclasses import dataclass

from model.record.ids import NodeId


@dataclass(frozen=True, slots=True)
class Place:
    """Where a meeting was held; each part as printed, or None where it is not said."""

    room: str | None = None
    street: str | None = None
    town: str | None = None
    municipality: str | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """An adjournment (ajournering), from and to."""

    start: datetime.time
    end: datetime.time


@dataclass(frozen=True, slots=True)
class Meeting:
    """When and where; `line` is what stands on the paper after "Tid/Plats:", the rest is how it was read.

    The printed line is kept whole because a reading may be wrong and the words may not: what cannot be read stays None
    and is never guessed.
    """

    id: NodeId
    date: datetime.date | None = None
    end_date: datetime.date | None = None
    start: datetime.time | None = None
    end: datetime.time | None = None
    place: Place = Place()
    breaks: tuple[Break, ...] = ()
    line: str = ""
