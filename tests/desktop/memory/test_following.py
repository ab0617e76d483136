"""Promises: what is due stands on the start page, comes along into new minutes, and is looked through with one key."""

import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import swedish
from model.record.blocks import Item
from model.store.settled import read_settled
from tests.desktop.memory.desk import Archive

DAY = datetime.date(2015, 11, 27)


def start(archive: Archive, day: datetime.date = DAY) -> None:
    """The start page on `day`."""
    archive.memory.following.today = lambda: day
    archive.memory.following.taken.clear()
    archive.program.desk.show_start()
    archive.memory.following.show()
    due = archive.window.start.due
    archive.until(lambda: due.rows and due.all.text())
    archive.window.activateWindow()


class TestStartPage:
    def test_what_earlier_decisions_promised_for_today_stands_there_with_its_words(self, archive: Archive) -> None:
        start(archive)
        due = archive.window.start.due
        assert due.isVisible()
        assert [row.promised.chip for row in due.rows] == ["4/2015 · p. 1"]
        assert due.rows[0].promised.words.startswith("att följa upp arbetet med ökad mångfald")
        assert due._more.text() == "Beslut i tidigare protokoll som gäller 27 november 2015"
        assert "utan svar" in due.all.text()

    def test_arrows_walk_from_the_tiles_into_the_rows_and_back(self, archive: Archive) -> None:
        start(archive)
        page = archive.window.start
        page.new.setFocus()
        QTest.keyClick(page.new, Qt.Key.Key_Down)
        assert page.due.rows[0].hasFocus()
        QTest.keyClick(page.due.rows[0], Qt.Key.Key_Up)
        assert page.first().hasFocus()

    def test_space_takes_a_promise_along_and_new_minutes_hold_it_as_a_linked_item(self, archive: Archive) -> None:
        start(archive)
        row = archive.window.start.due.rows[0]
        QTest.keyClick(row, Qt.Key.Key_Space)
        assert row.button.text() == swedish.COMES_ALONG
        archive.act("new")
        archive.until(lambda: archive.program.session.document is not None)
        minutes = archive.minutes
        heading = "Uppföljning: Projekt Mångfald Skåne Nordväst"
        item = next(b for b in minutes.blocks if isinstance(b, Item) and b.heading.plain == heading)
        links = [link for link in minutes.lifecycle.links if link.source == item.id]
        assert [(link.kind, link.target) for link in links] == [("foljer_upp", row_target(archive))]
        archive.forget()

    def test_taken_twice_is_not_taken(self, archive: Archive) -> None:
        start(archive)
        row = archive.window.start.due.rows[0]
        row.button.click()
        row.button.click()
        assert archive.memory.following.promises() == ()
        assert row.button.text() == swedish.ADD_AS_ITEM

    def test_one_key_ticks_a_promise_off_and_once_more_or_ctrl_z_opens_it_again(self, archive: Archive) -> None:
        start(archive)
        folder, row = archive.program.session.archive, archive.window.start.due.rows[0]
        assert folder is not None
        QTest.keyClick(row, Qt.Key.Key_Space)
        QTest.keyClick(row, Qt.Key.Key_K)
        assert "Klar" in row.accessibleName()
        assert archive.memory.following.promises() == ()
        archive.until(lambda: read_settled(folder))
        QTest.keyClick(row, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        archive.until(lambda: not read_settled(folder))
        QTest.keyClick(row, Qt.Key.Key_Delete)
        assert "Inte längre aktuell" in row.accessibleName()
        QTest.keyClick(row, Qt.Key.Key_Delete)
        archive.until(lambda: not read_settled(folder))
        assert not row.button.isHidden()

    def test_a_day_on_which_nothing_is_due_has_no_rows(self, archive: Archive) -> None:
        start(archive)
        archive.memory.following.today = lambda: datetime.date(2013, 1, 2)
        archive.memory.following.show()
        archive.until(lambda: not archive.window.start.due.rows)


def row_target(archive: Archive) -> str:
    """The address of the clause that promised to follow up."""
    line = next(line for line in archive.program.finding.lines if line.short_name == "4/2015")
    return next(
        link.target or "" for link in archive.minutes.lifecycle.links if str(link.target).startswith(line.minutes)
    )
