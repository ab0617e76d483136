"""Earlier minutes beside the draft: read-only, at the place that was asked for; the draft stays as it is."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop import swedish
from desktop.panels.values import Find
from desktop.paper.sheet import Sheet
from desktop.paper.words import is_head, plain
from desktop.theme import Theme
from desktop.theme.parts import KeyRow, label, link_button, row
from model.edit.change import Place
from model.edit.document import Document
from model.record.blocks import Clause
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.record.tree import derive, section_of

NARROWEST, SHARE = 400, 0.4
"""Pixels of the pane's width at least, and its share of the window's."""


LOWEST = 0.7
"""The share of the pane's height above which the line that was asked for stands."""


class Reader(QFrame):
    """The pane. `left` is Esc: back to the draft, while the pane stays; `closed` when it is to go away."""

    left = Signal()
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("earlier")
        self.setAccessibleName(swedish.PANE_READER)
        self.minutes: Minutes | None = None
        self._path = Path()
        self._name = label(theme, "", 14, "text", 600)
        self._day = label(theme, "", 12, "mute")
        self.sheet = Sheet(theme)
        self.sheet.setAccessibleName(swedish.READING_NAME)
        close = link_button(theme, swedish.CLOSE)
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.closed)
        keys = KeyRow(theme, 11)
        keys.show_pairs(
            (("Esc", swedish.BACK_TO_TEXT), ("Ctrl L", swedish.LINK_HERE), ("Ctrl Shift C", swedish.KEY_COPY_QUOTE))
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 8)
        layout.setSpacing(8)
        layout.addLayout(row(self._name, self._day, None, close, margins=(24, 0, 14, 0), gap=10))
        layout.addWidget(self.sheet, 1)
        layout.addLayout(row(keys, margins=(20, 0, 12, 0)))
        self.hide()

    def show_minutes(self, minutes: Minutes, path: Path, node: NodeId | None) -> None:
        """Show `minutes`, the caret at `node`."""
        if self.minutes != minutes:
            self.minutes, self._path = minutes, path
            self.sheet.show_document(Document(minutes), read_only=True)
        self._name.setText(swedish.named(minutes.short_name))
        self._day.setText(swedish.short_date(minutes.meeting.date) if minutes.meeting.date else "")
        if node is not None and node in minutes.node_ids():
            section = section_of(derive(minutes.blocks), node)
            if section is not None:
                self.sheet.go_to(section.item.id)
            self.sheet.put_caret(Place(node))
            below = self.sheet.cursorRect().bottom() - round(self.sheet.viewport().height() * LOWEST)
            bar = self.sheet.verticalScrollBar()
            bar.setValue(bar.value() + max(0, below))

    def clear(self) -> None:
        """Show nothing."""
        self.minutes = None
        self.sheet.show_document(None)

    def width_in(self, window: int) -> int:
        """Its width in a window of `window` pixels."""
        return max(NARROWEST, round(window * SHARE) - 60)

    def here(self) -> Find | None:
        """What the caret stands in, as a find that can be linked; None in the header."""
        minutes, node = self.minutes, self.sheet.node()
        if minutes is None or node is None or is_head(node):
            return None
        section = section_of(derive(minutes.blocks), node)
        if section is None:
            return None
        target = node if isinstance(minutes.block(node), Clause) else section.item.id
        return Find(
            minutes.id, self._path, minutes.short_name, minutes.meeting.date, target, section.number,
            section.item.heading.plain, plain(minutes, node), item=section.item.id, letter=section.letter or "",
        )  # fmt: skip

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back to the draft."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
