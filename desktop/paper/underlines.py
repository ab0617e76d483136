"""Quiet lines under words: painted over the paper by layers, never formats of the text."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from desktop.paper.caret import position_of
from desktop.paper.view import View
from model.edit.change import Place
from model.record.ids import NodeId


@dataclass(frozen=True, slots=True)
class Underline:
    """A line under the words `start`–`end` (code points) of a block, in a style and a colour."""

    node: NodeId
    start: int
    end: int
    style: QTextCharFormat.UnderlineStyle
    colour: QColor


class Underlines:
    """Several layers on one paper: showing one leaves the others. The lines move with their words as one types."""

    def __init__(self, paper: View) -> None:
        self._paper = paper
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}

    def show(self, layer: str, lines: Iterable[Underline]) -> None:
        """Show these lines in the place of the layer's earlier ones."""
        made = [selection for line in lines if (selection := self._made(line)) is not None]
        if not made and not self._layers.get(layer):
            return
        self._layers[layer] = made
        self._paper.setExtraSelections([one for some in self._layers.values() for one in some])

    def clear(self) -> None:
        """Another document is shown: no line holds any more."""
        self._layers.clear()
        self._paper.setExtraSelections([])

    def _made(self, line: Underline) -> QTextEdit.ExtraSelection | None:
        paper, ids = self._paper.document(), self._paper.mirror.ids
        start, end = (position_of(paper, ids, Place(line.node, at)) for at in (line.start, line.end))
        if start is None or end is None:
            return None
        look = QTextCharFormat()
        look.setUnderlineStyle(line.style)
        look.setUnderlineColor(line.colour)
        cursor = QTextCursor(paper)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, look
        return selection
