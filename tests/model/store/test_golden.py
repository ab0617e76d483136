"""The files of every format ever released: they are read for ever, to the same record, and their seals hold."""

import shutil
from pathlib import Path

import pytest

from model.edit.command import REGISTRY
from model.record.printing import lines
from model.store import recovery
from model.store.frames import read
from model.store.reader import from_bytes, parse
from model.store.schema import faults
from model.store.seal import hash_of, text_hash
from model.store.upgrade import Element, Step, to_current
from model.store.vocabulary import FORMAT
from model.store.writer import to_bytes
from tests.conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
RECORDS = sorted(GOLDEN.glob("protokoll-*.xml"))
JOURNALS = sorted(GOLDEN.glob("*.journal"))


def test_there_is_a_file_of_the_current_format() -> None:
    assert (GOLDEN / f"protokoll-{FORMAT}.xml") in RECORDS
    assert JOURNALS


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_of_any_format_is_read_whole_and_its_seal_holds(path: Path) -> None:
    data = path.read_bytes()
    read_back = from_bytes(data)
    record = read_back.minutes
    (seal,) = record.lifecycle.seals
    assert not read_back.read_only
    assert seal.value == hash_of(data)
    assert seal.text == text_hash(record)
    assert from_bytes(to_bytes(record)).minutes == record
    assert not faults(to_bytes(record))


def test_format_1_0_is_written_as_it_was_the_first_time() -> None:
    data = (GOLDEN / "protokoll-1.0.xml").read_bytes()
    assert to_bytes(from_bytes(data).minutes) == data
    printed = [line for _, line in lines(from_bytes(data).minutes)]
    assert printed[3:] == [
        "Tid/Plats: Fredag 12 juni 2015 kl. 9.00–15.00, Rådhuset, Norrby",
        "Närvarande: Åsa Öberg, Norrby, Bo Ek och Cecilia Dahl (t f kommundirektör), Söderby (från kl. 9.50).",
        "Anmält förhinder: –",
        "Inbjudna gäster: Di Berg, Bolaget.",
        "Åsa Öberg hälsade alla välkomna.",
        "1. Nästa möte den 28 augusti",
        "Ärendet föredrogs av Bo Ek, Söderby.",
        "Beslut:",
        "att notera informationen.",
        "2. Budget & plan 2016 <utkast>",
        "Yrkande av Norrby.",
        "Kommun\tBelopp",
        "Norrby\t40 000 kr",
        "Summa\t40 000 kr",
        "Kommundirektörsgruppen beslutar:",
        "att fastställa budgeten",
        "att återkomma i ärendet Paragrafen justerades omedelbart.",
        "- samt att sända protokollet vidare",
        "a) Delfråga",
        "Ärendet utgick. Tas upp på mötet den 28 augusti.",
        "Två rader\ni samma stycke.",
        "12. Övrigt",
        "Mötet avslutades.",
        "Vid tangenterna\tÅsa Öberg",
        "Justeras\tBo Ek\tordförande",
    ]


@pytest.mark.parametrize("path", JOURNALS, ids=lambda path: path.stem)
def test_a_journal_of_any_format_is_replayed_to_the_same_record(path: Path, tmp_path: Path) -> None:
    shutil.copy(path, tmp_path / "golden.0001.journal")
    (left,) = recovery.find(tmp_path, spare=())
    found = recovery.replay(left)
    assert found.lost == 0
    assert found.minutes == from_bytes(path.with_suffix(".xml").read_bytes()).minutes


def test_the_journal_holds_every_command_there_is() -> None:
    """A new command? `python -m tests.golden.making` makes a journal; those of released versions stay as they are."""
    said = {frame["entry"]["do"] for path in JOURNALS for frame in read(path.read_bytes()).frames[1:]}
    assert said >= set(REGISTRY)


def test_older_formats_go_step_by_step_to_the_current_one() -> None:
    old = parse(b"<a/>")
    asked: list[str] = []

    def step(name: str) -> Step:
        def done(root: Element) -> Element:
            asked.append(name)
            return root

        return done

    steps = {"0.8": ("0.9", step("to 0.9")), "0.9": (FORMAT, step("to current")), FORMAT: ("2.0", step("too far"))}
    assert to_current(old, "0.8", steps) is old
    assert asked == ["to 0.9", "to current"]
    assert to_current(old, "7.7", steps) is old
