"""The F1 sheet: every key and what it does, made from the list of actions that it is given."""

from collections.abc import Sequence
from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop import swedish
from desktop.dialogs.overlay import Overlay
from desktop.theme import Theme
from desktop.theme.parts import keycap, label, row
from desktop.theme.speech import say

Groups = Sequence[tuple[str, Sequence[tuple[str, str]]]]
HEADING, LINE, AROUND = 1.6, 23, 110
"""Lines of a heading; pixels of a line; pixels of what stands round the columns."""


class KeySheet(Overlay):
    """Columns that flow on their own, as even as the groups allow: two, or three where two would not fit."""

    def __init__(self, theme: Theme, window: QWidget, groups: Groups) -> None:
        super().__init__(theme, window, (Qt.Key.Key_F1,))
        self.setAccessibleName(swedish.KEYS_TITLE)
        self.setAccessibleDescription(swedish.KEYS_READ)
        self._pairs = [f"{key}: {does}" for _, pairs in groups for key, does in pairs]
        self._at = -1
        layout = QVBoxLayout(self.sheet)
        layout.setSpacing(10)
        title = label(theme, swedish.KEYS_TITLE, 18, "text", 600)
        layout.addLayout(row(title, None, label(theme, swedish.KEYS_CLOSE, 12, "mute")))
        columns = QHBoxLayout()
        tall = _tallest(columned(groups, 2)) * LINE > window.height() - AROUND
        columns.setSpacing(18 if tall else 40)
        layout.setContentsMargins(*((18, 16, 18, 16) if tall else (28, 22, 28, 22)))
        for part in columned(groups, 3 if tall else 2):
            columns.addLayout(_column(theme, part))
        layout.addLayout(columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows read the keys out one by one, for who cannot see them."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._at = min(max(self._at + step, 0), len(self._pairs) - 1)
        say(self, swedish.spoken_choice(self._pairs[self._at], self._at + 1, len(self._pairs)))


def columned(groups: Groups, count: int) -> list[Groups]:
    """The groups in order, cut into at most `count` columns so that the tallest is as low as can be."""
    cuts = combinations(range(1, len(groups)), min(count, len(groups)) - 1)
    cut = [
        [groups[start:end] for start, end in zip((0, *places), (*places, len(groups)), strict=True)] for places in cuts
    ]
    return min(cut, key=_tallest)


def _tallest(columns: Sequence[Groups]) -> float:
    """Lines of the tallest column; a heading with the gap above it is a line and a half."""
    return max(sum(len(pairs) + HEADING for _, pairs in column) for column in columns)


def _column(theme: Theme, groups: Groups) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(5)
    at = 0
    for title, pairs in groups:
        if at:
            grid.setRowMinimumHeight(at, 8)
            at += 1
        grid.addWidget(label(theme, title, 12, "accent", 600), at, 0, 1, 2)
        at += 1
        for key, does in pairs:
            grid.addWidget(keycap(theme, key), at, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(theme, does), at, 1)
            at += 1
    column.addLayout(grid)
    column.addStretch(1)
    return column
