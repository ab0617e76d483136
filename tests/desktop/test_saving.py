"""Checkpoints: when they are asked for, what they say, and what happens when they do not go."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.saving import AFTER_LAST_CHANGE, SaveState, Saving
from model.edit.document import Document
from model.edit.write import WriteText
from model.errors import CannotWriteError, ChangedOnDiskError, MinutesError
from model.record.blocks import Item
from model.record.ids import CountingIds
from model.record.meeting import Meeting
from model.record.minutes import Body, Minutes
from tests.desktop.scripted import Scripted

PATH = Path("arkiv/protokoll.xml")
NOW = datetime.datetime(2015, 11, 27, 10, 42)


class Notebook:
    """A journal that only remembers what it was told."""

    def __init__(self) -> None:
        self.saves: list[tuple[str, Minutes]] = []

    def saved(self, sha256: str, minutes: Minutes, path: Path) -> None:
        self.saves.append((sha256, minutes))


@pytest.fixture
def document(ids: CountingIds) -> Document:
    minutes = Minutes(
        ids.new("p"), Body("g", "Gruppen", "Gruppens"), Meeting(ids.new("m")), blocks=(Item(ids.new("a")),)
    )
    return Document(minutes)


def write(document: Document, words: str) -> None:
    document.apply(WriteText(document.minutes.blocks[0].id, words))


@pytest.fixture
def notebook() -> Notebook:
    return Notebook()


@pytest.fixture
def saving(document: Document, notebook: Notebook, scripted: Scripted, qtbot: QtBot) -> Saving:
    return Saving(document, notebook, scripted, PATH, "old", now=lambda: NOW)


def test_a_change_is_saved_two_seconds_after_the_last_one(
    saving: Saving, document: Document, scripted: Scripted
) -> None:
    write(document, "Budget")
    assert saving._soon.isActive()
    assert saving._soon.interval() == AFTER_LAST_CHANGE == 2000
    saving._soon.timeout.emit()
    question = scripted.waiting("save")
    assert question.what == {"path": PATH, "minutes": document.minutes, "expected": "old"}


def test_a_checkpoint_that_goes_makes_the_document_clean_and_the_journal_new(
    saving: Saving, document: Document, notebook: Notebook, scripted: Scripted
) -> None:
    write(document, "Budget")
    saving.save()
    assert not saving.is_settled
    scripted.answer("save", "new")
    assert not document.is_dirty
    assert notebook.saves == [("new", document.minutes)]
    assert saving.state == SaveState("saved", NOW)
    assert saving.is_settled


def test_what_is_written_while_a_checkpoint_is_under_way_is_saved_by_the_next(
    saving: Saving, document: Document, scripted: Scripted
) -> None:
    write(document, "Bud")
    saving.save()
    write(document, "Budget")
    saving.save()
    assert len(scripted.asked) == 1, "one at a time"
    scripted.answer("save", "new")
    assert document.is_dirty
    assert saving._soon.isActive()
    saving.save()
    assert scripted.waiting("save").what["expected"] == "new"


def test_settling_waits_until_everything_is_in_the_archive(
    saving: Saving, document: Document, scripted: Scripted
) -> None:
    settled: list[str] = []
    write(document, "Bud")
    saving.save()
    write(document, "Budget")
    saving.settle(lambda: settled.append("yes"))
    scripted.answer("save", "new")
    assert not settled
    scripted.answer("save", "newer")
    assert settled == ["yes"]


def test_settling_is_immediate_when_nothing_has_changed(saving: Saving, scripted: Scripted) -> None:
    settled: list[str] = []
    saving.settle(lambda: settled.append("yes"))
    assert settled
    assert not scripted.asked


def test_an_archive_that_does_not_answer_is_said_and_tried_again(
    saving: Saving, document: Document, scripted: Scripted, notebook: Notebook
) -> None:
    errors: list[MinutesError] = []
    settled: list[str] = []
    saving.failed.connect(errors.append)
    write(document, "Budget")
    saving.settle(lambda: settled.append("yes"))
    scripted.fail("save", CannotWriteError(PATH))
    assert [type(error) for error in errors] == [CannotWriteError]
    assert saving.state == SaveState("kept", NOW)
    assert settled, "closing does not wait for an archive that is gone: the journal has the words"
    assert saving.would_lose
    assert saving._again.isActive()
    saving._again.timeout.emit()
    scripted.answer("save", "new")
    assert saving.state.kind == "saved"
    assert not saving.would_lose


def test_a_file_that_somebody_else_has_changed_is_never_written_over(
    saving: Saving, document: Document, scripted: Scripted
) -> None:
    write(document, "Budget")
    saving.save()
    scripted.fail("save", ChangedOnDiskError(PATH))
    assert saving.state.kind == "conflict"
    write(document, "Budget 2016")
    saving.save()
    assert not scripted.asked
    saving.rebase("theirs")
    assert scripted.waiting("save").what["expected"] == "theirs"


def test_minutes_without_a_place_wait_for_one(
    document: Document, notebook: Notebook, scripted: Scripted, qtbot: QtBot
) -> None:
    saving = Saving(document, notebook, scripted, None, None, now=lambda: NOW)
    write(document, "Budget")
    saving.save()
    assert not scripted.asked
    assert saving.would_lose
    saving.placed(PATH, "first", replace(document.minutes))
    assert saving.path == PATH
    assert document.is_dirty, "the archive holds an equal record, but not this one"


def test_no_checkpoint_comes_after_the_end(
    saving: Saving, document: Document, scripted: Scripted, notebook: Notebook
) -> None:
    write(document, "Budget")
    saving.save()
    saving.stop()
    scripted.answer("save", "new")
    assert not notebook.saves
    write(document, "mer")
    assert not saving._soon.isActive()
