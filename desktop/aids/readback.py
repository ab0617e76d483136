"""Read-back: the decisions in large text, clause by clause, for reading aloud; Space says that the meeting agrees."""

import hashlib
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop import swedish
from desktop.dialogs.overlay import Overlay
from desktop.theme import Theme
from desktop.theme.parts import IconLabel, KeyRow, label, row, set_tone, wrapped
from desktop.theme.speech import say
from model.record.blocks import Clause
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.record.printing import frames
from model.record.tree import derive, section_of

LARGE, ROOM = 30, 120
"""Pixels of the text, and left free round the sheet."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A clause as it is read: where it stands, and its words with "att" and all; `said` are its own words alone."""

    node: NodeId
    where: str
    words: str
    said: str


def spoken(minutes: Minutes) -> tuple[Spoken, ...]:
    """Every clause of the minutes, in order."""
    tree, framed = derive(minutes.blocks), frames(minutes)
    found = []
    for block in minutes.blocks:
        if isinstance(block, Clause) and block.text.plain.strip():
            section = section_of(tree, block.id)
            where = swedish.read_at(section.number, section.letter, section.item.heading.plain) if section else ""
            words = f"{framed[block.id].lead.strip()} {block.text.plain}".strip()
            found.append(Spoken(block.id, where, words, block.text.plain))
    return tuple(found)


class ReadBack(Overlay):
    """`approved` holds what has been agreed to (`key_of`); a clause changed since has to be read again."""

    wanted = Signal(str)
    """Enter: to this clause in the text."""

    agreed = Signal()
    """Space: there is one more in `approved`."""

    def __init__(
        self, theme: Theme, window: QWidget, clauses: tuple[Spoken, ...], at: int, approved: set[str]
    ) -> None:  # fmt: skip
        super().__init__(theme, window)
        self._clauses, self._at, self._approved = clauses, at, approved
        self.setAccessibleName(swedish.READ_BACK)
        self._where = wrapped(theme, "", 15, "mute", 500)
        self._count = label(theme, "", 15, "mute")
        self.words = QLabel()
        self.words.setFont(theme.font("paper", LARGE, 400))
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._sign = IconLabel(theme, "circle-check", "ok", 20)
        self._state = label(theme, "", 14, "ok", 500)
        keys = KeyRow(theme)
        keys.show_pairs(swedish.READ_BACK_KEYS)
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(44, 32, 44, 24)
        column.setSpacing(18)
        head = row(self._where, self._count)
        head.setStretch(0, 1)
        column.addLayout(head)
        column.addWidget(self.words, 1)
        column.addLayout(row(self._sign, self._state, None))
        column.addWidget(keys)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space agrees and goes on; arrows walk; Enter goes to the text."""
        key = event.key()
        if key == Qt.Key.Key_Space:
            self._approve()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown):
            self._walk(1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace):
            self._walk(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            node = self._clauses[self._at].node
            self.shut()
            self.wanted.emit(node)
        else:
            super().keyPressEvent(event)

    def _approve(self) -> None:
        self._approved.add(key_of(self._clauses[self._at]))
        self.agreed.emit()
        left = [place for place, one in enumerate(self._clauses) if key_of(one) not in self._approved]
        ahead = [place for place in left if place > self._at]
        self._at = (ahead or left or [self._at])[0]
        self._show()

    def _walk(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), len(self._clauses) - 1)
        self._show()

    def refresh(self) -> None:
        """Show what has been agreed to meanwhile."""
        self._show()

    def _show(self) -> None:
        now = self._clauses[self._at]
        agreed = key_of(now) in self._approved
        left = sum(key_of(one) not in self._approved for one in self._clauses)
        self._where.setText(now.where)
        self._count.setText(swedish.of_total(self._at + 1, len(self._clauses)))
        self.words.setText(now.words)
        self._sign.setVisible(agreed)
        self._state.setText(swedish.read_state(agreed=agreed, left=left))
        set_tone(self._state, "ok" if agreed else "mute")
        if self.isVisible():
            self._say()

    def open(self) -> None:
        """Show; a screen reader hears the first clause after the name."""
        super().open()
        QTimer.singleShot(0, self, self._say)

    def _say(self) -> None:
        now = self._clauses[self._at]
        say(self, f"{now.where}. {now.words}. {self._state.text()}")

    def _fit(self) -> None:
        self.setGeometry(self._window.rect())
        width = min(1000, self._window.width() - ROOM)
        height = min(620, self._window.height() - ROOM)
        self.sheet.setFixedSize(max(400, width), max(280, height))
        room = self._window.size() - self.sheet.size()
        self.sheet.move(QPoint(max(0, room.width() // 2), max(0, room.height() // 2)))


def key_of(one: Spoken) -> str:
    """What has been agreed to: this clause in these words, as a fingerprint. A "samt" that comes or goes is no word."""
    return hashlib.sha256(f"{one.node} {one.said}".encode()).hexdigest()[:32]
