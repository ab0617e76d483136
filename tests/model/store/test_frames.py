"""Frames: whatever bytes are read, whole frames in order come out and nothing is raised."""

from hypothesis import given
from hypothesis import strategies as st

from model.store.frames import frame, read
from tests.strategies import SOME_RUNS

PLAIN = st.dictionaries(st.text(max_size=5), st.text(max_size=9) | st.integers() | st.none(), max_size=3)


def written(values: list[dict[str, object]]) -> bytes:
    made, check = b"", 0
    for value in values:
        line, check = frame(value, check)
        made += line
    return made


@SOME_RUNS
@given(st.lists(PLAIN, max_size=5), st.binary(max_size=30))
def test_what_was_written_is_read_and_the_rest_left(values: list[dict[str, object]], rest: bytes) -> None:
    data = written(values)
    found = read(data + rest)
    assert list(found.frames[: len(values)]) == values
    assert found.good >= len(data)


@SOME_RUNS
@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_a_word(data: bytes) -> None:
    found = read(data)
    assert 0 <= found.good <= len(data)


def test_half_a_pair_of_surrogates_survives() -> None:
    data, _ = frame({"x": "\ud800"}, 0)
    assert data.isascii()
    assert read(data).frames == ({"x": "\ud800"},)
