"""The archive's lists over the window: a matter's line, promises by how they stand, registers on screen and as Word."""

import datetime
from zipfile import ZipFile

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import swedish
from desktop.dialogs.listing import Listing
from desktop.pipe import Entry
from model.record.blocks import Item
from model.store.settled import read_settled
from model.store.subjects import SUBJECTS
from tests.desktop.memory.desk import Archive

DAY = datetime.date(2015, 11, 27)


def opened(archive: Archive, name: str) -> Listing:
    """The list that an action opens, with its rows."""
    archive.memory.following.today = lambda: DAY
    archive.act(name)
    dialog = archive.memory.lists.dialog
    assert dialog is not None
    archive.until(lambda: dialog.says.text() != swedish.LISTING)
    return dialog


def turned(archive: Archive, dialog: Listing, page: int) -> list[str]:
    """The places under a heading."""
    dialog.turn(page)
    archive.until(lambda: dialog.says.text() != swedish.LISTING)
    return [line.place or line.words for line in dialog.shown()]


def shut(archive: Archive, dialog: Listing) -> None:
    dialog.close()
    archive.until(lambda: archive.memory.lists.dialog is None)


class TestPromises:
    def test_what_is_due_at_the_open_meeting_comes_first_and_enter_reads_it_beside(self, archive: Archive) -> None:
        archive.open("8/2015")
        dialog = opened(archive, "promises")
        assert [line.place for line in dialog.shown()] == ["4/2015 § 1 p 3"]
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        archive.until(archive.window.reader.isVisible)
        assert archive.window.reader.minutes.short_name == "4/2015"
        assert archive.memory.lists.dialog is None

    def test_headings_are_walked_by_arrow_and_each_has_its_own(self, archive: Archive) -> None:
        archive.open("8/2015")
        dialog = opened(archive, "promises")
        QTest.keyClick(dialog.field, Qt.Key.Key_Right)
        archive.until(lambda: dialog.says.text() != swedish.LISTING)
        assert dialog.page == 1
        states = {line.state for line in dialog.shown()}
        assert states == {swedish.promise_state("open")}
        assert "4/2015 § 3" in turned(archive, dialog, 3)
        assert {line.state for line in dialog.shown()} == {"utan svar"}
        shut(archive, dialog)

    def test_typing_narrows_the_rows(self, archive: Archive) -> None:
        archive.open("8/2015")
        dialog = opened(archive, "promises")
        whole = len(turned(archive, dialog, 1))
        dialog.field.setText("sekretariatet")
        assert 0 < len(dialog.shown()) < whole
        assert all("sekretariatet" in line.spoken for line in dialog.shown())
        shut(archive, dialog)

    def test_one_key_ticks_it_off_in_the_archives_own_list_and_ctrl_z_opens_it_again(self, archive: Archive) -> None:
        archive.open("8/2015")
        folder = archive.program.session.archive
        assert folder is not None
        dialog = opened(archive, "promises")
        turned(archive, dialog, 1)
        first = dialog.shown()[0]
        QTest.keyClick(dialog.field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        assert dialog.shown()[0].state == "klar"
        assert dialog.view.currentIndex().row() == 1
        archive.until(lambda: read_settled(folder))
        assert first.place in turned(archive, dialog, 4)
        QTest.keyClick(dialog.field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        archive.until(lambda: not read_settled(folder))
        assert first.place in turned(archive, dialog, 1)
        QTest.keyClick(dialog.field, Qt.Key.Key_Delete)
        assert dialog.shown()[0].state == "inte längre aktuell"
        dialog.view.choose(0)
        QTest.keyClick(dialog.field, Qt.Key.Key_Delete)
        archive.until(lambda: not read_settled(folder))
        shut(archive, dialog)

    def test_one_is_taken_up_as_an_item_last_in_the_minutes_and_undone(self, archive: Archive) -> None:
        archive.open("8/2015")
        before = archive.minutes
        dialog = opened(archive, "promises")
        QTest.keyClick(dialog.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        items = [block for block in archive.minutes.blocks if isinstance(block, Item)]
        assert items[-1].heading.plain == "Uppföljning: Projekt Mångfald Skåne Nordväst"
        link = archive.minutes.lifecycle.links[-1]
        assert (link.source, link.kind, link.evidence) == (items[-1].id, "foljer_upp", "4/2015 § 1 p 3")
        assert archive.sheet.node() == items[-1].id
        archive.act("undo")
        assert archive.minutes is before


class TestLine:
    def test_a_linked_item_shows_the_matters_line_by_date(self, archive: Archive) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        archive.act("link")
        dialog = opened(archive, "line")
        archive.until(dialog.shown)
        assert [line.place for line in dialog.shown()][:1] == ["4/2015 § 1"]
        shut(archive, dialog)

    def test_an_item_that_nothing_is_linked_to_says_how_to_link(self, archive: Archive) -> None:
        archive.open("6/2015")
        archive.at_item(2)
        dialog = opened(archive, "line")
        dialog.turn(1)
        archive.until(lambda: dialog.says.text() == swedish.BUILT_ON_EMPTY)
        shut(archive, dialog)


class TestRegisters:
    def test_each_register_of_a_year_has_its_rows(self, archive: Archive) -> None:
        dialog = opened(archive, "registers")
        years = dialog.choices[1]
        assert [years.itemText(at) for at in range(years.count())] == ["2019", "2015", "2011"]
        years.setCurrentText("2015")
        dialog.picked.emit()
        archive.until(lambda: dialog.shown() and dialog.shown()[0].place.startswith("4/2015"))
        assert any("följa upp arbetet" in line.words for line in dialog.shown())
        assert "4/2015 § 3" in turned(archive, dialog, 1)
        assert {line.state for line in dialog.shown()} >= {"utgick"}
        assert "Gemensamma e-tjänster" in turned(archive, dialog, 2)
        assert "Anna Rydberg" in turned(archive, dialog, 3)
        shut(archive, dialog)

    def test_somebody_who_was_at_several_meetings_is_gone_into_and_each_meeting_read(self, archive: Archive) -> None:
        archive.open("8/2015")
        dialog = opened(archive, "registers")
        turned(archive, dialog, 3)
        row = next(
            at for at, line in enumerate(dialog.shown()) if isinstance(line.what, Entry) and len(line.what.parts) > 1
        )
        name = dialog.shown()[row].words
        dialog.view.choose(row)
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        assert dialog.says.text() == name
        assert {line.words for line in dialog.shown()} <= {"Närvarande", "Anmält förhinder", "Gäst"}
        QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
        assert dialog.shown()[dialog.view.currentIndex().row()].words == name
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        QTest.keyClick(dialog.field, Qt.Key.Key_Down)
        place = dialog.shown()[1].place
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        archive.until(lambda: place == "8/2015" or archive.window.reader.isVisible())
        assert archive.memory.lists.dialog is None

    def test_a_term_that_points_to_another_leads_there(self, archive: Archive) -> None:
        archive.open("8/2015")
        folder = archive.program.session.archive
        assert folder is not None
        (folder / SUBJECTS).write_text(
            '[[amnesord]]\nterm = "Integration"\nse = "Mångfald"\n'
            '[[amnesord]]\nterm = "Mångfald"\nrubrik = ["mångfald"]\nse_aven = "Traineer"\n'
            '[[amnesord]]\nterm = "Traineer"\nrubrik = ["trainee"]\n', encoding="utf-8",
        )  # fmt: skip
        dialog = opened(archive, "registers")
        turned(archive, dialog, 2)
        (folder / SUBJECTS).unlink()
        assert [line.words for line in dialog.shown()] == ["Integration", "Mångfald", "Traineer"]
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        assert dialog.view.currentIndex().row() == 1
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        assert dialog.shown()[-1].words == "se även Traineer"
        QTest.keyClick(dialog.field, Qt.Key.Key_PageDown)
        QTest.keyClick(dialog.field, Qt.Key.Key_Return)
        assert dialog.shown()[dialog.view.currentIndex().row()].words == "Traineer"
        shut(archive, dialog)

    def test_a_year_is_written_as_a_word_file_in_the_archive(self, archive: Archive) -> None:
        dialog = opened(archive, "registers")
        dialog.choices[1].setCurrentText("2015")
        made = []
        archive.memory.lists.word_made.connect(made.append)
        dialog.word.click()
        archive.until(lambda: made)
        assert made[0].parent == archive.program.session.archive
        assert "följa upp arbetet" in ZipFile(made[0]).read("word/document.xml").decode()
        assert archive.window.banner.current().words == swedish.WORD_READY
        made[0].unlink()


class TestAfterSaving:
    def test_a_link_from_a_paragraph_closes_the_promise_joins_the_line_and_is_told_at_the_other_end(
        self, archive: Archive
    ) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        archive.act("link")
        archive.act("save")
        saving = archive.program.session.saving
        archive.until(lambda: saving.is_settled)
        refreshed: list[object] = []
        archive.program.asker.ask("refresh", refreshed.append, archive=archive.program.session.archive)
        archive.until(lambda: refreshed)
        dialog = opened(archive, "promises")
        assert "4/2015 § 1 p 3" in turned(archive, dialog, 4)
        assert "klar genom 8/2015 § 8" in dialog.shown()[0].more
        shut(archive, dialog)
        dialog = opened(archive, "line")
        archive.until(dialog.shown)
        assert [line.place for line in dialog.shown()] == ["4/2015 § 1", "8/2015 § 8"]
        shut(archive, dialog)
        find = archive.cards()[0]
        archive.act("earlier")
        dialog = opened(archive, "line")
        assert turned(archive, dialog, 1) == ["8/2015 § 8"]
        assert dialog.shown()[0].more == "Följs upp i"
        shut(archive, dialog)
        assert find.later == "", "these minutes are no later history of their own"

    def test_changing_minutes_that_later_ones_build_on_says_so_once_and_shows_them(self, archive: Archive) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        archive.act("link")
        archive.act("save")
        saving = archive.program.session.saving
        archive.until(lambda: saving.is_settled)
        refreshed: list[object] = []
        archive.program.asker.ask("refresh", refreshed.append, archive=archive.program.session.archive)
        archive.until(lambda: refreshed)
        archive.open("4/2015")
        archive.until(lambda: archive.memory.guarding._count)
        archive.at_item(2)
        archive.type("x")
        assert archive.window.banner.current().words == swedish.built_upon(1)
        archive.window.banner.press(0)
        dialog = archive.memory.lists.dialog
        assert dialog is not None
        archive.until(dialog.shown)
        assert [line.place for line in dialog.shown()] == ["8/2015 § 8"]
        shut(archive, dialog)
        archive.act("undo")
        archive.open("8/2015")
        archive.at_item(8)
        archive.act("unlink")
        archive.keep()
