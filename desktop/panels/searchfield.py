"""The search field of the sidebar: hits come as one types, Esc restores the list."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from desktop import swedish
from desktop.theme import Theme
from desktop.theme.parts import IconLabel, keycap, repolish, row


class _Line(QLineEdit):
    """The line itself; it hands walking keys on, so that the caret can stay in it."""

    walked = Signal(int)
    entered = Signal()
    given_up = Signal()
    linked = Signal()
    sorted = Signal()
    may_complete = False
    completed = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Esc, Ctrl+L and Ctrl+R while the field has the focus, and Tab while there is something to take."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and self.may_complete and _is_tab(event):
            self.completed.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, open, link, give up; everything else is typing."""
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif _is_own(event):
            (self.sorted if key == Qt.Key.Key_R else self.linked).emit()
        else:
            super().keyPressEvent(event)


class SearchField(QFrame):
    """The field with its sign and key cap. `asked` carries the words at every change, also the empty ones."""

    asked = Signal(str)
    walked = Signal(int)
    entered = Signal()
    given_up = Signal()
    linked = Signal()
    sorted = Signal()
    completed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("searchfield")
        self.setFixedHeight(34)
        self.line = _Line()
        self.line.setFont(theme.font("ui", 13))
        self.line.setPlaceholderText(swedish.SEARCH_ALL)
        self.line.setAccessibleName(swedish.SEARCH_ALL)
        self.line.setAccessibleDescription(swedish.SEARCH_ALL_NAME)
        self.line.setMaxLength(200)
        self.line.installEventFilter(self)
        self._cap = keycap(theme, "F3")
        self.setLayout(row(IconLabel(theme, "search", "mute", 15), self.line, self._cap, margins=(10, 0, 6, 0)))
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._on_text)
        for name in ("walked", "entered", "given_up", "linked", "sorted", "completed"):
            getattr(self.line, name).connect(getattr(self, name))

    def words(self) -> str:
        """What is asked for, without blanks round it."""
        return self.line.text().strip()

    def complete(self, word: str) -> None:
        """Put `word` in the place of the last one; a filter that wants a value keeps the caret behind its colon."""
        before = self.line.text().rpartition(" ")[0]
        minus = "-" if self.line.text().rpartition(" ")[2].startswith("-") else ""
        end = "" if word.endswith(":") else " "
        self.line.setText(f"{before} {minus}{word}{end}".lstrip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the frame of the focus round the whole field."""
        if watched is self.line and isinstance(event, QFocusEvent):
            self.setProperty("focused", event.gotFocus())
            repolish(self)
        return super().eventFilter(watched, event)

    def _on_text(self, words: str) -> None:
        self._cap.setText("Esc" if words else "F3")
        self.asked.emit(words.strip())


def _is_own(event: QKeyEvent) -> bool:
    ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return event.key() == Qt.Key.Key_Escape or (ctrl and event.key() in (Qt.Key.Key_L, Qt.Key.Key_K, Qt.Key.Key_R))


def _is_tab(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab
