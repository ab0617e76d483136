"""Ids, values as plain data, and what differs between two records."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given

from model.record.difference import touched
from model.record.ids import ALPHABET, PRESENT, TITLE, CountingIds, NodeId, RandomIds
from model.record.lifecycle import Remark
from model.record.minutes import Minutes, UnknownNodeError
from model.record.values import from_plain, to_plain
from tests import builders as b
from tests.strategies import SOME_RUNS, records


@SOME_RUNS
@given(records())
def test_any_record_is_the_same_after_json(record: Minutes) -> None:
    assert from_plain(Minutes, json.loads(json.dumps(to_plain(record)))) == record


@pytest.mark.parametrize("data", [
    None, [], {}, {"id": 1}, {"id": "p-222222"},
    {**to_plain(b.minutes()), "number": "4"}, {**to_plain(b.minutes()), "blocks": [{"_": "Bild"}]},
    {**to_plain(b.minutes()), "blocks": [{}]}, {**to_plain(b.minutes()), "lifecycle": {"status": "kanske"}},
    {**to_plain(b.minutes()), "meeting": {"id": "m-222222", "date": "i onsdags"}},
])  # fmt: skip
def test_data_of_another_shape_is_refused(data: object) -> None:
    with pytest.raises((TypeError, ValueError, KeyError)):
        from_plain(Minutes, data)


def test_random_ids_are_readable_aloud_and_never_given_twice() -> None:
    ids = RandomIds([NodeId("t-222222")])
    made = [ids.new("t") for _ in range(500)]
    assert len(set(made)) == 500
    assert all(re.fullmatch(f"t-[{ALPHABET}]{{6}}", node) for node in made)
    assert not set(ALPHABET) & set("01ilo")


def test_counted_ids_are_the_same_every_time() -> None:
    first, second = CountingIds(), CountingIds()
    assert [first.new("a") for _ in range(40)] == [second.new("a") for _ in range(40)]


@pytest.fixture
def record() -> Minutes:
    return b.minutes(b.text("s-222222", "ett"), b.text("s-333333", "två"), b.text("s-444444", "tre"))


def test_only_what_is_not_shared_is_touched(record: Minutes) -> None:
    changed = record.with_block(replace(record.block(NodeId("s-333333")), kind="note"))
    assert touched(record, changed) == {"s-333333"}
    assert touched(record, record) == frozenset()
    assert touched(record, record.with_blocks(1, 2, ())) == {"s-333333"}
    assert touched(record, replace(record, number=5)) == {TITLE}
    people = replace(record.attendance, present=None)
    assert touched(record, replace(record, attendance=people)) <= {PRESENT}
    life = replace(record.lifecycle, remarks=(Remark("x"),))
    assert touched(record, replace(record, lifecycle=life)) == {record.id}


def test_replacing_a_block_with_its_equal_gives_the_same_object(record: Minutes) -> None:
    assert record.with_block(replace(record.blocks[0])) is record


def test_an_id_that_is_nobodys_is_refused(record: Minutes) -> None:
    for asking in (record.index, record.block, record.people):
        with pytest.raises(UnknownNodeError):
            asking(NodeId("t-999999"))


@SOME_RUNS
@given(records())
def test_every_block_and_header_row_is_among_the_ids(record: Minutes) -> None:
    assert {block.id for block in record.blocks} | {TITLE, record.id} <= record.node_ids()
