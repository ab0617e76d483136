"""All aids, built once: what their keys do, and which of them stands at the caret."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QObject, Signal

from desktop.aids.ghost import Ghost
from desktop.aids.hand import Hand
from desktop.aids.knowing import Knowing
from desktop.aids.people import People
from desktop.aids.roster import Roster
from desktop.background import Asker
from desktop.session import Session
from desktop.theme import Theme
from desktop.window import MainWindow


class Aids(QObject):
    """Built by `app`; the desk takes its deeds and asks it where the hint line stands."""

    changed = Signal()
    """An aid came or went: other keys matter now."""

    def __init__(self, theme: Theme, window: MainWindow, session: Session, asker: Asker) -> None:
        super().__init__(window)
        self.hand = Hand(window, session)
        self.knowing = Knowing(asker, session, self)
        self.roster = Roster(theme, self.hand, lambda: self.knowing.register)
        self.people = People(theme, self.hand, self.knowing)
        self.ghost = Ghost(theme, self.hand, self.knowing, lambda: self.where() is not None)
        for popup in (self.roster.popup, self.people.popup):
            popup.opened.connect(self.changed)
            popup.closed.connect(self.changed)

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What the aids' actions do, by the actions' names."""
        return {"roster": self.roster.toggle}

    def where(self) -> Literal["roster", "people"] | None:
        """The aid that stands at the caret now, as the hint line calls it."""
        if self.roster.is_open:
            return "roster"
        return "people" if self.people.is_open else None
