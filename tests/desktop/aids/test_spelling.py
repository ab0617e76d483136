"""Spelling with the real worker: marks, F7, suggestions, own words, off by one key."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.aids.palette import Palette
from tests.desktop.aids.desk import Writing

WAIT = 20_000
ENTER, F7 = Qt.Key.Key_Return, Qt.Key.Key_F7


@pytest.fixture
def misspelt(writing: Writing, qtbot: QtBot) -> Writing:
    writing.sheet.go_to(writing.minutes.blocks[0].id)
    writing.type("Budget")
    writing.send(writing.sheet, ENTER)
    writing.type("Näringliv i Ubbalt är bra. ")
    qtbot.waitUntil(lambda: marked(writing) == ["Näringliv", "Ubbalt"], timeout=WAIT)
    return writing


def marked(writing: Writing) -> list[str]:
    return [mark.cursor.selectedText() for mark in writing.sheet.extraSelections()]


def field(writing: Writing) -> Palette:
    found = writing.aids.doing.field
    assert found is not None
    return found


def test_f7_goes_to_the_word_and_enter_writes_what_was_meant(misspelt: Writing, qtbot: QtBot) -> None:
    misspelt.sheet.go_to(misspelt.minutes.blocks[0].id)
    misspelt.key(F7)
    offered = field(misspelt)
    qtbot.waitUntil(lambda: any("Näringsliv" in row.words for row in offered.list.rows()), timeout=WAIT)
    place = [row.words for row in offered.list.rows()].index("Näringsliv")
    offered.list.choose(place)
    misspelt.send(offered.line, ENTER)
    assert misspelt.sheet.textCursor().block().text().startswith("Näringsliv i ")
    qtbot.waitUntil(lambda: marked(misspelt) == ["Ubbalt"], timeout=WAIT)
    misspelt.program.desk.actions["undo"].trigger()
    assert misspelt.sheet.textCursor().block().text().startswith("Näringliv i ")


def test_a_word_may_stand(misspelt: Writing) -> None:
    misspelt.sheet.go_to(misspelt.minutes.blocks[0].id)
    misspelt.key(F7)
    offered = field(misspelt)
    offered.list.choose(len(offered.list.rows()) - 1)
    misspelt.send(offered.line, ENTER)
    assert marked(misspelt) == ["Ubbalt"]


def test_it_is_off_by_one_key(misspelt: Writing, qtbot: QtBot) -> None:
    misspelt.key(F7, Qt.KeyboardModifier.ShiftModifier)
    assert marked(misspelt) == []
    misspelt.key(F7, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(marked(misspelt)) == 2, timeout=WAIT)


def test_the_word_that_is_being_typed_is_never_marked(misspelt: Writing, qtbot: QtBot) -> None:
    misspelt.type("Infrastuktur")
    qtbot.waitUntil(lambda: not misspelt.aids.spelling._soon.isActive(), timeout=WAIT)
    assert "Infrastuktur" not in marked(misspelt)
    misspelt.type(" ")
    qtbot.waitUntil(lambda: "Infrastuktur" in marked(misspelt), timeout=WAIT)


def test_marks_are_no_formats_of_the_text_and_other_minutes_have_none(misspelt: Writing) -> None:
    assert len(misspelt.sheet.textCursor().block().textFormats()) == 1
    Writing(misspelt.program, misspelt.qtbot)
    assert marked(misspelt) == []
