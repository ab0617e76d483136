"""The program as it is started, and somebody who types a little and leaves in the way that the command line says."""

import datetime
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from desktop import app
from desktop.app import Program
from desktop.dialogs.new import NewValues

WORDS = "Budget för nästa år"


def close(program: Program) -> None:
    """The window is closed."""
    program.window.close()


def signalled(number: int, *, group: bool = False) -> Callable[[Program], None]:
    """The system wants the program to end; a terminal tells the worker too."""

    def send(_program: Program) -> None:
        (os.killpg if group else os.kill)(os.getpgid(0) if group else os.getpid(), number)

    return send


def over(action: str, then: Callable[[Program], None]) -> Callable[[Program], None]:
    """While something stands over the window, perhaps in an event loop of its own."""

    def do(program: Program) -> None:
        QTimer.singleShot(200, program.window, lambda: then(program))
        program.desk.actions[action].trigger()

    return do


def bereaved(program: Program) -> None:
    """The worker dies first."""
    process = program.asker._process
    assert process is not None
    os.kill(process.processId(), signal.SIGKILL)
    close(program)


def busy(program: Program) -> None:
    """The worker has a lot to do."""
    for _ in range(8):
        program.finding.refresh()
    close(program)


WAYS: dict[str, Callable[[Program], None]] = {
    "closed under the one field": over("palette", close),
    "closed with the worker dead": bereaved,
    "closed with the worker busy": busy,
    "told to end": signalled(signal.SIGTERM),
    "told to end under a form": over("about", signalled(signal.SIGTERM)),
    "told to end under a list": over("registers", signalled(signal.SIGTERM)),
    "interrupted with the worker": signalled(signal.SIGINT, group=True),
}


def main(way: str, archive: Path) -> int:
    """Run, type and leave; the exit code."""
    show = Program.show

    def leave(program: Program) -> None:
        begin(program)
        WAYS[way](program)

    def shown(program: Program) -> None:
        show(program)
        program.finding.listed.connect(lambda: QTimer.singleShot(0, program.window, lambda: once(program)))

    gone: list[Program] = []

    def once(program: Program) -> None:
        if not gone:
            gone.append(program)
            leave(program)

    Program.show = shown  # type: ignore[method-assign, assignment]  # the one way into the program as it is started
    return app.run(archive)


def begin(program: Program) -> None:
    """New minutes with a few words."""
    program.starting.begin_values(None, NewValues("Gruppen", "Gruppens", 1, 2015, datetime.date(2015, 11, 27)))
    minutes = program.session.minutes
    assert minutes is not None
    program.window.sheet.go_to(minutes.blocks[0].id)
    program.window.sheet.type(WORDS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
