"""Which banner stands, and what the top bar says of saving: news of the session put into words."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop import swedish
from desktop.background import WorkerGoneError
from desktop.errors import said
from desktop.panels.banner import Banner, Notice
from desktop.saving import SaveState
from desktop.session import Session
from model.errors import ChangedOnDiskError, MinutesError, NotFoundError
from model.sentences import sentence


class Notices(QObject):
    """Puts notices on the banner and takes them away. `conflict` is given the two ways out of a conflict."""

    def __init__(self, banner: Banner, session: Session) -> None:
        super().__init__()
        self._banner, self._session = banner, session
        self._failed_since: datetime.datetime | None = None
        session.save_failed.connect(self.say_save_failed)
        session.journal_broke.connect(self._say_journal)

    def say(self, words: str, more: str = "", tone: str = "ok", *deeds: tuple[str, Callable[[], None]]) -> None:
        """Good news, or news that needs no more than reading; it goes when other minutes are opened."""
        closing = (swedish.CLOSE, lambda: None)
        self._banner.put(Notice("news", tone, words, more, (*deeds, closing)))

    def say_error(self, error: MinutesError) -> None:
        """What could not be done, while the minutes that are open go on as before."""
        words, more = said(error)
        if isinstance(error, WorkerGoneError):
            words, more = swedish.WORKER_GONE, swedish.WORKER_GONE_MORE
        self.say(words, more, "err")

    def say_broken(self, words: str, more: str) -> None:
        """A fault of the program's own."""
        self._banner.put(Notice("broken", "err", words, more, ((swedish.UNDERSTOOD, lambda: None),)))

    def about_opened(self, session: Session) -> None:
        """What there is to know of the minutes that have just been opened."""
        for key in ("sealed", "reading", "saving", "conflict", "news"):
            self._banner.take(key)
        self._failed_since = None
        if session.is_sealed:
            self.say_sealed()
        elif session.path is not None and session.is_outside(session.path):
            self._banner.put(Notice("reading", "warn", swedish.READ_ONLY, swedish.OUTSIDE_MORE))
        elif session.read_only:
            self._banner.put(Notice("reading", "warn", swedish.READ_ONLY, swedish.READ_ONLY_MORE))

    def say_sealed(self) -> None:
        """The minutes are approved and do not take the change."""
        self._banner.put(Notice("sealed", "warn", swedish.SEALED, swedish.SEALED_MORE))

    def say_save_failed(self, error: object) -> None:
        """A checkpoint did not go: what happened, that the words are safe, and what can be done."""
        if isinstance(error, ChangedOnDiskError):
            self._banner.put(
                Notice(
                    "conflict", "err", swedish.CHANGED_ELSEWHERE, swedish.CHANGED_ELSEWHERE_MORE,
                    ((swedish.KEEP_MINE, self._session.keep_mine), (swedish.TAKE_THEIRS, self._session.take_theirs)),
                )
            )  # fmt: skip
            return
        words = swedish.WORKER_GONE if isinstance(error, WorkerGoneError) else swedish.ARCHIVE_GONE
        if isinstance(error, NotFoundError) and self._session.archive is not None:
            words = swedish.archive_silent(str(self._session.archive))
        elif isinstance(error, MinutesError) and not isinstance(error, WorkerGoneError):
            words = sentence(error)
        self._failed_since = self._failed_since or datetime.datetime.now()
        again = (swedish.TRY_NOW, self._session.try_now)
        self._banner.put(Notice("saving", "err", words, swedish.TEXT_IS_SAFE, (again,)))

    def saved(self) -> None:
        """A checkpoint has gone: what was said of saving no longer holds."""
        self._failed_since = None
        self._banner.take("saving")
        self._banner.take("conflict")

    def state(self, state: SaveState) -> tuple[str, str, str]:
        """Icon, tone and words for the top bar."""
        if not self._session.may_write:
            return "file-text", "mute", swedish.ONLY_READING
        if state.kind == "saved" and state.since:
            return "circle-check", "ok", swedish.saved_at(state.since)
        if state.kind == "saving":
            return "loader", "mute", swedish.SAVING
        if state.kind in {"kept", "conflict"} and state.since:
            return "triangle-alert", "err", swedish.not_saved_since(state.since)
        return "circle-check", "mute", swedish.KEPT_HERE if state.kind != "none" else swedish.KEPT_HERE_SO_FAR

    def _say_journal(self) -> None:
        self._banner.put(Notice("journal", "err", swedish.JOURNAL_BROKEN, swedish.JOURNAL_BROKEN_MORE))
