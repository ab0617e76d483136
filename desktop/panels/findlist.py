"""A list of finds, as rows in the sidebar or as cards beside the paper: chosen by key or mouse, read, linked."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QListView, QMenu

from desktop import swedish
from desktop.panels.drawn import FIND, LINKED, Cards, Hits
from desktop.panels.values import Find, steady
from desktop.theme import Theme
from desktop.theme.speech import say, tell_row


class FindList(QListView):
    """The list. `chosen` follows the selection, `read` is Enter or a double click, `linked` Ctrl+L or the menu."""

    read = Signal(object)
    linked = Signal(object)
    refused = Signal(object)
    """Delete on a card: it is not to be offered here again."""
    left = Signal()
    """Up from the first row: the caller may take the focus back."""

    def __init__(self, theme: Theme, name: str, *, cards: bool) -> None:
        super().__init__()
        self._theme, self._cards = theme, cards
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(Cards(theme, self) if cards else Hits(theme, self))
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

    def show_finds(self, finds: Iterable[Find], linked: dict[str, str] | None = None, *, again: bool = False) -> None:
        """Show these. When they are asked for `again`, cards stay where they stand and new ones come below them."""
        fresh = list(finds)
        before = [self._find(row) for row in range(self._model.rowCount())]
        chosen = self.chosen() if self._cards and again else None
        if chosen is not None:
            fresh = steady(before, fresh, chosen, held=self.hasFocus())
        if before != fresh:
            self._fill(fresh, chosen)
        for row in range(self._model.rowCount()):
            item = self._model.item(row)
            item.setData((linked or {}).get(self._find(row).card, ""), LINKED)

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A screen reader hears which one is chosen, not only the list's name."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, lambda: tell_row(self))

    def say_chosen(self, source: QObject) -> None:
        """Let a screen reader say which one is chosen while `source` has the focus."""
        spoken = self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        if spoken:
            say(source, swedish.spoken_choice(spoken, self.currentIndex().row() + 1, self.count()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter reads; up from the first row gives the focus back."""
        found = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and found:
            self.read.emit(found)
        elif event.key() == Qt.Key.Key_Delete and found and self._cards:
            self.refused.emit(found)
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The key caps of the chosen card are also buttons."""
        index = self.indexAt(event.position().toPoint())
        delegate = self.itemDelegate()
        if event.button() == Qt.MouseButton.LeftButton and isinstance(delegate, Cards):
            deed = delegate.deed_at(event.position().toPoint())
            if deed and index.isValid():
                {"link": self.linked, "read": self.read, "refuse": self.refused}[deed].emit(index.data(FIND))
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Read and link by mouse."""
        found = self.chosen()
        if found is None:
            return
        menu = QMenu(self)
        menu.addAction(swedish.READ_MENU, lambda: self.read.emit(found))
        menu.addAction(swedish.LINK_MENU, lambda: self.linked.emit(found))
        if self._cards:
            menu.addAction(swedish.REFUSE_MENU, lambda: self.refused.emit(found))
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _find(self, row: int) -> Find:
        found: Find = self._model.item(row).data(FIND)
        return found

    def _fill(self, finds: list[Find], chosen: Find | None) -> None:
        self._model.clear()
        for find in finds:
            item = QStandardItem()
            item.setData(find, FIND)
            item.setData(_spoken(find), Qt.ItemDataRole.AccessibleTextRole)
            self._model.appendRow(item)
        if finds:
            row = next((row for row, find in enumerate(finds) if chosen and find.card == chosen.card), 0)
            self.setCurrentIndex(self._model.index(row, 0))


def _spoken(find: Find) -> str:
    """What a screen reader says of a find."""
    day = swedish.short_date(find.date) if find.date else ""
    place = swedish.outside(swedish.card_address(find.short_name, find.number, find.letter), find.outside)
    said = swedish.spoken_hit(place, day, ". ".join(part for part in (find.heading, find.words) if part))
    more = swedish.suggested(find.relation, find.why) if find.relation or find.why else ""
    return swedish.in_words(". ".join(part for part in (said, find.warning, more, find.later) if part))
