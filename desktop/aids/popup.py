"""A small frame that stands at the caret: placed under its line, or above when there is no room; one shadow."""

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QVBoxLayout, QWidget

from desktop.theme import Theme

EDGE = 8
"""Pixels that are left to the window's edge."""


class Popup(QFrame):
    """A child of the window, not a window of its own: the focus and the screen reader stay where they are."""

    opened = Signal()
    closed = Signal(bool)
    """True if it held the focus, which then has to go somewhere; False if the focus had already gone elsewhere."""

    def __init__(self, theme: Theme, window: QWidget, width: int, *, margin: int = 6) -> None:
        super().__init__(window)
        self._theme, self._window = theme, window
        self.home: QWidget | None = None
        """Where the focus goes from here."""
        self.setObjectName("popup")
        self.setFixedWidth(width)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(1)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 61))
        self.setGraphicsEffect(shadow)
        self.hide()

    def stand_at(self, caret: QRect, left: int, below: int) -> None:
        """Show at `caret` (the window's coordinates), `left` pixels to the left of it and `below` under its line."""
        self.adjustSize()
        room = self._window.rect()
        x = min(max(EDGE, caret.left() - left), max(EDGE, room.width() - self.width() - EDGE))
        y = caret.bottom() + below
        if y + self.height() > room.height() - EDGE:
            y = max(EDGE, caret.top() - below - self.height())
        self.move(QPoint(x, y))
        self.show()
        self.raise_()
        self.opened.emit()

    def shut(self) -> None:
        """Go away."""
        if not self.isHidden():
            focus = self._window.focusWidget()
            held = focus is None or self.isAncestorOf(focus)
            if held and self.home is not None:
                self.home.setFocus()  # before it is hidden, which would hand the focus to any button
            if not self.isHidden():
                self.hide()
                self.closed.emit(held)
