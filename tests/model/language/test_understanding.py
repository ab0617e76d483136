"""What minutes say of themselves follows their words: filled in for the file, laid aside for the work."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given

from model.language.understanding import bare, understood
from model.record.blocks import Block, Clause, Deadline, Item, Paragraph
from model.record.ids import NodeId
from model.record.lifecycle import Lifecycle, Seal
from model.record.meeting import Meeting
from model.record.minutes import Body, Minutes
from model.record.text import Text
from tests.strategies import SOME_RUNS, records

ITEM = Item(NodeId("a-222222"), heading=Text("Mötesplan"))
DAY = datetime.date(2015, 6, 12)


def made(*blocks: Block) -> Minutes:
    body = Body("ks", "Kommunstyrelsen", "Kommunstyrelsens")
    return Minutes(NodeId("p-222222"), body, Meeting(NodeId("m-222222"), DAY), blocks=blocks)


def line(words: str) -> Paragraph:
    return Paragraph(NodeId("s-222222"), Text(words))


def clause(words: str) -> Clause:
    return Clause(NodeId("t-222222"), Text(words))


@pytest.mark.parametrize(("under", "status"), [
    ((), "open"),
    ((line(" "),), "open"),
    ((line("Planen diskuterades."),), "decided"),
    ((clause("godkänna planen"),), "decided"),
    ((Item(NodeId("a-333333"), 2), line("Planen diskuterades.")), "decided"),
    ((line("Utgår."),), "withdrawn"),
    ((line("Planen var inte klar. Ärendet bordlades."),), "tabled"),
    ((line("Planen diskuterades."), line("Utgår ur planen gör resorna.")), "decided"),
])  # fmt: skip
def test_what_became_of_an_item_is_what_stands_under_it(under: tuple[Block, ...], status: str) -> None:
    (item, *_) = understood(made(ITEM, *under)).blocks
    assert isinstance(item, Item)
    assert item.status == status


def test_a_clause_says_what_is_to_be_done_by_whom_and_when() -> None:
    (_, said) = understood(made(ITEM, clause("uppdra åt sekretariatet att ta fram en plan senast 2015-09-01"))).blocks
    assert isinstance(said, Clause)
    assert (said.action, said.mandate, said.responsible) == ("uppdra", True, ("sekretariatet",))
    assert said.deadlines == (Deadline("2015-09-01", "by"),)


def test_other_words_say_something_else() -> None:
    worked_on = bare(understood(made(ITEM, clause("uppdra åt sekretariatet att ta fram en plan"))))
    changed = worked_on.with_block(replace(clause(""), text=Text("godkänna planen")))
    (_, said) = understood(changed).blocks
    assert isinstance(said, Clause)
    assert (said.action, said.mandate, said.responsible) == ("godkänna", False, ())


def test_what_somebody_has_said_stands() -> None:
    own = replace(clause("uppdra åt sekretariatet att ta fram en plan"), mandate=True, responsible=("Ann Ek",))
    minutes = made(replace(ITEM, status="tabled"), own)
    assert understood(minutes) is minutes
    assert bare(minutes) is minutes


def test_a_seal_binds_the_contents() -> None:
    seal = Seal(1, "0" * 64, "0" * 64, "adjusted", datetime.datetime(2015, 6, 30, 12), "Ann Ek")
    sealed = replace(made(ITEM, clause("godkänna planen")), lifecycle=Lifecycle(seals=(seal,)))
    assert understood(sealed) is sealed
    full = replace(understood(made(ITEM, clause("godkänna planen"))), lifecycle=Lifecycle(seals=(seal,)))
    assert bare(full) is full


@SOME_RUNS
@given(records())
def test_laid_aside_and_said_again_is_the_same(minutes: Minutes) -> None:
    full = understood(minutes)
    assert understood(full) is full
    assert understood(bare(full)) == full
    assert bare(bare(full)) == bare(full)
