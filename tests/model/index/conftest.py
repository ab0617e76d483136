"""The five sample minutes, indexed once for all tests of this room that only ask."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.index.opened import Index
from model.index.writing import refresh
from model.record.blocks import Block
from model.record.meeting import Meeting
from model.record.minutes import Body, Minutes
from model.record.people import Attendance, Attendee, PeopleList
from model.record.text import Text
from model.store.archive import Archive
from model.store.minutesfile import save
from tests.builders import IDS, clause, item, paragraph
from tests.model.index.seeded import Seeded, seeded


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seeded]:
    """An archive of the samples, with its index open."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        made = seeded(Path(tmp_path_factory.mktemp("archive")) / "Protokoll")
        yield made
        made.index.close()


OTHERS = (
    ("Meddelanden", "Inga meddelanden."),
    ("Information från Alby kommun", "Kommunen informerade om läget i Alby."),
    ("Ekonomisk rapport", "Kassören redovisade ekonomin."),
    ("Nästa möte", "Nästa möte hålls i Alby."),
)
"""What stands in every set of minutes of the invented association."""


@pytest.fixture(scope="session")
def samples_of_others(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seeded]:
    """Twelve meetings of an invented association: standing items, one matter, and its own name everywhere."""
    body = Body("bf", "Styrelsen för Byalaget i Alby", "Byalagets")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        archive = Archive.create(tmp_path_factory.mktemp("others") / "Protokoll", body)
        made = {f"m{number}": _meeting(body, number) for number in range(1, 12)}
        made["last"] = _meeting(body, 12)
        for minutes in made.values():
            save(archive.place_for(minutes), minutes, None)
        index = Index(archive)
        refresh(index)
        yield Seeded(index, made)
        index.close()


def _meeting(body: Body, number: int) -> Minutes:
    blocks: list[Block] = []
    for heading, text in OTHERS:
        blocks += item(heading, paragraph(f"{text} Byalaget i Alby tackar."))
    if number == 8:
        blocks += item("Lekplats vid Norra dammen", clause("ge Lena i uppdrag att begära in offert på gungorna"))
    if number == 12:
        blocks += item("Lekplatsen vid Norra dammen", paragraph("Lena har fått offert på gungorna till lekplatsen."))
    day = datetime.date(2018, number, 14)
    people = PeopleList(
        Text("Lena Berg, Alby, Nils Ek, Alby"),
        (Attendee(IDS.new("n"), "Lena Berg", "Alby"), Attendee(IDS.new("n"), "Nils Ek", "Alby")),
    )
    return Minutes(
        IDS.new("p"), body, Meeting(IDS.new("m"), day), body.code, number, 2018, attendance=Attendance(people),
        blocks=tuple(blocks),
    )  # fmt: skip
