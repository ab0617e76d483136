"""What is painted and never typed: the sheet, numbers, labels, lead words, closing marks, chips and signatures.

Everything is drawn from the layout's own lines, and only for blocks in the exposed rectangle.
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QTextBlock, QTextDocument, QTextLine

from desktop import swedish
from desktop.paper.derived import Derived, lead_words
from desktop.paper.formats import CLAUSE, GUTTER, LEAD_LINE, SUB, TEXT, Formats
from desktop.paper.mirror import Mirror
from desktop.paper.words import HEAD, row_label
from desktop.theme import Theme
from model.record.blocks import Block, Clause, Item, Signature
from model.record.ids import HEADER_ROWS, NodeId
from model.record.links import Link
from model.record.minutes import Minutes
from model.record.printing import EMPTY, Frame

TOP = 18
"""Pixels of background above the sheet."""

ROUND = 6
"""Radius of the sheet's corners in pixels."""

UNDER_LINE, OVER_LINE = 12, 24
"""Pixels at most that anything is painted below and above its line of writing."""

BELOW = 200
"""Pixels of the sheet that are left below the last block."""


def chip_words(link: Link) -> str:
    """What a link's chip says when nobody knows its target's number."""
    return link.evidence or swedish.CHIP_LINK


class Painter:
    """Paints one paper. `chip_name` gives a link's chip its words; whoever knows the archive may set it."""

    def __init__(self, theme: Theme, formats: Formats, derived: Derived, mirror: Mirror) -> None:
        self._theme, self._formats, self._derived, self._mirror = theme, formats, derived, mirror
        self.chip_name: Callable[[Link], str] = chip_words
        self._offset, self._right, self._exposed = 0, 0.0, QRect()

    def edges(self, painter: QPainter, paper: QTextDocument, offset: int, exposed: QRect, viewport: QRect) -> None:
        """The sheet's hairline and round corners, and the background round it."""
        height = max(paper.size().height() - 60, viewport.height() + BELOW)
        if exposed.top() + offset > TOP + ROUND and exposed.bottom() + offset < TOP + height - ROUND:
            painter.fillRect(0, exposed.top(), 1, exposed.height(), self._theme.line)
            painter.fillRect(viewport.right(), exposed.top(), 1, exposed.height(), self._theme.line)
            return
        sheet = QRectF(0.5, TOP + 0.5 - offset, viewport.width() - 1, height)
        outside = QPainterPath()
        outside.addRect(QRectF(viewport))
        outside.addRoundedRect(sheet, ROUND, ROUND)
        painter.fillPath(outside, self._theme.bg)
        painter.setPen(QPen(self._theme.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(sheet, ROUND, ROUND)

    def marks(self, painter: QPainter, paper: QTextDocument, offset: int, exposed: QRect, item: NodeId | None) -> None:
        """Everything round the words of the blocks in `exposed` (viewport coordinates), and the bar beside `item`."""
        minutes = self._mirror.minutes
        if minutes is None:
            return
        self._offset, self._right, self._exposed = offset, paper.textWidth(), exposed
        if item is not None:
            self._bar(painter, paper, minutes, item)
        frames, layout = self._derived.frames(minutes), paper.documentLayout()
        block = self._first(paper, exposed.top() + offset)
        while block.isValid():
            box = layout.blockBoundingRect(block).translated(0, -offset)
            if box.top() > exposed.bottom() + LEAD_LINE:
                return
            number = block.blockNumber()
            if block.layout().lineCount() == 0 or box.bottom() < exposed.top() - UNDER_LINE:
                pass
            elif number < HEAD:
                self._label(painter, minutes, HEADER_ROWS[number], block, box)
            else:
                node = minutes.blocks[number - HEAD]
                self._block(painter, node, frames.get(node.id, EMPTY), block, box)
                self._chips(painter, minutes, node.id, block, box)
            block = block.next()
        self._signatures(painter, minutes.signatures, layout.blockBoundingRect(paper.lastBlock()).bottom() - offset)

    def _first(self, paper: QTextDocument, top: float) -> QTextBlock:
        """The first block that may paint below `top`: the one above what is hit, which may be the space between."""
        at = paper.documentLayout().hitTest(QPointF(0, top), Qt.HitTestAccuracy.FuzzyHit)
        block = paper.findBlock(max(at, 0))
        return block.previous() if block.blockNumber() else block

    def _bar(self, painter: QPainter, paper: QTextDocument, minutes: Minutes, item: NodeId) -> None:
        """The bar at the sheet's left edge along `item`."""
        span = self._derived.span(minutes, item)
        if span is None:
            return
        layout = paper.documentLayout()
        first, last = (paper.findBlockByNumber(HEAD + position) for position in span)
        top = layout.blockBoundingRect(first).top() - self._offset + 2
        bottom = layout.blockBoundingRect(last).bottom() - self._offset
        if top + 2 < self._exposed.top() and self._exposed.bottom() < bottom - 2:
            painter.fillRect(0, self._exposed.top(), 3, self._exposed.height(), self._theme.accent)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.accent)
        painter.drawRoundedRect(QRectF(0, top, 3, bottom - top), 1.5, 1.5)

    def _label(self, painter: QPainter, minutes: Minutes, row: NodeId, block: QTextBlock, box: QRectF) -> None:
        words = row_label(minutes, row)
        if words:
            self._ui(painter, 12, 500, self._theme.mute)
            room = block.blockFormat().leftMargin() - GUTTER - 8
            words = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(GUTTER, _baseline(block, box) - 1), words)

    def _block(self, painter: QPainter, node: Block, frame: Frame, block: QTextBlock, box: QRectF) -> None:
        base = _baseline(block, box)
        if base < self._exposed.top() - UNDER_LINE or self._top(frame, base) > self._exposed.bottom():
            pass
        elif isinstance(node, Item):
            self._number(painter, node, frame, base)
            if not node.heading.plain:
                kind = "item" if node.level == 1 else "subitem"
                painter.setFont(self._formats.font(kind))
                painter.setPen(self._theme.faint)
                left = block.blockFormat().leftMargin() + 3
                painter.drawText(QPointF(left, base), swedish.PLACEHOLDERS[kind])
        elif isinstance(node, Clause):
            self._clause(painter, frame, base)
        self._closing(painter, node, frame, block, box)

    def _top(self, frame: Frame, base: float) -> float:
        """The highest that anything is painted before a block whose first line of writing is `base`."""
        is_wide = frame.decision and self._derived.is_wide(frame.decision)
        return base - OVER_LINE - (LEAD_LINE if is_wide else 0)

    def _number(self, painter: QPainter, item: Item, frame: Frame, base: float) -> None:
        words = frame.lead.strip()
        if item.level == 1:
            self._paper(painter, 18, 600, self._theme.accent)
            left, room = GUTTER, TEXT - GUTTER
        else:
            words = "–" if words == "-" else words
            self._paper(painter, 16, 400, self._theme.mute)
            left, room = TEXT, SUB - TEXT
        width = QFontMetricsF(painter.font()).horizontalAdvance(words)
        painter.drawText(QPointF(left if width < room - 4 else left + room - 6 - width, base), words)

    def _clause(self, painter: QPainter, frame: Frame, base: float) -> None:
        self._paper(painter, 16, 400, self._theme.mute)
        words = frame.lead.strip()
        width = QFontMetricsF(painter.font()).horizontalAdvance(words)
        painter.drawText(QPointF(CLAUSE - 8 - width, base), words)
        if frame.decision:
            self._ui(painter, 12, 600, self._theme.accent)
            above = LEAD_LINE if self._derived.is_wide(frame.decision) else 1
            painter.drawText(QPointF(TEXT, base - above), lead_words(frame.decision))

    def _closing(self, painter: QPainter, node: Block, frame: Frame, block: QTextBlock, box: QRectF) -> None:
        """What is printed right after the last word: tail, closing mark, the sentence after."""
        words = frame.tail + frame.end
        if isinstance(node, Clause) and node.after:
            words += f" {node.after.plain}"
        if not words or not block.text():
            return
        line = _last_line(block)
        painter.setFont(block.charFormat().font())
        painter.setPen(self._theme.text)
        left = box.left() + _end_of_words(block, line)
        room = self._right - GUTTER - left
        fits = QFontMetricsF(painter.font()).horizontalAdvance(words) <= room + GUTTER / 2
        shown = words if fits else frame.tail + frame.end
        painter.drawText(QPointF(left, box.top() + line.y() + line.ascent()), shown)

    def _chips(self, painter: QPainter, minutes: Minutes, node: NodeId, block: QTextBlock, box: QRectF) -> None:
        links = self._derived.links(minutes, node)
        if not links:
            return
        line = _last_line(block)
        left, top = box_left(line, box) + 14, box.top() + line.y() + max(0.0, line.height() - 24)
        for link in links:
            self._ui(painter, 12, 500, self._theme.accent)
            metrics = QFontMetricsF(painter.font())
            words = metrics.elidedText(self.chip_name(link), Qt.TextElideMode.ElideRight, 200)
            width = metrics.horizontalAdvance(words) + 28
            if left + width > self._right - 8:
                return
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.accentbg)
            painter.drawRoundedRect(QRectF(left, top, width, 20), 10, 10)
            painter.drawPixmap(QPointF(left + 7, top + 4), self._theme.pixmap("link", "accent", 12))
            painter.setPen(self._theme.accent)
            painter.drawText(QPointF(left + 21, top + 14.5), words)
            left += width + 6

    def _signatures(self, painter: QPainter, signatures: tuple[Signature, ...], bottom: float) -> None:
        """Places to sign, two beside each other, under the last block."""
        for position, sign in enumerate(signatures):
            left = TEXT + (position % 2) * 330
            top = bottom + 56 + (position // 2) * 78
            self._ui(painter, 12, 500, self._theme.mute)
            painter.drawText(QPointF(left, top), (sign.label or "").rstrip(":"))
            self._paper(painter, 15, 400, self._theme.text)
            painter.drawText(QPointF(left, top + 26), sign.name or "")
            self._ui(painter, 12, 400, self._theme.mute)
            painter.drawText(QPointF(left, top + 44), sign.title or "")

    def _ui(self, painter: QPainter, size: int, weight: int, colour: QColor) -> None:
        painter.setFont(self._theme.font("ui", size, weight))
        painter.setPen(colour)

    def _paper(self, painter: QPainter, size: int, weight: int, colour: QColor) -> None:
        painter.setFont(self._theme.font("paper", size, weight))
        painter.setPen(colour)


def box_left(line: QTextLine, box: QRectF) -> float:
    """Where the words of `line` end, in the viewport."""
    return box.left() + line.naturalTextRect().right()


def _end_of_words(block: QTextBlock, line: QTextLine) -> float:
    """Where the last word of the block ends in its last line; a blank behind it does not count."""
    words = block.text()
    last = block.length() - 1 - (len(words) - len(words.rstrip()))
    return cast("tuple[float, int]", line.cursorToX(max(line.textStart(), last)))[0]


def _last_line(block: QTextBlock) -> QTextLine:
    return block.layout().lineAt(block.layout().lineCount() - 1)


def _baseline(block: QTextBlock, box: QRectF) -> float:
    line = block.layout().lineAt(0)
    return box.top() + line.y() + line.ascent()
