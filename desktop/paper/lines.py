"""The lines that other words in one block reach: what has to be painted again, and no more."""

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument

OVERHANG = 3
"""Pixels that letters and chips may reach out of their line."""

FAR = 1_000_000.0


class Lines(NamedTuple):
    """A block before its words change at `at` (UTF-16 units).

    `start` is where the line there begins, `below` how many units stand in the lines below it, `height` the block's.
    """

    number: int
    at: int
    start: int
    below: int
    height: float

    @classmethod
    def of(cls, paper: QTextDocument, block: QTextBlock, at: int) -> "Lines":
        """Ask before writing."""
        line, height = block.layout().lineForTextPosition(at), paper.documentLayout().blockBoundingRect(block).height()
        if not line.isValid():
            return cls(block.blockNumber(), at, -1, -1, height)
        start = line.textStart()
        return cls(block.blockNumber(), at, start, block.length() - start - line.textLength(), height)

    def written(self, paper: QTextDocument) -> QRectF:
        """From the first line that is another (the one above, if a word may have gone there) to the last one.

        That is the end of the paper if the block has grown or shrunk. In the paper's coordinates.
        """
        block = paper.findBlockByNumber(self.number)
        box, layout = paper.documentLayout().blockBoundingRect(block), block.layout()
        line, top, bottom = layout.lineForTextPosition(self.at), box.top(), box.bottom()
        if line.isValid():
            first = line.lineNumber() - (line.textStart() != self.start)
            top += layout.lineAt(max(first, 0)).y()
            if block.length() - line.textStart() - line.textLength() == self.below:
                bottom = box.top() + line.y() + line.height()
        if box.height() != self.height:
            bottom = FAR
        return QRectF(0, top - OVERHANG, FAR, bottom - top + 2 * OVERHANG)
