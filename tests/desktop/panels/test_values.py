"""Years in order, meetings in order."""

import datetime
from pathlib import Path

import pytest

from desktop.panels.drawn import from_first_mark
from desktop.panels.values import Find, MeetingLine, by_year, steady


def line(name: str, year: int | None, day: datetime.date | None) -> MeetingLine:
    return MeetingLine(f"p-{name}", Path(name), name, year, day, "Gruppen")


def test_years_come_last_first_and_meetings_by_date_in_them() -> None:
    lines = [
        line("1/2014", 2014, datetime.date(2014, 1, 3)),
        line("2/2015", 2015, datetime.date(2015, 2, 3)),
        line("10/2015", 2015, datetime.date(2015, 12, 3)),
        line("–/–", None, None),
    ]
    years = by_year(lines)
    assert [year for year, _ in years] == [2015, 2014, None]
    assert [one.short_name for one in years[0][1]] == ["10/2015", "2/2015"]


def test_a_meeting_without_a_year_goes_by_its_date() -> None:
    assert by_year([line("x", None, datetime.date(2013, 5, 1))])[0][0] == 2013


def test_meetings_without_a_date_go_by_number() -> None:
    of_year = by_year([line("9/2015", 2015, None), line("10/2015", 2015, None)])[0][1]
    assert [one.short_name for one in of_year] == ["10/2015", "9/2015"]


@pytest.mark.parametrize(("words", "marked", "shown", "moved"), [
    ("mål och mångfald", ((8, 16),), "mål och mångfald", ((8, 16),)),
    (
        "att implementera målsättningar och nyckeltal inom mångfald", ((50, 58),),
        "… och nyckeltal inom mångfald", ((21, 29),),
    ),
    ("inga ord passar", (), "inga ord passar", ()),
])  # fmt: skip
def test_a_hit_begins_a_little_before_its_first_mark(
    words: str, marked: tuple[tuple[int, int], ...], shown: str, moved: tuple[tuple[int, int], ...]
) -> None:
    assert from_first_mark(words, marked) == (shown, moved)
    assert all(shown[a:b] == words[c:d] for (a, b), (c, d) in zip(moved, marked, strict=True))


def card(name: str) -> Find:
    return Find(f"p-{name}", Path(name), name, None, f"t-{name}", 1, name, "", item=f"a-{name}")


A, B, C, D = (card(name) for name in "abcd")


@pytest.mark.parametrize(("before", "fresh", "chosen", "held", "shown"), [
    ([A, B], [B, A, C], A, False, [A, B, C]),
    ([A, B], [C, A, B], B, False, [A, B, C]),
    ([A, B], [C, D], B, True, [C, B, D]),
    ([A, B], [C, D], B, False, [C, D]),
    ([A, B, C], [C], A, True, [A, C]),
    ([], [C, A], None, False, [C, A]),
])  # fmt: skip
def test_cards_keep_the_order_that_the_eye_knows_and_the_chosen_one_its_row(
    before: list[Find], fresh: list[Find], chosen: Find | None, held: bool, shown: list[Find]
) -> None:
    assert steady(before, fresh, chosen, held=held) == shown
