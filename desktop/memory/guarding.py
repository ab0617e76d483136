"""Says what builds on minutes when they are changed for the first time; nothing is hindered."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.answers import entries
from desktop.background import Asker
from desktop.session import Session


class Guarding(QObject):
    """`built_on` carries how many later items build on the open minutes, once, at their first change."""

    built_on = Signal(int)

    def __init__(self, asker: Asker, session: Session) -> None:
        super().__init__()
        self._asker, self._session = asker, session
        self._count = 0
        self._ticket = 0
        self._forget: Callable[[], None] | None = None
        session.opened.connect(self._on_opened)

    def _on_opened(self) -> None:
        if self._forget is not None:
            self._forget()
        self._forget, self._count = None, 0
        self._asker.forget(self._ticket)
        document, archive = self._session.document, self._session.archive
        if document is None or archive is None or not self._session.may_write:
            return
        self._ticket = self._asker.ask(
            "listed", self._on_answer, None, None, archive=archive, kind="built_on", minutes=document.minutes.id
        )
        self._forget = document.observe(lambda _change: self._on_change())

    def _on_answer(self, answer: object) -> None:
        self._count = len({entry.target for entry in entries(answer)})

    def _on_change(self) -> None:
        if self._count:
            count, self._count = self._count, 0
            self.built_on.emit(count)
