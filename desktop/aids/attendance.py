"""The roster as rows to tick, and the command that each tick is. Pure: no widget, no clock."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop import swedish
from model.edit.attend import AddPerson, Arrive, Leave, RemovePerson, SetPresence, open_item, place_among, row_of
from model.edit.command import Command
from model.edit.together import Together
from model.record import ids as prefix
from model.record.ids import APOLOGIES, PRESENT, IdSource, NodeId
from model.record.members import Register, Seat
from model.record.minutes import Minutes
from model.record.people import Attendee, PeopleList
from model.record.roster import stay_words


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the roster: an entry of a list, or (`entry` None) a seat of the register that stands in none."""

    name: str
    organisation: str = ""
    here: bool = False
    times: str = ""
    chairs: bool = False
    entry: NodeId | None = None
    seat: Seat | None = None


def people(minutes: Minutes, register: Register) -> tuple[Person, ...]:
    """Those present, those who are not, and the register's on that day whose organisation stands in no list."""
    from model.language.membership import same_form

    listed = [
        _listed(entry, minutes, here=row == PRESENT)
        for row in (PRESENT, APOLOGIES)
        for entry in (minutes.people(row) or PeopleList()).entries
    ]
    names = {person.name for person in listed}
    stand = {same_form(person.organisation) for person in listed}
    seats = (
        seat
        for seat in register.seats_on(minutes.meeting.date)
        if seat.person not in names and (seat.role != "member" or same_form(seat.organisation) not in stand)
    )
    return (*listed, *(Person(s.person, s.organisation, chairs=s.role == "chair", seat=s) for s in seats))


def in_order(found: Sequence[Person], names: Sequence[str]) -> tuple[Person, ...]:
    """`found` as they stood when the roster was opened: nobody jumps while being ticked; new ones come last."""
    places = {name: place for place, name in reversed(list(enumerate(names)))}
    return tuple(sorted(found, key=lambda person: places.get(person.name, len(names))))


def counted(found: Sequence[Person]) -> tuple[int, int, int]:
    """How many are here, how many are not, and of how many nothing is said."""
    here, unsaid = sum(person.here for person in found), sum(person.entry is None for person in found)
    return here, len(found) - here - unsaid, unsaid


def unread(minutes: Minutes) -> bool:
    """True if a line of people has words that were read as nobody: a tick would write over them."""
    lists = (minutes.people(PRESENT), minutes.people(APOLOGIES))
    return any(len(p.line.plain.strip(" .-–—")) > 3 and not p.entries for p in lists if p)


def tick(minutes: Minutes, person: Person, names: Sequence[str], ids: IdSource) -> Command:
    """Here becomes not here, last of those; and the other way, back to the same place in the line."""
    if person.entry is None:
        return AddPerson(PRESENT, _seated(person, ids))
    if person.here:
        return SetPresence(person.entry, APOLOGIES)
    return SetPresence(person.entry, PRESENT, place_among(minutes, PRESENT, person.name, names))


def neighbour(minutes: Minutes, person: Person, by: int) -> NodeId | None:
    """Who stands before the person in their list (`by` -1), or after (1)."""
    if person.entry is None:
        return None
    row, entry = row_of(minutes, person.entry)
    entries = (minutes.people(row) or PeopleList()).entries
    at = entries.index(entry) + by
    return entries[at].id if 0 <= at < len(entries) else None


def move(minutes: Minutes, person: Person, by: int) -> Command | None:
    """The person changes places with that neighbour."""
    if person.entry is None or neighbour(minutes, person, by) is None:
        return None
    row, entry = row_of(minutes, person.entry)
    return SetPresence(entry.id, row, (minutes.people(row) or PeopleList()).entries.index(entry) + by)


def arrive(
    minutes: Minutes, person: Person, names: Sequence[str], at: datetime.time, caret: NodeId | None, ids: IdSource
) -> Command:  # fmt: skip
    """The person came at `at`; one who came at just that time has it taken back. Who was not here now is."""
    item = open_item(minutes, caret)
    if person.here and person.entry is not None:
        came = _stay_time(minutes, person.entry, "arrived")
        return Arrive(person.entry, None if came == at else at, item)
    if person.entry is None:
        entry = _seated(person, ids)
        return Together((AddPerson(PRESENT, entry), Arrive(entry.id, at, item)))
    return Together((tick(minutes, person, names, ids), Arrive(person.entry, at, item)))


def strike(person: Person) -> Command | None:
    """The person is taken off the lists: neither here nor missed."""
    return RemovePerson(person.entry) if person.entry is not None else None


def leave(minutes: Minutes, person: Person, at: datetime.time, caret: NodeId | None) -> Command | None:
    """The person left at `at`; at the same time again it is taken back. None for one who is not here."""
    if not person.here or person.entry is None:
        return None
    went = _stay_time(minutes, person.entry, "left")
    return Leave(person.entry, None if went == at else at, open_item(minutes, caret))


def _listed(entry: Attendee, minutes: Minutes, *, here: bool) -> Person:
    times = ", ".join(stay_words(stay, minutes.style) for stay in entry.stays)
    return Person(entry.name, entry.organisation or "", here, times, entry.role == "chair", entry.id)


def _seated(person: Person, ids: IdSource) -> Attendee:
    entry = Attendee(ids.new(prefix.PERSON), person.name, person.organisation or None)
    return replace(entry, title=person.seat.title, role=person.seat.role) if person.seat else entry


def _stay_time(minutes: Minutes, entry: NodeId, which: str) -> datetime.time | None:
    stays = row_of(minutes, entry)[1].stays
    found: datetime.time | None = getattr(stays[0], which) if stays else None
    return found


def beside(person: Person) -> str:
    """What stands after the name: `Helsingborg · ordf.`."""
    return " · ".join(part for part in (person.organisation, swedish.ROSTER_CHAIR if person.chairs else "") if part)


def state(person: Person) -> str:
    """What stands at the right: the times, that the person is not here, or that nothing is said yet."""
    if person.here:
        return person.times
    return swedish.ROSTER_AWAY if person.entry else swedish.ROSTER_UNSAID
