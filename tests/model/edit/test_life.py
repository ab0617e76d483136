"""Life after the meeting: rounds, facts, repairs that are settled and taken back, people who come and go."""

import datetime
from dataclasses import replace

import pytest

from model.edit.adjust import AddToLife, SetRound, SetStatus, SettleRepair
from model.edit.attend import Arrive, Leave, SetPresence
from model.record.blocks import Clause
from model.record.ids import APOLOGIES, PRESENT, NodeId
from model.record.lifecycle import Correction, Dispatch, Event, Remark, Repair, Round, Seal, Silenced, Version
from model.record.minutes import Minutes
from model.record.people import Attendance, Attendee
from model.record.roster import composed
from model.record.style import CLASSIC, HOUSE
from model.record.text import Text
from tests import builders as b
from tests.model.edit.test_commands import NOW
from tests.sound import assert_sound

CLAUSE = Clause(NodeId("t-222222"), Text("bifalla f0rslaget"))
REPAIR = Repair(NodeId("e-222222"), CLAUSE.id, 13, "0", "ö", "ocr", "proposed")
ANN = Attendee(NodeId("n-222222"), "Ann Ek", "Norrby")


def with_repair(repair: Repair, clause: Clause = CLAUSE) -> Minutes:
    record = b.minutes(b.item("Ärende", clause))
    return replace(record, lifecycle=replace(record.lifecycle, repairs=(repair,)))


def words(record: Minutes) -> str:
    return record.block(CLAUSE.id).text.plain  # type: ignore[union-attr]


def test_a_repair_is_applied_and_taken_back_again() -> None:
    mended = assert_sound(SettleRepair(REPAIR.id, "applied"), with_repair(REPAIR))
    assert words(mended) == "bifalla förslaget"
    back = assert_sound(SettleRepair(REPAIR.id, "refused"), mended)
    assert words(back) == "bifalla f0rslaget"
    assert back.lifecycle.repairs[0].status == "refused"


def test_a_repair_of_words_that_have_been_changed_since_leaves_them() -> None:
    changed = with_repair(REPAIR, replace(CLAUSE, text=Text("avslå allt")))
    assert words(SettleRepair(REPAIR.id, "applied").apply(changed)) == "avslå allt"
    gone = with_repair(replace(REPAIR, node=NodeId("t-999999")))
    assert words(SettleRepair(REPAIR.id, "applied").apply(gone)) == CLAUSE.text.plain


def test_settling_twice_is_nothing() -> None:
    mended = SettleRepair(REPAIR.id, "applied").apply(with_repair(REPAIR))
    assert SettleRepair(REPAIR.id, "applied").apply(mended) is mended


@pytest.mark.parametrize("fact", [
    Version(1, NOW, "a" * 64), Dispatch("minutes", NOW, "email", "Bo"),
    Seal(1, "a" * 64, "b" * 64, "adjusted", NOW, "Bo"),
    Correction(NodeId("e-333333"), CLAUSE.id, NOW.date(), "Bo", "a", "b", "skrivfel"), Remark("se över"),
    Event(NOW, "adjusting"), Silenced("no-date", "Bo", NOW),
], ids=lambda fact: type(fact).__name__)  # fmt: skip
def test_every_fact_of_life_is_added_last_and_approved_minutes_take_it(fact: Version) -> None:
    sealed = SetStatus("adjusted", NOW).apply(b.minutes(CLAUSE))
    made = assert_sound(AddToLife(fact), sealed)
    assert made.blocks is sealed.blocks


def test_a_round_received_takes_the_place_of_the_one_that_was_sent() -> None:
    sent = SetRound(Round(1, ("Bo",), NOW, 1, "a" * 64)).apply(b.minutes())
    again = SetRound(Round(2, ("Bo",), NOW, 2, "b" * 64)).apply(sent)
    done = assert_sound(SetRound(Round(1, ("Bo",), NOW, 1, "a" * 64, received=NOW)), again)
    assert done.lifecycle.adjustment is not None
    assert [(r.number, r.received) for r in done.lifecycle.adjustment.rounds] == [(1, NOW), (2, None)]


def test_the_same_status_again_is_nothing_and_every_other_is_logged() -> None:
    record = b.minutes()
    assert SetStatus("draft", NOW).apply(record) is record
    events = SetStatus("draft", NOW).apply(SetStatus("adjusted", NOW).apply(record)).lifecycle.events
    assert [event.kind for event in events] == ["adjusted", "draft"]


@pytest.mark.parametrize(("style", "line"), [
    (HOUSE, "Ann Ek, Norrby (från kl. 9.50 till kl. 11.00)."),
    (CLASSIC, "Ann Ek, Norrby (från kl 09.50 till kl 11.00)."),
    (replace(CLASSIC, arrival="before_organisation"), "Ann Ek (från kl 09.50 till kl 11.00), Norrby."),
], ids=lambda value: value.name if hasattr(value, "name") else "")  # fmt: skip
def test_coming_late_and_leaving_early_are_printed_as_the_style_prints_them(style: object, line: str) -> None:
    record = replace(b.minutes(), attendance=Attendance(composed((ANN,), HOUSE)), style=style)  # type: ignore[arg-type]
    made = Arrive(ANN.id, datetime.time(9, 50)).apply(record)
    made = assert_sound(Leave(ANN.id, datetime.time(11)), made)
    assert made.people(PRESENT).line.plain == line  # type: ignore[union-attr]


def test_whoever_is_moved_to_the_apologies_is_in_one_list_only() -> None:
    record = replace(b.minutes(), attendance=Attendance(composed((ANN,), HOUSE)))
    made = assert_sound(SetPresence(ANN.id, APOLOGIES), record)
    assert [len(made.people(row).entries) for row in (PRESENT, APOLOGIES)] == [0, 1]  # type: ignore[union-attr]
    assert made.people(PRESENT).line.plain == "–"  # type: ignore[union-attr]
