"""The whole program on a real archive with the real worker: what a secretary does, and what may go wrong meanwhile."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import swedish
from desktop.app import Paths, Program
from desktop.dialogs.keysheet import KeySheet
from desktop.dialogs.new import NewValues
from model.record.blocks import Item
from model.record.minutes import Minutes

ROOT = Path(__file__).resolve().parents[2]
WAIT = 20_000


class Desk:
    """One program in its own folders."""

    def __init__(self, application: QApplication, qtbot: QtBot, home: Path, archive: Path | None) -> None:
        self.qtbot, self.home = qtbot, home
        self.archive = archive
        self.program = Program(application, Paths(home / "config" / "settings.json", home / "state"), archive)
        self.program.show()
        qtbot.waitExposed(self.program.window)

    @property
    def minutes(self) -> Minutes:
        found = self.program.session.minutes
        assert found is not None
        return found

    def begin(self, words: str = "") -> None:
        """New minutes, the caret in the first item, and perhaps some words in it."""
        import datetime

        values = NewValues("Gruppen", "Gruppens", 1, 2015, datetime.date(2015, 11, 27))
        self.program.starting.begin_values(None, values)
        self.program.window.sheet.go_to(self.minutes.blocks[0].id)
        self.type(words)

    def type(self, words: str) -> None:
        for letter in words:
            self.press(Qt.Key.Key_unknown, letter)

    def press(
        self, key: Qt.Key, text: str = "", modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.program.window.sheet, QKeyEvent(kind, key, modifiers, text))

    def end(self) -> None:
        """As when the user leaves, but nothing is waited for."""
        if self.program.window.isVisible():
            self.program.desk.end()
        self.program.close()

    def heading(self) -> str:
        first = self.minutes.blocks[0]
        assert isinstance(first, Item)
        return first.heading.plain

    def save(self) -> Path:
        """Save; the path of the record."""
        self.program.desk.actions["save"].trigger()
        saving = self.program.session.saving
        assert saving is not None
        self.qtbot.waitUntil(lambda: saving.is_settled and saving.path is not None, timeout=WAIT)
        assert saving.path is not None
        return saving.path


Make = Callable[..., Desk]


@pytest.fixture
def make(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    monkeypatch.setenv("VID_TANGENTERNA_CACHE", str(tmp_path / "cache"))
    made: list[Desk] = []

    def one(*, archive: bool = True) -> Desk:
        desk = Desk(qapp, qtbot, tmp_path, tmp_path / "Protokoll" if archive else None)
        made.append(desk)
        return desk

    yield one
    for desk in made:
        desk.end()


def parsed(path: Path) -> Minutes:
    from model.store.reader import from_bytes

    return from_bytes(path.read_bytes(), path).minutes


def test_what_is_typed_is_in_the_file_and_comes_back_when_it_is_opened(make: Make, qtbot: QtBot) -> None:
    desk = make()
    desk.begin("Budget 2016 för åren")
    path = desk.save()
    assert parsed(path).blocks == desk.minutes.blocks
    assert desk.program.window.topbar.state_words().startswith("Sparat ")
    desk.program.desk.actions["close"].trigger()
    qtbot.waitUntil(lambda: desk.program.session.document is None, timeout=WAIT)
    assert not desk.program.window.shows_paper
    desk.program.desk.open(path)
    qtbot.waitUntil(lambda: desk.program.session.document is not None, timeout=WAIT)
    assert desk.heading() == "Budget 2016 för åren"
    assert desk.program.window.shows_paper


def test_the_sidebar_lists_what_was_saved_and_search_finds_it(make: Make, qtbot: QtBot) -> None:
    desk = make()
    desk.begin("Mångfaldsarbetet")
    desk.save()
    qtbot.waitUntil(lambda: len(desk.program.finding.lines) == 1, timeout=WAIT)
    desk.program.desk.actions["search"].trigger()
    sidebar = desk.program.window.sidebar
    sidebar.field.line.setText("mångfaldsarbetet")
    qtbot.waitUntil(lambda: sidebar.hits.count() > 0, timeout=WAIT)
    assert sidebar.hits.chosen().minutes == desk.minutes.id


def test_undo_in_the_menu_takes_back_what_was_typed(make: Make) -> None:
    desk = make()
    desk.begin()
    before = desk.minutes
    desk.type("Budget")
    desk.program.desk.actions.update()
    assert desk.program.desk.actions["undo"].isEnabled()
    desk.program.desk.actions.release()
    desk.program.desk.actions["undo"].trigger()
    assert desk.minutes is before
    desk.program.desk.actions["redo"].trigger()
    assert desk.heading() == "Budget"


def test_to_word_writes_the_file_beside_the_record_and_offers_to_open_it(make: Make, qtbot: QtBot) -> None:
    desk = make()
    desk.begin("Budget")
    path = desk.save()
    desk.program.desk.actions["to_word"].trigger()
    word = path.with_suffix(".docx")
    qtbot.waitUntil(lambda: desk.program.window.banner.current() is not None, timeout=WAIT)
    assert desk.program.window.banner.current().words == swedish.WORD_READY
    assert "Budget" in ZipFile(word).read("word/document.xml").decode()


def test_a_word_template_that_cannot_be_used_is_said_and_the_file_made_all_the_same(
    make: Make, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = make()
    desk.begin("Budget")
    path = desk.save()
    (tmp_path / "Protokoll" / "mall.docx").write_bytes(b"no Word file")
    desk.program.desk.actions["to_word"].trigger()
    qtbot.waitUntil(lambda: desk.program.window.banner.current() is not None, timeout=WAIT)
    said = desk.program.window.banner.current()
    assert (said.words, said.tone) == (swedish.WORD_READY, "warn")
    assert said.more.startswith("Word-mallen «mall.docx» kan inte användas.")
    assert "Budget" in ZipFile(path.with_suffix(".docx")).read("word/document.xml").decode()


def test_closing_waits_for_what_is_not_saved(make: Make, qtbot: QtBot) -> None:
    desk = make()
    desk.begin("Budget")
    path = desk.save()
    desk.type(" och plan")
    desk.program.window.close()
    assert desk.program.window.isVisible(), "the archive comes first"
    qtbot.waitUntil(lambda: not desk.program.window.isVisible(), timeout=WAIT)
    assert parsed(path).blocks[0].heading.plain == "Budget och plan"


@pytest.mark.parametrize("begun", [False, True])
def test_a_window_with_nothing_unsaved_closes_at_once(begun: bool, make: Make) -> None:
    desk = make()
    if begun:
        desk.begin("Budget")
        desk.save()
    desk.program.window.close()
    assert not desk.program.window.isVisible()


def test_what_was_closed_last_is_shown_before_the_archive_answers(make: Make, qtbot: QtBot) -> None:
    first = make()
    first.begin("Budget")
    first.save()
    first.end()
    again = make()
    assert again.program.window.start.first() is again.program.window.start.go_on
    again.program.window.start.go_on.click()
    assert again.heading() == "Budget"
    again.type(" och plan")
    assert parsed(again.save()).blocks == again.minutes.blocks


def test_what_somebody_else_has_written_since_is_shown_when_the_archive_answers(make: Make, qtbot: QtBot) -> None:
    first = make()
    first.begin("Budget")
    path = first.save()
    first.end()
    path.write_text(path.read_text(encoding="utf-8").replace("Budget", "Bokslut"), encoding="utf-8")
    again = make()
    again.program.desk.open(path)
    assert again.heading() == "Budget"
    qtbot.waitUntil(lambda: again.heading() == "Bokslut", timeout=WAIT)


def test_without_an_archive_one_can_write_and_choose_one_later(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    desk = make(archive=False)
    desk.begin("Budget")
    assert desk.program.session.path is None
    assert desk.program.window.topbar.state_words() == swedish.KEPT_HERE_SO_FAR
    desk.program.exchange.use_archive(tmp_path / "Nytt arkiv")
    qtbot.waitUntil(lambda: desk.program.session.path is not None, timeout=WAIT)
    assert parsed(desk.save()).blocks[0].heading.plain == "Budget"


def test_an_archive_that_vanishes_is_said_and_typing_goes_on(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    desk = make()
    desk.begin("Budget")
    path = desk.save()
    away = tmp_path / "away"
    shutil.move(tmp_path / "Protokoll", away)
    (tmp_path / "Protokoll").write_text("not a folder", encoding="utf-8")
    desk.type(" och plan")
    desk.program.session.saving.save()
    qtbot.waitUntil(lambda: desk.program.window.banner.current() is not None, timeout=WAIT)
    assert desk.program.window.banner.current().more == swedish.TEXT_IS_SAFE
    assert desk.program.window.topbar.state_words().startswith("Ej sparat sedan ")
    desk.type(" igen")
    assert desk.heading() == "Budget och plan igen"
    (tmp_path / "Protokoll").unlink()
    shutil.move(away, tmp_path / "Protokoll")
    desk.program.window.banner.press()
    qtbot.waitUntil(lambda: desk.program.session.saving.is_settled, timeout=WAIT)
    assert parsed(path).blocks[0].heading.plain == "Budget och plan igen"
    assert desk.program.window.banner.current() is None


def test_somebody_elses_change_is_never_written_over_and_both_texts_are_kept(make: Make, qtbot: QtBot) -> None:
    desk = make()
    desk.begin("Budget")
    path = desk.save()
    theirs = path.read_bytes().replace(b"Budget", b"Deras")
    path.write_bytes(theirs)
    desk.type(" 2016")
    desk.program.session.saving.save()
    banner = desk.program.window.banner
    qtbot.waitUntil(lambda: banner.current() is not None, timeout=WAIT)
    assert banner.current().words == swedish.CHANGED_ELSEWHERE
    assert path.read_bytes() == theirs
    banner.press(0)
    qtbot.waitUntil(lambda: desk.program.session.saving.is_settled, timeout=WAIT)
    assert parsed(path).blocks[0].heading.plain == "Budget 2016"
    others = [file for file in path.parent.glob("*.xml") if file != path]
    assert [parsed(file).blocks[0].heading.plain for file in others] == ["Deras"]


def test_the_next_minutes_begin_from_the_last(make: Make, qtbot: QtBot) -> None:
    desk = make()
    desk.begin("Budget")
    desk.save()
    qtbot.waitUntil(lambda: len(desk.program.finding.lines) == 1, timeout=WAIT)
    earlier = desk.minutes
    desk.program.desk.actions["new"].trigger()
    qtbot.waitUntil(lambda: desk.minutes.id != earlier.id, timeout=WAIT)
    assert desk.minutes.body == earlier.body
    assert desk.minutes.number == 1, "the first of this year"
    assert desk.heading() == ""


def test_read_in_minutes_are_opened_and_listed(make: Make, qtbot: QtBot, seed_paths: list[Path]) -> None:
    desk = make()
    desk.program.exchange.read_in(seed_paths[3:4])
    qtbot.waitUntil(lambda: desk.program.session.document is not None, timeout=WAIT)
    assert desk.minutes.blocks
    qtbot.waitUntil(lambda: len(desk.program.finding.lines) == 1, timeout=WAIT)
    assert desk.program.window.banner.current().words == swedish.read_in(1)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is another thing there")
def test_what_was_typed_before_a_hard_death_is_offered_and_comes_back(make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from tests.desktop.test_program import Desk\n"
        "from pytestqt.qtbot import QtBot\n"
        "class Bot:\n"
        "    def addWidget(self, widget): pass\n"
        "    def waitExposed(self, widget): pass\n"
        "desk = Desk(QApplication([]), Bot(), Path(sys.argv[1]), None)\n"
        "desk.begin('Text som inte hann sparas')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    desk = make()
    left = desk.program.left_behind()
    assert len(left) == 1
    desk.program.recover(left[0])
    assert desk.heading() == "Text som inte hann sparas"
    assert desk.program.window.banner.current().words == swedish.RECOVERED
    assert parsed(desk.save()).blocks[0].heading.plain == "Text som inte hann sparas"
    qtbot.waitUntil(lambda: not desk.program.left_behind(), timeout=WAIT)  # what the archive holds is not offered again


def test_alt_alone_shows_the_menu_bar_and_alt_with_a_key_does_not(make: Make, qtbot: QtBot) -> None:
    desk = make()
    desk.begin("Budget")
    window, alt = desk.program.window, Qt.Key.Key_Alt
    window.activateWindow()
    window.focus_middle()
    qtbot.waitUntil(window.sheet.hasFocus)
    QTest.keyPress(window.sheet, alt)
    QTest.keyClick(window.sheet, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(window.sheet, alt)
    assert not window.menuBar().isVisible()
    QTest.keyClick(window.sheet, alt)
    assert window.menuBar().isVisible()
    window.focus_middle()
    assert not window.menuBar().isVisible()


def test_what_came_from_the_menu_leads_back_to_the_text_when_it_goes(make: Make, qtbot: QtBot) -> None:
    desk = make()
    desk.begin("Budget")
    window = desk.program.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.toggle_menu()
    desk.program.desk.actions["keys"].trigger()
    (keys,) = window.findChildren(KeySheet)
    QTest.keyClick(keys, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.sheet.hasFocus)


def test_f6_walks_the_panes_and_esc_comes_back_to_the_caret(make: Make, qtbot: QtBot) -> None:
    desk = make()
    desk.begin("Budget")
    window = desk.program.window
    window.activateWindow()
    window.focus_middle()
    place = window.sheet.textCursor().position()
    qtbot.waitUntil(window.sheet.hasFocus)
    desk.program.desk.actions["search"].trigger()
    assert window.sidebar.field.line.hasFocus()
    window.sidebar.field.given_up.emit()
    assert window.sheet.hasFocus()
    assert window.sheet.textCursor().position() == place
    for _ in range(3):  # the earlier decisions are passed while there are none
        desk.program.desk.actions["next_pane"].trigger()
    assert window.sheet.hasFocus()


@pytest.mark.parametrize(
    ("width", "sidebar", "earlier"), [(1440, True, True), (1100, True, False), (900, False, False)]
)
def test_panes_fold_by_width(make: Make, width: int, sidebar: bool, earlier: bool) -> None:
    desk = make()
    desk.begin()
    window = desk.program.window
    window.resize(width, 800)
    QApplication.processEvents()
    assert window.sidebar.isVisible() is sidebar
    assert window.earlier.isVisible() is earlier
    window.toggle_alone()
    assert not window.sidebar.isVisible()
    assert not window.earlier.isVisible()


def test_a_fault_of_the_programs_own_is_said_and_not_swallowed(make: Make) -> None:
    desk = make()
    try:
        raise ZeroDivisionError("with words that must not be logged")
    except ZeroDivisionError as error:
        desk.program.errors.hook(type(error), error, error.__traceback__)
    assert desk.program.window.banner.current().words == swedish.SOMETHING_BROKE


def test_every_widget_that_takes_the_focus_has_an_accessible_name(make: Make) -> None:
    desk = make()
    desk.begin()
    nameless = [
        widget
        for widget in desk.program.window.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and not getattr(widget, "text", lambda: "")()
        and not widget.objectName().startswith("qt_")
    ]
    assert not nameless
