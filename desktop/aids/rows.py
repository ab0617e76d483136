"""A list of one-line rows as all popups show them: words, what is grey beside them, a tick, an icon, a key cap."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from desktop.theme import Theme
from desktop.theme.speech import tell_row

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
PAD, GAP, BOX = 9, 10, 16
_CENTRE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `bold` are pairs of start and end in `words`; `ticked` is None where there is nothing to tick.

    `beside` stands after the words, `meta` at the right edge, `sign` is an icon before `meta`. A `heading` is not
    chosen. `spoken` is what a screen reader says, the words and the rest when it is empty.
    """

    words: str
    beside: str = ""
    meta: str = ""
    bold: tuple[tuple[int, int], ...] = ()
    icon: str = ""
    sign: str = ""
    cap: str = ""
    tone: str = "text"
    ticked: bool | None = None
    heading: bool = False
    spoken: str = ""

    @property
    def said(self) -> str:
        """What a screen reader says."""
        return self.spoken or ", ".join(part for part in (self.words, self.beside, self.meta) if part)


class RowList(QListView):
    """The rows; the chosen one is walked with `step` by whoever holds the focus."""

    def __init__(self, theme: Theme, name: str, *, most: int = 9) -> None:
        super().__init__()
        self._most = most
        self.room = 10_000
        """Pixels that there are for it at most."""
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self._delegate = _Delegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self.viewport().update)

    def show_rows(self, rows: Sequence[Row], chosen: int | None = None) -> None:
        """Show `rows`; the chosen one stays at its place, or is `chosen`. Heights follow the rows.

        While the list has the focus its rows are kept: a screen reader would hear them all again for every tick.
        """
        at = self.at() if chosen is None else chosen
        if len(rows) != self._model.rowCount() or not self.hasFocus():
            self._model.clear()
            self._model.appendColumn([QStandardItem() for _ in rows])
        for place, row in enumerate(rows):
            if self._model.item(place).data(ROW) != row:
                _fill(self._model.item(place), row)
        self._choose(_near(rows, at))
        self.scheduleDelayedItemsLayout()
        heights = [self._delegate.height(row) for row in rows]
        self.setFixedHeight(min(sum(heights[: self._most]) + 2, self.room))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A screen reader hears which one is chosen, not only the list's name."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, lambda: tell_row(self))

    def rows(self) -> list[Row]:
        """What is shown."""
        return [self._model.item(at).data(ROW) for at in range(self._model.rowCount())]

    def at(self) -> int:
        """The place of the chosen row; 0 when none is."""
        return max(0, self.currentIndex().row())

    def chosen(self) -> Row | None:
        """The chosen row."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, Row) else None

    def step(self, by: int) -> None:
        """Choose the next row, or the one before; round the end, past the headings."""
        rows = self.rows()
        for move in range(1, len(rows) + 1):
            at = (self.at() + by * move) % len(rows)
            if not rows[at].heading:
                self._choose(at)
                return

    def choose(self, at: int) -> None:
        """Choose the row `at`."""
        self._choose(at)

    def _choose(self, at: int) -> None:
        self.setCurrentIndex(self._model.index(at, 0))


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: RowList) -> None:
        super().__init__(view)
        self._theme, self._view, self._box = theme, view, BOX

    def height(self, row: Row) -> int:
        """Pixels of a row."""
        return round(QFontMetricsF(self._font(11 if row.heading else 13)).height()) + (6 if row.heading else 13)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The row's own height, the list's width."""
        return QSize(10, self.height(index.data(ROW)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row, from both edges inwards."""
        row: Row = index.data(ROW)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = index.row() == self._view.at() and not row.heading
        if chosen:
            painter.setPen(QPen(self._theme.accent, 2) if self._theme.is_high else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(self._theme.accentbg)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1) if self._theme.is_high else box, 6, 6)
        inner = box.adjusted(PAD, 0, -PAD, 0)
        if row.heading:
            self._words(painter, inner.adjusted(-2, 0, 0, 0), row.words, 11, "mute", 600)
        else:
            inner = self._left(painter, inner, row, chosen=chosen)
            inner = self._right(painter, inner, row, chosen=chosen)
            self._middle(painter, inner, row, chosen=chosen)
        painter.restore()

    def _left(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> QRectF:
        side = self._box
        top = box.center().y() - side / 2
        if row.ticked is not None:
            square = QRectF(box.left() + 0.5, top + 0.5, side - 1, side - 1)
            painter.setPen(QPen(self._theme.btn if row.ticked else self._theme.faint, 1.5))
            painter.setBrush(self._theme.btn if row.ticked else self._theme.card)
            painter.drawRoundedRect(square, 4, 4)
            if row.ticked:
                inner = side - 4
                painter.drawPixmap(square.topLeft() + _two(), self._theme.pixmap("check", "btntext", inner))
            return box.adjusted(side + GAP, 0, 0, 0)
        if row.icon:
            pixmap = self._theme.pixmap(row.icon, "accent" if chosen else "mute", side - 1)
            painter.drawPixmap(QPointF(box.left(), top), pixmap)
            return box.adjusted(side + 8, 0, 0, 0)
        return box

    def _right(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> QRectF:
        cap = row.cap or ("Enter" if chosen and self._view.property("enters") else "")
        if cap:
            font = self._font(11, 500)
            width = QFontMetricsF(font).horizontalAdvance(cap) + 14
            height = QFontMetricsF(font).height() + 4
            key = QRectF(box.right() - width, box.center().y() - height / 2, width, height)
            painter.setPen(QPen(self._theme.line, 1))
            painter.setBrush(self._theme.key)
            painter.drawRoundedRect(key, 4, 4)
            self._words(painter, key, cap, 11, "mute", 500, Qt.AlignmentFlag.AlignHCenter)
            box = box.adjusted(0, 0, -width - GAP, 0)
        if row.meta:
            tone, weight = ("accent", 500) if row.sign else ("mute", 400)
            width = QFontMetricsF(self._font(12, weight)).horizontalAdvance(row.meta)
            self._words(painter, box, row.meta, 12, tone, weight, Qt.AlignmentFlag.AlignRight)
            box = box.adjusted(0, 0, -width - GAP, 0)
        if row.sign:
            place = QRectF(box.right() - 14, box.center().y() - 7, 13, 13)
            painter.drawPixmap(place.topLeft(), self._theme.pixmap(row.sign, "accent", 13))
            box = box.adjusted(0, 0, -20, 0)
        return box

    def _middle(self, painter: QPainter, box: QRectF, row: Row, *, chosen: bool) -> None:
        weight = 500 if chosen and row.ticked is None and not row.bold else 400
        metrics = QFontMetricsF(self._font(13, weight))
        words = metrics.elidedText(row.words, Qt.TextElideMode.ElideRight, box.width())
        left, at = box.left(), 0
        for start, end in (*row.bold, (len(words), len(words))):
            for piece, heavy in ((words[at:start], weight), (words[start:end], 700)):
                if piece:
                    self._words(painter, QRectF(left, box.top(), 2000, box.height()), piece, 13, row.tone, heavy)
                    left += QFontMetricsF(self._font(13, heavy)).horizontalAdvance(piece)
            at = max(at, end)
        if row.beside and left + GAP < box.right():
            place = QRectF(left + GAP, box.top(), box.right() - left - GAP, box.height())
            beside = QFontMetricsF(self._font(12)).elidedText(row.beside, Qt.TextElideMode.ElideRight, place.width())
            self._words(painter, place, beside, 12, "mute")

    def _words(
        self, painter: QPainter, box: QRectF, words: str, size: int, tone: str, weight: int = 400,
        across: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:  # fmt: skip
        painter.setFont(self._font(size, weight))
        painter.setPen(self._theme.colour(tone))
        painter.drawText(box, int(_CENTRE | across | Qt.TextFlag.TextSingleLine), words)

    def _font(self, size: int, weight: int = 400) -> QFont:
        return self._theme.font("ui", size, weight)


def _two() -> QPointF:
    return QPointF(1.5, 1.5)


def _fill(item: QStandardItem, row: Row) -> None:
    item.setText(row.said)
    item.setData(row, ROW)
    item.setData(row.said, Qt.ItemDataRole.AccessibleTextRole)
    item.setSelectable(not row.heading)
    item.setCheckable(row.ticked is not None)
    ticked = Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
    item.setData(None if row.ticked is None else ticked, Qt.ItemDataRole.CheckStateRole)


def _near(rows: Sequence[Row], at: int) -> int:
    """The row at `at`, or the next that can be chosen."""
    places = [place for place, row in enumerate(rows) if not row.heading]
    return next((place for place in places if place >= at), places[-1] if places else 0)
