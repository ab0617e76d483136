"""References: every form in which minutes name a time, a meeting, a paragraph or a case, and what is none."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

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


@pytest.mark.parametrize("text", ["", " ", "§", "§§", "den /", "/2015", "v.", "99/99", "31 februari", "200000", "\0"])
def test_nothing_is_read_where_nothing_stands(text: str) -> None:
    assert find(text, Setting(datetime.date(2015, 6, 12))) == []


def test_without_the_day_of_the_meeting_no_year_is_guessed() -> None:
    assert [ref.value for ref in find("den 12 juni, den 1 juli 2015", Setting())] == ["2015-07-01"]
