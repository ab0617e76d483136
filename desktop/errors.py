"""What no one caught: put into words on the screen, never swallowed, and logged without a word of the minutes."""

import logging
import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from desktop import swedish
from model.errors import MinutesError
from model.sentences import sentence

log = logging.getLogger(__name__)


class Errors(QObject):
    """Hears of every exception that reaches the event loop; `happened` carries what to say, cause and remedy."""

    happened = Signal(str, str)

    def install(self) -> None:
        """Become the interpreter's last word on exceptions; an interrupt from the keyboard still ends the program."""
        sys.excepthook = self.hook

    def hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log where it happened and say it. Exception texts may quote minutes, so they are not logged."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("%s at %s", kind.__name__, where(trace))
        try:
            self.happened.emit(*said(error))
        except Exception:
            log.exception("the error could not be shown")


def said(error: BaseException) -> tuple[str, str]:
    """What to say of `error`: what happened, and what is safe."""
    if isinstance(error, MinutesError):
        return sentence(error), swedish.TEXT_ON_THIS_COMPUTER
    return swedish.SOMETHING_BROKE, swedish.SOMETHING_BROKE_MORE


def where(trace: TracebackType | None) -> str:
    """The innermost frames as file:line, without their text."""
    frames = traceback.extract_tb(trace)[-6:]
    return " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames))
