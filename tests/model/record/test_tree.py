"""The derived tree: total, and its leaves are the sequence; what is printed round the words follows from it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.record.blocks import Block, Clause, Item, Paragraph
from model.record.minutes import Minutes
from model.record.printing import address, frames, node_at, printed, title
from model.record.style import CLASSIC, StyleProfile
from model.record.tree import Section, derive, flatten, letter, sections
from tests import builders as b
from tests.strategies import BLOCKS, SOME_RUNS, records


@SOME_RUNS
@given(st.lists(BLOCKS, max_size=12))
def test_every_sequence_has_a_tree_and_its_leaves_are_the_sequence(blocks: list[Block]) -> None:
    assert list(flatten(derive(blocks))) == blocks


@SOME_RUNS
@given(st.lists(BLOCKS, max_size=12))
def test_the_tree_has_one_shape(blocks: list[Block]) -> None:
    for section in sections(derive(blocks)):
        assert all(isinstance(child, Section) and child.item.level == 2 for child in section.children)
        assert not any(isinstance(part, Paragraph) and part.kind == "closing" for part in section.parts)


@SOME_RUNS
@given(records())
def test_every_block_has_a_frame_and_every_clause_an_address_that_leads_back(record: Minutes) -> None:
    framed = frames(record)
    assert set(framed) == {block.id for block in record.blocks}
    tops = [s for s in sections(derive(record.blocks)) if s.number]
    if len({(s.number, s.letter) for s in tops}) == len(tops):
        for section in tops:
            assert node_at(record, section.number, section.letter) == section.item.id
            for count, block in enumerate((x for x in flatten(section.parts) if isinstance(x, Clause)), 1):
                assert node_at(record, section.number, section.letter, count) == block.id
                assert address(record, block.id).endswith(f" p {count}")


def lines_of(record: Minutes) -> list[str]:
    framed = frames(record)
    return [printed(block, framed[block.id]) for block in record.blocks]


@pytest.mark.parametrize(("clauses", "expected"), [
    (["bifalla"], ["att bifalla."]),
    (["bifalla", "notera"], ["att bifalla", "samt att notera."]),
    (["ett", "två", "tre"], ["att ett", "att två", "samt att tre."]),
    (["ett:", "två?"], ["att ett:", "samt att två?"]),
])  # fmt: skip
def test_att_and_samt_are_printed_and_never_typed(clauses: list[str], expected: list[str]) -> None:
    assert lines_of(b.minutes([b.clause(words) for words in clauses])) == expected


@pytest.mark.parametrize(("style", "expected"), [
    (StyleProfile(samt="none", clause_stop="all"), ["att ett.", "att två."]),
    (StyleProfile(samt="after_next_last"), ["att ett samt", "att två."]),
    (StyleProfile(capital_att=True, samt="none", clause_stop="none"), ["Att ett", "Att två"]),
    (CLASSIC, ["att ett", "samt att två."]),
])  # fmt: skip
def test_each_style_prints_the_same_clauses_its_own_way(style: StyleProfile, expected: list[str]) -> None:
    assert lines_of(replace(b.minutes(b.clause("ett"), b.clause("två")), style=style)) == expected


def test_a_clause_with_its_own_lead_begins_a_new_decision() -> None:
    record = b.minutes(b.clause("ett"), b.clause("två", lead="Styrelsen beslutar:"), b.clause("tre"))
    leads = [frames(record)[block.id].decision for block in record.blocks]
    assert leads == ["Beslut:", "Styrelsen beslutar:", None]
    assert lines_of(record) == ["att ett.", "att två", "samt att tre."]


def test_numbers_go_on_from_an_own_number_and_letters_begin_again() -> None:
    first, second, third = Item(b.IDS.new("a"), number=43), Item(b.IDS.new("a"), level=2), Item(b.IDS.new("a"))
    record = b.minutes(first, second, third, Item(b.IDS.new("a"), level=2), Item(b.IDS.new("a"), level=2))
    found = [(s.number, s.letter) for s in sections(derive(record.blocks))]
    assert found == [(43, None), (43, "a"), (44, None), (44, "a"), (44, "b")]
    assert lines_of(record)[:2] == ["43. ", "a) "]


@pytest.mark.parametrize(("position", "expected"), [(0, "a"), (25, "z"), (26, "aa"), (701, "zz"), (702, "aaa")])
def test_letters_never_end(position: int, expected: str) -> None:
    assert letter(position) == expected


def test_the_title_is_derived_until_somebody_writes_another() -> None:
    record = b.minutes()
    assert title(record) == "Direktörsgruppens protokoll 4/2015"
    assert title(replace(record, number=None)) == "Direktörsgruppens protokoll"
    assert title(replace(record, style=StyleProfile(title_form="capitals"))) == "DIREKTÖRSGRUPPENS PROTOKOLL 4/2015"
    assert title(replace(record, title="Minnesanteckningar")) == "Minnesanteckningar"
    assert address(record) == "4/2015"
