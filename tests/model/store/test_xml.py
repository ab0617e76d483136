"""The record as XML: any record comes back equal, valid and byte for byte the same; what is not ours is kept."""

from hypothesis import given

from model.record.minutes import Minutes
from model.store.reader import from_bytes
from model.store.schema import faults
from model.store.writer import to_bytes
from tests.strategies import SOME_RUNS, records


@SOME_RUNS
@given(records())
def test_any_record_comes_back_equal_valid_and_byte_for_byte(record: Minutes) -> None:
    data = to_bytes(record)
    read = from_bytes(data).minutes
    assert read == record
    assert to_bytes(read) == data
    assert not faults(data)
