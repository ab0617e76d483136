"""Other bodies' minutes, invented before the rules were tried: what is found in them, and what is never made up."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.model.index.others import Others, followed, opened, promised, references


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Others]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        made = opened(Path(tmp_path_factory.mktemp("others")) / "Protokoll")
        yield made
        made.index.close()


def test_references_lead_where_they_should_and_none_to_a_wrong_place(others: Others) -> None:
    score = references(others)
    assert score.wrong == 0, score.faults
    assert score.recall >= 0.95, score.faults


def test_promises_are_found_with_who_and_when(others: Others) -> None:
    every, who, due = promised(others)
    assert every.recall >= 0.93, every.faults
    assert every.precision >= 0.97, every.faults
    assert who.recall == 1, every.faults
    assert due.recall >= 0.95, every.faults


def test_what_an_item_takes_up_comes_first_and_standing_items_take_up_nothing(others: Others) -> None:
    score = followed(others)
    assert score.right == score.asked
    assert score.wrong <= 2, score.faults
