"""Earlier decisions: cards for the item under the caret, and what stands there when there are none."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from desktop import swedish
from desktop.panels.findlist import FindList
from desktop.panels.values import Find
from desktop.theme import Theme
from desktop.theme.parts import IconLabel, KeyRow, label, row, wrapped
from desktop.theme.speech import say

WIDTH = 324


class EarlierPanel(QFrame):
    """The pane to the right. It is told what to show; asking is the window's."""

    read = Signal(object)
    linked = Signal(object)
    refused = Signal(object)
    back = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("earlier")
        self.setAccessibleName(swedish.PANE_EARLIER)
        self.setFixedWidth(WIDTH)
        self._told: tuple[int | None, str] | None = None
        self._number = label(theme, "", 12, "mute")
        self.list = FindList(theme, swedish.EARLIER_LIST, cards=True)
        self.list.read.connect(self.read)
        self.list.linked.connect(self.linked)
        self.list.refused.connect(self.refused)
        self._note = wrapped(theme, "", 12, "mute")
        self._notes = QWidget()
        self._notes.setLayout(row(IconLabel(theme, "triangle-alert", "warn", 14), self._note, margins=(2, 2, 2, 6)))
        self._says = wrapped(theme, swedish.EARLIER_EMPTY, 13, "mute")
        self._says.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._empty(theme))
        self._stack.addWidget(self.list)
        self._keys = KeyRow(theme, 11)
        self._keys.show_pairs((("F2", swedish.TO_THE_LIST), ("Esc", swedish.BACK_TO_TEXT)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 18, 18, 8)
        layout.setSpacing(10)
        head = label(theme, swedish.EARLIER, 14, "text", 600)
        layout.addLayout(row(head, None, self._number, margins=(2, 0, 2, 0)))
        layout.addLayout(self._stack, 1)
        layout.addWidget(self._notes)
        layout.addWidget(self._keys)
        self.clear()

    def show_finds(
        self, finds: Iterable[Find], number: int | None, linked: dict[str, str], *, again: bool = False
    ) -> None:
        """Show cards for item `number`; `linked` pairs a card with what it is linked to.

        `again` says that they are for the same item as before: what stands there keeps its place.
        """
        found = list(finds)
        self._number.setText(swedish.at_item(number) if number else "")
        self.list.show_finds(found, linked, again=again)
        self._says.setText(swedish.EARLIER_NONE if number else swedish.EARLIER_EMPTY)
        self._stack.setCurrentIndex(1 if self.list.count() else 0)
        self._keys.setVisible(self.list.count() > 0)
        self._tell(number)

    def _tell(self, number: int | None) -> None:
        """Let a screen reader hear that there is something to link, once for each item and first card."""
        first = self.list.chosen()
        told = (number, first.card) if first else None
        if first and told != self._told:
            address = swedish.card_address(first.short_name, first.number, first.letter)
            say(self, swedish.spoken_cards(self.list.count(), f"{address}, {first.heading}"))
        self._told = told

    def show_notes(self, notes: Sequence[str]) -> None:
        """What the item's references lack, under the cards."""
        self._note.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))

    def clear(self) -> None:
        """Nothing is open, or nothing can be asked."""
        self._number.setText("")
        self.show_notes(())
        self.list.show_finds(())
        self._says.setText(swedish.EARLIER_EMPTY)
        self._stack.setCurrentIndex(0)
        self._keys.setVisible(False)

    def _empty(self, theme: Theme) -> QWidget:
        made = QWidget()
        layout = QVBoxLayout(made)
        layout.setSpacing(10)
        layout.addStretch(2)
        layout.addWidget(IconLabel(theme, "history", "faint", 26), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._says)
        layout.addStretch(3)
        return made
