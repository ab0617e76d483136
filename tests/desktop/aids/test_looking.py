"""Read-back, time machine, soft notes and settings, by real keys."""

import datetime
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import swedish
from desktop.aids.notes import notes
from desktop.aids.readback import ReadBack, spoken
from desktop.aids.timemachine import TimeMachine
from desktop.dialogs.settings import Chosen, SettingsDialog
from desktop.theme import Theme
from model.edit.attend import AddPeople
from model.edit.head import SetMeeting
from model.record.ids import MEETING_LINE, PRESENT, CountingIds, NodeId
from model.record.meeting import Meeting
from model.record.members import Member, Register
from model.record.people import Attendee
from model.store.moments import Moment
from tests.builders import clause, item, minutes, paragraph
from tests.desktop.aids.desk import Writing

WAIT = 20_000
CTRL, SHIFT, ENTER = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Return
FRIDAY = datetime.date(2015, 11, 27)


@pytest.fixture
def decided(writing: Writing) -> Writing:
    writing.sheet.go_to(writing.minutes.blocks[0].id)
    writing.type("Budget")
    for key in (ENTER, Qt.Key.Key_Tab):
        writing.send(writing.sheet, key)
    writing.type("anta budgeten")
    writing.send(writing.sheet, ENTER)
    writing.type("tacka alla")
    return writing


def read_back(writing: Writing) -> ReadBack:
    writing.key(Qt.Key.Key_F5)
    shown = writing.aids.looking.shown
    assert isinstance(shown, ReadBack)
    return shown


def test_decisions_are_read_back_clause_by_clause_and_space_agrees(decided: Writing) -> None:
    decided.sheet.go_to(decided.minutes.blocks[1].id)
    shown = read_back(decided)
    assert shown.words.text() == "att anta budgeten"
    decided.send(shown, Qt.Key.Key_Space)
    assert shown.words.text() == "samt att tacka alla"
    assert shown._state.text() == "1 kvar"
    decided.send(shown, Qt.Key.Key_Space)
    assert shown._state.text() == "Alla är godkända"
    decided.send(shown, Qt.Key.Key_Escape)
    assert decided.program.window.focusWidget() is decided.sheet


def test_nothing_comes_up_under_the_hands_of_somebody_who_types_on(decided: Writing) -> None:
    decided.program.desk.actions["time_machine"].trigger()
    decided.type("s")
    asker = decided.program.asker
    decided.qtbot.waitUntil(lambda: not asker._asked, timeout=WAIT)
    assert decided.aids.looking.shown is None
    assert decided.program.window.focusWidget() is decided.sheet


def test_a_clause_that_is_changed_has_to_be_read_again(decided: Writing) -> None:
    shown = read_back(decided)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Space, ENTER):
        decided.send(shown, key)
    decided.sheet.go_to(decided.minutes.blocks[2].id, 99)
    decided.type(" igen")
    again = read_back(decided)
    assert again._state.text() == "1 kvar"
    decided.send(again, Qt.Key.Key_Escape)


def test_what_was_agreed_to_is_known_when_one_comes_back(decided: Writing) -> None:
    decided.sheet.go_to(decided.minutes.blocks[1].id)
    shown = read_back(decided)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
        decided.send(shown, key)
    decided.sheet.go_to(decided.minutes.blocks[2].id, 99)
    decided.send(decided.sheet, ENTER)
    decided.type("en sats till, så att samt flyttar")
    looking = decided.aids.looking
    decided.qtbot.waitUntil(lambda: looking._folder.is_dir() and any(looking._folder.iterdir()), timeout=WAIT)
    looking._approved.clear()
    again = read_back(decided)
    decided.qtbot.waitUntil(lambda: again._state.text().startswith("2 kvar"), timeout=WAIT)
    decided.send(again, Qt.Key.Key_Escape)


def test_what_is_agreed_to_at_once_joins_what_was_agreed_to_before(decided: Writing) -> None:
    decided.sheet.go_to(decided.minutes.blocks[1].id)
    first = read_back(decided)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
        decided.send(first, key)
    looking = decided.aids.looking
    decided.qtbot.waitUntil(lambda: not decided.program.asker._asked, timeout=WAIT)
    looking._approved.clear()
    again = read_back(decided)
    decided.send(again, Qt.Key.Key_Down)
    decided.send(again, Qt.Key.Key_Space)
    decided.qtbot.waitUntil(lambda: again._state.text() == "Alla är godkända", timeout=WAIT)
    decided.send(again, Qt.Key.Key_Escape)
    decided.qtbot.waitUntil(lambda: not decided.program.asker._asked, timeout=WAIT)
    looking._approved.clear()
    kept = read_back(decided)
    decided.qtbot.waitUntil(lambda: kept._state.text() == "Alla är godkända", timeout=WAIT)


def test_enter_goes_to_the_clause_in_the_text(decided: Writing) -> None:
    decided.sheet.go_to(decided.minutes.blocks[1].id)
    shown = read_back(decided)
    decided.send(shown, Qt.Key.Key_Down)
    decided.send(shown, ENTER)
    assert decided.sheet.node() == decided.minutes.blocks[2].id


def test_what_is_read_says_where_it_stands() -> None:
    record = minutes(item("Budget", paragraph("Text"), clause("anta"), clause("tacka")))
    assert [(one.where, one.words) for one in spoken(record)] == [
        ("Punkt 1 · Budget", "att anta"), ("Punkt 1 · Budget", "samt att tacka"),
    ]  # fmt: skip


def test_the_journal_is_looked_back_through(decided: Writing, qtbot: QtBot) -> None:
    decided.key(Qt.Key.Key_H, CTRL | SHIFT)
    qtbot.waitUntil(lambda: isinstance(decided.aids.looking.shown, TimeMachine), timeout=WAIT)
    shown = decided.aids.looking.shown
    assert isinstance(shown, TimeMachine)
    assert "anta budgeten" in shown.paper.toPlainText()
    decided.send(shown, Qt.Key.Key_Escape)


def test_arrows_walk_in_time_and_the_paper_copies_but_never_changes(writing: Writing, qtbot: QtBot) -> None:
    first, last = minutes(item("Skola")), minutes(item("Skola och vård"))
    at = datetime.datetime(2015, 11, 27, 9, 0)
    shown = TimeMachine(
        writing.program.theme, writing.program.window, [Moment(at, first), Moment(at.replace(minute=5), last)], None
    )
    shown.open()
    assert "vård" in shown.paper.toPlainText()
    qtbot.keyClick(shown.slider, Qt.Key.Key_Left)
    assert "vård" not in shown.paper.toPlainText()
    assert shown._when.text().startswith("09.00 den 27 nov")
    qtbot.keyClick(shown.paper, Qt.Key.Key_A)
    shown.paper.selectAll()
    shown.paper.copy()
    assert "Skola" in QApplication.clipboard().text()
    shown.shut()
    writing.settle()


def line(words: str, day: datetime.date = FRIDAY) -> Meeting:
    return Meeting(NodeId("m-222222"), day, line=words)


@pytest.mark.parametrize(("meeting", "said"), [
    (line("Fredag 27 november 2015 kl. 9.00"), ()),
    (line("Torsdag 27 november 2015 kl. 9.00"), ("27 november 2015 är en fredag",)),
    (line("150606 kl 9", datetime.date(2015, 6, 6)), ("6 juni 2015 är nationaldagen",)),
    (line("150607 kl 9", datetime.date(2015, 6, 7)), ("7 juni 2015 är en söndag",)),
])  # fmt: skip
def test_an_odd_day_is_said_softly(meeting: Meeting, said: tuple[str, ...]) -> None:
    record = replace(minutes(), meeting=meeting)
    assert tuple(words for _, words in notes(record, MEETING_LINE, Register())) == said


def test_a_member_that_stands_in_no_list_is_said_in_the_attendance_rows_only() -> None:
    register = Register((Member("Norrby"), Member("Söderby")))
    people = (Attendee(CountingIds().new("n"), "Anna Ek", "Norrby"),)
    record = AddPeople(PRESENT, people).apply(minutes(item("Budget")))
    assert notes(record, PRESENT, register) == (("Saknas", "Söderby"),)
    assert notes(record, record.blocks[0].id, register) == ()


def test_the_hint_line_has_the_note_first(writing: Writing) -> None:
    writing.document.apply(SetMeeting(replace(writing.minutes.meeting, line="Torsdag 27 november 2015")))
    writing.sheet.go_to(MEETING_LINE)
    writing.settle()
    assert writing.program.window.hintline.accessibleName().startswith("Obs: 27 november 2015 är en fredag")


def test_settings_hold_at_once_and_next_time(writing: Writing) -> None:
    choosing, keeping = writing.aids.choosing, writing.program.keeping
    choosing.choose(Chosen("dark", 1.5, spelling=False, contrast="high"))
    assert writing.program.theme.is_dark
    assert writing.program.theme.is_high
    assert (keeping.settings.colours, keeping.settings.scale, keeping.settings.spelling) == ("dark", 1.5, False)
    assert not writing.aids.spelling.is_on
    choosing.choose(Chosen("light", 1.0, spelling=True))


def test_another_size_of_text_offers_to_start_again_and_waits_until_it_is_wanted(writing: Writing) -> None:
    program = writing.program
    program.aids.choosing.choose(Chosen("light", 1.25, spelling=True))
    notice = program.window.banner.current()
    assert notice is not None
    assert notice.words == swedish.SCALE_LATER
    assert not program.starts_again
    program.aids.choosing.choose(Chosen("light", 1.0, spelling=True))


def test_the_form_says_what_it_holds(theme: Theme, qtbot: QtBot, tmp_path: object) -> None:
    from pathlib import Path

    here, there = Path("/a/Norr"), Path("/a/Syd")
    form = SettingsDialog(theme, Chosen("light", 1.3, spelling=True), (there, here), here)
    qtbot.addWidget(form)
    assert form.chosen() == Chosen("light", 1.3, spelling=True)
    form.archive.setCurrentIndex(1)
    form.spelling.setChecked(False)
    assert form.chosen() == Chosen("light", 1.3, spelling=False, archive=there)
    assert swedish.percent(1.25) == "125\u00a0%"
