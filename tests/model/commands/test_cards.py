"""Earlier decisions as cards, references with where they lead, and lists as rows: what the screen is given."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from model.commands import lists
from model.commands.cards import cards, marks, shown_clauses
from model.commands.citing import citations
from model.index.opened import Index
from model.index.suggest import Suggester
from model.index.writing import refresh
from model.record.ids import NodeId
from model.record.links import Link
from model.record.minutes import Minutes
from tests.builders import clause, item, paragraph
from tests.model.index.archives import archive, made

PLAN = clause("följa upp simhallens energiplan på mötet den 27 november 2015")
FIRST = made(4, "2015-06-12", item("Energiplan för simhallen", clause("anta energiplanen"), PLAN))
SAID = paragraph("Gruppen beslutade vid sitt möte 150612 att simhallens energiplan skulle följas upp.")
LAST = made(8, "2015-11-27", item("Uppföljning av simhallens energiplan", SAID, clause("notera rapporten")))
DAY = datetime.date(2015, 11, 27)


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Index]:
    monkeypatch.setenv("VID_TANGENTERNA_CACHE", str(tmp_path / "cache"))
    with Index(archive(tmp_path / "A", FIRST, LAST)) as opened:
        refresh(opened)
        yield opened


def linked(kind: str = "foljer_upp") -> Minutes:
    """8/2015 with its paragraph linked to the clause that promised."""
    link = Link(NodeId("l-1"), SAID.id, kind, f"{FIRST.id}#{PLAN.id}", evidence="150612")  # type: ignore[arg-type]
    return replace(LAST, lifecycle=replace(LAST.lifecycle, links=(link,)))


def test_the_card_has_its_clauses_the_marks_and_the_reasons(index: Index) -> None:
    found = cards(Suggester(index), index, LAST, LAST.blocks[0].id, 3).cards
    first = found[0]
    assert (first.short_name, first.number, first.clause, first.node) == ("4/2015", 1, 2, PLAN.id)
    assert first.text.split("\n")[0].startswith("att anta energiplanen")
    assert "den 27 november 2015" in {first.text[start:end] for start, end in first.marked}
    assert {why for why, _ in first.reasons} >= {"meeting", "due"}
    assert not first.linked


def test_what_is_linked_stays_and_is_not_suggested_again(index: Index) -> None:
    found = cards(Suggester(index), index, linked(), LAST.blocks[0].id, 3).cards
    assert [(card.node, card.linked, card.kind) for card in found] == [(PLAN.id, True, "foljer_upp")]
    assert found[0].reasons == (("linked", ("150612",)),)


def test_the_header_has_no_cards(index: Index) -> None:
    assert cards(Suggester(index), index, LAST, NodeId("title"), 3).cards == ()


@pytest.mark.parametrize(("clauses", "node", "shown"), [
    ([], "x", ""), ([("a", "att ett")], "a", "att ett"), ([("a", "ett"), ("b", "samt två")], "a", "ett\nsamt två"),
    ([("a", "ett"), ("b", "två"), ("c", "tre")], "c", "ett\ntre"), ([("a", "ett"), ("b", "två")], "no", "ett\ntvå"),
])  # fmt: skip
def test_the_first_clause_and_the_one_that_counts_are_shown(
    clauses: list[tuple[str, str]], node: str, shown: str
) -> None:
    assert shown_clauses(clauses, node) == shown


def test_marks_know_inflections_and_parts_and_pass_general_words_by() -> None:
    text = "att följa upp mångfalden i projektet den 27 november 2015"
    found = [text[a:b] for a, b in marks(text, ["mångfaldsarbetet", "projekt"], DAY)]
    assert found == ["mångfalden", "den 27 november 2015"]


def test_references_lead_to_a_meeting_or_are_unresolved(index: Index) -> None:
    lost = paragraph("Gruppen beslutade vid sitt möte 140303 om en annan sak.")
    minutes = replace(LAST, blocks=(*LAST.blocks, lost))
    found = citations(index, minutes, [SAID.id, lost.id, LAST.blocks[0].id])
    assert set(found) == {SAID.id, lost.id}
    cited = found[SAID.id][0]
    assert (cited.words, cited.outcome, cited.target, cited.short_name) == ("150612", "found", FIRST.id, "4/2015")
    assert [(one.words, one.outcome, one.target) for one in found[lost.id]] == [("140303", "unresolved", None)]


def test_lists_are_rows_with_addresses_and_places(index: Index) -> None:
    code, name = lists.bodies(index)[0]
    assert lists.years(index, code, name) == (2015,)
    due = lists.due_at(index, "", name, DAY)
    assert [(row.address, row.target, row.state) for row in due] == [
        ("4/2015 § 1 p 2", f"{FIRST.id}#{PLAN.id}", "open")
    ]
    assert due[0].path is not None
    assert due[0].path.is_file()
    rows = lists.register(index, "decisions", code, name, 2015, DAY)
    assert [row.address for row in rows] == ["4/2015 § 1 p 1", "4/2015 § 1 p 2", "8/2015 § 1 p 1"]
    assert lists.register(index, "matters", "no", "such", 2015, DAY) == ()


def test_a_link_from_a_paragraph_closes_the_promise_and_joins_both_ends(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VID_TANGENTERNA_CACHE", str(tmp_path / "cache"))
    with Index(archive(tmp_path / "B", FIRST, linked())) as index:
        refresh(index)
        assert lists.due_at(index, "", FIRST.body.name, DAY) == ()
        start = f"{FIRST.id}#{FIRST.blocks[0].id}"
        assert [row.address for row in lists.line_of(index, (start,))] == ["4/2015 § 1", "8/2015 § 1"]
        assert [(row.address, row.state) for row in lists.built_on(index, FIRST.id)] == [("8/2015 § 1", "foljer_upp")]
        third = made(1, "2016-01-15", item("Energiplan för simhallen", paragraph("Se protokoll 4/2015.")))
        card = cards(Suggester(index), index, third, third.blocks[0].id, 3).cards[0]
        assert [(place.short_name, place.number, place.kind) for place in card.later] == [("8/2015", 1, "foljer_upp")]


def test_a_years_registers_are_written_as_word(index: Index) -> None:
    path = lists.register_to_word(index, FIRST.body.name, 2015, DAY)
    assert path is not None
    assert path.read_bytes().startswith(b"PK")
    assert lists.register_to_word(index, "another", 2015, DAY) is None
