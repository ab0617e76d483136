"""The roster at the caret: walk, tick, came now, left now. It shows and asks; the commands are the caller's."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop import swedish
from desktop.aids.attendance import Person, beside, counted, state
from desktop.aids.popup import Popup
from desktop.aids.rows import Row, RowList
from desktop.theme import Theme
from desktop.theme.parts import label, row, set_tone

FORGET_AFTER = 900
"""Milliseconds after which letters begin a new name."""


class RosterPopup(Popup):
    """The rows of people. The signals carry the place of the row; a time that was typed first is in `typed`."""

    ticked = Signal(int)
    came = Signal(int)
    went = Signal(int)
    struck = Signal(int)
    moved = Signal(int, int)
    """A row, and whether its person is to stand earlier (-1) or later (1)."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window, 400, margin=10)
        self._people: Sequence[Person] = ()
        self._letters = ""
        self.typed = ""
        self._counts = label(theme, "", 12, "mute")
        head = label(theme, swedish.ROSTER, 13, "text", 600)
        self.column.addLayout(row(head, None, self._counts, margins=(6, 2, 6, 6)))
        self.list = _Keys(theme, self)
        self.list.clicked.connect(lambda index: self.ticked.emit(index.row()))
        self.column.addWidget(self.list)
        self._forget = QTimer(self, singleShot=True, interval=FORGET_AFTER)
        self._forget.timeout.connect(self._clear)

    def show_people(self, people: Sequence[Person], chosen: int | None = None) -> None:
        """Show these; the chosen row stays where it is."""
        self._people = people
        self.list.show_rows([_row(person) for person in people], chosen)
        self._say_counts()

    def press(self, event: QKeyEvent) -> bool:
        """Take a key; False for one that is not the roster's."""
        key, at, text = event.key(), self.list.at(), event.text()
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F9, Qt.Key.Key_Tab):
            self.shut()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            by = -1 if key == Qt.Key.Key_Up else 1
            if _moves(event):
                self.moved.emit(at, by)
            else:
                self.list.step(by)
            self._clear()
        elif key == Qt.Key.Key_Space:
            self.ticked.emit(at)
            self._clear()
        elif text.isdigit() or (text in (".", ":") and self.typed):
            self._type(text)
        elif key == Qt.Key.Key_Delete:
            self.struck.emit(at)
            self._clear()
        elif key == Qt.Key.Key_Backspace:
            self._type("")
        elif text.isalpha():
            self._letter(text.casefold(), at)
        else:
            return False
        return True

    def _letter(self, letter: str, at: int) -> None:
        """Go to the name that the letters begin; T and L are verbs when no name goes on so."""
        if (letter not in "tl" or self._letters) and self._jump(self._letters + letter):
            self._letters += letter
            self._forget.start()
        elif letter == "t":
            self.came.emit(at)
            self._clear()
        elif letter == "l":
            self.went.emit(at)
            self._clear()
        elif self._jump(letter):
            self._letters = letter
            self._forget.start()

    def _jump(self, letters: str) -> bool:
        """Choose the next row where a word of the name or the organisation begins so."""
        count, start = len(self._people), self.list.at() + (0 if len(letters) > 1 else 1)
        for step in range(count):
            at = (start + step) % count
            person = self._people[at]
            if any(word.casefold().startswith(letters) for word in f"{person.name} {person.organisation}".split()):
                self.list.choose(at)
                return True
        return False

    def _type(self, sign: str) -> None:
        self.typed = (self.typed + sign)[-5:] if sign else self.typed[:-1]
        self._say_counts()

    def _clear(self) -> None:
        self._letters = ""

    def forget_time(self) -> None:
        """The typed time has been used."""
        self.typed = ""
        self._say_counts()

    def _say_counts(self) -> None:
        counts = swedish.roster_counts(*counted(self._people))
        self._counts.setText(swedish.roster_time(self.typed) if self.typed else counts)
        set_tone(self._counts, "accent" if self.typed else "mute")


class _Keys(RowList):
    """The list; it holds the focus while the roster stands, and everything it is typed is the roster's."""

    def __init__(self, theme: Theme, popup: RosterPopup) -> None:
        super().__init__(theme, swedish.ROSTER, most=14)
        self._popup = popup
        self.setAccessibleDescription(swedish.ROSTER_KEYS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event: QEvent) -> bool:
        """Its own keys are not the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
            event.setAccepted((plain and event.key() not in (Qt.Key.Key_F6, Qt.Key.Key_F1)) or _moves(event))
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The roster's keys; what it does not know goes to the window."""
        event.setAccepted(self._popup.press(event))

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab ends the roster."""
        self._popup.shut()
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes elsewhere is done."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._popup.shut()


def _moves(event: QKeyEvent) -> bool:
    """Alt with an arrow moves a person, as it moves an item in the text; Shift may be down too."""
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)


def _row(person: Person) -> Row:
    said = swedish.ROSTER_HERE if person.here and not person.times else ""
    spoken = ", ".join(part for part in (person.name, beside(person), said or state(person)) if part)
    return Row(
        person.name,
        beside(person),
        state(person),
        sign="clock" if person.here and person.times else "",
        tone="text" if person.here else "mute",
        ticked=person.here,
        spoken=spoken,
    )
