"""The foot of the sidebar: what the archive is doing, in one line, with a bar while it is read."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QProgressBar, QStackedLayout, QVBoxLayout, QWidget

from desktop import swedish
from desktop.theme import Theme
from desktop.theme.parts import IconLabel, label, link_button, row, wrapped


class Foot(QWidget):
    """One of: how much is searchable, how far the reading has come, that search rests; or nothing."""

    woken = Signal()
    paused = Signal()
    resumed = Signal()
    unreadable_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(swedish.ARCHIVE_STATE)
        self._words = label(theme, "", 12, "mute")
        self._done = label(theme, "", 12, "mute")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(5)
        self._bar.setAccessibleName(swedish.READING_ARCHIVE)
        self._is_paused = False
        self._unread = 0
        self._reads = label(theme, swedish.READING_ARCHIVE, 12, "text", 500)
        self._pause = link_button(theme, swedish.PAUSE)
        self._pause.clicked.connect(self._on_pause)
        self._unreadable = [link_button(theme, "") for _ in range(2)]
        for link in self._unreadable:
            link.setAccessibleName(swedish.UNREADABLE_TITLE)
            link.clicked.connect(self.unreadable_wanted)
            link.hide()
        self._stack = QStackedLayout(self)
        for page in (QWidget(), self._ready(theme), self._reading(theme), self._resting(theme)):
            self._stack.addWidget(page)
        self.setFixedHeight(74)

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
        self._show_paused(paused=False)
        self._stack.setCurrentIndex(2)

    def say_paused(self) -> None:
        """The reading waits; what has been read can be searched."""
        self._show_paused(paused=True)
        self._stack.setCurrentIndex(2)

    def say_unreadable(self, count: int) -> None:
        """So many files could not be read; none when it is nought."""
        words = swedish.unreadable_shown(count) if count else ""
        for link in self._unreadable:
            link.setText(words)
            link.setAccessibleName(words or swedish.UNREADABLE_TITLE)
            link.setVisible(bool(count))
        self._unread = count
        self._fit()

    def say_resting(self) -> None:
        """The worker is gone; a button starts it again."""
        self._stack.setCurrentIndex(3)

    def _show_paused(self, *, paused: bool) -> None:
        self._is_paused = paused
        self._reads.setText(swedish.READING_PAUSED if paused else swedish.READING_ARCHIVE)
        self._pause.setText(swedish.GO_ON if paused else swedish.PAUSE)
        self._fit()

    def _fit(self) -> None:
        """While reading, two links share a line: the first one is shortened when there is no room for it."""
        link, room = self._unreadable[1], self.width() - self._pause.sizeHint().width() - 26
        link.setText(swedish.unreadable_shown(self._unread))
        if link.sizeHint().width() > room:
            link.setText(swedish.unreadable(self._unread))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The links share another width."""
        super().resizeEvent(event)
        self._fit()

    def _on_pause(self) -> None:
        (self.resumed if self._is_paused else self.paused).emit()

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
        layout.setSpacing(2)
        layout.addStretch(1)
        layout.addLayout(row(IconLabel(theme, "circle-check", "ok", 14), self._words, None, gap=6))
        layout.addLayout(row(self._unreadable[0], None))
        return page

    def _reading(self, theme: Theme) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(8, 0, 8, 6)
        layout.setSpacing(7)
        layout.addStretch(1)
        layout.addLayout(row(self._reads, None, self._done))
        layout.addWidget(self._bar)
        layout.addLayout(row(self._unreadable[1], None, self._pause))
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
