"""The hand that all aids write with: a command as one step of the document, and where the caret is on the screen."""

from PySide6.QtCore import QPoint, QRect

from desktop import swedish
from desktop.paper.caret import Selection, position_of
from desktop.session import Session
from desktop.window import MainWindow
from model.edit.change import Place
from model.edit.command import Command
from model.errors import SealedError
from model.record.ids import IdSource, RandomIds
from model.record.minutes import Minutes, UnknownNodeError


class Hand:
    """Holds the window and the session. What is only read has no `minutes` here: aids then have nothing to do."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        self.window, self.session, self.sheet = window, session, window.sheet

    @property
    def minutes(self) -> Minutes | None:
        """The minutes that may be written in, while the paper shows them."""
        return self.session.minutes if self.session.may_write and self.window.shows_paper else None

    def ids(self) -> IdSource:
        """New ids for the open minutes."""
        return RandomIds(self.session.minutes.node_ids() if self.session.minutes else ())

    def apply(self, command: Command | None, caret: Place | None = None) -> bool:
        """Do `command` as a step of its own, the caret then at `caret`; False if nothing happened."""
        document = self.session.document
        if document is None or command is None or self.minutes is None:
            return False
        before = self.sheet.place()
        document.end_step()
        try:
            happened = document.apply(command, origin=self, place=caret or before, came_from=before)
        except SealedError:
            self.sheet.refused.emit()
            return False
        except UnknownNodeError:
            self.say(swedish.GONE)
            return False
        document.end_step()
        self.sheet.put_caret(caret)
        return happened

    def rect(self, place: Place | None = None) -> QRect:
        """Where the caret, or `place`, is in the window."""
        sheet = self.sheet
        cursor = sheet.textCursor()
        at = position_of(sheet.document(), sheet.mirror.ids, place) if place else None
        if at is not None:
            cursor.setPosition(at)
        found = sheet.cursorRect(cursor)
        return QRect(sheet.viewport().mapTo(self.window, found.topLeft()), found.size())

    def visible(self) -> QRect:
        """The rectangle of the paper in the window."""
        port = self.sheet.viewport()
        return QRect(port.mapTo(self.window, QPoint(0, 0)), port.size())

    def selection(self) -> Selection:
        """What is selected."""
        return self.sheet.selection()

    def say(self, words: str) -> None:
        """Let a screen reader say `words`."""
        self.sheet.say(words)
