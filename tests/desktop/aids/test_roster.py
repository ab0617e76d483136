"""The roster: ticks, times and letters by real keys; the header rows follow."""

import datetime
import sys

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.aids import attendance
from model.edit.attend import SetPeople
from model.record.ids import APOLOGIES, PRESENT, CountingIds
from model.record.members import Member, Register, Seat
from tests.desktop.aids.desk import Writing

LINE = "Anna Ek, Norrby, Bo Ask, Söderby, Lena Alm, Österby."
ALT = Qt.KeyboardModifier.AltModifier
NOW = datetime.datetime(2015, 11, 27, 9, 50, 31)


@pytest.fixture
def roster(writing: Writing) -> Writing:
    writing.type_in(PRESENT, LINE)
    writing.sheet.now = lambda: NOW
    writing.key(Qt.Key.Key_F9)
    assert writing.aids.roster.is_open
    return writing


def line(writing: Writing, row: str) -> str:
    people = writing.minutes.people(row)
    return people.line.plain if people else ""


def press(writing: Writing, *keys: Qt.Key | str) -> None:
    target = writing.aids.roster.popup.list
    for key in keys:
        writing.send(target, Qt.Key.Key_unknown if isinstance(key, str) else key, key if isinstance(key, str) else "")


def test_space_moves_a_person_between_the_lists_and_back_to_the_same_place(roster: Writing) -> None:
    before = roster.minutes.attendance.present
    press(roster, "b", Qt.Key.Key_Space)
    assert line(roster, PRESENT) == "Anna Ek, Norrby, Lena Alm, Österby."
    assert line(roster, APOLOGIES) == "Bo Ask, Söderby."
    press(roster, Qt.Key.Key_Space)
    assert [entry.name for entry in before.entries] == [e.name for e in roster.minutes.attendance.present.entries]
    assert line(roster, PRESENT) == LINE


def test_t_says_that_a_person_came_now_and_a_second_t_takes_it_back(roster: Writing) -> None:
    press(roster, "b", "o", "t")
    assert line(roster, PRESENT) == "Anna Ek, Norrby, Bo Ask, Söderby (från kl. 9.50), Lena Alm, Österby."
    press(roster, "t")
    assert line(roster, PRESENT) == LINE


def test_somebody_who_was_away_comes_with_one_key(roster: Writing) -> None:
    press(roster, "b", Qt.Key.Key_Space, "t")
    assert line(roster, PRESENT) == "Anna Ek, Norrby, Bo Ask, Söderby (från kl. 9.50), Lena Alm, Österby."
    assert line(roster, APOLOGIES) in ("", "–")


def test_l_says_that_a_person_left_at_the_time_that_was_typed(roster: Writing) -> None:
    press(roster, "a", "n", "n", "1", "0", "1", "5")
    roster.aids.roster.popup._clear()
    press(roster, "l")
    assert line(roster, PRESENT).startswith("Anna Ek, Norrby (till kl. 10.15), ")


@pytest.mark.parametrize(("letters", "name"), [("b", "Bo Ask"), ("ös", "Lena Alm"), ("el", ""), ("alm", "Lena Alm")])
def test_letters_go_to_a_name_or_an_organisation(roster: Writing, letters: str, name: str) -> None:
    press(roster, *letters)
    found = roster.aids.roster.popup.list.chosen()
    assert found is not None
    assert not name or found.words == name


def test_a_time_is_kept_with_the_item_that_was_open(writing: Writing) -> None:
    writing.type_in(PRESENT, LINE)
    item = writing.minutes.blocks[0]
    writing.sheet.go_to(item.id)
    writing.settle()
    writing.sheet.go_to(PRESENT)
    writing.key(Qt.Key.Key_F9)
    press(writing, "a", "n", "t")
    assert writing.minutes.attendance.present.entries[0].stays[0].arrived_item == item.id


def test_delete_takes_a_person_off_the_lists(roster: Writing) -> None:
    press(roster, "b", Qt.Key.Key_Delete)
    assert line(roster, PRESENT) == "Anna Ek, Norrby, Lena Alm, Österby."
    assert line(roster, APOLOGIES) == ""


def test_who_is_missing_stands_in_the_order_it_was_said(roster: Writing) -> None:
    press(roster, "ö", Qt.Key.Key_Space, "n", Qt.Key.Key_Space)
    assert line(roster, APOLOGIES) == "Lena Alm, Österby, Anna Ek, Norrby."


@pytest.mark.parametrize("down", [ALT, ALT | Qt.KeyboardModifier.ShiftModifier])
def test_alt_and_an_arrow_move_a_person_within_the_list(roster: Writing, down: Qt.KeyboardModifier) -> None:
    press(roster, "b")
    roster.send(roster.aids.roster.popup.list, Qt.Key.Key_Up, "", down)
    assert line(roster, PRESENT) == "Bo Ask, Söderby, Anna Ek, Norrby, Lena Alm, Österby."
    press(roster, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert line(roster, PRESENT) == "Bo Ask, Söderby, Anna Ek, Norrby, Lena Alm, Österby."
    roster.send(roster.aids.roster.popup.list, Qt.Key.Key_Up, "", down)
    assert line(roster, PRESENT) == "Bo Ask, Söderby, Anna Ek, Norrby, Lena Alm, Österby.", "nobody stands before"
    roster.send(roster.aids.roster.popup.list, Qt.Key.Key_Down, "", down)
    assert line(roster, PRESENT) == LINE


def test_esc_closes_and_the_caret_is_where_it_was(roster: Writing, qtbot: QtBot) -> None:
    place = roster.sheet.place()
    press(roster, Qt.Key.Key_Escape)
    assert not roster.aids.roster.is_open
    assert roster.sheet.place() == place
    qtbot.waitUntil(roster.sheet.hasFocus)


def test_who_goes_elsewhere_by_mouse_stays_there(roster: Writing, qtbot: QtBot) -> None:
    menu = roster.program.window.topbar.menu
    menu.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(lambda: not roster.aids.roster.is_open)
    assert roster.program.window.focusWidget() is menu


@pytest.mark.parametrize("key", ["t", "l", Qt.Key.Key_Space, Qt.Key.Key_Delete])
def test_who_was_taken_off_the_lists_meanwhile_is_gone_and_no_fault(
    roster: Writing, key: str | Qt.Key, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[object] = []
    monkeypatch.setattr(sys, "excepthook", lambda *fault: faults.append(fault))
    roster.document.apply(SetPeople(PRESENT, None))
    press(roster, key)
    assert not faults
    assert "Anna Ek" not in [row.words for row in roster.aids.roster.popup.list.rows()]


def test_each_tick_is_one_step_of_undo(roster: Writing) -> None:
    press(roster, "b", Qt.Key.Key_Space)
    press(roster, "l", "e", Qt.Key.Key_Space)
    roster.program.desk.actions["undo"].trigger()
    assert line(roster, APOLOGIES) == "Bo Ask, Söderby."
    roster.program.desk.actions["undo"].trigger()
    assert line(roster, PRESENT) == LINE


def test_the_head_counts_and_the_hint_line_shows_the_rosters_keys(roster: Writing) -> None:
    press(roster, "b", Qt.Key.Key_Space)
    assert roster.aids.roster.popup._counts.text() == "2 här · 1 frånvarande"
    assert "kom nu" in roster.program.window.hintline.accessibleName()


def test_a_seat_of_the_register_that_stands_nowhere_is_offered_and_ticked_in(writing: Writing) -> None:
    register = Register((Member("Västerby"),), (Seat("Cy Dal", "Västerby", role="chair"),))
    writing.aids.knowing.register = register
    writing.type_in(PRESENT, LINE)
    found = attendance.people(writing.minutes, register)
    assert [(person.name, person.here) for person in found][-1] == ("Cy Dal", False)
    assert attendance.beside(found[-1]) == "Västerby · ordf."
    command = attendance.tick(writing.minutes, found[-1], [], CountingIds())
    assert command.apply(writing.minutes).attendance.present.line.plain.endswith("Cy Dal, Västerby.")


def test_a_line_that_names_nobody_is_never_written_over(writing: Writing) -> None:
    from model.record.people import PeopleList
    from model.record.text import Text

    writing.document.apply(SetPeople(PRESENT, PeopleList(Text("som på bifogad lista"))))
    writing.aids.knowing.register = Register((), (Seat("Cy Dal", "Västerby"),))
    writing.sheet.go_to(PRESENT)
    writing.key(Qt.Key.Key_F9)
    press(writing, Qt.Key.Key_Space)
    assert line(writing, PRESENT) == "som på bifogad lista"
