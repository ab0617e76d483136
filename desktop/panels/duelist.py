"""What is to be followed up at today's meeting: rows on the start page, read, taken along, or ticked off by a key."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop import swedish
from desktop.panels.values import Promised
from desktop.theme import Theme
from desktop.theme.parts import Button, KeyRow, label, link_button, row, wrapped

MOST = 6
"""Rows on the start page; the rest stand in their own list."""

DEEDS = {Qt.Key.Key_K: "done", Qt.Key.Key_Delete: "dropped"}
"""The keys that tick a row off, and how."""


class DueRow(QFrame):
    """One promise: where it was made, its words, and the button that takes it along into the new minutes."""

    read = Signal(object)
    taken = Signal(object)
    ticked = Signal(object, str)
    undone = Signal()
    walked = Signal(int)

    def __init__(self, theme: Theme, promised: Promised) -> None:
        super().__init__()
        self.promised = promised
        self.setObjectName("duerow")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button = Button(theme, swedish.ADD_AS_ITEM, "plus")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(lambda: self.taken.emit(self.promised))
        place = label(theme, promised.chip, 12, "accent", 600)
        place.setFixedWidth(max(98, place.sizeHint().width()))
        words = wrapped(theme, promised.words, 13)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._words = words
        self._state = label(theme, "", 12, "ok", 600)
        self._state.hide()
        line = row(place, words, self._state, self.button, margins=(16, 10, 12, 10), gap=12)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.show_state(promised.state)

    def show_state(self, state: str) -> None:
        """Say that it has been ticked off, or waits again."""
        self.promised = replace(self.promised, state=state)
        settled = state in DEEDS.values()
        self._words.setEnabled(not settled)
        self._state.setText(swedish.TICKED[state] if settled else "")
        self._state.setVisible(settled)
        self.button.setVisible(not settled)
        self.show_taken(taken=False)

    def show_taken(self, *, taken: bool) -> None:
        """Say whether it comes along."""
        self.button.setText(swedish.COMES_ALONG if taken else swedish.ADD_AS_ITEM)
        self.button.show_icon("check" if taken else "plus")
        state = swedish.COMES_ALONG if taken else self._state.text()
        self.setAccessibleName(swedish.spoken_hit(self.promised.chip, self.promised.words, state))

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z is the row's own while it has the focus."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reads, Space takes along, K ticks off, Delete drops, Ctrl+Z takes that back, arrows walk."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.read.emit(self.promised)
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Plus):
            self.taken.emit(self.promised)
        elif event.key() in DEEDS:
            self.ticked.emit(self.promised, DEEDS[Qt.Key(event.key())])
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        elif step:
            self.walked.emit(step)
        else:
            super().keyPressEvent(event)


class DueList(QWidget):
    """The rows under their heading; nothing at all when nothing is due."""

    read = Signal(object)
    taken = Signal(object)
    ticked = Signal(object, str)
    undone = Signal()
    all_wanted = Signal()
    left = Signal()
    """Up from the first row."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.rows: list[DueRow] = []
        self._head = label(theme, swedish.TO_FOLLOW_UP_TODAY, 15, "text", 600)
        self._more = label(theme, "", 12, "mute")
        self.all = link_button(theme, "")
        self.all.setAccessibleName(swedish.TO_FOLLOW_UP)
        self.all.clicked.connect(self.all_wanted)
        self.all.installEventFilter(self)
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 26, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._head)
        layout.addWidget(self._more)
        layout.addLayout(self._column)
        self._keys = KeyRow(theme, 11)
        self._keys.show_pairs(
            (("Enter", swedish.READ), (swedish.SPACE, swedish.TAKE_ALONG), ("K", swedish.TICK), ("Del", swedish.DROP))
        )
        layout.addLayout(row(self.all, None))
        layout.addWidget(self._keys)
        self.setAccessibleName(swedish.TO_FOLLOW_UP_TODAY)
        self.hide()

    def show_due(self, due: Sequence[Promised], taken: set[str], day: datetime.date, waiting: str) -> None:
        """Show what is due on `day`, which of it is taken along, and what else waits, in words."""
        if [one.promised.target for one in self.rows] != [one.target for one in due[:MOST]]:
            for old in self.rows:
                self._column.removeWidget(old)
                old.deleteLater()
            self.rows = [self._row(one) for one in due[:MOST]]
        self.show_taken(taken)
        self._more.setText(swedish.due_on(day))
        self.all.setText(waiting)
        self.all.setAccessibleName(f"{swedish.TO_FOLLOW_UP}: {waiting}")
        for part in (self._head, self._more, self._keys):
            part.setVisible(bool(due))
        self.all.setVisible(bool(waiting))
        self.setVisible(bool(due or waiting))

    def show_taken(self, taken: set[str]) -> None:
        """Say which of the rows come along into the new minutes."""
        for one in self.rows:
            one.show_taken(taken=one.promised.target in taken)

    def show_state(self, target: str, state: str) -> None:
        """Say of a row that it has been ticked off, or waits again."""
        for one in self.rows:
            if one.promised.target == target:
                one.show_state(state)

    def step_in(self) -> bool:
        """Give the focus to the first row; False when there is none."""
        stops = self._stops()
        if stops:
            stops[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(stops)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up from the link under the rows."""
        if watched is self.all and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Up:
                self._walk(self.all, -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.all_wanted.emit()
                return True
        return False

    def _row(self, promised: Promised) -> DueRow:
        made = DueRow(self._theme, promised)
        made.read.connect(self.read)
        made.taken.connect(self.taken)
        made.ticked.connect(self.ticked)
        made.undone.connect(self.undone)
        made.walked.connect(lambda by: self._walk(made, by))
        self._column.addWidget(made)
        return made

    def _stops(self) -> list[QWidget]:
        return [*self.rows, *([self.all] if self.all.text() else [])]

    def _walk(self, here: QWidget, by: int) -> None:
        stops = self._stops()
        at = stops.index(here) + by
        if at < 0:
            self.left.emit()
        elif at < len(stops):
            stops[at].setFocus(Qt.FocusReason.TabFocusReason)
