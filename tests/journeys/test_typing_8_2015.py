"""Minutes 8/2015 typed after 6/2015 with the keyboard alone: nine items, sub-items, a table, one who comes late.

What is typed equals the ground truth; the presses are counted against the same minutes in an empty Word page.
"""

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Paths, Program
from model.edit.parts import kind_of, words_of
from model.record.blocks import Clause, Item, Paragraph, Row
from model.record.minutes import Minutes
from model.record.people import PeopleList
from tests.bench.keystrokes import in_word, presses
from tests.journeys.assisted import Assisted
from tests.journeys.typist import gold
from tests.model.word.goldrecords import gold as gold_record

WAIT = 30_000
TRUTH = gold("kdg-2015-08")
RECORD = gold_record("kdg-2015-08")
EARLIER = ("001_75e91c5f3e460ca9.txt", "000_b50e4c65934b5764.txt", "002_c913b23fca38f994.txt")
"""5/2011, 4/2015 and 6/2015: what the archive holds when the meeting begins."""

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FORM = ("8", "<Tab>", "2015", "<Tab>", "20151127", "<Return>")
MEETING_LINE = " 9-1145 Drottninggatan 7 a Helsingborg"
"""After the day, which stands there already."""

LATE = datetime.datetime(2015, 11, 27, 9, 50)


@pytest.fixture
def program(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setenv("VID_TANGENTERNA_CACHE", str(tmp_path / "cache"))
    made = Program(qapp, Paths(tmp_path / "config" / "settings.json", tmp_path / "state"), tmp_path / "Protokoll")
    made.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow, timeout=WAIT)
    made.exchange.read_in([SEEDS / name for name in EARLIER])
    qtbot.waitUntil(lambda: len(made.finding.lines) == len(EARLIER), timeout=WAIT)
    qtbot.waitUntil(lambda: made.aids.knowing.has_learned, timeout=WAIT)
    yield made
    if made.window.isVisible():
        made.desk.end()
    made.close()


def begin(program: Program, qtbot: QtBot) -> Assisted:
    """New minutes after the last ones; the caret at the end of the meeting line."""
    before, typist = program.session.minutes, Assisted(program)
    typist.answer("Ctrl+Shift+N", *FORM)
    qtbot.waitUntil(lambda: program.session.minutes not in (None, before), timeout=WAIT)
    program.window.activateWindow()  # as a window manager does when a form goes; the offscreen platform has none
    qtbot.waitUntil(program.window.sheet.hasFocus, timeout=WAIT)
    program.window.sheet.now = lambda: LATE
    return typist


def type_head(typist: Assisted) -> None:
    """Meeting line and people; Fredrik comes at 9.50, ticked in the roster."""
    typist.press("Return")
    typist.type(MEETING_LINE)
    typist.press("Tab")
    typist.press("F9")
    for letters, then in (
        ("kat", "<Del>"),
        ("an", "<Del>"),
        ("st", "<Space>"),
        ("åst", "<Space>"),
        ("fret", "<Return>"),
    ):
        typist.type(letters)
        typist.press(then[1:-1])
    typist.run("<Return>", "<Return>", "<Return>", line_of("gaster"), "<Return>")


def line_of(kind: str) -> str:
    """The line of people as printed."""
    people = next(p for p in TRUTH["narvaro"] if p["slag"] == kind)
    return str(people["norm"]).partition(": ")[2]


def type_body(typist: Assisted, program: Program) -> None:
    """Opening, items and closing."""
    typist.run("<Backspace>", TRUTH["oppning"]["norm"], "<Ctrl+Return>")
    for position, block in enumerate(RECORD.blocks[1:], 1):
        before = RECORD.blocks[position - 1]
        if position > 1:
            typist.run(*way(before, block))
        if isinstance(block, Row):
            type_row(typist, block, first=not isinstance(before, Row))
        else:
            typist.write(words_of(block).plain)
    typist.press("Ctrl+Shift+P")
    typist.type("avslutar")
    typist.press("Return")


def way(before: Any, block: Any) -> tuple[str, ...]:
    """The structure keys from one block to the next."""
    if isinstance(block, Row):
        return ()
    if isinstance(before, Row):
        return ("<Return>", "<Return>", "<Return>")
    if isinstance(block, Item) and block.level == 2:
        return ("<Return>", "<Tab>") if isinstance(before, Clause) else ("<Return>", "<Tab>", "<Tab>")
    if isinstance(block, Item):
        return ("<Return>", "<Return>") if isinstance(before, Clause) else ("<Ctrl+Return>",)
    if isinstance(block, Clause):
        return ("<Return>",) if isinstance(before, Clause) else ("<Return>", "<Return>")
    return ("<Return>", "<Shift+Tab>") if isinstance(before, Clause) else ("<Return>",)


def type_row(typist: Assisted, row: Row, *, first: bool) -> None:
    """A row, cell by cell; the sum is counted by the program."""
    typist.run(*(("<Return>", "<Ctrl+T>") if first else ("<Return>",)))
    if row.kind == "sum":
        typist.run(row.cells[0].plain, "<Ctrl+Shift+T>")
        return
    typist.run(row.cells[0].plain, "<Tab>", row.cells[1].plain)


def outline(minutes: Minutes) -> list[tuple[str, str]]:
    """Kind and words of every block; blanks that do not break are blanks."""
    return [(kind_of(block), words_of(block).plain.replace("\u00a0", " ")) for block in minutes.blocks]


def people(found: PeopleList | None) -> list[tuple[Any, ...]]:
    return [
        (e.name, e.organisation, e.collective, [s.arrived for s in e.stays]) for e in (found.entries if found else ())
    ]


def joint(found: PeopleList | None) -> list[list[str]]:
    """Those who share a printed organisation."""
    entries = found.entries if found else ()
    groups = dict.fromkeys(e.group for e in entries if e.group)
    shared = [[e.name for e in entries if e.group == group] for group in groups]
    return [names for names in shared if len(names) > 1]


def people_in_truth(kind: str) -> list[tuple[Any, ...]]:
    told = next(p for p in TRUTH["narvaro"] if p["slag"] == kind)
    return [
        (
            p["namn_tryckt"] or p["kollektiv"],
            p["organisation_tryckt"],
            p["kollektiv"] is not None,
            [datetime.time.fromisoformat(t["fran"]) for t in p["tider"]],
        )
        for p in told["poster"]
    ]


def test_what_is_typed_is_the_ground_truth_and_the_keys_are_few(program: Program, qtbot: QtBot) -> None:
    typist = begin(program, qtbot)
    type_head(typist)
    type_body(typist, program)
    made = program.session.minutes
    assert made is not None
    assert (made.number, made.year) == (8, 2015)
    assert (made.meeting.date, made.meeting.start, made.meeting.end) == (
        datetime.date(2015, 11, 27), datetime.time(9), datetime.time(11, 45),
    )  # fmt: skip
    assert (made.meeting.place.street, made.meeting.place.town) == ("Drottninggatan 7 a", "Helsingborg")
    assert outline(made) == outline(RECORD)
    lists = made.attendance
    for kind, found in (("narvarande", lists.present), ("forhinder", lists.apologies), ("gaster", lists.guests)):
        assert sorted(people(found)) == sorted(people_in_truth(kind)), kind
    assert [e.name for e in lists.present.entries] == [p[0] for p in people_in_truth("narvarande")]
    assert joint(lists.guests) == [["Claes Malmberg", "Christian Larsson"],
                                   ["Moa Larsson", "Ulrika Fridolf", "Victor Jönsson"]]  # fmt: skip
    assert not joint(lists.present)
    assert {(s.label, s.name) for s in made.signatures} == {(s.label, s.name) for s in RECORD.signatures}
    word = in_word("004_01c69a0d3880d6b4.txt")
    print(f"{typist.total} presses, Word {word}: {typist.total / word:.2f}; structure {typist.structure}")
    assert typist.total <= 0.75 * word
    assert typist.structure <= 0.15 * structure_in_word(word)


def structure_in_word(word: int) -> int:
    """Presses in Word that are no content: labels, numbers, "Beslut:", "att", blank lines."""
    content = sum(presses(words_of(block).plain) for block in RECORD.blocks)
    lists = (RECORD.attendance.present, RECORD.attendance.apologies, RECORD.attendance.guests)
    content += sum(presses(found.line.plain) for found in lists if found)
    return word - content - presses(RECORD.meeting.line)


def test_the_truth_has_what_the_journey_is_to_show() -> None:
    kinds = [type(block) for block in RECORD.blocks]
    assert (kinds.count(Clause), kinds.count(Row)) == (23, 4)
    assert sum(isinstance(block, Item) and block.level == 1 for block in RECORD.blocks) == 9
    assert isinstance(RECORD.blocks[-1], Paragraph)
