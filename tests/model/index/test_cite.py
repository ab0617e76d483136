"""Where a reference leads: to exactly one meeting, item or clause, or to none."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from model.index.cite import Target, cited
from tests.model.index.seeded import ROOT, Seeded

GOLD = ROOT / "tests" / "gold"
ROWS = json.loads((GOLD / "search" / "references.json").read_text(encoding="utf-8"))["hanvisningar"]
RELATIONS = json.loads((GOLD / "relations.json").read_text(encoding="utf-8"))["relationer"]
SEEDS = {
    "kdg-2015-04": "000_b50e4c65934b5764.txt", "kdg-2011-05": "001_75e91c5f3e460ca9.txt",
    "kdg-2015-06": "002_c913b23fca38f994.txt", "kdg-2019-01": "003_f3bc23da98def9f4.txt",
    "kdg-2015-08": "004_01c69a0d3880d6b4.txt",
}  # fmt: skip
OUTCOMES = {
    "löst": {"found", "near"}, "eget": {"own"}, "olöst": {"unresolved"}, "annat organ": {"other"}, "datum": {"time"},
}  # fmt: skip


def text_of(minutes: str) -> str:
    return (Path(ROOT) / "seeds" / SEEDS[minutes]).read_text(encoding="utf-8")


def target_at(samples: Seeded, minutes: str, span: list[int], value: str | None) -> Target | None:
    found = cited(samples.index, samples.minutes[minutes], text_of(minutes))
    start, end = span
    return next((t for r, t in found if r.start < end and r.end > start and r.value == value), None)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['protokoll']}-{row['span'][0]}")
def test_every_reference_leads_where_the_gold_says(samples: Seeded, row: dict[str, Any]) -> None:
    target = target_at(samples, row["protokoll"], row["span"], row["varde"])
    if row["utfall"] == "ingen" or row["varde"] in (None, "recurring"):
        assert target is None
        return
    assert target is not None
    assert target.outcome in OUTCOMES[row["utfall"]]
    if row["utfall"] in ("löst", "eget"):
        assert target.minutes == samples.minutes[row["till"]].id
    if row["utfall"] in ("olöst", "annat organ"):
        body, _, day = row["till"].partition("@")
        assert (target.minutes, target.body or "kdg", target.day) == (None, body, day or None)


EXPLICIT = [
    relation for relation in RELATIONS
    if relation["sakerhet"] == "uttrycklig" and relation["datum"] and relation["omfang"] in {"kdg", "organ"}
    and len(relation["datum"]) == 10 and "→" not in relation["till"] and "@" in relation["till"]
]  # fmt: skip


@pytest.mark.parametrize("relation", EXPLICIT, ids=lambda relation: relation["id"])
def test_the_explicit_relations_lead_to_their_meetings(samples: Seeded, relation: dict[str, Any]) -> None:
    minutes = relation["fran"].partition("/")[0]
    evidence = "".join(relation["belagg"].split())
    text = text_of(minutes)
    found = [
        target for reference, target in cited(samples.index, samples.minutes[minutes], text)
        if reference.value == relation["datum"] and target.outcome != "own"
        and evidence[:12] in "".join(text[max(0, reference.start - 260) : reference.end + 200].split())
    ]  # fmt: skip
    body, _, _day = relation["till"].partition("@")
    kept = {(target.body or "kdg") for target in found if target.outcome != "time"}
    assert kept == {body}
    realised = relation["realiserad"]
    if realised:
        assert {target.minutes for target in found} == {samples.minutes[realised.partition("/")[0]].id}


CASES = (
    ("Se protokoll 4/2015, § 1.", "kdg-2015-08", ["kdg-2015-04", "kdg-2015-04/1"]),
    ("Enligt protokoll 4/2015 § 1 p 3 ska arbetet följas upp.", "kdg-2015-08", ["kdg-2015-04", "kdg-2015-04/1#3"]),
    ("Gruppen beslutade 150612 § 7 b.", "kdg-2015-08", ["kdg-2015-04", "kdg-2015-04/7b"]),
    ("Se protokoll 5/2015.", "kdg-2015-08", [None]),
    ("Vid förra mötet togs frågan upp.", "kdg-2015-08", ["kdg-2015-06"]),
    ("Frågan tas upp på nästa möte.", "kdg-2015-04", ["kdg-2015-06"]),
    ("Styrelsens protokoll 4/2015 lades till handlingarna.", "kdg-2015-08", [None]),
    ("Gruppen beslutade den 13 juni 2015 i frågan.", "kdg-2015-08", ["kdg-2015-04"]),
    ("Styrelsen beslutade 150612 i frågan.", "kdg-2015-08", [None]),
    ("Enligt § 3 i samma protokoll.", "kdg-2015-08", [None]),
    ("Gruppen beslutade i juni 2015 om planen.", "kdg-2015-08", ["kdg-2015-04"]),
    ("Gruppen beslutade i maj 2015 om planen.", "kdg-2015-08", [None]),
    ("Protokoll 4/2015, §§ 2-3.", "kdg-2015-08", ["kdg-2015-04", "kdg-2015-04"]),
    ("Protokoll 4/2015 § 99.", "kdg-2015-08", ["kdg-2015-04", "kdg-2015-04"]),
    ("Protokoll 9/2015 § 1.", "kdg-2015-08", [None, None]),
    ("Styrelsen § 4.", "kdg-2015-08", [None]),
    ("Dnr KS 2015/12.", "kdg-2015-08", [None]),
    ("Enligt § 5/2019 gäller detta.", "kdg-2015-08", ["kdg-2019-01/5"]),
    ("Vid förra mötet togs frågan upp.", "kdg-2011-05", [None]),
    ("Gruppen träffades den 16-17 september 2015.", "kdg-2015-08", ["kdg-2015-06"]),
)


@pytest.mark.parametrize(("text", "minutes", "expected"), CASES, ids=[text for text, _, _ in CASES])
def test_numbers_paragraphs_and_neighbours(
    samples: Seeded, text: str, minutes: str, expected: list[str | None]
) -> None:
    made = []
    for _, target in cited(samples.index, samples.minutes[minutes], text):
        held = next((name for name, m in samples.minutes.items() if m.id == target.minutes), None)
        made.append(samples.address(str(target.minutes), str(target.node)) if target.node else held)
    assert made == expected


def test_only_the_very_day_may_be_linked_without_asking(samples: Seeded) -> None:
    said = "Gruppen beslutade den 12 juni 2015. Gruppen beslutade den 13 juni 2015."
    found = cited(samples.index, samples.minutes["kdg-2015-08"], said)
    assert [target.is_certain for _, target in found] == [True, False]


def test_minutes_that_do_not_say_whose_they_are_have_no_earlier_meeting(samples: Seeded) -> None:
    minutes = samples.minutes["kdg-2015-08"]
    nobodys = replace(minutes, body=replace(minutes.body, name=""))
    assert [target.outcome for _, target in cited(samples.index, nobodys, "som sades vid förra mötet")] == [
        "unresolved"
    ]
