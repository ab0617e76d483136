"""The time machine: the minutes as they were at any minute of the meeting, to look at and copy from."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSlider, QVBoxLayout, QWidget

from desktop import swedish
from desktop.dialogs.overlay import Overlay
from desktop.paper.sheet import Sheet
from desktop.theme import Theme
from desktop.theme.parts import KeyRow, label, row
from model.edit.document import Document
from model.record.ids import NodeId

if TYPE_CHECKING:
    from model.store.moments import Moment

ROOM = 72
"""Pixels left free round the sheet."""


class TimeMachine(Overlay):
    """A slider over the minutes of the meeting, and the paper as it was then. The last moment is shown first."""

    def __init__(self, theme: Theme, window: QWidget, moments: "Sequence[Moment]", node: NodeId | None) -> None:
        super().__init__(theme, window)
        self._moments, self._node = moments, node
        self.setAccessibleName(swedish.TIME_MACHINE)
        self._when = label(theme, "", 16, "accent", 600)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, len(moments) - 1)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(swedish.TIME_MACHINE)
        self.paper = Sheet(theme)
        self.paper.setAccessibleName(swedish.TIME_PAPER)
        keys = KeyRow(theme)
        keys.show_pairs(swedish.TIME_KEYS)
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(10)
        title = label(theme, swedish.TIME_MACHINE, 16, "text", 600)
        column.addLayout(row(title, None, self._when))
        column.addWidget(self.slider)
        column.addWidget(self.paper, 1)
        column.addWidget(keys)
        self.slider.valueChanged.connect(self._show)
        self.slider.setValue(len(moments) - 1)
        self._show(len(moments) - 1)

    def open(self) -> None:
        """Show; the arrows walk in time at once."""
        super().open()
        self.slider.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab changes between the time and the paper, Esc closes; Ctrl+C on the paper copies."""
        if event.key() == Qt.Key.Key_Tab:
            other = self.paper if self.slider.hasFocus() else self.slider
            other.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Between the time and the paper."""
        (self.paper if self.slider.hasFocus() else self.slider).setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _show(self, at: int) -> None:
        moment = self._moments[at]
        words = swedish.time_at(moment.at, at + 1, len(self._moments))
        self._when.setText(words)
        self.slider.setAccessibleDescription(words)
        self.paper.show_document(Document(moment.minutes), read_only=True)
        if self._node in moment.minutes.node_ids():
            self.paper.go_to(NodeId(str(self._node)))

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        width, height = min(900, self._window.width() - ROOM), self._window.height() - ROOM
        self.sheet.setFixedSize(max(400, width), max(280, height))
        room = self._window.size() - self.sheet.size()
        self.sheet.move(QPoint(max(0, room.width() // 2), max(0, room.height() // 2)))
