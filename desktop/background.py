"""Questions asked in the worker process and answered on the GUI thread: newest answer only, typing never waits.

The caller owns nothing but a ticket; `Asker` owns the one signal. The process is started after the first paint. If it
dies it is started once more, quietly; after that the screen says that search rests, until somebody wakes it.
"""

import logging
import pickle
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

import model
from desktop.pipe import read_message
from model.errors import MinutesError

log = logging.getLogger(__name__)

PREFIX = 4
"""Bytes of the length that stands before each message, most significant first."""

NEWEST_ONLY = frozenset({"meetings", "search", "related", "check", "complete", "earlier", "cited"})
"""Questions where an older answer is worth nothing once a newer has been asked."""

_LARGEST = 1 << 28


class WorkerGoneError(MinutesError):
    """The worker process ended before it answered."""


@dataclass(frozen=True, slots=True)
class _Asked:
    question: str
    then: Callable[[object], None] | None
    failed: Callable[[MinutesError], None] | None
    progress: Callable[[int, int], None] | None


class Asker(QObject):
    """The near end of the pipe. Every answer comes as `answered(ticket, value)`, a failure as a MinutesError value."""

    answered = Signal(int, object)
    rested = Signal(bool)
    """True when the worker has died for good, False when it lives again."""

    def __init__(self, command: list[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = command or worker_command()
        self._process: QProcess | None = None
        self._buffer = bytearray()
        self._asked: dict[int, _Asked] = {}
        self._newest: dict[str, int] = {}
        self._ticket = 0
        self._deaths = 0
        self._closing = False

    @property
    def is_resting(self) -> bool:
        """True when the worker died twice and nobody has woken it."""
        return self._deaths > 1 and self._process is None

    def start(self) -> None:
        """Start the process if it is not running; returns at once."""
        if self._process is not None or self._closing:
            return
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        process.setProcessEnvironment(_environment())
        process.readyReadStandardOutput.connect(self._on_bytes)
        process.finished.connect(self._on_death)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        self._buffer.clear()
        process.start(self._command[0], self._command[1:])

    def wake(self) -> None:
        """Start again after it had been given up."""
        if self.is_resting:
            self._deaths = 1
            self.rested.emit(False)
        self.start()

    def ask(
        self,
        name: str,
        then: Callable[[object], None] | None = None,
        failed: Callable[[MinutesError], None] | None = None,
        progress: Callable[[int, int], None] | None = None,
        **what: object,
    ) -> int:
        """Ask the worker `name`; the callables run on this thread, later. Returns the ticket.

        If the worker rests, `failed` gets a WorkerGoneError, also later: a caller is never called back while it asks.
        """
        self._ticket += 1
        ticket = self._ticket
        self._asked[ticket] = _Asked(name, then, failed, progress)
        if name in NEWEST_ONLY:
            self._asked.pop(self._newest.get(name, 0), None)
            self._newest[name] = ticket
        if not self.is_resting:
            self.start()
        if self._process is None:
            QTimer.singleShot(0, self, lambda: self._deliver_failure(ticket, WorkerGoneError()))
        else:
            self._send(("ask", ticket, name, what))
        return ticket

    def forget(self, ticket: int) -> None:
        """Nobody wants this answer any more."""
        self._asked.pop(ticket, None)

    def close(self, wait: int = 1500) -> None:
        """End the process; what has not been answered never will be. Waits at most `wait` milliseconds."""
        self._closing = True
        self._asked.clear()
        process, self._process = self._process, None
        if process is None:
            return
        process.finished.disconnect(self._on_death)
        process.errorOccurred.disconnect(self._on_error)
        process.closeWriteChannel()
        if not process.waitForFinished(wait):
            process.kill()
            process.waitForFinished(wait)

    def _send(self, message: object) -> None:
        data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
        if self._process is not None:
            self._process.write(len(data).to_bytes(PREFIX, "big") + data)

    def _on_bytes(self) -> None:
        if self._process is None:
            return
        self._buffer += self._process.readAllStandardOutput().data()
        while len(self._buffer) >= PREFIX:
            length = int.from_bytes(self._buffer[:PREFIX], "big")
            if length > _LARGEST:
                log.error("the worker's pipe holds something else than messages")
                self._process.kill()
                return
            if len(self._buffer) < PREFIX + length:
                return
            data = bytes(self._buffer[PREFIX : PREFIX + length])
            del self._buffer[: PREFIX + length]
            self._receive(data)

    def _receive(self, data: bytes) -> None:
        try:
            kind, ticket, *rest = read_message(data)
        except Exception:
            log.exception("an answer of %d bytes could not be read", len(data))
            return
        if kind == "progress":
            asked = self._asked.get(ticket)
            if asked and asked.progress:
                asked.progress(*rest)
        elif kind == "failed":
            self._deliver_failure(ticket, rest[0])
        else:
            self._deliver(ticket, rest[0])

    def _deliver(self, ticket: int, value: object) -> None:
        asked = self._asked.pop(ticket, None)
        if asked is None:
            return
        self.answered.emit(ticket, value)
        if asked.then:
            asked.then(value)

    def _deliver_failure(self, ticket: int, error: MinutesError) -> None:
        asked = self._asked.pop(ticket, None)
        if asked is None:
            return
        log.warning("%s failed: %s", asked.question, type(error).__name__)
        self.answered.emit(ticket, error)
        if asked.failed:
            asked.failed(error)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._on_death()

    def _on_death(self, *_: object) -> None:
        if self._process is None:
            return
        self._process.deleteLater()
        self._process = None
        self._deaths += 1
        log.warning("the worker ended, for the %d. time", self._deaths)
        waiting = sorted(self._asked)
        if self._deaths == 1:
            self.start()
        else:
            self.rested.emit(True)
        for ticket in waiting:
            self._deliver_failure(ticket, WorkerGoneError())


def worker_command() -> list[str]:
    """How to start the worker: the same interpreter, or the same program when it is frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker"]
    return [sys.executable, "-m", "model.worker"]


def _environment() -> QProcessEnvironment:
    """This process's environment, where the worker also finds `model`."""
    environment = QProcessEnvironment.systemEnvironment()
    home = str(Path(model.__file__).resolve().parent.parent)
    others = environment.value("PYTHONPATH", "")
    separator = ";" if sys.platform == "win32" else ":"
    environment.insert("PYTHONPATH", f"{home}{separator}{others}" if others else home)
    environment.insert("PYTHONUTF8", "1")
    return environment
