"""Earlier decisions beside the text: which, why, and what one key does with them; worker and records are real."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import answers, swedish
from desktop.linking import TURNED_DOWN
from desktop.panels.findlist import FindList
from desktop.panels.values import Find
from desktop.theme import Theme
from model.commands.cards import Card, Earlier
from model.record.blocks import Clause, Paragraph
from model.record.ids import NodeId
from tests.desktop.memory.desk import Archive


class TestCards:
    def test_the_decision_that_is_followed_up_comes_first_with_its_clause_and_the_reasons_in_words(
        self, archive: Archive
    ) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        first = archive.cards()[0]
        assert (first.short_name, first.number, first.heading) == ("4/2015", 1, "Projekt Mångfald Skåne Nordväst")
        assert "följa upp arbetet med ökad mångfald" in first.words
        assert {first.words[start:end] for start, end in first.marked} >= {"mångfald"}
        assert first.relation == "Uppföljning av"
        assert "nämner mötet 150612" in first.why
        assert "skulle tas upp på dagens möte" in first.why

    def test_the_header_has_no_cards_and_says_what_will_come(self, archive: Archive) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        archive.sheet.go_to(archive.sheet.mirror.ids[0])
        archive.until(lambda: archive.earlier.list.count() == 0)
        assert archive.earlier._says.text() == swedish.EARLIER_EMPTY

    def test_typing_asks_again_and_the_chosen_card_keeps_its_place(self, archive: Archive) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        chosen = archive.earlier.list.chosen()
        archive.type(" och verksamhetsplanen")
        asked = archive.minutes
        archive.until(lambda: archive.memory.suggesting._asked[0] is asked)
        archive.until(lambda: archive.program.asker._newest["earlier"] not in archive.program.asker._asked)
        assert archive.earlier.list.chosen().card == chosen.card
        assert archive.earlier.list.currentIndex().row() == 0

    def test_the_same_mandate_with_another_day_is_warned_of_on_its_card(self, archive: Archive) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        clause = [block for block in archive.memory.suggesting.blocks() if isinstance(block, Clause)][-1]
        archive.sheet.go_to(clause.id, len(clause.text.plain))
        archive.send(archive.sheet, Qt.Key.Key_Return)
        archive.type("följa upp arbetet med ökad mångfald på kommundirektörsmötet den 22 april 2016")
        archive.until(lambda: archive.cards() and archive.cards()[0].warning)
        said = archive.cards()[0].warning
        assert said == "Samma uppdrag som 4/2015 § 1 p 3, men annan tid: här 22 apr 2016, där 27 nov 2015."

    def test_a_decision_that_is_linked_is_warned_of_too(self, archive: Archive) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        archive.act("link")
        clause = [block for block in archive.memory.suggesting.blocks() if isinstance(block, Clause)][-1]
        archive.sheet.go_to(clause.id, len(clause.text.plain))
        archive.send(archive.sheet, Qt.Key.Key_Return)
        archive.type("följa upp arbetet med ökad mångfald på kommundirektörsmötet den 22 april 2016")
        archive.until(lambda: archive.cards() and archive.cards()[0].warning)
        assert archive.linked() == "Länkad till punkt 8"


class TestLinking:
    def test_one_key_links_with_evidence_from_the_paragraph_that_names_the_meeting(self, archive: Archive) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        chosen = archive.earlier.list.chosen()
        archive.act("link")
        link = archive.minutes.lifecycle.links[-1]
        assert (link.target, link.kind, link.evidence) == (chosen.address, "foljer_upp", "150612")
        assert link.certainty == "explicit"
        assert "150612" in archive.minutes.block(link.source).text.plain
        assert archive.linked() == "Länkad till punkt 8"
        assert archive.program.finding.link_name(link) == "4/2015 p. 1"

    def test_the_linked_card_stays_green_when_the_archive_has_answered_again(self, archive: Archive) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        card = archive.earlier.list.chosen().card
        archive.act("link")
        asked = archive.minutes
        archive.until(lambda: archive.memory.suggesting._asked[0] is asked)
        archive.until(lambda: archive.program.asker._newest["earlier"] not in archive.program.asker._asked)
        first = archive.cards()[0]
        assert first.card == card
        assert "mångfald" in {first.words[start:end] for start, end in first.marked}
        assert archive.linked() == "Länkad till punkt 8"

    def test_the_same_link_is_not_made_twice(self, archive: Archive) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        archive.act("link")
        links = archive.minutes.lifecycle.links
        archive.act("link")
        assert archive.minutes.lifecycle.links == links

    def test_it_is_taken_away_by_key_and_by_undo(self, archive: Archive) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        before = archive.minutes.lifecycle.links
        archive.act("link")
        archive.act("unlink")
        assert archive.minutes.lifecycle.links == before
        assert archive.linked() == ""
        archive.act("undo")
        assert len(archive.minutes.lifecycle.links) == len(before) + 1
        archive.act("undo")
        assert archive.minutes.lifecycle.links == before

    def test_delete_on_a_card_turns_it_down_for_this_item_for_good(self, archive: Archive) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        chosen = archive.earlier.list.chosen()
        QTest.keyClick(archive.earlier.list, Qt.Key.Key_Delete)
        said = archive.minutes.lifecycle.silenced[-1]
        assert said.rule == f"{TURNED_DOWN}{chosen.address}"
        assert chosen.card not in [card.card for card in archive.cards()]
        asked = archive.minutes
        archive.until(lambda: archive.memory.suggesting._asked[0] is asked)
        archive.until(lambda: archive.program.asker._newest["earlier"] not in archive.program.asker._asked)
        assert chosen.card not in [card.card for card in archive.cards()]

    def test_a_link_is_never_made_from_the_header_or_to_the_minutes_themselves(self, archive: Archive) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        find = archive.cards()[0]
        own = Find(archive.minutes.id, find.path, "8/2015", None, "a-x", 1, "", "")
        assert not archive.memory.joining.link(own)
        archive.sheet.go_to(archive.sheet.mirror.ids[0])
        assert not archive.memory.joining.link(find)


def card(p: float, **more: object) -> Card:
    """An earlier decision that is that probable."""
    made = Card(NodeId("p-1"), Path(), "4/2015", None, NodeId("a-1"), NodeId("a-1"), 1, None, None, "Rubrik", "", p=p)
    return replace(made, reasons=(("words", ("mångfald",)),), kind="fortsatter", **more)  # type: ignore[arg-type]


def test_what_is_only_like_this_item_says_so_and_no_more() -> None:
    (sure, weak, linked), _ = answers.earlier(Earlier((card(0.9), card(0.6), card(0.6, linked=True))))
    assert [find.faint for find in (sure, weak, linked)] == [False, True, False]
    assert (sure.relation, weak.relation) == ("Samma ärende som", "Liknar")
    assert weak.kind == "fortsatter"


def test_a_quiet_card_shows_its_words_when_it_is_chosen(qtbot: QtBot, theme: Theme) -> None:
    finds = [
        Find(
            "p-1", Path(), f"{n}/2015", None, "a-1", n, "Rubrik", "att göra det\natt göra mer", why="mångfald",
            faint=n > 1,
        )
        for n in (1, 2)
    ]  # fmt: skip
    shown = FindList(theme, "kort", cards=True)
    qtbot.addWidget(shown)
    shown.resize(300, 500)
    shown.show_finds(finds)
    shown.show()
    first, second = (shown.model().index(row, 0) for row in (0, 1))
    quiet = shown.visualRect(second).height()
    assert quiet < shown.visualRect(first).height()
    shown.step(1)
    qtbot.waitUntil(lambda: shown.visualRect(second).height() > quiet)


def test_what_is_sure_on_the_screen_is_sure_in_the_index() -> None:
    from model.index.suggest import SURE

    assert answers.SURE == SURE


def test_the_rule_of_a_rejection_is_the_one_the_index_reads() -> None:
    from model.index.suggest import REJECTED

    assert TURNED_DOWN == REJECTED


def paragraph(archive: Archive, words: str) -> NodeId:
    """The paragraph of the open minutes that holds `words`."""
    return next(b.id for b in archive.minutes.blocks if isinstance(b, Paragraph) and words in b.text.plain)


class TestReferences:
    def test_references_of_opened_minutes_are_underlined_quietly(self, archive: Archive) -> None:
        archive.open("8/2015")
        archive.until(lambda: archive.memory.suggesting.references)
        node = paragraph(archive, "150612")
        found = archive.memory.suggesting.references[node]
        assert [(cited.words, cited.outcome, cited.short_name) for cited in found] == [("150612", "found", "4/2015")]
        lines = {selection.cursor.selectedText() for selection in archive.sheet.extraSelections()}
        assert "150612" in lines
        assert "150612" in archive.sheet.toPlainText(), "the text is as it was"

    def test_tab_right_after_a_reference_that_was_typed_makes_the_link(self, archive: Archive) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        node = paragraph(archive, "150612")
        archive.sheet.go_to(node, len(archive.minutes.block(node).text.plain))
        before = archive.minutes.lifecycle.links
        archive.type(" Se även protokoll 6/2015")
        archive.until(lambda: archive.memory.references.offered)
        blocks = archive.minutes.blocks
        archive.send(archive.sheet, Qt.Key.Key_Tab)
        link = archive.minutes.lifecycle.links[-1]
        assert len(archive.minutes.lifecycle.links) == len(before) + 1
        assert (link.source, link.evidence) == (node, "protokoll 6/2015")
        assert link.target.startswith(
            next(x.minutes for x in archive.program.finding.lines if x.short_name == "6/2015")
        )
        assert archive.minutes.blocks == blocks, "Tab did nothing else"
        assert archive.memory.references.offered is None

    def test_a_meeting_that_is_not_in_the_archive_is_said_to_be_unresolved_and_not_linked(
        self, archive: Archive
    ) -> None:
        archive.open("8/2015")
        archive.at_item(8)
        node = paragraph(archive, "150612")
        archive.sheet.go_to(node, len(archive.minutes.block(node).text.plain))
        archive.type(" Gruppen beslutade vid sitt möte den 3 mars 2014 om detta.")
        archive.until(lambda: swedish.UNRESOLVED in archive.earlier._note.text())
        assert archive.memory.references.offered is None
