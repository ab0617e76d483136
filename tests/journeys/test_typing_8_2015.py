"""Whole minutes typed with the keyboard alone and the program's help, above all 8/2015: nine items, sub-items, a table.

What is typed equals the ground truth; the presses are counted against the same minutes in an empty Word page.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Paths, Program
from model.edit.parts import words_of
from model.intake.sources import read_file
from model.record.blocks import Clause, Item, Paragraph, Row
from model.record.ids import CountingIds
from model.record.minutes import Minutes
from tests.bench.keystrokes import in_word, presses
from tests.journeys.meeting import WAIT, Meeting, earlier, head_of
from tests.journeys.truth import said, told
from tests.journeys.typist import gold
from tests.model.word.goldrecords import gold as gold_record

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
OTHERS = SEEDS.parent / "tests" / "gold" / "others"
Begin = Callable[[Sequence[Path], dict[str, Any], Minutes], Meeting]


@pytest.fixture
def begin(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Begin]:
    """The program, with the minutes before those that are to be typed in its archive."""
    monkeypatch.setenv("VID_TANGENTERNA_CACHE", str(tmp_path / "cache"))
    made = Program(qapp, Paths(tmp_path / "config" / "settings.json", tmp_path / "state"), tmp_path / "Protokoll")
    made.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow, timeout=WAIT)

    def one(files: Sequence[Path], truth: dict[str, Any], record: Minutes) -> Meeting:
        if files:
            made.exchange.read_in(list(files))
            qtbot.waitUntil(lambda: len(made.finding.lines) == len(files), timeout=WAIT)
            qtbot.waitUntil(lambda: made.aids.knowing.has_learned, timeout=WAIT)
        return Meeting(made, qtbot, truth, record)

    yield one
    if made.window.isVisible():
        made.desk.end()
    made.close()


def sample(begin: Begin, name: str) -> Meeting:
    """A sample's meeting, after the samples before it."""
    return begin([SEEDS / file for file in earlier(name)], gold(name), gold_record(name))


def test_what_is_typed_is_the_ground_truth_and_the_keys_are_few(begin: Begin) -> None:
    meeting = sample(begin, "kdg-2015-08")
    meeting.hold()
    made, typist = meeting.minutes, meeting.typist
    assert said(made) == told("kdg-2015-08", meeting.truth)
    assert made.meeting.line == "151127, Drottninggatan 7 a, Helsingborg kl 09.00-11.45."
    assert [(s.label, s.name) for s in made.signatures] == [(s.label, s.name) for s in meeting.record.signatures]
    word = in_word(meeting.truth["kalla"]["fil"])
    print(f"{typist.total} presses, Word {word}: {typist.total / word:.3f}; structure {typist.structure}; "
          f"{typist.taken} ghosts taken, {typist.right} of {typist.shown} right")  # fmt: skip
    assert typist.total <= 0.75 * word
    assert typist.structure <= 0.15 * structure_in_word(meeting.record, word)


@pytest.mark.parametrize(("name", "most", "but"), [
    ("kdg-2011-05", 0.82, ()), ("kdg-2015-04", 0.80, ()), ("kdg-2015-06", 0.60, ()), ("kdg-2019-01", 0.81, ("samt",)),
])  # fmt: skip
def test_the_other_samples_too(begin: Begin, name: str, most: float, but: tuple[str, ...]) -> None:
    """In 2019 the body no longer wrote "samt", as it had done until then."""
    meeting = sample(begin, name)
    meeting.hold()
    typist, word = meeting.typist, in_word(meeting.truth["kalla"]["fil"])
    print(f"{name}: {typist.total} presses, Word {word}: {typist.total / word:.3f}; structure {typist.structure}")
    found, wanted = said(meeting.minutes), told(name, meeting.truth)
    assert {key: value for key, value in found.items() if value != wanted[key] and key not in but} == {}
    assert typist.total <= most * word


@pytest.mark.parametrize(("before", "now"), [
    ("bn-2024-01", "bn-2024-03"), ("brf-2023-10", "brf-2023-11"), ("if-2024-02", "if-2024-03"),
    ("kyrk-2023-09", "kyrk-2023-11"),
])  # fmt: skip
def test_the_minutes_of_other_bodies_after_one_of_their_own(begin: Begin, before: str, now: str) -> None:
    """A committee, two associations and a parish: nothing of them was known but the minutes before."""
    file = OTHERS / f"{now}.txt"
    record = read_file(file, CountingIds()).minutes
    meeting = begin([OTHERS / f"{before}.txt"], head_of(record), record)
    meeting.hold()
    typist, word = meeting.typist, presses(file.read_text(encoding="utf-8").strip())
    print(
        f"{now}: {typist.total} presses, Word {word}: {typist.total / word:.3f}; {typist.right} of {typist.shown} right"
    )
    found, wanted = said(meeting.minutes), said(record)
    assert (found["people"], found["when"], found["where"]) == (wanted["people"], wanted["when"], wanted["where"])
    assert [words for _, words in found["blocks"]] == [words for _, words in wanted["blocks"]]
    assert typist.total <= 0.75 * word


def structure_in_word(record: Minutes, word: int) -> int:
    """Presses in Word that are no content: labels, numbers, "Beslut:", "att", blank lines."""
    content = sum(presses(words_of(block).plain) for block in record.blocks)
    lists = (record.attendance.present, record.attendance.apologies, record.attendance.guests)
    content += sum(presses(found.line.plain) for found in lists if found)
    return word - content - presses(record.meeting.line)


def test_the_truth_has_what_the_journey_is_to_show() -> None:
    blocks = gold_record("kdg-2015-08").blocks
    kinds = [type(block) for block in blocks]
    assert (kinds.count(Clause), kinds.count(Row)) == (23, 4)
    assert sum(isinstance(block, Item) and block.level == 1 for block in blocks) == 9
    assert isinstance(blocks[-1], Paragraph)
