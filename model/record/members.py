"""The register of a body: which organisations belong to it, and who represented which of them when."""

from dataclasses import dataclass, replace
from datetime import date

from model.record.people import Role


@dataclass(frozen=True, slots=True)
class Member:
    """An organisation that belongs to the body, from `since` to `until`, both days included; None is unknown or open.

    `aliases` are other forms of its name that minutes have used.
    """

    organisation: str
    since: date | None = None
    until: date | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody's engagement (uppdrag): `person` for `organisation` as `role`, `since` and `until` included."""

    person: str
    organisation: str
    role: Role = "member"
    title: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """Everybody and every organisation, of all times. Nobody is removed: an engagement ends."""

    members: tuple[Member, ...] = ()
    seats: tuple[Seat, ...] = ()

    def members_on(self, day: date | None) -> tuple[Member, ...]:
        """The organisations that belonged to the body on `day`; of any time when None."""
        return tuple(member for member in self.members if _covers(member.since, member.until, day))

    def seats_on(self, day: date | None) -> tuple[Seat, ...]:
        """The engagements that held on `day`; of any time when None."""
        return tuple(seat for seat in self.seats if _covers(seat.since, seat.until, day))

    def seated(self, seat: Seat) -> "Register":
        """This register with one more engagement; one of the same person, organisation and role is replaced."""
        key = (seat.person, seat.organisation, seat.role)
        kept = tuple(s for s in self.seats if (s.person, s.organisation, s.role) != key)
        return replace(self, seats=(*kept, seat))

    def ended(self, person: str, organisation: str, until: date) -> "Register":
        """This register with the open engagements of `person` for `organisation` ended on `until`."""
        return replace(
            self,
            seats=tuple(
                replace(s, until=until) if (s.person, s.organisation, s.until) == (person, organisation, None) else s
                for s in self.seats
            ),
        )


def _covers(since: date | None, until: date | None, day: date | None) -> bool:
    return day is None or ((since is None or since <= day) and (until is None or day <= until))
