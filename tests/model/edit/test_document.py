"""`Document`: who hears what, when steps join, and what undo means."""

import datetime

import pytest

from model.edit.adjust import SetStatus
from model.edit.change import Change, Place
from model.edit.command import Command
from model.edit.document import Document
from model.edit.history import JOIN_WITHIN, LIMIT
from model.edit.write import WriteText
from model.errors import SealedError
from model.record.ids import NodeId
from model.record.minutes import Minutes, UnknownNodeError
from tests import builders as b

A, B = NodeId("s-222222"), NodeId("s-333333")


class Clock:
    """A clock that goes when it is told."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def first() -> Minutes:
    return b.minutes(b.text(A), b.text(B))


@pytest.fixture
def document(first: Minutes, clock: Clock) -> Document:
    return Document(first, clock=clock)


def words(document: Document, node: NodeId = A) -> str:
    return document.minutes.block(node).text.plain  # type: ignore[union-attr]


def steps(document: Document) -> int:
    count = 0
    while document.can_undo:
        document.undo()
        count += 1
    return count


def test_the_same_record_announces_nothing(document: Document) -> None:
    heard: list[Change] = []
    document.observe(heard.append)
    assert not document.apply(WriteText(A, ""))
    assert not heard
    assert not document.can_undo


def test_the_journal_hears_first_and_then_the_observers_in_order(first: Minutes) -> None:
    heard: list[str] = []
    document = Document(first, recorder=lambda _entry, _made: heard.append("journal"))
    document.observe(lambda _: heard.append("paper"))
    document.observe(lambda _: heard.append("sidebar"))
    document.apply(WriteText(A, "x"))
    assert heard == ["journal", "paper", "sidebar"]


def test_one_who_has_forgotten_hears_nothing_and_may_forget_twice(document: Document) -> None:
    heard: list[Change] = []
    forget = document.observe(heard.append)
    forget()
    forget()
    document.apply(WriteText(A, "x"))
    assert not heard


def test_a_change_says_who_asked_and_where_the_caret_goes(document: Document) -> None:
    heard: list[Change] = []
    document.observe(heard.append)
    document.apply(WriteText(A, "x"), origin="paper", place=Place(A, 1), came_from=Place(A, 0))
    assert (heard[-1].origin, heard[-1].place, heard[-1].touched) == ("paper", Place(A, 1), {A})
    assert document.undo(origin="menu") == Place(A, 0)
    assert heard[-1].origin == "menu"
    assert document.redo() == Place(A, 1)


def test_typing_in_one_place_is_one_step(document: Document, clock: Clock) -> None:
    for count in range(1, 6):
        document.apply(WriteText(A, "x" * count))
        clock.now += JOIN_WITHIN / 2
    assert steps(document) == 1


@pytest.mark.parametrize("between", ["pause", "other node", "end of step", "saved", "other hand", "undo and redo"])
def test_what_ends_a_step(document: Document, clock: Clock, between: str) -> None:
    document.apply(WriteText(A, "x"), origin="paper")
    if between == "pause":
        clock.now += JOIN_WITHIN * 2
    elif between == "end of step":
        document.end_step()
    elif between == "saved":
        document.mark_saved()
    elif between == "undo and redo":
        document.undo()
        document.redo()
    node, origin = (B if between == "other node" else A), ("form" if between == "other hand" else "paper")
    document.apply(WriteText(node, "xy"), origin=origin)
    assert steps(document) == 2


def test_undoing_back_to_what_was_saved_is_clean_again(document: Document, clock: Clock) -> None:
    document.apply(WriteText(A, "x"))
    document.mark_saved()
    assert not document.is_dirty
    clock.now += 5
    document.apply(WriteText(A, "xy"))
    assert document.is_dirty
    document.undo()
    assert not document.is_dirty
    document.undo()
    assert document.is_dirty


def test_a_new_change_ends_what_could_be_done_again(document: Document) -> None:
    document.apply(WriteText(A, "x"))
    document.undo()
    assert document.redo_label == "write"
    document.apply(WriteText(B, "y"))
    assert (document.can_redo, document.redo_label, document.undo_label) == (False, None, "write")
    assert document.redo() is None


def test_nothing_to_undo_is_nothing(document: Document, first: Minutes) -> None:
    assert document.undo() is None
    assert document.undo_label is None
    assert document.minutes is first


def test_a_change_while_a_change_is_announced_raises_and_is_not_made(document: Document) -> None:
    raised: list[RuntimeError] = []

    def meddling(_: Change) -> None:
        for act in (lambda: document.apply(WriteText(B, "y")), document.undo, document.redo):
            try:
                act()
            except RuntimeError as problem:
                raised.append(problem)

    document.observe(meddling)
    document.apply(WriteText(A, "x"))
    assert len(raised) == 3
    assert words(document, B) == ""


def test_an_observer_that_fails_does_not_stop_the_next_change(document: Document) -> None:
    def failing(_: Change) -> None:
        raise ValueError("a view of the program's own")

    forget = document.observe(failing)
    with pytest.raises(ValueError, match="view"):
        document.apply(WriteText(A, "x"))
    forget()
    assert document.apply(WriteText(A, "xy"))
    assert words(document) == "xy"


def test_a_command_that_refuses_changes_nothing_and_is_not_recorded(first: Minutes) -> None:
    recorded: list[Command] = []
    document = Document(first, recorder=lambda entry, _made: recorded.append(entry))
    with pytest.raises(UnknownNodeError):
        document.apply(WriteText(NodeId("s-999999"), "x"))
    document.apply(SetStatus("adjusted", datetime.datetime(2015, 6, 12)))
    with pytest.raises(SealedError):
        document.apply(WriteText(A, "x"))
    assert len(recorded) == 1


def test_history_has_an_end(first: Minutes, clock: Clock) -> None:
    document = Document(first, clock=clock)
    for count in range(LIMIT + 5):
        clock.now += JOIN_WITHIN * 2
        document.apply(WriteText(A, f"{count}"))
    assert steps(document) == LIMIT
