"""The rows of a list over the window: what one says, and how it is painted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole + 1
NOWHERE = QModelIndex()
LEFT, RIGHT = 150, 130
"""Pixels of the columns to the left and to the right of the words."""

AT_ONCE = 60
"""Rows that are laid out before the others are let by: typing goes on beside a list of thousands."""


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


class Lines(QAbstractListModel):
    """The rows as they are: nothing is built for a row that is not shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show_lines(self, lines: list[Line]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line, or what is said of it."""
        if not index.isValid() or role not in (LINE, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.lines[index.row()]
        return line if role == LINE else line.spoken


class ListView(QListView):
    """The rows; the focus stays in the field above them."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.rows = Lines(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Rows(theme, self))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(AT_ONCE)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, the first one chosen."""
        self.rows.show_lines(list(lines))
        self.setCurrentIndex(self.rows.index(0, 0))

    def choose(self, row: int) -> None:
        """Choose a row."""
        self.setCurrentIndex(self.rows.index(row, 0))

    def exchange(self, what: object, line: Line) -> int | None:
        """Show `line` instead of the row that gives back `what`; its place, None when it is not shown."""
        row = next((at for at, old in enumerate(self.rows.lines) if old.what == what), None)
        if row is not None:
            self.rows.lines[row] = line
            self.rows.dataChanged.emit(self.rows.index(row, 0), self.rows.index(row, 0))
        return row

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
        room = width - _left(line) - RIGHT - 44
        height = 18 + self._height(line.words, 13, room) + (self._height(line.more, 12, room) + 2 if line.more else 0)
        return QSize(width, round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        line: Line = index.data(LINE)
        theme, box = self._theme, QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._view.currentIndex().row():
            painter.setPen(QPen(theme.accent, theme.ring))
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
        room = inner.width() - _left(line) - RIGHT - 20
        at = QPointF(inner.left() + _left(line), inner.top())
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


def _left(line: Line) -> int:
    """The width of the column of places; a row without one has its words there."""
    return LEFT if line.place else 0
