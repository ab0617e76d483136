"""Registers of a year: decisions and what became of them, matters, subjects, people."""

import datetime
import json
from pathlib import Path

import pytest

from model.errors import FileError
from model.index.registers import bodies, decision_log, matters, people, proposed, subjects, years
from model.language.registerwords import SEE, SEE_ALSO, alphabetical
from model.store.subjects import SUBJECTS, Subject, read_subjects
from tests.model.index.seeded import ROOT, Seeded

GOLD = ROOT / "tests" / "gold"


def body(samples: Seeded) -> int:
    return next(row for row, _, _ in bodies(samples.index))


def own_list(folder: Path) -> tuple[Subject, ...]:
    (folder / SUBJECTS).write_bytes((GOLD / "amnesord.toml").read_bytes())
    return read_subjects(folder)


def test_the_subject_register_of_2015_is_the_gold(samples: Seeded, tmp_path: Path) -> None:
    made = [
        {
            "term": one.term,
            "se": f"{SEE} {one.see}" if one.see else f"{SEE_ALSO} {one.see_also}" if one.see_also else "",
            "hanvisningar": list(one.references),
        }
        for one in subjects(samples.index, body(samples), 2015, own_list(tmp_path))
    ]
    assert made == json.loads((GOLD / "register_2015.json").read_text(encoding="utf-8"))


def test_a_term_that_only_points_stands_where_its_target_does(samples: Seeded) -> None:
    known = (Subject("Kök", see="Mat"), Subject("Mat", text=("måltid",)))
    assert subjects(samples.index, body(samples), 2015, known) == []


def test_without_a_list_the_headings_are_a_beginning(samples: Seeded) -> None:
    found = {one.term: one.references for one in proposed(samples.index, body(samples), 2015)}
    assert found["Gemensamma e-tjänster"] == ("4/2015 § 2", "6/2015 § 1")
    assert "Övriga ärenden" not in found


def test_the_decision_log_has_every_clause_with_its_promise(samples: Seeded) -> None:
    log = decision_log(samples.index, body(samples), 2015, datetime.date(2015, 12, 1))
    assert len(log) == 45
    row = next(row for row in log if row.address == "4/2015 § 6 p 2")
    assert row.owed is not None
    assert (row.date, row.owed.who, row.owed.deadline, row.owed.state) == (
        "2015-06-12", "respektive kommundirektör", "2015-08-28", "unanswered",
    )  # fmt: skip
    assert next(row for row in log if row.address == "4/2015 § 7 d p 1").owed is None


def test_the_matters_of_a_year_stand_in_order_with_how_they_ended(samples: Seeded) -> None:
    found = matters(samples.index, body(samples), 2015)
    assert [one.address for one in found[:4]] == ["4/2015 § 1", "4/2015 § 2", "4/2015 § 3", "4/2015 § 4"]
    assert found[2].state == "withdrawn"


def test_the_people_of_a_year_and_their_meetings(samples: Seeded) -> None:
    found = {(one.name, one.organisation): one for one in people(samples.index, body(samples), 2015)}
    assert found["Katarina Pelin", "Båstad"].present == ("6/2015",)
    assert found["Katarina Pelin", "Båstad"].apologies == ("4/2015",)
    assert found["Frida Mattelin", "Skåne Nordväst"].guest == ("4/2015",)


def test_a_body_has_its_years(samples: Seeded) -> None:
    assert years(samples.index, body(samples)) == [2019, 2015, 2011]


def test_the_swedish_alphabet_ends_in_three_letters() -> None:
    words = ["Örn", "Ärende", "Åsna", "Zebra", "e-tjänst", "Etikett", "E-post", "apa", "Ål"]
    assert sorted(words, key=alphabetical) == [
        "apa", "E-post", "e-tjänst", "Etikett", "Zebra", "Ål", "Åsna", "Ärende", "Örn",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("[[amnesord]]\nterm='Mat'", (Subject("Mat"),)),
        ("[[amnesord]]\nterm=' '\n[[amnesord]]\nse='Mat'\n[[amnesord]]\nterm=3", ()),
        ("amnesord = 'Mat'", ()),
        ("[[amnesord]]\nterm='Mat'\nrubrik='kök'\nse_aven='Kök'", (Subject("Mat", see_also="Kök"),)),
    ],
)
def test_a_list_is_read_as_far_as_it_makes_sense(tmp_path: Path, text: str, expected: tuple[Subject, ...]) -> None:
    (tmp_path / SUBJECTS).write_text(text, encoding="utf-8")
    assert read_subjects(tmp_path) == expected


def test_an_archive_may_keep_no_list_but_not_a_broken_one(tmp_path: Path) -> None:
    assert read_subjects(tmp_path) == ()
    (tmp_path / SUBJECTS).write_bytes(b"\xff[[")
    with pytest.raises(FileError):
        read_subjects(tmp_path)
