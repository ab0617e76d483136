"""What looks at the minutes as a whole: the decisions read back, and the time machine."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from desktop import swedish
from desktop.aids.hand import Hand
from desktop.aids.readback import ReadBack, spoken
from desktop.aids.timemachine import TimeMachine
from desktop.background import Asker
from desktop.theme import Theme
from model.record.ids import NodeId
from model.record.minutes import Minutes

if TYPE_CHECKING:
    from model.store.moments import Moment


class Looking(QObject):
    """Opens each over the window; the time machine, which has to be asked for, unless somebody has typed on meanwhile.

    What has been agreed to is kept beside the journals, for each record.
    """

    def __init__(self, theme: Theme, hand: Hand, asker: Asker, journals: Path) -> None:
        super().__init__(hand.window)
        self._theme, self._hand, self._asker, self._journals = theme, hand, asker, journals
        self._folder = journals.parent / "read-back"
        self._approved: dict[str, set[str]] = {}
        self.shown: ReadBack | TimeMachine | None = None

    def deeds(self) -> dict[str, Callable[[], None]]:
        """The deeds by the actions' names."""
        return {"read_back": self.read_back, "time_machine": self.time_machine}

    def read_back(self) -> None:
        """Show at once; what was agreed to before is asked for, the first time, and joins what is agreed to now."""
        minutes = self._hand.session.minutes
        if minutes is not None and minutes.id not in self._approved:
            approved = self._approved[minutes.id] = set()
            known = partial(self._on_known, minutes.id, approved)
            self._asker.ask("agreed", known, lambda _: None, folder=self._folder, record=minutes.id)
        self._read_back()

    def _on_known(self, record: str, approved: set[str], answer: object) -> None:
        before, meanwhile = cast("frozenset[str]", answer), bool(approved)
        approved |= before
        if meanwhile:
            self._agree(record, approved)
        if isinstance(self.shown, ReadBack):
            self.shown.refresh()

    def _agree(self, record: str, approved: set[str]) -> None:
        self._asker.ask("keep_agreed", lambda _: None, folder=self._folder, record=record, agreed=tuple(approved))

    def _read_back(self) -> None:
        """From the clause at the caret, or the next one below it."""
        minutes = self._hand.session.minutes
        clauses = spoken(minutes) if minutes and self._hand.window.shows_paper else ()
        if minutes is None or not clauses:
            self._hand.say(swedish.NO_DECISIONS)
            return
        order = {block.id: place for place, block in enumerate(minutes.blocks)}
        here = order.get(self._hand.sheet.node() or NodeId(""), 0)
        at = next((place for place, one in enumerate(clauses) if order[one.node] >= here), 0)
        approved = self._approved[minutes.id]
        made = ReadBack(self._theme, self._hand.window, clauses, at, approved)
        made.agreed.connect(partial(self._agree, minutes.id, approved))
        made.wanted.connect(lambda node: self._hand.sheet.go_to(NodeId(node)))
        self._open(made)

    def time_machine(self) -> None:
        """Ask the journal, then show."""
        session = self._hand.session
        if session.minutes is None or session.saving is None or not self._hand.window.shows_paper:
            return
        session.saving.journal.flush()
        shown = partial(self._on_moments, session.minutes)
        self._asker.ask("look_back", shown, journals=self._journals, record=session.minutes.id)

    def _on_moments(self, asked: Minutes, answer: object) -> None:
        moments = cast("Sequence[Moment]", answer)
        if self._hand.session.minutes is not asked:
            return
        if not moments:
            self._hand.say(swedish.NO_MOMENTS)
            return
        self._open(TimeMachine(self._theme, self._hand.window, moments, self._hand.sheet.node()))

    def _open(self, made: ReadBack | TimeMachine) -> None:
        self.shown = made
        made.closed.connect(self._on_closed)
        made.open()

    def _on_closed(self) -> None:
        self.shown = None
