"""Finding people by a few letters."""

import datetime
from dataclasses import replace

import pytest

from model.language.whois import Known, complete, find, known_people
from model.record.ids import NodeId
from model.record.members import Register, Seat
from model.record.people import Attendance, Attendee
from model.record.roster import composed
from model.record.style import HOUSE
from tests import builders as b

PEOPLE = (
    Known("Katarina Pelin", "Båstad", source="meeting"), Known("Karl Ärlig", "Lund", source="register"),
    Known("Åke Östberg-Lind", "Ängelholm"), Known("René Dahl", "Båstad"), Known("Stefan Larsson", "Svalöv"),
    Known("Stefan Johansson", "Landskrona", source="meeting"), Known("Lars Stefansson", "Bjuv"),
)  # fmt: skip


@pytest.mark.parametrize(("typed", "names"), [
    ("ka", ["Katarina Pelin", "Karl Ärlig"]), ("pel", ["Katarina Pelin"]), ("kp", ["Katarina Pelin"]),
    ("båst", ["Katarina Pelin", "René Dahl"]), ("bast", ["Katarina Pelin", "René Dahl"]),
    ("ake", ["Åke Östberg-Lind"]),
    ("lind", ["Åke Östberg-Lind"]), ("rene", ["René Dahl"]), ("katrina", ["Katarina Pelin"]),
    ("pe ka", ["Katarina Pelin"]),
    ("stefan l", ["Stefan Larsson", "Lars Stefansson"]),
    ("zzz", []), ("", ["Katarina Pelin", "Stefan Johansson"]),
])  # fmt: skip
def test_a_few_letters_find_the_person(typed: str, names: list[str]) -> None:
    assert [found.known.name for found in find(typed, PEOPLE)] == names


def test_the_matching_letters_are_told() -> None:
    assert find("pel", PEOPLE)[0].matched == ((9, 12),)
    assert find("kp", PEOPLE)[0].matched == ((0, 1), (9, 10))


@pytest.mark.parametrize(("typed", "rest"), [
    ("Katar", "ina Pelin"), ("Stefan", " Johansson"), ("Stefan L", "arsson"), ("Ka", "tarina Pelin"), ("Xe", None),
    ("Katarina Pelin", None),
])  # fmt: skip
def test_one_name_is_completed_and_the_meeting_goes_first(typed: str, rest: str | None) -> None:
    assert complete(typed, PEOPLE) == rest


def test_whoever_has_left_stands_last() -> None:
    made = b.minutes()
    here = composed(
        [Attendee(NodeId("n-222222"), "Ann Ek", "Lund"), Attendee(NodeId("n-222223"), "hela gruppen", collective=True)],
        HOUSE,
    )
    made = replace(made, attendance=Attendance(here))
    seats = (
        Seat("Ann Ek", "Lund", title="direktör"),
        Seat("Anna Al", "Eslöv"),
        Seat("Annika Å", "Höör", until=datetime.date(2014, 1, 1)),
    )
    people = known_people(made, Register((), seats), [Known("Anna Al", "Eslöv"), Known("Annie B", "Bjuv")])
    assert [(known.name, known.source) for known in people] == [
        ("Ann Ek", "meeting"), ("Anna Al", "register"), ("Annika Å", "archive"), ("Annie B", "archive"),
    ]  # fmt: skip
    assert people[0].title == "direktör"
    assert [found.known.name for found in find("ann", people)] == ["Ann Ek", "Anna Al", "Annika Å", "Annie B"]
