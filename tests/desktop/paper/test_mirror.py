"""The mirror: it writes the smallest difference, whoever made the change, and the caret stays on its words."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desktop.paper.formats import KIND, LEAD_LINE
from desktop.paper.sheet import Sheet
from desktop.theme import Theme
from model.edit.arrange import InsertBlock, RemoveBlock
from model.edit.document import Document
from model.edit.head import SetTitle
from model.edit.move import MoveItem
from model.edit.write import WriteText
from model.record.blocks import Paragraph
from model.record.ids import CountingIds, NodeId
from model.record.text import Mark, Text
from tests import builders
from tests.desktop.paper.drawing import broken
from tests.desktop.paper.test_borders import Desk

Lines = list[str]
Make = Callable[[Lines], Desk]


@pytest.fixture
def desk(theme: Theme, qtbot: QtBot) -> Make:
    def made(lines: Lines) -> Desk:
        one = Desk(theme, lines)
        qtbot.addWidget(one.sheet)
        return one

    return made


def written(one: Desk) -> list[tuple[int, int]]:
    """How many signs each write takes away and puts in, from now on."""
    found: list[tuple[int, int]] = []
    one.sheet.document().contentsChange.connect(lambda _at, removed, added: found.append((removed, added)))
    return found


def test_a_key_writes_one_sign(desk: Make) -> None:
    one = desk(["# A", "ett t|vå"])
    writes = written(one)
    one.type("x")
    assert writes == [(0, 1)]


def test_a_change_from_elsewhere_writes_the_differing_middle(desk: Make) -> None:
    one = desk(["# A", "ett två tre|"])
    writes = written(one)
    one.document.apply(WriteText(one.first.blocks[1].id, "ett fyra tre", 0))
    assert writes == [(3, 4)]
    assert one.lines() == ["# A", "ett fyra tre|"]


@pytest.mark.parametrize("change", ["above", "below", "removed", "moved", "title"])
def test_the_selection_stays_on_its_words_whoever_changes_what(change: str, desk: Make) -> None:
    one = desk(["# A", "ett", "# B", "t[v|å", "# C", "tre"])
    blocks = one.first.blocks
    one.document.apply(
        {
            "above": InsertBlock(None, builders.paragraph("ny")),
            "below": WriteText(blocks[5].id, "fyra", 0),
            "removed": RemoveBlock(blocks[1].id),
            "moved": MoveItem(blocks[2].id, -1),
            "title": SetTitle("En annan titel"),
        }[change]
    )
    assert "t[v|å" in one.lines()


def test_undo_puts_the_caret_where_it_was(desk: Make) -> None:
    one = desk(["# A", "ett|", "# B", "två"])
    one.type("x")
    one.sheet.go_to(one.first.blocks[3].id, 3)
    one.sheet.undo()
    assert one.lines() == ["# A", "ett|", "# B", "två"]
    one.sheet.go_to(one.first.blocks[0].id)
    one.sheet.redo()
    assert one.lines() == ["# A", "ettx|", "# B", "två"]


def test_marks_are_formats_and_typing_at_their_end_does_not_make_them_longer(theme: Theme, qtbot: QtBot) -> None:
    strong = Text("ett viktigt ord", (Mark(4, 11, "strong"),))
    minutes = builders.minutes(builders.item("A"), Paragraph(NodeId("s-zzzzzz"), strong))
    document = Document(minutes)
    sheet = Sheet(theme, document, CountingIds())
    qtbot.addWidget(sheet)
    sheet.go_to(NodeId("s-zzzzzz"), 11)
    sheet.type("x")
    block = sheet.document().lastBlock()
    bold = [block.text()[r.start : r.start + r.length] for r in block.textFormats() if r.format.fontWeight() >= 600]
    assert bold == ["viktigt"]
    assert broken(sheet, document.minutes) == []


def test_signs_of_two_units_are_one_to_the_record(desk: Make) -> None:
    one = desk(["# A", "😀|😀"])
    one.type("å")
    assert one.lines() == ["# A", "😀å|😀"]


def test_a_lead_that_is_too_wide_gets_a_line_of_its_own(theme: Theme, qtbot: QtBot) -> None:
    wide = "Kommundirektörsgruppen beslutar enhälligt:"
    for lead, room in ((None, 7), (wide, 7 + LEAD_LINE)):
        minutes = builders.minutes(builders.item("A", builders.clause("ett", lead)))
        sheet = Sheet(theme, Document(minutes))
        qtbot.addWidget(sheet)
        assert sheet.document().lastBlock().blockFormat().topMargin() == room


def test_another_document_has_a_paper_of_its_own(desk: Make) -> None:
    one = desk(["# A", "|"])
    before = one.sheet.document()
    other = Document(builders.minutes(builders.item("Annat")))
    one.sheet.show_document(other)
    assert one.sheet.document() is not before
    one.document.apply(SetTitle("hörs inte"))
    assert broken(one.sheet, other.minutes) == []
    one.sheet.show_document(None)
    one.type("x")
    assert one.sheet.toPlainText() == ""


def test_a_paper_that_differs_is_written_anew_and_counted(desk: Make, caplog: pytest.LogCaptureFixture) -> None:
    """It must never happen; if it does, the record is the truth."""
    one = desk(["# A", "|ett"])
    one.sheet.blockSignals(True)
    QTextCursor(one.sheet.document().lastBlock()).insertBlock()
    one.document.apply(WriteText(one.first.blocks[1].id, "två", 0))
    assert one.sheet.mirror.rewrites == 1
    assert "written anew" in caplog.text
    assert broken(one.sheet, one.document.minutes) == ["written anew"]


def test_light_and_dark_change_places_without_touching_the_paper(desk: Make, theme: Theme) -> None:
    one = desk(["# A", "ett|"])
    writes = written(one)
    theme.choose("dark")
    theme.choose("light")
    assert writes == []
    assert one.sheet.document().lastBlock().blockFormat().property(KIND) == "paragraph"
