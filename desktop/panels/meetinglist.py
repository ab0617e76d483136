"""The archive's meetings by year: what is going on first, then this year and last open, older ones folded."""

import datetime
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop import swedish
from desktop.panels.values import MeetingLine, by_year
from desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex
PATH = Qt.ItemDataRole.UserRole + 1
RIGHT = Qt.ItemDataRole.UserRole + 2
GOING_ON = Qt.ItemDataRole.UserRole + 3

OPEN_YEARS = 2
NOWHERE = QModelIndex()


class MeetingList(QTreeView):
    """The tree; `opened` carries the path of the minutes that are to be shown."""

    opened = Signal(Path)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._folded: dict[str, bool] = {}
        self._model = _Years(self)
        self.setModel(self._model)
        self.setItemDelegate(_Rows(theme, self))
        self.setAccessibleName(swedish.MEETING_LIST)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_click)
        self.expanded.connect(lambda index: self._folded.__setitem__(str(index.data()), False))
        self.collapsed.connect(lambda index: self._folded.__setitem__(str(index.data()), True))
        theme.changed.connect(self.viewport().update)

    def show_meetings(
        self, lines: tuple[MeetingLine, ...], open_path: Path | None, open_name: str, today: datetime.date
    ) -> None:
        """Show these meetings; the one at `open_path` stands under "going on" with `open_name`."""
        at = self.verticalScrollBar().value()
        self._model.clear()
        if open_name:
            head = self._heading(swedish.GOING_ON, "")
            day = next((line.date for line in lines if line.path == open_path and line.date), None)
            head.appendRow(_row(open_name, swedish.near_date(day, today) if day else "", open_path, going_on=True))
        years = by_year(line for line in lines if line.path != open_path or not open_name)
        for position, (year, of_year) in enumerate(years):
            caption = str(year) if year else swedish.NO_YEAR
            head = self._heading(caption, swedish.meetings(len(of_year)))
            self._model.folded[caption] = of_year
            self.setExpanded(head.index(), not self._folded.get(caption, position >= OPEN_YEARS))
        if open_name:
            self.expand(self._model.index(0, 0))
        self.verticalScrollBar().setValue(at)

    def count(self) -> int:
        """How many meetings the list holds."""
        filled = sum(self._model.item(row).rowCount() for row in range(self._model.rowCount()))
        return filled + sum(len(lines) for lines in self._model.folded.values())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens a meeting, or folds a year."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_click(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _heading(self, caption: str, right: str) -> QStandardItem:
        head = QStandardItem(caption)
        head.setData(right, RIGHT)
        head.setData(f"{caption}, {right}" if right else caption, Qt.ItemDataRole.AccessibleTextRole)
        self._model.appendRow(head)
        return head

    def _on_click(self, index: QModelIndex) -> None:
        path = index.data(PATH)
        if path:
            self.opened.emit(Path(path))
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))


class _Years(QStandardItemModel):
    """The years; the meetings of one are made when it is unfolded, so that a list of thousands is shown at once."""

    def __init__(self, parent: QTreeView) -> None:
        super().__init__(parent)
        self.folded: dict[str, list[MeetingLine]] = {}

    def clear(self) -> None:
        """Hold nothing."""
        self.folded.clear()
        super().clear()

    def hasChildren(self, parent: Index = NOWHERE) -> bool:
        """A folded year has its meetings too."""
        return self.canFetchMore(parent) or super().hasChildren(parent)

    def canFetchMore(self, parent: Index) -> bool:
        """True for a year whose meetings are not made yet."""
        return parent.isValid() and not parent.parent().isValid() and str(parent.data()) in self.folded

    def fetchMore(self, parent: Index) -> None:
        """Make them."""
        head = self.item(parent.row())
        lines = self.folded.pop(str(parent.data()), [])
        for place, line in enumerate(lines, 1):
            row = _row(line.short_name, swedish.day_and_month(line.date) if line.date else "", line.path)
            row.setData(swedish.of_total(place, len(lines)), Qt.ItemDataRole.AccessibleDescriptionRole)
            head.appendRow(row)


def _row(words: str, right: str, path: Path | None, *, going_on: bool = False) -> QStandardItem:
    item = QStandardItem(words)
    item.setData(right, RIGHT)
    item.setData(str(path) if path else "", PATH)
    item.setData(going_on, GOING_ON)
    item.setData(f"{words}, {right}" if right else words, Qt.ItemDataRole.AccessibleTextRole)
    return item


class _Rows(QStyledItemDelegate):
    """Paints a year's heading or a meeting: number to the left, date to the right."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetrics(self._theme.font("ui", 13)).height()
        return QSize(100, line + 20 if index.parent().isValid() else line + 15)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        if index.parent().isValid():
            self._meeting(painter, rect, option, index)
        else:
            self._year(painter, rect, option, index)
        painter.restore()

    def _year(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        inner = rect.adjusted(8, 6, -8, 0)
        self._frame(painter, rect.adjusted(0, 5, -1, -1), option)
        painter.setPen(self._theme.mute)
        painter.setFont(self._theme.font("ui", 11, 600))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.setFont(self._theme.font("ui", 11))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.data(RIGHT)))

    def _meeting(self, painter: QPainter, rect: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        going_on = bool(index.data(GOING_ON))
        box = rect.adjusted(0, 2, -1, -3)
        self._frame(painter, box, option, chosen=going_on)
        inner = box.adjusted(10, 0, -10, 0)
        right = str(index.data(RIGHT))
        painter.setFont(self._theme.font("ui", 12))
        painter.setPen(self._theme.mute)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
        room = inner.width() - QFontMetrics(painter.font()).horizontalAdvance(right) - 10
        if going_on:
            painter.setBrush(self._theme.ok)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(inner.left() + room - 5, box.center().y() - 3, 7, 7)
            room -= 14
        font = self._theme.font("ui", 13, 500 if going_on else 400)
        self._words(painter, inner, room, font, str(index.data()))

    def _words(self, painter: QPainter, inner: QRect, room: int, font: QFont, words: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.text)
        fitted = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitted)

    def _frame(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, *, chosen: bool = False) -> None:
        state = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        painter.setPen(
            QPen(self._theme.accent, self._theme.ring)
            if focused
            else (QPen(self._theme.line, 1) if chosen else Qt.PenStyle.NoPen)
        )
        if chosen:
            painter.setBrush(self._theme.sheet)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.hover)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        if chosen or focused or state & QStyle.StateFlag.State_MouseOver:
            painter.drawRoundedRect(box, 7, 7)
