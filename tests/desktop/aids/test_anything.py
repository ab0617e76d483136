"""Random keys to whatever has the focus, aids and all: the paper is the record, and no fault is swallowed."""

import random
import sys
from types import TracebackType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop.dialogs.overlay import Overlay
from desktop.paper.words import nodes, plain
from model.record.ids import APOLOGIES, PRESENT
from tests.desktop.aids.desk import Writing

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEYS = (
    Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Escape, Qt.Key.Key_Space,
)  # fmt: skip
DEEDS = (
    "roster", "park", "tray", "row", "sum", "head_row", "put_off", "conflict", "kind_note", "undo", "redo",
    "read_back", "spelling", "kind_opening", "kind_closing",
)  # fmt: skip
WORDS = ("@an", "@b", "uppd", "not ", "att ", "- ", "Anna Ek, ", "28/8 ", "200000kr", "t", "l", "Hälsnigar ", "kl 9 ")
SEEDS, LENGTH = (*range(8), 38, 101, 220), 250
"""The last ones left sheets standing over one another, each slower than the one before."""


@pytest.fixture
def faults(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """What was raised inside Qt's handlers."""
    found: list[BaseException] = []

    def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        found.append(error)

    monkeypatch.setattr(sys, "excepthook", hook)
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_the_paper_equals_the_record_whatever_is_pressed(
    writing: Writing, seed: int, faults: list[BaseException]
) -> None:
    chance, first = random.Random(seed), writing.minutes
    writing.type_in(PRESENT, "Anna Ek, Norrby, Bo Ask, Söderby.")
    writing.type_in(APOLOGIES, "Cy Dal, Västerby.")
    writing.sheet.go_to(writing.minutes.blocks[0].id)
    for _ in range(LENGTH):
        press(writing, chance)
    for _ in range(4):
        writing.send(aimed(writing), Qt.Key.Key_Escape)
        writing.settle()
    assert not faults
    assert not writing.program.window.findChildren(Overlay), "nothing that is done with is left behind"
    assert writing.sheet.mirror.rewrites == 0
    paper = writing.sheet.document()
    shown = [paper.findBlockByNumber(n).text().replace("\u2028", "\n") for n in range(paper.blockCount())]
    assert shown == [plain(writing.minutes, node) for node in nodes(writing.minutes)]
    while writing.document.can_undo:
        writing.document.undo()
    assert writing.minutes is first


def aimed(writing: Writing) -> QWidget:
    """Whatever has the focus, but for the panes round the paper, whose buttons open the system's dialogs."""
    focus, window = QApplication.focusWidget(), writing.program.window
    panes = (window.sidebar, window.topbar, window.earlier, window.banner, window.start)
    return writing.sheet if focus is None or any(pane.isAncestorOf(focus) for pane in panes) else focus


def press(writing: Writing, chance: random.Random) -> None:
    """One key, word or deed."""
    target = aimed(writing)
    dice = chance.random()
    if dice < 0.45:
        for letter in chance.choice(WORDS):
            writing.send(target, Qt.Key.Key_unknown, letter)
    elif dice < 0.85:
        key = chance.choice(KEYS)
        text = " " if key == Qt.Key.Key_Space else ""
        writing.send(target, key, text, chance.choice((Qt.KeyboardModifier.NoModifier,) * 4 + (SHIFT, CTRL)))
    else:
        writing.program.desk.actions[chance.choice(DEEDS)].trigger()
    if dice < 0.2 or dice > 0.85:
        writing.settle()
