"""A list over the window: rows under a few headings to choose between, narrowed as one types, read with Enter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel, QTextLayout
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLineEdit,
    QListView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop import swedish
from desktop.theme import Theme
from desktop.theme.parts import Button, KeyRow, label, row, set_tone
from desktop.theme.speech import say

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole + 1
LEFT, RIGHT = 150, 130
"""Pixels of the columns to the left and to the right of the words."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a place, words, further words under them, and a state in a tone; `what` is given back when chosen."""

    place: str
    words: str
    more: str = ""
    state: str = ""
    tone: str = "mute"
    what: object = None

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return ". ".join(part for part in (self.place, self.words, self.more, self.state) if part)

    def holds(self, typed: str) -> bool:
        """True if every word that was typed stands somewhere in it."""
        whole = self.spoken.casefold()
        return all(word in whole for word in typed.casefold().split())


class Listing(QDialog):
    """The dialog. `chosen` is Enter on a row, `taken` Ctrl+Enter, `turned` another heading, `picked` another choice."""

    chosen = Signal(object)
    taken = Signal(object)
    turned = Signal(int)
    picked = Signal()
    word_wanted = Signal()

    def __init__(
        self, theme: Theme, title: str, pages: Sequence[str], parent: QWidget, *, takes: str = "", word: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(title)
        self._lines: tuple[Line, ...] = ()
        self.choices: list[QComboBox] = []
        self.field = QLineEdit()
        self.field.setFont(theme.font("ui", 13))
        self.field.setPlaceholderText(swedish.NARROW)
        self.field.setAccessibleName(swedish.NARROW)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._fill)
        self.view = _View(theme, title)
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
        made = QComboBox()
        made.setFont(self._theme.font("ui", 13))
        made.setAccessibleName(name)
        made.activated.connect(lambda _at: self.picked.emit())
        self._top.addWidget(made)
        self.choices.append(made)
        return made

    def show_lines(self, lines: Sequence[Line], nothing: str = "") -> None:
        """Show these rows; `nothing` is said when there are none."""
        self._lines = tuple(lines)
        self.says.setText(nothing if not lines else "")
        self.says.setVisible(not lines)
        self._fill()

    def shown(self) -> list[Line]:
        """The rows that are shown now."""
        model = self.view.rows
        return [model.item(at).data(LINE) for at in range(model.rowCount())]

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
        more = (("Ctrl Enter", takes),) if takes else ()
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
        self.resize(860, 620)
        self.field.setFocus()
        set_tone(self.says, "mute")


class _View(QListView):
    """The rows; the focus stays in the field above them."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.rows = QStandardItemModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Rows(theme, self))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, the first one chosen."""
        self.rows.clear()
        for line in lines:
            item = QStandardItem()
            item.setData(line, LINE)
            item.setData(line.spoken, Qt.ItemDataRole.AccessibleTextRole)
            self.rows.appendRow(item)
        self.setCurrentIndex(self.rows.index(0, 0))

    def step(self, by: int) -> None:
        """Choose another row."""
        at = min(max(self.currentIndex().row() + by, 0), self.rows.rowCount() - 1)
        self.setCurrentIndex(self.rows.index(at, 0))


class _Rows(QStyledItemDelegate):
    """Place to the left, words and further words in the middle, state to the right."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words take, two lines of each at most."""
        line: Line = index.data(LINE)
        width = self._view.viewport().width()
        room = width - LEFT - RIGHT - 44
        height = 18 + self._height(line.words, 13, room) + (self._height(line.more, 12, room) + 2 if line.more else 0)
        return QSize(width, round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        line: Line = index.data(LINE)
        theme, box = self._theme, QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._view.currentIndex().row():
            painter.setPen(QPen(theme.accent, 1))
            painter.setBrush(theme.accentbg)
            painter.drawRoundedRect(box, 7, 7)
        inner = box.adjusted(12, 7, -12, -7)
        top = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        painter.setFont(theme.font("ui", 12, 600))
        painter.setPen(theme.accent)
        painter.drawText(QRectF(inner.left(), inner.top() + 1, LEFT - 10, inner.height()), top, line.place)
        painter.setFont(theme.font("ui", 12, 500))
        painter.setPen(theme.colour(line.tone))
        right = QRectF(inner.right() - RIGHT, inner.top() + 1, RIGHT, inner.height())
        painter.drawText(right, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight) | top, line.state)
        room = inner.width() - LEFT - RIGHT - 20
        at = QPointF(inner.left() + LEFT, inner.top())
        painter.setPen(theme.text)
        self._words(painter, line.words, 13, room, at)
        painter.setPen(theme.mute)
        self._words(painter, line.more, 12, room, at + QPointF(0, self._height(line.words, 13, room) + 2))
        painter.restore()

    def _words(self, painter: QPainter, words: str, size: int, room: float, at: QPointF) -> None:
        font = self._theme.font("ui", size)
        metrics, layout = QFontMetrics(font), QTextLayout(words, font)
        painter.setFont(font)
        layout.beginLayout()
        for place in range(2):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(room)
            cut = words[line.textStart() :] if place else words[line.textStart() : line.textStart() + line.textLength()]
            shown = metrics.elidedText(cut.strip(), Qt.TextElideMode.ElideRight, round(room))
            painter.drawText(at + QPointF(0, metrics.ascent() + place * metrics.height()), shown)
        layout.endLayout()

    def _height(self, words: str, size: int, room: float) -> int:
        metrics = QFontMetrics(self._theme.font("ui", size))
        return metrics.height() * (2 if metrics.horizontalAdvance(words) > room else 1)
