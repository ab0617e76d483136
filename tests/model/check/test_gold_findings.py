"""The rules on the five samples, against what people found in them."""

import datetime
import json
from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest

from model.check.run import findings
from model.intake.sources import read_file
from model.record.ids import CountingIds
from model.record.members import Member, Register
from model.record.minutes import Minutes

ROOT = Path(__file__).resolve().parents[3]
GOLD = ROOT / "tests" / "gold"
FOUND = json.loads((GOLD / "lint_findings.json").read_text(encoding="utf-8"))
ROSTER = json.loads((GOLD / "roster.json").read_text(encoding="utf-8"))
RECORDS = {
    path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((GOLD / "records").glob("*.json"))
}

EXACT = {
    "S01": "no-decision", "S02": "number-gap", "S03": "empty-clause", "S04": "lead-varies", "S09": "unsigned-place",
    "S10": "no-closing", "S11": "no-opening", "N01": "speaker-unlisted", "N02": "absent-named", "N03": "member-missing",
    "N04": "twice", "N07": "empty-list", "N09": "first-name", "N10": "count-missing", "D02": "year-missing",
    "D04": "weekday", "D05": "deadline-closed", "D06": "deadline-passed", "B02": "samt", "B03": "stop-before",
    "B04": "stop-missing", "B11": "capital-att", "O01": "place-name", "O04": "apostrophe", "T01": "straight-quote",
    "T02": "hyphen-range", "E01": "sum",
}  # fmt: skip
"""Rules that must fire exactly as often in each sample as people found; their ids are the catalogue's."""

JOINED = frozenset(RECORDS) - {"kdg-2011-05"}
"""The samples in which Perstorp was a member: it joined between 2011 and 2015."""


@lru_cache
def minutes(name: str) -> Minutes:
    return read_file(ROOT / "seeds" / RECORDS[name]["kalla"]["fil"], CountingIds()).minutes


@lru_cache
def register() -> Register:
    late = datetime.date(2012, 1, 1)
    return Register(tuple(
        Member(town["namn"], None if town["medlem_fran"].startswith("före") else late,
               aliases=tuple(form.split(" (")[0] for form in town["varianter"]))
        for town in ROSTER["kommuner"]
    ))  # fmt: skip


@pytest.mark.parametrize("name", RECORDS)
@pytest.mark.parametrize("rule", EXACT)
def test_a_rule_fires_where_people_found_something(name: str, rule: str) -> None:
    wanted = [entry["text"] for entry in FOUND if (entry["regel"], entry["protokoll"]) == (rule, name)]
    got = [f.words or f.node for f in findings(minutes(name), register(), least="style") if f.rule == EXACT[rule]]
    assert len(got) == len(wanted), (got, wanted)


@pytest.mark.parametrize(("rule", "words", "name"), [
    ("member-missing", "Båstad", "kdg-2015-08"), ("speaker-unlisted", "Frida Mattelin", "kdg-2015-08"),
    ("speaker-unlisted", "Anna Rydholm", "kdg-2015-04"), ("absent-named", "Lena Mårtensson-Stenudd", "kdg-2015-08"),
    ("absent-named", "Katarina Pelin", "kdg-2015-08"), ("first-name", "Claes", "kdg-2011-05"),
    ("guest-unnamed", "Robert Lexeklint", "kdg-2015-06"), ("place-name", "Örkejlunga", "kdg-2011-05"),
    ("amount-blank", "200 000kr", "kdg-2015-08"),
])  # fmt: skip
def test_it_says_whom_and_what(rule: str, words: str, name: str) -> None:
    assert (rule, words) in {(f.rule, f.words) for f in findings(minutes(name), register(), least="style")}


def test_nine_in_ten_of_what_people_found_by_these_rules_is_found() -> None:
    wanted = Counter((e["protokoll"], e["regel"]) for e in FOUND if e["regel"] in EXACT)
    rules = {rule: gold for gold, rule in EXACT.items()}
    got = Counter(
        (name, rules[f.rule])
        for name in RECORDS
        for f in findings(minutes(name), register(), least="style")
        if f.rule in rules
    )
    assert (wanted & got).total() >= 0.9 * wanted.total()
