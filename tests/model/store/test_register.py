"""The register in `arkiv.toml`."""

import datetime
from pathlib import Path

import pytest

from model.errors import NoArchiveError
from model.record.members import Member, Register, Seat
from model.store.archive import ABOUT, Archive
from model.store.register import add_named, read_named, read_register, write_register
from tests import builders as b

REGISTER = Register(
    (Member("Bjuv"), Member('Bolaget "X"', datetime.date(2015, 1, 1), datetime.date(2015, 12, 31), ("Bolaget",))),
    (Seat("Ann Ek", "Bjuv", "chair", "kommundirektör", datetime.date(2011, 1, 1)), Seat("Bo Al", "Bjuv")),
)  # fmt: skip


def test_what_is_written_is_read_again_and_the_rest_stays(tmp_path: Path) -> None:
    Archive.create(tmp_path, b.KDG)
    with (tmp_path / ABOUT).open("a", encoding="utf-8") as file:
        file.write('\n# own note\n[mallar]\nprotokoll = "x.docx"\n')
    write_register(tmp_path, REGISTER)
    write_register(tmp_path, REGISTER)
    assert read_register(tmp_path) == REGISTER
    text = (tmp_path / ABOUT).read_text(encoding="utf-8")
    assert "# own note\n[mallar]" in text
    assert text.count("[[medlem]]") == 2
    assert Archive.open(tmp_path).body == b.KDG


def test_an_archive_without_a_register_has_an_empty_one(tmp_path: Path) -> None:
    Archive.create(tmp_path, b.KDG)
    assert read_register(tmp_path) == Register()


@pytest.mark.parametrize("table", [
    "[[medlem]]\nfran = 2015-01-01\n", "[[uppdrag]]\nperson = 'A'\n", "medlem = 3\n", "[[medlem]]\norganisation = 7\n",
])  # fmt: skip
def test_an_entry_that_says_nothing_is_left_out(tmp_path: Path, table: str) -> None:
    Archive.create(tmp_path, b.KDG)
    path = tmp_path / ABOUT
    path.write_text(table + path.read_text(encoding="utf-8") if "=" in table.splitlines()[0] else
                    path.read_text(encoding="utf-8") + table, encoding="utf-8")  # fmt: skip
    assert read_register(tmp_path) == Register()


def test_who_has_been_named_is_remembered_once_and_the_rest_stays(tmp_path: Path) -> None:
    Archive.create(tmp_path, b.KDG)
    write_register(tmp_path, REGISTER)
    day = datetime.date(2015, 11, 27)
    for name in ('Kaj "Kaja" Nu', "Åsa Ek", "Åsa Ek"):
        add_named(tmp_path, name, day)
    write_register(tmp_path, REGISTER)
    assert read_named(tmp_path) == (('Kaj "Kaja" Nu', day), ("Åsa Ek", day))
    assert read_register(tmp_path) == REGISTER
    assert Archive.open(tmp_path).body == b.KDG


def test_a_folder_without_an_archive_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoArchiveError):
        read_register(tmp_path)


def test_an_engagement_ends_and_another_begins() -> None:
    left = REGISTER.ended("Ann Ek", "Bjuv", datetime.date(2015, 5, 31)).seated(Seat("Cy Asp", "Bjuv", "chair"))
    assert [seat.person for seat in left.seats_on(datetime.date(2015, 6, 1))] == ["Bo Al", "Cy Asp"]
