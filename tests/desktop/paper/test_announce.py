"""What a screen reader is told: where the caret came, what moved, what was undone."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from desktop import swedish
from desktop.paper.announce import block_words
from desktop.paper.words import row_label
from desktop.theme import Theme
from model.record.ids import APOLOGIES, GUESTS, PRESENT, TITLE
from tests.desktop.paper.drawing import paper
from tests.desktop.paper.test_borders import PRESSED, Desk

SPOKEN = [
    (["# |A"], "Punkt 1, rubrik"),
    (["# A", "te|xt"], "Stycke, punkt 1"),
    (["# A", "* ett", "* tv|å", "* tre"], "Beslut, att-sats 2 av 3, punkt 1"),
    (["# A", "* ett", "text", "* tv|å"], "Beslut, att-sats 1 av 1, punkt 1"),
    (["# A", "# B", "## |c"], "Punkt 2 a, underrubrik"),
    (["# A", "= a\tb|"], "Tabellrad, punkt 1"),
    (["tid: |"], "Tid/Plats"),
]


@pytest.mark.parametrize(("lines", "words"), SPOKEN, ids=[words for _, words in SPOKEN])
def test_a_block_is_told_by_kind_and_place(lines: list[str], words: str) -> None:
    minutes, selection = paper(*lines)
    assert block_words(minutes, selection.caret.node) == words


@pytest.mark.parametrize(
    ("row", "words"), [(PRESENT, "Närvarande"), (GUESTS, "Inbjudna gäster"), (TITLE, swedish.TITLE_ROW)]
)
def test_header_rows_are_told_by_their_labels(row: str, words: str) -> None:
    minutes, _ = paper("# |A")
    assert block_words(minutes, row) == words


def test_a_row_that_the_style_leaves_out_when_empty_still_has_a_label_on_the_paper() -> None:
    minutes, _ = paper("# |A")
    silent = replace(minutes, style=replace(minutes.style, label_apologies=""))
    assert row_label(silent, APOLOGIES) == "Anmält förhinder"
    assert block_words(silent, APOLOGIES) == "Anmält förhinder"


class TestSaid:
    @pytest.fixture
    def said(self, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> tuple[Desk, list[str]]:
        desk = Desk(theme, ["# A", "text", "# B|"])
        qtbot.addWidget(desk.sheet)
        heard: list[str] = []
        monkeypatch.setattr(desk.sheet, "say", heard.append)
        return desk, heard

    def test_a_moved_item_says_its_new_number(self, said: tuple[Desk, list[str]]) -> None:
        desk, heard = said
        desk.press(*PRESSED["move_up"])
        assert heard == ["Punkt 2 är nu punkt 1"]
        desk.press(*PRESSED["move_up"])
        assert len(heard) == 1, "nothing moved"

    def test_undo_and_redo_say_what(self, said: tuple[Desk, list[str]]) -> None:
        desk, heard = said
        desk.type("x")
        desk.sheet.undo()
        desk.sheet.redo()
        desk.sheet.redo()
        assert heard == ["Ångrat: skrivet", "Gjort om: skrivet", "Inget att göra om"]
