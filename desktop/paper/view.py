"""The view: what the sheet looks like. One QTextEdit with its mirror and its painter; it changes nothing."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop import swedish
from desktop.paper.caret import Selection, followed, place_of, position_of, selection_of
from desktop.paper.derived import Derived
from desktop.paper.formats import Formats
from desktop.paper.mirror import Mirror
from desktop.paper.paint import Painter
from desktop.paper.words import has, plain
from desktop.theme import Theme
from model.edit.change import Change, Place
from model.record.ids import NodeId
from model.record.links import Link
from model.record.minutes import Minutes

WIDEST = 780
"""Pixels of the sheet's width at the most."""


class View(QTextEdit):
    """Shows one record at a time and says where the caret is."""

    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._formats, self._derived = Formats(theme), Derived(theme)
        self._paper: QTextDocument | None = None
        self._settling = False
        self._going: Place | None = None
        self._composed: int | None = None
        """The number of the block in which an input method shows what is not text yet."""
        self._item: NodeId | None = None
        """The item that is marked by the bar."""
        self._chip_name: Callable[[Link], str] | None = None
        self._set_up()
        self._begin_paper()
        self._dress()
        theme.changed.connect(self._dress)

    def _set_up(self) -> None:
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(False)
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(swedish.PAPER_NAME)

    def _begin_paper(self) -> None:
        """A new QTextDocument: one for each open set of minutes."""
        paper = QTextDocument(self)
        paper.setUndoRedoEnabled(False)
        paper.setDocumentMargin(0)
        paper.setDefaultFont(self._formats.font("paragraph"))
        self._settling, self._composed = True, None
        self.setDocument(paper)
        self._settling = False
        if self._paper is not None:
            self._paper.deleteLater()
        self._paper = paper
        self.mirror = Mirror(paper, self._formats, self._derived)
        self._painter = Painter(self._theme, self._formats, self._derived, self.mirror)
        if self._chip_name:
            self._painter.chip_name = self._chip_name

    def _load(self, minutes: Minutes) -> None:
        """Write the whole paper."""
        self._settling = True
        self.mirror.load(minutes)
        self._settling = False

    def name_links(self, chip_name: Callable[[Link], str]) -> None:
        """Let `chip_name` give the chips of links their words: whoever knows the archive knows the numbers."""
        self._chip_name = self._painter.chip_name = chip_name
        self.viewport().update()

    def place(self) -> Place:
        """Where the caret is."""
        return place_of(self.document(), self.mirror.ids, self.textCursor().position())

    def selection(self) -> Selection:
        """What is selected."""
        return selection_of(self.textCursor(), self.mirror.ids)

    def select(self, selection: Selection) -> None:
        """Put anchor and caret back; a place that is gone becomes the nearest end of the paper's text."""
        paper, ids = self.document(), self.mirror.ids
        caret = position_of(paper, ids, selection.caret)
        anchor = caret if selection.is_empty else position_of(paper, ids, selection.anchor)
        cursor = self.textCursor()
        if caret is None or (caret == cursor.position() and anchor == cursor.anchor()):
            return
        cursor.setPosition(caret if anchor is None else anchor)
        cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
        self._settling = True
        self.setTextCursor(cursor)
        self._settling = False

    def _show_change(self, change: Change) -> None:
        """Write what differs. The selection stays on its words.

        While a key is `_going` somewhere it puts the caret there itself: a screen reader hears of each stop.
        """
        selection = None if self._going else self._followed_selection(change)
        self._write(change)
        if selection is not None:
            self.select(selection)

    def _write(self, change: Change) -> None:
        """Write, and let only the lines be painted that are others: Qt would paint the block and its neighbours."""
        port, bar = self.viewport(), self.verticalScrollBar()
        offset, part = bar.value(), None
        self._settling = True
        port.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled)
        try:
            self._end_composing()
            part = self.mirror.show(change.after, change.touched)
        finally:
            port.setAttribute(Qt.WidgetAttribute.WA_UpdatesDisabled, False)
            self._settling = False
        if part is None or offset != bar.value():
            port.update()
        else:
            port.update(part.translated(0, -offset).toAlignedRect())

    def _end_composing(self) -> None:
        """What is only being composed goes: Qt loses its way when the caret or the words move round it."""
        if self._composed is None:
            return
        block = self.document().findBlockByNumber(self._composed)
        self._composed = None
        block.layout().setPreeditArea(-1, "")
        block.layout().clearFormats()
        self.document().markContentsDirty(block.position(), block.length())
        QGuiApplication.inputMethod().reset()

    def _followed_selection(self, change: Change) -> Selection:
        return Selection(*(self._followed(place, change) for place in self.selection()))

    def _followed(self, place: Place, change: Change) -> Place:
        """Where `place` is after `change`: beside the words that it stood beside."""
        if place.node not in change.touched or self.mirror.minutes is None or not has(change.after, place.node):
            return place
        return followed(place, plain(self.mirror.minutes, place.node), plain(change.after, place.node))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; never zoom, which would change the fonts behind the theme."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Centre the sheet; a line of the caret that was in sight stays where it stood, however the words wrap now."""
        top, before = self.cursorRect().top(), event.oldSize()
        self._centre()
        super().resizeEvent(event)
        if 0 <= top < before.height() and self.viewport().width() != before.width():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.cursorRect().top() - top)
        self.resized.emit()

    def _centre(self) -> None:
        width = min(WIDEST, self.width() - 48)
        left = max(24, (self.width() - width) // 2 - 4)
        right = max(12, self.width() - width - left - 12)
        margins = self.viewportMargins()
        if (margins.left(), margins.right()) != (left, right):
            self.setViewportMargins(left, 0, right, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet's colour, on it the words by Qt, then all that is painted and never typed."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.sheet)
        painter.end()
        super().paintEvent(event)
        offset, exposed, paper = self.verticalScrollBar().value(), event.rect(), self.document()
        painter = QPainter(self.viewport())
        painter.setClipRect(exposed)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.edges(painter, paper, offset, exposed, self.viewport().rect())
        self._painter.marks(painter, paper, offset, exposed, self._item)
        painter.end()

    def _dress(self) -> None:
        roles, palette = QPalette.ColorRole, self.palette()
        for role, colour in (
            (roles.Base, QColor(Qt.GlobalColor.transparent)),
            (roles.Text, self._theme.text),
            (roles.Highlight, self._theme.sel),
            (roles.HighlightedText, self._theme.text),
        ):
            palette.setColor(role, colour)
        self.setPalette(palette)
        self.viewport().update()
