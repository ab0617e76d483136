"""The F1 sheet: every key and what it does, made from the list of actions that it is given."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop import swedish
from desktop.dialogs.overlay import Overlay
from desktop.theme import Theme
from desktop.theme.parts import keycap, label, row

Groups = Sequence[tuple[str, Sequence[tuple[str, str]]]]


class KeySheet(Overlay):
    """Two columns that flow on their own, as even as the groups allow."""

    def __init__(self, theme: Theme, window: QWidget, groups: Groups) -> None:
        super().__init__(theme, window, (Qt.Key.Key_F1,))
        self.setAccessibleName(swedish.KEYS_TITLE)
        self.setAccessibleDescription("; ".join(f"{key}: {does}" for _, pairs in groups for key, does in pairs))
        layout = QVBoxLayout(self.sheet)
        layout.setContentsMargins(28, 22, 28, 22)
        layout.setSpacing(10)
        title = label(theme, swedish.KEYS_TITLE, 18, "text", 600)
        layout.addLayout(row(title, None, label(theme, swedish.KEYS_CLOSE, 12, "mute")))
        columns = QHBoxLayout()
        columns.setSpacing(40)
        for part in _halves(groups):
            columns.addLayout(_column(theme, part))
        layout.addLayout(columns)


def _halves(groups: Groups) -> tuple[Groups, Groups]:
    """The groups in order, cut where the two columns are most alike in height."""
    heights = [len(pairs) + 1.6 for _, pairs in groups]
    cut = min(range(1, len(groups)), key=lambda at: abs(sum(heights[:at]) - sum(heights[at:])))
    return groups[:cut], groups[cut:]


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
