"""Shorthands for what a person does with the archive: open, walk to an item, link, look up."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Program
from desktop.panels.values import Find
from model.record.minutes import Minutes

WAIT = 20_000
NONE = Qt.KeyboardModifier.NoModifier


class Archive:
    """The program with its archive; what a test changes is taken back when it leaves."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program, self.qtbot = program, qtbot
        self.window, self.sheet = program.window, program.window.sheet
        self.earlier, self.memory = program.window.earlier, program.memory
        self._before: Minutes | None = None

    @property
    def minutes(self) -> Minutes:
        found = self.program.session.minutes
        assert found is not None
        return found

    def until(self, question: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(question()), timeout=WAIT)

    def open(self, name: str) -> None:
        """Open the minutes of this short name, the window in front."""
        path = next(line.path for line in self.program.finding.lines if line.short_name == name)
        self.program.desk.open(path)
        self.until(lambda: self.program.session.path == path)
        self._before = self.minutes
        self.window.activateWindow()
        self.window.focus_middle()
        self.until(self.sheet.hasFocus)

    def at_item(self, number: int) -> None:
        """The caret to an item, and its cards."""
        self.program.desk.go_to_number(number)
        item = self.sheet.current_item()
        self.until(lambda: self.memory.suggesting._shown == item)

    def cards(self) -> list[Find]:
        model = self.earlier.list.model()
        return [model.index(row, 0).data(Qt.ItemDataRole.UserRole + 1) for row in range(model.rowCount())]

    def linked(self, row: int = 0) -> str:
        """What the card in this row says of being linked."""
        return str(self.earlier.list.model().index(row, 0).data(Qt.ItemDataRole.UserRole + 2) or "")

    def act(self, name: str) -> None:
        self.program.desk.actions[name].trigger()

    def type(self, words: str) -> None:
        for letter in words:
            self.send(self.sheet, Qt.Key.Key_unknown, letter)

    def send(self, target: QWidget, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = NONE) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))

    def keep(self) -> None:
        """Let what was done stand when the test leaves."""
        self._before = self.minutes

    def forget(self) -> None:
        """Throw away minutes that a test has begun, with their file."""
        saving = self.program.session.saving
        assert saving is not None
        self.until(lambda: saving.path is not None and saving.is_settled)
        path = saving.path
        self.act("close")
        self.until(lambda: self.program.session.document is None)
        assert path is not None
        path.unlink()
        self.program.finding.refresh()
        self.until(lambda: len(self.program.finding.lines) == 5)

    def leave(self) -> None:
        """Take back what was done, and close."""
        self.window.sidebar.leave_search()
        document = self.program.session.document
        while document is not None and self._before is not None and document.minutes is not self._before:
            assert document.can_undo
            document.undo()
        if document is not None:
            self.act("close")
            self.until(lambda: self.program.session.document is None)
