"""A sheet over a dimmed window: closed by Esc, by a click beside it, or by its own key; never two at a time."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QWidget
from shiboken6 import isValid

from desktop.theme import Theme


class Overlay(QFrame):
    """Covers `window` and holds one frame, `sheet`. The focus goes back to where it was.

    What already covers the window gives way, and this gives way when the focus is led elsewhere in the window, as
    when minutes are opened meanwhile: keys never go to what lies under.
    """

    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget, closing_keys: tuple[Qt.Key, ...] = ()) -> None:
        super().__init__(window)
        for other in window.findChildren(Overlay, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if other is not self:
                other.shut()
        self._theme, self._keys = theme, (Qt.Key.Key_Escape, *closing_keys)
        self._is_over = False
        self._window, self._before = window, window.focusWidget()
        self.sheet = QFrame(self)
        self.sheet.setObjectName("popup")
        shadow = QGraphicsDropShadowEffect(self.sheet)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 61))
        self.sheet.setGraphicsEffect(shadow)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.installEventFilter(self)

    def open(self) -> None:
        """Cover the window and take the focus."""
        self._fit()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def shut(self) -> None:
        """Go away, and give the focus back to the exact place."""
        if self._is_over:
            return
        focus = self._window.focusWidget()
        back = self._before if focus is None or self._holds(focus) else None
        self._is_over = True
        self.hide()
        if back is not None and isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def event(self, event: QEvent) -> bool:
        """Its own keys are not the window's while it stands."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close, or swallow."""
        if event.key() in self._keys:
            self.shut()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the sheet closes it."""
        if not self.sheet.geometry().contains(event.position().toPoint()):
            self.shut()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies under."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 110 if self._theme.is_dark else 46))
        painter.end()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """The focus stays here."""
        return True

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Give way to what else in the window has got the focus."""
        if new is not None and new.window() is self._window and not self._holds(new):
            self.shut()

    def _holds(self, widget: QWidget) -> bool:
        return widget is self or self.isAncestorOf(widget)

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        self.sheet.adjustSize()
        room = self._window.size() - self.sheet.size()
        self.sheet.move(QPoint(max(0, room.width() // 2), max(0, room.height() // 2)))
