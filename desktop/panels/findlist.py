"""A list of finds, as rows in the sidebar or as cards beside the paper: chosen by key or mouse, read, linked."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import swedish
from desktop.panels.marked import Marked
from desktop.panels.values import Find
from desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex
FIND = Qt.ItemDataRole.UserRole + 1
LINKED = Qt.ItemDataRole.UserRole + 2


class FindList(QListView):
    """The list. `chosen` follows the selection, `read` is Enter or a double click, `linked` Ctrl+L or the menu."""

    read = Signal(object)
    linked = Signal(object)
    left = Signal()
    """Up from the first row: the caller may take the focus back."""

    def __init__(self, theme: Theme, name: str, *, cards: bool) -> None:
        super().__init__()
        self._theme, self._cards = theme, cards
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Cards(theme, self) if cards else _Hits(theme, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSpacing(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(lambda index: self.read.emit(index.data(FIND)))
        self.selectionModel().currentChanged.connect(lambda *_: self.scheduleDelayedItemsLayout())
        theme.changed.connect(self.viewport().update)

    def show_finds(self, finds: Iterable[Find], linked: dict[str, str] | None = None) -> None:
        """Show these. A chosen card stays at its place and the new ones come below it; else the first is chosen."""
        fresh = list(finds)
        held = self.chosen() if self._cards and self.hasFocus() else None
        if held is not None:
            row = min(self.currentIndex().row(), len(fresh))
            fresh = [find for find in fresh if find.address != held.address]
            fresh.insert(min(row, len(fresh)), held)
        if [self._find(row) for row in range(self._model.rowCount())] != fresh:
            self._fill(fresh, held)
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            item.setData((linked or {}).get(self._find(row).address, ""), LINKED)

    def chosen(self) -> Find | None:
        """The find that Enter reads and Ctrl+L links."""
        found = self.currentIndex().data(FIND)
        return found if isinstance(found, Find) else None

    def count(self) -> int:
        """How many finds there are."""
        return self._model.rowCount()

    def step(self, by: int) -> None:
        """Choose the next or the previous one, without taking the focus."""
        row = min(max(self.currentIndex().row() + by, 0), self._model.rowCount() - 1)
        self.setCurrentIndex(self._model.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reads; up from the first row gives the focus back."""
        found = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and found:
            self.read.emit(found)
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The key caps of the chosen card are also buttons."""
        index = self.indexAt(event.position().toPoint())
        delegate = self.itemDelegate()
        if event.button() == Qt.MouseButton.LeftButton and isinstance(delegate, _Cards):
            deed = delegate.deed_at(event.position().toPoint())
            if deed and index.isValid():
                (self.linked if deed == "link" else self.read).emit(index.data(FIND))
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Read and link by mouse."""
        found = self.chosen()
        if found is None:
            return
        menu = QMenu(self)
        menu.addAction(swedish.READ_MENU, lambda: self.read.emit(found))
        menu.addAction(swedish.LINK_MENU, lambda: self.linked.emit(found))
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _find(self, row: int) -> Find:
        found: Find = self._model.item(row).data(FIND)
        return found

    def _fill(self, finds: list[Find], held: Find | None) -> None:
        self._model.clear()
        for find in finds:
            item = QStandardItem()
            day = swedish.short_date(find.date) if find.date else ""
            place = swedish.card_address(find.short_name, find.number)
            item.setData(find, FIND)
            item.setData(
                swedish.spoken_hit(place, day, f"{find.heading}. {find.words}"), Qt.ItemDataRole.AccessibleTextRole
            )
            self._model.appendRow(item)
        if finds:
            row = finds.index(held) if held in finds else 0
            self.setCurrentIndex(self._model.index(row, 0))


class _Rows(QStyledItemDelegate):
    """What hits and cards have in common: the view, the theme, and where the words go."""

    def __init__(self, theme: Theme, view: FindList) -> None:
        super().__init__(view)
        self.theme, self.view = theme, view

    def line(self, size: float) -> int:
        """The height of one line in pixels."""
        return QFontMetrics(self.theme.font("ui", size)).height()

    def meta(self, painter: QPainter, inner: QRectF, place: str, tone: str, day: str) -> None:
        """The first line: where to the left, when to the right."""
        flags = Qt.AlignmentFlag.AlignTop
        painter.setFont(self.theme.font("ui", 12, 600))
        painter.setPen(self.theme.colour(tone))
        painter.drawText(inner, int(flags | Qt.AlignmentFlag.AlignLeft), place)
        painter.setFont(self.theme.font("ui", 12))
        painter.setPen(self.theme.mute)
        painter.drawText(inner, int(flags | Qt.AlignmentFlag.AlignRight), day)

    def words(self, find: Find, width: float, limit: int, size: float) -> Marked:
        """The find's words, the matching ones marked."""
        theme = self.theme
        shown = find.words or find.heading
        marked = find.marked if find.words else ()
        return Marked(shown, theme.font("ui", size), width, limit, marked=marked, ground=theme.mark, ink=theme.text)


class _Hits(_Rows):
    """A hit in the sidebar: address and date, two lines of words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self.view.viewport().width()
        return QSize(width, round(22 + self.line(12) + self._words(index, width).height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        find: Find = index.data(FIND)
        theme, box = self.theme, QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -3.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self.view.currentIndex().row():
            painter.setPen(QPen(theme.accent if self.view.hasFocus() else theme.line, 1))
            painter.setBrush(theme.sheet)
            painter.drawRoundedRect(box, 7, 7)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.hover)
            painter.drawRoundedRect(box, 7, 7)
        inner = box.adjusted(9, 7, -9, -6)
        day = swedish.day_and_month(find.date) if find.date else ""
        self.meta(painter, inner, swedish.address(find.short_name, find.number), "text", day)
        painter.setPen(theme.mute)
        self._words(index, self.view.viewport().width()).paint(
            painter, QPointF(inner.left(), inner.top() + self.line(12) + 2)
        )
        painter.restore()

    def _words(self, index: Index, width: int) -> Marked:
        return self.words(index.data(FIND), width - 19, 2, 12)


class _Cards(_Rows):
    """An earlier decision: address and date, heading, words; the chosen one says which keys work on it."""

    def __init__(self, theme: Theme, view: FindList) -> None:
        super().__init__(theme, view)
        self._deeds: list[tuple[QRect, str]] = []

    def deed_at(self, point: QPoint) -> str:
        """What a click there means: `link`, `read`, or an empty word."""
        return next((deed for rect, deed in self._deeds if rect.contains(point)), "")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self.view.viewport().width()
        height = 22 + self.line(12) + 5 + self._heading(index, width).height + 10
        if index.data(FIND).words:
            height += 5 + self._words(index, width).height
        if self._is_chosen(index) or index.data(LINKED):
            height += 9 + self.line(11) + 4
        return QSize(width, round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        find: Find = index.data(FIND)
        theme, chosen, width = self.theme, self._is_chosen(index), self.view.viewport().width()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 1.0 if chosen else 0.5
        box = QRectF(option.rect).adjusted(edge, edge, -edge, -edge - 10)
        painter.setPen(QPen(theme.accent, 2) if chosen else QPen(theme.line, 1))
        painter.setBrush(theme.card)
        painter.drawRoundedRect(box, 9, 9)
        inner = QRectF(option.rect).adjusted(13, 11, -13, -21)
        day = swedish.short_date(find.date) if find.date else ""
        self.meta(painter, inner, swedish.card_address(find.short_name, find.number), "accent", day)
        y = inner.top() + self.line(12) + 5
        heading = self._heading(index, width)
        painter.setPen(theme.text)
        heading.paint(painter, QPointF(inner.left(), y))
        y += heading.height + 5
        if find.words:
            painter.setPen(theme.mute)
            self._words(index, width).paint(painter, QPointF(inner.left(), y))
        foot = QRectF(inner.left(), inner.bottom() - self.line(11) - 3, inner.width(), self.line(11) + 4)
        if index.data(LINKED):
            self._linked(painter, foot, str(index.data(LINKED)))
        elif chosen:
            self._keys(painter, foot)
        painter.restore()

    def _is_chosen(self, index: Index) -> bool:
        return index.row() == self.view.currentIndex().row() and not index.data(LINKED)

    def _heading(self, index: Index, width: int) -> Marked:
        return Marked(index.data(FIND).heading, self.theme.font("ui", 13, 600), width - 26, 2)

    def _words(self, index: Index, width: int) -> Marked:
        return self.words(index.data(FIND), width - 26, 5, 13)

    def _linked(self, painter: QPainter, foot: QRectF, words: str) -> None:
        painter.drawPixmap(QPointF(foot.left(), foot.top() + 1), self.theme.pixmap("link", "ok", 13))
        painter.setFont(self.theme.font("ui", 12, 500))
        painter.setPen(self.theme.ok)
        painter.drawText(foot.adjusted(18, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)

    def _keys(self, painter: QPainter, foot: QRectF) -> None:
        self._deeds.clear()
        x = foot.left()
        for cap, words, deed in (("Ctrl L", swedish.LINK_HERE, "link"), ("Enter", swedish.READ, "read")):
            start = x
            painter.setFont(self.theme.font("ui", 11, 500))
            wide = QFontMetrics(painter.font()).horizontalAdvance(cap) + 12
            key = QRectF(x + 0.5, foot.top() + 0.5, wide, foot.height() - 1)
            painter.setPen(QPen(self.theme.line, 1))
            painter.setBrush(self.theme.key)
            painter.drawRoundedRect(key, 4, 4)
            painter.setPen(self.theme.mute)
            painter.drawText(key, int(Qt.AlignmentFlag.AlignCenter), cap)
            x += wide + 6
            painter.setFont(self.theme.font("ui", 11))
            said = QFontMetrics(painter.font()).horizontalAdvance(words)
            painter.drawText(QRectF(x, foot.top(), said + 2, foot.height()), int(Qt.AlignmentFlag.AlignVCenter), words)
            x += said + 12
            self._deeds.append((QRectF(start, foot.top() - 3, x - start, foot.height() + 6).toRect(), deed))
