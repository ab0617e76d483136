"""What comes from outside goes through the one gate: paste from Word and LibreOffice, drops, input methods, menus."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QClipboard,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop import swedish
from desktop.paper.clipboard import FORMAT
from desktop.theme import Theme
from tests.desktop.paper.drawing import broken
from tests.desktop.paper.test_borders import Desk

Lines = list[str]
Make = Callable[[Lines], Desk]

BULLET = "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;&nbsp;</span>"
WORD = f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{{color:red}}</style>
<title>Rubrik i huvudet</title></head><body lang=SV><!--StartFragment-->
<p class=MsoNormal><b style='font-size:20pt;color:red'>3. Lönefrågor<o:p></o:p></b></p>
<p class=MsoNormal>Hans-Åke tar upp <span style='mso-hide:all'>dolt</span>frågan.</p>
<p class=MsoNormal><b>Beslut:</b></p>
{BULLET}att notera informationen</p>
{BULLET}samt att bordlägga</p>
<table><tr><td>Hyra</td><td>40&nbsp;000</td></tr></table>
<!--EndFragment--></body></html>"""

LIBRE = """<html><body><h2>4. Budget</h2><p style="line-height:100%">Text ett<br/>rad två</p>
<ul><li><p>Underpunkt</p></li></ul><script>alert(1)</script><img src="http://example.invalid/x.png"/></body></html>"""

WORD_LINES = ["# Lönefrågor", "Hans-Åke tar upp frågan.", "* notera informationen", "* bordlägga", "= Hyra\t40 000|"]
PASTED: list[tuple[str, str, str, Lines, Lines]] = [
    ("Word, into an empty block", "html", WORD, ["# A", "|"], ["# A", *WORD_LINES]),
    ("LibreOffice", "html", LIBRE, ["|"], ["# Budget", "Text ett", "rad två", "## Underpunkt|"]),
    ("one line into a sentence", "text", "två ", ["# A", "ett |tre"], ["# A", "ett två |tre"]),
    ("over a selection", "text", "två", ["# A", "ett [x|"], ["# A", "ett två|"]),
    ("many lines cut the block", "text", "b\nc", ["# A", "a|d"], ["# A", "ab", "c|d"]),
    ("a number makes an item", "text", "5. Nästa\ntext", ["# A", "|"], ["# A", "# Nästa", "text|"]),
    ("clauses and bullets", "text", "att ja\n- under", ["# A", "|"], ["# A", "* ja", "## under|"]),
    ("not without a heading above", "text", "att ja", ["|"], ["ja|"]),
    ("a tab makes a row", "text", "Hyra\t40", ["# A", "|"], ["# A", "= Hyra\t40|"]),
    ("a header row takes one line", "text", "Per,\nBo\tEk", ["här: |"], ["här: Per, Bo Ek|"]),
    ("signs that no record may hold are left out", "text", "e\x00t\x1bt\ufffe", ["# A", "|"], ["# A", "ett|"]),
]  # fmt: skip


@pytest.fixture
def desk(theme: Theme, qtbot: QtBot) -> Make:
    def made(lines: Lines) -> Desk:
        one = Desk(theme, lines)
        qtbot.addWidget(one.sheet)
        one.sheet.resize(800, 600)
        return one

    return made


def data_of(kind: str, words: str) -> QMimeData:
    made = QMimeData()
    made.setHtml(words) if kind == "html" else made.setText(words)
    return made


def assert_one_step(one: Desk) -> None:
    one.sheet.undo()
    assert one.document.minutes is one.first
    assert one.lines()


@pytest.mark.parametrize(("why", "kind", "words", "before", "wanted"), PASTED, ids=[row[0] for row in PASTED])
class TestTaken:
    def test_by_paste(self, why: str, kind: str, words: str, before: Lines, wanted: Lines, desk: Make) -> None:
        one = desk(before)
        QGuiApplication.clipboard().setMimeData(data_of(kind, words))
        one.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert one.lines() == wanted
        assert_one_step(one)

    def test_by_the_editors_own_door(
        self, why: str, kind: str, words: str, before: Lines, wanted: Lines, desk: Make
    ) -> None:
        """Middle click and whatever else Qt thinks of ends here."""
        one = desk(before)
        one.sheet.insertFromMimeData(data_of(kind, words))
        assert one.lines() == wanted
        assert_one_step(one)


def test_a_drop_is_a_paste_where_it_falls_and_nothing_is_moved(desk: Make) -> None:
    one = desk(["# A", "ett [två|"])
    one.sheet.show()
    spot = QPointF(one.sheet.cursorRect(QTextCursor(one.sheet.document().lastBlock())).center())
    data = one.sheet.createMimeDataFromSelection()
    event = QDropEvent(spot, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    one.sheet.dropEvent(event)
    assert one.lines() == ["# A", "två|ett två"]
    assert event.isAccepted()
    assert_one_step(one)


def test_middle_click_takes_the_selection_of_the_system_through_the_gate(desk: Make) -> None:
    clipboard = QGuiApplication.clipboard()
    one = desk(["# A", "|"])
    one.sheet.show()
    clipboard.setText("ett")
    if clipboard.supportsSelection():
        clipboard.setText("ett", QClipboard.Mode.Selection)
    where = QPointF(one.sheet.cursorRect().center())
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        button = Qt.MouseButton.MiddleButton
        event = QMouseEvent(kind, where, where, button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(one.sheet.viewport(), event)
    assert one.lines() == ["# A", "ett|" if clipboard.supportsSelection() else "|"]


def test_the_menu_offers_what_can_be_done(desk: Make) -> None:
    one = desk(["# A", "e[t|t"])
    place = QPoint(10, 10)
    one.sheet.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, place))
    menu = one.sheet.findChild(QMenu)
    assert isinstance(menu, QMenu)
    acts = {action.text(): action for action in menu.actions() if not action.isSeparator()}
    assert list(acts) == [swedish.ACTIONS[name] for name in ("cut", "copy", "paste", "select_all")]
    acts[swedish.ACTIONS["cut"]].trigger()
    assert one.lines() == ["# A", "e|t"]
    acts[swedish.ACTIONS["paste"]].trigger()
    assert one.lines() == ["# A", "et|t"]
    menu.close()


def test_copying_puts_in_what_is_painted(desk: Make) -> None:
    one = desk(["# [A", "text", "* ett", "* två|"])
    data = one.sheet.createMimeDataFromSelection()
    assert data.text().split("\n") == ["1. A", "text", "Beslut:", "att ett", "samt att två."]
    assert "<h2>1. A</h2>" in data.html()


def test_pasting_back_keeps_the_structure(desk: Make) -> None:
    one = desk(["# [A", "text", "* ett", "= a\tb|"])
    one.sheet.copy()
    other = desk(["# X", "|"])
    other.sheet.paste()
    assert other.lines() == ["# X", "# A", "text", "* ett", "= a\tb|"]


RUBBISH = [b"", b"{", b"null", b"[1]", b'{"command": "PasteAll"}', b"\xff\xfe", b'{"kind": 1}', b"[" * 9999]


@pytest.mark.parametrize("rubbish", RUBBISH)
def test_rubbish_that_calls_itself_ours_is_read_as_its_text(rubbish: bytes, desk: Make) -> None:
    data = data_of("text", "ord")
    data.setData(FORMAT, rubbish)
    one = desk(["# A", "|"])
    one.sheet.insertFromMimeData(data)
    assert one.lines() == ["# A", "ord|"]


class TestInputMethod:
    def test_what_is_composed_is_not_text_until_it_is_committed(self, desk: Make) -> None:
        one = desk(["# A", "e|t"])
        QApplication.sendEvent(one.sheet, QInputMethodEvent("´", []))
        assert one.lines() == ["# A", "e|t"]
        assert one.document.minutes is one.first
        commit = QInputMethodEvent()
        commit.setCommitString("é")
        QApplication.sendEvent(one.sheet, commit)
        assert one.lines() == ["# A", "eé|t"]
        assert_one_step(one)

    @pytest.mark.parametrize("key", [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_Return])
    def test_what_is_composed_goes_with_the_next_key(self, desk: Make, key: Qt.Key) -> None:
        """Qt would take the caret to a place that is not there, and end the program at the next sign composed."""
        one = desk(["# A", "* bifalla|", "* notera", ""])
        for _ in range(3):
            QApplication.sendEvent(one.sheet, QInputMethodEvent("´e", []))
            QApplication.sendEvent(one.sheet, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
            assert broken(one.sheet, one.document.minutes) == []
            assert not one.sheet.textCursor().block().layout().preeditAreaText()

    def test_nothing_goes_because_composing_ends_where_something_is_selected(self, desk: Make) -> None:
        one = desk(["# A", "e|t"])
        QApplication.sendEvent(one.sheet, QInputMethodEvent("´", []))
        one.sheet.selectAll()
        QApplication.sendEvent(one.sheet, QInputMethodEvent())
        assert one.document.minutes is one.first

    def test_it_writes_over_a_selection_over_blocks(self, desk: Make) -> None:
        one = desk(["# A[b", "* c|d"])
        commit = QInputMethodEvent()
        commit.setCommitString("å")
        QApplication.sendEvent(one.sheet, commit)
        assert one.lines() == ["# Aå|d"]

    def test_it_may_replace_what_stands_before_the_caret_in_the_block(self, desk: Make) -> None:
        one = desk(["# A", "teh|"])
        commit = QInputMethodEvent()
        commit.setCommitString("the", -3, 3)
        QApplication.sendEvent(one.sheet, commit)
        assert one.lines() == ["# A", "the|"]
        commit.setCommitString("x", -99, 99)
        QApplication.sendEvent(one.sheet, commit)
        assert one.lines() == ["# A", "x|"]


class TestScreenReader:
    def test_meets_one_text_called_protokoll(self, desk: Make) -> None:
        met = QAccessible.queryAccessibleInterface(desk(["# A", "|"]).sheet)
        assert met is not None
        assert met.role() == QAccessible.Role.EditableText
        assert met.text(QAccessible.Text.Name) == swedish.PAPER_NAME

    def test_its_writing_becomes_a_command(self, desk: Make, qtbot: QtBot) -> None:
        one = desk(["# A", "e|t"])
        cursor = QTextCursor(one.sheet.document().lastBlock())
        cursor.insertText("x")
        qtbot.waitUntil(lambda: one.document.minutes is not one.first)
        assert one.lines()[1].replace("|", "") == "xet"

    def test_what_would_break_the_structure_is_written_over_with_the_record(self, desk: Make, qtbot: QtBot) -> None:
        one = desk(["# A", "e|t"])
        QTextCursor(one.sheet.document().lastBlock()).insertBlock()
        qtbot.waitUntil(lambda: one.sheet.document().blockCount() == len(one.sheet.mirror.ids))
        assert one.document.minutes is one.first
        assert one.lines()
