"""The one open set of minutes: open, begin, close, recover; what is typed is in the journal before the screen shows it.

The archive is only touched by the worker. Whatever happens there, typing goes on and the words are on this computer.
"""

import datetime
import secrets
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop import swedish
from desktop.answers import loaded, placed
from desktop.background import Asker
from desktop.pipe import Loaded
from desktop.saving import SaveState, Saving
from model.edit.document import Document
from model.errors import JournalBrokenError, MinutesError
from model.record.minutes import Minutes
from model.store.journal import Journal
from model.store.recovery import Left, replay
from model.store.remembered import Remembered, remembered


class Session(QObject):
    """Holds at most one document. `opened` comes when another one (or none) is open; the paper is then switched."""

    opened = Signal()
    state_changed = Signal(object)
    save_failed = Signal(object)
    archive_changed = Signal(object)
    """The path of the minutes that were saved; None when other files may be new."""
    """A file of the archive has been written: the list and the index are behind."""
    journal_broke = Signal()

    def __init__(
        self, asker: Asker, journals: Path, *, now: Callable[[], datetime.datetime] = datetime.datetime.now,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._asker, self._journals, self._now = asker, journals, now
        self.archive: Path | None = None
        self.beside: Path | None = None
        """Another archive that is searched too; its minutes are only read."""
        self.document: Document | None = None
        self.saving: Saving | None = None
        self.read_only = False
        self._loading = 0
        self._remembered: Remembered | None = None
        self._remembers = False
        self._placing = False
        self._waiting: list[Callable[[], None]] = []

    @property
    def path(self) -> Path | None:
        """Where the open minutes lie; None when nothing is open or the archive has not given them a place."""
        return self.saving.path if self.saving else None

    @property
    def minutes(self) -> Minutes | None:
        """The open minutes as they are now."""
        return self.document.minutes if self.document else None

    @property
    def may_write(self) -> bool:
        """True when something is open that may be changed."""
        return self.document is not None and not self.read_only and not self.is_sealed

    @property
    def can_undo(self) -> bool:
        """True when there is a step to take back."""
        return self.document is not None and self.document.can_undo

    @property
    def can_redo(self) -> bool:
        """True when there is a step to do again."""
        return self.document is not None and self.document.can_redo

    @property
    def is_sealed(self) -> bool:
        """True when the open minutes are approved."""
        return self.document is not None and self.document.minutes.lifecycle.is_sealed

    @property
    def remembered(self) -> Remembered | None:
        """What was closed last, as the journal has it; its file in the archive may be another by now."""
        if not self._remembers:
            self._remembered, self._remembers = remembered(self._journals), True
        return self._remembered

    def open(self, path: Path, then: Callable[[], None], failed: Callable[[MinutesError], None]) -> None:
        """Read `path` and show it; what is open is saved and closed first. A newer wish overtakes an older."""
        if path == self.path:
            then()
            return
        self._asker.forget(self._loading)
        known = self.remembered if self.document is None else None
        if known is not None and known.path == path:
            self._show_remembered(known, then, failed)
            return

        def on_loaded(answer: object) -> None:
            self.settle(lambda: self._show_loaded(path, loaded(answer), then))

        self._loading = self._asker.ask("load", on_loaded, failed, path=path)

    def begin(self, minutes: Minutes) -> None:
        """Show new minutes at once; the archive gives them a place meanwhile."""
        self.settle(lambda: self._begin(minutes))

    def place(self) -> None:
        """Ask the archive for a place for minutes that have none."""
        document, saving = self.document, self.saving
        if self.archive is None or document is None or saving is None or saving.path is not None or self._placing:
            return
        minutes = document.minutes
        self._placing = True

        def created(answer: object) -> None:
            path, sha256 = placed(answer)
            saving.placed(path, sha256, minutes)
            done()

        def failed(error: MinutesError) -> None:
            saving.state_changed.emit(SaveState("kept"))
            self.save_failed.emit(error)
            done()

        def done() -> None:
            self._placing = False
            waiting, self._waiting = self._waiting, []
            for then in waiting:
                self.settle(then)

        self._asker.ask("create", created, failed, archive=self.archive, minutes=minutes)

    def recover(self, left: Left) -> int:
        """Open what a journal holds, and save it where it belonged; the number of entries that could not be read."""
        found = replay(left)
        self._adopt(found.minutes, found.path, found.base, dirty=True, continues=left.session)
        if found.path is None:
            self.place()
        elif self.saving:
            self.saving.save()
        return found.lost

    def settle(self, then: Callable[[], None]) -> None:
        """Save what is open, then do `then`; also when saving failed, because the journal has the words."""
        if self._placing:
            self._waiting.append(then)
        elif self.saving is None:
            then()
        else:
            self.saving.settle(then)

    def close(self) -> None:
        """Close what is open and show nothing. Its journal stays if the archive does not hold everything."""
        if self.saving is not None:
            self.stop()
            self.opened.emit()

    def stop(self) -> None:
        """Close what is open without a word; for one who opens something else."""
        if self.saving is None:
            return
        self.saving.stop()
        self.saving.journal.close(keep=self.saving.would_lose)
        self.saving.deleteLater()
        self.saving = self.document = None
        self.read_only = self._remembers = False

    def try_now(self) -> None:
        """Save now, whatever failed before; a worker that rests is woken."""
        self._asker.wake()
        self.place()
        if self.saving:
            self.saving.save()

    def keep_mine(self) -> None:
        """The file was changed by somebody else: put theirs beside, and write mine."""
        saving = self.saving
        if saving is None or saving.path is None:
            return
        path = saving.path
        aside = aside_of(path, swedish.THEIR_VERSION)

        def on_loaded(answer: object) -> None:
            theirs = loaded(answer)
            self._asker.ask(
                "save", lambda _sha: saving.rebase(theirs.sha256), self.save_failed.emit,
                path=aside, minutes=theirs.minutes, expected=None,
            )  # fmt: skip

        self._asker.ask("load", on_loaded, self.save_failed.emit, path=path)

    def take_theirs(self) -> None:
        """The file was changed by somebody else: put mine beside, and open theirs."""
        saving, minutes = self.saving, self.minutes
        if saving is None or saving.path is None or minutes is None:
            return
        path = saving.path

        def on_loaded(answer: object) -> None:
            self._show_loaded(path, loaded(answer), lambda: None)

        def kept(_sha: object) -> None:
            saving.settled_elsewhere()
            self._asker.ask("load", on_loaded, self.save_failed.emit, path=path)

        aside = aside_of(path, swedish.VERSION_OF)
        self._asker.ask("save", kept, self.save_failed.emit, path=aside, minutes=minutes, expected=None)

    def is_outside(self, path: Path) -> bool:
        """True for what lies in the archive beside the user's own."""
        return self.beside is not None and path.is_relative_to(self.beside)

    def _show_remembered(
        self, known: Remembered, then: Callable[[], None], failed: Callable[[MinutesError], None]
    ) -> None:
        """Show what the journal has at once. If the archive has another, show that, or let saving say so once typed."""
        self._adopt(known.minutes, known.path, known.sha256, read_only=self.is_outside(known.path))
        then()
        shown = self.saving

        def on_loaded(answer: object) -> None:
            read = loaded(answer)
            is_untouched = shown is not None and shown is self.saving and shown.is_settled
            if is_untouched and self.saving and self.saving.base == known.sha256 != read.sha256:
                self._show_loaded(known.path, read, then)

        self._loading = self._asker.ask("load", on_loaded, failed, path=known.path)

    def _show_loaded(self, path: Path, read: Loaded, then: Callable[[], None]) -> None:
        self._adopt(read.minutes, path, read.sha256, read_only=read.read_only or self.is_outside(path))
        then()

    def _begin(self, minutes: Minutes) -> None:
        self._adopt(minutes, None, None)
        self.place()

    def _adopt(
        self, minutes: Minutes, path: Path | None, base: str | None, *, read_only: bool = False, dirty: bool = False,
        continues: str | None = None,
    ) -> None:  # fmt: skip
        self.stop()
        journal = Journal(
            self._journals, new_session(), minutes, base, path, continues=continues, status=self._on_journal
        )
        document = Document(minutes, recorder=journal.write)
        saving = Saving(document, journal, self._asker, path, base, now=self._now, dirty=dirty, parent=self)
        saving.state_changed.connect(self.state_changed)
        saving.failed.connect(self.save_failed)
        saving.went.connect(lambda: self.archive_changed.emit(saving.path))
        self.document, self.saving, self.read_only = document, saving, read_only
        self.opened.emit()

    def _on_journal(self, _error: JournalBrokenError) -> None:
        """Called on the journal's thread; the signal is heard on this one."""
        self.journal_broke.emit()


def new_session() -> str:
    """A name for the journal of one opening: when, and something nobody else has."""
    return f"{datetime.datetime.now():%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"


def aside_of(path: Path, words: str) -> Path:
    """A name beside `path` that says which version it is and when."""
    return path.with_name(f"{path.stem} ({words} {datetime.datetime.now():%Y-%m-%d %H%M%S}){path.suffix}")
