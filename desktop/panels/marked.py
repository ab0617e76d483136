"""Wrapped words with some of them marked, laid out and painted within a number of lines."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

ELLIPSIS = "…"


class Marked:
    """Words set in `width` pixels and at most `limit` lines; `height` is what they take.

    Positions are code points; Qt counts UTF-16, so those are converted here and nowhere else.
    """

    def __init__(
        self,
        words: str,
        font: QFont,
        width: float,
        limit: int,
        *,
        marked: tuple[tuple[int, int], ...] = (),
        ground: QColor | None = None,
        ink: QColor | None = None,
    ) -> None:
        words = words.replace("\n", " ")
        self._layout, whole = _set(words, font, width, limit)
        if whole < len(words):
            kept = _shortened(words, self._layout, font, width)
            marked = tuple((start, min(end, len(kept) - 1)) for start, end in marked if start < len(kept) - 1)
            words = kept
            self._layout, _ = _set(words, font, width, limit)
        self._marks = [_range(words, start, end, ground, ink) for start, end in marked if start < end]
        last = self._layout.lineAt(self._layout.lineCount() - 1) if self._layout.lineCount() else None
        self.height = last.y() + last.height() if last else 0.0

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint in the painter's pen; the marked words on their ground."""
        self._layout.draw(painter, at, self._marks)


def _set(words: str, font: QFont, width: float, limit: int) -> tuple[QTextLayout, int]:
    """The layout, and how many code points of `words` it shows."""
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y, leading, shown = 0.0, QFontMetricsF(font).leading(), 0
    for _ in range(limit):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height() + leading + 1
        shown = line.textStart() + line.textLength()
    layout.endLayout()
    return layout, len(words.encode("utf-16-le")[: shown * 2].decode("utf-16-le", "ignore"))


def _shortened(words: str, layout: QTextLayout, font: QFont, width: float) -> str:
    """As much of `words` as the last line has room for, with an ellipsis; cut between words where possible."""
    last = layout.lineAt(layout.lineCount() - 1)
    data = words.encode("utf-16-le")
    before = data[: last.textStart() * 2].decode("utf-16-le", "ignore")
    line = (
        data[last.textStart() * 2 : (last.textStart() + last.textLength()) * 2].decode("utf-16-le", "ignore").rstrip()
    )
    metrics = QFontMetricsF(font)
    while line and metrics.horizontalAdvance(line + ELLIPSIS) > width:
        line = line[:-1]
    if " " in line[len(line) // 2 :]:
        line = line[: line.rindex(" ")] if not line.endswith(" ") else line
    return before + line.rstrip(" ,.;:") + " " + ELLIPSIS if line else before + ELLIPSIS


def _range(words: str, start: int, end: int, ground: QColor | None, ink: QColor | None) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    if ground is not None:
        look.setBackground(ground)
    if ink is not None:
        look.setForeground(ink)
    found = QTextLayout.FormatRange()
    found.start = len(words[:start].encode("utf-16-le")) // 2
    found.length = len(words[start:end].encode("utf-16-le")) // 2
    found.format = look
    return found
