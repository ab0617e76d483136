"""The checkpoints of one open set of minutes: when they are written, what they said, and what stands on the screen."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.background import Asker
from model.edit.change import Change
from model.edit.document import Document
from model.errors import ChangedOnDiskError, HeldByOtherError, MinutesError
from model.record.minutes import Minutes

if TYPE_CHECKING:
    from model.store.journal import Journal

AFTER_LAST_CHANGE = 2_000
AT_THE_LATEST = 20_000
SAY_SAVING_AFTER = 400
TRY_AGAIN_AFTER = 30_000
"""Milliseconds."""

Kind = Literal["none", "saved", "unsaved", "saving", "kept", "conflict", "reading"]


@dataclass(frozen=True, slots=True)
class SaveState:
    """What the top bar says. `since` is the time of the last checkpoint, or None before the first."""

    kind: Kind
    since: datetime.datetime | None = None


class Saving(QObject):
    """Saves one document. `state` changes are announced; `failed` carries the error of a checkpoint that did not go."""

    state_changed = Signal(object)
    failed = Signal(object)
    went = Signal()

    def __init__(
        self, document: Document, journal: "Journal", asker: Asker, path: Path | None, base: str | None, *,
        now: Callable[[], datetime.datetime] = datetime.datetime.now, dirty: bool = False,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.document, self.journal = document, journal
        self.path, self.base = path, base
        self._asker, self._now = asker, now
        self._since = now() if path and base else None
        self._unsaved = dirty
        self._state = SaveState("saved" if path and base else "none", self._since)
        self._writing: Minutes | None = None
        self._waiting: list[Callable[[], None]] = []
        self._is_over = self._elsewhere = False
        self._soon = self._timer(AFTER_LAST_CHANGE, self.save)
        self._latest = self._timer(AT_THE_LATEST, self.save)
        self._slow = self._timer(SAY_SAVING_AFTER, lambda: self._say("saving"))
        self._again = self._timer(TRY_AGAIN_AFTER, self.save)
        self._forget = document.observe(self._on_change)

    @property
    def state(self) -> SaveState:
        """What is said now."""
        return self._state

    @property
    def is_settled(self) -> bool:
        """True when the archive holds all that is on the paper."""
        return self._writing is None and (not self.needs_saving or self._elsewhere)

    @property
    def needs_saving(self) -> bool:
        """True when the archive lacks something that is on the paper; also what a journal brought back."""
        return self.document.is_dirty or self._unsaved or self.base is None

    @property
    def would_lose(self) -> bool:
        """True when closing now leaves something that only the journal holds."""
        return not self.is_settled and (self._unsaved or self.document.is_dirty or self.document.can_undo)

    @property
    def is_writing(self) -> bool:
        """True while a checkpoint is under way."""
        return self._writing is not None

    def save(self) -> None:
        """Write a checkpoint now, if there is anything to write and somewhere to write it."""
        if self._is_over or self._writing is not None or self.path is None or self._state.kind == "conflict":
            return
        self._soon.stop()
        self._latest.stop()
        self._again.stop()
        if self.needs_saving:
            self._writing = self.document.minutes
            self._slow.start()
            self._asker.ask(
                "save", self._on_saved, self._on_failed, path=self.path, minutes=self._writing, expected=self.base
            )
        else:
            self._settle()

    def settle(self, then: Callable[[], None]) -> None:
        """Save, and call `then` when it has gone or failed; at once when nothing needs saving."""
        if self.is_settled or self.path is None or self._state.kind == "conflict":
            then()
            return
        self._waiting.append(then)
        self.save()

    def placed(self, path: Path, sha256: str, minutes: Minutes) -> None:
        """The archive has given these minutes a place, holding `minutes`."""
        if self._is_over:
            return
        self.path = path
        self._took(sha256, minutes)
        if self.document.is_dirty:
            self._soon.start()

    def rebase(self, sha256: str) -> None:
        """Go on from a file that somebody else has written: the next checkpoint replaces that one."""
        self.base = sha256
        self._say("unsaved")
        self.save()

    def settled_elsewhere(self) -> None:
        """All that is on the paper has been written to another file: nothing is lost by closing."""
        self._elsewhere = True

    def stop(self) -> None:
        """No more checkpoints: the minutes are closed."""
        self._is_over = True
        self._forget()
        for timer in (self._soon, self._latest, self._slow, self._again):
            timer.stop()

    def _on_change(self, change: Change) -> None:
        if self._state.kind == "conflict":
            return
        self._soon.start()
        if not self._latest.isActive():
            self._latest.start()

    def _on_saved(self, answer: object) -> None:
        self._slow.stop()
        written, self._writing = self._writing, None
        if written is None or self._is_over:
            return
        self._took(str(answer), written)
        if self.document.is_dirty:
            self._soon.start()
            self.save() if self._waiting else None
            return
        self._settle()

    def _took(self, sha256: str, written: Minutes) -> None:
        self.base, self._unsaved = sha256, False
        self._since = self._now()
        self.journal.saved(sha256, written, self.path)
        self.document.mark_saved(written)
        self._say("saved")
        self.went.emit()

    def _on_failed(self, error: MinutesError) -> None:
        self._slow.stop()
        self._writing = None
        if self._is_over:
            return
        conflict = isinstance(error, ChangedOnDiskError)
        self._say("conflict" if conflict else "kept")
        if not conflict and not isinstance(error, HeldByOtherError):
            self._again.start()
        self.failed.emit(error)
        self._settle()

    def _settle(self) -> None:
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def _say(self, kind: Kind) -> None:
        self._state = SaveState(kind, self._since)
        self.state_changed.emit(self._state)

    def _timer(self, milliseconds: int, what: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(what)
        return timer
