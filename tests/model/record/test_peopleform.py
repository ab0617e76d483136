"""A line of people keeps the form it has, whoever comes, goes or is late; other people's words are left alone."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.edit.attend import AddPerson, Arrive, SetPeople, SetPresence
from model.language.people import read_people
from model.record.ids import APOLOGIES, PRESENT, NodeId
from model.record.minutes import Minutes
from model.record.people import Attendance, Attendee, PeopleList
from model.record.peopleform import PeopleForm, form_of
from model.record.roster import composed
from model.record.style import HOUSE
from model.record.text import Text
from tests import builders as b
from tests.strategies import lists_of_people

PAIRS = "Ann Ek, Norrby, Bo Al, Söderby, Cy Asp och Disa Berg, Kansliet."
BRACKETS = "Ann Ek (Norrby), Bo Al (Söderby), Cy Asp (Kansliet)"
LABELS = "Ann Ek\nErsättare: Bo Al\nTjänstemän: Cy Asp, kommunchef"
LINES = "Ann Ek (S), ordförande\nBo Al (M)\nÖvriga närvarande: Cy Asp, kommunchef\nDisa Berg, sekreterare"
AND = "Ann Ek, Bo Al, Cy Asp och Lena Persson"


def met(line: str) -> Minutes:
    return replace(b.minutes(), attendance=Attendance(read_people(line, b.IDS)))


def who(minutes: Minutes, name: str) -> NodeId:
    lists = (minutes.attendance.present, minutes.attendance.apologies)
    return next(entry.id for people in lists if people for entry in people.entries if entry.name == name)


def line(minutes: Minutes, row: NodeId = PRESENT) -> str:
    people = minutes.people(row)
    return people.line.plain if people else ""


@pytest.mark.parametrize("words", [PAIRS, BRACKETS, LINES, AND, "- Ann Ek, Norrby\n- Bo Al, Söderby", "Ann Ek"])
def test_a_line_that_is_composed_again_stands_as_it_stood(words: str) -> None:
    people = read_people(words, b.IDS)
    assert composed(people.entries, HOUSE, people) == people


@pytest.mark.parametrize(("words", "gone", "left", "missed"), [
    (PAIRS, "Cy Asp", "Ann Ek, Norrby, Bo Al, Söderby och Disa Berg, Kansliet.", "Cy Asp, Kansliet."),
    (PAIRS, "Ann Ek", "Bo Al, Söderby, Cy Asp och Disa Berg, Kansliet.", "Ann Ek, Norrby."),
    (BRACKETS, "Cy Asp", "Ann Ek (Norrby), Bo Al (Söderby)", "Cy Asp (Kansliet)"),
    (LINES, "Ann Ek", LINES.partition("\n")[2], "Ann Ek (S), ordförande"),
    (LINES, "Cy Asp", LINES.replace("Cy Asp, kommunchef\n", ""), "Cy Asp, kommunchef"),
    (AND, "Lena Persson", "Ann Ek, Bo Al och Cy Asp", "Lena Persson"),
    (LABELS, "Bo Al", "Ann Ek\nTjänstemän: Cy Asp, kommunchef", "Bo Al"),
    (AND, "Bo Al", "Ann Ek, Cy Asp och Lena Persson", "Bo Al"),
])  # fmt: skip
def test_who_goes_takes_only_their_own_words(words: str, gone: str, left: str, missed: str) -> None:
    begun = met(words)
    made = SetPresence(who(begun, gone), APOLOGIES).apply(begun)
    assert (line(made), line(made, APOLOGIES)) == (left, missed)


@pytest.mark.parametrize(("words", "with_one_more"), [
    (PAIRS, PAIRS.rstrip(".") + " och Ny Man, Västerby."),
    (BRACKETS, BRACKETS + ", Ny Man (Västerby)"),
    (AND, "Ann Ek, Bo Al, Cy Asp, Lena Persson och Ny Man, Västerby"),
    ("", "Ny Man, Västerby."),
])  # fmt: skip
def test_who_is_new_is_printed_as_the_others(words: str, with_one_more: str) -> None:
    made = AddPerson(PRESENT, Attendee(NodeId("n-999999"), "Ny Man", "Västerby")).apply(met(words))
    assert line(made) == with_one_more


def test_who_comes_late_has_the_time_after_their_own_printed_words() -> None:
    begun = met(LINES)
    at = datetime.time(9, 50)
    made = Arrive(who(begun, "Ann Ek"), at).apply(begun)
    assert line(made).startswith("Ann Ek (S), ordförande (från kl. 9.50)\nBo Al (M)\n")
    assert line(Arrive(who(begun, "Ann Ek"), None).apply(made)) == LINES


def test_who_shared_an_organisation_and_comes_back_shares_it_again() -> None:
    begun = met(PAIRS)
    away = SetPresence(who(begun, "Cy Asp"), APOLOGIES).apply(begun)
    assert line(SetPresence(who(away, "Cy Asp"), PRESENT, 2).apply(away)) == PAIRS


def test_a_person_moves_within_the_list() -> None:
    begun = met(BRACKETS)
    made = SetPresence(who(begun, "Cy Asp"), PRESENT, 0).apply(begun)
    assert line(made) == "Cy Asp (Kansliet), Ann Ek (Norrby), Bo Al (Söderby)"
    assert SetPresence(who(begun, "Cy Asp"), PRESENT).apply(begun) is begun


def test_a_slip_of_the_line_before_is_not_copied_on() -> None:
    begun = met("Ann Ek, Norrby , Bo Al, Söderby, Cy Asp, Västerby.")
    made = SetPresence(who(begun, "Cy Asp"), APOLOGIES).apply(begun)
    assert line(made) == "Ann Ek, Norrby, Bo Al, Söderby."


def test_a_line_without_marks_gives_the_house_form() -> None:
    people = replace(read_people(BRACKETS, b.IDS), line=Text("Alla"))
    assert form_of(people) == PeopleForm()
    assert SetPeople(PRESENT, people).apply(b.minutes()).attendance.present == people


@given(lists_of_people().filter(bool), st.data())
def test_whoever_stays_is_named_once_in_order_whatever_the_line_was(people: PeopleList, data: st.DataObject) -> None:
    kept = [entry for entry in people.entries if data.draw(st.booleans())]
    made = composed(data.draw(st.permutations(kept)), HOUSE, people)
    names = [made.line.plain[mark.start : mark.end] for mark in made.line.marks if mark.kind == "name"]
    assert names == [entry.name for entry in made.entries]
    assert composed(made.entries, HOUSE, made) == made, "what is composed stands"
