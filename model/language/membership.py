"""Which member organisations are accounted for: each of them stands in exactly one list of the attendance."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from model.language.municipalities import municipality
from model.record.ids import APOLOGIES, PRESENT, NodeId
from model.record.members import Member, Register, Seat
from model.record.minutes import Minutes

_TAIL = re.compile(r"(?i)\s+(?:kommuns?|stads?|ab|regionen)$")
ENOUGH = 3
"""Minutes of a body that are needed before its members are read out of them."""


@dataclass(frozen=True, slots=True)
class Account:
    """A member organisation and the lists it stands in: one is right, none is missing, two are a question."""

    organisation: str
    rows: tuple[NodeId, ...]


def same_form(organisation: str) -> str:
    """What the forms of one organisation's name have in common: "Åstorps kommun", "Åstorp" → "åstorp"."""
    words = " ".join(organisation.split())
    return (municipality(words) or _TAIL.sub("", words)).casefold()


def unaccounted(minutes: Minutes, register: Register) -> tuple[Account, ...]:
    """The members on the day of the meeting that stand in no list, or in both: nothing when all is well.

    A list that has not been begun says nothing yet: without any present the answer is empty.
    """
    present, apologies = minutes.attendance.present, minutes.attendance.apologies
    if not present or not present.entries:
        return ()
    stand = {
        row: {same_form(entry.organisation) for entry in people.entries if entry.organisation}
        for row, people in ((PRESENT, present), (APOLOGIES, apologies))
        if people
    }
    accounts = (
        Account(member.organisation, tuple(row for row, forms in stand.items() if forms & _forms(member)))
        for member in register.members_on(minutes.meeting.date)
    )
    return tuple(account for account in accounts if len(account.rows) != 1)


def representative(register: Register, organisation: str, day: datetime.date | None) -> Seat | None:
    """Who represents `organisation` on `day`, if exactly one person does."""
    form = same_form(organisation)
    found = [seat for seat in register.seats_on(day) if same_form(seat.organisation) == form]
    return found[0] if len(found) == 1 else None


def derived(records: Sequence[Minutes]) -> Register:
    """A register read out of earlier minutes, for a body that has none: what the screen may propose to keep.

    A member is an organisation that stands among present or apologies in most of the minutes since it was first seen.
    A seat lasts from the first minutes that name it to the last ones before another person alone has the same
    organisation, or before two that name the organisation without the person. Whoever came from elsewhere has no seat.
    """
    dated = sorted((r for r in records if r.meeting.date), key=lambda r: r.meeting.date or datetime.date.min)
    seen = [(r.meeting.date or datetime.date.min, tuple(_named(r))) for r in dated]
    members = tuple(_members(seen))
    forms = {same_form(member.organisation) for member in members}
    return Register(members, tuple(seat for seat in _seats(seen) if same_form(seat.organisation) in forms))


_Seen = tuple[datetime.date, tuple[tuple[str, str], ...]]


def _named(minutes: Minutes) -> Iterable[tuple[str, str]]:
    for people in (minutes.attendance.present, minutes.attendance.apologies):
        for entry in people.entries if people else ():
            if entry.organisation and not entry.collective:
                yield entry.name, entry.organisation


def _members(seen: Sequence[_Seen]) -> Iterable[Member]:
    if len(seen) < ENOUGH:
        return
    first: dict[str, int] = {}
    counts: Counter[str] = Counter()
    printed: dict[str, Counter[str]] = {}
    for position, (_, named) in enumerate(seen):
        for form in dict.fromkeys(same_form(organisation) for _, organisation in named):
            first.setdefault(form, position)
            counts[form] += 1
        for _, organisation in named:
            printed.setdefault(same_form(organisation), Counter())[organisation] += 1
    for form, position in first.items():
        since = len(seen) - position
        if since >= ENOUGH and counts[form] * 3 >= since * 2:
            yield Member(printed[form].most_common(1)[0][0], seen[position][0] if position else None)


def _seats(seen: Sequence[_Seen]) -> Iterable[Seat]:
    open_seats: dict[tuple[str, str], Seat] = {}
    last: dict[tuple[str, str], datetime.date] = {}
    missed: Counter[tuple[str, str]] = Counter()
    for day, named in seen:
        holders: dict[str, set[str]] = {}
        for person, organisation in named:
            holders.setdefault(same_form(organisation), set()).add(person)
        for (person, form), seat in list(open_seats.items()):
            if form not in holders or person in holders[form]:
                continue
            missed[person, form] += 1
            if len(holders[form]) == 1 or missed[person, form] > 1:
                yield replace(seat, until=last[person, form])
                del open_seats[person, form]
        for person, organisation in named:
            key = (person, same_form(organisation))
            open_seats.setdefault(key, Seat(person, organisation, since=day))
            last[key], missed[key] = day, 0
    yield from open_seats.values()


def _forms(member: Member) -> set[str]:
    return {same_form(name) for name in (member.organisation, *member.aliases)}
