"""F9: the roster beside the text; each tick is one command, and the header rows follow at once."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop import swedish
from desktop.aids import attendance
from desktop.aids.attendance import Person
from desktop.aids.hand import Hand
from desktop.aids.rosterpopup import RosterPopup
from desktop.paper.words import is_head
from desktop.theme import Theme
from model.edit.command import Command
from model.record.ids import NodeId
from model.record.members import Register
from model.record.minutes import Minutes


class Roster(QObject):
    """Opens and closes the popup, and makes commands of what it says. `register` knows who belongs to the body."""

    def __init__(self, theme: Theme, hand: Hand, register: Callable[[], Register]) -> None:
        super().__init__(hand.window)
        self._hand, self._register = hand, register
        self._names: tuple[str, ...] = ()
        self._people: tuple[Person, ...] = ()
        self._caret: NodeId | None = None
        self.popup = RosterPopup(theme, hand.window)
        self.popup.ticked.connect(self._tick)
        self.popup.came.connect(self._arrive)
        self.popup.went.connect(self._leave)
        self.popup.struck.connect(self._strike)
        self.popup.moved.connect(self._move)
        self.popup.home = hand.sheet
        self.popup.closed.connect(self._on_closed)
        hand.sheet.caret_moved.connect(self._on_caret)

    @property
    def is_open(self) -> bool:
        """True while the roster stands."""
        return self.popup.isVisible()

    def toggle(self) -> None:
        """Open at the caret, or close."""
        minutes = self._hand.minutes
        if self.is_open or minutes is None:
            self.popup.shut()
            return
        if attendance.unread(minutes):
            self._hand.say(swedish.ROSTER_UNREAD)
        self._people = attendance.people(minutes, self._register())
        self._names = tuple(person.name for person in self._people)
        self.popup.show_people(self._people, self._first())
        self.popup.stand_at(self._hand.rect(), 100, 14)
        self.popup.list.setFocus()
        self._hand.say(swedish.spoken_roster(*attendance.counted(self._people)))

    def _first(self) -> int:
        """The row that is chosen at first: the last one who is here, who may be coming just now."""
        here = [at for at, person in enumerate(self._people) if person.here]
        return next((at for at, person in enumerate(self._people) if not person.here), here[-1] if here else 0)

    def _on_caret(self, node: str) -> None:
        """Remember where in the body the writing is: that item is the open one, also from the header."""
        if not is_head(NodeId(node)):
            self._caret = NodeId(node)

    def _tick(self, at: int) -> None:
        self._do(at, lambda minutes, person: attendance.tick(minutes, person, self._names, self._hand.ids()))

    def _arrive(self, at: int) -> None:
        when = self._time()
        self._do(
            at,
            lambda minutes, person: attendance.arrive(
                minutes, person, self._names, when, self._caret, self._hand.ids()
            ),
        )

    def _leave(self, at: int) -> None:
        when = self._time()
        self._do(at, lambda minutes, person: attendance.leave(minutes, person, when, self._caret))

    def _strike(self, at: int) -> None:
        self._do(at, lambda _minutes, person: attendance.strike(person))

    def _move(self, at: int, by: int) -> None:
        """The person and the one they change places with do so in the roster too."""
        minutes = self._hand.minutes
        if minutes is None or at >= len(self._people):
            return
        beside = attendance.neighbour(minutes, self._people[at], by)
        if beside is None:
            return
        there = next((place for place, person in enumerate(self._people) if person.entry == beside), at)
        names = [person.name for person in self._people]
        names[at], names[there] = names[there], names[at]
        self._do(at, lambda minutes, person: attendance.move(minutes, person, by))
        self._names = tuple(names)
        self._show(there)

    def _do(self, at: int, command: Callable[[Minutes, Person], Command | None]) -> None:
        minutes = self._hand.minutes
        if minutes is None or at >= len(self._people):
            return
        if attendance.unread(minutes):
            self._hand.say(swedish.ROSTER_UNREAD)
            return
        person = self._people[at]
        if person.entry is not None and person.entry not in minutes.node_ids():
            self._show(at)  # taken off the lists meanwhile, by an undo or a drop
            self._hand.say(swedish.GONE)
            return
        made = command(minutes, person)
        if made is not None and self._hand.apply(made):
            self._show(at)
        self.popup.forget_time()

    def _show(self, at: int) -> None:
        minutes = self._hand.minutes
        if minutes is None:
            return
        found = attendance.people(minutes, self._register())
        self._people = attendance.in_order(found, self._names)
        self.popup.show_people(self._people, at)
        person = self._people[min(at, len(self._people) - 1)] if self._people else Person("")
        counts = swedish.roster_counts(*attendance.counted(self._people))
        self._hand.say(swedish.spoken_tick(person.name, attendance.state(person), counts, present=person.here))

    def _time(self) -> datetime.time:
        """The time that was typed, or now."""
        from model.language.clocktimes import read

        typed = read(self.popup.typed) if self.popup.typed else None
        return typed or self._hand.sheet.now().time().replace(second=0, microsecond=0)

    def _on_closed(self, held: bool) -> None:
        if held:
            self._hand.sheet.setFocus()
