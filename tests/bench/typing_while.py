"""Typing while the worker works: `python -m tests.bench.typing_while [KEYS] [MEETINGS]`. Milliseconds.

The whole program on an archive of generated meetings, one of them typed into, twelve keys a second. Three times:
nothing else goes on; fifty old text minutes are read in; the whole archive is indexed anew. "late" is from the moment
at which the key was struck to the end of the paint that shows it, by the clock: what an answer takes that is just being
dealt with counts too. "CPU" is the GUI thread's own, from the key's event to that paint; "other" what it spent a second
beside the keys, and "gap" the most of that between two keys: so long may the next one have to wait.
`QT_QPA_PLATFORM` chooses where it is shown; offscreen when it is not set.
"""

import os
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.app import Paths, Program, make_application
from model.commands.exporting import document
from tests.bench.generate import Generator, write
from tests.bench.keys import LINE

EVERY = 0.083
"""Seconds between two keys: twelve a second, a fast typist."""

SOURCES = 50


@dataclass
class Times:
    """What each key took, and what the GUI thread spent beside them."""

    late: list[float] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)
    between: list[float] = field(default_factory=list)
    seconds: float = 0.0


class Typist(QObject):
    """Strikes keys by the clock in one program's paper."""

    def __init__(self, program: Program) -> None:
        super().__init__()
        self.program, self.sheet = program, program.window.sheet
        self._painted = 0.0
        self.sheet.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Remember that the paper is being painted; the paint itself runs after this."""
        if event.type() == QEvent.Type.Paint:
            self._painted = 1.0
        return False

    def type(self, keys: int) -> Times:
        """So many keys, each at its time or as soon after as the event loop lets it."""
        made, words = Times(), (LINE * (keys // len(LINE) + 1))[:keys]
        first, rested = time.perf_counter() + EVERY, time.thread_time()
        for place, letter in enumerate(words):
            struck = first + place * EVERY
            self.wait(struck)
            before = time.thread_time()
            made.between.append((before - rested) * 1000)
            self._painted = 0.0
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self.sheet, event)
            while not self._painted:
                QApplication.sendPostedEvents()
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeSocketNotifiers)
            made.late.append((time.perf_counter() - struck) * 1000)
            rested = time.thread_time()
            made.spent.append((rested - before) * 1000)
        made.seconds = time.perf_counter() - first
        return made

    def open(self, path: Path) -> None:
        """Open the minutes at `path`, and type a little, until all is as it is in the middle of a meeting."""
        self.program.desk.open(path)
        while self.program.session.path != path:
            QApplication.processEvents()
        self.program.window.focus_middle()
        self.program.desk.go_to_number(2)
        self.type(24)

    def wait(self, until: float) -> None:
        """Let the program live until then."""
        left = until - time.perf_counter()
        if left <= 0:
            QApplication.processEvents()
            return
        loop, timer = QEventLoop(), QTimer(singleShot=True, interval=round(left * 1000))
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(loop.quit)
        timer.start()
        loop.exec()


def say(what: str, times: Times) -> None:
    """One line of the table."""
    late, spent = sorted(times.late), sorted(times.spent)
    figures = [statistics.median(late), late[int(len(late) * 0.99)], late[-1]]
    figures += [statistics.median(spent), spent[int(len(spent) * 0.99)], spent[-1]]
    figures += [sum(times.between) / times.seconds, max(times.between)]
    print(f"{what:34}", *(f"{figure:7.1f}" for figure in figures), flush=True)


def sources(folder: Path) -> list[Path]:
    """Fifty text files as another program would have written them."""
    folder.mkdir()
    made = []
    for place, minutes in zip(range(SOURCES), Generator(SOURCES, 5).minutes(), strict=False):
        path = folder / f"protokoll {place}.txt"
        path.write_bytes(document(minutes, "txt", path))
        made.append(path)
    return made


def main(keys: int, meetings: int) -> None:
    """The table: late p50, p99, worst; CPU p50, p99, worst; and what else the GUI thread did."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_CACHE_HOME"] = str(Path(home) / "cache")
        archive = Path(home) / "Protokoll"
        write(archive, meetings)
        old = sources(Path(home) / "gamla")
        application = make_application(["protokoll"])
        program = Program(application, Paths(Path(home) / "s.json", Path(home) / "state"), archive)
        typist = Typist(program)
        print(f"{'':34} {'late':>7} {'p99':>7} {'worst':>7} {'CPU':>7} {'p99':>7} {'worst':>7} {'other':>7} {'gap':>7}")
        program.show()
        while len(program.finding.lines) < meetings or program.window.sidebar.foot.words() == "":
            QApplication.processEvents()
        line = max(program.finding.lines, key=lambda one: (str(one.date), one.short_name))
        typist.open(line.path)
        say("nothing else", typist.type(keys))
        program.exchange.read_in(old)
        say(f"{SOURCES} old minutes are read in", typist.type(keys))
        while program.exchange._waiting or program.session.path == line.path:
            QApplication.processEvents()
        typist.open(line.path)
        for path in archive.rglob("protokoll.xml"):
            if path != program.session.path:
                path.write_bytes(path.read_bytes() + b"\n")
        program.finding.refresh()
        say(f"{meetings} meetings are indexed anew", typist.type(keys))
        program.session.close()
        program.window.close()
        program.close()


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:3]]
    main(*(given + [300, 2000][len(given) :]))
