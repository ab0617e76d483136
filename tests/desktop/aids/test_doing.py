"""The one field and the deeds behind it, by real keys: put off, conflict, tray, table, kinds, commands."""

import datetime

import pytest
from PySide6.QtCore import Qt

from desktop.aids.choices import Command, commands, fits
from desktop.aids.palette import Palette
from model.record.blocks import Clause, Item, Paragraph, Row
from model.record.ids import PRESENT
from tests.desktop.aids.desk import Writing

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def item(writing: Writing) -> Writing:
    writing.type_in(PRESENT, "Anna Ek, Norrby, Bo Ask, Söderby.")
    writing.sheet.go_to(writing.minutes.blocks[0].id)
    writing.type("Budget")
    writing.send(writing.sheet, ENTER)
    return writing


def field(writing: Writing) -> Palette:
    found = writing.aids.doing.field or writing.aids.everything.field
    assert found is not None
    return found


def answer(writing: Writing, palette: Palette, words: str, key: Qt.Key = ENTER) -> None:
    for letter in words:
        writing.send(palette.line, Qt.Key.Key_unknown, letter)
    writing.send(palette.line, key)
    writing.settle()


def test_an_item_is_put_off_in_one_step_and_one_undo_brings_it_back(item: Writing) -> None:
    before = item.minutes
    item.key(Qt.Key.Key_U, CTRL | SHIFT)
    answer(item, field(item), "18/12")
    heading, line = item.minutes.blocks
    assert isinstance(heading, Item)
    assert heading.status == "withdrawn"
    assert isinstance(line, Paragraph)
    assert line.text.plain == "Ärendet utgick. Tas upp på mötet den 18 december 2015."
    assert item.minutes.lifecycle.links[0].unresolved.endswith("@2015-12-18")
    item.program.desk.actions["undo"].trigger()
    assert item.minutes is before


def test_tabling_is_a_decision(item: Writing) -> None:
    item.key(Qt.Key.Key_U, CTRL | SHIFT)
    palette = field(item)
    item.send(palette.line, Qt.Key.Key_Down)
    answer(item, palette, "")
    assert [type(block) for block in item.minutes.blocks] == [Item, Clause]


def test_a_conflict_of_interest_is_written_and_remembered(item: Writing) -> None:
    item.key(Qt.Key.Key_J, CTRL)
    answer(item, field(item), "bo")
    heading, note = item.minutes.blocks
    assert isinstance(heading, Item)
    assert heading.conflicts == (item.minutes.attendance.present.entries[1].id,)
    assert isinstance(note, Paragraph)
    assert note.text.plain.startswith("Bo Ask anmäler jäv")
    assert note.text.marks[0].kind == "person"


def test_somebody_leaves_now(item: Writing) -> None:
    item.sheet.now = lambda: datetime.datetime(2015, 11, 27, 11, 0)
    item.key(Qt.Key.Key_J, CTRL)
    palette = field(item)
    item.send(palette.line, Qt.Key.Key_Up)
    answer(item, palette, "")
    assert "Bo Ask, Söderby (till kl. 11.00)" in item.minutes.attendance.present.line.plain
    stay = item.minutes.attendance.present.entries[1].stays[0]
    assert stay.left_item == item.minutes.blocks[0].id


def test_half_a_sentence_is_put_aside_and_comes_back(item: Writing) -> None:
    item.type("Klart. Sedan sade hon")
    item.key(Qt.Key.Key_Space, CTRL)
    assert item.sheet.textCursor().block().text() == "Klart. "
    item.key(Qt.Key.Key_Space, CTRL | SHIFT)
    answer(item, field(item), "sade")
    assert item.sheet.textCursor().block().text() == "Klart. Sedan sade hon"
    assert not item.minutes.lifecycle.remarks


def test_a_table_is_typed_and_summed(item: Writing) -> None:
    item.key(Qt.Key.Key_T, CTRL)
    item.type("Konsult")
    item.send(item.sheet, Qt.Key.Key_Tab)
    item.type("150 000 kr")
    item.send(item.sheet, ENTER)
    item.type("Resor")
    item.send(item.sheet, Qt.Key.Key_Tab)
    item.type("50 000 kr")
    item.key(Qt.Key.Key_T, CTRL | SHIFT)
    rows = [block for block in item.minutes.blocks if isinstance(block, Row)]
    assert [row.kind for row in rows] == ["body", "body", "sum"]
    assert [cell.plain for cell in rows[-1].cells] == ["Summa", "200\u00a0000\u00a0kr"]
    item.key(Qt.Key.Key_T, CTRL | SHIFT)
    assert sum(isinstance(block, Row) for block in item.minutes.blocks) == 3, "set right, not made twice"


def test_the_field_finds_a_command_and_does_it(item: Writing) -> None:
    item.type("Vi reserverar oss")
    item.key(Qt.Key.Key_P, CTRL | SHIFT)
    answer(item, field(item), "reserv")
    block = item.minutes.blocks[1]
    assert isinstance(block, Paragraph)
    assert block.kind == "reservation"


def test_the_field_finds_an_item_of_these_minutes(item: Writing) -> None:
    item.key(ENTER, CTRL)
    item.type("Skolan")
    item.key(Qt.Key.Key_P, CTRL | SHIFT)
    answer(item, field(item), "budg")
    assert item.sheet.node() == item.minutes.blocks[0].id


def test_esc_leaves_the_field_and_the_caret_is_where_it_was(item: Writing) -> None:
    item.type("Ett ord")
    place = item.sheet.place()
    item.key(Qt.Key.Key_P, CTRL | SHIFT)
    answer(item, field(item), "x", ESC)
    assert item.sheet.place() == place
    assert item.program.window.focusWidget() is item.sheet


KNOWN = [Command(words, "", "plus", lambda: None) for words in ("Ny punkt efter denna", "Flytta uppåt", "Gör om")]


@pytest.mark.parametrize(("typed", "found"), [
    ("ny", ["Ny punkt efter denna"]), ("punkt ny", ["Ny punkt efter denna"]), ("pp", ["Flytta uppåt"]), ("xyz", []),
    ("", ["Ny punkt efter denna", "Flytta uppåt", "Gör om"]),
])  # fmt: skip
def test_commands_answer_to_the_beginnings_of_words(typed: str, found: list[str]) -> None:
    assert [choice.row.words for choice in commands(typed, KNOWN)] == found


def test_what_fits_is_shown_in_bold() -> None:
    assert fits("pu efter", "Ny punkt efter denna") == (8, ((3, 5), (9, 14)))
