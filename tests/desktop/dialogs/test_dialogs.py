"""The dialogs: what they propose, what they give back, and that Esc leaves."""

import datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.actions import sheet
from desktop.dialogs.about import AboutDialog
from desktop.dialogs.goto import GoToDialog
from desktop.dialogs.keysheet import KeySheet, columned
from desktop.dialogs.new import NewDialog, NewValues
from desktop.dialogs.recover import RecoverDialog
from desktop.dialogs.signatures import SignaturesDialog
from desktop.theme import Theme
from model.record.blocks import Signature
from model.record.ids import CountingIds, NodeId

PROPOSED = NewValues("Gruppen", "Gruppens", 8, 2015, datetime.date(2015, 11, 27))


def test_new_gives_back_what_was_proposed_when_nothing_is_changed(theme: Theme, qtbot: QtBot) -> None:
    dialog = NewDialog(theme, PROPOSED, first=False)
    qtbot.addWidget(dialog)
    assert dialog.values() == PROPOSED


def test_the_year_follows_the_day(theme: Theme, qtbot: QtBot) -> None:
    dialog = NewDialog(theme, PROPOSED, first=False)
    qtbot.addWidget(dialog)
    dialog.day.setDate(QDate(2016, 1, 15))
    assert dialog.values().year == 2016
    assert dialog.values().day == datetime.date(2016, 1, 15)


def test_esc_leaves_the_form(theme: Theme, qtbot: QtBot) -> None:
    dialog = NewDialog(theme, PROPOSED, first=True)
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_recover_begins_with_the_first_and_gives_back_the_chosen(theme: Theme, qtbot: QtBot) -> None:
    dialog = RecoverDialog(theme, ["ett", "två"])
    qtbot.addWidget(dialog)
    assert dialog.chosen() == 0
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.chosen() == 1


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def line(window: QWidget, qtbot: QtBot) -> QLineEdit:
    """A field in the window, with the focus and the caret after its first letter."""
    made = QLineEdit("abc")
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(QLineEdit("elsewhere"))
    window.resize(1200, 800)
    window.show()
    window.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    made.setCursorPosition(1)
    return made


def opened(theme: Theme, line: QLineEdit, qtbot: QtBot) -> KeySheet:
    """The key sheet over the window of `line`."""
    made = KeySheet(theme, line.window(), sheet())
    made.open()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_the_key_sheet_gives_the_focus_back_to_the_exact_place(theme: Theme, line: QLineEdit, qtbot: QtBot) -> None:
    window = line.window()
    keys = opened(theme, line, qtbot)
    assert keys.sheet.width() < window.width()
    assert keys.sheet.height() < window.height()
    with qtbot.waitSignal(keys.closed):
        QTest.keyClick(keys, Qt.Key.Key_F1)
    qtbot.waitUntil(line.hasFocus)
    assert line.cursorPosition() == 1


def test_a_second_sheet_takes_the_place_of_the_first(theme: Theme, line: QLineEdit, qtbot: QtBot) -> None:
    first = opened(theme, line, qtbot)
    with qtbot.waitSignal(first.closed):
        second = opened(theme, line, qtbot)
    assert [one for one in line.window().findChildren(KeySheet) if one.isVisible()] == [second]
    QTest.keyClick(second, Qt.Key.Key_Escape)
    qtbot.waitUntil(line.hasFocus)


def test_a_sheet_goes_when_the_focus_is_led_elsewhere_in_the_window(
    theme: Theme, line: QLineEdit, qtbot: QtBot
) -> None:
    keys = opened(theme, line, qtbot)
    other = line.window().findChildren(QLineEdit)[1]
    with qtbot.waitSignal(keys.closed):
        other.setFocus()
    assert other.hasFocus()


def test_a_sheet_goes_although_what_had_the_focus_is_gone(theme: Theme, line: QLineEdit, qtbot: QtBot) -> None:
    keys = opened(theme, line, qtbot)
    delete(line)
    with qtbot.waitSignal(keys.closed):
        QTest.keyClick(keys, Qt.Key.Key_Escape)


def test_a_form_that_is_closed_does_not_stay_behind(theme: Theme, window: QWidget, qtbot: QtBot) -> None:
    form = GoToDialog(theme, 1, 9, window)
    form.open()
    form.accept()
    assert form.number.value() == 1
    qtbot.waitUntil(lambda: not window.findChildren(GoToDialog))


def test_go_to_keeps_within_the_items(theme: Theme, qtbot: QtBot) -> None:
    dialog = GoToDialog(theme, 1, 9)
    qtbot.addWidget(dialog)
    dialog.number.setValue(40)
    assert dialog.number.value() == 9


def test_about_says_the_version(theme: Theme, qtbot: QtBot) -> None:
    dialog = AboutDialog(theme, "0.1.0")
    qtbot.addWidget(dialog)
    assert dialog.windowTitle()


def test_signatures_keep_their_ids_and_take_their_roles_from_the_words(theme: Theme, qtbot: QtBot) -> None:
    first = Signature(NodeId("u-222222"), "adjuster", "Justeras", "Per Ek", None, person="n-222222")
    dialog = SignaturesDialog(theme, (first,))
    qtbot.addWidget(dialog)
    assert dialog.signatures(CountingIds()) == (first,)
    QTest.keyClicks(dialog.lines[1][1], "Eva Alm")
    QTest.keyClicks(dialog.lines[1][2], "sekreterare")
    second = dialog.signatures(CountingIds())[1]
    assert (second.role, second.name, second.title) == ("secretary", "Eva Alm", "sekreterare")
    dialog.lines[0][1].clear()
    QTest.keyClicks(dialog.lines[0][1], "Bo Ek")
    changed = dialog.signatures(CountingIds())[0]
    assert (changed.id, changed.name, changed.person) == (first.id, "Bo Ek", None), "another name is another person"
    for field in (*dialog.lines[0], *dialog.lines[1]):
        field.clear()
    assert dialog.signatures(CountingIds()) == ()


def test_the_key_sheet_is_cut_into_columns_of_like_height() -> None:
    groups = [(name, [("F1", "hjälp")] * count) for name, count in (("a", 6), ("b", 2), ("c", 4), ("d", 5))]
    assert [[name for name, _ in column] for column in columned(groups, 2)] == [["a", "b"], ["c", "d"]]
    assert [[name for name, _ in column] for column in columned(groups, 3)] == [["a"], ["b", "c"], ["d"]]
    assert columned(groups[:1], 3) == [groups[:1]]
