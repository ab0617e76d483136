"""kill -9 in the middle of a sentence, twenty times: every key that was applied is in the journal."""

import datetime
import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.paper.sheet import Sheet
from desktop.theme import Theme
from model.edit.command import Command
from model.edit.document import Document
from model.record.blocks import Item
from model.record.ids import CountingIds, NodeId
from model.record.meeting import Meeting
from model.record.minutes import Body, Minutes
from model.store.journal import Journal
from model.store.recovery import find, replay
from tests.journeys.typist import body, events, gold, header

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of the other systems")

ROOT = Path(__file__).resolve().parents[2]
KEYS = 1_500
"""Keys of the minutes 1/2019 that are typed: the header, the opening and the first items."""

POINTS = sorted(random.Random(9).sample(range(1, KEYS), 20))


def first() -> Minutes:
    """An empty sheet, the same in both processes."""
    meeting = Meeting(NodeId("m-222222"), datetime.date(2019, 1, 18))
    organ = Body("kdg", "Kommundirektörsgruppen", "Kommundirektörsgruppens")
    return Minutes(NodeId("p-222222"), organ, meeting, "kdg", 1, 2019, blocks=(Item(NodeId("a-zzzzzz")),))


def typed(journal: Journal | None = None) -> Iterator[Minutes]:
    """Type; the record after each key."""
    truth = gold("kdg-2019-01")
    document = Document(first(), recorder=journal.write if journal else _nowhere)
    sheet = Sheet(Theme("light"), document, CountingIds())
    for number, event in enumerate(events(*header(truth), *body(truth))):
        if number == KEYS:
            return
        QApplication.sendEvent(sheet, event)
        yield document.minutes


def _nowhere(command: Command, minutes: Minutes) -> None: ...


def type_and_tell(folder: str) -> None:
    """What the process does that is killed: type, and tell of each key once it has been applied."""
    application = QApplication([])
    journal = Journal(Path(folder), "killed", first(), spare=())
    for number, _ in enumerate(typed(journal), 1):
        os.write(1, f"{number}\n".encode())
        application.processEvents()


@pytest.fixture(scope="module")
def records(qapp: QApplication) -> list[Minutes]:
    """The record after 0, 1, 2 … keys."""
    return [first(), *typed()]


@pytest.mark.parametrize("point", POINTS)
def test_no_applied_key_is_lost(point: int, records: list[Minutes], tmp_path: Path, qtbot: QtBot) -> None:
    script = f"from tests.journeys.test_hard_death import type_and_tell; type_and_tell({str(tmp_path)!r})"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as typing:
        assert typing.stdout is not None
        for line in typing.stdout:
            if int(line) >= point:
                typing.send_signal(signal.SIGKILL)
                break
        told = [int(line) for line in typing.stdout]
    applied = max(told, default=point)
    (left,) = find(tmp_path, spare=())
    back = replay(left)
    assert back.lost == 0
    assert any(back.minutes == record for record in records[applied : applied + 2]), (
        "the last key or one begun after it"
    )
