"""What the word in the search field may become: filters and their values, the first one written by Tab."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop import swedish
from desktop.theme import Theme
from desktop.theme.parts import keycap, link_button, row
from desktop.theme.speech import say

MOST = 5


class Completions(QFrame):
    """A few lines under the field, over what stands there: nothing moves. `taken` carries the chosen word."""

    taken = Signal(str)

    def __init__(self, theme: Theme, field: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self.setObjectName("popup")
        self.setAccessibleName(swedish.COMPLETIONS)
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.setSpacing(0)
        for place in range(MOST):
            button = link_button(theme, "")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, at=place: self.take(at))
            line: QHBoxLayout = row(button, *([keycap(theme, "Tab")] if place == 0 else []), None)
            column.addLayout(line)
            self._buttons.append(button)
        self.words: tuple[str, ...] = ()
        self.hide()

    def show_words(self, words: Sequence[str]) -> None:
        """Offer these; none hides the lines."""
        self.words = tuple(words[:MOST])
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(self.words))
            button.setText(self.words[place] if place < len(self.words) else "")
        self.setVisible(bool(self.words))
        if self.words:
            self.setFixedSize(self._field.width(), self.sizeHint().height())
            self.move(self._field.geometry().bottomLeft() + QPoint(0, 3))
            self.raise_()
            say(self._field, swedish.spoken_ghost(self.words[0], takes=True))

    def take(self, place: int = 0) -> bool:
        """Take one of them; False when there is none."""
        if place >= len(self.words):
            return False
        self.taken.emit(self.words[place])
        return True
