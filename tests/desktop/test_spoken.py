"""What a screen reader meets: a name and a role on all that takes the focus, and every change said once, in words.

The same is heard with a real client in `tests/bench/spoken.py`.
"""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop import swedish
from desktop.actions import sheet
from desktop.aids.rows import Row, RowList
from desktop.app import Program
from desktop.dialogs.about import AboutDialog
from desktop.dialogs.goto import GoToDialog
from desktop.dialogs.keysheet import KeySheet
from desktop.dialogs.listing import Listing
from desktop.dialogs.listrows import Line
from desktop.dialogs.new import NewDialog, NewValues
from desktop.dialogs.recover import RecoverDialog
from desktop.dialogs.settings import Chosen, SettingsDialog
from desktop.dialogs.signatures import SignaturesDialog
from desktop.panels.earlier import EarlierPanel
from desktop.panels.meetinglist import MeetingList
from desktop.panels.values import Find, MeetingLine
from desktop.theme import Theme
from model.record.ids import PRESENT
from tests.desktop.aids.desk import Writing, begun

TEXT, NO_FOCUS = QAccessible.Text, Qt.FocusPolicy.NoFocus
NO_ROLE = {QAccessible.Role.NoRole, QAccessible.Role.Whitespace, QAccessible.Role.Separator}
DAY = datetime.date(2015, 11, 27)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The announcements, as a client would hear them; someone listens meanwhile."""
    found: list[str] = []

    def hear(event: object) -> None:
        message = getattr(event, "message", None)
        if callable(message):
            found.append(message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    return found


@pytest.fixture(scope="module")
def program(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    made = begun(qapp, tmp_path_factory.mktemp("spoken"))
    yield made
    made.desk.end()
    made.close()


@pytest.fixture
def writing(program: Program, qtbot: QtBot) -> Writing:
    """The program with empty minutes open; the caret in the title."""
    return Writing(program, qtbot)


def takers(root: QWidget) -> list[QWidget]:
    """Everything under `root` that can take the focus, the editors that Qt hides in other fields apart."""
    inner = (QAbstractItemView, QComboBox)
    found = [root, *root.findChildren(QWidget)]
    return [
        w
        for w in found
        if w.focusPolicy() != NO_FOCUS
        and w.focusProxy() is None
        and not w.objectName().startswith("qt_")
        and not (w.parent() is not None and isinstance(w.parent(), inner))
        and w.metaObject().className() != "QComboBoxPrivateContainer"
    ]


def nameless(root: QWidget) -> list[str]:
    """What can take the focus but has no name, or no role that says what it is."""
    wrong = []
    for widget in takers(root):
        face = QAccessible.queryAccessibleInterface(widget)
        if face is None or not face.text(TEXT.Name).strip() or face.role() in NO_ROLE:
            wrong.append(f"{type(widget).__name__} {widget.objectName()}")
    return wrong


def test_everything_in_the_window_that_takes_the_focus_has_a_name(writing: Writing) -> None:
    assert nameless(writing.program.window) == []


DIALOGS: dict[str, Callable[[Theme, QWidget], QDialog]] = {
    "new": lambda t, w: NewDialog(t, NewValues("Gruppen", "Gruppens", 1, 2015, DAY), first=True, parent=w),
    "recover": lambda t, w: RecoverDialog(t, ["Protokoll 1/2015"], w),
    "settings": lambda t, w: SettingsDialog(t, Chosen("system", 1.0, spelling=True), (), None, w),
    "signatures": lambda t, w: SignaturesDialog(t, (), w),
    "go to": lambda t, w: GoToDialog(t, 1, 9, w),
    "about": lambda t, w: AboutDialog(t, "1.0", w),
    "list": lambda t, w: Listing(t, swedish.REGISTER_TITLE, swedish.REGISTER_PAGES, w, word=True),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_everything_in_a_dialog_that_takes_the_focus_has_a_name(name: str, theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = DIALOGS[name](theme, window)
    assert nameless(dialog) == []
    assert dialog.windowTitle()


def test_a_block_is_told_when_it_becomes_another_kind_and_not_for_each_letter(
    writing: Writing, heard: list[str], qtbot: QtBot
) -> None:
    writing.sheet.go_to(writing.minutes.blocks[0].id)
    writing.sheet.catch_up()
    heard.clear()
    writing.key(Qt.Key.Key_Return)
    assert heard == ["Stycke, punkt 1"]
    writing.key(Qt.Key.Key_Return)
    writing.type("bifalla")
    assert heard == ["Stycke, punkt 1", "Beslut, att-sats 1 av 1, punkt 1"]


def test_coming_back_to_the_paper_tells_where_the_caret_is(writing: Writing, heard: list[str], qtbot: QtBot) -> None:
    writing.sheet.go_to(writing.minutes.blocks[0].id)
    writing.settle()
    writing.program.desk.actions["search"].trigger()
    heard.clear()
    writing.program.desk.back()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["Punkt 1, rubrik"]


def test_an_item_that_is_not_there_is_said_to_be_missing(writing: Writing, heard: list[str]) -> None:
    heard.clear()
    writing.key(Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["Det finns ingen punkt 8"]


def test_the_caret_goes_straight_to_its_place_at_each_letter(writing: Writing) -> None:
    writing.sheet.go_to(writing.minutes.blocks[0].id)
    stops: list[int] = []
    writing.sheet.cursorPositionChanged.connect(lambda: stops.append(writing.sheet.textCursor().position()))
    start = writing.sheet.textCursor().position()
    writing.type("abc")
    assert stops == [start + 1, start + 2, start + 3]


def test_a_tick_says_who_and_how_many_and_keeps_the_rows(writing: Writing, heard: list[str]) -> None:
    writing.type_in(PRESENT, "Anna Ek, Norrby, Bo Ask, Söderby.")
    writing.key(Qt.Key.Key_F9)
    writing.settle()
    rows = writing.aids.roster.popup.list
    first = rows.model().item(0)
    rows.choose(0)
    heard.clear()
    writing.key(Qt.Key.Key_Space)
    assert heard == ["Anna Ek, förhinder. 1 här, 1 frånvarande"]
    assert rows.model().item(0) is first
    writing.key(Qt.Key.Key_Escape)
    assert writing.sheet.hasFocus()


def test_the_one_field_says_what_is_chosen_once(writing: Writing, heard: list[str]) -> None:
    writing.program.desk.actions["palette"].trigger()
    field = writing.aids.everything.field
    assert field is not None
    heard.clear()
    for letters in ("undersk", "underskr", "underskri"):
        field.line.setText(letters)
        field.refresh(first=True)
    assert heard == ["Underskrifter …. 1 av 1"]
    field.shut()


def test_rows_that_are_only_looked_through_are_told_from_the_field(
    theme: Theme, heard: list[str], qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = Listing(theme, "Lista", ("Ett", "Två"), window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.show_lines([Line("1/2015 § 1", "att bifalla.", "Budget"), Line("1/2015 § 2", "att avslå.")])
    heard.clear()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Right)
    assert heard == ["1/2015 § 2. att avslå. 2 av 2", "Två"]


def test_cards_are_told_once_for_each_item(theme: Theme, heard: list[str], qtbot: QtBot) -> None:
    panel = EarlierPanel(theme)
    qtbot.addWidget(panel)
    one = Find("m", Path("x"), "4/2015", DAY, "n", 1, "Mångfald", "att följa upp")
    for number in (8, 8, 9):
        panel.show_finds((one,), number, {})
    assert heard == ["Tidigare beslut: 4/2015, punkt 1, Mångfald"] * 2


def test_the_keys_can_be_read_one_by_one(theme: Theme, heard: list[str], qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(720, 450)
    qtbot.addWidget(window)
    keys = KeySheet(theme, window, sheet())
    keys.open()
    qtbot.keyClick(keys, Qt.Key.Key_Down)
    qtbot.keyClick(keys, Qt.Key.Key_Down)
    assert [said.split(". ")[-1].split(" av ")[0] for said in heard] == ["1", "2"]
    assert keys.sheet.width() <= window.width()
    assert keys.sheet.height() <= window.height()


def test_a_list_that_gets_the_focus_tells_its_chosen_row(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.child()))
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    rows = RowList(theme, "Rader")
    rows.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(rows)
    rows.show_rows([Row("ett"), Row("två"), Row("tre")], 2)
    rows.show()
    rows.activateWindow()
    rows.setFocus()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [2]


@pytest.mark.parametrize(("shown", "said"), [
    ("4/2015 · p. 1", "4/2015, punkt 1"), ("4/2015 p. 1", "4/2015, punkt 1"), ("ett\ntvå", "ett två"),
    ("9 här · 2 frånvarande", "9 här, 2 frånvarande"), ("att bifalla.. 1 av 5", "att bifalla. 1 av 5"),
    ("att bifalla., 1/2015", "att bifalla, 1/2015"),
])  # fmt: skip
def test_signs_and_abbreviations_are_said_in_words(shown: str, said: str) -> None:
    assert swedish.in_words(shown) == said


def test_a_meeting_says_which_it_is_of_how_many_in_its_year(theme: Theme, qtbot: QtBot) -> None:
    meetings = MeetingList(theme)
    qtbot.addWidget(meetings)
    lines = tuple(MeetingLine(f"m{n}", Path(f"{n}"), f"{n}/2015", 2015, DAY, "Gruppen") for n in (1, 2, 3))
    meetings.show_meetings(lines, None, "", DAY)
    year = meetings.model().index(0, 0)
    meetings.show()
    qtbot.waitUntil(lambda: meetings.model().rowCount(year) == 3)
    last = meetings.model().index(2, 0, year)
    assert last.data(Qt.ItemDataRole.AccessibleTextRole) == "1/2015, 27 nov"
    assert last.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "3 av 3"


def test_f6_goes_from_the_paper_to_cards_archive_and_top_bar_and_round(writing: Writing) -> None:
    window = writing.program.window
    window.resize(1440, 900)
    one = Find("m", Path("x"), "4/2015", DAY, "n", 1, "Mångfald", "att följa upp")
    window.earlier.show_finds((one,), 1, {})
    for pane in (window.earlier, window.sidebar, window.topbar):
        window.next_pane(1)
        assert window.holds_focus(pane)
    window.next_pane(1)
    assert writing.sheet.hasFocus()
    window.earlier.show_finds((), 1, {})
    window.next_pane(1)
    assert window.holds_focus(window.sidebar), "a pane with nothing to choose is no trap"
    writing.program.notices.say("Klart.")
    writing.settle()
    window.focus_middle()
    window.next_pane(-1)
    assert window.holds_focus(window.banner), "a notice is answered by keys"
    writing.qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert window.banner.current() is None
