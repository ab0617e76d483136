"""The archive's list: taken over a few hundred meetings at a time, shown once, and left alone when it is the same."""

import datetime
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from desktop.background import Asker
from desktop.finding import SLICE, Finding
from desktop.memory.suggesting import Suggesting
from desktop.panels.sidebar import Sidebar
from desktop.session import Session
from desktop.theme import Theme
from model.index.meetings import MeetingRow
from model.record.ids import NodeId
from tests.desktop.scripted import Scripted


class Rested(Scripted, QObject):
    rested = Signal(bool)

    def __init__(self) -> None:
        QObject.__init__(self)
        Scripted.__init__(self)


class Archived(QObject):
    opened = Signal()
    archive_changed = Signal(object)
    archive, beside, minutes, path, document = Path("arkiv"), None, None, None, None


def row(number: int) -> MeetingRow:
    day = datetime.date(2015, 1, 1) + datetime.timedelta(days=number)
    name = f"{number}/2015"
    return MeetingRow(NodeId(f"p-{number}"), Path(name), name, number, 2015, day, "Gruppen", "draft")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Any:
    asker, session, sidebar = Rested(), Archived(), Sidebar(theme)
    qtbot.addWidget(sidebar)
    suggesting = cast("Suggesting", SimpleNamespace(again=lambda: None))
    finding = Finding(cast("Asker", asker), cast("Session", session), sidebar, suggesting)
    told: list[int] = []
    finding.listed.connect(lambda: told.append(len(finding.lines)))
    return SimpleNamespace(asker=asker, session=session, finding=finding, sidebar=sidebar, told=told)


def test_thousands_come_in_slices_and_are_shown_once(desk: Any) -> None:
    rows = [row(number) for number in range(SLICE + 7)]
    done: list[bool] = []
    desk.finding.ask_list(lambda: done.append(True))
    assert desk.asker.waiting("meetings").what["start"] == 0
    desk.asker.answer("meetings", tuple(rows[:SLICE]))
    assert (desk.told, done) == ([], [])
    assert desk.asker.waiting("meetings").what["start"] == SLICE
    desk.asker.answer("meetings", tuple(rows[SLICE:]))
    assert (desk.told, done) == ([SLICE + 7], [True])
    assert desk.sidebar.meetings.count() == SLICE + 7


def test_what_was_saved_is_read_alone_and_its_line_put_right(desk: Any) -> None:
    desk.finding.ask_list()
    desk.asker.answer("meetings", (row(1), row(2)))
    desk.finding._on_changed(Path("1/2015"))
    desk.finding._catch_up()
    assert desk.asker.waiting("refresh").what["only"] == Path("1/2015")
    desk.asker.answer("refresh", None)
    desk.asker.answer("meeting", replace(row(1), status="adjusted"))
    assert {line.short_name: line.status for line in desk.finding.lines} == {"1/2015": "adjusted", "2/2015": "draft"}


def test_other_files_that_may_be_new_are_looked_for_everywhere(desk: Any) -> None:
    desk.finding._on_changed(Path("1/2015"))
    desk.finding._on_changed(None)
    desk.finding._catch_up()
    assert "only" not in desk.asker.waiting("refresh").what


def test_progress_is_shown_a_few_times_a_second(desk: Any, qtbot: QtBot) -> None:
    for done in range(50):
        desk.finding._on_progress(done, 100)
    assert desk.sidebar.foot.words() == ""
    qtbot.waitUntil(lambda: desk.sidebar.foot.words() != "")
    assert "49" in desk.sidebar.foot.words()
