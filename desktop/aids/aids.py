"""All aids, built once: what their keys do, and which of them stands at the caret."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from desktop.aids.choices import Command
from desktop.aids.choosing import Choosing
from desktop.aids.doing import Doing
from desktop.aids.everything import Everything
from desktop.aids.ghost import Ghost
from desktop.aids.hand import Hand
from desktop.aids.knowing import Knowing
from desktop.aids.looking import Looking
from desktop.aids.notes import Pairs, notes
from desktop.aids.people import People
from desktop.aids.roster import Roster
from desktop.aids.spelling import Spelling
from desktop.background import Asker
from desktop.keeping import Keeping
from desktop.panels.values import Find, MeetingLine
from desktop.paper.underlines import Underlines
from desktop.session import Session
from desktop.theme import Theme
from desktop.window import MainWindow
from model.record.ids import NodeId


class Aids(QObject):
    """Built by `app`; the desk takes its deeds and asks it where the hint line stands."""

    changed = Signal()
    """An aid came or went: other keys matter now."""

    def __init__(
        self, theme: Theme, window: MainWindow, session: Session, asker: Asker, underlines: Underlines,
        keeping: Keeping, journals: Path,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self.hand = Hand(window, session)
        self.knowing = Knowing(asker, session, self)
        self.roster = Roster(theme, self.hand, lambda: self.knowing.register)
        self.people = People(theme, self.hand, self.knowing)
        self.ghost = Ghost(theme, self.hand, self.knowing, lambda: self.where() is not None)
        self.doing = Doing(theme, self.hand, asker)
        self.spelling = Spelling(theme, self.hand, asker, self.knowing, underlines)
        self.spelling.ask_in = self.doing.ask
        self.spelling.suggested = self.doing.refresh
        self.looking = Looking(theme, self.hand, asker, journals)
        self.choosing = Choosing(theme, self.hand, keeping, self.spelling)
        self.everything = Everything(theme, self.hand, asker)
        for popup in (self.roster.popup, self.people.popup):
            popup.opened.connect(self.changed)
            popup.closed.connect(self.changed)

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What the aids' actions do, by the actions' names."""
        return {
            "roster": self.roster.toggle,
            "palette": self.everything.open,
            "spelling": self.spelling.next,
            "spelling_on": self.spelling.toggle,
            "settings": self.choosing.open,
            **self.doing.deeds(),
            **self.looking.deeds(),
        }

    def serve(
        self, commands: Callable[[], Sequence[Command]], lines: Callable[[], Sequence[MeetingLine]],
        chosen: Callable[[], Find | None], open_at: Callable[[Path, NodeId | None], None],
        link: Callable[[object], None],
    ) -> None:  # fmt: skip
        """Take from the desk what only it knows: actions, meetings, the chosen card, opening and linking."""
        self.everything.known = commands
        self.everything.lines, self.everything.open_at, self.everything.link = lines, open_at, link
        self.doing.chosen = chosen

    def notes(self) -> Pairs:
        """What is said softly of the header row at the caret, before the keys of the hint line."""
        minutes = self.hand.minutes
        return notes(minutes, self.hand.sheet.node(), self.knowing.register) if minutes else ()

    def where(self) -> Literal["roster", "people"] | None:
        """The aid that stands at the caret now, as the hint line calls it."""
        if self.roster.is_open:
            return "roster"
        return "people" if self.people.is_open else None
