"""The ghost on the screen: grey words after the caret and the cap of the key that takes them. Never text."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.theme import Theme

CAP, ARROW = "Tab", "→"
EDGE = 40
"""Pixels that the sheet keeps free at its right."""


class GhostPaint(QWidget):
    """Lies over the paper right of the caret, on the sheet's own colour: what is painted there is hidden meanwhile.

    A sheet of its own and not part of the paper's painting, so that a key repaints a line and not the page; without
    name, focus or mouse, so that nothing but eyes meets it.
    """

    def __init__(self, theme: Theme, paper: QTextEdit) -> None:
        super().__init__(paper.viewport())
        self._theme, self._paper = theme, paper
        self.words, self._font, self._takes = "", QFont(), True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        paper.verticalScrollBar().valueChanged.connect(lambda _: self._stand())
        theme.changed.connect(self.update)

    def show_words(self, words: str, font: QFont, *, takes: bool) -> None:
        """Show `words` in `font` right of the caret; with the key cap when it `takes` them."""
        if (words, font, takes) != (self.words, self._font, self._takes):
            self.words, self._font, self._takes = words, font, takes
            self.update()
        self._stand()
        self.show()

    def follow(self, typed: str) -> None:
        """Stand after `typed`, which is just being typed, if the words may go on so; they must not cover a letter."""
        if self.words.startswith(typed) or self.words.lstrip().startswith(ARROW):
            self.words = self.words.removeprefix(typed)
            wide = round(QFontMetricsF(self._font).horizontalAdvance(typed))
            self.setGeometry(self.geometry().adjusted(wide, 0, 0, 0))
            self.update()
        else:
            self.clear()

    def clear(self) -> None:
        """Show nothing."""
        if self.words:
            self.words = ""
            self.hide()

    def _stand(self) -> None:
        """Lie from the caret to the edge of the sheet."""
        if self.words:
            caret = self._paper.cursorRect()
            room = self._paper.viewport().width() - EDGE - caret.right()
            self.setGeometry(QRect(QPoint(caret.right() + 1, caret.top()), caret.size()).adjusted(0, 0, room, 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words on the caret's own line of writing, shortened if need be, and the cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cap_font = self._theme.font("ui", 11, 500)
        cap = QFontMetricsF(cap_font).horizontalAdvance(CAP) + 10 if self._takes else 0.0
        metrics = QFontMetricsF(self._font)
        words = metrics.elidedText(self.words, Qt.TextElideMode.ElideRight, self.width() - cap - 12)
        width = metrics.horizontalAdvance(words)
        painter.fillRect(QRectF(0, 0, max(width + cap + 14, 40), self.height()), self._theme.sheet)
        painter.setFont(self._font)
        painter.setPen(self._theme.faint)
        painter.drawText(QPointF(0, metrics.ascent() - 0.5), words)
        if self._takes:
            height = QFontMetricsF(cap_font).height() + 4
            key = QRectF(width + 9.5, (self.height() - height) / 2, cap, height)
            painter.setPen(QPen(self._theme.line, 1))
            painter.setBrush(self._theme.key)
            painter.drawRoundedRect(key, 4, 4)
            painter.setFont(cap_font)
            painter.setPen(self._theme.mute)
            painter.drawText(key, int(Qt.AlignmentFlag.AlignCenter), CAP)
        painter.end()
