"""@: a person at the caret, in running text and in the header rows, by real keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.aids.mention import as_name, mention
from model.edit.change import Place
from model.record.blocks import Paragraph
from model.record.ids import APOLOGIES, GUESTS, PRESENT
from model.record.text import Mark, Text
from model.store.archive import Archive
from model.store.register import read_named
from tests.builders import KDG, minutes, paragraph
from tests.desktop.aids.desk import Writing

LINE = "Anna Ek, Norrby, Bo Ask, Söderby, Katarina Dal, Österby."


@pytest.fixture
def meeting(writing: Writing) -> Writing:
    writing.type_in(PRESENT, LINE)
    writing.sheet.go_to(writing.minutes.blocks[0].id)
    writing.key(Qt.Key.Key_Return)
    return writing


def mentioned(writing: Writing, words: str, *keys: Qt.Key) -> str:
    """What stands in the block of the caret after `words` and `keys`."""
    writing.type(words)
    writing.settle()
    for key in keys:
        writing.send(writing.sheet, key)
    writing.settle()
    return writing.sheet.textCursor().block().text()


@pytest.mark.parametrize(("words", "keys", "text"), [
    ("@ka", (Qt.Key.Key_Return,), "Katarina Dal"),
    ("@norr", (Qt.Key.Key_Return,), "Anna Ek"),
    ("Frågan togs upp av @bo", (Qt.Key.Key_Tab,), "Frågan togs upp av Bo Ask, Söderby"),
    ("@", (Qt.Key.Key_Down, Qt.Key.Key_Return), "Bo Ask"),
    ("@ka", (Qt.Key.Key_Escape,), "@ka"),
    ("@nisse nyman", (), "@nisse nyman"),
    ("@nisse", (Qt.Key.Key_Return,), "Nisse"), ("@nisse ny", (Qt.Key.Key_Return,), "Nisse Ny"),
    ("@nisse ny kom inte i dag", (), "@nisse ny kom inte i dag"),
])  # fmt: skip
def test_what_is_chosen_stands_in_the_place_of_what_was_typed(
    meeting: Writing, words: str, keys: tuple[Qt.Key, ...], text: str
) -> None:
    assert mentioned(meeting, words, *keys) == text


def test_the_name_is_marked_as_a_persons_and_one_undo_brings_the_letters_back(meeting: Writing) -> None:
    mentioned(meeting, "@ka", Qt.Key.Key_Return)
    block = meeting.minutes.blocks[1]
    assert isinstance(block, Paragraph)
    assert block.text == Text("Katarina Dal", (Mark(0, 12, "person"),))
    meeting.program.desk.actions["undo"].trigger()
    assert meeting.sheet.textCursor().block().text() == "@ka"


def test_in_a_header_row_the_organisation_comes_with_the_name_and_is_read(meeting: Writing) -> None:
    meeting.sheet.go_to(APOLOGIES)
    assert mentioned(meeting, "@ka", Qt.Key.Key_Return) == "Katarina Dal, Österby"
    entries = meeting.minutes.attendance.apologies.entries
    assert [(entry.name, entry.organisation) for entry in entries] == [("Katarina Dal", "Österby")]


def test_somebody_new_is_known_from_now_on_and_by_the_archive(
    meeting: Writing, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Archive.create(tmp_path, KDG)
    monkeypatch.setattr(meeting.program.session, "archive", tmp_path)
    mentioned(meeting, "@rutger ny", Qt.Key.Key_Return)
    meeting.sheet.go_to(GUESTS)
    assert mentioned(meeting, "@rut", Qt.Key.Key_Return) == "Rutger Ny"
    qtbot.waitUntil(lambda: "Rutger Ny" in dict(read_named(tmp_path)), timeout=20_000)


def test_an_address_for_e_mail_opens_nothing(meeting: Writing) -> None:
    assert mentioned(meeting, "info@norrby.se") == "info@norrby.se"
    assert not meeting.aids.people.is_open


def test_the_popup_goes_when_the_caret_goes_and_does_not_come_back_by_walking(meeting: Writing) -> None:
    mentioned(meeting, "@ka")
    assert meeting.aids.people.is_open
    meeting.send(meeting.sheet, Qt.Key.Key_Home)
    meeting.settle()
    assert not meeting.aids.people.is_open
    meeting.send(meeting.sheet, Qt.Key.Key_End)
    meeting.settle()
    assert not meeting.aids.people.is_open


def test_the_hint_line_shows_the_popups_keys(meeting: Writing) -> None:
    mentioned(meeting, "@ka")
    assert "med organisation" in meeting.program.window.hintline.accessibleName()


@pytest.mark.parametrize(("text", "words"), [
    ("@", ""), ("@ka", "ka"), ("av @ka da", "ka da"), ("(@ka", "ka"), ("a@ka", None), ("@ka,", None), ("@1", None),
])  # fmt: skip
def test_what_is_a_mention(text: str, words: str | None) -> None:
    record = minutes(paragraph(text))
    found = mention(record, Place(record.blocks[0].id, len(text)))
    assert (found.words if found else None) == words


@pytest.mark.parametrize(("typed", "name"), [("nisse nyman", "Nisse Nyman"), ("af Ek", "Af Ek"), ("McNab", "McNab")])
def test_a_name_typed_in_small_letters_gets_its_capitals(typed: str, name: str) -> None:
    assert as_name(typed) == name
