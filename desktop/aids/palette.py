"""One field for everything (Ctrl+Shift+P): commands, decisions, meetings; and for whatever a command then asks."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from desktop import swedish
from desktop.aids.choices import Choice, Source
from desktop.aids.rows import Row, RowList
from desktop.dialogs.overlay import Overlay
from desktop.theme import Theme
from desktop.theme.parts import IconLabel, keycap, row, rule
from desktop.theme.speech import say
from model.record.minutes import UnknownNodeError

WIDTH, TOP, APART = 620, 110, 14

ROOM = 90
"""Pixels of the window that the rows leave free."""


class Palette(Overlay):
    """The field and its rows. What is offered comes from a source; a deed that asks for more gives another one."""

    typed = Signal(str)

    def __init__(
        self, theme: Theme, window: QWidget, source: Source, asks: str = "", icon: str = "search",
        beside: QRect | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, window)
        self._beside = beside
        self._source = source
        self._choices: Sequence[Choice] = ()
        self._told = ""
        self.waits: Callable[[str], bool] = lambda _words: False
        """True while an answer to these words is on its way: there may be something after all."""
        self.setAccessibleName(asks or swedish.PALETTE)
        self.line = QLineEdit()
        self.line.setFont(theme.font("ui", 16))
        self.line.setFrame(False)
        self.line.setObjectName("palette")
        self.line.setPlaceholderText(asks or swedish.PALETTE_ASKS)
        self.line.setAccessibleName(asks or swedish.PALETTE_ASKS)
        self.line.setMinimumHeight(44)
        self.line.installEventFilter(self)
        self.list = RowList(theme, swedish.PALETTE, most=13)
        self.list.setProperty("enters", True)
        self.list.clicked.connect(lambda _index: self._do())
        self._lay_out(theme, icon)
        self.line.textEdited.connect(self._on_text)

    def open(self) -> None:
        """Cover the window; the field has the focus."""
        self.refresh(first=True)
        super().open()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def refresh(self, *, first: bool = False) -> None:
        """Ask the source again: an answer has come."""
        self._choices = self._source(self.line.text())
        rows = [choice.row for choice in self._choices]
        words = self.line.text().strip()
        if not rows and words and not self.waits(words):
            rows = [Row(swedish.NO_HITS, heading=True)]
        self.list.room = self._window.height() - ROOM
        self.list.show_rows(rows, 0 if first else None)
        self._fit()
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walking, Enter, Ctrl+L and Esc in the field; and the window's size."""
        if watched is not self.line:
            return super().eventFilter(watched, event)
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return False
        return event.type() == QEvent.Type.KeyPress and self._press(event)

    def _press(self, event: QKeyEvent) -> bool:
        key, ctrl = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape:
            self.shut()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.list.step(-1 if key == Qt.Key.Key_Up else 1)
            self._told = ""
            self._say()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do()
        elif key == Qt.Key.Key_L and ctrl:
            self._do(other=True)
        elif key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return True

    def _do(self, *, other: bool = False) -> None:
        """Close, and do what is chosen: the deed finds the focus where it was."""
        at = self.list.at()
        choice = self._choices[at] if at < len(self._choices) else None
        deed = (choice.other if other else choice.deed) if choice else None
        if deed is not None:
            self.shut()
            with suppress(UnknownNodeError):  # what was to be changed has gone meanwhile: there is nothing to do
                deed()

    def _on_text(self, words: str) -> None:
        self.refresh(first=True)
        self.typed.emit(words)

    def _say(self) -> None:
        """Tell what is chosen, once: it may stay the same while one types on."""
        chosen = self.list.chosen()
        places = [r for r in self.list.rows() if not r.heading]
        words = swedish.NO_HITS
        if chosen in places:
            words = swedish.spoken_choice(chosen.said, places.index(chosen) + 1, len(places))
        if self.isVisible() and words != self._told:
            self._told = words
            say(self.line, words)

    def _lay_out(self, theme: Theme, icon: str) -> None:
        self.sheet.setFixedWidth(WIDTH)
        head = QFrame()
        head.setLayout(row(IconLabel(theme, icon, "mute", 18), self.line, keycap(theme, "Esc"), margins=(12, 0, 8, 0)))
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(2)
        column.addWidget(head)
        column.addWidget(rule())
        column.addWidget(self.list)

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        self.sheet.adjustSize()
        room = self._window.width() - self.sheet.width()
        self.sheet.move(QPoint(max(0, room // 2), self._top()))

    def _top(self) -> int:
        """Where a field stands; one that asks about words at the caret leaves that line in sight."""
        lowest = max(0, self._window.height() - self.sheet.height())
        if self._beside is None:
            return min(TOP, lowest)
        below, above = self._beside.bottom() + APART, self._beside.top() - APART - self.sheet.height()
        return below if below <= lowest else above if above >= 0 else min(TOP, lowest)
