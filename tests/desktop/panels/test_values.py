"""Years in order, meetings in order."""

import datetime
from pathlib import Path

from desktop.panels.values import MeetingLine, by_year


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
