"""A meeting of three hours at the keyboard, as fast as it goes.

    python -m tests.bench.soak [PRESSES] [MEETINGS] [SEED]      (27 000 presses, an archive of 60 meetings)

The whole program over a generated archive: headings, paragraphs and decisions with slips and corrections, ghosts,
people, the roster, item moves, links, undo, searches, spelling, read-back, saves and Word. Only the waiting is cut
short: a breath after each sentence lets every timer go off. Printed for each tenth: milliseconds from key to painted
(CPU of the GUI thread, and wall), CPU of the whole process, and what the program has grown to. "floor" is what a key
takes in a plain editor beside it, for a machine that others use too: the tenths are compared by their ratio to it. The
exit code is 1 when the last tenth is slower than the first by a fifth at p99, or memory has grown by more than 30 MB.
Needs a display for the real thing; without one, Qt's offscreen platform.
"""

import datetime
import gc
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from desktop.app import Paths, Program, make_application
from desktop.dialogs.new import NewValues
from model.record.blocks import Clause, Item, words
from tests.bench.generate import Generator, write
from tests.bench.loose import at_home, memory

BREATH, LONG_BREATH = 330, 2_100
"""Milliseconds of rest: after a sentence, for spelling, suggestions and ghosts; now and then, for a save."""

SLOWER, LARGER = 1.2, 30.0
"""How much slower the last tenth may be than the first at p99, and MB that may have been added since it."""

WRITE = {"Return", "Ctrl+Return", "Backspace", "Delete", "Tab"}
"""Keys that write; the others are deeds, which are timed apart."""

Stroke = str
"""`<Ctrl+Return>` is a key by name, `<breath>` a rest, and anything else is typed."""


def meeting(chance: random.Random, seed: int) -> Iterator[Stroke]:
    """Strokes without end: items one after the other, and what is done besides."""
    yield from ("<F9>", "<Space>", "<Down>", "<Space>", "<Esc>")
    for made in Generator(10_000, seed + 1).minutes():
        for block in made.blocks:
            text = words(block).plain
            if isinstance(block, Item):
                yield from ("<Ctrl+Return>", text, "<breath>")
            else:
                yield from ("<Return>", "<Return>") if isinstance(block, Clause) else ("<Return>",)
                yield from slips(chance, text)
                yield "<breath>"
            if chance.random() < 0.25:
                yield from chance.choice(BESIDES)


def slips(chance: random.Random, text: str) -> Iterator[Stroke]:
    """The words of `text`, with slips that are seen at once, a word later, or far back in the sentence."""
    for word in text.split(" "):
        dice = chance.random()
        if dice < 0.06:
            yield from (word[: len(word) // 2] + "x", "<Backspace>", word[len(word) // 2 :] + " ")
        elif dice < 0.08:
            yield from (word + "s ", "<Backspace>", "<Backspace>", " ")
        elif dice < 0.09:
            yield from (word + " ", "<Ctrl+Left>", "<Ctrl+Left>", "<Delete>", word[:1], "<End>")
        else:
            yield word + " "
    yield from ("<Backspace>", "" if text.endswith((".", "?")) else ".")


BESIDES: tuple[tuple[Stroke, ...], ...] = (
    ("<Ctrl+Z>",) * 6 + ("<Ctrl+Y>",) * 6,
    ("<Alt+Shift+Up>", "<breath>", "<Alt+Shift+Down>"),
    ("<F9>", "<Down>", "<Space>", "<Down>", "l", "<Space>", "<Esc>", "<breath>"),
    (" @an", "<breath>", "<Return>", "<Backspace>"),
    ("<F3>", "lekplats", "<breath>", "<Down>", "<Esc>"),
    ("<F3>", "upphandling budget", "<breath>", "<Esc>"),
    ("<F2>", "<Down>", "<Ctrl+L>", "<Esc>", "<breath>"),
    ("<F7>", "<breath>", "<Esc>"),
    ("<F5>", "<Down>", "<Space>", "<Space>", "<Esc>"),
    ("<Ctrl+Shift+P>", "bud", "<breath>", "<Esc>"),
    ("<Ctrl+F>", "kommun", "<Return>", "<Return>", "<Esc>"),
    ("<Ctrl+Space>", "<Ctrl+Shift+Space>", "<Return>", "<breath>"),
    ("<Ctrl+Shift+H>", "<long breath>", "<Left>", "<Left>", "<Esc>"),
    ("<Ctrl+Up>", "<Ctrl+Up>", "<Ctrl+Down>", "<Ctrl+Down>", "<End>"),
    ("<Ctrl+Home>", "<PgDown>", "<Ctrl+End>"),
    ("<F4>", "<breath>", "<Esc>"),
    ("<F8>", "<Ctrl+Z>"),
    ("<Ctrl+S>", "<long breath>"),
    ("<Ctrl+Shift+W>", "<long breath>"),
)  # fmt: skip
"""What is done between two paragraphs, about once in four."""


class Floor(QTextEdit):
    """A plain editor beside the window: what a key costs where nothing grows, on the machine as it is just then."""

    def __init__(self) -> None:
        super().__init__()
        hint = Qt.WindowType.X11BypassWindowManagerHint
        self.setWindowFlags(Qt.WindowType.Tool | Qt.WindowType.WindowDoesNotAcceptFocus | hint)
        self.resize(500, 120)
        self.show()

    def key(self) -> float:
        """CPU milliseconds from key to painted."""
        if self.document().characterCount() > 120:
            self.clear()
            QApplication.processEvents()
        began = time.thread_time()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self, QKeyEvent(kind, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a"))
        QApplication.processEvents()
        return (time.thread_time() - began) * 1000


@dataclass
class Tenth:
    """What one tenth of the presses took."""

    shown: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)
    deeds: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)
    began: float = field(default_factory=time.process_time)

    def keys(self) -> str:
        """Keys that write: p50, p99 and worst of CPU and wall in ms; deeds' p50; CPU of the whole process in s."""
        cpu, wall = (statistics.quantiles(times, n=100) for times in (self.shown, self.wall))
        spent = time.process_time() - self.began
        return (
            f"{len(self.shown):6} {cpu[49]:6.2f} {cpu[98]:6.2f} {max(self.shown):6.1f}"
            f" {wall[49]:6.2f} {wall[98]:6.2f} {max(self.wall):6.1f}"
            f" {statistics.median(self.deeds):6.2f} {statistics.median(self.floor):6.2f} {spent:6.1f}"
        )

    def slow(self) -> float:
        """CPU at p99, in floors."""
        return statistics.quantiles(self.shown, n=100)[98] / statistics.median(self.floor)


HEAD = (
    f"{'':3} {'keys':>6} {'CPU':>6} {'p99':>6} {'max':>6} {'wall':>6} {'p99':>6} {'max':>6}"
    f" {'deeds':>6} {'floor':>6} {'all s':>6}"
    f" {'MB':>6} {'worker':>6} {'widgets':>7} {'QObject':>7} {'timers':>6} {'python':>7} {'undo':>6} {'blocks':>6}"
    f" {'signs':>6} {'journal kB':>10}"
)


class Soak:
    """The program being typed in."""

    def __init__(self, program: Program, state: Path, presses: int) -> None:
        self.program, self.state, self.presses = program, state, presses
        self.pressed = 0
        self.tenth, self.floor = Tenth(), Floor()

    def run(self, strokes: Iterator[Stroke]) -> tuple[float, float]:
        """Type; how many times slower the last tenth was than the first at p99, and MB added since the first."""
        print(HEAD, flush=True)
        p99, held = [], []
        for tenth in range(1, 11):
            self.tenth = Tenth()
            while self.pressed < self.presses * tenth // 10:
                self.do(next(strokes))
            print(f"{tenth:3} {self.tenth.keys()} {self.grown()}", flush=True)
            p99.append(self.tenth.slow())
            held.append(memory())
        return p99[-1] / p99[0], held[-1] - held[0]

    def do(self, stroke: Stroke) -> None:
        """One stroke, to whatever has the focus."""
        if stroke in ("<breath>", "<long breath>"):
            QTest.qWait(BREATH if stroke == "<breath>" else LONG_BREATH)
            if self.program.aids.ghost.offer is not None and self.pressed % 3 == 0:
                self.press("Tab")
        elif stroke.startswith("<"):
            self.press(stroke[1:-1])
        else:
            for sign in stroke:
                self.type(sign)

    def press(self, name: str) -> None:
        """A key by name, through the shortcuts."""
        combination = QKeySequence(name)[0]  # type: ignore[index]  # the stubs leave it out
        key, modifiers = combination.key(), combination.keyboardModifiers()
        self.timed(lambda target: QTest.keyClick(target, key, modifiers), writes=name in WRITE)

    def type(self, sign: str) -> None:
        """A letter, whatever the layout."""

        def send(target: QWidget) -> None:
            for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(
                    target, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, sign)
                )

        self.timed(send, writes=True)

    def timed(self, send: Callable[[QWidget], object], *, writes: bool) -> None:
        """Send one key, and wait until it is painted."""
        target = self.focus()
        on_paper = target is self.program.window.sheet
        cpu, wall = time.thread_time(), time.perf_counter()
        send(target)
        QApplication.processEvents()
        spent = (time.thread_time() - cpu) * 1000
        if not writes:
            self.tenth.deeds.append(spent)
        elif on_paper:
            self.tenth.shown.append(spent)
            self.tenth.wall.append((time.perf_counter() - wall) * 1000)
        QApplication.processEvents()
        self.pressed += 1
        if self.pressed % 20 == 0:
            self.tenth.floor.append(self.floor.key())

    @staticmethod
    def focus() -> QWidget:
        """What the keys go to; when a form has gone, only after the window manager has come back to the window."""
        for _ in range(100):
            form = QApplication.activeModalWidget()
            found = (form.focusWidget() or form) if form else QApplication.focusWidget()
            if found is not None:
                return found
            QTest.qWait(20)
        raise AssertionError("nothing has the focus")

    def grown(self) -> str:
        """What the program holds now."""
        gc.collect()
        window, document = self.program.window, self.program.session.document
        process, minutes = self.program.asker._process, self.program.session.minutes
        assert document is not None
        assert minutes is not None
        files = [path for path in (self.state / "journals").rglob("*") if path.is_file()]
        return (
            f"{memory():6.0f} {memory(process.processId()) if process else 0:6.0f}"
            f" {len(QApplication.allWidgets()):7} {len(window.findChildren(QObject)):7}"
            f" {len(window.findChildren(QTimer)):6} {len(gc.get_objects()):7} {len(document._history.done):6}"
            f" {len(minutes.blocks):6} {sum(len(words(b).plain) for b in minutes.blocks):6}"
            f" {sum(path.stat().st_size for path in files) / 1000:10.0f}"
        )


def main(presses: int, meetings: int, seed: int) -> int:
    """Hold the meeting; the exit code."""
    with tempfile.TemporaryDirectory(prefix="soak") as folder:
        home = Path(folder)
        at_home(home)
        write(home / "archive", meetings, seed)
        application = make_application(["protokoll"])
        program = Program(application, Paths(home / "config" / "settings.json", home / "state"), home / "archive")
        program.show()
        program.window.activateWindow()
        _until(lambda: bool(program.finding.lines) and not program.asker._asked)
        program.starting.begin_values(None, NewValues("Gruppen", "Gruppens", 1, 2015, datetime.date(2015, 11, 27)))
        program.window.sheet.go_to(program.session.minutes.blocks[0].id)  # type: ignore[union-attr]  # just begun
        _until(program.window.isActiveWindow)
        QTest.qWait(3_000)
        slower, larger = Soak(program, home / "state", presses).run(meeting(random.Random(seed), seed))
        program.desk.end()
        program.close()
    print(f"last tenth {slower:.2f} × the first at p99 of CPU over the floor, {larger:+.0f} MB since the first")
    return slower > SLOWER or larger > LARGER


def _until(done: Callable[[], bool]) -> None:
    while not done():
        QTest.qWait(50)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]] + [27_000, 60, 1][len(sys.argv) - 1 :]
    sys.exit(main(*given[:3]))
