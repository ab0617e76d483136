"""The F1 sheet: every key and what it does, made from the list of actions that it is given."""

from collections.abc import Sequence
from itertools import combinations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop import swedish
from desktop.dialogs.overlay import Overlay
from desktop.theme import Theme
from desktop.theme.parts import keycap, label, row
from desktop.theme.speech import say

Groups = Sequence[tuple[str, Sequence[tuple[str, str]]]]
HEADING, LINE, AROUND, BESIDE = 1.6, 23, 110, 80
"""Lines of a heading; pixels of a line; pixels of what stands round and beside the columns."""


class KeySheet(Overlay):
    """Columns that flow on their own, as even as the groups allow.

    Two; three where two would be too high for the window, fewer where they would be too wide. What has no room even so
    is scrolled to.
    """

    def __init__(self, theme: Theme, window: QWidget, groups: Groups) -> None:
        super().__init__(theme, window, (Qt.Key.Key_F1,))
        self.setAccessibleName(swedish.KEYS_TITLE)
        self.setAccessibleDescription(swedish.KEYS_READ)
        self._pairs = [f"{key}: {does}" for _, pairs in groups for key, does in pairs]
        self._at = -1
        self._rows: list[QWidget] = []
        layout = QVBoxLayout(self.sheet)
        layout.setSpacing(10)
        title = label(theme, swedish.KEYS_TITLE, 18, "text", 600)
        layout.addLayout(row(title, None, label(theme, swedish.KEYS_CLOSE, 12, "mute")))
        tall = _tallest(columned(groups, 2)) * LINE > window.height() - AROUND
        layout.setContentsMargins(*((18, 16, 18, 16) if tall else (28, 22, 28, 22)))
        self._area = QScrollArea()
        self._columns = self._fitting(theme, groups, 3 if tall else 2, 18 if tall else 40)
        self._area.setWidget(self._columns)
        self._columns.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout.addWidget(self._area)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows go through the keys one by one: they scroll, and read them out for who cannot see them."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self._at = min(max(self._at + step, 0), len(self._pairs) - 1)
        self._area.ensureWidgetVisible(self._rows[self._at], 0, 2 * LINE)
        say(self, swedish.spoken_choice(self._pairs[self._at], self._at + 1, len(self._pairs)))

    def _fitting(self, theme: Theme, groups: Groups, count: int, gap: int) -> QWidget:
        """The groups in as many columns as the window is wide enough for."""
        self._rows.clear()
        made = QWidget()
        columns = QHBoxLayout(made)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(gap)
        for part in columned(groups, count):
            columns.addLayout(_column(theme, part, self._rows))
        if count > 1 and made.sizeHint().width() > self._window.width() - BESIDE:
            return self._fitting(theme, groups, count - 1, gap)
        return made

    def _fit(self) -> None:
        wanted, room = self._columns.sizeHint(), self._window.size() - QSize(BESIDE, AROUND)
        self._area.setFixedSize(QSize(wanted.width() + 12, wanted.height()).boundedTo(room))
        super()._fit()


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


def _column(theme: Theme, groups: Groups, rows: list[QWidget]) -> QVBoxLayout:
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
            rows.append(label(theme, does))
            grid.addWidget(keycap(theme, key), at, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(rows[-1], at, 1)
            at += 1
    column.addLayout(grid)
    column.addStretch(1)
    return column
