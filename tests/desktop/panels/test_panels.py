"""The panes as widgets: what they show and what they say is wanted."""

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop import swedish
from desktop.panels.banner import Banner, Notice
from desktop.panels.earlier import EarlierPanel
from desktop.panels.foot import Foot
from desktop.panels.marked import Marked
from desktop.panels.sidebar import Sidebar
from desktop.panels.start import StartPage
from desktop.panels.topbar import TopBar
from desktop.panels.values import Find, MeetingLine
from desktop.theme import Theme

TODAY = datetime.date(2015, 11, 27)


def meeting(number: int, year: int) -> MeetingLine:
    name = f"{number}/{year}"
    return MeetingLine(f"p-{number}{year}", Path("/a") / name, name, year, datetime.date(year, number, 5), "Gruppen")


def find(number: int, words: str = "att bifalla", heading: str = "Budget") -> Find:
    return Find(
        f"p-{number}",
        Path("/a") / str(number),
        f"{number}/2014",
        TODAY,
        f"t-{number}",
        number,
        heading,
        words,
        ((4, 11),),
    )


@pytest.fixture
def sidebar(theme: Theme, qtbot: QtBot) -> Sidebar:
    made = Sidebar(theme)
    qtbot.addWidget(made)
    made.resize(272, 700)
    made.show_archive(has_archive=True)
    made.show()
    return made


class TestSidebar:
    def test_this_year_and_last_are_open_and_older_ones_folded(self, sidebar: Sidebar) -> None:
        sidebar.show_meetings(tuple(meeting(1, year) for year in (2015, 2014, 2013, 2012)), None, "", TODAY)
        tree, model = sidebar.meetings, sidebar.meetings.model()
        opened = [model.index(row, 0).data() for row in range(model.rowCount()) if tree.isExpanded(model.index(row, 0))]
        assert opened == ["2015", "2014"]

    def test_a_year_that_was_folded_stays_folded_when_the_list_comes_again(self, sidebar: Sidebar) -> None:
        lines = (meeting(1, 2015), meeting(2, 2015))
        sidebar.show_meetings(lines, None, "", TODAY)
        sidebar.meetings.collapse(sidebar.meetings.model().index(0, 0))
        sidebar.show_meetings(lines, None, "", TODAY)
        assert not sidebar.meetings.isExpanded(sidebar.meetings.model().index(0, 0))

    def test_what_is_open_stands_under_going_on_and_not_in_its_year(self, sidebar: Sidebar) -> None:
        lines = (meeting(1, 2015), meeting(2, 2015))
        sidebar.show_meetings(lines, lines[1].path, "2/2015 Gruppen", TODAY)
        model = sidebar.meetings.model()
        assert model.index(0, 0).data() == swedish.GOING_ON
        assert model.index(0, 0, model.index(0, 0)).data() == "2/2015 Gruppen"
        assert model.rowCount(model.index(1, 0)) == 1

    def test_the_meetings_of_a_folded_year_are_made_when_it_is_unfolded(self, sidebar: Sidebar) -> None:
        sidebar.show_meetings(tuple(meeting(1, year) for year in (2015, 2014, 2013)), None, "", TODAY)
        tree, model = sidebar.meetings, sidebar.meetings.model()
        folded = model.index(2, 0)
        assert (tree.count(), model.rowCount(folded), model.hasChildren(folded)) == (3, 0, True)
        tree.expand(folded)
        assert (tree.count(), model.rowCount(folded)) == (3, 1)

    def test_the_list_is_a_sound_model(self, sidebar: Sidebar, qtmodeltester: ModelTester) -> None:
        sidebar.show_meetings((meeting(1, 2015), meeting(2, 2014)), None, "", TODAY)
        qtmodeltester.check(sidebar.meetings.model())

    def test_enter_opens_a_meeting_and_folds_a_year(self, sidebar: Sidebar, qtbot: QtBot) -> None:
        sidebar.show_meetings((meeting(1, 2015),), None, "", TODAY)
        year = sidebar.meetings.model().index(0, 0)
        sidebar.meetings.setCurrentIndex(sidebar.meetings.model().index(0, 0, year))
        with qtbot.waitSignal(sidebar.opened) as opened:
            QTest.keyClick(sidebar.meetings, Qt.Key.Key_Return)
        assert opened.args == [meeting(1, 2015).path]
        sidebar.meetings.setCurrentIndex(year)
        QTest.keyClick(sidebar.meetings, Qt.Key.Key_Return)
        assert not sidebar.meetings.isExpanded(year)

    def test_an_empty_archive_says_so_and_offers_to_read_in(self, sidebar: Sidebar, qtbot: QtBot) -> None:
        sidebar.show_meetings((), None, "", TODAY)
        assert sidebar._sign.isVisible()
        assert sidebar._sign.text() == swedish.ARCHIVE_EMPTY
        with qtbot.waitSignal(sidebar.import_wanted):
            sidebar._button.click()

    def test_no_archive_offers_to_choose_one(self, sidebar: Sidebar, qtbot: QtBot) -> None:
        sidebar.show_archive(has_archive=False)
        sidebar.show_meetings((), None, "", TODAY)
        with qtbot.waitSignal(sidebar.archive_wanted):
            sidebar._button.click()

    def test_hits_replace_the_list_and_esc_restores_it(self, sidebar: Sidebar, qtbot: QtBot) -> None:
        sidebar.show_meetings((meeting(1, 2015),), None, "", TODAY)
        with qtbot.waitSignal(sidebar.asked) as asked:
            sidebar.field.line.setText(" budget ")
        assert asked.args == ["budget"]
        sidebar.show_hits("budget", (find(1), find(2)))
        assert sidebar.hits.isVisible()
        assert sidebar._hits_count.text() == "2 möten"
        with qtbot.waitSignal(sidebar.left):
            QTest.keyClick(sidebar.field.line, Qt.Key.Key_Escape)
        assert sidebar.meetings.isVisible()
        assert sidebar.field.words() == ""

    def test_an_answer_to_older_words_is_dropped(self, sidebar: Sidebar) -> None:
        sidebar.field.line.setText("budget")
        sidebar.show_hits("bud", (find(1),))
        assert sidebar.hits.count() == 0

    def test_arrows_choose_and_enter_reads_without_leaving_the_field(self, sidebar: Sidebar, qtbot: QtBot) -> None:
        sidebar.field.line.setText("budget")
        sidebar.show_hits("budget", (find(1), find(2), find(3)))
        QTest.keyClick(sidebar.field.line, Qt.Key.Key_Down)
        with qtbot.waitSignal(sidebar.read) as read:
            QTest.keyClick(sidebar.field.line, Qt.Key.Key_Return)
        assert read.args == [find(2)]
        with qtbot.waitSignal(sidebar.linked) as linked:
            QTest.keyClick(sidebar.field.line, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert linked.args == [find(2)]

    def test_no_hits_says_what_was_searched(self, sidebar: Sidebar) -> None:
        sidebar.show_meetings((meeting(1, 2015),), None, "", TODAY)
        sidebar.field.line.setText("zebra")
        sidebar.show_hits("zebra", ())
        assert "zebra" in sidebar._no_hits.text()
        assert sidebar._no_hits.isVisible()
        assert not sidebar.hits.isVisible()


class TestEarlier:
    @pytest.fixture
    def panel(self, theme: Theme, qtbot: QtBot) -> EarlierPanel:
        made = EarlierPanel(theme)
        qtbot.addWidget(made)
        made.resize(324, 700)
        made.show()
        return made

    def test_the_first_card_is_chosen_beforehand(self, panel: EarlierPanel) -> None:
        panel.show_finds((find(1), find(2)), 8, {})
        assert panel.list.chosen() == find(1)

    def test_the_card_under_the_selection_stays_while_new_ones_come(self, panel: EarlierPanel, qtbot: QtBot) -> None:
        panel.show_finds((find(1), find(2)), 8, {})
        panel.activateWindow()
        panel.list.setFocus()
        qtbot.waitUntil(panel.list.hasFocus)
        panel.list.step(1)
        panel.show_finds((find(3), find(4), find(5)), 8, {}, again=True)
        assert panel.list.chosen() == find(2)
        assert panel.list.currentIndex().row() == 1

    def test_empty_says_what_will_come_here_and_has_no_number(self, panel: EarlierPanel) -> None:
        panel.show_finds((find(1),), 8, {})
        panel.clear()
        assert panel._says.isVisible()
        assert panel._number.text() == ""

    def test_a_linked_card_says_to_what(self, panel: EarlierPanel) -> None:
        panel.show_finds((find(1),), 8, {find(1).address: swedish.linked_to(8)})
        assert panel.list.model().index(0, 0).data(Qt.ItemDataRole.UserRole + 2) == "Länkad till punkt 8"

    def test_the_key_caps_of_the_chosen_card_are_buttons(self, panel: EarlierPanel, qtbot: QtBot) -> None:
        panel.show_finds((find(1), find(2)), 8, {})
        panel.grab()
        rect, deed = panel.list.itemDelegate()._deeds[0]
        assert deed == "link"
        with qtbot.waitSignal(panel.linked) as linked:
            QTest.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        assert linked.args == [find(1)]

    def test_cards_say_where_when_and_what_to_a_screen_reader(
        self, panel: EarlierPanel, qtmodeltester: ModelTester
    ) -> None:
        panel.show_finds((find(1),), 8, {})
        spoken = panel.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == "1/2014, punkt 1. 27 nov 2015. Budget. att bifalla"
        qtmodeltester.check(panel.list.model())


class TestMarked:
    def test_words_that_do_not_fit_end_in_an_ellipsis_and_keep_their_height(self, theme: Theme, qtbot: QtBot) -> None:
        short = Marked("ett två", theme.font(), 200, 2)
        long = Marked("ord " * 200, theme.font(), 200, 2)
        assert long.height > short.height
        assert long._layout.text().endswith("…")
        assert long._layout.lineCount() == 2

    def test_marks_count_code_points_also_after_an_emoji(self, theme: Theme, qtbot: QtBot) -> None:
        words = "🙂 beslut"
        marked = Marked(words, theme.font(), 300, 1, marked=((2, 8),), ground=theme.mark)
        only = marked._marks[0]
        assert (
            words.encode("utf-16-le")[only.start * 2 : (only.start + only.length) * 2].decode("utf-16-le") == "beslut"
        )

    def test_the_mark_is_painted(self, theme: Theme, qtbot: QtBot) -> None:
        image = QImage(200, 30, QImage.Format.Format_ARGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        Marked("bifalla", theme.font(), 190, 1, marked=((0, 7),), ground=theme.mark).paint(painter, QPoint(0, 0))
        painter.end()
        assert theme.mark.name() in {image.pixelColor(x, 2).name() for x in range(60)}


class TestBanner:
    def test_the_gravest_notice_stands_until_it_is_taken_back(self, theme: Theme, qtbot: QtBot) -> None:
        parent = QWidget()
        qtbot.addWidget(parent)
        banner = Banner(theme)
        banner.setParent(parent)
        banner.put(Notice("a", "err", "fel"))
        banner.put(Notice("b", "ok", "klart"))
        assert banner.current().words == "fel"
        banner.take("a")
        assert banner.current().words == "klart"
        banner.clear()
        assert banner.isHidden()

    def test_a_button_does_its_deed_once_and_takes_the_notice(self, theme: Theme, qtbot: QtBot) -> None:
        banner = Banner(theme)
        qtbot.addWidget(banner)
        done: list[str] = []
        banner.put(Notice("a", "err", "fel", "trygg", (("Försök nu", lambda: done.append("again")),)))
        banner._shown[0].click()
        assert done == ["again"]
        assert banner.current() is None


def test_the_start_page_walks_with_arrows_and_presses_with_enter(theme: Theme, qtbot: QtBot) -> None:
    page = StartPage(theme)
    qtbot.addWidget(page)
    page.greet(datetime.datetime(2015, 11, 27, 8))
    page.show_choices("Nr 8/2015", "")
    page.show()
    page.activateWindow()
    assert not page.go_on.isEnabled()
    page.new.setFocus()
    qtbot.waitUntil(page.new.hasFocus)
    QTest.keyClick(page.new, Qt.Key.Key_Right)
    assert page.read_in.hasFocus()
    with qtbot.waitSignal(page.import_wanted):
        QTest.keyClick(page.read_in, Qt.Key.Key_Return)


def test_the_top_bar_says_the_state_in_words_and_hides_it_when_nothing_is_open(theme: Theme, qtbot: QtBot) -> None:
    bar = TopBar(theme)
    qtbot.addWidget(bar)
    bar.show_minutes("Gruppen", "Protokoll 8/2015")
    bar.show_state("circle-check", "ok", "Sparat 10.42")
    assert bar.state_words() == "Sparat 10.42"
    assert bar._state.accessibleName() == "Sparat läge: Sparat 10.42"
    bar.show_minutes("", "")
    assert bar.word.isHidden()


def test_the_foot_says_one_thing_at_a_time(theme: Theme, qtbot: QtBot) -> None:
    foot = Foot(theme)
    qtbot.addWidget(foot)
    foot.say_reading(412, 1284)
    assert foot.words() == "412 av 1\N{NO-BREAK SPACE}284"
    foot.say_ready(3)
    assert foot.words() == "3 protokoll sökbara"
    foot.say_resting()
    assert foot.words() == swedish.SEARCH_RESTS
    foot.say_nothing()
    assert foot.words() == ""
