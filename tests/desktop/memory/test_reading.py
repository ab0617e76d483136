"""Earlier minutes beside the draft: read-only, at the place, the draft as it was; and their words taken along."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.memory.quoting import quoted
from model.record.blocks import Paragraph
from model.record.ids import HEADER_ROWS
from tests.desktop.memory.desk import Archive

QUOTED = "”att följa upp arbetet med ökad mångfald på kommundirektörsmötet den 27 november 2015” (4/2015 § 1 p 3)"


def beside(archive: Archive) -> None:
    """8/2015 open at item 8, and what its first card leads to beside it."""
    archive.open("8/2015")
    archive.at_item(8)
    archive.act("earlier")
    QTest.keyClick(archive.earlier.list, Qt.Key.Key_Return)
    archive.until(lambda: archive.window.reader.isVisible() and archive.window.reader.sheet.hasFocus())


class TestReader:
    def test_enter_on_a_card_opens_its_minutes_at_the_clause_and_the_draft_stays(self, archive: Archive) -> None:
        beside(archive)
        reader = archive.window.reader
        assert archive.minutes.short_name == "8/2015"
        assert reader.minutes.short_name == "4/2015"
        assert "följa upp arbetet" in reader.minutes.block(reader.sheet.node()).text.plain
        assert archive.sheet.isVisible()
        assert not archive.earlier.isVisible()

    def test_nothing_typed_there_changes_anything(self, archive: Archive) -> None:
        beside(archive)
        before = archive.window.reader.minutes
        archive.send(archive.window.reader.sheet, Qt.Key.Key_A, "a")
        archive.send(archive.window.reader.sheet, Qt.Key.Key_Return)
        assert archive.window.reader.sheet._document.minutes is before

    def test_esc_goes_back_to_the_caret_and_the_next_one_puts_it_away(self, archive: Archive) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        place = archive.sheet.place()
        archive.act("earlier")
        QTest.keyClick(archive.earlier.list, Qt.Key.Key_Return)
        archive.until(archive.window.reader.sheet.hasFocus)
        archive.send(archive.window.reader.sheet, Qt.Key.Key_Escape)
        assert archive.sheet.hasFocus()
        assert archive.sheet.place() == place
        assert archive.window.reader.isVisible()
        archive.window.escaped.emit()
        assert not archive.window.reader.isVisible()
        assert archive.earlier.isVisible()

    def test_what_is_read_is_linked_by_the_same_key(self, archive: Archive) -> None:
        beside(archive)
        before = archive.minutes.lifecycle.links
        archive.act("link")
        link = archive.minutes.lifecycle.links[-1]
        assert len(archive.minutes.lifecycle.links) == len(before) + 1
        assert link.target == f"{archive.window.reader.minutes.id}#{archive.window.reader.sheet.node()}"

    def test_another_document_puts_it_away(self, archive: Archive) -> None:
        beside(archive)
        archive.open("6/2015")
        assert not archive.window.reader.isVisible()


class TestQuoting:
    def test_a_clause_is_copied_with_its_att_and_its_address(self, archive: Archive) -> None:
        beside(archive)
        archive.act("copy_quote")
        assert QGuiApplication.clipboard().text() == QUOTED

    def test_a_whole_meeting_has_no_words_to_quote(self, archive: Archive) -> None:
        beside(archive)
        read = archive.window.reader.minutes
        assert read is not None
        assert quoted(read, read.id) == quoted(read, HEADER_ROWS[0]) == ""

    def test_one_key_writes_what_was_decided_with_the_exact_words_and_links_it(self, archive: Archive) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        node = next(b.id for b in archive.minutes.blocks if isinstance(b, Paragraph) and "150612" in b.text.plain)
        archive.sheet.go_to(node)
        archive.act("precedent")
        archive.until(lambda: QUOTED in archive.minutes.block(node).text.plain)
        words = archive.minutes.block(node).text
        assert words.plain.endswith(f" Kommundirektörsgruppen beslutade vid sitt möte den 12 juni 2015 {QUOTED}.")
        assert [words.plain[m.start : m.end] for m in words.marks if m.kind == "reference"] == ["4/2015 § 1 p 3"]
        link = archive.minutes.lifecycle.links[-1]
        assert (link.source, link.kind, link.evidence) == (node, "foljer_upp", "4/2015 § 1 p 3")
        archive.act("undo")
        assert QUOTED not in archive.minutes.block(node).text.plain
        assert link not in archive.minutes.lifecycle.links
