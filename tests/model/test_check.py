"""Findings: what each rule says, where, and that a silenced one keeps quiet."""

from dataclasses import replace

import pytest

from model.check.run import findings
from model.record.ids import MEETING_LINE, PRESENT, TITLE, NodeId
from model.record.lifecycle import Silenced
from model.record.links import Link
from model.record.meeting import Meeting
from model.record.minutes import Minutes
from model.record.people import Attendance, Attendee
from model.record.roster import composed
from model.record.style import HOUSE
from tests import builders as b
from tests.model.edit.test_commands import NOW


@pytest.fixture
def whole() -> Minutes:
    """Minutes that lack nothing the rules ask for."""
    people = Attendance(composed((Attendee(NodeId("n-222222"), "Åsa Ek"),), HOUSE))
    return replace(b.minutes(b.item("Budget", b.clause("bifalla"))), attendance=people)


def rules(minutes: Minutes) -> list[tuple[str, str]]:
    return [(found.rule, found.node) for found in findings(minutes)]


def test_whole_minutes_have_no_findings(whole: Minutes) -> None:
    assert rules(whole) == []


def test_each_rule_says_what_is_missing_and_where(whole: Minutes) -> None:
    item, clause = whole.blocks
    assert rules(replace(whole, number=None)) == [("no-number", TITLE)]
    assert rules(replace(whole, number=None, title="Minnesanteckningar")) == []
    assert rules(replace(whole, meeting=Meeting(whole.meeting.id))) == [("no-date", MEETING_LINE)]
    assert rules(replace(whole, attendance=Attendance())) == [("no-present", PRESENT)]
    emptied = whole.with_blocks(0, 2, (*b.item(" "), b.clause("")))
    assert [rule for rule, _ in rules(emptied)] == ["empty-heading", "empty-clause"]
    assert (item.id, clause.id) != (emptied.blocks[0].id, emptied.blocks[1].id)


@pytest.mark.parametrize(("target", "unresolved", "fires"), [
    ("p-222222#t-222222", None, False), (None, "kdg@2015-08-28", False), (None, None, True), ("p-2", "kdg@2015", True),
])  # fmt: skip
def test_a_link_leads_to_one_place_or_says_what_the_text_says(
    whole: Minutes, target: str | None, unresolved: str | None, fires: bool
) -> None:
    link = Link(NodeId("lk-222222"), whole.blocks[0].id, "hanvisar", target, unresolved)
    linked = replace(whole, lifecycle=replace(whole.lifecycle, links=(link,)))
    assert bool(rules(linked)) == fires


def test_a_silenced_finding_keeps_quiet_at_its_place_only(whole: Minutes) -> None:
    two = whole.with_blocks(0, 2, (*b.item(""), *b.item("")))
    first = two.blocks[0].id
    quiet = replace(two, lifecycle=replace(two.lifecycle, silenced=(Silenced("empty-heading", "Åsa", NOW, first),)))
    assert rules(quiet) == [("empty-heading", two.blocks[1].id)]
