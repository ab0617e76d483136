"""The small functions of the screen's words."""

import datetime

import pytest

from desktop import swedish

DAY = datetime.date(2015, 11, 27)


@pytest.mark.parametrize(
    ("hour", "words"), [(3, "God kväll"), (4, "God morgon"), (9, "God morgon"), (10, "God dag"), (18, "God kväll")]
)
def test_the_greeting_goes_by_the_hour(hour: int, words: str) -> None:
    assert swedish.greeting(hour) == words


def test_dates_are_said_as_swedish_writes_them() -> None:
    assert swedish.weekday_date(DAY) == "Fredag 27 november 2015"
    assert swedish.day_and_month(DAY) == "27 nov"
    assert swedish.short_date(DAY) == "27 nov 2015"
    assert swedish.near_date(DAY, DAY) == "i dag"
    assert swedish.near_date(DAY, DAY + datetime.timedelta(days=1)) == "i går"
    assert swedish.clock(datetime.time(9, 5)) == "09.05"


def test_numbers_have_a_blank_that_does_not_break() -> None:
    assert swedish.searchable(1284) == "1\N{NO-BREAK SPACE}284 protokoll sökbara"
    assert swedish.meetings(1) == "1 möte"
    assert swedish.meetings(7) == "7 möten"


def test_addresses_are_short_in_the_list_and_whole_on_the_card() -> None:
    assert swedish.address("8/2015", 8) == "8/2015 · p. 8"
    assert swedish.card_address("4/2015", 1) == "4/2015 · punkt 1"
    assert swedish.address("8/2015", None) == "8/2015"
