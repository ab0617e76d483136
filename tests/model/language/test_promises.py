"""Promises: who is to do what by when, from clauses and from running text."""

import datetime
import json
import re
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from model.language.promises import Promise, in_prose, of_clauses
from model.language.references import Setting

GOLD = Path(__file__).resolve().parents[2] / "gold" / "search"
ROWS = json.loads((GOLD / "promises.json").read_text(encoding="utf-8"))
OTHERS = json.loads((GOLD / "other_promises.json").read_text(encoding="utf-8"))
MEETINGS = json.loads((GOLD / "references.json").read_text(encoding="utf-8"))["moten"]
KINDS = {
    "ingen": "none", "uppdrag": "task", "uppmaning": "urge", "återkomst": "return", "uppskjutet": "postponed",
    "val": "election",
}  # fmt: skip


def bare(words: str) -> str:
    return re.sub(r"(?i)^(?:samt )?att ", "", words.removesuffix(" samt")).rstrip(".")


def decision(row: dict[str, Any]) -> str:
    return str(row["sats"]).split("#")[0] if row["sats"] else str(row["text"])


def read_gold() -> list[tuple[dict[str, Any], Promise | None]]:
    made: list[tuple[dict[str, Any], Promise | None]] = []
    for _, group in groupby(ROWS, key=decision):
        rows = list(group)
        day = datetime.date.fromisoformat(MEETINGS[rows[0]["protokoll"]]["datum"])
        setting = Setting(day, "Kommundirektörsgruppen")
        if rows[0]["sats"]:
            made += zip(rows, of_clauses([bare(row["text"]) for row in rows], setting), strict=True)
        else:
            made += [(row, next(iter(in_prose(row["text"], setting)), None)) for row in rows]
    return made


@pytest.mark.parametrize(("row", "made"), read_gold(), ids=[row["text"][:60] for row in ROWS])
def test_the_seeds_promise_what_the_gold_says(row: dict[str, Any], made: Promise | None) -> None:
    assert made is not None
    assert (made.who, made.deadline, made.event, made.kind) == (
        row["ansvarig"], row["frist"], row["handelsedatum"], KINDS[row["slag"]],
    )  # fmt: skip
    implied = str(row.get("ansvarig_underforstadd") or "")
    assert (made.implied is None) == (not implied)
    assert (made.implied or "") in implied


@pytest.mark.parametrize("row", OTHERS, ids=lambda row: (row.get("text") or row["satser"][0])[:60])
def test_other_bodies_promise_in_their_own_way(row: dict[str, Any]) -> None:
    setting = Setting(datetime.date.fromisoformat(row["motesdatum"]), row["organ"])
    found = in_prose(row["text"], setting) if "text" in row else of_clauses(row["satser"], setting)
    assert [[made.kind, made.who, made.deadline] for made in found] == row["vantat"]


def test_an_inherited_party_is_never_given_as_printed() -> None:
    setting = Setting(datetime.date(2022, 3, 15), "Socialnämnden")
    first, second = of_clauses(["uppdra åt kansliet att utreda frågan", "redovisa detta senast 1/6"], setting)
    assert (first.who, first.implied, second.who, second.implied) == ("kansliet", None, None, "kansliet")


def test_a_first_name_is_a_party_when_somebody_of_that_name_took_part() -> None:
    setting = Setting(datetime.date(2022, 3, 15), "Socialnämnden")
    words = "Zdravka mejlar ut underlaget."
    assert in_prose(words, setting) == []
    assert [made.who for made in in_prose(words, setting, frozenset({"Zdravka"}))] == ["Zdravka"]


@pytest.mark.parametrize("words", ["", " ", ".", "…", "att", "\0", "- ", "?" * 300, "å" * 5000])
def test_nothing_is_promised_where_nothing_is_said(words: str) -> None:
    setting = Setting(datetime.date(2022, 3, 15), "Socialnämnden")
    assert in_prose(words, setting) == []
    assert [made.who for made in of_clauses([words], setting)] == [None]


PROSE = (
    ("Förslag ska tas fram till nästa möte. Ulf ansvarar.", "Ulf", None, "next"),
    ("En lokal söks. Ansvarig: Vera. Klart: 1 mars.", "Vera", "2024-03-01", None),
    ("Underlaget mejlas ut en vecka före mötet den 12 mars. Ansvarig: Vera.", "Vera", "2024-03-05", "2024-03-12"),
    ("Handlingarna skickas ut två veckor före mötet den 12 mars.", None, "2024-02-27", "2024-03-12"),
    ("Avrapporteras på mötet i maj.", None, "2024-05-31", "2024-05"),
    ("Regler tas fram av personalgruppen under våren.", "personalgruppen", "2024-05-31", None),
    ("Svaren sammanställs av Vera och Axel.", "Vera och Axel", None, None),
    ("Offerter tas in före påsk.", None, "2024-03-31", None),
    ("Ansökan ska vara inskickad senast den 1 april.", None, "2024-04-01", None),
    ("En skrivelse ska skickas före sportlovet.", None, None, None),
    ("VD återkommer i frågan på majmötet.", "VD", "2024-05-31", "2024-05"),
    ("Vera samordnar arbetet.", "Vera", None, None),
    ("Avtal tecknas av Vera före sommaren.", "Vera", "2024-05-31", None),
    ("Arbetet skjuts till hösten.", None, "2024-11-30", None),
    ("Datum bestäms på nästa styrelsemöte.", None, None, "next"),
)


@pytest.mark.parametrize(("text", "who", "deadline", "meeting"), PROSE, ids=lambda part: str(part)[:40])
def test_prose_promises_in_the_passive_too(
    text: str, who: str | None, deadline: str | None, meeting: str | None
) -> None:
    setting = Setting(datetime.date(2024, 2, 13), "Styrelsen för Ridklubben")
    (made,) = in_prose(text, setting, frozenset({"Vera", "Axel", "Ulf"}))
    assert (made.who, made.deadline, made.meeting.value if made.meeting else None) == (who, deadline, meeting)


STATED = (
    "Taxan höjs den 1 juli.", "Protokollet justeras och läggs ut på hemsidan.", "Nästa möte hålls den 12 mars.",
    "Ridskolan renoverades i höstas.", "Kassan räknas av två personer.", "Huset ägs av föreningen.",
    "Avgiften lämnas oförändrad till nästa år.", "Det ska köpas in fler sadlar.",
    "Enligt stadgarna väljs styrelsen i mars.", "Protokollet ska justeras senast den 20 februari.",
    "Ordföranden föreslår att Vera ska skriva till kommunen före den 1 mars.",
    "Vera ska inte längre vara kontaktperson från den 1 mars.",
)  # fmt: skip


@pytest.mark.parametrize(
    "clause", ["utse Vera Ek att justera protokollet", "välja Axel att jämte ordföranden justera dagens protokoll"]
)
def test_to_sign_the_minutes_is_an_election(clause: str) -> None:
    setting = Setting(datetime.date(2024, 2, 13), "Styrelsen för Ridklubben")
    assert [made.kind for made in of_clauses([clause], setting)] == ["election"]


@pytest.mark.parametrize("text", STATED)
def test_what_is_only_told_is_no_promise(text: str) -> None:
    assert in_prose(text, Setting(datetime.date(2024, 2, 13), "Styrelsen för Ridklubben")) == []
