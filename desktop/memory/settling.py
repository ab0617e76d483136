"""Promises ticked off: in the archive's own list, never in the minutes that made them; the last one is taken back."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop import swedish
from desktop.background import Asker
from desktop.linking import now, user
from desktop.session import Session
from desktop.theme.speech import say
from model.errors import MinutesError


@dataclass(frozen=True, slots=True)
class _Ticked:
    """A promise that was ticked off, its words, and how it stood: `done`, `dropped`, or empty while it waited."""

    target: str
    words: str
    before: str


class Settling(QObject):
    """`failed` says why a tick could not be written, and `taken_back` which: its address, and how it stands still."""

    failed = Signal(object)
    taken_back = Signal(str, str)

    def __init__(self, asker: Asker, session: Session, shown: QWidget) -> None:
        super().__init__(shown)
        self._asker, self._session, self._shown = asker, session, shown
        self._ticked: list[_Ticked] = []
        session.opened.connect(self._ticked.clear)

    @property
    def may_undo(self) -> bool:
        """True when there is a tick to take back."""
        return bool(self._ticked)

    def tick(self, target: str, words: str, state: str, how: str) -> str:
        """Tick a promise off that stands as `state`; once more opens it again. What it is now, empty while it waits."""
        before = state if state in {"done", "dropped"} else ""
        after = "" if before == how else how
        self._ticked.append(_Ticked(target, words, before))
        self._write(self._ticked[-1], after)
        return after

    def undo(self) -> str:
        """Take the last tick back; its address, empty when there is none."""
        if not self._ticked:
            return ""
        last = self._ticked.pop()
        self._write(last, last.before)
        return last.target

    def _write(self, ticked: _Ticked, how: str) -> None:
        def failed(error: MinutesError) -> None:
            if ticked in self._ticked:
                self._ticked.remove(ticked)
            self.failed.emit(error)
            self.taken_back.emit(ticked.target, ticked.before)

        self._asker.ask(
            "settle", None, failed, archive=self._session.archive, target=ticked.target, how=how or None, by=user(),
            when=now(),
        )  # fmt: skip
        say(self._shown, swedish.spoken_ticked(how, ticked.words))
