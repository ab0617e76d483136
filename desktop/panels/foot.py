"""The foot of the sidebar: what the archive is doing, in one line, with a bar while it is read."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from desktop import swedish
from desktop.theme import Theme
from desktop.theme.parts import IconLabel, label, link_button, row, wrapped


class Foot(QWidget):
    """One of: how much is searchable, how far the reading has come, that search rests; or nothing."""

    woken = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(swedish.ARCHIVE_STATE)
        self._words = label(theme, "", 12, "mute")
        self._done = label(theme, "", 12, "mute")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(5)
        self._bar.setAccessibleName(swedish.READING_ARCHIVE)
        self._stack = QStackedLayout(self)
        for page in (QWidget(), self._ready(theme), self._reading(theme), self._resting(theme)):
            self._stack.addWidget(page)
        self.setFixedHeight(58)

    def say_nothing(self) -> None:
        """There is no archive."""
        self._stack.setCurrentIndex(0)

    def say_ready(self, count: int) -> None:
        """`count` minutes can be searched."""
        self._words.setText(swedish.searchable(count))
        self._stack.setCurrentIndex(1)

    def say_reading(self, done: int, total: int) -> None:
        """`done` files of `total` have been read."""
        self._bar.setMaximum(max(total, 1))
        self._bar.setValue(done)
        self._done.setText(swedish.of_total(done, total))
        self._stack.setCurrentIndex(2)

    def say_resting(self) -> None:
        """The worker is gone; a button starts it again."""
        self._stack.setCurrentIndex(3)

    def words(self) -> str:
        """What is said now; empty when nothing is."""
        return (
            "",
            self._words.text(),
            self._done.text(),
            swedish.SEARCH_RESTS,
        )[self._stack.currentIndex()]

    def _ready(self, theme: Theme) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(8, 0, 8, 4)
        layout.addStretch(1)
        layout.addLayout(row(IconLabel(theme, "circle-check", "ok", 14), self._words, None, gap=6))
        return page

    def _reading(self, theme: Theme) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(8, 0, 8, 6)
        layout.setSpacing(7)
        layout.addStretch(1)
        layout.addLayout(row(label(theme, swedish.READING_ARCHIVE, 12, "text", 500), None, self._done))
        layout.addWidget(self._bar)
        return page

    def _resting(self, theme: Theme) -> QWidget:
        page = QWidget()
        again = link_button(theme, swedish.SEARCH_AGAIN)
        again.clicked.connect(self.woken)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(8, 0, 8, 2)
        layout.setSpacing(2)
        layout.addStretch(1)
        layout.addWidget(wrapped(theme, swedish.SEARCH_RESTS, 12, "warn"))
        layout.addLayout(row(again, None))
        return page
