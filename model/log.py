"""The program's log: ids, counts and durations, on this computer; never text or names of minutes."""

import logging
import logging.handlers
from pathlib import Path

DAYS = 14
"""How long it is kept."""

FORM = "%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s"
ROOMS = ("model", "desktop")
FOLDER = "log"
"""Its folder in the user's state folder."""


class _Bare(logging.Formatter):
    """Errors by class and place only: the message of a foreign exception may quote text or a path with a name."""

    def formatException(self, ei: object) -> str:
        if not (isinstance(ei, tuple) and ei and isinstance(ei[0], type)):
            return ""
        places, trace = [], ei[2] if len(ei) > 2 else None
        while trace is not None:
            code = trace.tb_frame.f_code
            places.append(f"  {Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}")
            trace = trace.tb_next
        return "\n".join([*places, ei[0].__name__])


def set_up(folder: Path, *, name: str = "protokoll", level: int = logging.INFO) -> Path | None:
    """Let this process log to `<folder>/<name>.log`, a file for each day; None if the folder refuses.

    Each process has its own `name`, since two may not turn over one file. Calling it again changes nothing but the
    level. A log that cannot be written never stops anything.
    """
    path = folder / f"{name}.log"
    rooms = [logging.getLogger(room) for room in ROOMS]
    for room in rooms:
        room.setLevel(level)
        if any(isinstance(handler, _File) for handler in room.handlers):
            return path
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = _File(path, when="midnight", backupCount=DAYS, encoding="utf-8", delay=False)
    except OSError:
        return None
    handler.setFormatter(_Bare(FORM))
    for room in rooms:
        room.addHandler(handler)
        room.propagate = False
    return path


def take_down() -> None:
    """Close the log; for tests and for the end of the process."""
    for room in (logging.getLogger(name) for name in ROOMS):
        for handler in [h for h in room.handlers if isinstance(h, _File)]:
            room.removeHandler(handler)
            handler.close()
        room.propagate = True
        room.setLevel(logging.NOTSET)


class _File(logging.handlers.TimedRotatingFileHandler):
    """A file that says nothing on the screen when the disk refuses it."""

    def handleError(self, record: logging.LogRecord) -> None:
        """Nothing: the disk's trouble is told where it matters."""
