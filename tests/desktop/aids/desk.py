"""One program with empty minutes open, written in by key events: what every test of an aid stands on."""

import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import Paths, Program
from desktop.dialogs.new import NewValues
from model.edit.document import Document
from model.record.ids import NodeId
from model.record.minutes import Minutes

NONE = Qt.KeyboardModifier.NoModifier


class Writing:
    """The program, and shorthands for what a person does in it."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.qtbot, self.program = qtbot, program
        values = NewValues("Gruppen", "Gruppens", 1, 2015, datetime.date(2015, 11, 27))
        self.program.starting.begin_values(None, values)
        self.program.window.activateWindow()
        qtbot.waitUntil(self.program.window.isActiveWindow)
        self.program.window.focus_middle()
        self.sheet, self.aids = self.program.window.sheet, self.program.aids

    @property
    def minutes(self) -> Minutes:
        return self.document.minutes

    @property
    def document(self) -> Document:
        assert self.program.session.document is not None
        return self.program.session.document

    def type_in(self, node: str, words: str) -> None:
        """Type `words` in the block `node`."""
        self.sheet.go_to(NodeId(node))
        self.type(words)

    def type(self, words: str) -> None:
        """Type letter by letter."""
        for letter in words:
            self.send(self.sheet, Qt.Key.Key_unknown, letter)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key of the window: a shortcut first, as Qt does, else the widget that has the focus."""
        self.qtbot.keyClick(self.program.window.focusWidget() or self.sheet, key, modifiers)
        self.sheet.catch_up()

    def send(self, target: QWidget, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = NONE) -> None:
        """One press and release, to `target`, and what follows the paint."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))
        self.sheet.catch_up()

    def settle(self) -> None:
        """Let what follows the paint happen, and what is done with go away, as in the real loop."""
        self.sheet.catch_up()
        for _ in range(3):
            QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def begun(application: QApplication, home: Path) -> Program:
    """The program in its own folders, without an archive."""
    made = Program(application, Paths(home / "config" / "settings.json", home / "state"), None)
    made.show()
    return made
