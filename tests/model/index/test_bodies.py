"""Several bodies in one archive: each one's meetings are its own, and are found when they are named."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.index.cite import cited
from model.index.opened import Index
from model.index.suggest import Suggester
from model.index.writing import refresh
from model.record.blocks import Block
from model.record.meeting import Meeting
from model.record.minutes import Body, Minutes
from model.store.archive import Archive
from model.store.minutesfile import save
from tests.builders import IDS, clause, item, paragraph

COUNCIL = Body("sn", "Socialnämnden", "Socialnämndens")
BOARD = Body("ks", "Kommunstyrelsen", "Kommunstyrelsens")


def minutes(body: Body, day: str, number: int, *blocks: Block) -> Minutes:
    when = datetime.date.fromisoformat(day)
    return Minutes(IDS.new("p"), body, Meeting(IDS.new("m"), when), body.code, number, when.year, blocks=blocks)


BOARDS = minutes(BOARD, "2022-03-08", 3, *item("Taxa för hemtjänst", clause("remittera taxan till socialnämnden")))
SAME_DAY = minutes(COUNCIL, "2022-03-08", 2, *item("Taxa för hemtjänst", clause("avvakta kommunstyrelsens förslag")))
NOW = minutes(
    COUNCIL, "2022-04-19", 3,
    *item("Yttrande om taxa för hemtjänst", paragraph("Kommunstyrelsen beslutade 2022-03-08 § 1 att remittera taxan.")),
)  # fmt: skip


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Index]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    archive = Archive.create(tmp_path / "Protokoll", COUNCIL)
    for made in (BOARDS, SAME_DAY, NOW):
        save(archive.place_for(made), made, None)
    opened = Index(archive)
    refresh(opened)
    yield opened
    opened.close()


CASES = (
    ("Kommunstyrelsen beslutade 2022-03-08 i frågan.", BOARDS),
    ("Nämnden beslutade 2022-03-08 i frågan.", SAME_DAY),
    ("Beslutet fattades vid mötet den 8 mars.", SAME_DAY),
    ("KS beslutade 2022-03-08 § 1.", BOARDS),
    ("Kommunstyrelsens protokoll 3/2022.", BOARDS),
    ("Se protokoll 2/2022.", SAME_DAY),
    ("Kommunfullmäktige beslutade 2022-03-08.", None),
    ("Tekniska nämnden beslutade 2022-03-08.", None),
    ("Arbetsutskottet behandlade ärendet 2022-03-08.", None),
)


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_each_bodys_meeting_is_its_own(index: Index, text: str, expected: Minutes | None) -> None:
    targets = {target.minutes for _, target in cited(index, NOW, text)}
    assert targets == {expected.id if expected else None}


def test_another_bodys_named_decision_is_suggested_as_the_cause(index: Index) -> None:
    best, *others = Suggester(index).ranked(NOW, NOW.blocks[0].id)
    assert (best.minutes, best.kind) == (BOARDS.id, "foranleds_av")
    assert all(other.minutes == SAME_DAY.id for other in others)
