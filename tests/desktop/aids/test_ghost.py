"""Ghosts: what is offered, what Tab writes, and that nothing of it is text before."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from model.record.blocks import Clause, Paragraph
from model.record.ids import APOLOGIES, MEETING_LINE, PRESENT
from tests.desktop.aids.desk import NONE, Writing

TAB, ESC = Qt.Key.Key_Tab, Qt.Key.Key_Escape


@pytest.fixture
def clause(writing: Writing) -> Writing:
    """The caret in the first clause of the first item."""
    writing.type_in(PRESENT, "Anna Ek, Norrby, Katarina Dal, Österby.")
    writing.sheet.go_to(writing.minutes.blocks[0].id)
    writing.type("Budget")
    writing.send(writing.sheet, Qt.Key.Key_Return)
    writing.send(writing.sheet, TAB)
    return writing


def here(writing: Writing) -> str:
    return writing.sheet.textCursor().block().text()


def shown(writing: Writing) -> str:
    return writing.aids.ghost.paint.words.strip(" →")


@pytest.mark.parametrize(("typed", "ghost", "written"), [
    ("not", "notera informationen", "notera informationen"),
    ("noti", "i övrigt notera informationen", "i övrigt notera informationen"),
    ("i övrigt not", "era informationen", "i övrigt notera informationen"),
    ("uppd", "uppdra åt ‹organisation› att ‹vad› till mötet den ‹datum›", "uppdra åt "),
    ("anslå 200000kr", "200\u00a0000\u00a0kr", "anslå 200\u00a0000\u00a0kr"),
    ("vi tackar Kat", "arina Dal", "vi tackar Katarina Dal"),
])  # fmt: skip
def test_tab_writes_what_is_shown(clause: Writing, typed: str, ghost: str, written: str) -> None:
    clause.type(typed)
    assert shown(clause) == ghost
    assert here(clause) == typed, "a ghost is not text"
    clause.send(clause.sheet, TAB)
    assert here(clause) == written
    assert isinstance(clause.minutes.blocks[1], Clause)


@pytest.mark.parametrize(("typed", "sign", "left"), [
    ("i övrigt not", "e", "ra informationen"), ("i övrigt not", "x", ""), ("not", "e", "notera informationen"),
])  # fmt: skip
def test_a_ghost_never_covers_the_letter_that_is_typed(clause: Writing, typed: str, sign: str, left: str) -> None:
    """It stands after the letter, or is gone, before anything is looked up again."""
    clause.type(typed)
    paint = clause.aids.ghost.paint
    before = paint.x()
    QApplication.sendEvent(clause.sheet, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, NONE, sign))
    assert shown(clause) == left
    assert paint.isHidden() if not left else paint.x() > before


def test_tab_walks_the_slots_of_a_formula(clause: Writing) -> None:
    clause.type("uppd")
    clause.send(clause.sheet, TAB)
    assert shown(clause).startswith("‹organisation› att")
    clause.send(clause.sheet, TAB)
    assert here(clause) == "uppdra åt ", "an empty slot is never passed by"
    clause.type("kansliet")
    clause.send(clause.sheet, TAB)
    clause.type("svara")
    clause.send(clause.sheet, TAB)
    clause.type("4/12")
    clause.send(clause.sheet, TAB)
    assert here(clause) == "uppdra åt kansliet att svara till mötet den 4 december 2015"
    assert not clause.aids.ghost.offer


def test_tab_walks_amounts_times_and_the_usual_place(clause: Writing) -> None:
    clause.send(clause.sheet, Qt.Key.Key_Backtab)
    from desktop.pipe import Taught
    from model.language.autotext import shipped
    from model.language.phrases import Learned
    from model.record.members import Register

    taught = Taught(Learned(places=("Rådhuset, Norrby",)), Register(), Register(), shipped())
    clause.aids.knowing._on_answer(taught)
    clause.type("nästa")
    for words in ("", "4/12", "1315"):
        clause.type(words)
        clause.send(clause.sheet, TAB)
    assert shown(clause) == "Rådhuset, Norrby."
    clause.send(clause.sheet, TAB)
    assert here(clause) == "Nästa möte hålls den 4 december 2015 kl. 13.15 i Rådhuset, Norrby."


def test_a_name_is_completed_in_its_slot_and_the_walk_goes_on(clause: Writing) -> None:
    clause.type("just")
    clause.send(clause.sheet, TAB)
    clause.type("Kat")
    clause.send(clause.sheet, TAB)
    assert here(clause) == "utse Katarina Dal"
    clause.send(clause.sheet, TAB)
    assert here(clause) == "utse Katarina Dal att jämte ordföranden justera protokollet"


@pytest.mark.parametrize(("before", "after"), [
    ("anta förslaget att skapa förut", "sättningar"), ("att ska", "pa förutsättningar"),
    ("att skapa förutsättningar för f", "ler i arbete"), ("att göra", ""), ("i arbete", ""),
])  # fmt: skip
def test_what_was_said_in_the_item_is_offered_again_in_its_decision(clause: Writing, before: str, after: str) -> None:
    clause.send(clause.sheet, Qt.Key.Key_Backtab)
    clause.type("Förslaget är att skapa förutsättningar för fler i arbete.")
    clause.send(clause.sheet, Qt.Key.Key_Return)
    clause.send(clause.sheet, Qt.Key.Key_Return)
    assert isinstance(clause.minutes.blocks[2], Clause)
    clause.type(before)
    assert shown(clause) == after


def test_esc_sends_it_away_and_tab_is_the_papers_again(clause: Writing) -> None:
    clause.type("not")
    clause.send(clause.sheet, ESC)
    assert not shown(clause)
    clause.send(clause.sheet, TAB)
    assert here(clause) == "not"
    assert not isinstance(clause.minutes.blocks[1], Clause), "one step on in the chain"


def test_a_ghost_is_neither_copied_nor_searched_nor_read(clause: Writing) -> None:
    clause.type("not")
    assert shown(clause)
    clause.sheet.selectAll()
    clause.sheet.copy()
    assert "notera" not in QApplication.clipboard().text()
    assert "notera" not in clause.sheet.toPlainText()


def test_one_undo_takes_back_what_tab_wrote(clause: Writing) -> None:
    clause.type("not")
    clause.send(clause.sheet, TAB)
    clause.program.desk.actions["undo"].trigger()
    assert here(clause) == "not"


def test_walking_through_the_text_offers_nothing(clause: Writing) -> None:
    clause.type("not")
    clause.send(clause.sheet, Qt.Key.Key_Home)
    clause.send(clause.sheet, Qt.Key.Key_End)
    assert not shown(clause)


def test_a_hurried_meeting_line_is_offered_as_the_style_prints_it(writing: Writing) -> None:
    writing.sheet.go_to(MEETING_LINE)
    writing.sheet.selectAll()
    writing.sheet.go_to(MEETING_LINE, 10_000)
    while here(writing):
        writing.send(writing.sheet, Qt.Key.Key_Backspace)
    writing.type("fre 27/11 9-1145 Storgatan 7 Norrby")
    assert shown(writing) == "Fredag den 27 november 2015 kl. 9.00–11.45, Storgatan 7, Norrby"
    writing.send(writing.sheet, TAB)
    assert here(writing) == "Fredag den 27 november 2015 kl. 9.00–11.45, Storgatan 7, Norrby"
    assert writing.minutes.meeting.place.town == "Norrby"
    assert writing.sheet.node() == MEETING_LINE
    writing.send(writing.sheet, TAB)
    assert writing.sheet.node() == PRESENT, "the second Tab is the next row"


def test_in_a_list_of_people_the_name_comes_with_its_organisation_but_never_twice(writing: Writing) -> None:
    from model.language.phrases import Learned
    from model.language.whois import Known
    from model.record.members import Register

    known = (Known("Anna Ek", "Norrby"), Known("Katarina Dal", "Österby"))
    from desktop.pipe import Taught

    writing.aids.knowing._on_answer(Taught(Learned(people=known), Register(), Register(), ()))
    writing.sheet.go_to(PRESENT)
    writing.type("Kata")
    writing.send(writing.sheet, TAB)
    assert here(writing) == "Katarina Dal, Österby"
    writing.sheet.go_to(APOLOGIES)
    writing.type("Kata")
    assert not shown(writing)


@pytest.mark.parametrize("word_by_word", [False, True])
def test_a_closing_that_is_accepted_ends_the_meeting_as_a_typed_one(clause: Writing, word_by_word: bool) -> None:
    from desktop.pipe import Taught
    from model.language.foresight import corpus
    from model.language.phrases import Learned
    from model.record.members import Register

    said = corpus([("paragraph", "Ordföranden tackade för dagens möte")] * 8)
    clause.aids.knowing._on_answer(Taught(Learned(said), Register(), Register(), ()))
    clause.type("x")
    clause.send(clause.sheet, Qt.Key.Key_Return)
    clause.send(clause.sheet, Qt.Key.Key_Backtab)
    clause.type("Ordföranden tack")
    for _ in range(4 if word_by_word else 1):
        clause.send(clause.sheet, Qt.Key.Key_Right if word_by_word else TAB)
    assert here(clause) == "Ordföranden tackade för dagens möte"
    assert clause.minutes.blocks[-1].kind == "closing"
    clause.program.desk.actions["undo"].trigger()
    assert clause.minutes.blocks[-1].kind == "text"


def test_the_usual_opening_stands_ready_in_an_empty_first_paragraph(writing: Writing) -> None:
    from desktop.pipe import Taught
    from model.language.phrases import Learned
    from model.record.members import Register

    taught = Taught(Learned(openings=("Ordföranden hälsade välkomna.",)), Register(), Register(), ())
    writing.aids.knowing._on_answer(taught)
    writing.sheet.go_to(writing.minutes.blocks[0].id)
    writing.send(writing.sheet, Qt.Key.Key_Backspace)
    assert isinstance(writing.minutes.blocks[0], Paragraph)
    assert shown(writing) == "Ordföranden hälsade välkomna."
    writing.send(writing.sheet, TAB)
    assert here(writing) == "Ordföranden hälsade välkomna."
