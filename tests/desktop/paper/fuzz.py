"""A paper that a monkey types on: random keys, selections, pastes, drops, undo; invariants after each."""

import random
from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.paper.sheet import Sheet
from desktop.theme import Theme
from model.edit.document import Document
from model.edit.head import SetMeeting
from model.edit.write import WriteText
from model.record.minutes import Minutes
from tests import builders
from tests.desktop.paper.drawing import broken

K, M = Qt.Key, Qt.KeyboardModifier
KEYS: tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...] = (
    *((K.Key_Return, M.NoModifier),) * 6, (K.Key_Return, M.ShiftModifier), (K.Key_Return, M.ControlModifier),
    *((K.Key_Tab, M.NoModifier),) * 3, (K.Key_Backtab, M.ShiftModifier), *((K.Key_Backspace, M.NoModifier),) * 5,
    *((K.Key_Delete, M.NoModifier),) * 3, (K.Key_Backspace, M.ControlModifier), (K.Key_Delete, M.ControlModifier),
    (K.Key_Up, M.AltModifier | M.ShiftModifier), (K.Key_Down, M.AltModifier), (K.Key_F8, M.NoModifier),
    (K.Key_X, M.ControlModifier), (K.Key_C, M.ControlModifier), (K.Key_V, M.ControlModifier),
    (K.Key_Insert, M.NoModifier), (K.Key_K, M.ControlModifier), (K.Key_D, M.ControlModifier),
)  # fmt: skip
WAYS = (K.Key_Left, K.Key_Right, K.Key_Up, K.Key_Down, K.Key_Home, K.Key_End, K.Key_PageUp, K.Key_PageDown)
WORDS = (
    "a",
    "å",
    " ",
    " ",
    "att ",
    "samt att ",
    "- ",
    "8",
    ".",
    "/",
    "😀",
    "e\u0301",
    "kl 9.50",
    "Per Ek, Lund",
    "och ",
)
PASTES = (
    "ord", " två ord ", "ett\ntvå\n\ntre", "1. Rubrik\ntext\natt ja\nsamt att nej\n- under", "a\tb\nc\td",
    "\x00\x1b\ufffe", "Beslut:\natt ja", "😀\n👩‍👧", "e\r\nf\x0bg\u2028h",
)  # fmt: skip
HTML = (
    "<h1>3. Rubrik</h1><p>text <b>fet</b></p><ul><li>att ja</li><li>nej</li></ul>",
    "<table><tr><td>a</td><td><p>b</p><p>c</p></td></tr></table><p style='mso-list:l0 level1'>att x</p>",
    "<p><br>x<br></p>",
)  # fmt: skip


def start() -> Minutes:
    """Some of every kind of block."""
    one, two = builders.item, builders.paragraph
    return builders.minutes(
        two("Ordföranden hälsade välkomna.", "opening"),
        one("Budget", two("Per redovisade."), builders.clause("anta budgeten"), builders.clause("notera")),
        one(
            "Lokaler", builders.row("Hyra", "40 000"), builders.row("Summa", "40 000"), builders.subitem("Nytt", two())
        ),
        one("", two(""), builders.clause("")),
        two("Mötet avslutades.", "closing"),
    )


class Monkey:
    """One seeded run. `steps` counts what was done; `trail` tells the last doings of a run that broke."""

    def __init__(self, theme: Theme, seed: int, first: Minutes | None = None) -> None:
        self.random = random.Random(seed)
        self.first = first or start()
        self.document = Document(self.first)
        self.sheet = Sheet(theme, self.document)
        self.sheet.resize(700, 500)
        self.trail: list[str] = []
        self.done: Counter[str] = Counter()

    def run(self, keys: int) -> list[str]:
        """Do so many things; what broke first, or nothing."""
        doings: tuple[tuple[int, Callable[[], None]], ...] = (
            (40, self.write), (30, self.key), (10, self.walk), (8, self.choose), (4, self.paste), (1, self.drop),
            (2, self.compose), (4, self.undo), (3, self.redo), (1, self.everything), (1, self.elsewhere),
        )  # fmt: skip
        weights = [weight for weight, _ in doings]
        for _ in range(keys):
            (_, doing), *_ = self.random.choices(doings, weights)
            self.trail.append(doing.__name__)
            self.done[doing.__name__] += 1
            doing()
            wrong = broken(self.sheet, self.document.minutes)
            if wrong:
                return [*wrong, *self.trail[-8:]]
        return self.back_and_forth()

    def back_and_forth(self) -> list[str]:
        """Undo to the first record, the same object; redo to the last."""
        while self.document.can_redo:
            self.sheet.redo()
        last = self.document.minutes
        while self.document.can_undo:
            self.sheet.undo()
        wrong = [] if self.document.minutes is self.first else ["undo does not lead to the first record"]
        wrong += broken(self.sheet, self.document.minutes)
        while self.document.can_redo:
            self.sheet.redo()
        wrong += [] if self.document.minutes is last else ["redo does not lead to the last record"]
        return wrong + broken(self.sheet, self.document.minutes)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = M.NoModifier, text: str = "") -> None:
        self.trail[-1] += f" {key.name} {modifiers.value:x} {text!r}"
        QApplication.sendEvent(self.sheet, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text))

    def write(self) -> None:
        for letter in self.random.choice(WORDS):
            self.press(K.Key_unknown, text=letter)

    def key(self) -> None:
        self.press(*self.random.choice(KEYS))

    def walk(self) -> None:
        self.press(self.random.choice(WAYS), self.random.choice((M.NoModifier, M.ShiftModifier, M.ControlModifier)))

    def choose(self) -> None:
        """As the mouse: anywhere to anywhere, or a caret anywhere."""
        cursor, end = self.sheet.textCursor(), self.sheet.document().characterCount() - 1
        cursor.setPosition(self.random.randint(0, end))
        if self.random.random() < 0.5:
            near = cursor.position() + self.random.randint(-60, 60) if self.random.random() < 0.8 else end
            cursor.setPosition(min(max(near, 0), end), QTextCursor.MoveMode.KeepAnchor)
        self.sheet.setTextCursor(cursor)

    def everything(self) -> None:
        self.press(K.Key_A, M.ControlModifier)

    def paste(self) -> None:
        self.sheet.insertFromMimeData(self._data())

    def drop(self) -> None:
        spot = QPointF(self.random.randint(0, 700), self.random.randint(0, 500))
        data, actions = self._data(), Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
        self.sheet.dropEvent(QDropEvent(spot, actions, data, Qt.MouseButton.LeftButton, M.NoModifier))

    def compose(self) -> None:
        """As an input method: some signs that are not text yet, then the words, or nothing, or something else."""
        for composing in "´e"[: self.random.randint(0, 2)]:
            QApplication.sendEvent(self.sheet, QInputMethodEvent(composing, []))
        if self.random.random() < 0.3:
            return
        event = QInputMethodEvent()
        if self.random.random() < 0.7:
            event.setCommitString(self.random.choice(WORDS), -self.random.randint(0, 3), self.random.randint(0, 3))
        QApplication.sendEvent(self.sheet, event)

    def undo(self) -> None:
        for _ in range(self.random.randint(1, 4)):
            self.sheet.undo()

    def redo(self) -> None:
        for _ in range(self.random.randint(1, 4)):
            self.sheet.redo()

    def elsewhere(self) -> None:
        """A change from another view, while the caret stands anywhere."""
        minutes = self.document.minutes
        if minutes.blocks and self.random.random() < 0.5:
            block = self.random.choice(minutes.blocks)
            self.document.apply(WriteText(block.id, self.random.choice(WORDS), 0))
        else:
            self.document.apply(SetMeeting(builders.minutes(number=None).meeting))

    def _data(self) -> QMimeData:
        made = QMimeData()
        kind = self.random.random()
        if kind < 0.4:
            made.setText(self.random.choice(PASTES))
        elif kind < 0.7:
            made.setHtml(self.random.choice(HTML))
        elif self.sheet.textCursor().hasSelection():
            made = self.sheet.createMimeDataFromSelection()
        else:
            made.setText(self.random.choice(WORDS))
        return made
