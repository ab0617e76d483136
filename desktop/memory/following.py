"""Promises: what is due at today's meeting on the start page, what comes along into new minutes, and how all stands."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop import swedish
from desktop.answers import counts, promised
from desktop.background import Asker
from desktop.finding import Finding
from desktop.memory.settling import Settling
from desktop.panels.duelist import DEEDS, DueList
from desktop.panels.values import MeetingLine, Promised
from desktop.session import Session

DUE_DEEDS = frozenset(DEEDS.values())
"""How a promise can be ticked off."""


class Following(QObject):
    """Asks for promises and shows them. `read` carries one that is to be read where it was made."""

    read = Signal(object)
    all_wanted = Signal()

    def __init__(self, asker: Asker, session: Session, finding: Finding, settling: Settling, shown: DueList) -> None:
        super().__init__()
        self._asker, self._session, self._finding, self._shown = asker, session, finding, shown
        self._settling = settling
        self.today: Callable[[], datetime.date] = datetime.date.today
        self.taken: dict[str, Promised] = {}
        """What comes along into the next new minutes, by its address, in the order it was chosen."""
        self._due: tuple[Promised, ...] = ()
        self._asked: tuple[str, datetime.date] | None = None
        self._tickets: list[int] = []
        shown.taken.connect(self._on_taken)
        shown.ticked.connect(self._on_ticked)
        shown.undone.connect(self._on_undone)
        settling.taken_back.connect(self._show_state)
        shown.read.connect(self.read)
        shown.all_wanted.connect(self.all_wanted)
        finding.listed.connect(self.show)
        session.opened.connect(self.taken.clear)

    def body(self) -> str:
        """The body whose promises are meant: that of the open minutes, else of the last ones."""
        if self._session.minutes is not None:
            return self._session.minutes.body.name
        last = _last(self._finding.lines)
        return last.body if last else ""

    def show(self) -> None:
        """Ask what is due today, and what else waits; only while nothing is open."""
        for ticket in self._tickets:
            self._asker.forget(ticket)
        body, day = self.body(), self.today()
        if (body, day) != self._asked:
            self._asked, self._due = (body, day), ()
        if self._session.archive is None or not body or self._session.document is not None:
            self._shown.show_due((), set(), day, "")
            return
        self._tickets = [
            self._ask("due_at", lambda answer: self._on_due(promised(answer)), called=body, code="", day=day),
            self._ask("waiting", lambda answer: self._put(swedish.waiting(*counts(answer))), called=body, code="",
                      today=day),
        ]  # fmt: skip

    def _ask(self, kind: str, then: Callable[[object], None], **what: str | datetime.date) -> int:
        return self._asker.ask("listed", then, None, None, archive=self._session.archive, kind=kind, **what)

    def promises(self) -> tuple[tuple[str, str], ...]:
        """Heading and address of everything that comes along."""
        return tuple((swedish.follow_up(one.heading), one.target) for one in self.taken.values())

    def take(self, one: Promised) -> None:
        """Let it come along, also when it is not due today."""
        self.taken[one.target] = one
        if all(one.target != due.target for due in self._due):
            self._due = (*self._due, one)
        self.show_rows()

    def show_rows(self) -> None:
        """Show again what is due and what comes along."""
        self._put(self._shown.all.text())

    def _on_due(self, due: tuple[Promised, ...]) -> None:
        """What was ticked off here stays until the page is left, so that it can be opened again."""
        still = {one.target for one in due}
        ticked = [one for one in self._due if one.state in DUE_DEEDS and one.target not in still]
        self._due = (*due, *ticked)
        due = self._due
        self.taken = {target: one for target, one in self.taken.items() if any(target == d.target for d in due)}
        self._put("")

    def _put(self, waiting: str) -> None:
        self._shown.show_due(self._due, set(self.taken), self.today(), waiting)

    def _on_ticked(self, one: Promised, how: str) -> None:
        """The row stays, so that it can be opened again; what is ticked off does not come along."""
        self.taken.pop(one.target, None)
        self._show_state(one.target, self._settling.tick(one.target, one.words, one.state, how))

    def _on_undone(self) -> None:
        target = self._settling.undo()
        if target:
            self._show_state(target, "")

    def _show_state(self, target: str, state: str) -> None:
        self._due = tuple(replace(one, state=state) if one.target == target else one for one in self._due)
        self._shown.show_state(target, state)

    def _on_taken(self, one: Promised) -> None:
        if self.taken.pop(one.target, None) is None:
            self.taken[one.target] = one
        self._shown.show_taken(set(self.taken))


def _last(lines: Sequence[MeetingLine]) -> MeetingLine | None:
    dated = [line for line in lines if line.date]
    return max(dated, key=lambda line: line.date or datetime.date.min, default=None)
