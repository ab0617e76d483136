"""What an archive teaches."""

import datetime
from dataclasses import replace
from pathlib import Path

from model.commands.learning import OWN, Taught, teach
from model.language.autotext import shipped
from model.language.whois import Known
from model.record.ids import NodeId
from model.record.members import Register, Seat
from model.record.minutes import Minutes
from model.record.people import Attendance, Attendee
from model.record.roster import composed
from model.record.style import HOUSE
from model.store.archive import Archive
from model.store.minutesfile import save
from model.store.register import add_named, write_register
from tests import builders as b


def held(number: int) -> Minutes:
    people = composed([Attendee(NodeId("n-222222"), "Ann Ek", "Lund")], HOUSE)
    made = b.minutes(b.item("Ekonomi", b.clause("uppdra åt kansliet att återkomma")), number=number)
    day = datetime.date(2015, number, 12)
    made = replace(made, id=NodeId(f"p-22222{number}"), attendance=Attendance(people))
    return replace(made, meeting=replace(made.meeting, date=day))


def test_an_archive_teaches_its_phrases_people_and_register(tmp_path: Path) -> None:
    archive = Archive.create(tmp_path, b.KDG)
    for number in (3, 4, 5):
        save(archive.place_for(held(number)), held(number), None)
    (tmp_path / "2014").mkdir()
    (tmp_path / "2014" / "protokoll.xml").write_text("skräp", encoding="utf-8")
    (tmp_path / OWN).write_text('[[formel]]\nkod = "hej"\nsats = "hälsa"\n', encoding="utf-8")
    taught = teach(tmp_path, "kdg")
    assert "uppdra åt kansliet att återkomma" in taught.learned.corpus.text
    assert [(known.name, known.last) for known in taught.learned.people] == [("Ann Ek", datetime.date(2015, 5, 12))]
    assert [seat.person for seat in taught.register.seats] == ["Ann Ek"]
    assert taught.formulas[0].code == "hej"
    assert teach(tmp_path, "ks").learned.corpus.text == ""
    add_named(tmp_path, "Kaj Nu", datetime.date(2015, 6, 1))
    assert teach(tmp_path).learned.people[-1] == Known("Kaj Nu", last=datetime.date(2015, 6, 1))
    kept = Register((), (Seat("Bo Al", "Lund"),))
    write_register(tmp_path, kept)
    assert teach(tmp_path).register == kept


def test_a_damaged_list_of_own_formulas_is_passed_by(tmp_path: Path) -> None:
    Archive.create(tmp_path, b.KDG)
    (tmp_path / OWN).write_text("kod = [", encoding="utf-8")
    assert teach(tmp_path).formulas == shipped()


def test_no_archive_teaches_what_the_program_brings(tmp_path: Path) -> None:
    assert teach(tmp_path) == Taught(formulas=shipped())
