"""The table of border keys, whole: what each key does where, first as a pure function, then through real key events."""

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.paper import borders
from desktop.paper.answer import remove, write
from desktop.paper.borders import Key
from desktop.paper.sheet import Sheet
from desktop.theme import Theme
from model.edit.document import Document
from model.record.ids import CountingIds
from tests.desktop.paper.drawing import after, broken, drawn, paper

Lines = list[str]

NAMED, FIRST = "title: Direktörsgruppens protokoll|", "title: |Direktörsgruppens protokoll"
KEYS: list[tuple[str, Key, Lines, Lines]] = [
    ("Enter in a header row: to the end of the next", "enter", ["tid: k|l", "här: Per"], ["tid: kl", "här: Per|"]),
    ("Enter in the last one goes to the first block", "enter", ["gäster: |", "# Budget"], ["# Budget|"]),
    ("which is made if it is missing", "enter", ["gäster: |"], ["# |"]),
    ("Enter in a heading: what is right of it is text below", "enter", ["# Bud|get"], ["# Bud", "|get"]),
    ("Enter at the end of a heading", "enter", ["# Budget|"], ["# Budget", "|"]),
    ("Enter in a sub-heading likewise", "enter", ["# A", "## B|c"], ["# A", "## B", "|c"]),
    ("Enter splits a paragraph", "enter", ["# A", "ett|två"], ["# A", "ett", "|två"]),
    ("Enter splits a clause", "enter", ["# A", "* ett|två"], ["# A", "* ett", "* |två"]),
    ("Enter splits a row", "enter", ["# A", "= ett\t|två"], ["# A", "= ett\t", "= |två"]),
    ("Enter on an empty paragraph makes it a clause", "enter", ["# A", "|"], ["# A", "* |"]),
    ("but not where no heading stands above", "enter", ["|"], ["", "|"]),
    ("nor after the closing", "enter", ["# A", ") Slut", "|"], ["# A", ") Slut", "", "|"]),
    ("Enter on an empty clause begins the next item", "enter", ["# A", "* ett", "* |"], ["# A", "* ett", "# |"]),
    ("Enter on an empty sub-heading leaves it", "enter", ["# A", "## |"], ["# A", "|"]),
    ("Enter on an empty row leaves the table", "enter", ["# A", "= |"], ["# A", "|"]),
    ("Enter over a selection deletes it first", "enter", ["# A", "e[t|t"], ["# A", "e", "|t"]),
    ("Shift+Enter breaks the line inside a paragraph", "break", ["ett|två"], ["ett\n|två"]),
    ("and inside a clause", "break", ["# A", "* ett|"], ["# A", "* ett\n|"]),
    ("a heading is one line", "break", ["# e|tt"], ["# e|tt"]),
    ("Ctrl+Enter makes an item after this one", "new_item", ["# A", "te|xt", "# B"], ["# A", "text", "# |", "# B"]),
    ("before the closing", "new_item", ["# A", "* b|", ") Slut"], ["# A", "* b", "# |", ") Slut"]),
    ("text above the first item opens the meeting", "new_item", ["Hej|"], ["( Hej", "# |"]),
    ("from the header: the first item", "new_item", ["tid: |", "# A"], ["# |", "# A"]),
    ("from the header: into the first if it is empty", "new_item", ["tid: |", "# "], ["# |"]),
    ("Tab in a header row", "tab", ["tid: |kl 9", "här: Per"], ["tid: kl 9", "här: Per|"]),
    ("Tab in a row goes to the next cell", "tab", ["# A", "= e|tt\ttvå"], ["# A", "= ett\ttvå|"]),
    ("Tab in the last cell makes one more", "tab", ["# A", "= ett|"], ["# A", "= ett\t|"]),
    ("Tab: heading → paragraph", "tab", ["# |A"], ["|A"]),
    ("Tab: paragraph → clause", "tab", ["# A", "e|tt"], ["# A", "* e|tt"]),
    ("Tab: clause → sub-heading", "tab", ["# A", "* e|tt"], ["# A", "## e|tt"]),
    ("Tab: a sub-heading is the last", "tab", ["# A", "## e|tt"], ["# A", "## e|tt"]),
    ("Tab makes no clause without a heading above", "tab", ["e|tt"], ["e|tt"]),
    ("Tab over many", "tab", ["# A", "[ett", "två|"], ["# A", "* [ett", "* två|"]),
    ("Shift+Tab in a header row", "back_tab", ["tid: kl 9", "här: |Per"], ["tid: kl 9|", "här: Per"]),
    ("Shift+Tab in the title stays", "back_tab", [NAMED], [NAMED]),
    ("Shift+Tab: sub-heading → clause", "back_tab", ["# A", "## e|tt"], ["# A", "* e|tt"]),
    ("Shift+Tab: clause → paragraph", "back_tab", ["# A", "* e|tt"], ["# A", "e|tt"]),
    ("Shift+Tab: paragraph → heading", "back_tab", ["# A", "e|tt"], ["# A", "# e|tt"]),
    ("what is above the first one opens the meeting", "back_tab", ["Hej", "e|tt"], ["( Hej", "# e|tt"]),
    ("Backspace first in the opening demotes it", "backspace", ["( |Hej", "# A"], ["|Hej", "# A"]),
    ("Shift+Tab: row → paragraph", "back_tab", ["# A", "= e|tt\ttvå"], ["# A", "e|tt två"]),
    ("Backspace first in the title does nothing", "backspace", [FIRST], [FIRST]),
    ("Backspace first in a header row goes up", "backspace", ["tid: kl 9", "här: |Per"], ["tid: kl 9|", "här: Per"]),
    ("Backspace first in a heading demotes it", "backspace", ["# A", "# |B"], ["# A", "|B"]),
    ("Backspace first in a sub-heading demotes it", "backspace", ["# A", "## |B"], ["# A", "|B"]),
    ("Backspace first in a clause demotes it", "backspace", ["# A", "* |b"], ["# A", "|b"]),
    ("Backspace first in a row demotes it", "backspace", ["# A", "= |b"], ["# A", "|b"]),
    ("Backspace in a paragraph joins it to the one above", "backspace", ["# A", "* ett", "|två"], ["# A", "* ett|två"]),
    ("whose kind wins, unless it was empty", "backspace", ["# A", "* ", "|två"], ["# A", "|två"]),
    ("first in the body: an empty one goes", "backspace", ["tid: kl 9", "|", "# A"], ["tid: kl 9", "gäster: |", "# A"]),
    ("the only one stays", "backspace", ["gäster: Per", "|"], ["gäster: Per|", ""]),
    ("one with words stays", "backspace", ["gäster: Per", "|ett"], ["gäster: Per|", "ett"]),
    ("Backspace takes a sign", "backspace", ["eå̈|"], ["e|"]),
    ("Backspace takes a joined sign whole", "backspace", ["a👩‍👧|"], ["a|"]),
    ("Delete last in a header row does nothing", "delete", ["tid: kl 9|", "här: Per"], ["tid: kl 9|", "här: Per"]),
    ("Delete last of all does nothing", "delete", ["ett|"], ["ett|"]),
    ("Delete last in a block joins the next", "delete", ["# A", "ett|", "* två"], ["# A", "ett|två"]),
    ("this one's kind wins, unless it was empty", "delete", ["# A", "|", "* två"], ["# A", "* |två"]),
    ("Delete takes a sign", "delete", ["|ett"], ["|tt"]),
    ("Ctrl+Backspace takes a word", "word_back", ["ett två|"], ["ett |"]),
    ("never over the border", "word_back", ["ett", "|två"], ["ett", "|två"]),
    ("Ctrl+Delete takes a word", "word_on", ["|ett två"], ["|två"]),
    ("never over the border either", "word_on", ["ett|", "två"], ["ett|", "två"]),
    ("Alt+Shift+↑ moves the item", "move_up", ["# A", "a", "# B", "b|"], ["# B", "b|", "# A", "a"]),
    ("Alt+Shift+↓ moves the item", "move_down", ["# A|", "a", "# B", "b"], ["# B", "b", "# A|", "a"]),
    ("or the clause", "move_up", ["# A", "* ett", "* två|"], ["# A", "* två|", "* ett"]),
    ("not out of its decision", "move_up", ["# A", "* ett|", "* två"], ["# A", "* ett|", "* två"]),
]  # fmt: skip

RANGES: list[tuple[str, Lines, Lines]] = [
    ("inside a block: the signs", ["# A", "e[t|t"], ["# A", "e|t"]),
    ("backwards too", ["# A", "e|t[t"], ["# A", "e|t"]),
    ("over blocks: the first's kind wins", ["# A[nna", "* bert|il"], ["# A|il"]),
    ("from its start: the last's, if words are left", ["# A", "[ett", "* tv|å"], ["# A", "* |å"]),
    ("from its start to the end: the first's", ["# A", "[ett", "* två|"], ["# A", "|"]),
    ("blocks between go whole", ["# A", "e[tt", "* två", "tre|!"], ["# A", "e|!"]),
    ("from the header: rows are emptied and stay", ["tid: k[l 9", "här: Per", "# Bu|dget"], ["tid: k|", "# dget"]),
    ("header rows alone", ["tid: k[l 9", "här: Pe|r"], ["tid: k|", "här: r"]),
]

TYPED: list[tuple[str, str, Lines, Lines]] = [
    ("over a selection", "x", ["# A", "e[t|t"], ["# A", "ex|t"]),
    ("over blocks", "x", ["# A[nna", "* bert|il"], ["# Ax|il"]),
    ("att makes a clause", "att ", ["# A", "|"], ["# A", "* |"]),
    ("Att begins a sentence", "Att ", ["# A", "|"], ["# A", "Att |"]),
    ("samt att too", "samt att ", ["# A", "|ett"], ["# A", "* |ett"]),
    ("not without a heading", "att ", ["|"], ["att |"]),
    ("not inside", "att ", ["# A", "x|"], ["# A", "xatt |"]),
    ("a dash makes a sub-heading", "- ", ["# A", "|"], ["# A", "## |"]),
    ("not after the closing", "- ", ["# A", ") Slut", "|"], ["# A", ") Slut", "- |"]),
    (
        "thanks at the end close the meeting",
        "Ordföranden tackade för dagens möte och",
        ["# A", "* ett", "|"],
        ["# A", "* ett", ") Ordföranden tackade för dagens möte och|"],
    ),
    ("so does the closing", "Ordföranden avslutade mötet.", ["# A", "|"], ["# A", ") Ordföranden avslutade mötet.|"]),
    ("but not one with somebody", "Mötet avslutades med ", ["# A", "|"], ["# A", "Mötet avslutades med |"]),
    ("not before other words", "Mötet avslutades.", ["# A", "|", "# B"], ["# A", "Mötet avslutades.|", "# B"]),
    ("not without an item", "Mötet avslutades.", ["|"], ["Mötet avslutades.|"]),
    (
        "not thanks for something else",
        "Ordföranden tackade Ann för rapporten.",
        ["# A", "|"],
        ["# A", "Ordföranden tackade Ann för rapporten.|"],
    ),
    ("a slash and a hash are words", "Tid/Plats #1", ["# A", "|"], ["# A", "Tid/Plats #1|"]),
    ("in a header row", "Per", ["här: |"], ["här: Per|"]),
]

MODS = Qt.KeyboardModifier
PRESSED: dict[Key, tuple[Qt.Key, Qt.KeyboardModifier]] = {
    "enter": (Qt.Key.Key_Return, MODS.NoModifier), "break": (Qt.Key.Key_Return, MODS.ShiftModifier),
    "new_item": (Qt.Key.Key_Return, MODS.ControlModifier), "tab": (Qt.Key.Key_Tab, MODS.NoModifier),
    "back_tab": (Qt.Key.Key_Backtab, MODS.ShiftModifier), "backspace": (Qt.Key.Key_Backspace, MODS.NoModifier),
    "delete": (Qt.Key.Key_Delete, MODS.NoModifier), "word_back": (Qt.Key.Key_Backspace, MODS.ControlModifier),
    "word_on": (Qt.Key.Key_Delete, MODS.ControlModifier),
    "move_up": (Qt.Key.Key_Up, MODS.AltModifier | MODS.ShiftModifier),
    "move_down": (Qt.Key.Key_Down, MODS.AltModifier | MODS.ShiftModifier),
}  # fmt: skip


def ids_of(rows: list[tuple[object, ...]]) -> list[str]:
    return [str(row[0]) for row in rows]


class Desk:
    """A sheet that shows drawn lines, with the caret and the selection as drawn."""

    def __init__(self, theme: Theme, lines: Lines) -> None:
        self.first, selection = paper(*lines)
        self.document = Document(self.first)
        self.sheet = Sheet(theme, self.document)
        self.sheet.select(selection)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = MODS.NoModifier, text: str = "") -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.sheet, QKeyEvent(kind, key, modifiers, text))

    def type(self, words: str) -> None:
        for letter in words:
            self.press(Qt.Key.Key_unknown, text=letter)

    def lines(self) -> Lines:
        """What is drawn of the record, proved to be what the paper shows."""
        assert broken(self.sheet, self.document.minutes) == []
        return drawn(self.document.minutes, self.sheet.selection())


@pytest.fixture
def desk(theme: Theme, qtbot: QtBot) -> Callable[[Lines], Desk]:
    def made(lines: Lines) -> Desk:
        one = Desk(theme, lines)
        qtbot.addWidget(one.sheet)
        return one

    return made


Make = Callable[[Lines], Desk]


@pytest.mark.parametrize(("why", "key", "before", "wanted"), KEYS, ids=ids_of(KEYS))
class TestKey:
    def test_as_a_function(self, why: str, key: Key, before: Lines, wanted: Lines) -> None:
        minutes, selection = paper(*before)
        assert after(minutes, borders.answer(minutes, selection, key, CountingIds()), selection) == wanted

    def test_as_a_key_event(self, why: str, key: Key, before: Lines, wanted: Lines, desk: Make) -> None:
        one = desk(before)
        one.press(*PRESSED[key])
        assert one.lines() == wanted
        one.sheet.undo()
        assert one.document.minutes is one.first, "one key is one step"


@pytest.mark.parametrize(("why", "before", "wanted"), RANGES, ids=ids_of(RANGES))
class TestRange:
    def test_is_deleted(self, why: str, before: Lines, wanted: Lines) -> None:
        minutes, selection = paper(*before)
        assert after(minutes, remove(minutes, selection, CountingIds()), selection) == wanted

    @pytest.mark.parametrize("key", ["backspace", "delete"])
    def test_by_either_key(self, why: str, before: Lines, wanted: Lines, key: Key, desk: Make) -> None:
        one = desk(before)
        one.press(*PRESSED[key])
        assert one.lines() == wanted

    def test_is_written_over_in_one_step(self, why: str, before: Lines, wanted: Lines, desk: Make) -> None:
        one = desk(before)
        one.press(Qt.Key.Key_X, text="x")
        assert one.lines() == [line.replace("|", "x|") for line in wanted]
        one.sheet.undo()
        assert one.document.minutes is one.first


@pytest.mark.parametrize(("why", "words", "before", "wanted"), TYPED, ids=ids_of(TYPED))
def test_typing(why: str, words: str, before: Lines, wanted: Lines, desk: Make) -> None:
    one = desk(before)
    one.type(words)
    assert one.lines() == wanted


def test_writing_is_pure() -> None:
    minutes, selection = paper("# A", "e[t|t")
    assert after(minutes, write(minutes, selection, "å", CountingIds()), selection) == ["# A", "eå|t"]
    assert drawn(minutes, selection) == ["# A", "e[t|t"]


@pytest.mark.parametrize("words", ["att ", "samt att ", "- "])
def test_backspace_right_after_takes_back_only_what_came_by_itself(words: str, desk: Make) -> None:
    one = desk(["# A", "|"])
    one.type(words)
    one.press(Qt.Key.Key_Backspace)
    assert one.lines() == ["# A", f"{words}|"]
    one.press(Qt.Key.Key_Backspace)
    assert one.lines() == ["# A", f"{words[:-1]}|"], "the next one is an ordinary one"


def test_a_burst_of_typing_is_one_step_and_a_moved_caret_begins_another(desk: Make) -> None:
    one = desk(["# A", "|"])
    one.type("ett")
    one.press(Qt.Key.Key_Left)
    one.type("x")
    one.sheet.undo()
    assert one.lines() == ["# A", "et|t"]
    one.sheet.undo()
    assert one.document.minutes is one.first


@pytest.mark.parametrize(("key", "wanted"), [(Qt.Key.Key_Down, "# |B"), (Qt.Key.Key_Up, "# |A")])
def test_ctrl_and_an_arrow_walk_the_items(key: Qt.Key, wanted: str, desk: Make) -> None:
    one = desk(["# A", "e|tt", "# B"])
    one.press(key, MODS.ControlModifier)
    assert wanted in one.lines()
    one.press(Qt.Key.Key_2, MODS.ControlModifier, "2")
    assert "# |B" in one.lines()


def test_f8_writes_the_time(desk: Make) -> None:
    one = desk(["# A", "|"])
    one.sheet.now = lambda: datetime.datetime(2015, 11, 27, 9, 50)
    one.press(Qt.Key.Key_F8)
    assert one.lines() == ["# A", "kl. 9.50|"], "as the style profile writes it"


@pytest.mark.parametrize("key", [QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo])
def test_undo_and_redo_are_left_to_the_window(key: QKeySequence.StandardKey, desk: Make) -> None:
    one = desk(["# A", "|"])
    for sequence in QKeySequence.keyBindings(key):
        pressed = sequence[0]
        event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers())
        event.accept()
        QApplication.sendEvent(one.sheet, event)
        assert not event.isAccepted()


@pytest.mark.parametrize("text", ["@", "[", "{", "\\", "|", "€"])
def test_altgr_types(text: str, desk: Make) -> None:
    """Windows sends AltGr as Ctrl+Alt."""
    one = desk(["# A", "|"])
    one.press(Qt.Key.Key_unknown, MODS.ControlModifier | MODS.AltModifier, text)
    assert one.document.minutes.blocks[1] != one.first.blocks[1]


def test_nothing_is_written_in_minutes_that_are_only_read(desk: Make) -> None:
    one = desk(["# A", "e[t|t"])
    one.sheet.set_read_only(True)
    for key, modifiers in PRESSED.values():
        one.press(key, modifiers)
    one.type("x")
    one.sheet.cut()
    one.sheet.undo()
    assert one.document.minutes is one.first
