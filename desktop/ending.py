"""A signal to end (logging out, `kill`, Ctrl+C in a terminal) is the same as closing the window: all is saved first."""

import contextlib
import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


class Ending(QObject):
    """Hears of the first such signal as `asked`, in the event loop; the second ends the program at once."""

    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._near, self._far = socket.socketpair()
        for end in (self._near, self._far):
            end.setblocking(False)
        self._heard = [one for name in SIGNALS if (one := getattr(signal, name, None)) and _is_minded(one)]
        for one in self._heard:
            signal.signal(one, lambda *_: None)
        signal.set_wakeup_fd(self._far.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._near.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)

    def _on_signal(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._near.recv(64)
        self._notifier.setEnabled(False)
        for one in self._heard:
            signal.signal(one, signal.SIG_DFL)
        self.asked.emit()


def _is_minded(one: signal.Signals) -> bool:
    """False for what whoever started the program has asked it not to mind, as `nohup` does."""
    return signal.getsignal(one) is not signal.SIG_IGN
