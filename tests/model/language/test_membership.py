"""Every member organisation stands in exactly one list."""

import datetime
from dataclasses import replace

import pytest

from model.language.membership import Account, derived, representative, same_form, unaccounted
from model.record.ids import APOLOGIES, PRESENT, NodeId
from model.record.members import Member, Register, Seat
from model.record.minutes import Minutes
from model.record.people import Attendance, Attendee
from model.record.roster import composed
from model.record.style import HOUSE
from tests import builders as b

DAY = datetime.date(2015, 6, 12)
REGISTER = Register((
    Member("Åstorp"), Member("Lund"), Member("Bolaget AB", aliases=("Bolaget i Lund",)),
    Member("Höör", since=datetime.date(2016, 1, 1)), Member("Eslöv", until=datetime.date(2014, 12, 31)),
))  # fmt: skip


def attended(present: dict[str, str], away: dict[str, str], day: datetime.date = DAY) -> Minutes:
    made = b.minutes()
    here, gone = (
        composed([Attendee(NodeId(b.IDS.new("n")), name, org) for name, org in people.items()], HOUSE)
        for people in (present, away)
    )
    return replace(made, attendance=Attendance(here, gone), meeting=replace(made.meeting, date=day))


@pytest.mark.parametrize(("present", "away", "missing"), [
    ({"A": "Åstorps kommun", "B": "Lund", "C": "Bolaget i Lund"}, {}, ()),
    ({"A": "Åstorp"}, {"B": "Lunds kommun"}, (Account("Bolaget AB", ()),)),
    ({"A": "Åstorp", "B": "Lund", "C": "Bolaget AB"}, {"D": "Åstorp"}, (Account("Åstorp", (PRESENT, APOLOGIES)),)),
    ({}, {}, ()),
])  # fmt: skip
def test_who_is_not_accounted_for(present: dict[str, str], away: dict[str, str], missing: tuple[Account, ...]) -> None:
    assert unaccounted(attended(present, away), REGISTER) == missing


def test_a_member_counts_from_the_day_it_joined() -> None:
    later = attended({"A": "Åstorp", "B": "Lund", "C": "Bolaget AB"}, {}, datetime.date(2016, 3, 1))
    assert unaccounted(later, REGISTER) == (Account("Höör", ()),)


def test_one_organisation_has_many_forms() -> None:
    assert len({same_form(name) for name in ("Lund", "Lunds kommun", "Lunds  stad", "lund")}) == 1


def test_one_of_several_leaves_when_two_minutes_do_not_name_them() -> None:
    days = [datetime.date(2015, month, 1) for month in (1, 3, 5, 9)]
    present = [{"Ann Ek": "Kansliet", "Bo Al": "Kansliet"}, *[{"Bo Al": "Kansliet", "Cy Asp": "Kansliet"}] * 3]
    register = derived([attended(people, {}, day) for people, day in zip(present, days, strict=True)])
    assert [(seat.person, seat.until) for seat in register.seats] == [
        ("Ann Ek", days[0]), ("Bo Al", None), ("Cy Asp", None),
    ]  # fmt: skip


def test_an_engagement_has_its_time() -> None:
    seats = (
        Seat("Ann Ek", "Lund", until=datetime.date(2015, 3, 31)),
        Seat("Bo Al", "Lund", since=datetime.date(2015, 4, 1)),
    )
    register = Register((), seats)
    for day, name in ((datetime.date(2015, 3, 31), "Ann Ek"), (datetime.date(2015, 4, 1), "Bo Al")):
        found = representative(register, "Lunds kommun", day)
        assert found is not None
        assert found.person == name
    assert representative(register, "Lund", None) is None, "two at some time: not guessed"


def test_a_register_is_read_out_of_earlier_minutes() -> None:
    days = [datetime.date(2015, month, 1) for month in (1, 3, 5, 9)]
    present = [{"Ann Ek": "Lund", "Bo Al": "Eslöv"}, {"Ann Ek": "Lund"}, {"Cy Asp": "Lund", "Bo Al": "Eslöv"},
               {"Cy Asp": "Lund", "Bo Al": "Eslöv", "Di Berg": "Konsulten"}]  # fmt: skip
    register = derived([attended(people, {}, day) for people, day in zip(present, days, strict=True)])
    assert [member.organisation for member in register.members] == ["Lund", "Eslöv"]
    assert Seat("Ann Ek", "Lund", since=days[0], until=days[1]) in register.seats
    assert Seat("Cy Asp", "Lund", since=days[2]) in register.seats
    assert [seat.person for seat in register.seats_on(days[3])] == ["Bo Al", "Cy Asp"], "a consultant has no seat"
