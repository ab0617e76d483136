"""A list over the window: rows under a few headings to choose between, narrowed as one types, read with Enter."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop import swedish
from desktop.dialogs.listrows import LINE, Line, ListView
from desktop.theme import Theme
from desktop.theme.parts import Button, Choices, KeyRow, label, row, set_tone
from desktop.theme.speech import say


class Listing(QDialog):
    """The dialog. `chosen` is Enter on a row, `taken` Ctrl+Enter, `turned` another heading, `picked` another choice.

    `ticked` carries a row and `done` or `dropped`; `undone` is Ctrl+Z after it.
    """

    chosen = Signal(object)
    taken = Signal(object)
    ticked = Signal(object, str)
    undone = Signal()
    turned = Signal(int)
    picked = Signal()
    word_wanted = Signal()

    def __init__(
        self, theme: Theme, title: str, pages: Sequence[str], parent: QWidget, *, takes: str = "", word: bool = False,
        ticks: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme, self._ticks = theme, ticks
        self.may_undo = False
        """True when there is a tick to take back."""
        self._outside: list[_Outside] = []
        self.setWindowTitle(title)
        self._lines: tuple[Line, ...] = ()
        self.choices: list[QComboBox] = []
        self.field = QLineEdit()
        self.field.setFont(theme.font("ui", 13))
        self.field.setPlaceholderText(swedish.NARROW)
        self.field.setAccessibleName(swedish.NARROW)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._fill)
        self.view = ListView(theme, title)
        self.view.activated.connect(lambda index: self.chosen.emit(index.data(LINE).what))
        self.says = label(theme, "", 13, "mute")
        self.says.setWordWrap(True)
        self.pages = [self._page(theme, name, place) for place, name in enumerate(pages)]
        self.page = 0
        self._top = row(None, gap=8)
        self._lay_out(theme, title, takes, word)
        self.turn(0)

    def add_choice(self, name: str) -> QComboBox:
        """A choice in the top row; `picked` tells that it has been made."""
        made = Choices(self._theme, name)
        made.activated.connect(lambda _at: self.picked.emit())
        self._top.addWidget(made)
        self.choices.append(made)
        return made

    def show_lines(self, lines: Sequence[Line], nothing: str = "") -> None:
        """Show these rows; `nothing` is said when there are none."""
        self._outside.clear()
        self._put(lines, "" if lines else nothing)

    def go_into(self, title: str, lines: Sequence[Line]) -> None:
        """Show the rows that the chosen one holds; Esc leads back to it."""
        self._outside.append(_Outside(self._lines, self.field.text(), self.view.currentIndex().row(), self.says.text()))
        self.field.clear()
        self._put(lines, title)

    def go_out(self) -> bool:
        """Back from the rows that one holds; False when nothing is gone into."""
        if not self._outside:
            return False
        before = self._outside.pop()
        self.field.setText(before.typed)
        self._put(before.lines, before.says)
        self.view.choose(before.row)
        self._say()
        return True

    def choose(self, words: str) -> bool:
        """Choose the row that begins with `words`, whatever has been typed; False when there is none."""
        if self._outside:
            self.go_out()
        self.field.clear()
        row = next(
            (at for at, line in enumerate(self._lines) if (line.place or line.words).casefold() == words.casefold()),
            None,
        )
        if row is not None:
            self.view.choose(row)
            self._say()
        return row is not None

    def exchange(self, what: object, line: Line) -> None:
        """Show `line` in the place of the row that gives back `what`; the choice goes on to the row below it."""
        self._lines = tuple(line if old.what == what else old for old in self._lines)
        row = self.view.exchange(what, line)
        if row is not None and row == self.view.currentIndex().row():
            self.view.step(1)
        self._say()

    def _put(self, lines: Sequence[Line], says: str) -> None:
        self._lines = tuple(lines)
        self.says.setText(says)
        self.says.setVisible(bool(says))
        self._fill()

    def shown(self) -> list[Line]:
        """The rows that are shown now."""
        return list(self.view.rows.lines)

    def turn(self, page: int) -> None:
        """Show another heading's rows; whoever listens to `turned` gives them."""
        self.page = page % max(1, len(self.pages))
        for place, button in enumerate(self.pages):
            button.setChecked(place == self.page)
        if self.pages:
            self.field.setAccessibleDescription(self.pages[self.page].text())
            if self.isVisible():
                say(self.field, self.pages[self.page].text())
        self.turned.emit(self.page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field keeps the focus: arrows walk the rows and, while it is empty, the headings."""
        if watched is not self.field or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}.get(
            Qt.Key(event.key())
        )
        turn = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step:
            self.view.step(step)
            self._say()
        elif turn and not self.field.text() and len(self.pages) > 1:
            self.turn(self.page + turn)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(taken=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Backspace and not self.field.text()):
            return self.go_out()
        else:
            return self._ticks and self._tick(event)
        return True

    def _tick(self, event: QKeyEvent) -> bool:
        """Ctrl+K ticks the chosen row off, Delete says that it is not wanted, Ctrl+Z takes the last one back."""
        line: Line | None = self.view.currentIndex().data(LINE)
        has_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        at_end = self.field.cursorPosition() == len(self.field.text()) and not self.field.hasSelectedText()
        if has_control and event.key() == Qt.Key.Key_Z and self.may_undo:
            self.undone.emit()
        elif has_control and event.key() == Qt.Key.Key_K and line is not None:
            self.ticked.emit(line.what, "done")
        elif event.key() == Qt.Key.Key_Delete and at_end and not event.modifiers() and line is not None:
            self.ticked.emit(line.what, "dropped")
        else:
            return False
        return True

    def _enter(self, *, taken: bool) -> None:
        line = self.view.currentIndex().data(LINE)
        if isinstance(line, Line):
            (self.taken if taken else self.chosen).emit(line.what)

    def _fill(self) -> None:
        self.view.show_lines([line for line in self._lines if line.holds(self.field.text())])
        self._say()

    def _say(self) -> None:
        """The focus stays in the field: let a screen reader hear which row is chosen."""
        if not self.isVisible():
            return
        line = self.view.currentIndex().data(LINE)
        place, count = self.view.currentIndex().row() + 1, self.view.rows.rowCount()
        say(
            self.field,
            swedish.spoken_choice(line.spoken, place, count) if line else self.says.text() or swedish.NO_HITS,
        )

    def _page(self, theme: Theme, name: str, place: int) -> QPushButton:
        made = QPushButton(name)
        made.setCheckable(True)
        made.setFont(theme.font("ui", 12, 500))
        made.setProperty("part", "choice")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setAutoDefault(False)
        made.clicked.connect(lambda: self.turn(place))
        return made

    def _lay_out(self, theme: Theme, title: str, takes: str, word: bool) -> None:
        keys = KeyRow(theme, 11)
        more: tuple[tuple[str, str], ...] = (("Ctrl Enter", takes),) if takes else ()
        more += (("Ctrl K", swedish.TICK), ("Del", swedish.DROP)) if self._ticks else ()
        pages = (("← →", swedish.TURN),) if len(self.pages) > 1 else ()
        keys.show_pairs((("↑↓", swedish.PICK), *pages, ("Enter", swedish.READ), *more, ("Esc", swedish.KEY_CLOSE)))
        self.word = Button(theme, swedish.TO_WORD, "file-text")
        self.word.clicked.connect(self.word_wanted)
        self.word.setVisible(word)
        self._top.insertWidget(0, label(theme, title, 18, "text", 600))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 14)
        layout.setSpacing(12)
        layout.addLayout(self._top)
        if len(self.pages) > 1:
            layout.addLayout(row(*self.pages, None, gap=6))
        layout.addWidget(self.field)
        layout.addWidget(self.says)
        layout.addWidget(self.view, 1)
        foot = row(keys, self.word)
        foot.setStretch(0, 1)
        layout.addLayout(foot)
        self.resize(QSize(860, 620).boundedTo(self.screen().availableSize() - QSize(40, 60)))
        self.field.setFocus()
        set_tone(self.says, "mute")


class _Outside(NamedTuple):
    """What was shown before a row was gone into."""

    lines: tuple[Line, ...]
    typed: str
    row: int
    says: str
