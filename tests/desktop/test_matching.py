"""Search in the open minutes, in Qt's positions."""

import pytest

from desktop.matching import matches, step_to


def test_capitals_and_small_letters_are_alike() -> None:
    assert matches("Budget, budget och BUDGET", "budget") == [0, 8, 19]


def test_positions_are_counted_as_qt_counts_them() -> None:
    assert matches("🙂 beslut", "beslut") == [3]


def test_nothing_is_found_for_nothing() -> None:
    assert matches("abc", "") == []


@pytest.mark.parametrize(
    ("caret", "way", "to"), [(0, 0, 0), (5, 0, 1), (5, 1, 2), (20, 1, 0), (5, -1, 0), (0, -1, 2), (12, 0, 2)]
)
def test_steps_go_round_the_ends(caret: int, way: int, to: int) -> None:
    assert step_to([0, 5, 20], caret, way) == to


def test_no_place_is_no_step() -> None:
    assert step_to([], 3, 1) == -1
