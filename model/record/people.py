"""Who was there: the attendance lists, in printed order."""

from dataclasses import dataclass
from datetime import time
from typing import Literal

from model.record.ids import NodeId
from model.record.text import Text

Role = Literal["member", "chair", "secretary", "secretariat", "substitute", "guest", "presenter", "co_opted"]


@dataclass(frozen=True, slots=True)
class Stay:
    """Arrived late or left early: clock times, and the item that was open then."""

    arrived: time | None = None
    left: time | None = None
    arrived_item: NodeId | None = None
    left_item: NodeId | None = None


@dataclass(frozen=True, slots=True)
class Attendee:
    """One name in a list.

    `name` and `organisation` are as printed; `person` is a reference that a human has confirmed, never guessed from
    likeness. People who share one printed organisation ("A och B, Skåne Nordväst") have the same `group`. A collective
    ("hela traineegrupp 10") is no person and may have a `count`.
    """

    id: NodeId
    name: str
    organisation: str | None = None
    person: str | None = None
    title: str | None = None
    role: Role | None = None
    stays: tuple[Stay, ...] = ()
    group: int | None = None
    note: str | None = None
    collective: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class PeopleList:
    """One attendance list: the line as it stands on the paper, and how it was read.

    `line` is everything after the label. Its marks (`name`, `organisation`, `title`, `time`, `note`) carry the ids of
    the entries they belong to, blank-separated, as datum `of`; so the line is the only thing printed and no second
    form can drift from it. A list that stands on the paper but is empty ("Anmält förhinder:-") has the line "-" and no
    entries; a list that is not there at all is None in `Attendance`.
    """

    line: Text = Text()
    entries: tuple[Attendee, ...] = ()


@dataclass(frozen=True, slots=True)
class Attendance:
    """The lists: present (närvarande), apologies (anmält förhinder) and guests (inbjudna gäster)."""

    present: PeopleList | None = None
    apologies: PeopleList | None = None
    guests: PeopleList | None = None


ListName = Literal["present", "apologies", "guests"]
LIST_NAMES: tuple[ListName, ...] = ("present", "apologies", "guests")
