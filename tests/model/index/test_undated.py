"""Minutes whose line of the meeting says no day, because it was deleted or not read: every question has an answer."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from model.commands import lists
from model.commands.cards import cards
from model.index.opened import Index
from model.index.suggest import Suggester
from model.index.writing import refresh
from model.record.lifecycle import Lifecycle
from model.record.links import Link
from model.record.minutes import Minutes
from tests.builders import IDS, KDG, clause, item
from tests.model.index.archives import archive, made

DAY = datetime.date(2015, 11, 27)


def of(number: int, *, dated: bool, links: tuple[Link, ...] = ()) -> Minutes:
    """Minutes of one matter, with or without a day."""
    minutes = made(
        number, f"2015-{number:02}-10",
        item("Lekplats vid Norra dammen", clause("ge Lena i uppdrag att begära in offert på gungorna till nästa möte")),
        item("Budget", clause("anta budgeten för lekplatsen")),
    )  # fmt: skip
    meeting = minutes.meeting if dated else replace(minutes.meeting, date=None)
    return replace(minutes, meeting=meeting, lifecycle=Lifecycle(links=links))


def linked(number: int, to: Minutes) -> Minutes:
    """Undated minutes that are linked to the first item of `to`."""
    minutes = of(number, dated=False)
    link = Link(IDS.new("l"), minutes.blocks[0].id, "foljer_upp", target=f"{to.id}#{to.blocks[0].id}")
    return replace(minutes, lifecycle=Lifecycle(links=(link,)))


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Index]:
    monkeypatch.setenv("VID_TANGENTERNA_CACHE", str(tmp_path / "cache"))
    dated = of(1, dated=True)
    opened = Index(archive(tmp_path / "Protokoll", dated, of(2, dated=False), linked(3, dated), of(4, dated=True)))
    refresh(opened)
    yield opened
    opened.close()


def first(index: Index) -> str:
    """The address of the first item of the dated minutes that undated ones are linked to."""
    return str(index.one("select target from link"))


QUESTIONS: tuple[Callable[[Index], object], ...] = (
    lambda index: lists.line_of(index, (first(index),)),
    lambda index: lists.built_on(index, first(index).partition("#")[0]),
    lambda index: lists.promised(index, KDG.code, KDG.name, DAY),
    lambda index: lists.due_at(index, KDG.code, KDG.name, DAY),
    lambda index: lists.silent_of(index, KDG.code, KDG.name, DAY),
    lambda index: lists.register(index, "decisions", KDG.code, KDG.name, 2015, DAY),
    lambda index: lists.register(index, "matters", KDG.code, KDG.name, 2015, DAY),
)


@pytest.mark.parametrize("ask", QUESTIONS)
def test_the_lists_answer(index: Index, ask: Callable[[Index], object]) -> None:
    ask(index)


def test_the_line_of_a_matter_begins_with_what_has_no_day(index: Index) -> None:
    assert [entry.date for entry in lists.line_of(index, (first(index),))] == ["", "2015-01-10"]


@pytest.mark.parametrize("dated", [True, False])
def test_earlier_decisions_are_found_for_and_among_them(index: Index, dated: bool) -> None:
    draft = replace(of(9, dated=dated), number=9)
    assert cards(Suggester(index), index, draft, draft.blocks[0].id, 6).cards
