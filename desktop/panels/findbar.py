"""Search in these minutes: a bar under the paper; Enter goes to the next, Shift+Enter back, Esc to the text."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from desktop import swedish
from desktop.theme import Theme
from desktop.theme.parts import IconLabel, KeyRow, label, row
from desktop.theme.speech import say


class FindBar(QFrame):
    """The bar. `wanted` carries the words and the direction (1 or -1); the caller says with `say` what was found."""

    wanted = Signal(str, int)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("hintline")
        self.setAccessibleName(swedish.FIND_HERE)
        self.line = QLineEdit()
        self.line.setFont(theme.font("ui", 13))
        self.line.setPlaceholderText(swedish.FIND_HERE)
        self.line.setAccessibleName(swedish.FIND_HERE)
        self.line.setFixedWidth(280)
        self.line.installEventFilter(self)
        self._said = label(theme, "", 12, "mute")
        keys = KeyRow(theme)
        keys.show_pairs(
            (("Enter", swedish.FIND_NEXT), ("Shift Enter", swedish.FIND_BACK), ("Esc", swedish.BACK_TO_TEXT))
        )
        layout = row(
            IconLabel(theme, "search", "mute", 15), self.line, self._said, keys, margins=(24, 5, 18, 5), gap=10
        )
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.line.textEdited.connect(lambda words: self.wanted.emit(words, 0))
        self.hide()

    def open(self) -> None:
        """Show the bar and take the focus; the words of last time are chosen, ready to be typed over."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def say(self, at: int, count: int, line: str = "") -> None:
        """`3 av 12`, or that there is nothing; a screen reader hears the `line` that it stands in too."""
        self._said.setText(swedish.of_total(at, count) if count else (swedish.NO_HITS if self.line.text() else ""))
        say(self.line, f"{self._said.text()}. {line}" if line else self._said.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, Shift+Enter and Esc; the window's own Esc is not asked."""
        if watched is not self.line or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.wanted.emit(self.line.text(), -1 if back else 1)
            return True
        return False
