"""Commands for who was there: typed lines, ticks in the roster, coming late and leaving early."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from model.edit.command import Command, registered
from model.record.blocks import Item
from model.record.ids import APOLOGIES, GUESTS, PRESENT, NodeId
from model.record.minutes import Minutes, UnknownNodeError
from model.record.people import Attendance, Attendee, PeopleList, Stay
from model.record.roster import composed

FIELDS = {PRESENT: "present", APOLOGIES: "apologies", GUESTS: "guests"}


def with_people(minutes: Minutes, row: NodeId, people: PeopleList | None) -> Minutes:
    """The minutes with another list in the header row `row`."""
    if row not in FIELDS:
        raise UnknownNodeError(row)
    if people == minutes.people(row):
        return minutes
    attendance: Attendance = replace(minutes.attendance, **{FIELDS[row]: people})
    return replace(minutes, attendance=attendance)


def row_of(minutes: Minutes, attendee: NodeId) -> tuple[NodeId, Attendee]:
    """The header row and the entry of `attendee`; raises `UnknownNodeError`."""
    for row in FIELDS:
        people = minutes.people(row)
        for entry in people.entries if people else ():
            if entry.id == attendee:
                return row, entry
    raise UnknownNodeError(attendee)


def open_item(minutes: Minutes, caret: NodeId | None) -> NodeId | None:
    """The item of business that is open while the caret stands in `caret`: the level-1 item it stands in, else None."""
    found: NodeId | None = None
    for block in minutes.blocks:
        if isinstance(block, Item) and block.level == 1:
            found = block.id
        if block.id == caret:
            return found
    return None


def place_among(minutes: Minutes, row: NodeId, name: str, order: Sequence[str]) -> int:
    """Where `name` belongs in the list `row` to keep the `order` of names: somebody ticked off and on again."""
    people = minutes.people(row) or PeopleList()
    if name not in order:
        return len(people.entries)
    before = set(order[: order.index(name)])
    places = [place for place, entry in enumerate(people.entries, 1) if entry.name in before]
    return places[-1] if places else 0


def _changed(minutes: Minutes, attendee: NodeId, change: Callable[[Attendee], Attendee | None]) -> Minutes:
    row, _ = row_of(minutes, attendee)
    people = minutes.people(row) or PeopleList()
    made = [new for entry in people.entries if (new := change(entry) if entry.id == attendee else entry) is not None]
    return _with_entries(minutes, row, made)


def _with_entries(
    minutes: Minutes, row: NodeId, entries: Iterable[Attendee], like: PeopleList | None = None
) -> Minutes:  # fmt: skip
    """The minutes with `entries` in the row, its line in the form it had, or else that of `like` or those present."""
    line = composed(entries, minutes.style, minutes.people(row), like or minutes.attendance.present)
    return with_people(minutes, row, line)


@registered
@dataclass(frozen=True, slots=True)
class SetPeople(Command):
    """Set a whole attendance list: the typed line and how it was read; None takes the list off the paper."""

    label: ClassVar[str] = "write"
    row: NodeId
    people: PeopleList | None

    def apply(self, minutes: Minutes) -> Minutes:
        """Set the list."""
        return with_people(minutes, self.row, self.people)

    def joins(self, earlier: Command) -> bool:
        """Typing goes on in the same row."""
        return isinstance(earlier, SetPeople) and earlier.row == self.row


@registered
@dataclass(frozen=True, slots=True)
class AddPerson(Command):
    """Put a person last in a list."""

    label: ClassVar[str] = "roster"
    row: NodeId
    person: Attendee

    def apply(self, minutes: Minutes) -> Minutes:
        """Add the person."""
        people = minutes.people(self.row) or PeopleList()
        return _with_entries(minutes, self.row, (*people.entries, self.person))


@registered
@dataclass(frozen=True, slots=True)
class AddPeople(Command):
    """Put several people last in a list; those of one `group` share a printed organisation there too."""

    label: ClassVar[str] = "roster"
    row: NodeId
    people: tuple[Attendee, ...]

    def apply(self, minutes: Minutes) -> Minutes:
        """Add the people; their groups get numbers that the list has not used."""
        if not self.people:
            return minutes
        there = (minutes.people(self.row) or PeopleList()).entries
        used = max((entry.group or 0 for entry in there), default=0)
        new = (replace(p, group=p.group + used) if p.group else p for p in self.people)
        return _with_entries(minutes, self.row, (*there, *new))


@registered
@dataclass(frozen=True, slots=True)
class RemovePerson(Command):
    """Take a person off the list."""

    label: ClassVar[str] = "roster"
    person: NodeId

    def apply(self, minutes: Minutes) -> Minutes:
        """Remove the person."""
        return _changed(minutes, self.person, lambda _: None)


@registered
@dataclass(frozen=True, slots=True)
class SetPresence(Command):
    """Move a person to another list, here or not here, or within one: to the place `at` (from 0), or last when None."""

    label: ClassVar[str] = "roster"
    person: NodeId
    row: NodeId
    at: int | None = None

    def apply(self, minutes: Minutes) -> Minutes:
        """Move the person; a group that shared one organisation goes on without them, and takes them in again."""
        row, entry = row_of(minutes, self.person)
        if row == self.row:
            return self._moved(minutes, entry)
        without = RemovePerson(self.person).apply(minutes)
        entries = list((without.people(self.row) or PeopleList()).entries)
        at = len(entries) if self.at is None else min(self.at, len(entries))
        while 0 < at < len(entries) and entries[at].group and entries[at].group == entries[at - 1].group:
            at += 1
        entries.insert(at, replace(entry, group=_shared(entries[max(at - 1, 0) : at + 1], entry), stays=()))
        return _with_entries(without, self.row, entries, minutes.people(row))

    def _moved(self, minutes: Minutes, entry: Attendee) -> Minutes:
        if self.at is None:
            return minutes
        entries = [one for one in (minutes.people(self.row) or PeopleList()).entries if one.id != entry.id]
        entries.insert(max(self.at, 0), entry)
        return _with_entries(minutes, self.row, entries)


def _shared(beside: Sequence[Attendee], entry: Attendee) -> int | None:
    """The group of those beside, if they share the organisation of `entry` with others or have done so."""
    return next((one.group for one in beside if one.group and one.organisation == entry.organisation), None)


@registered
@dataclass(frozen=True, slots=True)
class Arrive(Command):
    """A person came at `at`, while `item` was open; None takes the time back."""

    label: ClassVar[str] = "roster"
    person: NodeId
    at: datetime.time | None
    item: NodeId | None = None

    def apply(self, minutes: Minutes) -> Minutes:
        """Set the time of arrival."""
        return _changed(minutes, self.person, self._arrived)

    def _arrived(self, entry: Attendee) -> Attendee:
        first = entry.stays[0] if entry.stays else Stay()
        return _with_stay(entry, replace(first, arrived=self.at, arrived_item=self.item if self.at else None))


@registered
@dataclass(frozen=True, slots=True)
class Leave(Command):
    """A person left at `at`, while `item` was open; None takes the time back."""

    label: ClassVar[str] = "roster"
    person: NodeId
    at: datetime.time | None
    item: NodeId | None = None

    def apply(self, minutes: Minutes) -> Minutes:
        """Set the time of leaving."""
        return _changed(minutes, self.person, self._left)

    def _left(self, entry: Attendee) -> Attendee:
        first = entry.stays[0] if entry.stays else Stay()
        return _with_stay(entry, replace(first, left=self.at, left_item=self.item if self.at else None))


def _with_stay(entry: Attendee, first: Stay) -> Attendee:
    kept = () if first == Stay() else (first,)
    return replace(entry, stays=(*kept, *entry.stays[1:]))
