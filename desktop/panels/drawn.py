"""Finds painted: a hit as two lines in the sidebar, an earlier decision as a card beside the paper."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import swedish
from desktop.panels.marked import Marked
from desktop.panels.values import Find
from desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex
FIND = Qt.ItemDataRole.UserRole + 1
LINKED = Qt.ItemDataRole.UserRole + 2

Ranges = tuple[tuple[int, int], ...]

BEFORE = 26
"""Characters before the first word that matched, about half of what two lines hold."""

DEEDS = (("Ctrl L", swedish.LINK_HERE, "link"), ("Enter", swedish.READ, "read"), ("Del", swedish.REFUSE, "refuse"))
"""The keys that the chosen card shows, what they do, and what a click there means."""


class _Rows(QStyledItemDelegate):
    """What hits and cards have in common: the view, the theme, and where the words go."""

    def __init__(self, theme: Theme, view: QListView) -> None:
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


class Hits(_Rows):
    """A hit in the sidebar: address and date, two lines of words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words take."""
        width = self.view.viewport().width()
        return QSize(width, round(22 + self.line(12) + self._words(index, width).height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One find, within its rectangle."""
        find: Find = index.data(FIND)
        theme, box = self.theme, QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -3.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self.view.currentIndex().row():
            painter.setPen(QPen(theme.accent, theme.ring) if self.view.hasFocus() else QPen(theme.line, 1))
            painter.setBrush(theme.sheet)
            painter.drawRoundedRect(box, 7, 7)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.hover)
            painter.drawRoundedRect(box, 7, 7)
        inner = box.adjusted(9, 7, -9, -6)
        day = swedish.day_and_month(find.date) if find.date else ""
        place = swedish.address(find.short_name, find.number, letter=find.letter)
        self.meta(painter, inner, swedish.outside(place, find.outside), "text", day)
        painter.setPen(theme.mute)
        self._words(index, self.view.viewport().width()).paint(
            painter, QPointF(inner.left(), inner.top() + self.line(12) + 2)
        )
        painter.restore()

    def _words(self, index: Index, width: int) -> Marked:
        find, theme = index.data(FIND), self.theme
        shown, marked = from_first_mark(find.words, find.marked) if find.words else (find.heading, ())
        return Marked(shown, theme.font("ui", 12), width - 19, 2, marked=marked, ground=theme.mark, ink=theme.text)


def from_first_mark(words: str, marked: Ranges) -> tuple[str, Ranges]:
    """The words from a little before the first that matched, so that two lines are sure to show it."""
    first = marked[0][0] if marked else 0
    start = words.find(" ", max(0, first - BEFORE)) + 1
    if first <= BEFORE or not 0 < start <= first:
        return words, marked
    return f"… {words[start:]}", tuple((a - start + 2, b - start + 2) for a, b in marked)


class _Part(NamedTuple):
    """Some words of a card: how far below the one before, in which colour, and after how much room for a sign."""

    words: Marked
    gap: float
    ink: QColor
    sign: str = ""


class Cards(_Rows):
    """An earlier decision: address and date, heading, clauses, why it is here; the chosen one shows its keys."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(theme, view)
        self._deeds: list[tuple[QRect, str]] = []

    def deed_at(self, point: QPoint) -> str:
        """What a click there means: `link`, `read`, `refuse`, or an empty word."""
        return next((deed for rect, deed in self._deeds if rect.contains(point)), "")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words take."""
        width = self.view.viewport().width()
        height = 22 + self.line(12) + 10 + sum(part.gap + part.words.height for part in self._parts(index, width))
        if self._is_chosen(index) or index.data(LINKED):
            height += 9 + self.line(11) + 4
        return QSize(width, round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One find, within its rectangle."""
        find: Find = index.data(FIND)
        theme, chosen = self.theme, self._is_chosen(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 1.0 if chosen else 0.5
        box = QRectF(option.rect).adjusted(edge, edge, -edge, -edge - 10)
        quiet = find.faint and not chosen
        painter.setPen(QPen(theme.accent, 1 if find.faint else 2) if chosen else QPen(theme.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush if quiet else theme.card)
        painter.drawRoundedRect(box, 9, 9)
        inner = QRectF(option.rect).adjusted(13, 11, -13, -21)
        day = swedish.short_date(find.date) if find.date else ""
        place = swedish.card_address(find.short_name, find.number, find.letter)
        self.meta(painter, inner, place, "mute" if quiet else "accent", day)
        y = inner.top() + self.line(12)
        for part in self._parts(index, self.view.viewport().width()):
            y += part.gap
            if part.sign:
                painter.drawPixmap(QPointF(inner.left(), y + 2), theme.pixmap(part.sign, "warn", 13))
            painter.setPen(part.ink)
            part.words.paint(painter, QPointF(inner.left() + (18 if part.sign else 0), y))
            y += part.words.height
        foot = QRectF(inner.left(), inner.bottom() - self.line(11) - 3, inner.width(), self.line(11) + 4)
        if index.data(LINKED):
            self._linked(painter, foot, str(index.data(LINKED)))
        elif chosen:
            self._keys(painter, foot)
        painter.restore()

    def _is_chosen(self, index: Index) -> bool:
        return index.row() == self.view.currentIndex().row() and not index.data(LINKED)

    def _parts(self, index: Index, width: int) -> list[_Part]:
        find, theme, room = index.data(FIND), self.theme, width - 26
        if find.faint and not self._is_chosen(index) and not index.data(LINKED):
            return self._quiet_parts(find, room)
        parts = [_Part(Marked(find.heading, theme.font("ui", 13, 600), room, 2), 5, theme.text)]
        start = 0
        for place, words in enumerate(find.words.split("\n") if find.words else ()):
            marked = tuple((a - start, b - start) for a, b in find.marked if start <= a and b <= start + len(words))
            said = Marked(words, theme.font("ui", 13), room, 4, marked=marked, ground=theme.mark, ink=theme.text)
            parts.append(_Part(said, 5 if place == 0 else 3, theme.mute))
            start += len(words) + 1
        if find.warning:
            said = Marked(find.warning, theme.font("ui", 12, 500), room - 18, 3)
            parts.append(_Part(said, 7, theme.warn, "triangle-alert"))
        if find.relation or find.why:
            words = swedish.suggested(find.relation, find.why)
            ink = ((0, len(find.relation)),) if find.relation else ()
            said = Marked(words, theme.font("ui", 12), room, 3, marked=ink, ink=theme.text)
            parts.append(_Part(said, 7, theme.mute))
        if find.later:
            parts.append(_Part(Marked(find.later, theme.font("ui", 12), room, 2), 3, theme.mute))
        return parts

    def _quiet_parts(self, find: Find, room: int) -> list[_Part]:
        """Heading and reason alone: it is only like this one, and says no more until it is chosen."""
        theme = self.theme
        why = Marked(swedish.suggested(find.relation, find.why), theme.font("ui", 12), room, 2)
        parts = [_Part(Marked(find.heading, theme.font("ui", 13), room, 2), 4, theme.mute), _Part(why, 4, theme.faint)]
        if find.warning:
            said = Marked(find.warning, theme.font("ui", 12, 500), room - 18, 3)
            parts.append(_Part(said, 6, theme.warn, "triangle-alert"))
        return parts

    def _linked(self, painter: QPainter, foot: QRectF, words: str) -> None:
        painter.drawPixmap(QPointF(foot.left(), foot.top() + 1), self.theme.pixmap("link", "ok", 13))
        painter.setFont(self.theme.font("ui", 12, 500))
        painter.setPen(self.theme.ok)
        painter.drawText(foot.adjusted(18, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)

    def _keys(self, painter: QPainter, foot: QRectF) -> None:
        self._deeds.clear()
        x = foot.left()
        for cap, words, deed in DEEDS:
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
