"""A monkey let loose on the whole program: it presses, types, pastes, drops and clicks on whatever stands there.

The rules that must hold after each thing it does are in `Loose.broken`; those that must hold when it has gone, in
`Loose.settled`. Two runs of a seed differ by when the worker answers; all else follows from the seed.
"""

import datetime
import os
import random
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QEventLoop, QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QtMsgType, QUrl, Slot
from PySide6.QtCore import qInstallMessageHandler as install_message_handler
from PySide6.QtGui import (
    QDesktopServices,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from shiboken6 import isValid

from desktop.actions import SPECS
from desktop.app import Program
from desktop.dialogs.overlay import Overlay
from desktop.paper.sheet import Sheet
from model.record.ids import RandomIds
from model.record.minutes import Minutes
from model.store.recovery import Left, replay
from tests.desktop.paper.drawing import broken
from tests.desktop.paper.fuzz import HTML, PASTES, start

K, M = Qt.Key, Qt.KeyboardModifier
KEYS = (
    *(K.Key_Return,) * 6, *(K.Key_Tab,) * 4, *(K.Key_Backspace,) * 5, *(K.Key_Delete,) * 3, *(K.Key_Escape,) * 5,
    K.Key_Up, K.Key_Down, K.Key_Left, K.Key_Right, K.Key_Home, K.Key_End, K.Key_PageUp, K.Key_PageDown, K.Key_Space,
    K.Key_F10, K.Key_Alt, K.Key_Menu,
)  # fmt: skip
WITH = (*(M.NoModifier,) * 8, M.ShiftModifier, M.ShiftModifier, M.ControlModifier, M.AltModifier)
CHORDS = tuple(key for spec in SPECS for key in spec.keys if spec.name != "quit")
UNSEEN = tuple(spec.name for spec in SPECS if not spec.keys)
WORDS = (
    "a", "å", " ", " ", "att ", "samt att ", "- ", "8", ".", "/", "😀", "e\u0301", "kl 9.50", "Per Ek, Lund", "och ",
    "@", "@an", "@b", "uppd", "not ", "28/8 ", "200000kr", "t", "l", "Näringliv ", "12", "4/2015 § 1 ", "mötet den ",
    "Beslut:", "budget", "år:2015 ",
)  # fmt: skip
LARGE = "\n".join(f"{n}. Rubrik {n}\nDirektörerna diskuterade frågan.\natt godkänna\natt uppdra" for n in range(1, 60))
PAUSES = (0,) * 970 + (20,) * 15 + (100,) * 8 + (350,) * 5 + (600, 2_300)
HARMLESS = (
    "not accepted by receiving widget", "outside of target window", "This plugin does not support",
    "QTextCursor::setPosition: Position '-1'",
)  # fmt: skip
"""Qt's words about keys and clicks that nobody wants, about what the offscreen platform lacks, and about a word that a
double click chose in a paper that has been changed for another since."""

ESCAPES, PATIENCE = 40, 20_000
"""Presses of Esc until nothing stands over the window, and milliseconds until every question has its answer."""


class Loose(QObject):
    """One seeded run over `program`. `trail` tells the last doings of a run that broke, `done` what was done."""

    def __init__(self, program: Program, seed: int, journals: Path) -> None:
        super().__init__()
        self.program, self.window, self.session = program, program.window, program.session
        self.journals = journals
        self.random = random.Random(seed)
        self.trail: list[str] = []
        self.done: Counter[str] = Counter()
        self.wrong: list[str] = []
        self._left = self._astray = 0
        self._kept: QWidget | None = None
        self._firsts: dict[str, Minutes] = {}
        self._loop = QEventLoop()
        self.doings: tuple[tuple[float, Callable[[], None]], ...] = (
            (40, self.write), (25, self.key), (10, self.chord), (5, self.choose), (4, self.paste), (1, self.drop),
            (2, self.compose), (4, self.undo), (3, self.redo), (4, self.click), (1, self.sweep), (1, self.unseen),
            (0.5, self.resize), (0.3, self.away), (0.05, self.kill),
        )  # fmt: skip

    def run(self, things: int) -> list[str]:
        """Do so many things, then go; what broke, or nothing."""
        with self._listening():
            self.begin()
            self._left = things
            QTimer.singleShot(0, self._tick)
            self._loop.exec()
            return self.wrong or self.settled()

    # What it does

    def begin(self) -> None:
        """New minutes with some of every kind of block, or one of the archive's."""
        lines = self.program.finding.lines
        if lines and self.random.random() < 0.5:
            self.program.desk.open(self.random.choice(lines).path)
        else:
            self.session.begin(replace(start(), id=RandomIds().new("p")))

    def write(self) -> None:
        """A few letters."""
        for letter in self.random.choice(WORDS):
            target = self._target()
            for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                if isValid(target):  # the key before may have closed it
                    QApplication.sendEvent(target, QKeyEvent(kind, K.Key_unknown, M.NoModifier, letter))

    def key(self) -> None:
        """A key that every widget knows, perhaps with another one down."""
        self._press(self.random.choice(KEYS), self.random.choice(WITH))

    def chord(self) -> None:
        """One of the window's keys."""
        self._chord(self.random.choice(CHORDS))

    def choose(self) -> None:
        """As the mouse on the paper: from anywhere to anywhere, or a caret anywhere."""
        sheet = self.window.sheet
        cursor, end = sheet.textCursor(), sheet.document().characterCount() - 1
        cursor.setPosition(self.random.randint(0, end))
        if self.random.random() < 0.5:
            near = cursor.position() + self.random.randint(-60, 60) if self.random.random() < 0.8 else end
            cursor.setPosition(min(max(near, 0), end), QTextCursor.MoveMode.KeepAnchor)
        sheet.setTextCursor(cursor)

    def paste(self) -> None:
        """Something from another program, or from before."""
        if self.random.random() < 0.7:
            QGuiApplication.clipboard().setMimeData(self._data())
        self._chord("Ctrl+V")

    def drop(self) -> None:
        """Something let go of over the paper."""
        sheet = self.window.sheet
        spot = QPointF(self.random.randint(0, sheet.width()), self.random.randint(0, sheet.height()))
        data, actions = self._data(), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
        sheet.dropEvent(QDropEvent(spot, actions, data, Qt.MouseButton.LeftButton, M.NoModifier))

    def compose(self) -> None:
        """As an input method: some signs that are not text yet, then the words, or nothing at all."""
        target = self._target()
        if not isinstance(target, Sheet | QLineEdit):
            return
        for composing in "´e"[: self.random.randint(0, 2)]:
            QApplication.sendEvent(target, QInputMethodEvent(composing, []))
        event = QInputMethodEvent()
        if self.random.random() < 0.7:
            event.setCommitString(self.random.choice(WORDS), -self.random.randint(0, 3), self.random.randint(0, 3))
        QApplication.sendEvent(target, event)

    def undo(self) -> None:
        """A few steps back."""
        for _ in range(self.random.randint(1, 4)):
            self._chord("Ctrl+Z")

    def redo(self) -> None:
        """A few steps on."""
        for _ in range(self.random.randint(1, 4)):
            self._chord("Ctrl+Y")

    def click(self) -> None:
        """Somewhere in the window that stands uppermost."""
        window = self._kept = self._upper()
        if isinstance(window, QFileDialog):
            self._press(K.Key_Escape)
            return
        button = self.random.choice((Qt.MouseButton.LeftButton,) * 6 + (Qt.MouseButton.RightButton,))
        click = QTest.mouseDClick if self.random.random() < 0.15 else QTest.mouseClick
        click(window.windowHandle(), button, self.random.choice(WITH[5:]), self._spot(window))

    def sweep(self) -> None:
        """The mouse drawn over something with its button down."""
        for step in (QTest.mousePress, None, QTest.mouseRelease):
            window = self._kept = self._upper()
            if isinstance(window, QFileDialog):
                continue
            if step is None:
                QTest.mouseMove(window.windowHandle(), self._spot(window))
            else:
                step(window.windowHandle(), Qt.MouseButton.LeftButton, M.NoModifier, self._spot(window))

    def unseen(self) -> None:
        """A menu's action that has no key, where the menu can be reached."""
        if QApplication.activeModalWidget() is None and not self._overlays():
            self.program.desk.actions[self.random.choice(UNSEEN)].trigger()

    def resize(self) -> None:
        """Another size, so that panes fold and unfold."""
        self.window.resize(self.random.randint(480, 1440), self.random.randint(360, 900))

    def away(self) -> None:
        """Another program comes up and goes again."""
        other = QWidget()
        other.show()
        other.activateWindow()
        QTimer.singleShot(self.random.choice((0, 50)), other, lambda: self._back(other))

    def kill(self) -> None:
        """The worker dies."""
        process = self.program.asker._process
        if process is not None and process.processId():
            os.kill(process.processId(), signal.SIGKILL)

    def _back(self, other: QWidget) -> None:
        other.close()
        self.window.activateWindow()

    # What must hold

    def broken(self) -> list[str]:
        """Which rule does not hold now: paper, pages over it, focus."""
        found, document, overlays = [], self.session.document, self._overlays()
        if document is not None:
            found += [f"paper: {what}" for what in broken(self.window.sheet, document.minutes)]
        if self.window.reader.minutes is not None:
            found += [f"reader: {what}" for what in broken(self.window.reader.sheet, self.window.reader.minutes)]
        if len(overlays) > 1:
            found.append(f"{len(overlays)} sheets over the window")
        focus = QApplication.focusWidget()
        self._astray = self._astray + 1 if focus is None and QApplication.activeWindow() is self.window else 0
        if self._astray > 3:
            found.append("nothing has the focus")
        over = overlays[0] if overlays else None
        if over and focus and focus.window() is self.window and focus is not over and not over.isAncestorOf(focus):
            found.append(f"the keys go to {focus} under a sheet")
        return found

    def settled(self) -> list[str]:
        """Which rule does not hold when all is quiet: answers, focus, journal, undo and redo."""
        self._wait(lambda: not self.program.asker._asked)
        found = [f"the worker owes an answer to {one.question}" for one in self.program.asker._asked.values()]
        found += self.broken()
        if self.session.document is not None and self.session.saving is not None:
            found += self._journal() + self._back_and_forth()
        return [*found, *self.wrong, *self.trail[-8:]] if found else self.wrong

    def _journal(self) -> list[str]:
        journal = self.session.saving.journal if self.session.saving else None
        minutes = self.session.minutes
        if journal is None or minutes is None:
            return []
        journal.flush()
        files = tuple(self.journals.glob(f"{journal.session}.*.journal"))
        left = Left(journal.session, files, minutes.id, "", None, None, datetime.datetime.now(), 0)
        read = replay(left)
        other = [f.name for f in fields(minutes) if getattr(minutes, f.name) != getattr(read.minutes, f.name)]
        found = [f"the journal has lost {read.lost}"] if read.lost else []
        return [*found, *(f"the journal holds other {name} than the paper" for name in other)]

    def _back_and_forth(self) -> list[str]:
        """Undo to the first record, the same object; redo to the last."""
        document, sheet, found = self.session.document, self.window.sheet, []
        if document is None or not self.session.may_write:
            return []
        while document.can_redo:
            sheet.redo()
        last, first = document.minutes, self._firsts.get(document.minutes.id)
        while document.can_undo:
            sheet.undo()
        found += [] if first is None or document.minutes is first else ["undo does not lead to the first record"]
        found += broken(sheet, document.minutes)
        while document.can_redo:
            sheet.redo()
        found += [] if document.minutes is last else ["redo does not lead to the last record"]
        return found + broken(sheet, document.minutes)

    # How

    def _tick(self) -> None:
        if (self._left <= 0 and self._is_quiet()) or self._left < -ESCAPES:
            if not self._is_quiet():
                self.wrong = [*self.wrong, f"Esc does not lead back from {QApplication.focusWidget()}"]
            self._loop.quit()
            return
        self._left = min(self._left, 0) - 1 if self.wrong else self._left - 1
        QTimer.singleShot(self.random.choice(PAUSES), self._tick)  # first, for what is done may be a dialog's loop
        if self._left < 0:
            self._press(K.Key_Escape)
        else:
            self._do()
        self.wrong = self.wrong or [*(found := self.broken()), *(self.trail[-8:] if found else ())]

    def _do(self) -> None:
        if self.session.document is None and self.random.random() < 0.2:
            self.begin()
        (_, doing), *_ = self.random.choices(self.doings, [weight for weight, _ in self.doings])
        self.trail.append(doing.__name__)
        self.done[doing.__name__] += 1
        doing()

    def _is_quiet(self) -> bool:
        return not (QApplication.activeModalWidget() or QApplication.activePopupWidget() or self._overlays())

    def _overlays(self) -> list[Overlay]:
        found = self.window.findChildren(Overlay, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [overlay for overlay in found if overlay.isVisible()]

    def _upper(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window

    def _target(self) -> QWidget:
        upper = self._kept = self._upper()  # of a list that Qt made, what is inside is only known while it is
        return upper.focusWidget() or upper

    def _spot(self, window: QWidget) -> QPoint:
        return QPoint(self.random.randint(0, window.width() - 1), self.random.randint(0, window.height() - 1))

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = M.NoModifier) -> None:
        target = self._target()
        if isinstance(target.window(), QFileDialog) and key != K.Key_Tab:
            key, modifiers = K.Key_Escape, M.NoModifier
        self.trail.append(f"{key.name} {modifiers.value:x} to {type(target).__name__}")
        QTest.keyClick(target, key, modifiers)

    def _chord(self, keys: str) -> None:
        combination = QKeySequence(keys)[0]  # type: ignore[index]  # the stubs leave it out
        self._press(combination.key(), combination.keyboardModifiers())

    def _data(self) -> QMimeData:
        made, kind = QMimeData(), self.random.random()
        if kind < 0.5:
            made.setText(self.random.choice(PASTES))
        elif kind < 0.9:
            made.setHtml(self.random.choice(HTML))
        else:
            made.setText(LARGE)
        return made

    def _wait(self, until: Callable[[], bool]) -> None:
        """Let the program go on until then, or until patience ends."""
        away = QTimer(self, interval=200)
        away.timeout.connect(lambda: None if self._is_quiet() else self._press(K.Key_Escape))
        away.start()  # an answer may open a form, in a loop of its own
        for _ in range(PATIENCE // 20):
            if until():
                break
            QTest.qWait(20)
        away.stop()

    @contextmanager
    def _listening(self) -> Iterator[None]:
        """Hear of faults and of Qt's warnings, and of every document that is opened."""
        before, hook = install_message_handler(self._on_message), sys.excepthook
        sys.excepthook = self._on_fault
        self.session.opened.connect(self._on_opened)
        try:
            yield
        finally:
            self.session.opened.disconnect(self._on_opened)
            install_message_handler(before)
            sys.excepthook = hook

    def _on_opened(self) -> None:
        if self.session.minutes is not None:
            self._firsts[self.session.minutes.id] = self.session.minutes

    def _on_message(self, kind: QtMsgType, _context: object, words: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and not any(part in words for part in HARMLESS):
            stack = "".join(traceback.format_stack(limit=12))
            self.wrong = [*self.wrong, f"Qt: {words}\n{stack}", *self.trail[-8:]]

    def _on_fault(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        self.wrong = [*self.wrong, "".join(traceback.format_exception(kind, error, trace)), *self.trail[-8:]]


@contextmanager
def tamed(program: Program) -> Iterator[None]:
    """What a monkey must not do to the machine it sits at: end the program, start another one, drag into others."""
    nobody, application = Nobody(), QApplication.instance()
    distance = QApplication.startDragDistance()
    program.desk.actions["quit"].triggered.disconnect()
    QApplication.setStartDragDistance(10_000)
    QDesktopServices.setUrlHandler("file", nobody, "open")  # type: ignore[arg-type]  # the stubs want bytes, Qt words
    assert isinstance(application, QApplication)
    application.setQuitOnLastWindowClosed(False)
    yield
    application.setQuitOnLastWindowClosed(True)
    QDesktopServices.unsetUrlHandler("file")
    QApplication.setStartDragDistance(distance)


class Nobody(QObject):
    """Opens nothing: a Word file that is made stays where it is."""

    @Slot(QUrl)
    def open(self, _address: QUrl) -> None: ...
