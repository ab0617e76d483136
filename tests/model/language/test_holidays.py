"""The Swedish calendar of closed offices."""

import datetime

import pytest

from model.language.holidays import easter, holiday, is_weekend


@pytest.mark.parametrize(("year", "day"), [
    (1999, "1999-04-04"), (2011, "2011-04-24"), (2015, "2015-04-05"), (2019, "2019-04-21"), (2024, "2024-03-31"),
    (2026, "2026-04-05"), (2038, "2038-04-25"), (2049, "2049-04-18"), (2076, "2076-04-19"),
])  # fmt: skip
def test_easter(year: int, day: str) -> None:
    assert easter(year) == datetime.date.fromisoformat(day)


@pytest.mark.parametrize(("day", "name"), [
    ("2015-04-03", "långfredagen"), ("2015-05-14", "Kristi himmelsfärdsdag"), ("2015-05-24", "pingstdagen"),
    ("2015-06-06", "nationaldagen"), ("2004-06-06", None), ("2004-05-31", "annandag pingst"), ("2015-05-25", None),
    ("2015-06-19", "midsommarafton"), ("2015-06-20", "midsommardagen"), ("2026-06-19", "midsommarafton"),
    ("2015-10-31", "alla helgons dag"), ("2016-11-05", "alla helgons dag"), ("2015-12-24", "julafton"),
    ("2015-12-31", "nyårsafton"), ("2016-01-06", "trettondedag jul"), ("2015-11-27", None),
])  # fmt: skip
def test_a_day_bears_its_name(day: str, name: str | None) -> None:
    assert holiday(datetime.date.fromisoformat(day)) == name


def test_saturdays_and_sundays_are_weekends() -> None:
    week = [datetime.date(2015, 11, 23) + datetime.timedelta(days=n) for n in range(7)]
    assert [is_weekend(day) for day in week] == [False] * 5 + [True] * 2
