"""Where the time of one key goes, in the real window: `python -m tests.bench.keypath [KEYS]`. GUI thread's CPU ms.

The whole program on the five samples' archive, with worker, spelling, journal and panels; minutes of a hundred items
are typed into at four carets. "shown" is from the key to the end of the paint that shows it, "after" all that follows
before the next key; then the parts, and who painted how much. The floor is a QTextEdit with the same paper, alone in a
window of the same size: typed into by Qt itself, and with a Python method between. `QT_QPA_PLATFORM` says where; a
machine that does nothing else and a real X server give the figures to quote.
"""

import os
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from desktop.aids.ghost import Ghost
from desktop.app import Paths, Program, make_application
from desktop.desk import Desk
from desktop.paper.mirror import Mirror
from desktop.paper.paint import Painter
from desktop.paper.sheet import Sheet
from desktop.paper.view import View
from model.cli import main as command
from model.edit.document import Document
from model.record.blocks import Clause
from model.record.ids import NodeId
from model.record.minutes import Minutes
from model.store.journal import Journal
from tests.bench.keys import LINE, large, say

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
PAUSE, REST = 25, 1_200
"""Milliseconds between two keys, and before the first."""

PARTS: tuple[tuple[type, str, str], ...] = (
    (Sheet, "event", "every event of the sheet"), (Sheet, "keyPressEvent", "the key made a command"),
    (Document, "apply", "command, history"), (Journal, "write", "journal"), (View, "_show_change", "what to paint"),
    (Mirror, "show", "mirror, and Qt's layout"), (Sheet, "_tell", "caret"), (Ghost, "_look", "ghost"),
    (Desk, "_on_caret", "hints, names"), (View, "paintEvent", "words painted by Qt"),
    (Painter, "edges", "edges painted"), (Painter, "marks", "marks painted"),
)  # fmt: skip


class Clock:
    """The GUI thread's CPU time; each moment is given to the innermost part that is running, or to Qt."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._running = ["Qt: events, backing store"]
        self._since = 0.0

    def turn(self, part: str | None) -> None:
        """Another part begins; with None the last one that began ends."""
        now = time.thread_time()
        self.spent[self._running[-1]] += (now - self._since) * 1000
        self._since = now
        if part is None:
            self._running.pop()
        else:
            self._running.append(part)

    def begin(self) -> None:
        """From now on."""
        self.spent.clear()
        self._since = time.thread_time()

    def stop(self) -> dict[str, float]:
        """What each part has taken since."""
        self.turn("nothing")
        self._running.pop()
        return dict(self.spent)

    def watch(self, owner: type, name: str, part: str) -> None:
        """Know when the method `name` runs."""
        inner: Callable[..., Any] = getattr(owner, name)

        def timed(this: Any, *given: Any, **named: Any) -> Any:
            self.turn(part)
            try:
                return inner(this, *given, **named)
            finally:
                self.turn(None)

        setattr(owner, name, timed)


class Paints(QObject):
    """Sees whose paint events come, and how large."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count, and let it pass."""
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            rect = event.rect()
            self.seen[f"{type(watched).__name__} {watched.objectName()} {rect.width()}×{rect.height()}"] += 1
        return False


class Plain(QTextEdit):
    """The floor with one Python method between."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """To Qt."""
        super().keyPressEvent(event)


def key(target: QWidget, letter: str, kind: QEvent.Type = QEvent.Type.KeyPress) -> None:
    """One key; Qt asks the shortcuts first by itself."""
    code = Qt.Key.Key_Space if letter == " " else Qt.Key(ord(letter.upper()))
    QApplication.sendEvent(target, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letter))


def typed(what: str, target: QWidget, words: str, clock: Clock) -> dict[str, float]:
    """Type and say how long it took; the mean of each part."""
    shown, after, parts = [], [], Counter[str]()
    for letter in words:
        clock.begin()
        key(target, letter)
        QApplication.processEvents()
        spent = clock.stop()
        shown.append(sum(spent.values()))
        parts.update(spent)
        began = time.thread_time()
        key(target, letter, QEvent.Type.KeyRelease)
        QTest.qWait(PAUSE)
        after.append((time.thread_time() - began) * 1000)
    say(f"{what}: shown", shown)
    say(f"{what}: after", after)
    return {part: spent / len(words) for part, spent in parts.most_common()}


def painted(sheet: Sheet, words: str) -> Counter[str]:
    """Who paints how much while these words are typed."""
    paints, application = Paints(), QApplication.instance()
    assert application is not None
    application.installEventFilter(paints)
    for letter in words:
        key(sheet, letter)
        QTest.qWait(PAUSE)
    application.removeEventFilter(paints)
    return paints.seen


def floor(kind: type[QTextEdit], sheet: Sheet, at: int, words: str, clock: Clock) -> None:
    """The same words at the same place of the same paper, without the program."""
    edit = kind()
    paper = sheet.document().clone(edit)
    paper.setUndoRedoEnabled(False)
    edit.setDocument(paper)
    edit.setFrameShape(QTextEdit.Shape.NoFrame)
    edit.resize(1440, 900)
    edit.setViewportMargins(330, 48, 330, 34)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    cursor = edit.textCursor()
    cursor.setPosition(at)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    QTest.qWait(REST)
    typed(f"  floor, {kind.__name__}", edit, words, clock)
    edit.close()
    edit.deleteLater()


def places(minutes: Minutes) -> dict[str, tuple[NodeId, int]]:
    """The carets."""
    blocks, middle = minutes.blocks, len(minutes.blocks) // 2
    clause = next(block for block in blocks[middle:] if isinstance(block, Clause))
    return {
        "first heading": (blocks[0].id, 3), "middle paragraph": (blocks[middle + 2].id, 40),
        "middle clause": (clause.id, 10_000), "last clause": (blocks[-1].id, 10_000),
    }  # fmt: skip


def main(keys: int) -> None:
    """The tables."""
    home, clock = Path(tempfile.mkdtemp()), Clock()
    command(["--archive", str(home / "archive"), "import", *map(str, sorted(SEEDS.glob("*.txt")))])
    for owner, name, part in PARTS:
        clock.watch(owner, name, part)
    application = make_application([])
    program = Program(application, Paths(home / "config" / "settings.json", home / "state"), home / "archive")
    program.show()
    QTest.qWait(REST)
    minutes = large(100)
    program.session.begin(minutes)
    QTest.qWait(2 * REST)
    sheet, words = program.window.sheet, (LINE * 40)[:keys]
    print(f"{'':34} {'p50':>6} {'p90':>6} {'p99':>6} {'max':>7}")
    for where, (node, at) in places(minutes).items():
        program.window.activateWindow()
        sheet.setFocus()
        sheet.go_to(node, at)
        QTest.qWait(REST)
        start = sheet.textCursor().position()
        for part, mean in typed(where, sheet, words, clock).items():
            print(f"    {part:30} {mean:6.3f}")
        for paint, count in painted(sheet, "abcdefgh ij").most_common(12):
            print(f"    {count:3} × {paint}")
        for kind in (QTextEdit, Plain):
            floor(kind, sheet, start, words, clock)
    program.desk.end()
    program.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 150)
