"""The lines that other words in one block reach: what has to be painted again, and no more."""

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument

OVERHANG = 3
"""Pixels that letters and chips may reach out of their line."""

FAR = 1_000_000.0


class Lines(NamedTuple):
    """A block before its words change at `at` (UTF-16 units): where the line there begins, and how tall it is."""

    number: int
    at: int
    start: int
    height: float

    @classmethod
    def of(cls, paper: QTextDocument, block: QTextBlock, at: int) -> "Lines":
        """Ask before writing."""
        height = paper.documentLayout().blockBoundingRect(block).height()
        line = block.layout().lineForTextPosition(at)
        return cls(block.blockNumber(), at, line.textStart() if line.isValid() else -1, height)

    def written(self, paper: QTextDocument) -> QRectF:
        """From the first line that is another (the one above, if a word went there) to the end of the block.

        To the end of the paper if the block has grown or shrunk. In the paper's coordinates.
        """
        block = paper.findBlockByNumber(self.number)
        box, layout = paper.documentLayout().blockBoundingRect(block), block.layout()
        line = layout.lineForTextPosition(self.at)
        top = box.top()
        if line.isValid():
            first = line.lineNumber() - (line.textStart() != self.start)
            top += layout.lineAt(max(first, 0)).y()
        bottom = box.bottom() if box.height() == self.height else FAR
        return QRectF(0, top - OVERHANG, FAR, bottom - top + 2 * OVERHANG)
