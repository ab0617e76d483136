"""The worker's messages read on the GUI side, where none of the libraries that made them may be imported.

Unpickling a value imports the module of its class. The index's and the store's values live beside apsw and lxml, so
they are met here by stand-ins with the same fields; any other class of those rooms becomes an `Opaque`, which can only
be counted.
"""

import datetime
import io
import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from model.errors import MinutesError
from model.record.ids import NodeId
from model.record.minutes import Minutes

HEAVY = ("model.index", "model.intake", "model.word", "model.commands", "model.check", "lxml", "docx", "apsw")


@dataclass(frozen=True, slots=True)
class Hit:
    """Stands in for `model.index.search.Hit`."""

    minutes: NodeId
    path: Path
    short_name: str
    date: datetime.date | None
    node: NodeId
    item: NodeId
    number: int | None
    letter: str | None
    clause: int | None
    heading: str
    snippet: str
    marked: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """Stands in for `model.index.meetings.MeetingRow`."""

    id: NodeId
    path: Path
    short_name: str
    number: int | None
    year: int | None
    date: datetime.date | None
    body: str
    status: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """Stands in for `model.store.minutesfile.Loaded`."""

    minutes: Minutes
    sha256: str
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class Taught:
    """Stands in for `model.commands.learning.Taught`; its parts are of `model.language` and `model.record`."""

    learned: Any
    register: Any
    proposed: Any
    formulas: Any


@dataclass(frozen=True, slots=True)
class Card:
    """Stands in for `model.commands.cards.Card`."""

    minutes: NodeId
    path: Path
    short_name: str
    date: datetime.date | None
    node: NodeId
    item: NodeId
    number: int | None
    letter: str | None
    clause: int | None
    heading: str
    text: str
    marked: tuple[tuple[int, int], ...]
    kind: str
    p: float
    reasons: tuple[tuple[str, tuple[str, ...]], ...]
    later: tuple["Later", ...]
    linked: bool


class Later(NamedTuple):
    """Stands in for `model.commands.cards.Place`."""

    address: str
    short_name: str
    number: int | None
    letter: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Cited:
    """Stands in for `model.commands.citing.Cited`."""

    start: int
    end: int
    words: str
    outcome: str
    role: str
    target: str | None
    short_name: str
    number: int | None
    letter: str | None
    clause: int | None
    body: str | None
    day: str | None
    planned: str | None


@dataclass(frozen=True, slots=True)
class Refreshed:
    """Stands in for `model.index.writing.Refreshed`."""

    meetings: int
    items: int
    problems: tuple[tuple[Path, MinutesError], ...]
    left: int
    in_memory: bool


class Earlier(NamedTuple):
    """Stands in for `model.commands.cards.Earlier`."""

    cards: tuple[Card, ...]
    warnings: tuple["Again", ...]


@dataclass(frozen=True, slots=True)
class Again:
    """Stands in for `model.index.warnings.Again`."""

    kind: str
    node: NodeId
    other: str
    words: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Entry:
    """Stands in for `model.commands.lists.Entry`."""

    address: str
    words: str
    heading: str
    date: str
    target: str
    path: Path | None
    state: str
    who: str
    due: str
    closed: str
    settled: str
    more: str
    parts: "tuple[Entry, ...]"


class Opaque:
    """A value of a class that must not be imported here."""

    def __new__(cls, *_given: object) -> "Opaque":
        """Take anything."""
        return super().__new__(cls)

    def __init__(self, *_given: object) -> None: ...

    def __setstate__(self, state: object) -> None: ...


STAND_INS: dict[tuple[str, str], type] = {
    ("model.index.search", "Hit"): Hit,
    ("model.index.meetings", "MeetingRow"): MeetingRow,
    ("model.store.minutesfile", "Loaded"): Loaded,
    ("model.commands.learning", "Taught"): Taught,
    ("model.commands.cards", "Card"): Card,
    ("model.commands.cards", "Place"): Later,
    ("model.commands.cards", "Earlier"): Earlier,
    ("model.index.warnings", "Again"): Again,
    ("model.index.writing", "Refreshed"): Refreshed,
    ("model.commands.lists", "Entry"): Entry,
    ("model.commands.citing", "Cited"): Cited,
}


class _Reader(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        stand_in = STAND_INS.get((module, name))
        if stand_in is not None:
            return stand_in
        return Opaque if module.startswith(HEAVY) else super().find_class(module, name)


def read_message(data: bytes) -> tuple[Any, ...]:
    """The message in `data`; raises whatever pickle raises for bytes that hold none."""
    message: tuple[Any, ...] = _Reader(io.BytesIO(data)).load()
    return message
