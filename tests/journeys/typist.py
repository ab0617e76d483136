"""A secretary at the keyboard: key events to whatever has the focus, never the mouse, and no field set from outside."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

GOLD = Path(__file__).resolve().parents[1] / "gold" / "records"

Stroke = str
"""`"<Ctrl+Return>"` is a key by name, anything else is typed sign by sign."""


class Typist:
    """Presses keys; `pressed` counts them."""

    def __init__(self) -> None:
        self.pressed = 0

    def do(self, *strokes: Stroke) -> None:
        """Press and type, in order."""
        for stroke in strokes:
            if stroke.startswith("<") and stroke.endswith(">"):
                self.press(stroke[1:-1])
            else:
                self.type(stroke)

    def press(self, name: str) -> None:
        """One key, through the shortcuts as on a real keyboard."""
        combination = QKeySequence(name)[0]  # type: ignore[index]  # the stubs leave it out
        self.pressed += 1
        QTest.keyClick(self._focus(), combination.key(), combination.keyboardModifiers())

    def type(self, words: str) -> None:
        """Letters, whatever the layout."""
        for letter in words:
            self.pressed += 1
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self._focus(), _letter(letter, kind))

    def answer(self, opens: str, *strokes: Stroke) -> None:
        """Press `opens`, which shows a form, and fill the form in with `strokes`."""
        window = QApplication.activeWindow()
        waiting = QTimer(interval=5)

        def fill() -> None:
            form = QApplication.activeModalWidget()
            if form is not None and form.isActiveWindow() and form.focusWidget() is not None:
                waiting.stop()
                self.do(*strokes)

        waiting.timeout.connect(fill)
        waiting.start()
        self.press(opens)
        if window is not None:
            window.activateWindow()  # as a window manager does when a form goes; the offscreen platform has none

    def _focus(self) -> QWidget:
        form = QApplication.activeModalWidget()
        found = (form.focusWidget() or form) if form else QApplication.focusWidget()
        assert found is not None, "something has the focus"
        return found


def events(*strokes: Stroke) -> Iterator[QKeyEvent]:
    """The key events of `strokes`, for a paper without a window round it."""
    for stroke in strokes:
        if stroke.startswith("<") and stroke.endswith(">"):
            pressed = QKeySequence(stroke[1:-1])[0]  # type: ignore[index]  # the stubs leave it out
            yield QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers())
        else:
            yield from (_letter(letter) for letter in stroke)


def _letter(letter: str, kind: QEvent.Type = QEvent.Type.KeyPress) -> QKeyEvent:
    return QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)


def gold(name: str) -> dict[str, Any]:
    """The ground truth of one set of minutes."""
    found: dict[str, Any] = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
    return found


def header(truth: dict[str, Any]) -> Iterator[Stroke]:
    """The header rows, from the title's start to the first item."""
    words = {people["slag"]: _after_label(people["norm"]) for people in truth["narvaro"] if people["finns"]}
    yield from ("<Return>", "<Home>", "<Shift+End>", _after_label(truth["tid_plats"]["norm"]))
    for row in ("narvarande", "forhinder", "gaster"):
        yield "<Return>"
        yield words.get(row, "")
    yield "<Return>"


def body(truth: dict[str, Any]) -> Iterator[Stroke]:
    """Opening, items, paragraphs and decisions, as somebody who knows Enter types them."""
    if truth["oppning"]:
        yield "<Backspace>"
        yield from _lines(truth["oppning"]["tryckt"].split("\n"))
        yield "<Ctrl+Return>"
    for position, item in enumerate(truth["arenden"]):
        if position:
            yield from ("<Return>", "<Return>")
        yield item["rubrik"]["norm"]
        for paragraph in item["block"]:
            yield from ("<Return>", paragraph["norm"])
        yield from ("<Return>", "<Return>")
        yield from _lines([clause["text_norm"] for clause in item["beslut"]["satser"]])


def _lines(lines: list[str]) -> Iterator[Stroke]:
    for position, line in enumerate(lines):
        if position:
            yield "<Return>"
        yield line


def _after_label(line: str) -> str:
    return line.partition(": ")[2]
