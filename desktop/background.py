"""Questions asked in the worker process and answered on the GUI thread: newest answer only, typing never waits.

The caller owns nothing but a ticket; `Asker` owns the one signal. The process is started after the first paint, and
again whenever it dies. It says which question it begins, so the one that it died of is known: that one fails, and all
others are asked again. A kind of question that it has died of twice rests until somebody wakes it; saving never does.
"""

import logging
import pickle
import sys
from collections import Counter
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

NEWEST_ONLY = frozenset({"meetings", "search", "related", "check", "spell", "learn", "complete", "earlier", "cited"})
"""Questions where an older answer is worth nothing once a newer has been asked; the worker has the same list."""

NEVER_RESTS = frozenset({"save", "create", "settle"})
"""Questions that are always asked, and asked once more if the worker died of them: what is written must be kept."""

NONE = ""
"""The question that a worker died of which died of none, or could not be started."""

DEATHS = 2
"""So often in a row the worker dies of a kind of question before it rests."""

_LARGEST = 1 << 28


class WorkerGoneError(MinutesError):
    """The worker process ended before it answered."""


@dataclass(frozen=True, slots=True)
class _Asked:
    question: str
    what: dict[str, object]
    then: Callable[[object], None] | None
    failed: Callable[[MinutesError], None] | None
    progress: Callable[[int, int], None] | None


class Asker(QObject):
    """The near end of the pipe. Every answer comes as `answered(ticket, value)`, a failure as a MinutesError value."""

    answered = Signal(int, object)
    rested = Signal(bool)
    """True when some questions are no longer asked, False when all are asked again."""

    def __init__(self, command: list[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = command or worker_command()
        self._process: QProcess | None = None
        self._buffer = bytearray()
        self._asked: dict[int, _Asked] = {}
        self._newest: dict[str, int] = {}
        self._ticket = 0
        self._begun: list[tuple[int, str]] = []
        self._again: set[int] = set()
        self._deaths: Counter[str] = Counter()
        self._closing = False

    @property
    def is_resting(self) -> bool:
        """True when the worker died of some question twice and nobody has woken it."""
        return any(self._rests(name) for name in self._deaths)

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
        """Ask again what had been given up."""
        rested = self.is_resting
        self._deaths.clear()
        if rested:
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

        If such questions rest, `failed` gets a WorkerGoneError, also later: a caller is never called back while it
        asks.
        """
        rests = self._rests(name)
        if not rests:
            self.start()
        self._ticket += 1
        ticket = self._ticket
        self._asked[ticket] = _Asked(name, what, then, failed, progress)
        if name in NEWEST_ONLY:
            self._asked.pop(self._newest.get(name, 0), None)
            self._newest[name] = ticket
        if rests or self._process is None:
            self._fail_later(ticket)
        else:
            self._send(ticket)
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

    def _rests(self, name: str) -> bool:
        return name not in NEVER_RESTS and max(self._deaths[name], self._deaths[NONE]) >= DEATHS

    def _send(self, ticket: int) -> None:
        asked = self._asked[ticket]
        data = pickle.dumps(("ask", ticket, asked.question, asked.what), protocol=pickle.HIGHEST_PROTOCOL)
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
            try:
                self._receive(data)
            except Exception:
                sys.excepthook(*sys.exc_info())  # said like any other fault; the answers behind it still come

    def _receive(self, data: bytes) -> None:
        try:
            kind, ticket, *rest = read_message(data)
        except Exception:
            log.exception("an answer of %d bytes could not be read", len(data))
            return
        if kind == "begun":
            self._begun.append((ticket, rest[0]))
        elif kind == "progress":
            asked = self._asked.get(ticket)
            if asked and asked.progress:
                asked.progress(*rest)
        else:
            self._on_end(ticket)
            (self._deliver_failure if kind == "failed" else self._deliver)(ticket, rest[0])

    def _on_end(self, ticket: int) -> None:
        """The worker has lived through a question: what it died of before was chance."""
        for begun in [begun for begun in self._begun if begun[0] == ticket]:
            self._begun.remove(begun)
            del self._deaths[begun[1]], self._deaths[NONE]
        self._again.discard(ticket)

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
        self._on_bytes()
        self._process.deleteLater()
        self._process = None
        ticket, name = self._begun[-1] if self._begun else (0, NONE)
        self._begun.clear()
        self._deaths[name] += 1
        log.warning("the worker ended at %s, for the %d. time", name or "no question", self._deaths[name])
        if self._rests(name) and self._deaths[name] == DEATHS:
            self.rested.emit(True)
        self._go_on(self._lost(ticket, name))

    def _lost(self, ticket: int, name: str) -> set[int]:
        """The tickets that nobody will answer: what the worker died of, or all when it does not live at all."""
        if name == NONE:
            return set(self._asked) if self._deaths[NONE] >= DEATHS else set()
        if name in NEVER_RESTS and ticket not in self._again:
            self._again.add(ticket)
            return set()
        return {ticket}

    def _go_on(self, lost: set[int]) -> None:
        """Start anew and ask again all that is not lost."""
        for ticket in sorted(lost):
            self._fail_later(ticket)
        if self._deaths[NONE] < DEATHS:
            self.start()
            for ticket in sorted(self._asked.keys() - lost):
                self._send(ticket)

    def _fail_later(self, ticket: int) -> None:
        QTimer.singleShot(0, self, lambda: self._deliver_failure(ticket, WorkerGoneError()))


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
