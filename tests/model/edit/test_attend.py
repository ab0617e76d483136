"""The roster while the meeting goes on: ticking, joint affiliation, who came when."""

import datetime
from dataclasses import replace

import pytest

from model.edit import attend
from model.language.adding import added
from model.record.ids import APOLOGIES, GUESTS, PRESENT, NodeId
from model.record.minutes import Minutes
from model.record.people import Attendance, Attendee, Stay
from model.record.roster import composed
from model.record.style import HOUSE
from tests import builders as b

NAMES = ("Ann Ek", "Bo Al", "Cy Asp")


@pytest.fixture
def begun() -> Minutes:
    people = [Attendee(NodeId(f"n-22222{n}"), name, town) for n, (name, town) in
              enumerate(zip(NAMES, ("Norrby", "Söderby", "Västerby"), strict=True), 2)]  # fmt: skip
    made = b.minutes(
        b.item("Budget", b.text("s-333333", "Text")), b.item("Val", b.subitem("Revisor", b.text("s-444444")))
    )
    return replace(made, attendance=Attendance(composed(people, HOUSE), composed((), HOUSE)))


def line(minutes: Minutes, row: NodeId) -> str:
    people = minutes.people(row)
    return people.line.plain if people else ""


def test_a_person_ticked_off_and_on_again_stands_where_they_stood(begun: Minutes) -> None:
    bo = NodeId("n-222223")
    away = attend.SetPresence(bo, APOLOGIES).apply(begun)
    assert line(away, APOLOGIES) == "Bo Al, Söderby."
    back = attend.SetPresence(bo, PRESENT, attend.place_among(away, PRESENT, "Bo Al", NAMES)).apply(away)
    assert line(back, PRESENT) == line(begun, PRESENT)


def test_people_who_share_an_organisation_are_added_together(begun: Minutes) -> None:
    people = added("Disa Berg och Edvin Bok, Bolaget", b.IDS, "guest")
    made = attend.AddPeople(GUESTS, people).apply(begun)
    more = attend.AddPeople(GUESTS, added("Fia Gran och Gun Hall, Bolaget", b.IDS)).apply(made)
    assert line(more, GUESTS) == "Disa Berg och Edvin Bok, Bolaget, Fia Gran och Gun Hall, Bolaget."


def test_a_collective_is_one_entry_and_no_person(begun: Minutes) -> None:
    made = attend.AddPeople(GUESTS, added("hela traineegrupp 10", b.IDS)).apply(begun)
    guests = made.people(GUESTS)
    assert guests is not None
    assert [(entry.name, entry.collective) for entry in guests.entries] == [("hela traineegrupp 10", True)]


@pytest.mark.parametrize(("caret", "heading"), [
    ("s-333333", "Budget"), ("s-444444", "Val"), ("tidplats", None), (None, None),
])  # fmt: skip
def test_the_open_item_is_the_one_the_caret_stands_in(
    begun: Minutes, caret: NodeId | None, heading: str | None
) -> None:
    found = attend.open_item(begun, caret)
    headings = [block.heading.plain for block in begun.blocks if block.id == found]  # type: ignore[union-attr]  # items
    assert headings == ([heading] if heading else [])


def test_coming_late_is_printed_and_keeps_the_item(begun: Minutes) -> None:
    came = datetime.time(8, 45)
    item = attend.open_item(begun, NodeId("s-333333"))
    made = attend.Arrive(NodeId("n-222222"), came, item).apply(begun)
    assert line(made, PRESENT).startswith(
        "Ann Ek, Norrby (från kl.\u00a08.45), ".replace("\u00a0", line(made, PRESENT)[24])
    )
    _, entry = attend.row_of(made, NodeId("n-222222"))
    assert entry.stays == (Stay(arrived=came, arrived_item=item),)
