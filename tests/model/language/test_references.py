"""References: every form in which minutes name a time, a meeting, a paragraph or a case, and what is none."""

import datetime
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.language.meetingplans import recurring
from model.language.promises import in_prose, of_clauses
from model.language.references import Reference, Setting, find

ROOT = Path(__file__).resolve().parents[3]
GOLD = ROOT / "tests" / "gold" / "search"
FORMS = json.loads((GOLD / "reference_forms.json").read_text(encoding="utf-8"))
REFERENCES = json.loads((GOLD / "references.json").read_text(encoding="utf-8"))
SEEDS = {
    "kdg-2015-04": "000_b50e4c65934b5764.txt", "kdg-2011-05": "001_75e91c5f3e460ca9.txt",
    "kdg-2015-06": "002_c913b23fca38f994.txt", "kdg-2019-01": "003_f3bc23da98def9f4.txt",
    "kdg-2015-08": "004_01c69a0d3880d6b4.txt",
}  # fmt: skip
KINDS = {
    "datum": "date", "intervall": "interval", "månad": "month", "vecka": "week", "mötesnummer": "number",
    "paragraf": "paragraph", "diarienummer": "case", "relativ": "relative",
}  # fmt: skip
ROLES = {"eget": "own", "bakåt": "back", "framåt": "ahead", "händelse": "event", "uppgift": "event"}


def in_seed(minutes: str) -> list[Reference]:
    meeting = REFERENCES["moten"][minutes]
    day = datetime.date.fromisoformat(meeting["datum"])
    text = (ROOT / "seeds" / SEEDS[minutes]).read_text(encoding="utf-8")
    return find(text, Setting(day, "Kommundirektörsgruppen", number=meeting["nummer"]))


def row_name(row: dict[str, Any]) -> str:
    return f"{row['protokoll']}-{row['span'][0]}"


@pytest.mark.parametrize("row", REFERENCES["hanvisningar"], ids=row_name)
def test_every_reference_of_the_seeds_is_read_as_the_gold_says(row: dict[str, Any]) -> None:
    start, end = row["span"]
    over = [ref for ref in in_seed(row["protokoll"]) if ref.start < end and ref.end > start]
    if row["slag"] == "ingen":
        assert not over
        return
    if row["varde"] in (None, "recurring"):
        return
    found = next(ref for ref in over if ref.value == row["varde"])
    assert found.kind == KINDS[row["slag"]]
    assert found.role == ROLES[row["roll"]]
    assert (found.body or "kdg" if found.meeting else None) == (None if row["utfall"] == "datum" else row["organ"])


DATES = [
    row for row in json.loads((ROOT / "tests" / "gold" / "dates.json").read_text(encoding="utf-8"))
    if row["precision"] in {"dag", "intervall", "vecka", "månad"} and row["roll"] != "period"
]  # fmt: skip


@pytest.mark.parametrize("row", DATES, ids=lambda row: f"{row['protokoll']}-{row['rad']}-{row['tryckt']}")
def test_every_day_week_and_month_of_the_seeds_is_the_golds(row: dict[str, Any]) -> None:
    lines = (ROOT / "seeds" / SEEDS[row["protokoll"]]).read_text(encoding="utf-8").split("\n")
    first = row["rad"] if isinstance(row["rad"], int) else row["rad"][0]
    start = sum(len(line) + 1 for line in lines[: first - 1])
    end = start + len(lines[first - 1]) + len(row["tryckt"])
    assert row["iso"].replace("|", ",") in {ref.value for ref in in_seed(row["protokoll"]) if start <= ref.start <= end}


@pytest.mark.parametrize("minutes", SEEDS)
def test_nothing_else_is_read_in_the_seeds_but_the_meeting_itself(minutes: str) -> None:
    spans = [row["span"] for row in REFERENCES["hanvisningar"] if row["protokoll"] == minutes]
    others = [ref for ref in in_seed(minutes) if not any(ref.start < b and ref.end > a for a, b in spans)]
    assert {ref.role for ref in others} <= {"own"}


@pytest.mark.parametrize("row", FORMS, ids=lambda row: row["text"])
def test_further_forms(row: dict[str, Any]) -> None:
    found = find(row["text"], Setting(datetime.date.fromisoformat(row["motesdatum"])))
    assert [(ref.kind, ref.value) for ref in found] == [(KINDS[kind], value) for kind, value in row["vantat"]]


OTHER_BODIES = json.loads((GOLD / "other_bodies.json").read_text(encoding="utf-8"))
"""Sentences written for the test, as other bodies write; what each names belongs to "own", another body, or no "
    "meeting."""


@pytest.mark.parametrize("row", OTHER_BODIES, ids=lambda row: f"{row['organ'][:12]}: {row['text'][:60]}")
def test_other_bodies_write_in_their_own_way(row: dict[str, Any]) -> None:
    found = find(row["text"], Setting(datetime.date.fromisoformat(row["motesdatum"]), row["organ"]))
    assert [[ref.value, (ref.body or "own") if ref.meeting else None] for ref in found] == row["vantat"]


def test_a_meeting_that_moves_says_from_which_day() -> None:
    setting = Setting(datetime.date(2014, 12, 5), "Samverkansnämnden")
    first, second = find("Sammanträdet den 6 mars flyttas till den 13 mars.", setting)
    assert (first.moves_from, second.moves_from) == (None, "2015-03-06")


MOVED = (
    "Mötet den 9 april senareläggs till den 16 april.", "Mötet den 9 april hålls i stället den 16 april.",
    "Mötet hålls den 16 april i stället för den 9 april.", "Nytt datum för mötet den 9 april är den 16 april.",
    "att tidigarelägga sammanträdet den 9 april till den 16 april", "flytta mötet den 9 april till den 16 april",
)  # fmt: skip


@pytest.mark.parametrize("text", MOVED)
def test_a_meeting_moves_in_many_words(text: str) -> None:
    found = find(text, Setting(datetime.date(2024, 3, 12), "Styrelsen för Ridklubben"))
    assert [(ref.value, ref.moves_from) for ref in found if ref.moves_from] == [("2024-04-16", "2024-04-09")]


@pytest.mark.parametrize("text", ["", " ", "§", "§§", "den /", "/2015", "v.", "99/99", "31 februari", "200000", "\0"])
def test_nothing_is_read_where_nothing_stands(text: str) -> None:
    assert find(text, Setting(datetime.date(2015, 6, 12))) == []


def test_without_the_day_of_the_meeting_no_year_is_guessed() -> None:
    assert [ref.value for ref in find("den 12 juni, den 1 juli 2015", Setting())] == ["2015-07-01"]


@given(st.text(st.sampled_from("§0123456789/.-–: \n,abcdejlmnorstuvåäöAKSO()"), max_size=80))
def test_any_words_can_be_read_and_every_reference_lies_in_them_apart(text: str) -> None:
    found = find(text, Setting(datetime.date(2015, 6, 12), "Kommunstyrelsen"))
    assert all(0 <= ref.start < ref.end <= len(text) for ref in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


PIECES = (
    "protokoll", "nr", "mötet", "möte", "den", "till", "och", "§", "§§", "punkt", "p.", "ovan", "4", "31", "0",
    "99", "2024", "0000", "/", "-", "–", ",", ".", "(", ")", "april", "februari", "feb", "i", "höst", "höstas",
    "vår", "våren", "sista", "första", "femte", "torsdagen", "månaden", "varje månad", "före", "påsk", "jul",
    "advent", "söndagen i", "årsmötet", "augustimötet", "månadsskiftet", "mars/april", "vecka", "53", "förra",
    "nästa", "styrelsens", "flyttas", "i stället för", "nytt datum för", "kl", "kr", "150612", "2024-02-30",
    "två veckor före", "Ansvarig:", "Klart:", "av", "tas fram", "ska", "\n",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 12, 31)))
def test_whatever_words_are_put_together_they_can_be_read(pieces: list[str], day: datetime.date) -> None:
    text, setting = " ".join(pieces), Setting(day, "Styrelsen för Ridklubben")
    found = find(text, setting)
    assert all(0 <= ref.start < ref.end <= len(text) for ref in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(ref.first_day for ref in found)
    assert all(0 <= made.start < made.end <= len(text) for made in in_prose(text, setting))
    assert len(of_clauses([text], setting)) == 1
    assert all(later > day for later in recurring(text, day))


PLANS = (
    ("Sammanträdesdagar 2023: 17/1, 14/2, 21/3 och 18/4.", ["2023-01-17", "2023-02-14", "2023-03-21", "2023-04-18"]),
    ("Mötesplan våren 2023: 26 januari, 23 februari, 29 mars.", ["2023-01-26", "2023-02-23", "2023-03-29"]),
    ("Mötestider för hösten: 4/9, 2/10.", ["2022-09-04", "2022-10-02"]),
)


@pytest.mark.parametrize(("text", "days"), PLANS)
def test_a_plan_of_meetings_plans_them_all(text: str, days: list[str]) -> None:
    found = find(text, Setting(datetime.date(2022, 3, 15), "Socialnämnden"))
    assert [(ref.value, ref.meeting, ref.role) for ref in found] == [(day, True, "ahead") for day in days]


IN_WORDS = (
    ("Frågan återkommer i vår.", "season", "2024-21", None),
    ("Vid mötet i höstas beslutades detta.", "season", "2023-23", "own"),
    ("Läget i vår förening är gott.", None, None, None),
    ("Utredningen görs under hösten.", "season", "2024-23", None),
    ("Se mötet i december.", "month", "2023-12", "own"),
    ("Redovisas på augustimötet.", "month", "2024-08", "own"),
    ("Marsmötet ställs in.", "month", "2024-03", "own"),
    ("Årsmötet 2022 beslutade detta.", "year", "2022", "årsmötet"),
    ("Årsstämman 2023 tog upp frågan.", "year", "2023", "årsstämman"),
    ("Klart sista torsdagen i april.", "date", "2024-04-25", None),
    ("Kursen hålls tredje onsdagen i oktober 2025.", "date", "2025-10-15", None),
    ("Kaffe ordnas första söndagen i advent.", "date", "2024-12-01", None),
    ("Svar lämnas innan påsk.", "date", "2024-03-31", None),
    ("Besked ges före midsommar.", "date", "2024-06-21", None),
    ("Avtalet tecknas före månadsskiftet.", "date", "2024-02-29", None),
    ("Klart till månadsskiftet mars/april.", "date", "2024-03-31", None),
    ("Protokollet från den 16 januari lades till handlingarna.", "date", "2024-01-16", "own"),
    ("Kommunens protokoll 2024-01-10 bifogas.", "date", "2024-01-10", None),
    ("Ärendet behandlades 2024-01-16 § 6.", "date", "2024-01-16", "own"),
    ("Länsstyrelsens beslut 2024-01-16 § 6 bifogas.", "date", "2024-01-16", "länsstyrelsen"),
    ("Se punkt 4 ovan.", "paragraph", "4", "own"),
    ("Se § 24 nedan.", "paragraph", "24", "own"),
    ("Jfr förra mötets punkt 4.", "paragraph", "4", "own"),
    ("Se deras protokoll nr 4.", "number", "4/2024", None),
    ("Enligt budget 2024 punkt 3 gäller detta.", None, None, None),
    ("Polisens möte i januari var välbesökt.", "month", "2024-01", None),
    ("Enligt beslut den 16 januari antas detta.", "date", "2024-01-16", "own"),
    ("Höstmötet 2022 tog upp frågan.", "year", "2022", "höstmötet"),
)


@pytest.mark.parametrize(("text", "kind", "value", "whose"), IN_WORDS, ids=lambda part: str(part)[:40])
def test_times_and_meetings_in_words(text: str, kind: str | None, value: str | None, whose: str | None) -> None:
    found = find(text, Setting(datetime.date(2024, 2, 13), "Styrelsen för Ridklubben"))
    said = [(ref.kind, ref.value, (ref.body or "own") if ref.meeting else None) for ref in found]
    assert (kind, value, whose) in said if kind else said == []


def test_two_days_in_two_months_are_no_span() -> None:
    found = find("10 april och 29 maj", Setting(datetime.date(2024, 2, 7)))
    assert [ref.value for ref in found] == ["2024-04-10", "2024-05-29"]


def test_a_number_without_a_year_after_nothing_but_a_word_is_read() -> None:
    assert [ref.value for ref in find("Se protokoll nr 4", Setting(datetime.date(2024, 2, 7)))] == ["4/2024"]


RULES = (
    ("Styrelsen möts andra tisdagen i varje månad.", "2024-03-12", 12),
    ("Mötena hålls sista torsdagen i månaden utom juli och augusti.", "2024-03-28", 10),
    ("Lön betalas sista torsdagen i varje månad.", "", 0),
)


@pytest.mark.parametrize(("text", "first", "count"), RULES)
def test_a_rule_of_meetings_is_a_year_of_days(text: str, first: str, count: int) -> None:
    days = [day.isoformat() for day in recurring(text, datetime.date(2024, 2, 13))]
    assert (days[:1], len(days)) == ([first] if first else [], count)
