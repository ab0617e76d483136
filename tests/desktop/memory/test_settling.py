"""Promises ticked off on the screen: asked of the worker, taken back by one key, and when they could not be written."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.background import Asker
from desktop.memory.settling import Settling
from desktop.session import Session
from model.errors import MinutesError
from tests.desktop.scripted import Scripted


class Opened(QObject):
    opened = Signal()
    archive = "arkiv"


@pytest.fixture
def desk(qtbot: QtBot) -> Any:
    shown, asker, session = QWidget(), Scripted(), Opened()
    qtbot.addWidget(shown)
    made = Settling(cast("Asker", asker), cast("Session", session), shown)
    return SimpleNamespace(settling=made, asker=asker, session=session, shown=shown)


def asked(desk: Any) -> list[Any]:
    return [question.what["how"] for question in desk.asker.asked if question.name == "settle"]


def test_the_same_key_opens_it_again(desk: Any) -> None:
    assert desk.settling.tick("p-1#t-1", "att göra det", "late", "done") == "done"
    assert desk.settling.tick("p-1#t-1", "att göra det", "done", "done") == ""
    assert asked(desk) == ["done", None]


def test_the_last_tick_is_taken_back_and_how_it_stood_before_comes_again(desk: Any) -> None:
    desk.settling.tick("p-1#t-1", "det", "dropped", "done")
    assert desk.settling.may_undo
    assert desk.settling.undo() == "p-1#t-1"
    assert asked(desk) == ["done", "dropped"]
    assert not desk.settling.may_undo
    assert desk.settling.undo() == ""


def test_what_could_not_be_written_is_said_and_taken_back(desk: Any, qtbot: QtBot) -> None:
    desk.settling.tick("p-1#t-1", "det", "open", "done")
    with qtbot.waitSignals([desk.settling.failed, desk.settling.taken_back]):
        desk.asker.fail("settle", MinutesError())
    assert not desk.settling.may_undo


def test_other_minutes_take_nothing_back(desk: Any) -> None:
    desk.settling.tick("p-1#t-1", "det", "open", "done")
    desk.session.opened.emit()
    assert not desk.settling.may_undo
