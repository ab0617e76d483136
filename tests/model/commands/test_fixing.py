"""One key sets a finding right, and undo takes it back."""

import datetime
from dataclasses import replace

import pytest

from model.check.finding import Finding
from model.check.run import findings
from model.commands.fixing import fix
from model.record.blocks import Paragraph, Row
from model.record.ids import APOLOGIES, GUESTS, MEETING_LINE, PRESENT, CountingIds, NodeId
from model.record.members import Member, Register, Seat
from model.record.minutes import Minutes
from model.record.people import Attendance, Attendee
from model.record.roster import composed
from model.record.style import HOUSE
from model.record.text import Text
from tests import builders as b
from tests.sound import assert_sound

NODE = NodeId("s-222222")
REGISTER = Register((Member("Lund"), Member("Eslöv")), (Seat("Bo Al", "Eslöv", title="direktör"),))


def found(minutes: Minutes, rule: str) -> Finding:
    return next(f for f in findings(minutes, REGISTER, least="style") if f.rule == rule)


@pytest.mark.parametrize(("rule", "words", "made"), [
    ("straight-quote", 'Det heter "Automaten" nu', "Det heter ”Automaten” nu"),
    ("hyphen-range", "Åren 2016-2019 gick", "Åren 2016–2019 gick"), ("double-blank", "Två  ord", "Två ord"),
    ("double-blank", "Slut..", "Slut."),
    ("blank-before-mark", "Ett , två", "Ett, två"), ("clock-form", "kl 9", "kl. 9"),
    ("amount-blank", "Det blir 200000kr", "Det blir 200\u00a0000\u00a0kr"), ("apostrophe", "SKL's plan", "SKL:s plan"),
    ("apostrophe", "SKLs plan", "SKL:s plan"), ("apostrophe", "Abou's plan", "Abous plan"),
    ("weekday", "Torsdagen den 12 juni 2015 kom", "Fredagen den 12 juni 2015 kom"),
    ("year-missing", "till den 28 augusti", "till den 28 augusti 2015"),
])  # fmt: skip
def test_words_are_set_right(rule: str, words: str, made: str) -> None:
    minutes = b.minutes(b.item("Budget"), Paragraph(NODE, Text(words)))
    command = fix(minutes, found(minutes, rule), REGISTER, CountingIds())
    assert command is not None
    after = assert_sound(command, minutes).block(NODE)
    assert isinstance(after, Paragraph)
    assert after.text.plain == made
    assert rule not in {f.rule for f in findings(assert_sound(command, minutes), REGISTER, least="style")}


def test_a_typed_att_goes() -> None:
    minutes = b.minutes(b.item("Budget", b.clause("samt att godkänna planen")))
    command = fix(minutes, found(minutes, "typed-att"), REGISTER, CountingIds())
    assert command is not None
    assert [f.rule for f in findings(assert_sound(command, minutes)) if f.rule == "typed-att"] == []


def test_a_wrong_sum_is_written_like_its_column() -> None:
    total = b.row("Summa", "400 kr", kind="sum")
    minutes = b.minutes(b.item("Kostnad"), [b.row("A", "200 kr"), b.row("B", "100 kr"), total])
    command = fix(minutes, found(minutes, "sum"), REGISTER, CountingIds())
    assert command is not None
    row = assert_sound(command, minutes).block(total.id)
    assert isinstance(row, Row)
    assert [cell.plain for cell in row.cells] == ["Summa", "300\u00a0kr"]


def attended() -> Minutes:
    ann = Attendee(NodeId("n-222222"), "Ann Ek", "Lund", role="chair")
    made = b.minutes(b.item("Budget", b.paragraph("Anna Berg redovisade ärendet.")))
    return replace(made, attendance=Attendance(composed([ann], HOUSE)))


@pytest.mark.parametrize(("rule", "row", "line"), [
    ("member-missing", APOLOGIES, "Bo Al (direktör), Eslöv."), ("speaker-unlisted", GUESTS, "Anna Berg."),
])  # fmt: skip
def test_whoever_is_missing_is_added(rule: str, row: NodeId, line: str) -> None:
    minutes = attended()
    command = fix(minutes, found(minutes, rule), REGISTER, CountingIds())
    assert command is not None
    people = assert_sound(command, minutes).people(row)
    assert people is not None
    assert people.line.plain == line


def test_the_meetings_own_line_keeps_its_reading() -> None:
    minutes = b.minutes(b.item("A"))
    line = "Torsdag den 12 juni 2015 kl. 9.00–11.00, Lund"
    minutes = replace(minutes, meeting=replace(minutes.meeting, line=line))
    command = fix(minutes, found(minutes, "weekday"), REGISTER, CountingIds())
    assert command is not None
    meeting = assert_sound(command, minutes).meeting
    assert (meeting.line, meeting.start) == (line.replace("Torsdag", "Fredag"), datetime.time(9, 0))


@pytest.mark.parametrize("finding", [
    Finding("no-decision", NODE), Finding("twice", PRESENT, "Ann Ek"), Finding("straight-quote", NODE, '"', 90, 91),
    Finding("straight-quote", NodeId("s-999999"), '"', 0, 1), Finding("member-missing", PRESENT, "Höör"),
    Finding("hyphen-range", MEETING_LINE, "1-2", 0, 3), Finding("sum", NODE, "3"),
])  # fmt: skip
def test_where_a_person_must_choose_nothing_is_done(finding: Finding) -> None:
    minutes = b.minutes(b.item("Budget"), Paragraph(NODE, Text("Ord")))
    assert fix(minutes, finding, REGISTER, CountingIds()) is None
