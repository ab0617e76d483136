"""Every command, proved sound on minutes that have one of everything."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from model.edit import adjust, arrange, attend, catalogue, head, move, park, postpone, refer, together, write
from model.edit.command import REGISTRY, Command, from_entry
from model.edit.patch import Patch
from model.errors import UnknownEntryError
from model.record.blocks import Amount, Clause, Deadline, Item, Paragraph, Row, Signature
from model.record.ids import APOLOGIES, GUESTS, PRESENT, NodeId
from model.record.lifecycle import Adjustment, Remark, Repair, Round
from model.record.links import Link
from model.record.meeting import Meeting
from model.record.minutes import Body, Minutes, UnknownNodeError
from model.record.people import Attendance, Attendee
from model.record.printing import frames, printed
from model.record.roster import composed
from model.record.style import CLASSIC, HOUSE
from model.record.text import Mark, Text
from tests import builders as b
from tests.sound import assert_sound

NOW = datetime.datetime(2015, 6, 12, 9, 30)
ANN = Attendee(NodeId("n-222222"), "Ann Ek", "Norrby")
BO = Attendee(NodeId("n-222223"), "Bo Al", "Söderby", group=1)
CY = Attendee(NodeId("n-222224"), "Cy Asp", "Söderby", group=1)

ITEM = Item(NodeId("a-222222"), heading=Text("Budget och plan"))
SUB = Item(NodeId("a-222223"), level=2, heading=Text("Delfråga"))
OTHER = Item(NodeId("a-222224"), heading=Text("Övrigt"))
PARA = Paragraph(NodeId("s-222222"), Text("Ärendet föredrogs.", (Mark(0, 7, "strong"),)))
FIRST = Clause(NodeId("t-222222"), Text("godkänna planen"), mandate=True)
SECOND = Clause(NodeId("t-222223"), Text("notera resten"))
ROW = Row(NodeId("r-222222"), (Text("Region"), Text("200 kr")))
LAST = Row(NodeId("r-222223"), (Text("Summa"), Text("200 kr")), "sum")
REPAIR = Repair(NodeId("e-222222"), SECOND.id, 8, "not", "nöt", "ocr", "proposed")
LINK = Link(NodeId("lk-222222"), FIRST.id, "foljer_upp", unresolved="kdg@2015-08-28")


def full_minutes() -> Minutes:
    """One of everything that a command can be done to."""
    made = b.minutes([ITEM, PARA, ROW, LAST, FIRST, SECOND, SUB, OTHER])
    people = Attendance(composed((ANN, BO, CY), HOUSE), composed((), HOUSE))
    life = replace(made.lifecycle, repairs=(REPAIR,), links=(LINK,), remarks=(Remark("se över"),))
    return replace(made, attendance=people, lifecycle=life)


@pytest.fixture
def full() -> Minutes:
    return full_minutes()


CASES: list[Command] = [
    write.WriteText(PARA.id, "Ärendet föredrogs av Ann."),
    write.WriteText(ROW.id, "Region\t300 kr"),
    write.WriteCell(ROW.id, 3, "ny"),
    write.WriteAfter(FIRST.id, "Plan bifogas."),
    write.MarkText(FIRST.id, Mark(0, 8, "emphasis")),
    write.UnmarkText(PARA.id, "strong", 0, 3),
    arrange.SplitBlock(PARA.id, 7, NodeId("s-333333")),
    arrange.SplitBlock(ITEM.id, 7, NodeId("s-333333")),
    arrange.SplitBlock(FIRST.id, 8, NodeId("t-333333")),
    arrange.SplitBlock(ROW.id, 7, NodeId("r-333333")),
    arrange.SplitBlock(FIRST.id, 15, NodeId("a-333333"), "item"),
    arrange.JoinBlocks(FIRST.id, SECOND.id),
    arrange.JoinBlocks(ITEM.id, PARA.id),
    arrange.JoinBlocks(LAST.id, FIRST.id),
    arrange.DeleteRange(ITEM.id, 6, SECOND.id, 7),
    arrange.DeleteRange(ITEM.id, 0, SECOND.id, 7),
    arrange.DeleteRange(PARA.id, 0, PARA.id, 8),
    arrange.DeleteRange(ITEM.id, 0, OTHER.id, 6),
    arrange.InsertBlock(None, Paragraph(NodeId("s-333333"), Text("Hälsning"), "opening")),
    arrange.RemoveBlock(PARA.id),
    arrange.InsertFragment(PARA.id, 7, (Clause(NodeId("t-333333"), Text("ett")), Row(NodeId("r-333333")))),
    arrange.SetKind(PARA.id, "clause"),
    arrange.SetKind(FIRST.id, "paragraph"),
    arrange.SetKind(ROW.id, "item"),
    arrange.SetKind(SUB.id, "item"),
    move.MoveItem(OTHER.id, -1),
    move.MoveItem(ITEM.id, 1),
    move.MoveBlock(SECOND.id, -1),
    head.SetNumber(5, 2016, "kdg"),
    head.SetTitle("Minnesanteckningar"),
    head.SetMeeting(Meeting(NodeId("m-999999"), datetime.date(2015, 6, 13), line="13 juni")),
    head.SetStyle(CLASSIC),
    head.SetBody(Body("ks", "Styrelsen", "Styrelsens")),
    head.SetSignatures((Signature(NodeId("u-222222"), "adjuster", "Justeras", "Ann Ek"),)),
    head.SetItem(replace(ITEM, status="withdrawn", kind="information", heading=Text("glöms"))),
    head.SetLead(FIRST.id, "Gruppen beslutar:"),
    attend.SetPeople(GUESTS, composed((Attendee(NodeId("n-333333"), "Di Berg", "Bolaget"),), HOUSE)),
    attend.AddPerson(APOLOGIES, Attendee(NodeId("n-333333"), "Di Berg", "Bolaget")),
    attend.AddPeople(
        GUESTS,
        (
            Attendee(NodeId("n-333333"), "Di Berg", "Bolaget", group=1),
            Attendee(NodeId("n-333334"), "Ed Bok", "Bolaget", group=1),
        ),
    ),
    attend.RemovePerson(BO.id),
    attend.SetPresence(ANN.id, APOLOGIES),
    attend.SetPresence(BO.id, GUESTS, 0),
    attend.Arrive(CY.id, datetime.time(9, 50), OTHER.id),
    attend.Leave(ANN.id, datetime.time(11, 0)),
    refer.AddLink(replace(LINK, id=NodeId("lk-333333"), target="p-333333#t-333333", unresolved=None)),
    refer.RemoveLink(LINK.id),
    refer.Commission(SECOND.id, "notera", deadlines=(Deadline("2015-08"),), amounts=(Amount(Decimal("100.50")),)),
    adjust.SetStatus("adjusting", NOW, "Ann"),
    adjust.AddToLife(Remark("se över", PARA.id)),
    adjust.SetAdjustment(Adjustment(("Ann",), datetime.date(2015, 6, 26))),
    adjust.SetRound(Round(1, ("Ann",), NOW, 1, "a" * 64)),
    adjust.SettleRepair(REPAIR.id, "refused"),
    together.Together((arrange.RemoveBlock(PARA.id), write.WriteText(SECOND.id, "bara detta"))),
    Patch(0, 1, (OTHER,)),
    park.Park(PARA.id, 8, 18),
    park.Unpark(0, PARA.id, 7),
    postpone.PutOff(
        ITEM.id,
        "withdrawn",
        Paragraph(NodeId("s-333333"), Text("Ärendet utgick."), "status"),
        replace(LINK, id=NodeId("lk-333333"), source=ITEM.id, kind="utgatt_till"),
    ),
]


@pytest.mark.parametrize("command", CASES, ids=lambda c: type(c).__name__)
def test_each_command_is_sound(full: Minutes, command: Command) -> None:
    made = assert_sound(command, full)
    assert made is not full, "the case shows the command doing something"


def test_every_registered_command_has_a_case() -> None:
    assert catalogue.ROOMS
    assert set(REGISTRY) == {type(case).__name__ for case in CASES}


@pytest.mark.parametrize("command", [
    write.WriteText(NodeId("s-999999"), "x"), arrange.SplitBlock(NodeId("s-999999"), 0, NodeId("s-333333")),
    arrange.SetKind(NodeId("s-999999"), "clause"), attend.Arrive(NodeId("n-999999"), None),
    refer.AddLink(replace(LINK, source=NodeId("t-999999"))), adjust.SettleRepair(NodeId("e-999999"), "applied"),
], ids=lambda c: type(c).__name__)  # fmt: skip
def test_a_command_that_names_nothing_refuses_whole(full: Minutes, command: Command) -> None:
    with pytest.raises(UnknownNodeError):
        command.apply(full)


@pytest.mark.parametrize(
    "entry", [None, {}, {"do": "Format"}, {"do": "WriteText"}, {"do": "WriteText", "node": 1, "plain": ""}]
)
def test_an_entry_that_is_not_understood_raises(entry: object) -> None:
    with pytest.raises(UnknownEntryError):
        from_entry(entry)


def test_splitting_a_heading_gives_a_paragraph_below(full: Minutes) -> None:
    made = arrange.SplitBlock(ITEM.id, 6, NodeId("s-333333")).apply(full)
    assert [type(block) for block in made.blocks[:2]] == [Item, Paragraph]
    assert made.blocks[1] == Paragraph(NodeId("s-333333"), Text(" och plan"))


def test_joining_keeps_the_first_kind_unless_it_was_empty(full: Minutes) -> None:
    empty = write.WriteText(ITEM.id, "").apply(full)
    made = arrange.JoinBlocks(ITEM.id, PARA.id).apply(empty)
    assert made.blocks[0] == replace(PARA, id=ITEM.id)


def test_a_range_from_the_start_takes_the_last_blocks_kind(full: Minutes) -> None:
    made = arrange.DeleteRange(ITEM.id, 0, SECOND.id, 7).apply(full)
    assert made.blocks[0] == Clause(ITEM.id, Text("resten"))


def test_moving_a_clause_moves_samt_with_it(full: Minutes) -> None:
    made = move.MoveBlock(SECOND.id, -1).apply(full)
    framed = frames(made)
    assert [printed(made.block(node), framed[node]) for node in (SECOND.id, FIRST.id)] == [
        "att notera resten", "samt att godkänna planen.",
    ]  # fmt: skip


def test_nothing_happens_gives_the_same_object(full: Minutes) -> None:
    same = [
        write.WriteText(SECOND.id, "notera resten"),
        arrange.SetKind(FIRST.id, "clause"),
        move.MoveItem(ITEM.id, -1),
        head.SetNumber(4, 2015),
        arrange.JoinBlocks(ITEM.id, SECOND.id),
        move.MoveBlock(FIRST.id, -1),
    ]
    for command in same:
        assert command.apply(full) is full, type(command).__name__


def test_a_person_moved_leaves_the_printed_line_right(full: Minutes) -> None:
    made = attend.SetPresence(ANN.id, APOLOGIES).apply(full)
    present, away = made.people(PRESENT), made.people(APOLOGIES)
    assert present is not None
    assert away is not None
    assert present.line.plain == "Bo Al och Cy Asp, Söderby."
    assert away.line.plain == "Ann Ek, Norrby."
